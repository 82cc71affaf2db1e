//! Which font each shown string is set in. pdf-extract's `OutputDev` does not tell, and headings
//! are known by their weight; so the content is walked once more, in step with the strings it shows.

use super::guard;
use pdf_extract::content::Content;
use pdf_extract::{Dictionary, Document, Object, ObjectId};

/// For each string that pdf-extract will show on the page, in order: true where its font is bold.
/// `None` where the page draws text in a way that the two walks do not count alike (forms).
pub fn shown(document: &Document, page: ObjectId) -> Option<Vec<bool>> {
    let resources = guard::resources(document, page)?;
    let fonts = resources.get_deref(b"Font", document).and_then(Object::as_dict).ok()?;
    let content = Content::decode(&document.get_page_content(page).ok()?).ok()?;
    let mut bold = false;
    let mut saved = Vec::new();
    let mut strings = Vec::new();
    for operation in &content.operations {
        match operation.operator.as_str() {
            "q" => saved.push(bold),
            "Q" => bold = saved.pop().unwrap_or(bold),
            "Tf" => {
                let name = operation.operands.first().and_then(|name| name.as_name().ok());
                bold = name.is_some_and(|name| is_bold(document, fonts, name));
            }
            "Tj" => strings.push(bold),
            "TJ" => {
                let parts = operation.operands.first().and_then(|parts| parts.as_array().ok());
                let count = parts.map_or(0, |parts| {
                    parts.iter().filter(|part| matches!(part, Object::String(..))).count()
                });
                strings.extend(std::iter::repeat_n(bold, count));
            }
            _ => {}
        }
    }
    Some(strings)
}

/// Told by the font's name, as PDF/A and Word write it: `TimesNewRomanPS-BoldMT`, `ABCDEF+Arial,Bold`.
fn is_bold(document: &Document, fonts: &Dictionary, name: &[u8]) -> bool {
    let font = fonts.get_deref(name, document).and_then(Object::as_dict);
    let Ok(base) = font.and_then(|font| font.get_deref(b"BaseFont", document)).and_then(Object::as_name)
    else {
        return false;
    };
    let base = String::from_utf8_lossy(base).to_lowercase();
    ["bold", "black", "heavy", "demi"].iter().any(|weight| base.contains(weight))
}
