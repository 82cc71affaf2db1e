//! `w:sym`: characters of symbol fonts, by font and code.

/// The letters of the font Symbol, from `A` and from `a`.
const UPPER: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
const LOWER: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

/// What a symbol looks like; a white square where it is not known.
pub fn symbol(font: &str, code: &str) -> char {
    let Ok(code) = u32::from_str_radix(code, 16) else { return '□' };
    // Symbol fonts lie in a private area from F000 on.
    let own = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    let font = font.to_lowercase();
    if font.starts_with("wingdings") {
        return match own {
            0x6f | 0x71 | 0x72 | 0xa8 => '☐',
            0xfd | 0x78 => '☒',
            0xfe => '☑',
            0xfc => '✓',
            0xfb => '✗',
            0xe0 | 0xe8 => '→',
            0x28 => '☎',
            0x2a => '✉',
            0x6c | 0x9f | 0xa7 | 0x6e | 0x76 | 0xd8 => '•',
            _ => '□',
        };
    }
    if font.starts_with("symbol") {
        return match own {
            0x41..=0x5a => UPPER.chars().nth(own as usize - 0x41).unwrap_or('□'),
            0x61..=0x7a => LOWER.chars().nth(own as usize - 0x61).unwrap_or('□'),
            0xa3 => '≤',
            0xb0 => '°',
            0xb1 => '±',
            0xb3 => '≥',
            0xb4 => '×',
            0xb7 => '•',
            0xb9 => '≠',
            0xbb => '≈',
            0xbc => '…',
            0xae => '→',
            0xac => '←',
            0xd2 | 0xe2 => '®',
            0xd3 | 0xe3 => '©',
            0x20..=0x7e => char::from_u32(own).unwrap_or('□'),
            _ => '□',
        };
    }
    char::from_u32(code).filter(|c| !('\u{e000}'..='\u{f8ff}').contains(c) && !c.is_control()).unwrap_or('□')
}
