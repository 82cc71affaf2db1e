//! Word documents, put together here part by part, and the samples.

use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use travaux::error::ErrorKind;
use travaux::read::{Line, Reading, SourceText, Tracked, read_bytes, read_bytes_with};
use travaux::report::{Node, NodeKind};
use travaux::structure::structure;
use zip::write::SimpleFileOptions;

const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps" xmlns:v="urn:schemas-microsoft-com:vml""#;

/// A ZIP archive of these files.
fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in files {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A document with this body; further parts by their names ("styles": inside of its root element).
fn document(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let main =
        format!(r#"<?xml version="1.0"?><w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"#);
    let mut files = vec![("word/document.xml".to_owned(), main)];
    let mut relations = String::new();
    for (order, (name, inside)) in parts.iter().enumerate() {
        let kind = name.trim_end_matches(|c: char| c.is_ascii_digit());
        let root = match kind {
            "header" => "hdr",
            "footer" => "ftr",
            other => other,
        };
        files.push((format!("word/{name}.xml"), format!("<w:{root} {NAMESPACES}>{inside}</w:{root}>")));
        relations.push_str(&format!(
            r#"<Relationship Id="rId{order}" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/{kind}" Target="{name}.xml"/>"#
        ));
    }
    let relations = format!("<Relationships>{relations}</Relationships>");
    files.push(("word/_rels/document.xml.rels".into(), relations));
    files.push((
        "_rels/.rels".into(),
        r#"<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document.xml"/></Relationships>"#.into(),
    ));
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    archive(&files)
}

fn try_lines(bytes: &[u8], tracked: Tracked) -> Result<SourceText, ErrorKind> {
    read_bytes_with(Path::new("test.docx"), bytes.to_vec(), &Reading { tracked, ..Reading::default() })
        .map_err(|error| match error.kind() {
            ErrorKind::Damaged(why) => ErrorKind::Damaged(why.clone()),
            ErrorKind::Unsupported(what) => ErrorKind::Unsupported(what.clone()),
            ErrorKind::Encrypted => ErrorKind::Encrypted,
            ErrorKind::Empty => ErrorKind::Empty,
            ErrorKind::Cut => ErrorKind::Cut,
            other => panic!("{other:?}"),
        })
}

#[track_caller]
fn source(body: &str, parts: &[(&str, &str)]) -> SourceText {
    try_lines(&document(body, parts), Tracked::Accept).unwrap()
}

/// Texts of the lines with their calls: `word[^1] next`.
fn texts(source: &SourceText) -> Vec<String> {
    let text = |line: &Line| {
        let mut out = String::new();
        let mut calls = line.calls.iter().peekable();
        for (at, character) in line.text.chars().enumerate() {
            while let Some((_, sign)) = calls.next_if(|call| call.0 <= at) {
                out.push_str(&format!("[^{sign}]"));
            }
            out.push(character);
        }
        calls.for_each(|(_, sign)| out.push_str(&format!("[^{sign}]")));
        out
    };
    source.lines.iter().map(text).collect()
}

/// A paragraph with a plain run.
fn p(text: &str) -> String {
    format!("<w:p>{}</w:p>", r(text))
}

fn r(text: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

/// A paragraph of a list.
fn numbered(list: u32, level: u32, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr>{}</w:p>"#,
        r(text)
    )
}

#[track_caller]
fn lines_are(body: &str, parts: &[(&str, &str)], expected: &[&str]) {
    assert_eq!(texts(&source(body, parts)), expected);
}

fn samples() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut found = Vec::new();
    for folder in std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()) {
        if folder.is_dir() {
            let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
            found.extend(files.filter(|file| file.extension().is_some_and(|kind| kind == "docx")));
        }
    }
    found.sort();
    found
}

/// What a comparison sees of a report: kind, number, text, notes.
fn substance(path: &Path) -> Vec<(String, NodeKind, Option<String>, String, usize)> {
    let report = structure(&travaux::read::read(path).unwrap());
    let node = |node: Node| (node.id, node.kind, node.number, node.text, node.notes.len());
    report.nodes.into_iter().map(node).collect()
}

#[test]
fn each_sample_says_the_same_as_its_markdown() {
    let samples = samples();
    assert!(samples.len() >= 4);
    for file in samples {
        assert_eq!(substance(&file), substance(&file.with_extension("md")), "{}", file.display());
    }
}

const LISTS: &str = r#"
    <w:abstractNum w:abstractNumId="0">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
      <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
    </w:abstractNum>
    <w:abstractNum w:abstractNumId="1">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Chapter"/><w:lvlText w:val="%1."/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:pStyle w:val="Section"/><w:lvlText w:val="%2."/></w:lvl>
    </w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#;

const STYLES: &str = r#"
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Section"><w:name w:val="A section"/><w:basedOn w:val="Chapter"/>
      <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
    <w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>"#;

fn styled(style: &str, inside: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>"#)
}

#[test]
fn automatic_numbers_stand_before_the_text() {
    let body = [
        styled("Chapter", &r("Introduction")),
        numbered(1, 0, "First."),
        numbered(1, 1, "one;"),
        numbered(1, 1, "two."),
        numbered(1, 2, "a bullet"),
        styled("Chapter", &r("Matters")),
        styled("Section", &r("Officers")),
        numbered(1, 0, "Second."),
        numbered(3, 0, "Counted anew."),
        styled("Section", &r("Agenda")),
        numbered(0, 0, "No list."),
    ]
    .concat();
    let source = source(&body, &[("numbering", LISTS), ("styles", STYLES)]);
    assert_eq!(
        texts(&source),
        [
            "I. Introduction",
            "1. First.",
            "(a) one;",
            "(b) two.",
            "a bullet",
            "II. Matters",
            "A. Officers",
            "2. Second.",
            "1. Counted anew.",
            "B. Agenda",
            "No list."
        ]
    );
    let headings: Vec<u8> = source.lines.iter().map(|line| line.heading).collect();
    assert_eq!(headings, [1, 0, 0, 0, 0, 1, 2, 0, 0, 2, 0]);
    assert!(source.lines[4].bullet && source.lines[0].bold && !source.lines[1].bold);
}

#[test]
fn bold_in_style_and_run_cancel_one_another() {
    let strong = r#"<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t>Word</w:t></w:r>"#;
    let off = r#"<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>Word</w:t></w:r>"#;
    let body = [styled("Chapter", strong), styled("Chapter", off), styled("Normal", strong)].concat();
    let bold: Vec<bool> = source(&body, &[("styles", STYLES)]).lines.iter().map(|line| line.bold).collect();
    assert_eq!(bold, [false, false, true]);
}

#[test]
fn characters_of_all_kinds() {
    let body = format!(
        "<w:p>{}<w:r><w:t>co</w:t><w:softHyphen/><w:t>operation</w:t><w:tab/><w:t>Asia</w:t><w:noBreakHyphen/><w:t>Pacific</w:t>\
         <w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t> 5 &amp; &#8220;6&#8221; </w:t></w:r></w:p>",
        r("On\u{a0}the ")
    );
    let source = source(&body, &[]);
    assert_eq!(source.lines[0].text, "On the cooperation Asia-Pacific≥5 & “6”");
    assert_eq!(source.lines[0].cells.len(), 1);
}

#[test]
fn fields_show_their_results_only() {
    let field = |instruction: &str, result: &str| {
        format!(
            r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>"#,
            r(result)
        )
    };
    let nested = format!(
        r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>{}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>"#,
        field("PAGE", "17"),
        r("yes")
    );
    let body = format!(
        r#"<w:p>{}{}<w:hyperlink r:id="x">{}</w:hyperlink><w:fldSimple w:instr="DATE">{}</w:fldSimple> {nested}</w:p>"#,
        r("See paragraph "),
        field("REF _1", "12"),
        r(" above, "),
        r("now: "),
    );
    lines_are(&body, &[], &["See paragraph 12 above, now: yes"]);
    // One that is never closed hides nothing.
    let open =
        format!(r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{}</w:p>{}"#, r("Seen."), p("Too."));
    lines_are(&open, &[], &["Seen.", "Too."]);
}

#[test]
fn notes_are_called_where_they_stood() {
    let reference = |id: u32| format!(r#"<w:r><w:footnoteReference w:id="{id}"/></w:r>"#);
    let own = r#"<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="9" w:customMarkFollows="1"/><w:t>*</w:t></w:r>"#;
    let body = format!(
        "<w:p>{}{}{}{own}</w:p><w:p>{}<w:r><w:endnoteReference w:id=\"1\"/></w:r>{}</w:p>",
        r("One,"),
        reference(3),
        r(" two "),
        r("Three"),
        reference(2)
    );
    let mark = "<w:r><w:footnoteRef/></w:r>";
    let notes = format!(
        r#"<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>
        <w:footnote w:id="2"><w:p>{mark}{}</w:p></w:footnote><w:footnote w:id="3"><w:p>{mark}{}</w:p>{}</w:footnote>
        <w:footnote w:id="9"><w:p>{}</w:p></w:footnote>"#,
        r(" Second."),
        r("\u{2003}First,"),
        p("in two parts."),
        r("* Own mark.")
    );
    let end = format!(
        r#"<w:endnote w:id="1"><w:p><w:r><w:endnoteRef/></w:r>{}</w:p></w:endnote>"#,
        r("At the end.")
    );
    lines_are(
        &body,
        &[("footnotes", &notes), ("endnotes", &end)],
        &[
            "One,[^1] two[^*]",
            "Three[^i][^2]",
            "[^1]First, in two parts.",
            "[^*]Own mark.",
            "[^i]At the end.",
            "[^2]Second.",
        ],
    );
    let missing = source(&body, &[]);
    assert_eq!(missing.remarks.iter().filter(|remark| remark.code == "note-missing").count(), 4);
}

#[test]
fn notes_count_as_the_settings_say() {
    let call = r#"<w:r><w:footnoteReference w:id="1"/></w:r>"#;
    let settings = r#"<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>"#;
    let notes = format!(r#"<w:footnote w:id="1">{}</w:footnote>"#, p("Note."));
    let body = format!("<w:p>{}{call}</w:p>", r("Text"));
    lines_are(&body, &[("settings", settings), ("footnotes", &notes)], &["Text[^c]", "[^c]Note."]);
}

fn table(rows: &[&[&str]]) -> String {
    let row = |cells: &&[&str]| {
        let cells: String = cells.iter().map(|cell| format!("<w:tc>{}</w:tc>", p(cell))).collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    let grid = r#"<w:tblGrid><w:gridCol w:w="2400"/><w:gridCol w:w="4800"/></w:tblGrid>"#;
    format!("<w:tbl>{grid}{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

#[test]
fn small_tables_are_tables_and_frames_are_not() {
    let body = [
        p("A/AC.1/2031/L.1"),
        p("Draft report"),
        p("1. The documents were as follows:"),
        table(&[&["Symbol", "Title"], &["A/1/2", "The plan of work"]]),
        p("2. The rules are:"),
        table(&[&["(a)", "The first rule;"], &["(b)", "The second rule."]]),
        table(&[&["A frame around one paragraph of text."]]),
    ]
    .concat();
    let source = source(&body, &[]);
    assert_eq!(
        texts(&source)[3..],
        [
            "Symbol Title",
            "A/1/2 The plan of work",
            "2. The rules are:",
            "(a) The first rule;",
            "(b) The second rule.",
            "A frame around one paragraph of text."
        ]
    );
    let report = structure(&source);
    let rows: Vec<(&str, &str)> = report
        .nodes
        .iter()
        .filter(|node| node.kind == NodeKind::TableRow)
        .map(|node| (node.id.as_str(), node.text.as_str()))
        .collect();
    assert_eq!(rows, [("t1.r1", "Symbol\tTitle"), ("t1.r2", "A/1/2\tThe plan of work")]);
    assert!(report.index_of("p2.a").is_some(), "{:#?}", report.nodes);
}

#[test]
fn a_text_box_in_two_forms_is_read_once() {
    let inside = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let body = format!(
        r#"<w:p>{}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{}</w:p>"#,
        r("Before "),
        inside("In the box."),
        inside("In the box."),
        r("and after.")
    );
    lines_are(&body, &[], &["Before and after.", "In the box."]);
}

#[test]
fn furniture_is_told_by_the_format() {
    let toc = format!(
        r#"<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>{}<w:r><w:tab/></w:r>{}</w:p>"#,
        r("I. Introduction"),
        r("3")
    );
    let body = [p("Contents"), toc, p("1. Text.")].concat();
    let page = "<w:p><w:fldSimple w:instr=\"PAGE\"><w:r><w:t>2</w:t></w:r></w:fldSimple><w:r><w:t>/4 </w:t><w:tab/><w:t>31-00001</w:t></w:r></w:p>";
    let parts = [("styles", STYLES), ("header1", &*p("A/1/2")), ("header2", &*p("A/1/2")), ("footer1", page)];
    let report = structure(&source(&body, &parts));
    let furniture: Vec<(&str, &str)> =
        report.furniture.iter().map(|piece| (piece.what, piece.text.as_str())).collect();
    assert_eq!(
        furniture,
        [
            ("contents", "Contents"),
            ("contents", "I. Introduction 3"),
            ("running head", "A/1/2"),
            ("page and job number", "2/4 31-00001"),
        ]
    );
}

#[test]
fn a_masthead_in_the_head_of_the_first_page_is_text() {
    let section = r#"<w:sectPr><w:headerReference w:type="first" r:id="rId0"/><w:titlePg/></w:sectPr>"#;
    let head = table(&[&["United Nations", "A/1/2"]]);
    let body = [p("General Assembly"), p("Distr.: Limited"), section.to_owned()].concat();
    let source = source(&body, &[("header1", &head), ("header2", &p("A/1/2"))]);
    assert_eq!(texts(&source), ["United Nations", "A/1/2", "General Assembly", "Distr.: Limited", "A/1/2"]);
    assert_eq!(source.lines[4].aside, Some("running head"));
}

#[test]
fn hidden_text_and_comments_are_remarks() {
    let body = format!(
        r#"<w:p>{}<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:commentRangeStart w:id="4"/>{}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r></w:p>"#,
        r("In "),
        r("the open")
    );
    let comments = format!(r#"<w:comment w:id="4" w:author="A. Reader">{}</w:comment>"#, p("Is it?"));
    let source = source(&body, &[("comments", &comments)]);
    assert_eq!(texts(&source), ["In the open"]);
    let told: Vec<&str> = source.remarks.iter().map(|remark| remark.message.as_str()).collect();
    assert_eq!(
        told,
        ["comment by A. Reader on “the open”: Is it?", "6 characters of hidden text are left out: “secret”"]
    );
}

fn ins(inside: &str) -> String {
    format!(r#"<w:ins w:id="1" w:author="B. Writer">{inside}</w:ins>"#)
}

fn del(text: &str) -> String {
    format!(r#"<w:del w:id="2"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>"#)
}

#[track_caller]
fn versions(body: &str, before: &[&str], after: &[&str]) {
    let bytes = document(body, &[("numbering", LISTS)]);
    let read = |tracked| texts(&try_lines(&bytes, tracked).unwrap());
    assert_eq!(read(Tracked::Reject), before);
    assert_eq!(read(Tracked::Accept), after);
}

#[test]
fn tracked_words_never_run_together() {
    let body =
        format!("<w:p>{}{}{}{}</w:p>", r("The list is "), del("provisional"), ins(&r("final")), r("."));
    versions(&body, &["The list is provisional."], &["The list is final."]);
    let moved = format!(
        "<w:p>{}<w:moveFrom>{}</w:moveFrom></w:p><w:p><w:moveTo>{}</w:moveTo>{}</w:p>",
        r("Here. "),
        r("It moves."),
        r("It moves. "),
        r("There.")
    );
    versions(&moved, &["Here. It moves.", "There."], &["Here.", "It moves. There."]);
}

#[test]
fn tracked_paragraph_marks_join_paragraphs() {
    let marked = |mark: &str, inside: &str| {
        let list = r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#;
        format!("<w:p><w:pPr>{list}<w:rPr>{mark}</w:rPr></w:pPr>{inside}</w:p>")
    };
    let put_in =
        [marked("", &r("One.")), marked("<w:ins/>", &ins(&r("Two, new."))), marked("", &r("Three."))]
            .concat();
    versions(&put_in, &["1. One.", "2. Three."], &["1. One.", "2. Two, new.", "3. Three."]);
    let split = [marked("<w:ins/>", &r("First half. ")), marked("", &r("Second half."))].concat();
    versions(&split, &["1. First half. Second half."], &["1. First half.", "2. Second half."]);
    let taken_out =
        [marked("", &r("One.")), marked("<w:del/>", &del("Two, gone.")), marked("", &r("Three."))].concat();
    versions(&taken_out, &["1. One.", "2. Two, gone.", "3. Three."], &["1. One.", "2. Three."]);
}

#[test]
fn tracked_rows_and_forms() {
    let body = format!(
        "{}<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr><w:tr><w:trPr><w:ins/></w:trPr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        p("Table"),
        p("A"),
        p("B"),
        p("C"),
        p("D")
    );
    versions(&body, &["Table", "A B"], &["Table", "A B", "C D"]);
    let list = r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#;
    let form = format!("<w:p><w:pPr>{list}<w:pPrChange><w:pPr/></w:pPrChange></w:pPr>{}</w:p>", r("Text."));
    versions(&form, &["Text."], &["1. Text."]);
}

/// The program itself: status, standard output, standard error.
fn travaux(arguments: &[&str]) -> (i32, String, String) {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_travaux")).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_document_is_compared_with_itself_before_its_changes() {
    let file = std::env::temp_dir().join(format!("travaux-tracked-{}.docx", std::process::id()));
    let change = format!(
        "<w:p>{}{}{}{}</w:p>",
        r("2. The Committee "),
        del("should"),
        ins(&r("would")),
        r(" continue its survey of the fog signals of all coasts.")
    );
    let body = [p("1. The Committee met in Valletta from 5 to 16 May 2031."), change].concat();
    std::fs::write(&file, document(&body, &[])).unwrap();
    let name = file.to_str().unwrap();
    let (status, out, err) = travaux(&["diff", "--tracked", "both", name]);
    assert_eq!((status, err.as_str()), (1, ""));
    assert!(out.contains("−should− +would+ continue"), "{out}");
    let (status, out, _) = travaux(&["show", name, "--tracked", "reject"]);
    assert!(status == 0 && out.contains("should continue") && !out.contains("would"), "{out}");
    assert_eq!(travaux(&["diff", name, name, "--tracked", "reject"]).0, 0);
    for (arguments, words) in [
        (vec!["diff", name, name, "--tracked", "both"], "leave out NEW"),
        (vec!["diff", name, "--tracked", "accept"], "NEW is missing"),
        (vec!["diff", "samples/working-group-2031/draft.md", "--tracked", "both"], "no tracked changes"),
    ] {
        let (status, out, err) = travaux(&arguments);
        assert_eq!((status, out.as_str()), (2, ""));
        assert!(err.contains(words), "{err}");
    }
    std::fs::remove_file(file).unwrap();
}

#[test]
fn line_breaks_end_sentences_but_not_headings() {
    let broken = |before: &str, after: &str, bold: &str| {
        format!("<w:p><w:r><w:rPr>{bold}</w:rPr><w:t>{before}</w:t><w:br/><w:t>{after}</w:t></w:r></w:p>")
    };
    let body = [
        broken("Distr.: Limited", "Original: English", ""),
        broken("the safe carriage", "of seeds", ""),
        broken("Chapter II", "Organization", "<w:b/>"),
    ]
    .concat();
    lines_are(
        &body,
        &[],
        &["Distr.: Limited", "Original: English", "the safe carriage of seeds", "Chapter II Organization"],
    );
}

#[track_caller]
fn refused(bytes: &[u8], words: &str) {
    match try_lines(bytes, Tracked::Accept).unwrap_err() {
        ErrorKind::Damaged(why) | ErrorKind::Unsupported(why) => assert!(why.contains(words), "{why}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_cannot_be_read_is_told_in_plain_words() {
    let good = document(&p("Text."), &[]);
    assert!(matches!(try_lines(&good[..good.len() / 2], Tracked::Accept), Err(ErrorKind::Cut)));
    refused(&archive(&[("word/styles.xml", b"<x/>")]), "no main part");
    refused(&archive(&[("xl/workbook.xml", b"<x/>")]), "Excel");
    refused(&archive(&[("readme.txt", b"hello")]), "no Word document");
    let main = |xml: &str| archive(&[("word/document.xml", xml.as_bytes())]);
    refused(&main("<w:document><w:body><w:p>"), "ends in the middle");
    refused(&main("<w:document><w:body></w:p></w:body></w:document>"), "no proper XML");
    refused(&main("<w:document></w:document>"), "no text body");
    refused(&main("<!DOCTYPE x [<!ENTITY a \"b\">]><w:document/>"), "document type");
    refused(&main("<w:document><w:body><w:p><w:t>&a;</w:t></w:p></w:body></w:document>"), "entity &a;");
    let deep = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
    refused(&main(&deep), "nested");
    refused(&archive(&[("word/document.xml", b"\xff\xfe\xfd<")]), "");
    assert!(matches!(try_lines(&document("<w:p/>", &[]), Tracked::Accept), Err(ErrorKind::Empty)));
    let mut locked = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    locked.extend("EncryptedPackage".bytes().flat_map(|byte| [byte, 0]));
    assert!(matches!(try_lines(&locked, Tracked::Accept), Err(ErrorKind::Encrypted)));
}

#[test]
fn tables_in_tables_do_not_exhaust_the_stack() {
    let open = "<w:tbl><w:tr><w:tc>".repeat(60);
    let close = "</w:tc></w:tr></w:tbl>".repeat(60);
    lines_are(&format!("{open}{}{close}", p("Inside.")), &[], &["Inside."]);
}

#[test]
fn a_zip_bomb_is_refused() {
    let large = " ".repeat(70 << 20);
    refused(&archive(&[("word/document.xml", large.as_bytes())]), "ZIP bomb");
    // Within the limit of size, but no text shrinks like this.
    refused(&archive(&[("word/document.xml", &large.as_bytes()[..8 << 20])]), "ZIP bomb");
}

/// Xorshift: the same "random" numbers in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }

    fn damage(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(12) {
            let at = self.below(bytes.len());
            match self.below(5) {
                0 => bytes[at] = self.below(256) as u8,
                1 => bytes[at] ^= 1 << self.below(8),
                2 => bytes.truncate(at.max(1)),
                3 => {
                    let end = (at + self.below(200)).min(bytes.len());
                    let piece = bytes[at..end].to_vec();
                    let to = self.below(bytes.len());
                    bytes.splice(to..to, piece);
                }
                _ => {
                    let end = (at + self.below(60)).min(bytes.len());
                    bytes.drain(at..end);
                    if bytes.is_empty() {
                        bytes.push(b'<');
                    }
                }
            }
        }
    }
}

#[test]
fn damaged_copies_end_in_text_or_in_one_error() {
    let (mut dice, mut read, mut refused) = (Dice(0x5EED_2031), 0, 0);
    let mut check = |bytes: &[u8]| match read_bytes(Path::new("damaged.docx"), bytes) {
        Ok(source) => {
            structure(&source);
            read += 1;
        }
        Err(error) => {
            assert!(error.to_string().starts_with("damaged.docx: "));
            refused += 1;
        }
    };
    for file in samples() {
        let good = std::fs::read(&file).unwrap();
        for _ in 0..250 {
            let mut bytes = good.clone();
            dice.damage(&mut bytes);
            check(&bytes);
        }
        // Inside the archive: damage that its checksums do not see.
        let mut zip = zip::ZipArchive::new(Cursor::new(&good)).unwrap();
        let mut files = Vec::new();
        for at in 0..zip.len() {
            let mut entry = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut entry, &mut bytes).unwrap();
            files.push((entry.name().unwrap().into_owned(), bytes));
        }
        for _ in 0..250 {
            let mut files = files.clone();
            let at = dice.below(files.len());
            dice.damage(&mut files[at].1);
            let borrowed: Vec<(&str, &[u8])> =
                files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
            check(&archive(&borrowed));
        }
    }
    assert!(read + refused >= 800 && read > 50 && refused > 200, "{read} read, {refused} refused");
}
