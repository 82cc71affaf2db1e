//! Bytes → characters: byte order marks, UTF-8, UTF-16 without a mark, else Windows-1252.

use crate::error::ErrorKind;
use crate::remark::Remark;
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Decodes a text file. Windows-1252 is the fallback, as browsers have it (WHATWG Encoding), since
/// it is what old text exports of the documents system are in; the remark says so.
pub fn decode(bytes: &[u8]) -> Result<(String, Vec<Remark>), ErrorKind> {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, damaged) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return Ok((text.into_owned(), damage(damaged)));
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        let (text, damaged) = encoding.decode_without_bom_handling(bytes);
        return Ok((text.into_owned(), damage(damaged)));
    }
    // Text holds no NUL and next to no other control characters.
    let sample = &bytes[..bytes.len().min(64 * 1024)];
    let controls =
        sample.iter().filter(|byte| **byte < 32 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C)).count();
    if sample.contains(&0) || controls * 50 > sample.len() {
        return Err(ErrorKind::Unsupported("a binary file".into()));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), Vec::new()));
    }
    // A few broken bytes in what is otherwise UTF-8 are damage, not another encoding.
    let lossy = String::from_utf8_lossy(bytes);
    let broken = lossy.matches('\u{fffd}').count();
    let multibyte = lossy.chars().filter(|c| !c.is_ascii() && *c != '\u{fffd}').count();
    if multibyte > 4 * broken {
        return Ok((lossy.into_owned(), damage(true)));
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let remark = Remark::new("windows-1252", "", "the file is not UTF-8; it was read as Windows-1252")
        .hinted("if accented letters look wrong, save it as UTF-8");
    Ok((text.into_owned(), vec![remark]))
}

fn damage(damaged: bool) -> Vec<Remark> {
    let remark = || {
        Remark::new(
            "broken-characters",
            "",
            "some bytes of the file are no characters; they show as \u{fffd}",
        )
    };
    if damaged { vec![remark()] } else { Vec::new() }
}

/// UTF-16 without a byte order mark: every second byte of Latin text is NUL.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    if sample.len() < 8 {
        return None;
    }
    let nul = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second, pairs) = (nul(0), nul(1), sample.len() / 2);
    if second * 10 > pairs * 7 && first * 20 < pairs {
        Some(UTF_16LE)
    } else if first * 10 > pairs * 7 && second * 20 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}
