//! Lists that stand right behind what counts them: "six States (Chile, Ghana …)", "four members – Chile and Ghana
//! –", "two organizations, namely, …", "three rapporteurs, Ana Lima (Brazil) and …".

use super::counts::Count;
use super::finding::Sure;
use super::lists::{name_at, separator};
use crate::mentions::{Annotated, Mention, MentionKind};
use crate::report::NodeKind;
use crate::terms::english::editing::{
    BETWEEN_MEMBERS, CLAUSES, DOCUMENTS_COUNTED, NAMELY, OFFICERS_COUNTED, ORGANIZATIONS_COUNTED,
    PART_OF_MORE, STATES_COUNTED, WITHIN_NAMES,
};
use crate::terms::state;
use crate::terms::symbol::MODIFIERS;

/// How many are listed, and how sure it is that they are what was counted.
pub(super) fn listed(annotated: &Annotated, count: &Count<'_>) -> Option<(usize, Sure)> {
    let (noun, end) = noun(count)?;
    let before: String = count.chars[..count.mention.start].iter().collect();
    // "three of its four Vice-Chairs Amara Oduya (Kenya), …"
    if PART_OF_MORE.iter().any(|words| before.ends_with(words)) {
        return None;
    }
    let rest = &count.chars[end..];
    let is = |nouns: &[&str]| nouns.contains(&noun.as_str());
    match () {
        _ if is(OFFICERS_COUNTED) => {
            behind(rest, true).or_else(|| of_office(annotated, count, &noun)).map(|many| (many, Sure::Likely))
        }
        _ if is(STATES_COUNTED) => behind(rest, false)
            .map(|many| (many, Sure::Likely))
            .or_else(|| behind(past_clause(rest)?, false).map(|many| (many, Sure::Likely)))
            .or_else(|| members(count, end).map(|many| (many, Sure::Likely)))
            .or_else(|| capitals(count, end).map(|many| (many, Sure::Hint))),
        _ if is(ORGANIZATIONS_COUNTED) => organizations(rest).map(|many| (many, Sure::Likely)),
        _ if is(DOCUMENTS_COUNTED) => documents(count, end).map(|many| (many, Sure::Likely)),
        _ => None,
    }
}

/// The noun that is counted, and the character behind it: a name behind it may have been read as part of it,
/// "four Vice-Chairs Amara".
pub(super) fn noun(count: &Count<'_>) -> Option<(String, usize)> {
    let known = [OFFICERS_COUNTED, STATES_COUNTED, ORGANIZATIONS_COUNTED, DOCUMENTS_COUNTED];
    let mut at = count.mention.start;
    for word in count.mention.text.split_inclusive(' ') {
        let bare = word.trim().to_lowercase();
        let end = at + word.trim_end().chars().count();
        if known.iter().any(|nouns| nouns.contains(&bare.as_str())) {
            return Some((bare, end));
        }
        at += word.chars().count();
    }
    None
}

/// The members right behind the noun. Persons may stand there without a sign: each has its State.
fn behind(rest: &[char], persons: bool) -> Option<usize> {
    let starts = |words: &str| {
        rest.len() > words.chars().count() && words.chars().eq(rest[..words.chars().count()].iter().copied())
    };
    let from = |words: &str| &rest[words.chars().count()..];
    let closes = |list: &[char], signs: &[&str]| -> Option<usize> {
        let (many, end) = run(list)?;
        let tail: String = list[end..].iter().take(6).collect();
        (tail.is_empty() || signs.iter().any(|sign| tail.starts_with(sign))).then_some(many)
    };
    const ENDS: &[&str] = &[".", ";", ",", ")", " –", " —"];
    if starts(" (") {
        return closes(from(" ("), &[")"]);
    }
    for dash in [" – ", " — "] {
        if starts(dash) {
            return closes(from(dash), &[" –", " —"]);
        }
    }
    if let Some(words) = NAMELY.iter().find(|words| starts(words)) {
        return closes(from(words), ENDS);
    }
    let sign = [", ", " "].into_iter().find(|sign| persons && starts(sign))?;
    let list = from(sign);
    // Without a State in parentheses the name may be of one.
    let first = name_at(list)?;
    (list[..first].last() == Some(&')')).then_some(())?;
    closes(list, &[".", ";", ",", ")", " as ", " to "])
}

/// " that have no mountains, namely …": what stands behind the clause.
fn past_clause(rest: &[char]) -> Option<&[char]> {
    /// A longer clause counts or names something of its own.
    const LONGEST: usize = 80;
    let text: String = rest.iter().take(LONGEST).collect();
    CLAUSES.iter().find(|word| text.starts_with(**word))?;
    let at = NAMELY.iter().filter_map(|words| text.find(words)).min()?;
    let plain = !text[..at].contains([',', '.', ';', ':', '(']) && !text[..at].contains(char::is_numeric);
    plain.then(|| &rest[text[..at].chars().count()..])
}

/// Members up to the one behind "and"; nothing where a piece is not understood.
fn run(list: &[char]) -> Option<(usize, usize)> {
    let (mut at, mut many, mut ended) = (0, 0, false);
    loop {
        at += name_at(&list[at..])?;
        many += 1;
        let next = at + list[at..].iter().take_while(|c| c.is_whitespace()).count();
        let whole = next >= list.len() || matches!(list[next], ')' | '–' | '—');
        let Some(long) = separator(&list[next..]) else {
            return (ended || whole).then_some((many, at));
        };
        let sign = &list[next..next + long];
        let last = sign.contains(&'a');
        match name_at(&list[next + long..]) {
            // ", and nine others" is another count; " and nine others" belongs to this one.
            _ if ended && last && sign[0] != 'a' => return Some((many, at)),
            None if ended && sign[0] != 'a' => return Some((many, at)),
            Some(_) if !ended => {
                at = next + long;
                ended = last;
            }
            _ => return None,
        }
    }
}

/// "the Bureau was composed of a Chair, four Vice-Chairs and a Rapporteur, as follows:" above their names.
fn of_office(annotated: &Annotated, count: &Count<'_>, noun: &str) -> Option<usize> {
    let after: String = count.chars[count.mention.end..].iter().collect();
    let lead = after.trim_end().strip_suffix(':')?;
    if lead.contains(['.', ';', ':']) {
        return None;
    }
    let office = noun.strip_suffix('s')?;
    let nodes = annotated.report.nodes.iter().zip(&annotated.mentions.by_node).skip(count.at + 1);
    let below = nodes.take_while(|(node, _)| matches!(node.kind, NodeKind::Item | NodeKind::Unnumbered));
    let holders = below.flat_map(|(_, mentions)| mentions).filter(|mention| {
        mention.kind == MentionKind::Officer
            && mention.attributes.get("office").is_some_and(|own| own.eq_ignore_ascii_case(office))
    });
    Some(holders.count())
}

/// "two intergovernmental organizations, namely, the African Union, the European Union and the League of Arab
/// States": each with its article, none with an "and" of its own.
fn organizations(rest: &[char]) -> Option<usize> {
    let text: String = rest.iter().collect();
    let list = NAMELY.iter().find_map(|words| text.strip_prefix(words))?;
    let list = &list[..list.find(['.', ';', '(', ')', ':']).unwrap_or(list.len())];
    let mut many = 0;
    for piece in list.split(", ") {
        let (one, two) = match piece.split_once(" and the ") {
            Some((one, two)) => (one, Some(two)),
            None => (piece, None),
        };
        let name = |name: &str| {
            !name.contains(" and ")
                && name
                    .split(' ')
                    .all(|word| WITHIN_NAMES.contains(&word) || word.starts_with(char::is_uppercase))
        };
        let first = one.strip_prefix("the ")?;
        if !name(first) || !two.is_none_or(name) {
            return None;
        }
        many += 1;
        if two.is_some() {
            return Some(many + 1);
        }
    }
    None
}

/// "consists of the following 157 members: Afghanistan, Albania, …": a list so long that a name or two which a copy
/// tore apart, "Spa in", count like the others.
fn members(count: &Count<'_>, end: usize) -> Option<usize> {
    const SHORTEST: usize = 20;
    let text: String = count.chars[end..].iter().collect();
    let (lead, list) = text.split_once(": ")?;
    let list = list.trim_end().strip_suffix('.')?;
    if lead.len() > 60
        || lead.contains(['.', ',', ';', '('])
        || list.contains([';', ':'])
        || list.contains(". ")
    {
        return None;
    }
    let mut pieces: Vec<&str> = list.split(", ").collect();
    if let Some((one, two)) = pieces.last().and_then(|last| last.split_once(" and ")) {
        let last = pieces.len() - 1;
        if !is_state(pieces[last]) {
            pieces.splice(last.., [one, two]);
        }
    }
    let known = pieces.iter().filter(|piece| is_state(piece)).count();
    let named = |piece: &&str| {
        let piece = piece.trim_start_matches("and ").trim_start_matches("the ");
        piece.starts_with(char::is_uppercase)
            && piece.chars().count() < 60
            && !piece.contains(|c: char| c.is_ascii_digit())
    };
    (pieces.len() >= SHORTEST && known * 10 >= pieces.len() * 9 && pieces.iter().all(named))
        .then_some(pieces.len())
}

fn is_state(piece: &str) -> bool {
    let piece = piece.trim_start_matches("and ").trim_start_matches("the ");
    state::is_name(&piece.chars().collect::<Vec<char>>())
}

/// "The following six observers were represented: Holy See, African Union, …": names in capitals, one behind each
/// comma. A name may have a comma of its own, so that this is no more than a hint.
fn capitals(count: &Count<'_>, end: usize) -> Option<usize> {
    /// A shorter list is understood name by name.
    const SHORTEST: usize = 4;
    let before: String = count.chars[..count.mention.start].iter().collect();
    let text: String = count.chars[end..].iter().collect();
    let (lead, list) = text.split_once(": ")?;
    let following = before.to_lowercase().ends_with("following ");
    if !following || lead.len() > 60 || lead.contains(['.', ',', ';', '(']) || list.contains([';', ':', '('])
    {
        return None;
    }
    let list = list.trim_end().strip_suffix('.')?;
    let pieces: Vec<&str> =
        list.split(", ").map(|piece| piece.trim_start_matches("and ").trim_start_matches("the ")).collect();
    let name = |piece: &&str| {
        piece.starts_with(char::is_uppercase)
            && piece.split(' ').all(|word| {
                WITHIN_NAMES.contains(&word) || word == "and" || word.starts_with(char::is_uppercase)
            })
    };
    if pieces.len() < SHORTEST || !pieces.iter().all(name) {
        return None;
    }
    // "… and X" without a comma may be two.
    let two = pieces.last().is_some_and(|last| last.contains(" and "));
    (!two || pieces.len() + 1 != count.number).then_some(pieces.len())
}

/// "two notes by the Secretariat (A/AC.999/2030/WP.3, A/AC.999/2030/WP.4 and A/AC.999/2030/WP.5)". Fewer say
/// nothing, for one may have no symbol.
fn documents(count: &Count<'_>, end: usize) -> Option<usize> {
    /// Between the noun and the parenthesis.
    const LEAD: usize = 60;
    let open = (end..count.chars.len().min(end + LEAD))
        .find(|at| matches!(count.chars[*at], '(' | ',' | ';' | ':' | '.'))?;
    if count.chars[open] != '(' {
        return None;
    }
    let close = (open..count.chars.len()).find(|at| count.chars[*at] == ')')?;
    let lead: String = count.chars[end..open].iter().collect();
    let symbols: Vec<&Mention> = count
        .mentions
        .iter()
        .filter(|mention| {
            mention.kind == MentionKind::Document && mention.start > open && mention.end <= close
        })
        .collect();
    let (first, last) = (symbols.first()?, symbols.last()?);
    let joined = |pair: &[&Mention]| {
        let between: String =
            count.chars.get(pair[0].end..pair[1].start).unwrap_or_default().iter().collect();
        BETWEEN_MEMBERS.contains(&between.trim())
    };
    // An addendum or a corrigendum is no document of its own.
    let whole = |mention: &&Mention| {
        !mention.value.split('/').any(|part| MODIFIERS.contains(&part.split('.').next().unwrap_or(part)))
    };
    let plain = !lead.contains(" and ") && first.start == open + 1 && last.end == close;
    (plain && symbols.windows(2).all(joined) && symbols.iter().all(whole) && symbols.len() > count.number)
        .then_some(symbols.len())
}

#[cfg(test)]
mod tests {
    use super::{behind, organizations, run};

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn a_list_ends_behind_its_and() {
        let run = |text: &str| run(&chars(text)).map(|(many, _)| many);
        assert_eq!(run("Chile, Ghana and Kenya"), Some(3));
        assert_eq!(run("Chile, Ghana and Kenya, and nine observers"), Some(3));
        assert_eq!(run("Ana Lima (Brazil) and Jan Novak (Czechia), prepared"), Some(2));
        assert_eq!(run("Chile, Ghana, and Kenya."), Some(3));
        assert_eq!(run("Chile and Ghana and the Seed Bank"), None);
        assert_eq!(run("Chile, Ghana, speaking for Kenya"), None);
    }

    #[test]
    fn what_stands_behind_a_count() {
        let states = |text: &str| behind(&chars(text), false);
        assert_eq!(states(" (Chile and Ghana) took the floor"), Some(2));
        assert_eq!(states(" (Bolivia (Plurinational State of), Chile and Ghana) found"), Some(3));
        assert_eq!(states(" – Chile, Ghana and Kenya – disagreed"), Some(3));
        assert_eq!(states(", namely, Chile, Ghana and Kenya."), Some(3));
        assert_eq!(states(", Chile and Ghana among them, held"), None);
        assert_eq!(states(" (Chile; Ghana, speaking also for Kenya; and Peru) found"), None);
        let persons = |text: &str| behind(&chars(text), true);
        assert_eq!(persons(", Ana Lima (Brazil) and Jan Novak (Czechia), prepared"), Some(2));
        assert_eq!(persons(" Ana Lima (Brazil) and Jan Novak (Czechia), and Pia Holm (Sweden)"), Some(2));
        assert_eq!(persons(" and a Rapporteur"), None);
        let list =
            ", namely, the African Union, the European Union and the League of Arab States, and nine others";
        assert_eq!(organizations(&chars(list)), Some(3));
        assert_eq!(organizations(&chars(", namely, the Food and Agriculture Organization")), None);
    }
}
