//! Documents with tracked changes: rejecting all gives OLD, accepting all gives NEW, for the samples in
//! every format and for cases put together here; and what is not changed stays as it was.

#[path = "support/ooxml.rs"]
mod ooxml;
#[path = "support/papers.rs"]
mod papers;

use papers::{annotate, compared, root};
use std::io::{Cursor, Write as _};
use std::path::Path;
use travaux::mentions::Annotated;
use travaux::read::docx::draft::Draft;
use travaux::read::{Reading, Tracked, read_bytes, read_bytes_with};
use travaux::render::redline::{Redline, Signature, render};
use zip::write::SimpleFileOptions;

/// A file's name and content.
type File = (String, Vec<u8>);

/// What a comparison sees of a part.
type Part = (String, Option<String>, String, Vec<(usize, String)>);

fn parts(report: &Annotated) -> Vec<Part> {
    let nodes = report.report.nodes.iter();
    nodes
        .map(|node| {
            let notes = node.notes.iter().map(|call| (call.at, call.id.clone())).collect();
            (node.id.clone(), node.number.clone(), node.text.clone(), notes)
        })
        .collect()
}

fn signature() -> Signature {
    Signature { author: "A & <B>".into(), date: "2031-04-11T10:00:00Z".into() }
}

fn read(file: &File, tracked: Tracked) -> Annotated {
    let reading = Reading { tracked, ..Reading::default() };
    annotate(&read_bytes_with(Path::new(&file.0), file.1.clone(), &reading).unwrap())
}

/// The redline of two files.
fn made(old: &File, new: &File) -> Redline {
    let draft = Draft::open(Path::new(&old.0), &old.1, &Reading::default()).unwrap();
    let sides = match &draft {
        Some(draft) => [annotate(&draft.source), read(new, Tracked::Accept)],
        None => [read(old, Tracked::Accept), read(new, Tracked::Accept)],
    };
    let comparison = compared(&sides[0], &sides[1]).0;
    render(&comparison, [&sides[0], &sides[1]], draft, &signature()).unwrap()
}

/// Makes the redline, reads it both ways and returns its main part.
#[track_caller]
fn holds(old: &File, new: &File) -> String {
    let redline = made(old, new);
    let name = format!("{} → {}", old.0, new.0);
    assert_eq!(ooxml::faults(&redline.bytes), [""; 0], "{name}");
    assert_eq!(redline.faults, [], "{name}");
    let bytes = (String::from("redline.docx"), redline.bytes);
    for (tracked, meant) in [(Tracked::Reject, old), (Tracked::Accept, new)] {
        let (have, want) = (parts(&read(&bytes, tracked)), parts(&read(meant, Tracked::Accept)));
        let differs = have.iter().zip(&want).find(|(have, want)| have != want);
        assert!(have == want, "{name}, {tracked:?}: {differs:#?}, {} and {} parts", have.len(), want.len());
    }
    ooxml::part(&bytes.1, "word/document.xml").unwrap()
}

fn sample(name: &str) -> File {
    (name.to_owned(), std::fs::read(root().join("samples").join(name)).unwrap())
}

#[test]
fn samples_hold_both_ways_from_every_format() {
    let name = |draft: &str, end: &str| sample(&format!("working-group-2031/{draft}.{end}"));
    for (old, new) in [("draft", "adopted"), ("zero-draft", "draft"), ("zero-draft", "adopted")] {
        for (from, to) in [("docx", "docx"), ("docx", "pdf"), ("pdf", "docx"), ("pdf", "pdf"), ("md", "md")] {
            holds(&name(old, from), &name(new, to));
            holds(&name(new, from), &name(old, to));
        }
    }
}

#[test]
fn another_report_is_set_against_the_first() {
    holds(&sample("working-group-2031/adopted.docx"), &sample("working-group-2032/next-year.docx"));
}

#[test]
fn no_change_leaves_no_mark_and_every_byte() {
    for end in ["docx", "md", "pdf"] {
        let file = sample(&format!("working-group-2031/adopted.{end}"));
        let main = holds(&file, &file);
        assert!(!main.contains("w:author"), "{end}");
        if end == "docx" {
            assert_eq!(main, ooxml::part(&file.1, "word/document.xml").unwrap());
        }
    }
}

#[test]
fn the_same_files_give_the_same_bytes_signed_as_asked() {
    let (old, new) = (sample("working-group-2031/draft.docx"), sample("working-group-2031/adopted.docx"));
    let (one, two) = (made(&old, &new).bytes, made(&old, &new).bytes);
    assert!(one == two);
    let main = ooxml::part(&one, "word/document.xml").unwrap();
    assert!(main.contains(r#"w:author="A &amp; &lt;B&gt;" w:date="2031-04-11T10:00:00Z""#));
    // What is not changed stays byte for byte.
    for name in ["word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/header3.xml"] {
        assert_eq!(ooxml::part(&one, name), ooxml::part(&old.1, name), "{name}");
    }
}

#[test]
fn symbol_and_job_number_change_at_the_edges_of_the_pages_too() {
    for (from, to) in [("docx", "docx"), ("docx", "pdf"), ("pdf", "docx"), ("md", "md")] {
        let [old, new] = [format!("draft.{from}"), format!("adopted.{to}")]
            .map(|name| sample(&format!("working-group-2031/{name}")));
        let bytes = made(&old, &new).bytes;
        let edges: String = ["header1", "header2", "footer1", "footer2", "footer3"]
            .map(|name| ooxml::part(&bytes, &format!("word/{name}.xml")).unwrap())
            .concat();
        let count = |what: &str| edges.matches(what).count();
        assert_eq!(count("<w:delText xml:space=\"preserve\">A/AC.999/2031/L.1</w:delText>"), 2, "{from}");
        assert_eq!(count("<w:t xml:space=\"preserve\">A/86/31</w:t>"), 2, "{from}: {edges}");
        let jobs = if from == "md" { 0 } else { 3 };
        assert_eq!(count("<w:delText xml:space=\"preserve\">31-04417</w:delText>"), jobs, "{from}: {edges}");
        assert!(!edges.contains(">*3104417*</w:t>"), "{from}");
    }
}

#[test]
fn moves_are_moves_and_renumbering_is_no_ink() {
    let main = holds(&sample("working-group-2031/draft.docx"), &sample("working-group-2031/adopted.docx"));
    let count = |what: &str| main.matches(what).count();
    assert_eq!((count("<w:moveFromRangeStart "), count("<w:moveToRangeStart ")), (1, 1));
    // Paragraph 22 became 25 without a mark on its number.
    assert!(!main.contains("delText xml:space=\"preserve\">22"), "{main}");
}

#[test]
fn the_first_page_is_changed_line_by_line_and_chapters_get_their_word() {
    let main = holds(&sample("working-group-2031/draft.docx"), &sample("working-group-2031/adopted.docx"));
    // The big letter before the symbol stays, and what comes looks as the rest.
    for part in [">Limited</w:delText>", ">General</w:t>", ">/86/31</w:t>", ">Chapter I</w:t><w:br/>"] {
        assert!(main.contains(part), "{part}: {main}");
    }
    assert!(!main.contains("General 2"), "a line stays a line: {main}");
    // The item looks as the session does, though OLD has none.
    let item = main.split("<w:p>").find(|paragraph| paragraph.contains("Item 101")).unwrap();
    assert!(item.starts_with("<w:pPr><w:pStyle w:val=\"MastLine\"/>"), "{item}");
    // Of a bracket that falls the bracket alone is struck.
    assert!(main.contains(r#"<w:delText xml:space="preserve">[</w:delText>"#), "{main}");
}

#[test]
fn a_new_annex_begins_on_a_new_page() {
    let old = ("old.md".to_owned(), format!("1. {FIRST}\n\n2. {SECOND}\n").into_bytes());
    let annex = format!("1. {FIRST}\n\n2. {SECOND}\n\n# Annex\n\n## List of papers\n\n1. {THIRD}\n");
    let main = holds(&old, &("new.md".to_owned(), annex.into_bytes()));
    assert!(main.contains("<w:pageBreakBefore/>"), "{main}");
}

#[test]
fn a_hyphen_of_another_kind_is_no_change() {
    let old = plain(&["The State made a pre-recorded statement before the Committee.", SECOND]);
    let new = plain(&["The State made a pre\u{2011}recorded statement before the whole Committee.", SECOND]);
    let main = holds(&old, &new);
    assert!(!main.contains("<w:delText") && main.contains(">whole </w:t>"), "{main}");
}

// Cases put together here.

const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;

const LISTS: &str = r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#;

/// A document with this body and these notes.
fn document(body: &str, notes: &[&str]) -> File {
    let main = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"#
    );
    let notes: String = (1..).zip(notes).map(|(id, text)| {
        format!(r#"<w:footnote w:id="{id}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>"#)
    }).collect();
    let kind = |name: &str| {
        format!(
            r#"<Relationship Id="{name}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}" Target="{name}.xml"/>"#
        )
    };
    let kinds = [("document", "document.main"), ("numbering", "numbering"), ("footnotes", "footnotes")];
    let types: String = kinds[..if notes.is_empty() { 2 } else { 3 }].iter().map(|(name, kind)| {
        format!(r#"<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>"#)
    }).collect();
    let mut files = vec![
        ("[Content_Types].xml", format!(r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{types}</Types>"#)),
        ("_rels/.rels", r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#.to_owned()),
        ("word/document.xml", main),
        ("word/numbering.xml", format!("<w:numbering {NAMESPACES}>{LISTS}</w:numbering>")),
    ];
    let mut relations = kind("numbering");
    if !notes.is_empty() {
        relations.push_str(&kind("footnotes"));
        files.push(("word/footnotes.xml", format!("<w:footnotes {NAMESPACES}>{notes}</w:footnotes>")));
    }
    files.push(("word/_rels/document.xml.rels", format!(r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>"#)));
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    ("case.docx".into(), writer.finish().unwrap().into_inner())
}

fn r(text: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

/// A numbered paragraph that holds this.
fn n(inside: &str) -> String {
    format!(r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>{inside}</w:p>"#)
}

fn call(id: u32) -> String {
    format!(
        r#"<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{id}"/></w:r>"#
    )
}

const FIRST: &str =
    "The Committee met in New York from 3 to 7 March 2031 and elected its officers by acclamation.";
const SECOND: &str =
    "The Committee took note of the report of the secretariat on the storage of seeds in cold houses.";
const THIRD: &str =
    "Several delegations asked for more time to study the proposals on the labelling of consignments.";
const FOURTH: &str =
    "At its last meeting the Committee adopted the present report and closed the session in silence.";

/// Paragraphs of these texts, numbered.
fn plain(texts: &[&str]) -> File {
    document(&texts.iter().map(|text| n(&r(text))).collect::<String>(), &[])
}

#[test]
fn paragraphs_come_go_and_move() {
    let all = plain(&[FIRST, SECOND, THIRD, FOURTH]);
    for other in [
        plain(&[FIRST, THIRD, FOURTH]),
        plain(&[SECOND, THIRD, FOURTH]),
        plain(&[FIRST, SECOND, THIRD]),
        plain(&[FIRST, FOURTH, SECOND, THIRD]),
        plain(&[FOURTH]),
    ] {
        holds(&all, &other);
        holds(&other, &all);
    }
    let main = holds(&all, &plain(&[FIRST, FOURTH, SECOND, THIRD]));
    assert!(
        main.contains("<w:moveFrom ") && main.contains("<w:moveTo ") && !main.contains("<w:del "),
        "{main}"
    );
}

#[test]
fn what_moved_and_was_edited_is_both() {
    let edited = THIRD.replace("to study", "and rooms to weigh");
    let (old, new) = (plain(&[FIRST, SECOND, THIRD, FOURTH]), plain(&[FIRST, &edited, SECOND, FOURTH]));
    let main = holds(&old, &new);
    assert!(main.contains("<w:moveTo "), "{main}");
    // The new words are put in where the text arrives, and the old ones struck where it left.
    assert!(main.contains("<w:ins ") && main.contains(">and rooms to weigh</w:t>"), "{main}");
    assert!(main.contains(r#"<w:delText xml:space="preserve">to study</w:delText>"#), "{main}");
}

#[test]
fn paragraphs_are_cut_and_joined_at_their_ends() {
    let whole = format!("{SECOND} {THIRD}");
    let (one, two) = (plain(&[FIRST, &whole, FOURTH]), plain(&[FIRST, SECOND, THIRD, FOURTH]));
    let cut = holds(&one, &two);
    assert!(!cut.contains("Several delegations asked for more time to study the proposals on the labelling of consignments.</w:delText>"), "{cut}");
    let joined = holds(&two, &one);
    assert!(joined.contains("<w:rPr><w:del "), "{joined}");
}

#[test]
fn runs_keep_their_look_and_new_words_take_it() {
    let old = n(
        r#"<w:r><w:t xml:space="preserve">The Committee </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>decides</w:t></w:r><w:r><w:tab/><w:t xml:space="preserve">to&#160;meet again in June, and to  report</w:t></w:r>"#,
    );
    let new = n(&r("The Committee recommends to meet again in July, and to report"));
    let main = holds(&document(&old, &[]), &document(&new, &[]));
    assert!(
        main.contains(r#"<w:rPr><w:i/></w:rPr><w:delText xml:space="preserve">decides</w:delText>"#),
        "{main}"
    );
    assert!(main.contains(r#"<w:rPr><w:i/></w:rPr><w:t xml:space="preserve">recommends</w:t>"#), "{main}");
    assert!(
        main.contains("<w:tab/>") && main.contains("to\u{a0}meet") || main.contains("to&#160;meet"),
        "{main}"
    );
}

#[test]
fn what_stands_around_words_stays() {
    let old = n(concat!(
        r#"<w:bookmarkStart w:id="7" w:name="b"/><w:r><w:t xml:space="preserve">See document </w:t></w:r>"#,
        r#"<w:hyperlink r:id="rId9"><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>A/1/2</w:t></w:r></w:hyperlink>"#,
        r#"<w:bookmarkEnd w:id="7"/><w:r><w:t xml:space="preserve"> and paragraph </w:t></w:r>"#,
        r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#,
        r#"<w:r><w:t xml:space="preserve"> above, in the words of </w:t></w:r><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>the Chair</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>.</w:t></w:r>"#
    ));
    let new = n(&r("See document A/1/3 and paragraph 14 above, in the words of the Rapporteur."));
    let main = holds(&document(&old, &[]), &document(&new, &[]));
    for kept in [
        r#"<w:bookmarkStart w:id="7" w:name="b"/>"#,
        r#"<w:bookmarkEnd w:id="7"/>"#,
        r#"<w:hyperlink r:id="rId9">"#,
        "<w:sdtContent>",
    ] {
        assert!(main.contains(kept), "{kept}: {main}");
    }
    // The field goes as a whole: its instruction is deleted with its result.
    assert!(main.contains("<w:delInstrText"), "{main}");
    // A word beside the field leaves it alone.
    let other = n(&r("See document A/1/2 and also paragraph 12 above, in the words of the Chair."));
    let main = holds(&document(&old, &[]), &document(&other, &[]));
    assert!(main.contains("<w:instrText> REF x </w:instrText>") && !main.contains("delInstrText"), "{main}");
}

#[test]
fn notes_come_and_go_with_their_calls() {
    let with = document(&format!("{}{}", n(&(r(FIRST) + &call(1))), n(&r(SECOND))), &["See document A/1/2."]);
    let without = plain(&[FIRST, SECOND]);
    let two = document(
        &format!("{}{}", n(&(r(FIRST) + &call(1))), n(&(r(SECOND) + &call(2)))),
        &["A quite different note about the rooms.", "See document A/1/3."],
    );
    holds(&with, &without);
    holds(&without, &with);
    holds(&with, &two);
    holds(&two, &with);
    let redline = made(&without, &two);
    let notes =
        ooxml::part(&redline.bytes, "word/footnotes.xml").expect("a document without notes gets some");
    assert!(notes.contains("continuationSeparator") && notes.contains("See document A/1/3."));
    assert!(ooxml::part(&redline.bytes, "[Content_Types].xml").unwrap().contains("footnotes+xml"));
}

#[test]
fn a_note_that_is_called_again_is_one_note() {
    let paper =
        |inside: [String; 3]| document(&inside.map(|inside| n(&inside)).concat(), &["See document A/1/2."]);
    let one = paper([r(FIRST) + &call(1), r(SECOND), r(THIRD)]);
    let two = paper([r(FIRST) + &call(1), r(SECOND) + &call(1), r(THIRD)]);
    let none = plain(&[FIRST, SECOND, THIRD]);
    // The second call is a field that shows the number of the first, in OLD or put in with it.
    for old in [&one, &none] {
        let main = holds(old, &two);
        assert!(main.contains(" NOTEREF _Note") && main.contains("<w:bookmarkStart "), "{main}");
    }
    // A clean document.
    let named = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
    let text = |calls: [&str; 2]| {
        format!(
            "1. {FIRST}{}\n\n2. {SECOND}{}\n\n3. {THIRD}\n\n[^1]: See document A/1/2.\n",
            calls[0], calls[1]
        )
    };
    let (once, twice) = (named("once.md", &text(["[^1]", ""])), named("twice.md", &text(["[^1]", "[^1]"])));
    for (old, new) in [(&twice, &once), (&once, &twice), (&twice, &twice)] {
        assert!(holds(old, new).contains(" NOTEREF _Note"));
    }
}

#[test]
fn a_call_is_repeated_for_its_own_note_where_the_notes_count_anew() {
    let bookmarked =
        format!(r#"<w:bookmarkStart w:id="90" w:name="_Ref1"/>{}<w:bookmarkEnd w:id="90"/>"#, call(1));
    let run =
        |inside: &str| format!(r#"<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{inside}</w:r>"#);
    let field = [
        r#"<w:fldChar w:fldCharType="begin"/>"#,
        "<w:instrText> NOTEREF _Ref1 </w:instrText>",
        r#"<w:fldChar w:fldCharType="separate"/>"#,
        "<w:t>1</w:t>",
        r#"<w:fldChar w:fldCharType="end"/>"#,
    ]
    .map(run)
    .concat();
    let section = r#"<w:p><w:pPr><w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr></w:pPr></w:p>"#;
    let notes = ["See document A/1/2.", "See document A/1/3."];
    for again in [field, call(1)] {
        let texts = [
            n(&(r(FIRST) + &bookmarked)),
            n(&(r(SECOND) + &again)),
            section.to_owned(),
            n(&(r(THIRD) + &call(2))),
            n(&r(FOURTH)),
        ];
        let old = document(&texts.concat(), &notes);
        let report = read(&old, Tracked::Accept).report;
        let calls: Vec<&str> =
            report.nodes.iter().flat_map(|node| &node.notes).map(|call| call.id.as_str()).collect();
        assert_eq!((calls[0], calls.len()), (calls[1], 3), "{calls:?}");
        assert_ne!(calls[0], calls[2], "{calls:?}");
    }
}

#[test]
fn a_line_break_stays_between_lines_that_change() {
    let head = |distribution: &str, day: &str| {
        let line = |inside: &str| format!("<w:p>{inside}</w:p>");
        let box_ = format!(
            "{}<w:r><w:br/></w:r>{}",
            r(&format!("Distr.: {distribution}")),
            r(&format!("{day} 2031"))
        );
        let title = line(&r("Report of the Committee on Seeds"));
        document(
            &(line(&r("A/AC.999/2031/L.1")) + &line(&box_) + &title + &n(&r(FIRST)) + &n(&r(SECOND))),
            &[],
        )
    };
    let main = holds(&head("Limited", "10 March"), &head("General", "21 July"));
    assert!(main.contains("<w:r><w:br/></w:r>"), "{main}");
    assert!(
        !main.split("<w:del ").skip(1).any(|gone| gone.split("</w:del>").next().unwrap().contains("<w:br/>"))
    );
}

#[test]
fn a_folder_is_one_version() {
    let folder = std::env::temp_dir().join(format!("travaux-redline-folder-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    let samples = ["working-group-2031/draft.md", "working-group-2032/next-year.md"].map(sample);
    std::fs::create_dir_all(folder.join("both")).unwrap();
    for (order, (_, bytes)) in samples.iter().enumerate() {
        std::fs::write(folder.join("both").join(format!("{order}.md")), bytes).unwrap();
    }
    // Two documents that begin with the same heading, which counts no further in one document.
    for (name, word) in [("one", "heard"), ("two", "thanked")] {
        std::fs::create_dir_all(folder.join(name)).unwrap();
        for part in 1..=2 {
            let text = format!(
                "A/AC.999/2031/L.{part}\n\n# Draft report\n\n## I. Introduction\n\n1. {FIRST}\n\n2. The Committee {word} speaker {part}.\n"
            );
            std::fs::write(folder.join(name).join(format!("L{part}.md")), text).unwrap();
        }
    }
    let adopted = root().join("samples/working-group-2031/adopted.docx");
    let cases = [
        (folder.join("both"), adopted.clone(), None),
        (adopted, folder.join("both"), None),
        (folder.join("one"), folder.join("two"), Some("")),
    ];
    for (old, new, told) in cases {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_travaux"))
            .args(["diff", "--format", "docx", "-o"])
            .arg(folder.join("redline.docx"))
            .args([&old, &new])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code().is_some_and(|code| code < 2), "{said}");
        assert_eq!(ooxml::faults(&std::fs::read(folder.join("redline.docx")).unwrap()), [""; 0]);
        assert!(told.is_none_or(|told| told == said), "{said}");
    }
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_note_goes_with_what_it_says_and_a_new_one_looks_as_the_others() {
    let text = |second: &str, notes: &str| {
        ("paper.md".to_owned(), format!("1. {FIRST}[^1]\n\n2. {SECOND}{second}\n\n{notes}").into_bytes())
    };
    let one = text("", "[^1]: See document A/1/2.\n");
    let two = text("[^2]", "[^1]: See document A/1/2.\n\n[^2]: A quite different note.\n");
    holds(&one, &two);
    let notes = |old, new| ooxml::part(&made(old, new).bytes, "word/footnotes.xml").unwrap();
    let came = notes(&one, &two);
    assert!(
        came.contains("<w:r><w:tab/><w:t xml:space=\"preserve\">A quite different note.</w:t></w:r>"),
        "{came}"
    );
    holds(&two, &one);
    let gone = notes(&two, &one);
    assert!(gone.contains("<w:delText xml:space=\"preserve\">A quite different note.</w:delText>"), "{gone}");
}

fn table(rows: &[[&str; 2]]) -> String {
    let cell = |text: &str| {
        format!("<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr><w:p>{}</w:p></w:tc>", r(text))
    };
    let rows: String = rows.iter().map(|row| format!("<w:tr>{}</w:tr>", row.map(cell).concat())).collect();
    format!(
        r#"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>{rows}</w:tbl>"#
    )
}

#[test]
fn rows_come_go_and_change() {
    let rows = [
        ["Symbol", "Title"],
        ["A/1/2", "Report on seeds"],
        ["A/1/3", "Note on cold storage"],
        ["A/1/4", "List of participants"],
    ];
    let paper = |rows: &[[&str; 2]]| document(&(n(&r(FIRST)) + &table(rows) + &n(&r(SECOND))), &[]);
    let all = paper(&rows);
    for other in [paper(&rows[..3]), paper(&[rows[0], rows[1], rows[3]])] {
        let main = holds(&all, &other);
        assert!(main.contains("<w:trPr><w:del "), "{main}");
        let main = holds(&other, &all);
        assert!(main.contains("<w:trPr><w:ins "), "{main}");
    }
    let changed = paper(&[rows[0], ["A/1/2/Rev.1", "Report on seeds"], rows[2], rows[3]]);
    assert!(!holds(&all, &changed).contains("<w:trPr>"));
    let none = document(&(n(&r(FIRST)) + &n(&r(SECOND))), &[]);
    holds(&all, &none);
    holds(&none, &all);
}

#[test]
fn tracked_changes_that_old_carries_are_settled_first() {
    let mark = r#"w:id="1" w:author="X" w:date="2030-01-01T00:00:00Z""#;
    let carried = n(&format!(
        "{}<w:del {mark}><w:r><w:delText>old </w:delText></w:r></w:del><w:ins {mark}>{}</w:ins>{}",
        r("The "),
        r("new "),
        r("text of the Committee was read out.")
    ));
    let old = document(&(carried + &n(&r(SECOND))), &[]);
    let new = plain(&["The new text of the Committee was read aloud.", SECOND]);
    let redline = made(&old, &new);
    let main = ooxml::part(&redline.bytes, "word/document.xml").unwrap();
    assert!(!main.contains("\"X\"") && !main.contains(">old "), "{main}");
    assert_eq!(ooxml::faults(&redline.bytes), [""; 0]);
    let bytes = ("redline.docx".to_owned(), redline.bytes);
    assert_eq!(
        read(&bytes, Tracked::Reject).report.nodes[0].text,
        "The new text of the Committee was read out."
    );
    assert_eq!(parts(&read(&bytes, Tracked::Accept)), parts(&read(&new, Tracked::Accept)));
}

#[test]
fn a_note_goes_with_the_insertion_that_called_it_when_that_is_rejected() {
    let mark = r#"w:id="1" w:author="X" w:date="2030-01-01T00:00:00Z""#;
    let carried = n(&format!("{}<w:ins {mark}>{}</w:ins>{}", r(FIRST), call(1), call(2)));
    let notes = ["See document A/1/2.", "See document A/1/3."];
    let old = document(&(carried + &n(&r(SECOND))), &notes);
    let reading = Reading { tracked: Tracked::Reject, ..Reading::default() };
    let draft = Draft::open(Path::new(&old.0), &old.1, &reading).unwrap().unwrap();
    let kept = ooxml::part(&draft.with(&[]).unwrap(), "word/footnotes.xml").unwrap();
    assert!(!kept.contains(notes[0]) && kept.contains(notes[1]), "{kept}");
}

#[test]
fn what_a_text_holds_never_becomes_markup() {
    let old = ("old.md".to_owned(), format!("1. {FIRST}\n\n2. {SECOND}\n").into_bytes());
    let new = (
        "new.md".to_owned(),
        format!("1. {FIRST}\n\n2. {SECOND} It said \"a < b & c > d\" and ]]> too.\n").into_bytes(),
    );
    let main = holds(&old, &new);
    assert!(main.contains("a &lt; b &amp; c &gt; d"), "{main}");
}

#[test]
fn a_number_that_word_would_not_print_is_typed() {
    let old = ("old.md".to_owned(), format!("1. {FIRST}\n\n2. {SECOND}\n\n3. {THIRD}\n").into_bytes());
    let new = (
        "new.md".to_owned(),
        format!("1. {FIRST}\n\n2. {SECOND}\n\n4. {FOURTH}\n\n5. {THIRD}\n").into_bytes(),
    );
    holds(&old, &new);
    holds(&new, &old);
}

#[test]
fn a_paper_of_three_hundred_paragraphs_is_marked_in_a_moment() {
    let text = |at: usize, odd: &str| {
        let words =
            ["seeds", "plants", "labels", "ships", "ports", "houses", "rooms", "lists", "drafts", "notes"];
        format!(
            "The Committee considered item {at} on {} and {} and {odd} asked for a report on {}.",
            words[at % 10],
            words[at / 10 % 10],
            words[at / 100 % 10]
        )
    };
    let paper = |odd: &str| {
        let texts: String =
            (1..=300).map(|at| n(&r(&text(at, if at % 7 == 0 { odd } else { "then" })))).collect();
        document(&texts, &[])
    };
    let (old, new) = (paper("firmly"), paper("gladly"));
    let sides = [read(&old, Tracked::Accept), read(&new, Tracked::Accept)];
    let comparison = compared(&sides[0], &sides[1]).0;
    let draft = Draft::open(Path::new("case.docx"), &old.1, &Reading::default()).unwrap();
    let start = std::time::Instant::now();
    let redline = render(&comparison, [&sides[0], &sides[1]], draft, &signature()).unwrap();
    // Without optimisation and on a busy machine; a release build needs a small part of it.
    assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
    assert_eq!(redline.faults, []);
    assert!(read_bytes(Path::new("redline.docx"), &redline.bytes).is_ok());
}

/// Through LibreOffice: what it makes of accepting and of rejecting all.
fn through_office(cases: &[(File, File)]) {
    let folder = std::env::temp_dir().join(format!("travaux-redline-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let mut command = std::process::Command::new("/usr/bin/python3");
    command.arg(root().join("tests/support/office.py")).arg(folder.join("profile")).arg(&folder);
    for (at, (old, new)) in cases.iter().enumerate() {
        let path = folder.join(format!("{at}.docx"));
        std::fs::write(&path, made(old, new).bytes).unwrap();
        command.arg(path);
    }
    let output = command.output().expect("python3 runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    // Nothing is left that was not accepted or rejected.
    assert!(
        told.lines().count() == 2 * cases.len() && told.lines().all(|line| line.ends_with(" 0")),
        "{told}"
    );
    for (at, (old, new)) in cases.iter().enumerate() {
        for (how, meant) in [("reject", old), ("accept", new)] {
            let bytes = std::fs::read(folder.join(format!("{at}.{how}.docx"))).unwrap();
            let have = parts(&read(&("saved.docx".into(), bytes), Tracked::Accept));
            let want = parts(&read(meant, Tracked::Accept));
            let differs = have.iter().zip(&want).find(|(have, want)| have != want);
            assert!(have == want, "case {at}, {} → {}, {how}: {differs:#?}\n{have:?}", old.0, new.0);
        }
    }
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn libreoffice_accepts_and_rejects_to_the_same_or_skipped_aloud() {
    if std::env::var_os("TRAVAUX_SOFFICE").is_none_or(|value| value != "1") {
        eprintln!("skipped: TRAVAUX_SOFFICE is not 1 (needs soffice of libreoffice-writer, and python3-uno)");
        return;
    }
    let name = |draft: &str, end: &str| sample(&format!("working-group-2031/{draft}.{end}"));
    let mut cases = Vec::new();
    for (old, new) in [("draft", "adopted"), ("zero-draft", "draft"), ("zero-draft", "adopted")] {
        for end in ["docx", "pdf"] {
            cases.push((name(old, end), name(new, end)));
            cases.push((name(new, end), name(old, end)));
        }
    }
    cases.push((name("draft", "md"), name("adopted", "md")));
    let edited = FOURTH.replace("in silence", "with thanks");
    let longer = format!("{THIRD} Five observers were there too.");
    let early = THIRD.replace("to study", "and rooms to weigh");
    let whole = format!("{SECOND} {THIRD}");
    for (one, two) in [
        ([FIRST, SECOND, THIRD, FOURTH].as_slice(), [FIRST, THIRD, FOURTH].as_slice()),
        (&[FIRST, SECOND, THIRD, FOURTH], &[FIRST, SECOND, THIRD]),
        (&[FIRST, SECOND, THIRD, FOURTH], &[FIRST, &edited, SECOND, THIRD]),
        (&[FIRST, SECOND, &early, FOURTH], &[FIRST, THIRD, SECOND, FOURTH]),
        (&[FIRST, SECOND, &longer, FOURTH], &[FIRST, THIRD, SECOND, FOURTH]),
        (&[FIRST, &whole, FOURTH], &[FIRST, SECOND, THIRD, FOURTH]),
        (&[FIRST, SECOND, THIRD, FOURTH], &[FOURTH]),
    ] {
        cases.push((plain(one), plain(two)));
        cases.push((plain(two), plain(one)));
    }
    let notes = ["See document A/1/2.", "See document A/1/3."];
    let called = |second: u32| n(&(r(FIRST) + &call(1))) + &n(&(r(SECOND) + &call(second))) + &n(&r(THIRD));
    cases.push((plain(&[FIRST, SECOND, THIRD]), document(&called(1), &notes[..1])));
    cases.push((document(&called(2), &notes), plain(&[FIRST, SECOND, THIRD])));
    through_office(&cases);
    // Other documents, where there are any: every Word file beside the folder of reports.
    let Some(reports) = std::env::var_os("TRAVAUX_REPORTS").map(std::path::PathBuf::from) else { return };
    let Ok(entries) = std::fs::read_dir(reports.join("../un-like")) else { return };
    let mut others: Vec<File> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "docx"))
        .map(|path| (path.display().to_string(), std::fs::read(path).unwrap()))
        .collect();
    others.sort();
    let pairs = others.iter().flat_map(|one| others.iter().map(|two| (one.clone(), two.clone())));
    through_office(&pairs.collect::<Vec<_>>());
}
