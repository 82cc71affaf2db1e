//! [`Organ`]: the bodies whose resolutions and decisions are cited by number alone.
//!
//! The table is data: adding a body is adding a line.

/// A body, the names it is called by, and the first part of its symbols.
#[derive(Debug, PartialEq, Eq)]
pub struct Organ {
    /// What its symbols begin with: `A`, `E/CN.7`; empty where its resolutions are known by their
    /// number alone.
    pub root: &'static str,
    /// Full names and, after them, the short ones that a text uses once the full one was given.
    pub names: &'static [&'static str],
    /// When its citations are believed to be its own.
    pub cited: Cited,
}

/// How an organ's resolutions are cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cited {
    /// Also by number alone, once the organ was named.
    Alone,
    /// Also by number alone; its sessions are counted from `since` on, `yearly` a year, so that a
    /// number too high for the date of the report is not its own.
    Counted {
        /// The year before its first session.
        since: i16,
        /// Sessions a year, at most.
        yearly: i16,
    },
    /// Only with its name beside the number, or in its own reports.
    Named,
    /// By a serial number and the session in Roman numerals alone, "689 (XXXV)", once it was named.
    Serial,
}

impl Organ {
    /// Whether a number by itself may be its own where its name stands anywhere before.
    pub fn is_remembered(&self) -> bool {
        matches!(self.cited, Cited::Alone | Cited::Counted { .. })
    }
}

const fn organ(root: &'static str, names: &'static [&'static str], cited: Cited) -> Organ {
    Organ { root, names, cited }
}

/// The organs, those with longer names before those whose names they contain.
pub const ORGANS: &[Organ] = &[
    organ("WHA", &["World Health Assembly", "Health Assembly"], Cited::Named),
    organ("UNEP/EA", &["United Nations Environment Assembly", "Environment Assembly"], Cited::Named),
    organ("HSP/HA", &["United Nations Habitat Assembly", "UN-Habitat Assembly"], Cited::Named),
    organ("A", &["General Assembly", "UNGA", "Assembly"], Cited::Alone),
    organ("A/HRC", &["Human Rights Council"], Cited::Counted { since: 2005, yearly: 3 }),
    organ("E", &["Economic and Social Council", "ECOSOC"], Cited::Alone),
    organ("S", &["Security Council"], Cited::Alone),
    organ("T", &["Trusteeship Council"], Cited::Alone),
    organ("E/CN.3", &["Statistical Commission"], Cited::Counted { since: 1947, yearly: 1 }),
    organ("E/CN.4", &["Commission on Human Rights"], Cited::Alone),
    organ("E/CN.5", &["Commission for Social Development"], Cited::Counted { since: 1962, yearly: 1 }),
    organ("E/CN.6", &["Commission on the Status of Women"], Cited::Counted { since: 1956, yearly: 1 }),
    organ("E/CN.7", &["Commission on Narcotic Drugs"], Cited::Counted { since: 1957, yearly: 1 }),
    organ("E/CN.9", &["Commission on Population and Development"], Cited::Alone),
    organ(
        "E/CN.15",
        &["Commission on Crime Prevention and Criminal Justice"],
        Cited::Counted { since: 1991, yearly: 1 },
    ),
    organ("E/CN.16", &["Commission on Science and Technology for Development"], Cited::Alone),
    organ("E/CN.17", &["Commission on Sustainable Development"], Cited::Alone),
    // The regional commissions: one numbers by session, the others through all their sessions.
    organ("E/ESCAP", &["Economic and Social Commission for Asia and the Pacific", "ESCAP"], Cited::Named),
    organ(
        "ECLAC",
        &[
            "Economic Commission for Latin America and the Caribbean",
            "Economic Commission for Latin America",
            "ECLAC",
            "ECLA",
        ],
        Cited::Serial,
    ),
    organ("E/ESCWA", &["Economic and Social Commission for Western Asia", "ESCWA"], Cited::Serial),
    organ("E/ECA", &["Economic Commission for Africa", "ECA"], Cited::Serial),
    organ("TD/B", &["Trade and Development Board"], Cited::Named),
    organ(
        "CAC/COSP",
        &["Conference of the States Parties to the United Nations Convention against Corruption"],
        Cited::Named,
    ),
    organ(
        "CTOC/COP",
        &[
            "Conference of the Parties to the United Nations Convention against Transnational Organized Crime",
            "Conference of the Parties to the Organized Crime Convention",
        ],
        Cited::Named,
    ),
    organ("CBD/COP", &["Conference of the Parties to the Convention on Biological Diversity"], Cited::Named),
    // Boards that number by the year, each for itself.
    organ("", &["Executive Board"], Cited::Named),
    organ("", &["Governing Council"], Cited::Named),
    // Neighbours that number as the Assembly does not: "Resolution 9 (Rev. Geneva, 2031)".
    organ("", &["Plenipotentiary Conference", "FAO Conference", "ITU Council", "FAO Council"], Cited::Named),
    organ("", &["Conference of the Parties", "Meeting of the Parties", "COP"], Cited::Named),
];

/// Short names that several organs share: which one is meant is for the context to say.
pub const SHARED_NAMES: &[&str] = &["Council", "Commission", "Board", "Conference", "Committee"];

/// The organ whose symbols begin as this one does, the most specific first.
pub fn of_symbol(symbol: &str) -> Option<&'static Organ> {
    // Reports under the Convention on Biological Diversity, whatever body they come from, and those of
    // the commission that gives its documents the letters of its name in Spanish or French.
    let symbol = match symbol.split('/').next() {
        Some("CBD") => "CBD/COP",
        Some("LC") => "ECLAC",
        Some("ESCAP") => "E/ESCAP",
        Some("ESCWA") => "E/ESCWA",
        Some("ECA") => "E/ECA",
        _ => symbol,
    };
    ORGANS
        .iter()
        .filter(|organ| {
            !organ.root.is_empty()
                && symbol
                    .strip_prefix(organ.root)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
        .max_by_key(|organ| organ.root.len())
}

/// The organ with this full or short name.
pub fn named(name: &str) -> Option<&'static Organ> {
    ORGANS.iter().find(|organ| organ.names.contains(&name))
}
