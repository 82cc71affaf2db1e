//! Brackets that do not fit: real texts have them, and nobody notices before the last day.

use crate::mentions::Context;
use crate::mentions::passage::Passage;
use crate::remark::Remark;
use crate::report::NodeKind;

const CODE: &str = "unbalanced-bracket";

/// Counts what a node leaves open and closes without having opened it. Wording in brackets may go
/// over several paragraphs, so what is open waits for a later node; a footnote is by itself.
pub(super) fn count(passage: &Passage<'_>, context: &mut Context, opened: usize, closed: usize) {
    let mut closed = closed;
    if passage.kind != NodeKind::Footnote {
        while closed > 0
            && let Some((_, open)) = context.open_brackets.last_mut()
        {
            let both = closed.min(*open);
            *open -= both;
            closed -= both;
            if *open == 0 {
                context.open_brackets.pop();
            }
        }
    }
    if closed > 0 {
        context.remark(CODE, format!("{} without “[”", times(closed, ']')));
    }
    if opened > 0 && passage.kind == NodeKind::Footnote {
        context.remark(CODE, format!("{} without “]”", times(opened, '[')));
    } else if opened > 0 {
        context.open_brackets.push((context.node.clone(), opened));
    }
}

/// Says what was never closed.
pub(super) fn finish(context: &mut Context) {
    for (node, open) in std::mem::take(&mut context.open_brackets) {
        context.remarks.push(Remark::new(CODE, node, format!("{} without “]”", times(open, '['))));
    }
}

fn times(count: usize, bracket: char) -> String {
    if count == 1 { format!("a “{bracket}”") } else { format!("{count} “{bracket}”") }
}
