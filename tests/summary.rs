//! The summary: what it says of the samples, and that no text can break out of its Markdown.

#[path = "support/dice.rs"]
mod dice;
#[path = "support/papers.rs"]
mod papers;
mod support;

use dice::Dice;
use papers::{annotated, from_bytes, root};
use pulldown_cmark::{Event, Options as Dialect, Parser, Tag, TagEnd};
use support::golden;
use travaux::align::align;
use travaux::diff::summary::{Length, Options, Part, Summary, summary};
use travaux::diff::{self, Comparison, Ladder};
use travaux::mentions::Annotated;
use travaux::render::clean::one_line;
use travaux::render::letter::{Block, Letter, Lines, Span};
use travaux::render::{markdown, plain, summary_json, summary_view};

/// As the command compares: with stronger and weaker wording told as such.
fn compared(old: &Annotated, new: &Annotated) -> Comparison {
    diff::diff_with(old, new, &align(old, new), &diff::Options::with_strength(Ladder::default()))
}

fn letter(old: &Annotated, new: &Annotated, options: &Options) -> Letter {
    summary_view::letter(&summary(&compared(old, new), old, new, options))
}

fn sample(name: &str) -> Annotated {
    annotated(&root().join("samples").join(name))
}

const WIDE: Lines = Lines { width: Some(80), ascii: false };

#[test]
fn the_sample_pair() {
    let (old, new) = (sample("working-group-2031/draft.md"), sample("working-group-2031/adopted.md"));
    let full = letter(&old, &new, &Options::default());
    golden("summary/sample.md.txt", &markdown::render(&full, &WIDE));
    golden("summary/sample.txt", &plain::render(&full, &WIDE));
    golden("summary/sample-ascii.txt", &plain::render(&full, &Lines { ascii: true, ..WIDE }));
    let short = Options { length: Length::Short, ..Options::default() };
    golden("summary/sample-short.md.txt", &markdown::render(&letter(&old, &new, &short), &WIDE));
    let zero = letter(&sample("working-group-2031/zero-draft.md"), &old, &Options::default());
    golden("summary/zero-draft.md.txt", &markdown::render(&zero, &WIDE));
    let dates = Options { only: vec!["date".to_string()], ..Options::default() };
    golden("summary/sample-dates.md.txt", &markdown::render(&letter(&old, &new, &dates), &WIDE));
}

#[test]
fn the_short_form_is_short() {
    for (old, new) in [("zero-draft", "draft"), ("draft", "adopted"), ("zero-draft", "adopted")] {
        let name = |version: &str| format!("working-group-2031/{version}.md");
        let short = Options { length: Length::Short, ..Options::default() };
        let told = markdown::render(&letter(&sample(&name(old)), &sample(&name(new)), &short), &WIDE);
        assert!(told.split_whitespace().count() <= 360, "{told}");
        assert!(!told.contains("##"), "{told}");
    }
}

/// The Markdown of two short texts with numbered paragraphs.
fn told(old: &str, new: &str) -> String {
    let head = "A/AC.999/2031/L.1\n\nDraft report\n\nI. Introduction\n\n";
    let [old, new] = [old, new].map(|text| from_bytes("r.txt", format!("{head}{text}").as_bytes()).unwrap());
    markdown::render(&letter(&old, &new, &Options::default()), &Lines { width: None, ascii: false })
}

#[test]
fn lines_come_by_what_they_tell() {
    let old = "1. The Group welcomes the report of the Chair on the carriage of seeds.\n\n\
               2. The Group notes with appreciation the work of the ports.\n\n\
               3. It met on 4 March 2031 in the old hall of the harbour office.\n\n\
               4. The members came from all regions of the world.\n";
    let new = "1. The Group welcomes the report of the Chair on the carriage of seeds, and asks for a second one \
               on plants.\n\n\
               2. The Group notes the work of the ports.\n\n\
               3. It met on 5 March 2031 in the old hall of the harbour office.\n\n\
               4. The members came from all regions of the world.\n";
    let told = told(old, new);
    let lines: Vec<&str> = told.lines().filter(|line| line.starts_with("- **¶")).collect();
    assert_eq!(
        lines,
        [
            "- **¶3:** “4 March 2031” → “5 March 2031”.",
            "- **¶2, weaker:** “The Group notes with appreciation” → “The Group notes”.",
            "- **¶1:** added at the end: “and asks for a second one on plants”.",
        ],
        "{told}"
    );
}

#[test]
fn numbers_of_paragraphs_add_up_and_say_whose_they_are() {
    let talk = "The members spoke of cold stores, of quarantine sheds and of the long way from the harbour.";
    let more = "The ports asked for more time, for a second office and for a list of those who may sign.";
    let gone = "The Chair thanked the carriers for their patience during the storms of the winter.";
    let (first, last) = ("The Group met at the old hall.", "The report was adopted without a vote.");
    let old = format!("1. {first}\n\n2. {talk} {more}\n\n3. {gone}\n\n4. {last}\n");
    let new = format!("1. {first}\n\n2. {talk}\n\n3. {more}\n\n4. {last}\n");
    let told = told(&old, &new);
    let short = "4 numbered paragraphs in both: old ¶3 is gone and old ¶2 was split into ¶2–3; of the others, 2 \
                 are the same.";
    assert!(told.contains(short), "{told}");
}

#[test]
fn the_short_form_says_where_words_stood() {
    let head = "A/AC.999/2031/L.1\n\nDraft report\n\nI. Introduction\n\n";
    let (first, plan) =
        ("The Group met at the old hall of the harbour.", "The ports made a plan of the sheds");
    let old = format!("{head}1. {first}\n\n2. {plan}, which the carriers had asked for in the winter.\n");
    let came = "The Chair opened the session and thanked the growers of seeds and of fruit.";
    let new = format!("{head}1. {first}\n\n2. {came}\n\n3. {plan}.\n");
    let [old, new] = [old, new].map(|text| from_bytes("r.txt", text.as_bytes()).unwrap());
    let short = Options { length: Length::Short, ..Options::default() };
    let told = markdown::render(&letter(&old, &new, &short), &Lines { width: None, ascii: false });
    assert!(
        told.contains("- **Taken out:** old ¶2 “which the carriers had asked for in the winter”."),
        "{told}"
    );
    assert!(told.contains("- **New:** ¶2 “The Chair opened the session"), "{told}");
}

#[test]
fn what_was_decided_and_is_done_is_no_weaker() {
    let text = |verb: &str| format!("1. The Group {verb} on the carriage of seeds.\n");
    let weaker = told(&text("decides to make a plan"), &text("takes note of the plan"));
    assert!(weaker.contains("weaker"), "{weaker}");
    let done = told(&text("decides to make a plan"), &text("takes note of the plan in A/AC.999/2031/7"));
    assert!(!done.contains("weaker"), "{done}");
}

#[test]
fn a_clause_is_no_replacement_for_the_end_of_a_name() {
    let told = told(
        "1. The Group, having met the growers of seeds and of fruit at the old hall of the harbour office for a \
         long day, recalls the Harbour Framework for Cold Stores 2015–2030.\n",
        "1. The Group, having met the growers of seeds and of fruit at the old hall of the harbour office for a \
         long day, recalls the Harbour Framework, and recognizes that storms in the winter keep many carriers \
         from the ports for weeks.\n",
    );
    assert!(told.contains("added at the end: “and recognizes that storms"), "{told}");
    // What takes the place of a clause is told as such.
    let two = self::told(
        "1. The Group met the carriers of seeds, and thanked the ports for their help.\n",
        "1. The Group met the carriers of seeds, and asked the ports for a list of the sheds that they close.\n",
    );
    assert!(two.contains(" → "), "{two}");
}

#[test]
fn emphasis_and_words_of_blame_have_a_rank() {
    let text = |words: &str| format!("1. The Group, {words} the loss of seeds, met at the old hall.\n");
    for (was, now) in [
        ("deploring", "regretting"),
        ("expressing grave concern at", "expressing concern at"),
        ("demanding an end to", "seeking an end to"),
    ] {
        assert!(told(&text(was), &text(now)).contains("weaker"), "{}", told(&text(was), &text(now)));
        assert!(told(&text(now), &text(was)).contains("stronger"), "{}", told(&text(now), &text(was)));
    }
    // Another verb, of another kind.
    assert!(!told(&text("deploring"), &text("examining")).contains("weaker"));
}

#[test]
fn what_is_alike_is_replaced_and_what_is_not_is_not() {
    let text = |one: &str, two: &str| {
        format!(
            "1. The Group took note of the plan of the ports{one}, heard the growers of seeds and of fruit at \
             length in an open meeting on the first day, and thanked the carriers for their patience{two}.\n"
        )
    };
    let office = |name: &str| format!(", as well as of the setting up of an office for {name} plants");
    let one = told(&text(&office("dried"), ""), &text("", &office("living")));
    assert!(
        one.contains("office for dried plants” → “as well as of the setting up of an office for living"),
        "{one}"
    );
    let two = told(&text(&office("dried"), ""), &text("", " during the long winter storms"));
    assert!(two.contains("taken out") && two.contains("added"), "{two}");
}

#[test]
fn folders_are_nobody_s_business() {
    let text = b"1. The Working Group met.\n\n2. It adopted its report.\n";
    let other = b"1. The Working Group met twice.\n\n2. It adopted its report.\n";
    let [old, new] =
        [&text[..], &other[..]].map(|text| from_bytes("/secret/place/report.txt", text).unwrap());
    for (old, new) in [(&old, &new), (&old, &old)] {
        let summary = summary(&compared(old, new), old, new, &Options::default());
        let letter = summary_view::letter(&summary);
        for told in [markdown::render(&letter, &WIDE), summary_json::render(&summary)] {
            assert!(!told.contains("secret"), "{told}");
        }
    }
}

#[test]
fn two_reports_are_told_as_then_and_now() {
    let (old, new) = (sample("working-group-2031/adopted.md"), sample("working-group-2032/next-year.md"));
    let told = markdown::render(&letter(&old, &new, &Options::default()), &WIDE);
    golden("summary/next-year.md.txt", &told);
    for word in ["added", "taken out", "moved", "dropped", "filled", "Blanks and brackets\n"] {
        assert!(!told.contains(word), "{word:?} speaks of an edit:\n{told}");
    }
}

#[test]
fn the_same_text_has_no_changes() {
    let report = sample("working-group-2031/adopted.md");
    let told = markdown::render(&letter(&report, &report, &Options::default()), &WIDE);
    assert!(told.contains("The two texts are the same, word for word."), "{told}");
    assert!(!told.contains("## "), "{told}");
}

/// What a reader of Markdown sees: headings, paragraphs, items, with the words in bold apart.
#[derive(Debug, PartialEq, Default)]
struct Seen {
    /// `h1`, `p`, `li`.
    what: String,
    /// Words in bold stand between `«` and `»`.
    text: String,
}

/// Every extension that could find markup in a text: a dialect that knows less finds less.
fn dialect() -> Dialect {
    let mut all = Dialect::all();
    // It changes signs, not structure.
    all.remove(Dialect::ENABLE_SMART_PUNCTUATION);
    all
}

fn seen(markdown: &str) -> Vec<Seen> {
    let mut out: Vec<Seen> = Vec::new();
    let mut inside_item = false;
    let open = |what: &str, out: &mut Vec<Seen>| {
        out.push(Seen { what: what.to_string(), text: String::new() });
    };
    for event in Parser::new_ext(markdown, dialect()) {
        let mut add = |text: &str| {
            let last = out.last_mut().unwrap_or_else(|| panic!("text before any block in\n{markdown}"));
            last.text.push_str(text);
        };
        match event {
            Event::Text(text) => add(&text),
            Event::SoftBreak => add(" "),
            Event::Start(Tag::Strong) => add("«"),
            Event::End(TagEnd::Strong) => add("»"),
            Event::Start(Tag::Heading { level, id, classes, attrs, .. }) => {
                assert!(id.is_none() && classes.is_empty() && attrs.is_empty(), "{markdown}");
                open(&format!("h{}", level as usize), &mut out);
            }
            Event::Start(Tag::Paragraph) if !inside_item => open("p", &mut out),
            Event::Start(Tag::Item) => {
                inside_item = true;
                open("li", &mut out);
            }
            Event::End(TagEnd::Item) => inside_item = false,
            Event::Start(Tag::List(None) | Tag::Paragraph) => {}
            Event::End(TagEnd::List(false) | TagEnd::Paragraph | TagEnd::Heading(_)) => {}
            other => panic!("{other:?} broke out of\n{markdown}"),
        }
    }
    for block in &mut out {
        block.text = squeezed(&block.text);
    }
    out
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same, from the letter.
fn meant(letter: &Letter) -> Vec<Seen> {
    let words = |spans: &[Span]| {
        let mut text = String::new();
        for span in spans {
            let words = one_line(&span.text);
            let bare = words.trim();
            if span.strong && !bare.is_empty() {
                let at = words.find(bare).unwrap();
                text.push_str(&format!("{}«{bare}»{}", &words[..at], &words[at + bare.len()..]));
            } else {
                text.push_str(&words);
            }
        }
        squeezed(&text)
    };
    let mut out = Vec::new();
    let mut push = |what: String, text: String| out.push(Seen { what, text });
    for block in &letter.blocks {
        match block {
            Block::Heading { level, text } => push(format!("h{level}"), squeezed(&one_line(text))),
            Block::Prose(spans) => push("p".to_string(), words(spans)),
            Block::Items(items) => items.iter().for_each(|item| push("li".to_string(), words(item))),
        }
    }
    // What has no words makes no paragraph.
    out.retain(|seen| seen.what != "p" || !seen.text.is_empty());
    out
}

/// Signs that some Markdown somewhere understands, and the words of reports.
const HOSTILE: [&str; 56] = [
    "*",
    "**",
    "***",
    "_",
    "__",
    "`",
    "```",
    "~~",
    "~~~",
    "[",
    "]",
    "](",
    "[^1]",
    "[^1]:",
    "![",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "<https://un.example>",
    "&amp;",
    "&#35;",
    "&",
    "|",
    "|---|",
    "---",
    "***",
    "===",
    "#",
    "##",
    "1.",
    "2)",
    "-",
    "+",
    ">",
    ":",
    "$x$",
    "$$",
    "\\",
    "\\*",
    "\\\\",
    "{#id .class}",
    "[x]",
    "[[a|b]]",
    "==a==",
    "^a^",
    "~a~",
    "A/AC.999/2031/L.1*",
    "___ March 2031",
    "[...]",
    "[to be completed]",
    "the Committee",
    "¶7",
    "“quoted”",
    "\u{202e}",
    "\u{1b}[31m",
];

fn hostile(dice: &mut Dice, most: usize) -> String {
    let mut text = String::new();
    for _ in 0..=dice.below(most) {
        text.push_str(dice.pick(&HOSTILE));
        text.push_str(dice.pick(&["", " ", " ", "\n", "\t", "a", ". "]));
    }
    text
}

#[test]
fn no_text_breaks_out_of_a_letter() {
    let mut dice = Dice::new(51);
    for _ in 0..5_000 {
        let spans = |dice: &mut Dice| -> Vec<Span> {
            let label = Span::strong(format!("x{}:", hostile(dice, 3)));
            let rest = Span::plain(format!(" {}", hostile(dice, 12)));
            if dice.below(3) == 0 { vec![label, rest] } else { vec![Span::plain(hostile(dice, 12))] }
        };
        let mut blocks = Vec::new();
        for _ in 0..=dice.below(4) {
            blocks.push(match dice.below(3) {
                0 => Block::Heading { level: 1 + dice.below(6), text: hostile(&mut dice, 8) },
                1 => Block::Prose(spans(&mut dice)),
                _ => Block::Items((0..=dice.below(3)).map(|_| spans(&mut dice)).collect()),
            });
        }
        // Two lists that touch are one.
        blocks.dedup_by(|two, one| matches!((one, two), (Block::Items(_), Block::Items(_))));
        let letter = Letter { blocks };
        let width = [None, Some(80), Some(20), Some(7), Some(1)][dice.below(5)];
        let markdown = markdown::render(&letter, &Lines { width, ascii: false });
        assert_eq!(seen(&markdown), meant(&letter), "{letter:?}\n{markdown}");
    }
}

/// Quotations that stand in neither text, or in the wrong one.
fn misquoted(summary: &Summary, old: &Annotated, new: &Annotated) -> Vec<String> {
    let text = |side: &Annotated| {
        let nodes = side.report.nodes.iter().map(|node| squeezed(&node.text));
        nodes.collect::<Vec<_>>().join(" ")
    };
    let (before, after) = (text(old), text(new));
    let mut out = Vec::new();
    let mut check = |quote: &str, texts: &[&String]| {
        let stands = |part: &str| texts.iter().any(|text| text.contains(part));
        let missing = quote.split('…').map(str::trim).find(|part| !stands(part));
        out.extend(missing.map(|part| format!("{part} in {quote}\n{texts:#?}")));
    };
    let lines = summary.groups.iter().flat_map(|group| &group.lines).chain(&summary.open);
    let blanks = summary.blanks.iter().flat_map(|line| &line.parts);
    for part in lines.flat_map(|line| &line.parts).chain(blanks) {
        let part = if let Part::At { part, .. } = part { part } else { part };
        match part {
            Part::Changed { old, new, .. } => {
                check(old, &[&before]);
                check(new, &[&after]);
            }
            Part::Added { text, .. } => check(text, &[&after]),
            Part::Removed { text, .. } | Part::MovedTo { text, .. } => check(text, &[&before]),
            Part::Whole(text) => check(text, &[&before, &after]),
            Part::Chosen { words, not } => {
                check(words, &[&after]);
                check(not, &[&before]);
            }
            _ => {}
        }
    }
    out
}

#[test]
fn quotations_stand_in_the_texts() {
    let mut pairs = vec![
        (sample("working-group-2031/draft.md"), sample("working-group-2031/adopted.md")),
        (sample("working-group-2031/zero-draft.md"), sample("working-group-2031/draft.md")),
    ];
    let mut dice = Dice::new(3);
    for _ in 0..40 {
        pairs.push((hostile_report(&mut dice), hostile_report(&mut dice)));
    }
    for (old, new) in pairs {
        for length in [Length::Full, Length::Short] {
            let summary =
                summary(&compared(&old, &new), &old, &new, &Options { length, ..Options::default() });
            assert_eq!(misquoted(&summary, &old, &new), Vec::<String>::new());
        }
    }
}

/// A short report with hostile text in every paragraph.
fn hostile_report(dice: &mut Dice) -> Annotated {
    let mut text = String::from("A/AC.999/2031/L.1*\n\nDraft report\n\nI. Introduction\n\n");
    for number in 1..=6 {
        let words = dice.pick(&[
            "The Committee met on ___ March 2031 and elected Jane Roe (Norway) as Chair",
            "The Committee should consider the report in document A/AC.999/2031/CRP.[...]",
            "The Committee decided to meet from 2 to 6 February 2032",
        ]);
        text.push_str(&format!("{number}. {words} {}\n\n", hostile(dice, 10).replace('\n', " ")));
    }
    from_bytes("report.txt", text.as_bytes()).unwrap()
}

#[test]
fn no_document_breaks_out_of_its_summary() {
    let mut dice = Dice::new(7);
    for _ in 0..100 {
        let (old, new) = (hostile_report(&mut dice), hostile_report(&mut dice));
        for options in
            [Options::default(), Options { all: true, length: Length::Short, ..Options::default() }]
        {
            let letter = letter(&old, &new, &options);
            let text = markdown::render(&letter, &WIDE);
            assert_eq!(seen(&text), meant(&letter), "{text}");
            for text in [text, plain::render(&letter, &WIDE)] {
                assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text:?}");
            }
        }
    }
}

/// Real documents, where there are any: TRAVAUX_REPORTS names the folder.
#[test]
fn real_summaries_quote_truly_or_are_skipped_aloud() {
    let Some(folder) = std::env::var_os("TRAVAUX_REPORTS").map(std::path::PathBuf::from) else {
        return eprintln!("skipped: TRAVAUX_REPORTS is not set (summaries of real documents)");
    };
    let list = std::fs::read_to_string(folder.join("ga-80-pairs/PAIRS.tsv")).unwrap_or_default();
    let listed = list.lines().filter_map(|line| line.split_once('\t'));
    let mut pairs: Vec<(String, String)> =
        listed.map(|(old, new)| (format!("ga-80-pairs/{old}"), format!("ga-80-pairs/{new}"))).collect();
    for (old, new) in [
        ("c34-2025/A_AC.121_2025_L.3.pdf", "c34-2025/A_79_19.pdf"),
        ("tpnw-2025/TPNW_MSP_2025_11.pdf", "tpnw-2025/TPNW_MSP_2025_11_Rev.1.pdf"),
        ("hrc-59-25/A_HRC_59_L.17.pdf", "hrc-59-25/A_HRC_RES_59_25.pdf"),
        ("sdg-80-118/A_C.2_80_L.17.pdf", "sdg-80-118/A_C.2_80_L.58.pdf"),
    ] {
        pairs.push((old.to_string(), new.to_string()));
    }
    for (old, new) in pairs {
        let (old, new) = (annotated(&folder.join(&old)), annotated(&folder.join(&new)));
        let told = summary(&compared(&old, &new), &old, &new, &Options::default());
        assert_eq!(misquoted(&told, &old, &new), Vec::<String>::new(), "{}", new.report.source.path);
        let letter = summary_view::letter(&told);
        assert_eq!(seen(&markdown::render(&letter, &WIDE)), meant(&letter));
    }
}
