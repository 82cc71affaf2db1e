//! The words of which symbols are made: adding one is adding it to its table.

/// First parts of symbols: organs, programmes, treaty bodies, conventions, and neighbours that
/// number their documents in the same way.
pub(super) const ROOTS: &[&str] = &[
    "A", "S", "E", "T", "ST", "TD", "CD", "DC", "DP", "ID", "IDB", "GC", "HS", "HSP", "HRI", "LC", "CCW",
    "NPT", "TPNW", "BWC", "BTWC", "CWC", "APLC", "CCM", "ATT", "CTBT", "FCCC", "ICCD", "CBD", "UNEP", "UNDP",
    "UNFPA", "UNICEF", "UNHCR", "UNCTAD", "UNITAR", "UNW", "UNOPS", "WFP", "CEDAW", "CCPR", "CRC", "CAT",
    "CERD", "CRPD", "CED", "CMW", "CESCR", "SPT", "ISBA", "SPLOS", "CLCS", "CTOC", "CAC", "ECE", "CES",
    "PBC", "ICC-ASP", "INB", "IPBES", "SAICM", "LOS", "MP", "GOV", "INFCIRC", "JIU", "JM", "ITLOS", "WHO",
    "WT", "EB", "EC", "RC", "C", "G", "IP", "TN", "JOB", "WO", "SCCR", "WIPO", "CDIP", "SCP", "GCF", "GEF",
    "IOC", "IOTC", "UNODC", "PCNICC", "COFI", "COAG", "CFS", "OSPAR", "CMS", "AEWA", "UNFF", "UNECE",
    "ESCAP", "ECA", "ECLAC", "ESCWA", "CRIC", "UNIDO", "UNGGIM", "UNRWA", "UNU", "CEB", "ICSC", "ACC",
    "FCTC", "UNAIDS", "WMO", "WHC", "IFAD",
];

/// Roots that may carry a session in themselves: `EC-94/DEC.2`, `C-25/DEC.9`, `IDB.48/3`, `GC.19/Res.2`.
pub(super) const NUMBERED_ROOTS: &[&str] = &["EC", "RC", "C", "IDB", "GC", "ICC", "GB", "ILC", "PBC", "TB"];

/// Parts that take a number after a full stop and say what the document is.
pub(super) const NATURES: &[&str] = &[
    "L", "CRP", "WP", "INF", "NGO", "PV", "SR", "R", "RES", "Res", "DEC", "Dec", "IC", "PET", "DG", "NAT",
    "MISC", "Misc", "Doc", "Inf", "Circ", "PRST", "TP", "DT", "TECH",
];

/// Parts that say how the document stands to the one before them in the symbol.
pub const MODIFIERS: &[&str] = &["Rev", "Add", "Corr", "Amend", "Suppl", "Summary"];

/// Parts that a stroke parts from their serial number: after `INF/1` a list goes on with a number.
pub(super) const SERIES: &[&str] = &["INF", "NGO", "CRP", "WP", "L", "INFCIRC"];

/// Parts that name a body, so that a symbol of these alone names no document.
pub(super) const BODIES: &[&str] = &[
    "AC", "C", "CN", "CONF", "GE", "GGE", "OEWG", "INC", "PC", "PrepCom", "PREPCOM", "SC", "Sub", "WG", "SER",
];

/// Roots under which a document on two reports at once has two numbers.
pub(super) const TREATY_BODIES: &[&str] = &["CEDAW", "CERD", "CRC", "CAT", "CCPR", "CRPD", "CMW", "CED"];

/// Further words with small letters that occur in symbols.
pub(super) const MIXED_WORDS: &[&str] =
    &["Res", "Dec", "OzL", "Pro", "PrepCom", "Sub", "Summary", "Suppl", "Misc", "Doc", "Inf", "Circ"];

/// What a suffix in parentheses begins with where it says which volume or part a document is.
pub(super) const VOLUMES: &[&str] = &[
    "Vol",
    "Part",
    "Supp",
    "SUPP",
    "Resumption",
    "Summary",
    "Advance",
    "Sect",
    "Introduction",
    "PART",
    "VOL",
    "Corrected",
    "Prov",
    "SUMMARY",
];
