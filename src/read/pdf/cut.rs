//! Whether the end of a file is missing: it was not received whole, and a reader that repairs it would say
//! nothing of the pages that are lost.

use crate::error::ErrorKind;
use crate::read::SourceText;
use crate::remark::Remark;

/// Stands at the end of each state of a file.
const END: &[u8] = b"%%EOF";
/// Before the place of the last table of objects, two lines above the end.
const START: &[u8] = b"startxref";

/// Every command says it before anything else.
const CODE: &str = "file-cut";

/// Whether objects go on behind the last end of the file, or there is none.
///
/// A file that was only shortened by its last line can still be read as it was written.
pub fn is_cut(bytes: &[u8]) -> bool {
    let last = |sign: &[u8]| bytes.windows(sign.len()).rposition(|window| window == sign);
    let end = last(END).into_iter().chain(last(START)).max();
    let Some(end) = end else { return true };
    // Mail gateways add lines behind the end; an object among them is a part of the file.
    let rest = &bytes[end..];
    [&b" obj"[..], b"endobj", b"endstream"]
        .iter()
        .any(|sign| rest.windows(sign.len()).any(|window| window == *sign))
}

/// Says so before everything else, and takes back what to try with single pages: the file is what is wrong.
pub fn say(mut source: SourceText) -> SourceText {
    let pages = match source.pages.iter().filter(|page| page.road.is_some()).count() {
        1 => "only 1 page could be read".to_owned(),
        many => format!("only {many} pages could be read"),
    };
    for remark in &mut source.remarks {
        remark.hint = None;
    }
    let message = format!("the end of the file is missing, and {pages}: get the file again");
    source.remarks.insert(0, Remark::new(CODE, "", message));
    source
}

/// What else is said of a file that cannot be read comes of what is missing.
pub fn cause(error: ErrorKind) -> ErrorKind {
    match error {
        ErrorKind::Damaged(_)
        | ErrorKind::Empty
        | ErrorKind::Encrypted
        | ErrorKind::NoTextLayer(_)
        | ErrorKind::Garbled(_) => ErrorKind::Cut,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_its_end_is_cut() {
        let whole = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n";
        assert!(!is_cut(whole));
        assert!(!is_cut(&whole[..whole.len() - 7]));
        assert!(is_cut(&whole[..40]));
        // The first of two ends is not the last.
        let linear = [&whole[..], b"5 0 obj\n<<>>\nendobj\n6 0 obj\n<<"].concat();
        assert!(is_cut(&linear));
        assert!(!is_cut(&[&whole[..], b"-- \nThis mail was scanned.\n"].concat()));
    }
}
