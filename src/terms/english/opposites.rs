//! Words that say the contrary of one another, and what tells a plan from a deed.

/// Words and phrases of which one says the contrary of the other, in lower case.
pub const OPPOSITES: &[(&str, &str)] = &[
    ("over", "under"),
    ("above", "below"),
    ("more", "less"),
    ("more", "fewer"),
    ("at least", "at most"),
    ("maximum", "minimum"),
    ("high", "low"),
    ("higher", "lower"),
    ("highest", "lowest"),
    ("majority", "minority"),
    ("increase", "decrease"),
    ("increases", "decreases"),
    ("increased", "decreased"),
    ("increasing", "decreasing"),
    ("increase", "reduce"),
    ("increased", "reduced"),
    ("increase", "reduction"),
    ("strengthen", "weaken"),
    ("import", "export"),
    ("imports", "exports"),
    ("imported", "exported"),
    ("importing", "exporting"),
    ("importer", "exporter"),
    ("importers", "exporters"),
    ("public", "private"),
    ("internal", "external"),
    ("national", "international"),
    ("domestic", "foreign"),
    ("formal", "informal"),
    ("permanent", "temporary"),
    ("voluntary", "mandatory"),
    ("voluntary", "compulsory"),
    ("optional", "mandatory"),
    ("binding", "non-binding"),
    ("direct", "indirect"),
    ("legal", "illegal"),
    ("lawful", "unlawful"),
    ("accept", "reject"),
    ("accepted", "rejected"),
    ("approve", "reject"),
    ("approved", "rejected"),
    ("support", "oppose"),
    ("supported", "opposed"),
    ("for", "against"),
    ("favour", "against"),
    ("with", "without"),
    ("including", "excluding"),
    ("inclusive", "exclusive"),
    ("sending", "receiving"),
    ("lending", "borrowing"),
    ("donor", "recipient"),
    ("donors", "recipients"),
    ("creditor", "debtor"),
    ("creditors", "debtors"),
    ("buyer", "seller"),
    ("buyers", "sellers"),
    ("positive", "negative"),
    ("better", "worse"),
    ("earlier", "later"),
    ("rise", "fall"),
    ("rose", "fell"),
    ("inside", "outside"),
    ("within", "outside"),
];

/// The way from and the way to: each a preposition before the one whom something reaches or leaves.
pub const WAYS: &[(&str, &str)] = &[("to", "from"), ("towards", "from"), ("into", "from")];

/// The same, where somebody who acts stands behind it: what is received by the Council is not
/// received from it.
pub const WAYS_OF_ACTORS: &[(&str, &str)] = &[("by", "to"), ("by", "from")];

/// Behind something given or said: whose it is, and whom it is for.
pub const GIVERS: &[&str] = &["of", "by", "from"];
/// The other end.
pub const RECEIVERS: &[&str] = &["to", "for"];

/// What goes from one to another.
pub const GIVEN: &str = "aid appeal appeals assistance communication communications contribution contributions \
    donation donations fund funds grant grants invitation invitations letter letters loan loans message \
    messages note notes payment payments recommendation recommendations reply replies report reports request \
    requests response responses statement statements submission submissions support transfer transfers";

/// Words behind which "to" and "from" are one.
pub const WAYLESS: &[&str] = &["different", "differently", "distinct"];

/// Those who stand on one side of an act or on the other: "the detaining Power", "the requested State".
pub const BEARERS: &[&str] = &[
    "authorities",
    "authority",
    "bodies",
    "body",
    "companies",
    "company",
    "contractor",
    "contractors",
    "countries",
    "country",
    "court",
    "courts",
    "economies",
    "economy",
    "entities",
    "entity",
    "government",
    "governments",
    "institution",
    "institutions",
    "jurisdiction",
    "jurisdictions",
    "member",
    "members",
    "nation",
    "nations",
    "organization",
    "organizations",
    "parties",
    "party",
    "person",
    "persons",
    "power",
    "powers",
    "state",
    "states",
    "territories",
    "territory",
];

/// What may stand before an attribute: behind these an "-ed" or "-ing" is no verb of the sentence.
pub const BEFORE_ATTRIBUTES: &str = "the a an all any each every some other both no such its their his her \
    this these those that many most several few least more highly heavily newly small island landlocked of \
    for from to in by between with on among amongst against as at into towards per via under over within";

/// What will be, or is to be.
pub const PLANNED: &[&str] = &[
    "will",
    "shall",
    "would",
    "should",
    "is to",
    "are to",
    "was to",
    "were to",
    "is going to",
    "are going to",
    "is expected to",
    "are expected to",
    "is due to",
    "are due to",
];

/// What has been.
pub const DONE: &[&str] = &["was", "were", "has been", "have been", "had been", "have", "has", "had"];

/// Pasts that do not end in "-ed".
pub const PASTS: &str = "began became brought built came chose chosen drew fell forbade gave given gone got \
    grew held kept laid led left lost made met paid put rose said sat saw sent set shown sold spent spoke \
    spoken stood taken told took went withdrew withdrawn won wrote written";
