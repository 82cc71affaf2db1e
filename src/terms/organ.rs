//! [`Organ`]: the bodies whose resolutions and decisions are cited by number alone.
//!
//! The table is data: adding a body is adding a line.

/// A body, the names it is called by, and the first part of its symbols.
#[derive(Debug, PartialEq, Eq)]
pub struct Organ {
    /// What its symbols begin with: `A`, `E/CN.7`.
    pub root: &'static str,
    /// Full names and, after them, the short ones that a text uses once the full one was given.
    pub names: &'static [&'static str],
}

/// The organs, those with longer names before those whose names they contain.
pub const ORGANS: &[Organ] = &[
    Organ { root: "WHA", names: &["World Health Assembly", "Health Assembly"] },
    Organ { root: "UNEP/EA", names: &["United Nations Environment Assembly", "Environment Assembly"] },
    Organ { root: "A", names: &["General Assembly", "Assembly"] },
    Organ { root: "A/HRC", names: &["Human Rights Council"] },
    Organ { root: "E", names: &["Economic and Social Council"] },
    Organ { root: "S", names: &["Security Council"] },
    Organ { root: "T", names: &["Trusteeship Council"] },
    Organ { root: "E/CN.3", names: &["Statistical Commission"] },
    Organ { root: "E/CN.4", names: &["Commission on Human Rights"] },
    Organ { root: "E/CN.5", names: &["Commission for Social Development"] },
    Organ { root: "E/CN.6", names: &["Commission on the Status of Women"] },
    Organ { root: "E/CN.7", names: &["Commission on Narcotic Drugs"] },
    Organ { root: "E/CN.9", names: &["Commission on Population and Development"] },
    Organ { root: "E/CN.15", names: &["Commission on Crime Prevention and Criminal Justice"] },
    Organ { root: "E/CN.16", names: &["Commission on Science and Technology for Development"] },
    Organ { root: "E/CN.17", names: &["Commission on Sustainable Development"] },
    Organ { root: "E/ESCAP", names: &["Economic and Social Commission for Asia and the Pacific"] },
    Organ { root: "TD/B", names: &["Trade and Development Board"] },
    Organ {
        root: "CAC/COSP",
        names: &["Conference of the States Parties to the United Nations Convention against Corruption"],
    },
];

/// Short names that several organs share: which one is meant is for the context to say.
pub const SHARED_NAMES: &[&str] = &["Council", "Commission", "Board", "Conference", "Committee"];

/// The organ whose symbols begin as this one does, the most specific first.
pub fn of_symbol(symbol: &str) -> Option<&'static Organ> {
    ORGANS
        .iter()
        .filter(|organ| {
            symbol.strip_prefix(organ.root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
        .max_by_key(|organ| organ.root.len())
}

/// The organ with this full or short name.
pub fn named(name: &str) -> Option<&'static Organ> {
    ORGANS.iter().find(|organ| organ.names.contains(&name))
}
