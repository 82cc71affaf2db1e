//! The words of sessions and meetings: what a body holds, and what its kinds are called.

/// What a body holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noun {
    /// A session; its ordinal is canonical in words: "third session".
    Session,
    /// A meeting; its ordinal is canonical in figures: "283rd meeting".
    Meeting,
    /// A sitting, as meetings are called in parliaments and at the International Labour Conference.
    Sitting,
    /// A high-level or ministerial segment of a session.
    Segment,
}

impl Noun {
    /// "session".
    pub fn name(self) -> &'static str {
        match self {
            Noun::Session => "session",
            Noun::Meeting => "meeting",
            Noun::Sitting => "sitting",
            Noun::Segment => "segment",
        }
    }

    /// The noun that a word in small letters is, and whether it stands in the plural.
    pub fn of(word: &str) -> Option<(Self, bool)> {
        let (stem, plural) = word.strip_suffix('s').map_or((word, false), |stem| (stem, true));
        let nouns = [Noun::Session, Noun::Meeting, Noun::Sitting, Noun::Segment];
        nouns.into_iter().find(|noun| noun.name() == stem).map(|noun| (noun, plural))
    }
}

/// Words before the noun that tell which sitting it is: one with such a word is told apart from
/// one without.
pub const KINDS: &[&str] = &[
    "additional",
    "annual",
    "biannual",
    "biennial",
    "board",
    "briefing",
    "bureau",
    "combined",
    "consultation",
    "consultative",
    "coordination",
    "council",
    "donor",
    "drafting",
    "emergency",
    "executive",
    "expert",
    "experts",
    "extraordinary",
    "group",
    "high-level",
    "inaugural",
    "informal",
    "intergovernmental",
    "intersessional",
    "joint",
    "ministerial",
    "multi-stakeholder",
    "negotiating",
    "ordinary",
    "organizational",
    "planning",
    "pre-sessional",
    "preparatory",
    "reconvened",
    "regular",
    "resumed",
    "review",
    "senior",
    "special",
    "stakeholder",
    "stakeholders",
    "statutory",
    "substantive",
    "summit",
    "technical",
    "thematic",
    "tripartite",
    "working",
    "working-level",
];

/// Kinds that may stand before the ordinal: "the further resumed fifty-third session".
pub const KINDS_BEFORE: &[&str] =
    &["executive", "extraordinary", "further", "reconvened", "resumed", "special"];

/// Kinds that, in parentheses behind the ordinal or the noun, say what others say before the
/// ordinal: "fifth (resumed) session" is the resumed fifth session; the "second resumed session" is
/// another thing, the second time that one is resumed.
pub const TAKEN_UP_AGAIN: &[&str] = &["reconvened", "resumed", "resumption"];

/// Words that say how a sitting was held, or where in the row it stood: the same sitting with or
/// without them.
pub const MANNERS: &[&str] = &[
    "closed",
    "closing",
    "concluding",
    "dedicated",
    "face-to-face",
    "final",
    "formal",
    "full",
    "hybrid",
    "in-person",
    "last",
    "online",
    "open",
    "opening",
    "plenary",
    "private",
    "public",
    "virtual",
];

/// Endings of other adjectives that may stand between the ordinal and the noun.
pub const ADJECTIVE_ENDINGS: &[&str] = &["al", "ive", "ary", "ory", "ic", "wide"];

/// Kinds of which a body has one at a time, so that "its organizational session" names it.
pub const SINGLE: &[&str] = &[
    "closing",
    "concluding",
    "constituent",
    "constitutive",
    "emergency",
    "executive",
    "extraordinary",
    "final",
    "inaugural",
    "opening",
    "organizational",
    "pre-sessional",
    "reconvened",
    "resumed",
    "special",
    "substantive",
];

/// Bodies whose sittings are called by their abbreviation and a number: "COP 28", "COP-5".
pub const ABBREVIATIONS: &[&str] = &[
    "CMA", "CMP", "COP", "COP-MOP", "INC", "MOP", "MSP", "PrepCom", "SB", "SBI", "SBSTA", "SBSTTA", "UNEA",
    "UNGA", "WHA",
];

/// One spelling for words that have two.
pub fn spelling(word: &str) -> &str {
    match word {
        "organisational" => "organizational",
        "inter-sessional" => "intersessional",
        "presessional" => "pre-sessional",
        "multistakeholder" => "multi-stakeholder",
        _ => word,
    }
}
