//! Resolutions and decisions cited in prose: "General Assembly resolutions 75/240 and 76/19",
//! "its decision 78/541", "resolution 2231 (2015)", "decision 1/CP.21".

mod attribution;
mod list;
mod number;
mod organ_name;
mod title;

use super::document::document;
use super::passage::{Passage, TokenKind};
use super::{Context, Mention};
use crate::terms::organ::{Cited, Organ};
use number::Number;

/// A text in which resolutions are looked for.
struct Prose<'a> {
    passage: &'a Passage<'a>,
    context: &'a Context,
    /// The symbols and URLs of the passage, in the order of the text.
    symbols: &'a [Mention],
    /// The one commission that counts its resolutions through which the passage names.
    commission: Option<&'static Organ>,
}

impl Prose<'_> {
    /// Whether no symbol or URL holds the character `at`.
    fn is_free(&self, at: usize) -> bool {
        let before = self.symbols.partition_point(|mention| mention.start <= at);
        self.symbols[..before].last().is_none_or(|mention| mention.end <= at)
    }
}

/// Which of the two is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Noun {
    Resolution,
    Decision,
}

impl Noun {
    fn at(passage: &Passage<'_>, index: usize) -> Option<Self> {
        if passage.is_any(index, &["resolution", "resolutions"]) {
            Some(Self::Resolution)
        } else if passage.is_any(index, &["decision", "decisions"]) {
            Some(Self::Decision)
        } else {
            None
        }
    }

    /// The name used in results.
    fn name(self) -> &'static str {
        match self {
            Self::Resolution => "resolution",
            Self::Decision => "decision",
        }
    }
}

/// Finds them; symbols already found are in `found`.
pub fn find(passage: &Passage<'_>, context: &Context, found: &mut Vec<Mention>) {
    let prose = Prose { passage, context, symbols: found, commission: commission(passage) };
    let mut cited: Vec<Mention> = title::find(&prose).into_iter().collect();
    let mut last_organ: Option<&'static Organ> = None;
    // "resolutions ES-11/1 of 2 March 2022 on …, ES-11/2 of 24 March 2022 on …": the noun holds on
    // over the titles, up to the end of the sentence; a number then needs its date to be believed.
    let mut plural: Option<(Noun, Option<&'static Organ>)> = None;
    let mut index = 0;
    while index < passage.tokens.len() {
        if passage.is_mark(index, '.') {
            plural = None;
        }
        if let Some((noun, organ)) = plural
            && let Some((end, mention)) = list::dated_number(&prose, index, noun, organ)
        {
            cited.push(mention);
            index = end;
            continue;
        }
        if passage.tokens[index].kind != TokenKind::Word {
            index += 1;
            continue;
        }
        if let Some((end, organ)) = organ_name::at(passage, index) {
            if organ.is_remembered() {
                last_organ = Some(organ);
            }
            index = end;
            continue;
        }
        let noun = Noun::at(passage, index).filter(|_| prose.is_free(passage.tokens[index].start));
        let Some(noun) = noun else {
            index += 1;
            continue;
        };
        if let Some(end) = list::find(&prose, index, noun, &mut last_organ, &mut cited) {
            plural = passage.word(index).ends_with(&['s']).then_some((noun, last_organ));
            index = end;
        } else {
            plural = None;
            index += 1;
        }
    }
    found.append(&mut cited);
    for mention in found.iter_mut().filter(|mention| mention.rule == "symbol") {
        name_act(passage, mention);
    }
}

fn commission(passage: &Passage<'_>) -> Option<&'static Organ> {
    let mut named = (0..passage.tokens.len())
        .filter(|index| passage.word(*index).first() == Some(&'E'))
        .filter_map(|index| organ_name::at(passage, index))
        .map(|(_, organ)| organ)
        .filter(|organ| organ.cited == Cited::Serial);
    let first = named.next()?;
    named.all(|organ| organ == first).then_some(first)
}

/// "decision ISBA/36/C/5": the word before the symbol says what it is; a draft is none yet.
fn name_act(passage: &Passage<'_>, symbol: &mut Mention) {
    let at = passage.token_from(symbol.start);
    if at == 0 {
        return;
    }
    let draft = at > 1 && passage.is_any(at - 2, &["draft", "proposed"]);
    let plain = symbol.attributes.get("type").is_some_and(|kind| kind == "symbol");
    if let Some(noun) = Noun::at(passage, at - 1).filter(|_| plain && !draft) {
        symbol.attributes.insert("type", noun.name().to_owned());
    }
}

/// The mention of a number whose organ is known as far as can be; the organ comes with what told it,
/// where it does not stand beside the number.
fn citation(
    passage: &Passage<'_>,
    start: usize,
    number: &Number,
    organ: Option<(&Organ, Option<&'static str>)>,
    noun: Noun,
    rule: &'static str,
) -> Mention {
    let value = canonical(organ.map(|(organ, _)| organ), noun, number);
    let mut mention = document(passage, start, number.end, value, noun.name(), number.provisional, rule);
    if let Some((_, Some(source))) = organ {
        mention.attributes.insert("organ_from", source.to_owned());
    }
    mention
}

/// The symbol under which the organ issues the resolution; the number alone where none is known.
fn canonical(organ: Option<&Organ>, noun: Noun, number: &Number) -> String {
    let text = &number.text;
    match (organ.map(|organ| organ.root), noun) {
        // The Health Assembly writes its name into the number.
        (Some("WHA"), _) => format!("WHA{}", text.replace('/', ".")),
        // The Environment Assembly's resolutions are known by the symbol under which they are issued.
        (Some("UNEP/EA"), Noun::Resolution) => format!("UNEP/EA.{}", text.replacen('/', "/Res.", 1)),
        (Some("UNEP/EA"), Noun::Decision) => format!("UNEP/EA.{}", text.replacen('/', "/Dec.", 1)),
        (Some("") | None, _) => text.clone(),
        (Some(root), Noun::Resolution) => format!("{root}/RES/{text}"),
        (Some(root), Noun::Decision) => format!("{root}/DEC/{text}"),
    }
}
