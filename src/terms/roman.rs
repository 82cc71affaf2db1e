//! Roman numerals.

/// The value of a Roman numeral in its canonical form, up to 89, whatever its case.
pub fn roman(body: &str) -> Option<u32> {
    if body.len() > 8 {
        return None;
    }
    let lower = body.to_ascii_lowercase();
    (1..90).find(|value| roman_of(*value) == lower)
}

/// The Roman numeral of 1 to 3999, in small letters; it is the caller's to ask for no other.
pub fn roman_of(mut value: u32) -> String {
    const PARTS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut out = String::new();
    for (worth, sign) in PARTS {
        while value >= worth {
            out.push_str(sign);
            value -= worth;
        }
    }
    out
}
