//! How sittings are held, opened, put off and called off, planned and wished for.

/// Verbs that say that a sitting takes place, with its form after "would" and the past.
pub const HOLDING: &[&str] = &[
    "held",
    "hold",
    "holding",
    "convened",
    "convene",
    "convening",
    "met",
    "meet",
    "conducted",
    "conduct",
    "organized",
    "organize",
    "organised",
    "organise",
    "hosted",
    "host",
    "reconvened",
    "reconvene",
    "resumed",
    "resume",
];

/// Those of them that are past forms or participles.
pub const HELD: &[&str] = &[
    "held",
    "convened",
    "met",
    "conducted",
    "organized",
    "organised",
    "hosted",
    "reconvened",
    "resumed",
    "offered",
    "provided",
    "delivered",
    "given",
    "undertaken",
    "staged",
];

/// Verbs that hold a gathering where it is their object: "called two informal meetings".
pub const CALLED: &[&str] = &[
    "called",
    "arranged",
    "facilitated",
    "co-facilitated",
    "chaired",
    "co-chaired",
    "moderated",
    "co-hosted",
    "co-organized",
    "undertook",
    "paid",
    "made",
];

/// Words before a verb that put it into the future or the conditional.
pub const TO_COME: &[&str] =
    &["will", "would", "shall", "should", "to", "may", "might", "could", "can", "must"];

/// Those of them that leave open whether it will be.
pub const MAYBE: &[&str] = &["may", "might", "could", "can", "should", "ought"];

/// Verbs and nouns that say that what follows is only wanted, thought of or possible.
pub const WISHED: &[&str] = &[
    "proposed",
    "proposes",
    "proposing",
    "proposal",
    "proposals",
    "suggested",
    "suggests",
    "suggesting",
    "suggestion",
    "suggestions",
    "recommended",
    "recommends",
    "recommending",
    "recommendation",
    "preferred",
    "preference",
    "favoured",
    "favored",
    "favouring",
    "favour",
    "favor",
    "hoped",
    "hope",
    "hopes",
    "hoping",
    "wished",
    "wish",
    "wishes",
    "advocated",
    "urged",
    "possibility",
    "feasibility",
    "desirability",
    "option",
    "options",
    "idea",
    "considering",
    "opposed",
    "objected",
    "declined",
    "refused",
    "unable",
    "failed",
];

/// Verbs by which a body settles that something is to be.
pub const DECIDED: &[&str] = &[
    "decided",
    "decides",
    "deciding",
    "agreed",
    "agrees",
    "agree",
    "agreeing",
    "agreement",
    "consensus",
    "decision",
    "resolved",
    "determined",
    "confirmed",
    "announced",
    "requested",
];

/// Words that make what follows a condition or a question.
pub const CONDITIONS: &[&str] = &["if", "whether", "unless", "provided"];

/// Words that deny the verb right behind them.
pub const AFTER_DENIAL: &[&str] = &["without", "before", "avoid", "against"];

/// Words that say that something was only planned; what follows them is a date to come.
pub const PLANNED: &[&str] = &[
    "announced",
    "arranged",
    "programmed",
    "set",
    "scheduled",
    "planned",
    "expected",
    "tentatively",
    "foreseen",
    "proposed",
    "envisaged",
    "due",
    "slated",
];

/// Called off.
pub const CANCELLED: &[&str] = &["cancelled", "canceled"];

/// Put off.
pub const POSTPONED: &[&str] = &["postponed", "deferred", "rescheduled"];

/// Given other days.
pub const MOVED: &[&str] = &["moved", "shifted", "advanced", "extended", "brought", "changed"];

/// Verbs that say that a sitting went on after a break.
pub const RESUMING: &[&str] = &["resumed", "reconvened", "resume", "reconvene"];

/// Verbs that tell of a day of a sitting and not of all its days.
pub const OPENING: &[&str] = &[
    "opened",
    "closed",
    "concluded",
    "ended",
    "adjourned",
    "suspended",
    "began",
    "commenced",
    "started",
    "continued",
    "inaugurated",
];
