//! The proof: the result is read again, rejected and accepted, and set against OLD and NEW.

use super::called;
use super::plan::Lessons;
use super::strokes::plain_hyphens;
use crate::error::ErrorKind;
use crate::read::{Reading, Tracked, read_bytes_with};
use crate::report::{Node, NodeKind, Report};
use crate::structure;
use std::collections::HashMap;
use std::path::Path;

/// A part that does not say what it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// 0 for OLD, 1 for NEW.
    pub side: usize,
    /// The part's identifier in that report.
    pub id: String,
    /// Only its number is wrong.
    pub number: bool,
}

/// What does not come out.
pub(super) fn faults(bytes: &[u8], reports: [&Report; 2]) -> Result<Vec<Fault>, ErrorKind> {
    let mut faults = Vec::new();
    for (side, tracked) in [Tracked::Reject, Tracked::Accept].into_iter().enumerate() {
        let reading = Reading { tracked, ..Reading::default() };
        let source = read_bytes_with(Path::new("redline"), bytes.to_vec(), &reading)
            .map_err(|error| ErrorKind::Damaged(format!("what was written cannot be read again: {error}")))?;
        let mut read = structure::structure(&source);
        called::name_chapters(&mut read);
        faults.extend(compare(&read, reports[side], side));
    }
    Ok(faults)
}

/// The two lists of parts are laid over one another.
fn compare(read: &Report, meant: &Report, side: usize) -> Vec<Fault> {
    // A part of the first page may be read into another: what counts there is that its words are there.
    let body = |report: &Report| -> Vec<Node> {
        report.nodes.iter().filter(|node| node.kind != NodeKind::Masthead).cloned().collect()
    };
    let (have, want) = (body(read), body(meant));
    let (have, want): (Vec<Node>, Vec<Node>) =
        (have.into_iter().map(labelled).collect(), want.into_iter().map(labelled).collect());
    let key = |node: &Node| squeezed(&node.text);
    let (a, b): (Vec<String>, Vec<String>) = (have.iter().map(key).collect(), want.iter().map(key).collect());
    let ops = similar::capture_diff_slices(similar::Algorithm::Myers, &a, &b);
    let mut faults = Vec::new();
    for op in ops {
        let (_, from, to) = op.as_tag_tuple();
        match op.tag() {
            similar::DiffTag::Equal => {
                for (have, want) in have[from].iter().zip(&want[to]) {
                    if have.number != want.number && want.number.is_some() && want.kind != NodeKind::Footnote
                    {
                        faults.push(Fault { side, id: want.id.clone(), number: true });
                    }
                }
            }
            _ => {
                faults.extend(want[to].iter().map(|node| Fault { side, id: node.id.clone(), number: false }))
            }
        }
    }
    faults.extend(first_page(read, meant, side));
    faults
}

/// A label that was read as text becomes the label that it is: a second heading "I." in one document, for one
/// of several documents that were set together, counts no further.
fn labelled(mut node: Node) -> Node {
    if node.number.is_none()
        && node.kind != NodeKind::Footnote
        && let Some((label, text)) = node.text.split_once(' ')
    {
        let own = label.strip_suffix('.').or_else(|| label.ends_with(')').then_some(label));
        let sign = own.map(|own| own.trim_matches(['(', ')']));
        let is_figure = |sign: &str| sign.chars().all(|c| c.is_ascii_digit()) && sign.len() < 4;
        let is_letter = |sign: &str| {
            sign.len() == 1 && sign.chars().all(char::is_alphabetic)
                || sign.chars().all(|c| "IVXLC".contains(c))
                || sign.chars().all(|c| "ivxlc".contains(c))
        };
        if sign.is_some_and(|sign| !sign.is_empty() && (is_figure(sign) || is_letter(sign))) {
            (node.number, node.text) = (own.map(str::to_owned), text.to_owned());
        }
    }
    node
}

/// Parts of the first page whose words are not there, in whatever part they should be read.
fn first_page(read: &Report, meant: &Report, side: usize) -> Vec<Fault> {
    /// So many parts behind the first page may hold what belongs to it.
    const BEHIND: usize = 20;
    let heads = read.nodes.iter().take_while(|node| node.kind == NodeKind::Masthead).count();
    let mut there: HashMap<String, usize> = HashMap::new();
    for node in read.nodes.iter().take(heads + BEHIND) {
        let number = node.number.iter().flat_map(|number| number.split_whitespace());
        for word in squeezed(&node.text).split(' ').chain(number) {
            *there.entry(word.to_owned()).or_default() += 1;
        }
    }
    let mut is_there = |node: &&Node| {
        squeezed(&node.text).split(' ').all(|word| match there.get_mut(word) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => word.is_empty(),
        })
    };
    let heads = meant.nodes.iter().take_while(|node| node.kind == NodeKind::Masthead);
    let missing = heads.filter(|node| !is_there(node));
    missing.map(|node| Fault { side, id: node.id.clone(), number: false }).collect()
}

/// Blanks, the cuts between cells and the kind of a hyphen say nothing.
fn squeezed(text: &str) -> String {
    plain_hyphens(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

impl Lessons {
    /// Takes the faults to heart; false where they teach nothing new.
    pub fn learn(&mut self, faults: &[Fault]) -> bool {
        let mut learned = false;
        for fault in faults {
            learned |= match fault.number {
                // The first wrong number makes those behind it wrong: a few at a time would be better, but
                // typing them all is right too.
                true => fault.side == 1 && self.typed.insert(fault.id.clone()),
                false => self.whole.insert((fault.side, fault.id.clone())),
            };
        }
        learned
    }
}
