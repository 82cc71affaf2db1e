//! What a reader sees: pages built by hand, kept at several widths.

mod support;

use std::collections::BTreeMap;
use support::golden;
use travaux::diff::digest::{
    Digest, Entry, FactRow, Folded, FoldedEdit, Header, HeaderRow, MastheadLine, NumberRun, Piece, Repeated,
    Run, SameFacts, Section, SectionHeading, SetAside, Shown, Told,
};
use travaux::diff::{
    Change, ChangeOp, ComparedPair, Comparison, Counts, DocumentInfo, End, LedgerLine, Relation, Status,
    Weight, WordOp, Words,
};
use travaux::mentions::{Annotated, Mention, MentionKind, Mentions};
use travaux::remark::Remark;
use travaux::render::terminal::{Setting, render};
use travaux::render::{diff_view, json, show_view};
use travaux::report::{Call, Furniture, Masthead, Node, NodeKind, Report, SourceInfo};

/// `He −should− +would+ go …` as pieces: the notation of the page itself.
fn pieces(marked: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut op = WordOp::Equal;
    let mut text = String::new();
    let flush = |op: WordOp, text: &mut String, out: &mut Vec<Piece>| {
        if !text.is_empty() {
            out.push(Piece::Text(op, std::mem::take(text)));
        }
    };
    for character in marked.chars() {
        let sign = match character {
            '−' => WordOp::Delete,
            '+' => WordOp::Insert,
            '…' => {
                flush(op, &mut text, &mut out);
                out.push(Piece::Elided(12));
                continue;
            }
            other => {
                text.push(other);
                continue;
            }
        };
        flush(op, &mut text, &mut out);
        op = if op == sign { WordOp::Equal } else { sign };
    }
    flush(op, &mut text, &mut out);
    out
}

fn shown(status: Status, place: &str, marked: &str) -> Shown {
    Shown {
        pair: 0,
        status,
        place: place.to_string(),
        old_place: None,
        new_place: None,
        tags: Vec::new(),
        pieces: pieces(marked),
        notes: Vec::new(),
    }
}

fn run(place: &str, text: &str) -> Entry {
    Entry::Run(Run { place: place.to_string(), text: text.to_string(), ..Run::default() })
}

fn section(headings: &[(usize, &str)], entries: Vec<Entry>) -> Section {
    let headings = headings
        .iter()
        .map(|(level, text)| SectionHeading {
            id: String::new(),
            level: *level,
            text: text.to_string(),
            note: None,
        })
        .collect();
    Section { headings, entries }
}

fn fact(what: &str, place: &str, old: Option<&str>, new: Option<&str>, meaning: &str) -> FactRow {
    FactRow {
        kind: "document",
        op: ChangeOp::Changed,
        what: what.to_string(),
        places: vec![place.to_string()],
        place: place.to_string(),
        old: old.map(str::to_string),
        new: new.map(str::to_string),
        meaning: meaning.to_string(),
        pairs: Vec::new(),
        values: Vec::new(),
    }
}

fn same(phrase: &str) -> SameFacts {
    SameFacts { kind: "date", count: 1, all: true, phrase: phrase.to_string() }
}

fn strings(list: &[&str]) -> Vec<String> {
    list.iter().map(|text| text.to_string()).collect()
}

fn header() -> Header {
    Header {
        old: "A/AC.901/2031/L.7*".to_string(),
        new: "A/86/44".to_string(),
        relation: "draft → report as issued".to_string(),
        about: strings(&["Standing Committee on Lighthouses and Coastal Signals", "Valletta, 5–16 May 2031"]),
        rows: vec![
            HeaderRow {
                label: "Title",
                old: Some("Draft report on the substantive session of 2031".to_string()),
                new: Some("Report of the Standing Committee on Lighthouses and Coastal Signals".to_string()),
            },
            HeaderRow {
                label: "Date",
                old: Some("13 May 2031, reissued 16 May 2031".to_string()),
                new: Some("[16 May 2031]".to_string()),
            },
            HeaderRow { label: "Distribution", old: Some("Limited".to_string()), new: None },
        ],
        paragraphs: "9 → 11, and an annex".to_string(),
        numbered: [9, 11],
        annexes: [0, 1],
        counts: strings(&["2 new", "3 changed, 1 of them moved", "2 reworded", "4 the same"]),
        parted: 0,
        which: Vec::new(),
        elsewhere: strings(&["annex: 1 new", "notes: 1 new"]),
    }
}

fn sections() -> Vec<Section> {
    let change = |place, marked| Entry::Shown(shown(Status::Modified, place, marked));
    let moved = Shown {
        tags: vec!["moved"],
        notes: strings(&["compare the annex"]),
        ..shown(
            Status::Modified,
            "¶4 → ¶6",
            "At its −substantive session of 2031− +2031 session+, the Committee comprised 41 members (see \
             A/AC.901/2031/INF/2+; see also the annex to the present report+). −Three observers were also \
             represented.−",
        )
    };
    let noted = Shown {
        notes: strings(&["moved, now in ¶6"]),
        ..shown(
            Status::Modified,
            "¶3 → ¶4",
            "At its 31st +plenary+ meeting, the Committee adopted its agenda (A/AC.901/2031/L.1)− and the \
             timetable of work (A/AC.901/2031/L.2)−.",
        )
    };
    let arrived = |place, text: &str| {
        Entry::Shown(Shown {
            pieces: vec![Piece::Text(WordOp::Insert, text.to_string())],
            ..shown(Status::Inserted, place, "")
        })
    };
    vec![
        section(
            &[(1, "I. Introduction")],
            vec![change(
                "¶1",
                "…decided that the Committee −should− +would+ continue its efforts −to undertake− +for+ a general \
                 survey of the lights and fog signals of all coasts+, follow up on its previous proposals and \
                 consider any new ones so as to help harbours with few means to keep their lights burning,+ and \
                 requested the Committee…",
            )],
        ),
        section(
            &[(1, "II. Organizational matters"), (2, "A. Opening and duration of the session")],
            vec![
                run("¶2, 3", "1 the same, 1 reworded"),
                arrived(
                    "new ¶4",
                    "The Department of Harbours, the Office of Coastal Signals and the Department of Stores and \
                     Supplies provided advice to the Committee, while the Lamps and Lenses Branch served as its \
                     secretariat.",
                ),
            ],
        ),
        section(&[(2, "B. Agenda")], vec![Entry::Shown(noted), run("¶4–5 → 5–6", "1 reworded, 1 the same")]),
        section(
            &[(2, "C. Membership")],
            vec![Entry::Shown(moved), run("¶10–13 → 11–14", "1 reworded, 3 the same")],
        ),
        section(
            &[(
                1,
                "III. Adoption of the report to the Assembly at its eighty-sixth session, and other matters of form",
            )],
            vec![
                Entry::Shown(shown(Status::Deleted, "gone ¶8", "−A short film on fog was shown.−")),
                arrived("new ¶11", "At the same meeting, statements were made by 12 delegations.[2]"),
                arrived(
                    "new note 2",
                    "See https://journal.example.org/en/valletta/meeting/statements/3f1c9a52-77d0-4a5e-9a53/2031-05-16.",
                ),
                Entry::Shown(Shown {
                    tags: vec!["split"],
                    ..shown(
                        Status::Split,
                        "¶9 → ¶12, 13",
                        "The Committee thanked its Chair.+\n+The Chair −and the secretariat− replied.",
                    )
                }),
            ],
        ),
    ]
}

fn folded() -> Folded {
    let run = |text: &str| NumberRun { old: None, new: None, text: text.to_string() };
    Folded {
        repeated: vec![Repeated {
            deleted: String::new(),
            inserted: "plenary".to_string(),
            hyphens: false,
            before: Some("meeting(s)".to_string()),
            places: strings(&["¶3", "¶5", "¶7"]),
            place: "¶3, 5 and 7".to_string(),
            weight: Weight::Reworded,
        }],
        reworded: vec![
            FoldedEdit {
                place: "¶3".to_string(), pieces: pieces("the President of the −General− Assembly")
            },
            FoldedEdit {
                place: "¶10".to_string(),
                pieces: pieces("The list of documents +for the session+…participants+,+ in"),
            },
        ],
        editorial: vec![FoldedEdit {
            place: "¶2".to_string(),
            pieces: pieces("the −cooperation− +co-operation+ of"),
        }],
        masthead: vec![MastheadLine {
            label: "Rapporteur line",
            old: Some("Rapporteur: Ms. Ada Fresnel (Malta)".to_string()),
            new: None,
            note: Some("she is Rapporteur in ¶6 as she was in ¶5".to_string()),
        }],
        one_sided: strings(&["no longer there: Original (English)"]),
        headings: strings(&["I → Chapter I", "II → Chapter II", "III → Chapter III"]),
        numbers: ["1–3 kept", "4 → 6", "5–7 → 7–9", "8 gone"].map(run).to_vec(),
        notes: Vec::new(),
        references_followed: 2,
        set_aside: vec![
            SetAside {
                document: "A/86/44".to_string(),
                text: "running heads; contents (pages 1–4)".to_string(),
            },
            SetAside { document: "A/AC.901/2031/L.7".to_string(), text: "page numbers".to_string() },
        ],
        remarks: vec![Told {
            document: Some("A/86/44".to_string()),
            place: "¶9".to_string(),
            remark: Remark::new(
                "stale-reference",
                "p9",
                "“paragraph 12 below” points to a paragraph on another matter",
            )
            .hinted("compare ¶14"),
        }],
    }
}

fn example() -> Digest {
    Digest {
        header: header(),
        warnings: vec![Told {
            document: Some("A/86/44".to_string()),
            place: "page 3".to_string(),
            remark: Remark::new(
                "page-without-words",
                "page 3",
                "this page has no words, so nothing on it was compared",
            )
            .hinted("run an OCR tool on the file first"),
        }],
        facts: vec![
            fact("date", "¶9", Some("___ May 2031"), Some("16 May 2031"), "blank filled"),
            fact(
                "A/AC.901/2031/L.2, timetable of work",
                "¶3 → ¶6",
                Some("with the agenda"),
                Some("with the working group"),
                "moved",
            ),
            fact("observers", "¶4 → annex", Some("“Three observers”"), None, "dropped; compare the annex"),
            fact("symbol", "¶7", Some("[A/AC.901/2031/L.3]"), Some("A/AC.901/2031/L.3"), "brackets lifted"),
            fact("document", "¶2 → ¶5", Some("A/AC.901/2031/L.5"), Some("A/AC.901/2031/L.5"), "moved"),
            fact(
                "link",
                "new note 2",
                None,
                Some(
                    "https://journal.example.org/en/valletta/meeting/statements/3f1c9a52-77d0-4a5e-9a53/2031-05-16",
                ),
                "new",
            ),
            fact("delegations", "new ¶11", None, Some("12 made statements"), "new"),
        ],
        same: [
            "every date in the paragraphs but one",
            "the 31st to 34th meetings",
            "all officers",
            "41 members",
        ]
        .map(same)
        .to_vec(),
        blanks: "The one blank is filled.".to_string(),
        sections: sections(),
        folded: folded(),
        sides: ["Draft", "Report"],
        unlisted: String::new(),
        more_with_all: true,
        quiet: false,
        other_report: false,
        then_now: Vec::new(),
        identical: false,
    }
}

fn set(digest: &Digest, width: usize, ascii: bool, color: bool) -> String {
    render(&diff_view::page(digest), &Setting { width, ascii, color })
}

/// Escape codes as something to read: `‹1;31›`.
fn visible(text: &str) -> String {
    let mut out = String::new();
    for (index, part) in text.split("\u{1b}[").enumerate() {
        match part.split_once('m').filter(|_| index > 0) {
            Some((code, rest)) => out.push_str(&format!("⟨{code}⟩{rest}")),
            None => out.push_str(part),
        }
    }
    out
}

#[track_caller]
fn fits(text: &str, width: usize) {
    use unicode_width::UnicodeWidthStr as _;
    for line in text.lines() {
        assert!(line.width() <= width, "{} columns, {width} allowed: {line}", line.width());
        assert_eq!(line, line.trim_end(), "blanks at the end of a line");
    }
}

#[test]
fn diff_at_80_columns() {
    let text = set(&example(), 80, false, false);
    fits(&text, 80);
    golden("render/diff-80.txt", &text);
}

#[test]
fn diff_at_120_columns() {
    let text = set(&example(), 120, false, false);
    fits(&text, 120);
    golden("render/diff-120.txt", &text);
}

#[test]
fn diff_at_40_columns() {
    let text = set(&example(), 40, false, false);
    fits(&text, 40);
    golden("render/diff-40.txt", &text);
}

#[test]
fn diff_in_ascii() {
    let text = set(&example(), 80, true, false);
    fits(&text, 80);
    assert!(text.is_ascii(), "{:?}", text.chars().find(|character| !character.is_ascii()));
    golden("render/diff-ascii.txt", &text);
}

#[test]
fn diff_in_colour() {
    golden("render/diff-colour.txt", &visible(&set(&example(), 80, false, true)));
}

#[test]
fn colour_changes_no_letter() {
    let coloured = set(&example(), 80, false, true);
    let mut bare = String::new();
    for (index, part) in coloured.split("\u{1b}[").enumerate() {
        bare.push_str(if index == 0 { part } else { part.split_once('m').unwrap().1 });
    }
    let trimmed: Vec<&str> = bare.lines().map(str::trim_end).collect();
    assert_eq!(trimmed, set(&example(), 80, false, false).lines().collect::<Vec<_>>());
}

#[test]
fn every_width_fits() {
    for width in 20..=160 {
        fits(&set(&example(), width, false, false), width);
    }
}

#[test]
fn nothing_changed() {
    let digest = Digest {
        header: Header { rows: Vec::new(), counts: strings(&["9 the same"]), ..header() },
        warnings: Vec::new(),
        facts: Vec::new(),
        same: vec![same("every date in the paragraphs (12)")],
        blanks: "No blanks.".to_string(),
        sections: Vec::new(),
        folded: Folded::default(),
        sides: ["Before", "After"],
        unlisted: "No fact changed.".to_string(),
        more_with_all: false,
        quiet: true,
        other_report: false,
        then_now: Vec::new(),
        identical: true,
    };
    golden("render/nothing-changed.txt", &set(&digest, 80, false, false));
}

/// A document may hold anything; a terminal obeys whatever it is sent.
#[test]
fn a_document_cannot_speak_to_the_terminal() {
    let evil = "\u{1b}]0;owned\u{7}\u{9b}2J\u{202e}\u{2066}\u{85}\u{7f}";
    let mut digest = example();
    digest.header.old = evil.to_string();
    digest.header.about = vec![evil.to_string()];
    digest.header.rows[0].new = Some(evil.to_string());
    digest.facts[0].old = Some(evil.to_string());
    digest.sections[0].headings[0].text = evil.to_string();
    digest.sections[0].entries = vec![Entry::Shown(shown(Status::Modified, evil, evil))];
    digest.folded.set_aside[0].document = evil.to_string();
    digest.warnings[0].remark.message = evil.to_string();
    for ascii in [false, true] {
        let text = set(&digest, 80, ascii, false);
        let bad = text.chars().find(|character| {
            (character.is_control() && *character != '\n')
                || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        });
        assert_eq!(bad, None);
    }
}

fn node(id: &str, kind: NodeKind, number: Option<&str>, parent: Option<&str>, text: &str, page: u32) -> Node {
    Node {
        id: id.to_string(),
        kind,
        number: number.map(str::to_string),
        number_inferred: id == "p2",
        parent: parent.map(str::to_string),
        part: "body".to_string(),
        text: text.to_string(),
        page,
        notes: Vec::new(),
        places: Vec::new(),
    }
}

fn mention(kind: MentionKind, node: &Node, text: &str, value: &str) -> Mention {
    let at = node.text.find(text).unwrap();
    let start = node.text[..at].chars().count();
    Mention {
        kind,
        text: text.to_string(),
        start,
        end: start + text.chars().count(),
        value: value.to_string(),
        attributes: BTreeMap::new(),
        rule: "by-hand",
    }
}

fn report() -> Annotated {
    let mut nodes = vec![
        node("f.symbol", NodeKind::Masthead, None, None, "A/AC.901/2031/L.7", 1),
        node("hI", NodeKind::Heading, Some("I"), None, "Introduction", 1),
        node(
            "p1",
            NodeKind::Paragraph,
            Some("1"),
            Some("hI"),
            "The Committee met in Valletta from 5 to 16 May 2031 under the chairmanship of Enzo Stevin (Belgium), \
             and had before it the following:",
            1,
        ),
        node(
            "p1.a",
            NodeKind::Item,
            Some("(a)"),
            Some("p1"),
            "The timetable of work (A/AC.901/2031/L.2);",
            1,
        ),
        node("p1.b", NodeKind::Item, Some("(b)"), Some("p1"), "A note on fog.", 2),
        node("p2", NodeKind::Paragraph, Some("2"), Some("hI"), "It adopted its report on ___ May 2031.", 2),
        node("fn1", NodeKind::Footnote, Some("1"), None, "Held behind closed doors.", 2),
    ];
    nodes[2].notes = vec![Call { at: 13, id: "fn1".to_string() }];
    let mut by_node = vec![Vec::new(); nodes.len()];
    by_node[2] = vec![
        mention(MentionKind::Date, &nodes[2], "from 5 to 16 May 2031", "2031-05-05/2031-05-16"),
        mention(MentionKind::Officer, &nodes[2], "Enzo Stevin", "Enzo Stevin"),
    ];
    by_node[3] = vec![mention(MentionKind::Document, &nodes[3], "A/AC.901/2031/L.2", "A/AC.901/2031/L.2")];
    by_node[5] = vec![mention(MentionKind::Date, &nodes[5], "___ May 2031", "2031-05-XX")];
    let furniture =
        |page, text: &str, what| Furniture { page, text: text.to_string(), what, places: Vec::new() };
    Annotated {
        report: Report {
            file_lines: Vec::new(),
            bulleted: Vec::new(),
            source: SourceInfo {
                path: "draft.pdf".to_string(),
                format: "pdf".to_string(),
                pages: Some(2),
                sha256: "00".repeat(32),
                documents: Vec::new(),
            },
            masthead: Masthead {
                symbol: Some("A/AC.901/2031/L.7".to_string()),
                distribution: Some("Limited".to_string()),
                title: Some("Draft report".to_string()),
                ..Masthead::default()
            },
            nodes,
            furniture: vec![
                furniture(1, "31-00977 (E)", "job number"),
                furniture(2, "A/AC.901/2031/L.7", "running head"),
                furniture(2, "2/2", "page number"),
            ],
            remarks: vec![
                Remark::new(
                    "number-lost",
                    "p2",
                    "the number of this paragraph is not in the file; it was worked out",
                )
                .hinted("compare it with the pages"),
            ],
        },
        mentions: Mentions { by_node, remarks: Vec::new() },
    }
}

#[test]
fn show_as_text() {
    for width in [80, 40] {
        let text = render(&show_view::page(&report()), &Setting { width, ..Setting::default() });
        fits(&text, width);
        golden(&format!("render/show-{width}.txt"), &text);
    }
}

#[test]
fn show_as_json() {
    golden("render/show.json", &json::report(&report()));
}

#[test]
fn diff_as_json() {
    let document = |symbol: &str| DocumentInfo {
        source: report().report.source,
        masthead: Masthead { symbol: Some(symbol.to_string()), ..Masthead::default() },
    };
    let end = |id: &str, text: &str, value: Option<&str>| End {
        id: id.to_string(),
        text: text.to_string(),
        value: value.map(str::to_string),
    };
    let comparison = Comparison {
        old: document("A/AC.901/2031/L.7"),
        new: document("A/86/44"),
        relation: Relation::Adoption,
        masthead: Vec::new(),
        counts: Counts { modified: 1, by_kind: BTreeMap::from([("date", 1)]), ..Counts::default() },
        pairs: vec![ComparedPair {
            status: Status::Modified,
            moved: false,
            renumbered: true,
            old: strings(&["p2"]),
            new: strings(&["p3"]),
            confidence: 0.94,
            why: "text 0.94, number fits the shift of +1".to_string(),
            words: vec![Words { op: WordOp::Insert, text: "naïve \u{9b}2J \u{202e}".to_string() }],
            changes: vec![Change {
                kind: "date",
                op: ChangeOp::Filled,
                weight: Weight::Substantive,
                rule: "by-hand",
                old: Some(end("p2", "___ May 2031", Some("2031-05-XX"))),
                new: None,
                note: None,
            }],
        }],
        placeholders: vec![LedgerLine {
            state: "filled",
            kind: "blank".to_string(),
            old: Some(end("p2", "___", Some("___"))),
            new: vec![end("p3", "16", None)],
        }],
        remarks: Vec::new(),
    };
    let text = json::comparison(&comparison);
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["pairs"][0]["words"][0]["text"], "naïve \u{9b}2J \u{202e}");
    golden("render/diff.json", &text);
}
