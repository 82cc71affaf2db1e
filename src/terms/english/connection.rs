//! Words that say what a cited document, a date or a session is cited for.

/// Words of a note that does nothing but cite: "General Assembly resolution 69/313, annex."
pub const CITING: &str = "a an the of in on by to and or see also ibid under adopted contained available at \
    as for from its with amended annex annexes appendix art arts article articles para paras paragraph \
    paragraphs chap chapter sect section vol volume no nos p pp part resolution resolutions decision \
    decisions general assembly security economic social human rights council united nations treaty series \
    official records session supplement first second third tenth eleventh twelfth report document official";

/// Words before a day or a year by which something is due.
pub const DEADLINE: &str = "by before until till later";

/// Words before a session at which something is to be done, and what that is.
pub const TASKS: &[(&str, &str)] = &[
    ("report", "report"),
    ("reports", "report"),
    ("submit", "report"),
    ("present", "report"),
    ("agenda", "agenda"),
    ("include", "agenda"),
    ("consider", "agenda"),
    ("convene", "hold"),
    ("hold", "hold"),
    ("meet", "hold"),
    ("elect", "elect"),
    ("adopt", "adopt"),
];

/// Words of a sentence in which somebody is asked to do something, or undertakes it.
pub const ASKING: &str = "request requests requested requesting decide decides decided deciding invite invites \
    invited inviting recommend recommends recommended recommending agree agrees agreed calls urges";
