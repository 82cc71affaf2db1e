//! A phrase that only changed its place inside one pair: "aid, trade and care" → "care, trade and aid".
//!
//! What was taken out here and put in there is no loss and no gain. It is told once, as moved; a place
//! in a list says nothing new, any other place may.

use super::actors::{is_generic, names_an_actor, numbers};
use super::scope;
use super::sense::stem;
use super::strength::{Ladder, Shift as Strength, negations, shift};
use super::tokens::{Token, tokens};
use super::words::Edit;
use std::collections::HashMap;
use std::ops::Range;

/// From so many words of content on, a phrase is known again whatever stands beside it. A shorter one
/// must be all that one of its two edits says, since "developing countries" turns up anywhere.
const LONG: usize = 4;

/// From so many on it need not be a member of a list.
const PHRASE: usize = 2;

/// Letters of a single word that is known again.
const LETTERS: usize = 5;

/// A word that stands in so many edits of a pair marks no phrase of its own.
const MANY: usize = 8;

/// Tokens that a phrase may pass and still be in the same list.
const FAR: usize = 24;

/// Tokens that a phrase may be turned round.
const NEAR: usize = 8;

/// A phrase that is the same on both sides, in other places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shift {
    /// Characters of OLD.
    pub old: Range<usize>,
    /// Characters of NEW.
    pub new: Range<usize>,
    /// True where nothing but the order of a list, or of the words of a name for a thing, changed.
    pub in_order: bool,
}

/// A token at its place.
struct Placed<'a> {
    token: Token<'a>,
    /// Characters.
    span: Range<usize>,
    /// What it is known by.
    key: String,
    /// The edit that holds it, unless something else explains it.
    edit: Option<usize>,
}

/// The phrases that moved from one edit to another. `explained` are the characters of both sides that
/// are told otherwise.
pub(crate) fn shifts(
    [old, new]: [&str; 2],
    edits: &[Edit],
    explained: [&[Range<usize>]; 2],
    ladder: &Ladder,
) -> Vec<Shift> {
    let gone = edits.iter().filter(|edit| !edit.old.is_empty()).count();
    let come = edits.iter().filter(|edit| !edit.new.is_empty()).count();
    if edits.len() < 2 || gone == 0 || come == 0 {
        return Vec::new();
    }
    let olds = placed(old, |at| at.old.clone(), edits, explained[0]);
    let news = placed(new, |at| at.new.clone(), edits, explained[1]);
    // The way back must be the way there: which side is asked first is told by the texts.
    let forwards = (old.len(), old) <= (new.len(), new);
    let (one, two) = if forwards { (&olds, &news) } else { (&news, &olds) };
    let mut found = runs(one, two);
    // The longest first; of equals the first.
    found.sort_by_key(|(a, b)| (std::cmp::Reverse(weight(&one[a.clone()])), a.start, b.start));
    let (mut used_one, mut used_two) = (vec![false; one.len()], vec![false; two.len()]);
    let mut out = Vec::new();
    for (a, b) in found {
        if used_one[a.clone()].iter().chain(&used_two[b.clone()]).any(|used| *used) {
            continue;
        }
        let (from, to) = if forwards { (a.clone(), b.clone()) } else { (b.clone(), a.clone()) };
        let listed = is_listed(&olds, &from) && is_listed(&news, &to);
        let turned = is_turned(&olds, &from, &news, &to);
        let content = olds[from.clone()].iter().filter(|placed| placed.token.is_content()).count();
        // "national law" is another thing than "law"; "law and order" may be the same.
        let ends = |side: &[Placed], range: &Range<usize>| {
            side.get(range.end).is_none_or(|next| !next.token.is_content())
        };
        let whole = (is_whole(&olds, &from) || is_whole(&news, &to))
            && (content >= PHRASE || (ends(&olds, &from) && ends(&news, &to)));
        if content < LONG && !(whole && (listed || content >= PHRASE)) {
            continue;
        }
        let edit = |placed: &Placed| placed.edit.and_then(|at| edits.get(at));
        let (Some(left), Some(arrived)) = (edit(&olds[from.start]), edit(&news[to.start])) else { continue };
        let passes_little = passes_little(&olds, &from, &arrived.old, turned, ladder)
            && passes_little(&news, &to, &left.new, turned, ladder);
        let acts = |side: &[Placed], range: &Range<usize>| binds(&side[range.clone()], ladder);
        let in_order = (listed || turned)
            && passes_little
            && !acts(&olds, &from)
            && !acts(&news, &to)
            && complement(&olds, &from).zip(complement(&news, &to)).is_none_or(|(was, now)| was == now);
        // "−mills− +farms+ should advise −farms− +mills+": two changed their parts, none its place.
        let says = |words: &str| tokens(words).iter().any(Token::is_content);
        let replaces = |edit: &Edit| says(&edit.deleted) && says(&edit.inserted);
        if content < LONG && !in_order && replaces(left) && replaces(arrived) {
            continue;
        }
        used_one[a].fill(true);
        used_two[b].fill(true);
        out.push(Shift {
            old: olds[from.start].span.start..olds[from.end - 1].span.end,
            new: news[to.start].span.start..news[to.end - 1].span.end,
            in_order,
        });
    }
    out.sort_by_key(|shift| (shift.old.start, shift.new.start));
    out
}

/// What a phrase is about, where a preposition stands right behind it: "access to broadband" and "access
/// to and use of broadband and devices" give access to different things.
fn complement<'a>(side: &'a [Placed], run: &Range<usize>) -> Option<&'a str> {
    const PREPOSITIONS: [&str; 8] = ["to", "of", "for", "in", "on", "with", "from", "against"];
    let rest = side[run.end..].iter();
    let mut rest = rest.skip_while(|placed| !placed.token.text.contains(char::is_alphanumeric));
    rest.next().filter(|next| PREPOSITIONS.contains(&next.key.as_str()))?;
    rest.find(|placed| placed.token.is_content()).map(|placed| placed.key.as_str())
}

/// The tokens of a text; those of edits, unless explained, know their edit.
fn placed<'a>(
    text: &'a str,
    side: impl Fn(&Edit) -> Range<usize>,
    edits: &[Edit],
    explained: &[Range<usize>],
) -> Vec<Placed<'a>> {
    let mut at = 0;
    let mut next = 0;
    let all = tokens(text);
    let mut out = Vec::with_capacity(all.len());
    for token in all {
        let start = at + token.lead.chars().count();
        at = start + token.text.chars().count();
        while edits.get(next).is_some_and(|edit| side(edit).end <= start) {
            next += 1;
        }
        let inside = edits.get(next).is_some_and(|edit| side(edit).start <= start && at <= side(edit).end);
        let told = explained.iter().any(|span| span.start < at && start < span.end);
        let key = match token.text.to_lowercase() {
            word if token.is_content() => stem(&word),
            // "in the progress report of the group", "in its progress report".
            word if matches!(word.as_str(), "a" | "an" | "its" | "their") => "the".to_owned(),
            word => word,
        };
        out.push(Placed { token, span: start..at, key, edit: (inside && !told).then_some(next) });
    }
    out
}

/// The runs of tokens of the same words that stand in different edits, from a word of content to a
/// word of content.
fn runs(one: &[Placed], two: &[Placed]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    let seeds = |side: &'_ [Placed]| -> Vec<usize> {
        let is_seed = |at: &usize| side[*at].edit.is_some() && side[*at].token.is_content();
        (0..side.len()).filter(is_seed).collect()
    };
    for at in seeds(two) {
        places.entry(&two[at].key).or_default().push(at);
    }
    let same = |a: usize, b: usize| {
        let (a, b) = (&one[a], &two[b]);
        a.edit.is_some() && b.edit.is_some() && a.key == b.key && !ends_sentence(a.token.text)
    };
    let together = |side: &[Placed], a: usize, b: usize| side[a].edit == side[b].edit;
    let mut out = Vec::new();
    for a in seeds(one) {
        let Some(here) = places.get(one[a].key.as_str()).filter(|here| here.len() <= MANY) else { continue };
        for &b in here.iter().filter(|b| one[a].edit != two[**b].edit) {
            // A run is told from its first word of content, once.
            let mut back = 0;
            let mut goes_on = false;
            while back < a.min(b)
                && back < FAR
                && same(a - back - 1, b - back - 1)
                && together(one, a, a - back - 1)
                && together(two, b, b - back - 1)
            {
                back += 1;
                goes_on |= one[a - back].token.is_content();
            }
            if goes_on {
                continue;
            }
            let mut length = 1;
            while a + length < one.len()
                && b + length < two.len()
                && same(a + length, b + length)
                && together(one, a, a + length)
                && together(two, b, b + length)
            {
                length += 1;
            }
            while !one[a + length - 1].token.is_content() {
                length -= 1;
            }
            if is_phrase(&one[a..a + length]) && is_phrase(&two[b..b + length]) {
                out.push((a..a + length, b..b + length));
            }
        }
    }
    out
}

/// How much a run says: its words of content, then its letters.
fn weight(run: &[Placed]) -> (usize, usize) {
    let content = run.iter().filter(|placed| placed.token.is_content()).count();
    (content, run.iter().map(|placed| placed.span.len()).sum())
}

/// Names and numbers have rules of their own.
fn is_phrase(run: &[Placed]) -> bool {
    let content: Vec<&str> =
        run.iter().map(|placed| placed.token).filter(Token::is_content).map(|token| token.text).collect();
    let plain = |word: &&&str| word.starts_with(char::is_lowercase) && numbers(word).is_empty();
    let plain: Vec<&&str> = content.iter().filter(plain).collect();
    match content.len() {
        0 => false,
        1 => plain.iter().any(|word| word.chars().count() >= LETTERS),
        _ => plain.len() >= PHRASE || plain.len() * 2 > content.len(),
    }
}

fn ends_sentence(text: &str) -> bool {
    matches!(text, "." | ";" | ":" | "!" | "?")
}

/// True where the edit that holds this run holds no other word of content.
fn is_whole(side: &[Placed], range: &Range<usize>) -> bool {
    let edit = side[range.start].edit;
    let other = |placed: &&Placed| placed.edit == edit && placed.token.is_content();
    let (before, after) = (side[..range.start].iter().rev(), side[range.end..].iter());
    let stays = |placed: &&Placed| placed.edit == edit;
    !before.take_while(stays).any(|placed| other(&placed))
        && !after.take_while(stays).any(|placed| other(&placed))
}

/// True where a comma, "and" or the like stands beside the phrase or opens it.
fn is_listed(side: &[Placed], range: &Range<usize>) -> bool {
    let joins = |at: usize| {
        side.get(at).is_some_and(|placed| matches!(placed.key.as_str(), "," | "and" | "or" | "nor" | "plus"))
    };
    let opens = side[range.start].key == stem("including");
    opens || range.start.checked_sub(1).is_some_and(joins) || joins(range.end)
}

/// True for "gap of funds" → "funds gap": the phrase stood before an "of" that went with it.
fn is_turned(olds: &[Placed], from: &Range<usize>, news: &[Placed], to: &Range<usize>) -> bool {
    let of = |side: &[Placed], range: &Range<usize>| {
        let next = side.get(range.end);
        next.is_some_and(|next| next.key == "of" && next.edit == side[range.start].edit)
    };
    of(olds, from) != of(news, to)
}

/// True where little stands between a phrase and the place in the same text where it stood before or
/// stands now: no end of a sentence, nobody who acts, nothing that binds, denies or limits. Who is
/// named in the words that a phrase is `turned` round, "gap of ten States dollars", does not act.
fn passes_little(
    side: &[Placed],
    range: &Range<usize>,
    place: &Range<usize>,
    turned: bool,
    ladder: &Ladder,
) -> bool {
    const LIMITS: [&str; 10] =
        ["except", "unless", "if", "provided", "subject", "than", "excluding", "only", "but", "that"];
    let before = side[..range.start].iter().rev().take_while(|placed| placed.span.start >= place.end);
    let after = side[range.end..].iter().take_while(|placed| placed.span.end <= place.start);
    let between: Vec<&Placed> = before.chain(after).take(FAR + 1).collect();
    let text: String = between.iter().flat_map(|placed| [placed.token.text, " "]).collect();
    let acts = |placed: &&Placed| {
        placed.token.text.starts_with(char::is_uppercase) && is_generic(&placed.token.text.to_lowercase())
    };
    between.len() <= if turned { NEAR } else { FAR }
        && !between.iter().any(|placed| {
            ends_sentence(placed.token.text) || LIMITS.contains(&placed.token.text.to_lowercase().as_str())
        })
        && !is_strong(&text, ladder)
        && !is_governed(&side[..range.start])
        && (turned || !(names_an_actor(&text) || between.iter().any(acts)))
}

/// True where what comes next stands under a word of scope: "all forms of" before "harm".
fn is_governed(before: &[Placed]) -> bool {
    const REACH: usize = 4;
    let ends = |text: &str| matches!(text, "and" | "or") || !text.starts_with(char::is_alphanumeric);
    let near = before.iter().rev().take(REACH).take_while(|placed| !ends(placed.token.text));
    let words: Vec<&str> = near.map(|placed| placed.token.text).collect();
    scope::limits(&words.into_iter().rev().collect::<Vec<_>>().join(" "))
}

/// True for a run with words that bind, deny or say which ones are meant, or with those who act.
fn binds(run: &[Placed], ladder: &Ladder) -> bool {
    let text: String = run.iter().flat_map(|placed| [placed.token.text, " "]).collect();
    is_strong(&text, ladder) || names_an_actor(&text) || scope::limits(&text)
}

/// True for words that bind or deny.
fn is_strong(text: &str, ladder: &Ladder) -> bool {
    let binding =
        matches!(shift(ladder, text, "", &|| false), Some(Strength::OneSided | Strength::Strength(_)));
    binding || !negations(text).is_empty()
}
