//! Placeholders: what a draft leaves open. Brackets mean different things, and the type keeps
//! them apart: a blank to fill, a value to confirm, wording to agree, an instruction to obey.

mod balance;
mod blanks;
mod brackets;
mod expectation;
mod instructions;
mod letters;
mod quotation;

use super::passage::{Passage, TokenKind};
use super::{Context, Finder, Mention, MentionKind};
use quotation::Quotation;

/// Finds blanks, ellipses, variables, instructions and bracketed text.
pub struct Placeholders;

impl Finder for Placeholders {
    fn kind(&self) -> MentionKind {
        MentionKind::Placeholder
    }

    fn rules(&self) -> &'static [&'static str] {
        &[
            "underscores",
            "empty-brackets",
            "bracketed-ellipsis",
            "bare-ellipsis",
            "signs-for-value",
            "letter-for-number",
            "bracketed-letter",
            "bracketed-noun",
            "bracketed-value",
            "bracketed-wording",
            "bracketed-instruction",
            "instruction-in-parentheses",
            "instruction-in-braces",
            "to-be-decided",
        ]
    }

    fn find(&self, passage: &Passage<'_>, context: &mut Context, found: &mut Vec<Mention>) {
        // The brackets that are open, each with how deeply the brackets closed inside it were nested.
        let mut open: Vec<(usize, usize)> = Vec::new();
        let mut unopened = 0;
        let mut quotation = Quotation::default();
        for (index, token) in passage.tokens.iter().enumerate() {
            let quoted = quotation.is_open();
            match token.kind {
                TokenKind::Mark => match passage.chars[token.start] {
                    '[' => open.push((index, 0)),
                    ']' => {
                        if let Some((from, inner)) = open.pop() {
                            if let Some((_, outer)) = open.last_mut() {
                                *outer = (*outer).max(inner + 1);
                            }
                            if inner < DEEPEST {
                                brackets::find(passage, from, index, quoted, found);
                            }
                        } else {
                            unopened += 1;
                        }
                    }
                    '_' => blanks::underscores(passage, index, found),
                    '…' | '.' => blanks::ellipsis(passage, index, quoted, found),
                    '(' => {
                        instructions::in_parentheses(passage, index, found);
                        blanks::signs(passage, index, quoted, found);
                    }
                    '{' => {
                        instructions::in_braces(passage, index, found);
                        blanks::signs(passage, index, quoted, found);
                    }
                    '?' | '*' | '-' | '<' => blanks::signs(passage, index, quoted, found),
                    mark => quotation.see(mark),
                },
                TokenKind::Word => match letters::in_word(passage.word(index)) {
                    Some(letters) => letters::find(passage, index, letters, found),
                    None => instructions::to_be_decided(passage, index, found),
                },
                TokenKind::Number => {}
            }
        }
        keep_outermost(found);
        balance::count(passage, context, open.len(), unopened);
    }

    fn finish(&self, context: &mut Context) {
        balance::finish(context);
    }
}

/// A pair of brackets round more layers of them than this is the work of a damaged or hostile file:
/// every layer would be printed with all that it holds. It is counted, but is no placeholder.
const DEEPEST: usize = 24;

/// A blank inside a blank in brackets, `[___]`, is one.
fn keep_outermost(found: &mut Vec<Mention>) {
    found.sort_by_key(|mention| (mention.start, std::cmp::Reverse(mention.end)));
    let mut end = 0;
    found.retain(|mention| {
        let inside = mention.end <= end;
        if matches!(mention.attributes["type"].as_str(), "blank" | "ellipsis" | "variable") {
            end = end.max(mention.end);
        }
        !inside
    });
}

fn push(
    passage: &Passage<'_>,
    found: &mut Vec<Mention>,
    (start, end): (usize, usize),
    kind: &'static str,
    rule: &'static str,
) {
    let value = passage.text(start, end);
    let mut mention = passage.mention(MentionKind::Placeholder, start, end, value, rule);
    mention.attributes.insert("type", kind.to_owned());
    if let Some(expected) = expectation::expects(passage, start, end, kind) {
        mention.attributes.insert("expects", expected.to_owned());
    }
    found.push(mention);
}
