//! Where a stretch of like characters ends.

/// The first place from `at` on whose character is not `wanted`; `at` itself beyond the end.
pub fn stretch_end(chars: &[char], at: usize, wanted: impl Fn(char) -> bool) -> usize {
    let rest = chars.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|c| wanted(**c)).count()
}

/// The end of the ASCII digits that begin at `at`.
pub fn digits_end(chars: &[char], at: usize) -> usize {
    stretch_end(chars, at, |c| c.is_ascii_digit())
}
