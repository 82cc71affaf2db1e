//! The words of a pair as a pen marks them: what is struck is what goes, and no more.

use crate::diff::{WordOp, Words, words};

/// The words without strokes that nobody would make: hyphens of another kind stay as OLD has them, and of
/// brackets that fall the brackets alone are struck.
pub(super) fn fine(words: &[Words]) -> Vec<Words> {
    let mut out = Strokes::default();
    let mut words = words.iter().peekable();
    while let Some(word) = words.next() {
        match words.peek() {
            Some(next) if word.op == WordOp::Delete && next.op == WordOp::Insert => {
                out.exchange(&word.text, &next.text);
                words.next();
            }
            _ => out.push(word.op, &word.text),
        }
    }
    out.0
}

/// The words of two symbols: the parts that both begin with stay.
pub(super) fn symbol(old: &str, new: &str) -> Vec<Words> {
    let mut out = Strokes::default();
    let compared = words::compare(old, new);
    let mut compared = compared.iter().peekable();
    while let Some(word) = compared.next() {
        match compared.peek() {
            Some(next) if word.op == WordOp::Delete && next.op == WordOp::Insert => {
                let same = common_parts(&word.text, &next.text);
                out.push(WordOp::Equal, &word.text[..same]);
                out.push(WordOp::Delete, &word.text[same..]);
                out.push(WordOp::Insert, &next.text[same..]);
                compared.next();
            }
            _ => out.push(word.op, &word.text),
        }
    }
    out.0
}

/// The length of the parts of a symbol ("A", "C.5", "80") that both begin with.
fn common_parts(one: &str, other: &str) -> usize {
    let mut same = 0;
    for (one, other) in one.split('/').zip(other.split('/')) {
        if one != other {
            break;
        }
        same += one.len() + usize::from(same > 0);
    }
    same
}

/// How much of the longer of two texts both have, 0..=1: words of the same letters and figures.
pub(super) fn share(one: &str, other: &str) -> f64 {
    let list = |text: &str| -> Vec<String> {
        let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
    };
    let length = |words: &[String]| words.iter().map(|word| word.chars().count()).sum::<usize>();
    let (one, mut other) = (list(one), list(other));
    let longer = length(&one).max(length(&other)).max(1);
    let mut same = 0;
    for word in &one {
        if let Some(at) = other.iter().position(|own| own == word) {
            other.swap_remove(at);
            same += word.chars().count();
        }
    }
    same as f64 / longer as f64
}

/// Text with hyphens of one kind: that a line must not end behind one, or that a font has another sign for
/// it, says nothing.
pub(super) fn plain_hyphens(text: &str) -> String {
    text.replace(['\u{2010}', '\u{2011}'], "-")
}

/// Words that are being put together.
#[derive(Default)]
pub(super) struct Strokes(pub Vec<Words>);

impl Strokes {
    /// Appends, joined to the last where both are of one kind.
    pub fn push(&mut self, op: WordOp, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.op == op => last.text.push_str(text),
            _ => self.0.push(Words { op, text: text.to_owned() }),
        }
    }

    fn exchange(&mut self, gone: &str, come: &str) {
        let inside =
            |text: &str| text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).map(str::to_owned);
        let (was, now) = (inside(gone), inside(come));
        match (was, now) {
            (Some(was), None) if is_mostly(&was, come) => {
                self.push(WordOp::Delete, "[");
                self.exchange(&was, come);
                self.push(WordOp::Delete, "]");
            }
            (None, Some(now)) if is_mostly(gone, &now) => {
                self.push(WordOp::Insert, "[");
                self.exchange(gone, &now);
                self.push(WordOp::Insert, "]");
            }
            _ if gone == come => self.push(WordOp::Equal, gone),
            _ => self.hyphens(gone, come),
        }
    }

    fn hyphens(&mut self, gone: &str, come: &str) {
        let (was, now) = (plain_hyphens(gone), plain_hyphens(come));
        if was == gone && now == come {
            self.push(WordOp::Delete, gone);
            self.push(WordOp::Insert, come);
            return;
        }
        // The plain texts have as many characters as they had.
        let (mut old, mut new) = (gone.chars(), come.chars());
        for word in words::compare(&was, &now) {
            let count = word.text.chars().count();
            let (mut from_old, mut from_new) = (String::new(), String::new());
            if word.op != WordOp::Insert {
                from_old.extend(old.by_ref().take(count));
            }
            if word.op != WordOp::Delete {
                from_new.extend(new.by_ref().take(count));
            }
            match word.op {
                WordOp::Insert => self.push(word.op, &from_new),
                _ => self.push(word.op, &from_old),
            }
        }
    }
}

fn is_mostly(one: &str, other: &str) -> bool {
    one == other || share(one, other) > 0.5
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(words: &[Words]) -> String {
        let sign = |op| match op {
            WordOp::Equal => "",
            WordOp::Delete => "−",
            WordOp::Insert => "+",
        };
        words.iter().map(|word| format!("{0}{1}{0}", sign(word.op), word.text)).collect()
    }

    #[test]
    fn what_is_struck_is_what_goes() {
        let fine = |old: &str, new: &str| {
            let pair = [(WordOp::Delete, old), (WordOp::Insert, new)];
            shown(&fine(&pair.map(|(op, text)| Words { op, text: text.to_owned() })))
        };
        assert_eq!(fine("[7]", "7"), "−[−7−]−");
        assert_eq!(fine("7", "[7]"), "+[+7+]+");
        assert_eq!(fine("[7]", "8"), "−[7]−+8+");
        assert_eq!(fine("pre-recorded", "pre\u{2011}recorded"), "pre-recorded");
        assert_eq!(
            fine("a pre\u{2011}recorded text", "a pre-recorded word"),
            "a pre\u{2011}recorded −text−+word+"
        );
    }

    #[test]
    fn a_symbol_keeps_what_both_begin_with() {
        assert_eq!(shown(&symbol("A/AC.999/2031/L.1", "A/86/31")), "A−/AC.999/2031/L.1−+/86/31+");
        assert_eq!(shown(&symbol("X/MSP/2031/11", "X/MSP/2031/11/Rev.1")), "X/MSP/2031/11+/Rev.1+");
        assert_eq!(shown(&symbol("S/2031/7", "A/2031/7")), "−S/2031/7−+A/2031/7+");
    }
}
