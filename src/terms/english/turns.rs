//! Words and turns that drafters and editors put in one another's place without another meaning.

/// Turns that say the same as a shorter one, or nothing: the words, and the word that they come to.
pub const TURNS: &[(&str, &str)] = &[
    ("take note of", "note"),
    ("takes note of", "note"),
    ("taking note of", "note"),
    ("took note of", "note"),
    ("taken note of", "note"),
    ("in this context", ""),
    ("in that context", ""),
    ("in this regard", ""),
    ("in that regard", ""),
    ("in this respect", ""),
    ("in that respect", ""),
    ("in this connection", ""),
    ("in that connection", ""),
    ("to this end", ""),
    ("to that end", ""),
    ("for this purpose", ""),
    ("for that purpose", ""),
    ("substantive session", ""),
    ("substantive sessions", ""),
    ("as well as", "and"),
    ("in addition to", "and"),
    // Without their "to", which may stand on both sides.
    ("in order", ""),
    ("so as", ""),
    ("with a view", ""),
    ("in the light of", "view"),
    ("in light of", "view"),
    ("in view of", "view"),
    ("due", "owing"),
    ("because of", "owing"),
    ("on account of", "owing"),
    ("as a result of", "owing"),
    ("with respect", "about"),
    ("with regard", "about"),
    ("in relation", "about"),
    ("in connection with", "about"),
    ("a number of", "several"),
    ("by means of", "by"),
    ("on the basis of", "based"),
    ("based on", "based"),
    ("subsequent to", "after"),
    ("in the course of", "during"),
    ("in conformity with", "accordance"),
    ("in line with", "accordance"),
];

/// Words that link sentences or point at what was said, and the body's own sittings, of which the
/// whole report speaks ("the list of documents for the session"); they carry nothing of their own.
pub const LINKS: &str = "also further furthermore moreover again additionally addition above below \
    plenary session meeting meetings upcoming forthcoming \
    thereof therein thereby herein hereby here there then thus hence therefore accordingly same said such \
    aforementioned following respective respectively while when where because since so than \
    i do does did done can could will would shall should may might must not you your our us we";

/// Words of one meaning, a row each.
pub const SYNONYMS: [&str; 25] = [
    "call convene",
    "lay submit present",
    "utilize use",
    "begin commence start open",
    "finish conclude",
    "regarding concerning regard concern about relating pertaining respect",
    "accordance according pursuant",
    "hear listen",
    "assist help aid support",
    "before prior",
    "after following",
    "during course throughout",
    "within inside",
    "through via",
    "contain set",
    "write wrote written",
    "show indicate",
    "many several numerous",
    "make made making",
    "give gave given giving",
    "hold held take took taken taking place",
    "become became",
    "meet met",
    "participate attend",
    "entitled titled",
];
