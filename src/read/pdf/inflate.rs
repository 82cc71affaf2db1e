//! How large a compressed stream gets, found out without keeping what comes out of it.
//!
//! Both PDF libraries unfold a stream whole, without a limit; so whatever they are going to
//! unfold is measured here first.

use flate2::read::ZlibDecoder;
use pdf_extract::{Dictionary, Object};
use std::io::Read;

/// Deflate makes at most 1,032 bytes of one, LZW of PDF at most about 2,700. A stream that is
/// smaller than the limit divided by this is no danger and is not unfolded twice.
const MOST_FROM_ONE: u64 = 2_800;

/// True where `bytes`, packed by zlib, unfold to more than `limit` bytes. Damaged data counts as
/// far as it can be read: so far the libraries get, too.
pub fn exceeds(bytes: &[u8], limit: u64) -> bool {
    if (bytes.len() as u64).saturating_mul(MOST_FROM_ONE) <= limit {
        return false;
    }
    let mut decoder = ZlibDecoder::new(bytes).take(limit + 1);
    std::io::copy(&mut decoder, &mut std::io::sink()).unwrap_or(limit - decoder.limit().min(limit)) > limit
}

/// Bytes that a stream of an open document unfolds to, at most; what is past `limit` is not counted.
/// `known` is the answer of the time before.
pub fn size(dictionary: &Dictionary, bytes: &[u8], limit: u64, known: Option<u64>) -> u64 {
    let length = bytes.len() as u64;
    match (known, times_packed(dictionary)) {
        (Some(size), _) => size,
        (None, 0) => length,
        (None, 1) => {
            let mut decoder = ZlibDecoder::new(bytes).take(limit.saturating_add(1));
            let whole = std::io::copy(&mut decoder, &mut std::io::sink());
            // What is not zlib's (LZW) is bounded by the most that it could be.
            let read = limit.saturating_add(1) - decoder.limit();
            whole.unwrap_or(if read == 0 { length.saturating_mul(MOST_FROM_ONE) } else { read })
        }
        // A thousand of one, and again a thousand of each: nobody packs a page like that.
        (None, _) => length.saturating_mul(MOST_FROM_ONE * MOST_FROM_ONE / 64),
    }
}

/// True where a stream of an open document unfolds to more than `limit` bytes.
pub fn stream_exceeds(dictionary: &Dictionary, bytes: &[u8], limit: u64) -> bool {
    let small = (bytes.len() as u64).saturating_mul(MOST_FROM_ONE) <= limit;
    !(small && times_packed(dictionary) < 2) && size(dictionary, bytes, limit, None) > limit
}

fn times_packed(dictionary: &Dictionary) -> usize {
    let packed = |name: &Object| matches!(name.as_name(), Ok(b"FlateDecode" | b"Fl" | b"LZWDecode" | b"LZW"));
    match dictionary.get(b"Filter") {
        Ok(Object::Array(filters)) => filters.iter().filter(|name| packed(name)).count(),
        Ok(name) => usize::from(packed(name)),
        Err(_) => 0,
    }
}

/// False where a stream, packed once, breaks off or is damaged. lopdf keeps what came out before the
/// damage and says nothing; hayro's reader often gets further.
pub fn is_sound(dictionary: &Dictionary, bytes: &[u8]) -> bool {
    if dictionary.get(b"Filter").and_then(Object::as_name).ok() != Some(b"FlateDecode") {
        return true;
    }
    std::io::copy(&mut ZlibDecoder::new(bytes), &mut std::io::sink()).is_ok()
}

/// True where a stream that holds objects (or, for a file that has to be repaired, any stream but a
/// picture) unfolds to more than `limit` bytes: those are unfolded when the file is opened, before
/// anything can be asked about them. They are looked for as text, for the same reason.
pub fn file_exceeds(bytes: &[u8], limit: u64, only_objects: bool) -> bool {
    let mut at = 0;
    while let Some(found) = find(&bytes[at..], b"stream") {
        let keyword = at + found;
        at = keyword + b"stream".len();
        if keyword >= 3 && &bytes[keyword - 3..keyword] == b"end" {
            continue;
        }
        let head = &bytes[keyword.saturating_sub(LONGEST_HEAD)..keyword];
        // From the last object on: what stands before is another stream's.
        let head = head.windows(3).rposition(|window| window == b"obj").map_or(head, |from| &head[from..]);
        let holds = |name: &[u8]| find(head, name).is_some();
        let wanted = if only_objects {
            holds(b"/ObjStm") || holds(b"/XRef")
        } else {
            !(holds(b"/Image") && holds(b"/Width"))
        };
        let mut data = &bytes[at..];
        data = data.strip_prefix(b"\r").unwrap_or(data);
        data = data.strip_prefix(b"\n").unwrap_or(data);
        let data = &data[..find(data, b"endstream").unwrap_or(data.len())];
        if wanted && holds(b"Fl") && exceeds(data, limit) {
            return true;
        }
        at += data.len();
    }
    false
}

/// The dictionary before a stream is shorter than this.
const LONGEST_HEAD: usize = 2_048;

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    // By its first byte: the files are large, and `windows` alone is slow.
    let mut from = 0;
    while let Some(step) = bytes[from..].iter().position(|byte| *byte == what[0]) {
        let at = from + step;
        if bytes[at..].starts_with(what) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::ZlibEncoder};
    use std::io::Write;

    fn packed(length: usize) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(&vec![b' '; length]).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn a_bomb_is_told_from_a_page() {
        assert!(exceeds(&packed(3_000_000), 1_000_000));
        assert!(!exceeds(&packed(900_000), 1_000_000));
        assert!(!exceeds(b"not packed at all", 1_000));
    }

    #[test]
    fn a_bomb_among_the_objects_is_found_before_the_file_is_opened() {
        let mut file = b"%PDF-1.5\n1 0 obj <</Type /ObjStm /Filter /FlateDecode>> stream\n".to_vec();
        file.extend(packed(3_000_000));
        file.extend(b"\nendstream endobj");
        assert!(file_exceeds(&file, 1_000_000, true));
        assert!(!file_exceeds(&file, 4_000_000, true));
    }
}
