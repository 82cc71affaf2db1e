//! Units that are no counted things: time, length, money, parts of a whole.

/// Measures of time that stand behind a hyphen: "a four-year term".
pub const DURATIONS: &[&str] = &["day", "hour", "minute", "month", "week", "year"];

/// Measures that are abbreviated.
pub const MEASURES: &[&str] =
    &["GW", "GWh", "MW", "MWh", "cm", "ha", "kW", "kWh", "kg", "km", "km2", "m", "mm", "t", "Mt", "Gt"];

/// Money by its sign or code: what is written, what is meant.
pub const CURRENCIES: &[(&str, &str)] = &[
    ("$", "US dollars"),
    ("US$", "US dollars"),
    ("USD", "US dollars"),
    ("€", "euros"),
    ("EUR", "euros"),
    ("£", "pounds"),
    ("GBP", "pounds"),
    ("¥", "yen"),
    ("JPY", "yen"),
    ("CHF", "Swiss francs"),
    ("SwF", "Swiss francs"),
    ("CAD", "Canadian dollars"),
    ("AUD", "Australian dollars"),
];

/// What a number is multiplied by.
pub const MULTIPLES: &[(&str, u32)] = &[("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)];

/// Parts of a whole, with the number of parts.
pub const FRACTIONS: &[(&str, u32)] = &[
    ("half", 2),
    ("halves", 2),
    ("third", 3),
    ("thirds", 3),
    ("quarter", 4),
    ("quarters", 4),
    ("fifth", 5),
    ("fifths", 5),
];
