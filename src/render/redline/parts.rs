//! The parts of a clean document around its text: styles, numbering, running heads and feet.

use super::ink::Ink;
use crate::read::docx::tree::{Element, escaped};

const STYLES: &str = include_str!("styles.xml");
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The namespaces of a part.
pub(super) const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
/// The content type of the part of footnotes.
pub(super) const FOOTNOTES_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml";
/// The relation of the part of footnotes.
pub(super) const FOOTNOTES_RELATION: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes";

/// The notes that draw the line above the notes: every document with notes has them.
pub(super) fn separators() -> String {
    "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
     <w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p>\
     </w:footnote>"
        .to_owned()
}

/// A part from its root and what it holds.
pub(super) fn part(root: &str, inside: &str) -> String {
    format!("{DECLARATION}<w:{root} {NAMESPACES}>{inside}</w:{root}>")
}

/// The properties of a section. `first`: it has the first page, whose heads are its own; `restarts`: notes
/// count anew in each.
pub(super) fn section(first: bool, restarts: bool) -> String {
    let notes = match restarts {
        true => "<w:footnotePr><w:numRestart w:val=\"eachSect\"/></w:footnotePr><w:type w:val=\"nextPage\"/>",
        false => "",
    };
    let title = if first { "<w:titlePg/>" } else { "" };
    format!(
        "<w:sectPr><w:headerReference w:type=\"even\" r:id=\"rId4\"/><w:headerReference w:type=\"default\" r:id=\"rId5\"/>\
         <w:headerReference w:type=\"first\" r:id=\"rId6\"/><w:footerReference w:type=\"even\" r:id=\"rId7\"/>\
         <w:footerReference w:type=\"default\" r:id=\"rId8\"/><w:footerReference w:type=\"first\" r:id=\"rId9\"/>{notes}\
         <w:pgSz w:w=\"12240\" w:h=\"15840\"/><w:pgMar w:top=\"1200\" w:right=\"1200\" w:bottom=\"1400\" \
         w:left=\"1200\" w:header=\"600\" w:footer=\"600\" w:gutter=\"0\"/>{title}</w:sectPr>"
    )
}

/// The list of bullets, whose number no list of paragraphs reaches.
const BULLETS: usize = 100_000;

/// The property that puts a bullet before a paragraph.
pub(super) fn bullet(ink: &Ink) -> Element {
    ink.element("numPr", "").with([ink.value("ilvl", "0"), ink.value("numId", &BULLETS.to_string())])
}

/// What stands around the text of a clean document.
pub(super) struct Around<'a> {
    /// The first number of each list of paragraphs.
    pub lists: &'a [u32],
    /// Stands on every page.
    pub symbol: &'a str,
    /// Stands at the foot.
    pub job: &'a str,
    /// Notes count anew in each section.
    pub restarts: bool,
}

/// The styles. Where notes count anew with an annex, its heading alone is of the highest level: LibreOffice
/// takes "anew in each section" for "anew in each chapter".
fn styles(restarts: bool) -> String {
    let level = |level: u8| format!("<w:outlineLvl w:val=\"{level}\"/>");
    let levels = (0..if restarts { 4 } else { 0 }).rev();
    levels.fold(STYLES.to_owned(), |styles, own| styles.replace(&level(own), &level(own + 1)))
}

/// All parts of a package around its text, with the properties of its sections, and its notes.
pub(super) fn package(body: &str, notes: &str, around: &Around) -> Vec<(String, String)> {
    let Around { lists, symbol, job, restarts } = *around;
    let bullets = format!(
        "<w:abstractNum w:abstractNumId=\"{BULLETS}\"><w:multiLevelType w:val=\"singleLevel\"/>\
         <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:suff w:val=\"tab\"/>\
         <w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/></w:lvl></w:abstractNum>"
    );
    let numbering: String = lists
        .iter()
        .zip(1..)
        .map(|(start, id)| {
            format!(
                "<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"singleLevel\"/>\
                 <w:lvl w:ilvl=\"0\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"decimal\"/><w:suff w:val=\"tab\"/>\
                 <w:lvlText w:val=\"%1.\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:tabs><w:tab w:val=\"num\" w:pos=\"1742\"/></w:tabs>\
                 <w:ind w:left=\"1267\" w:firstLine=\"0\"/></w:pPr></w:lvl></w:abstractNum>"
            )
        })
        .chain([bullets])
        .chain((1..=lists.len()).map(|id| format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{id}\"/></w:num>")))
        .chain([format!("<w:num w:numId=\"{BULLETS}\"><w:abstractNumId w:val=\"{BULLETS}\"/></w:num>")])
        .collect();
    let head = |side: &str| {
        let tab = if side == "right" { "<w:r><w:tab/></w:r>" } else { "" };
        let text = escaped(symbol);
        part(
            "hdr",
            &format!(
                "<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>{tab}<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"
            ),
        )
    };
    let field = |code: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {code} </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let page = format!("{}<w:r><w:t>/</w:t></w:r>{}", field("PAGE"), field("NUMPAGES"));
    let job_run = match job.is_empty() {
        true => String::new(),
        false => format!(
            "<w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>",
            escaped(job)
        ),
    };
    let foot = |inside: String| {
        part("ftr", &format!("<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{inside}</w:p>"))
    };
    let parts = [
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("footnotes", "footnotes"),
        ("header1", "header"),
        ("header2", "header"),
        ("header3", "header"),
        ("footer1", "footer"),
        ("footer2", "footer"),
        ("footer3", "footer"),
        ("settings", "settings"),
    ];
    let relations: String = parts
        .iter()
        .zip(1..)
        .map(|((name, kind), id)| {
            format!("<Relationship Id=\"rId{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{name}.xml\"/>")
        })
        .collect();
    let types: String = parts
        .iter()
        .map(|(name, kind)| {
            format!("<Override PartName=\"/word/{name}.xml\" ContentType=\"{TYPES}{kind}+xml\"/>")
        })
        .collect();
    let package = "http://schemas.openxmlformats.org/package/2006";
    let file = |name: &str, text: String| (name.to_owned(), text);
    let tab = "<w:r><w:tab/></w:r>";
    vec![
        file(
            "[Content_Types].xml",
            format!(
                "{DECLARATION}<Types xmlns=\"{package}/content-types\"><Default Extension=\"rels\" \
                 ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
                 ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" \
                 ContentType=\"{TYPES}document.main+xml\"/>{types}</Types>"
            ),
        ),
        file(
            "_rels/.rels",
            format!(
                "{DECLARATION}<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" \
                 Type=\"{RELATIONS}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
        ),
        file("word/document.xml", part("document", &format!("<w:body>{body}</w:body>"))),
        file(
            "word/_rels/document.xml.rels",
            format!(
                "{DECLARATION}<Relationships xmlns=\"{package}/relationships\">{relations}</Relationships>"
            ),
        ),
        file("word/styles.xml", styles(restarts)),
        file("word/numbering.xml", part("numbering", &numbering)),
        file("word/footnotes.xml", part("footnotes", &format!("{}{notes}", separators()))),
        file("word/header1.xml", head("left")),
        file("word/header2.xml", head("right")),
        file("word/header3.xml", part("hdr", "<w:p/>")),
        file("word/footer1.xml", foot(format!("{page}{tab}{job_run}"))),
        file("word/footer2.xml", foot(format!("{job_run}{tab}{page}"))),
        file("word/footer3.xml", foot(job_run.clone())),
        file(
            "word/settings.xml",
            part(
                "settings",
                "<w:defaultTabStop w:val=\"475\"/><w:evenAndOddHeaders/><w:footnotePr><w:footnote w:id=\"-1\"/>\
                 <w:footnote w:id=\"0\"/></w:footnotePr><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
                 w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>",
            ),
        ),
    ]
}
