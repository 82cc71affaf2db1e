//! [`Masthead`]: what the first page says about the document.

use serde::Serialize;

/// The fields of the first page, as far as they were found.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Masthead {
    /// The document's symbol without an asterisk: `A/AC.290/2021/L.1`.
    pub symbol: Option<String>,
    /// The bare word: `Limited`, `General`, `Restricted`.
    pub distribution: Option<String>,
    /// Date of issue (EDTF).
    pub issued: Option<String>,
    /// Date of reissue (EDTF), from a footnote such as "Reissued for technical reasons on …".
    pub reissued: Option<String>,
    /// Original language.
    pub original: Option<String>,
    /// The organ printed under "United Nations": `General Assembly`.
    pub organ: Option<String>,
    /// The body that reports.
    pub body: Option<String>,
    /// The session line, as printed: `Eighth substantive session`.
    pub session: Option<String>,
    /// Place and dates of the session, as printed.
    pub dates: Option<String>,
    /// The line on the agenda item, as printed.
    pub agenda_item: Option<String>,
    /// The document's title.
    pub title: Option<String>,
    /// The line "Rapporteur: …" or a line on the submitting States, as printed.
    pub submitted_by: Option<String>,
    /// `20-17554`.
    pub job_number: Option<String>,
}
