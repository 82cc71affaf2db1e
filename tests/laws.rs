//! What must hold for every document, whatever it says.

#[path = "support/comparison.rs"]
mod comparison;
#[path = "support/dice.rs"]
mod dice;
#[path = "support/laws.rs"]
mod laws;
#[path = "support/papers.rs"]
mod papers;

use dice::Dice;
use papers::{annotate, annotated, compared, files, from_bytes, short, source};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use travaux::diff::Status;
use travaux::mentions::Annotated;
use travaux::read::read_bytes;

/// All samples and all documents of the corpus.
fn documents() -> Vec<PathBuf> {
    let mut found = files("samples", &["md", "pdf"]);
    found.retain(|path| !path.ends_with("README.md"));
    found.extend(files("tests/corpus/structure", &["md", "txt"]));
    found
}

/// Every two samples of one format, both ways round.
fn pairs() -> Vec<(PathBuf, PathBuf)> {
    let mut found = Vec::new();
    for format in ["md", "pdf"] {
        let mut samples = files("samples", &[format]);
        samples.retain(|path| !path.ends_with("README.md"));
        for old in &samples {
            found.extend(samples.iter().map(|new| (old.clone(), new.clone())));
        }
    }
    found
}

#[track_caller]
fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn there_are_documents_to_try_the_laws_on() {
    assert!(documents().len() >= 8, "the samples are gone: {:?}", documents());
}

/// Nothing lost, nothing twice, identifiers, parents, mentions: see `support/laws.rs`.
#[test]
fn every_report_keeps_the_laws() {
    let mut faults = Vec::new();
    for path in documents() {
        let source = source(&path);
        let found = laws::faults(&source, &annotate(&source));
        faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", short(&path))));
    }
    none(faults);
}

/// Reading takes markup off but loses no letter and no figure: each line of the file adds up.
#[test]
fn text_and_markup_add_up_to_the_file() {
    let mut faults = Vec::new();
    for path in documents().into_iter().filter(|path| path.extension().is_none_or(|end| end != "pdf")) {
        let text = std::fs::read_to_string(&path).unwrap();
        let source = source(&path);
        for (at, raw) in text.lines().enumerate() {
            let number = at + 1;
            let lines = source.lines.iter().filter(|line| line.top as usize == number);
            let now: String = lines
                .flat_map(|line| {
                    let calls = line.calls.iter().map(|(_, sign)| sign.as_str());
                    [line.text.as_str()]
                        .into_iter()
                        .chain(calls)
                        .chain(line.markup.iter().map(String::as_str))
                })
                .collect();
            let (kept, now) = (letters(raw), letters(&now));
            if kept != now {
                faults.push(format!("{}:{number}\n  kept: {kept}\n  now:  {now}\n  {raw}", short(&path)));
            }
        }
    }
    none(faults);
}

/// The letters and figures of a text, sorted; raised figures and ligatures as what they stand for.
fn letters(text: &str) -> String {
    let mut letters: Vec<char> = text
        .chars()
        .flat_map(|c| {
            let plain = match c {
                'ﬀ' => "ff",
                'ﬁ' => "fi",
                'ﬂ' => "fl",
                'ﬃ' => "ffi",
                'ﬄ' => "ffl",
                'ﬅ' | 'ﬆ' => "st",
                _ => "",
            };
            let raised = "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|digit| digit == c);
            let raised = raised.and_then(|at| char::from_digit(at as u32, 10));
            if plain.is_empty() { vec![raised.unwrap_or(c)] } else { plain.chars().collect() }
        })
        .filter(|c| c.is_alphanumeric())
        .collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

#[test]
fn a_report_against_itself_has_no_changes() {
    let mut faults = Vec::new();
    for path in documents() {
        let report = annotated(&path);
        let (comparison, digest) = compared(&report, &report);
        let name = short(&path);
        for pair in comparison.pairs.iter().filter(|pair| {
            pair.status != Status::Unchanged || pair.moved || pair.renumbered || pair.old != pair.new
        }) {
            faults.push(format!("{name}: {:?} → {:?} is {:?}", pair.old, pair.new, pair.status));
        }
        if !digest.quiet || !comparison.masthead.is_empty() {
            faults.push(format!("{name}: not quiet; masthead {:?}", comparison.masthead));
        }
    }
    none(faults);
}

#[test]
fn any_two_samples_are_paired_completely_and_words_give_both_texts_again() {
    let mut reports: BTreeMap<PathBuf, Annotated> = BTreeMap::new();
    let mut faults = Vec::new();
    for (old, new) in pairs() {
        for path in [&old, &new] {
            reports.entry(path.clone()).or_insert_with(|| annotated(path));
        }
        let found = comparison::faults(&reports[&old], &reports[&new]);
        faults.extend(found.into_iter().map(|fault| format!("{} → {}: {fault}", short(&old), short(&new))));
    }
    none(faults);
}

#[test]
fn swapping_the_sides_mirrors_everything() {
    let mut faults = Vec::new();
    for (old, new) in pairs().into_iter().filter(|(old, new)| old < new) {
        let found = comparison::mirror_faults(&annotated(&old), &annotated(&new));
        faults.extend(found.into_iter().map(|fault| format!("{} → {}: {fault}", short(&old), short(&new))));
    }
    none(faults);
}

/// Documents made to break a reader, by name.
fn hostile() -> Vec<(&'static str, String)> {
    let many = |text: &str, times: usize| text.repeat(times);
    let numbered = |count: usize, line: &dyn Fn(usize) -> String| -> String {
        (1..=count).map(line).collect::<Vec<_>>().join("\n")
    };
    vec![
        ("brackets that never close", "1. The [Group [met [on [the [first [day.\n\n2. It ( rose.".into()),
        ("brackets that never open", "1. The Group] met) on ]]] the first day.\n\n2. )) rose.".into()),
        ("ten thousand opening brackets", format!("1. {}", many("(", 10_000))),
        ("ten thousand square brackets", format!("1. {}x", many("[", 10_000))),
        ("ten thousand pairs of brackets", format!("1. {}", many("[x] ", 10_000))),
        (
            "huge numbers",
            "99999999999999999999. One.\n\n4294967295. Two.\n\n4294967296 bis. Three.\n\n(99999999999) d"
                .into(),
        ),
        ("the largest paragraph", "9999. One.\n\n9999. Two.\n\n10000. Three.\n\n0. Nought.".into()),
        ("labels alone", numbered(300, &|n| format!("{n}."))),
        ("letters alone", many("(a)\n(i)\nI.\nA.\n", 80)),
        ("only furniture", format!("{}1", many("2/4 31-04417\n\u{c}A/1/2\n__________\n", 40))),
        ("only contents", format!("Contents\n{}", many("Introduction . . . . . . 4\n", 200))),
        (
            "deep nesting",
            (0..200)
                .map(|n| format!("{}({}) So\n", " ".repeat(n), (b'a' + (n % 26) as u8) as char))
                .collect(),
        ),
        ("annexes within annexes", many("Annex\n\nAnnex I\n\nAppendix\n\n", 60)),
        ("carriage returns", "1. One.\r\n\r\n2. Two\r\n   goes on.\r\r3. Three.\r\n".into()),
        (
            "control characters",
            format!("1. {}\u{1} met.\n\n2. \u{2}\u{3}It rose.", many("The Group sat on. ", 20)),
        ),
        (
            "escape sequences",
            format!(
                "1. \u{1b}[31m{}\u{1b}[0m met \u{7}\u{8}.\n\n2. \u{9b}2J rose.",
                many("The Group sat on. ", 30)
            ),
        ),
        ("a very long line", format!("1. {}", many("The Group met on 3 March 2031. ", 4_000))),
        ("a very long word", format!("1. {}", many("x", 100_000))),
        (
            "marks for right to left",
            "1. \u{202e}The Group\u{202c} met.\n\n2. \u{2067}\u{5d0}\u{5d1}\u{2069} \u{627}\u{644} rose."
                .into(),
        ),
        ("combining marks", format!("1. E{} met.", many("\u{301}", 5_000))),
        ("five thousand notes", {
            let calls = numbered(5_000, &|n| format!("{n}. The Group met.[^{n}]\n"));
            let notes = numbered(5_000, &|n| format!("[^{n}]: Note {n}.\n"));
            format!("{calls}\n{notes}")
        }),
        ("calls without notes", format!("1. {}", many("word¹ ", 3_000))),
        ("notes without calls", numbered(1_000, &|n| format!("[^{n}]: Note.\n"))),
        ("emphasis that never closes", format!("1. {}", many("**a _b *c `d ", 2_000))),
        ("mathematics that never closes", format!("1. {}", many("$^{1 ${\\bf ", 2_000))),
        ("tags that never close", format!("1. {}", many("<sup>1 <b <!-- ", 1_000))),
        ("links within links", format!("# x\n\n1. {}", many("[a](http://b [", 2_000))),
        ("many blanks", format!("1. {}", many("___ ", 5_000))),
        ("many dates", format!("1. {}", many("from 3 to 7 and on 9 March 2031, ", 800))),
        ("many symbols", format!("1. {}", many("A/AC.1/2031/L.1/Add.1-3 and ", 800))),
        ("many officers", format!("1. {} as Chair.", many("Amara Oduya (Kenya), ", 500))),
        (
            "many cross-references",
            numbered(500, &|n| format!("{n}. See paragraphs {n} to {} above.\n", n + 1)),
        ),
        ("a table of pipes", many("| a | b | c |\n", 1_000)),
        ("a wall of pipes", format!("# x\n{}", many("|", 20_000))),
        ("headings only", numbered(500, &|n| format!("###### {n}\n"))),
        ("one character", "x".into()),
        ("bullets only", format!("{}x", many("- \n* \n• \n", 300))),
        ("blockquotes", many("> > > 1. Said.\n", 300)),
        ("fences that never close", "```\n1. One.\n\n2. Two.".into()),
    ]
}

#[test]
fn hostile_texts_keep_the_laws() {
    let mut faults = Vec::new();
    for (name, text) in hostile() {
        let began = std::time::Instant::now();
        if let Ok(source) = read_bytes(Path::new(name), text.as_bytes()) {
            let report = annotate(&source);
            faults.extend(laws::faults(&source, &report).into_iter().take(3).map(|fault| {
                let fault: String = fault.chars().take(400).collect();
                format!("{name}: {fault}")
            }));
            let (comparison, _) = compared(&report, &report);
            if comparison.pairs.iter().any(|pair| pair.status != Status::Unchanged) {
                faults.push(format!("{name}: differs from itself"));
            }
        }
        // Printed, never asserted: machines differ.
        eprintln!("{:>7.0?} {name}", began.elapsed());
    }
    none(faults);
}

/// What reports are made of, so that a random row of them is a likely trap.
const PIECES: &[&str] = &[
    "1.",
    "2.",
    "3.",
    "4.",
    "7.",
    "12.",
    "5 bis.",
    "[6.]",
    "(a)",
    "(b)",
    "(i)",
    "(ii)",
    "a.",
    "i.",
    "I.",
    "II.",
    "A.",
    "B.",
    "C",
    "Chapter I",
    "Chapter II",
    "Part one",
    "Annex",
    "Annex I",
    "Annex II",
    "Appendix",
    "Annex to the",
    "- ",
    "* ",
    "• ",
    "> ",
    "# ",
    "## ",
    "### ",
    "**",
    "*",
    "_",
    "___",
    "[...]",
    "[",
    "]",
    "(",
    ")",
    "[xx]",
    "[to be completed]",
    "CRP.X",
    "A/AC.999/2031/L.1",
    "A/AC.999/2031/",
    "A/86/31",
    "resolution 84/112",
    "decision 85/[...]",
    "12 March 2031",
    "from 3 to 7",
    "and on",
    "April",
    "2031",
    "May",
    "Mr. Ali Haddad (Chile)",
    "Chair:",
    "*Vice-Chairs*:",
    "Rapporteur",
    "elected",
    "as Vice-Chair",
    "Kenya",
    "Contents",
    "Introduction . . . . . . 4",
    "2/4 31-04417",
    "31-04417 (E)",
    "page 3",
    "12",
    "________________",
    "---",
    "\u{c}",
    "\u{c}",
    "[^1]",
    "[^1]:",
    "[^2]",
    "¹",
    "²",
    "$^{1}$",
    "${\\bf 5}$",
    "<sup>1</sup>",
    "<br>",
    "&nbsp;",
    "|",
    "| a | b |",
    "\t",
    "   ",
    "    ",
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    "\n\n",
    "\n\n",
    "\r\n",
    "Recalling",
    "Decides",
    "The Working Group",
    "the",
    "met",
    "agreed",
    "that",
    "meeting",
    "its 3rd",
    "paragraph 2 above",
    "paragraphs 3 to 5",
    "see annex",
    "online. 2",
    "Agreement,2 and",
    ".",
    ".",
    ",",
    ";",
    ":",
    "; and",
    "co-",
    "oper-\nation",
    "Distr.: Limited",
    "Original: English",
    "* Reissued for technical",
    "United Nations",
    "General Assembly",
    "Draft report",
    "“",
    "”",
    "’",
    "–",
    "km²",
    "ﬁ",
    "\u{ad}",
    "\u{200f}",
    "\u{feff}",
    "é",
    "ة",
    "報",
    "🌍",
    "```",
    "~~~",
    "~",
    "\\",
    "\\_",
    "$",
    "<",
    "&",
];

fn random_text(seed: u64) -> String {
    let mut dice = Dice::new(seed);
    let length = 10 + dice.below(180);
    let mut text = String::new();
    for _ in 0..length {
        text.push_str(dice.pick(PIECES));
        if dice.below(4) > 0 {
            text.push(' ');
        }
    }
    text
}

#[test]
fn random_texts_of_our_own_words_keep_the_laws() {
    let mut before: Option<Annotated> = None;
    let mut faults = Vec::new();
    let mut tried = 0;
    for seed in 0..400 {
        let text = random_text(seed);
        let Ok(source) = read_bytes(Path::new("random"), text.as_bytes()) else { continue };
        tried += 1;
        let report = annotate(&source);
        let mut found = laws::faults(&source, &report);
        found.extend(before.iter().flat_map(|before| comparison::faults(before, &report)));
        faults.extend(found.into_iter().map(|fault| format!("seed {seed}: {fault}")));
        before = Some(report);
    }
    assert!(tried > 350, "only {tried} texts were read");
    none(faults);
}

#[test]
fn a_damaged_pdf_ends_in_a_report_or_in_one_message() {
    let path = papers::root().join("samples/working-group-2031/zero-draft.pdf");
    let whole = std::fs::read(&path).unwrap();
    let mut dice = Dice::new(31);
    let mut outcomes: BTreeSet<String> = BTreeSet::new();
    let mut faults = Vec::new();
    for round in 0..60 {
        let mut bytes = whole.clone();
        match round % 3 {
            0 => bytes.truncate(dice.below(whole.len())),
            1 => {
                for _ in 0..1 + dice.below(40) {
                    let at = dice.below(bytes.len());
                    bytes[at] = dice.next() as u8;
                }
            }
            _ => {
                let from = dice.below(bytes.len());
                let to = from + dice.below(bytes.len() - from).min(4_000);
                bytes.drain(from..to);
            }
        }
        match read_bytes(Path::new("mutant.pdf"), &bytes) {
            Ok(source) => {
                let found = laws::faults(&source, &annotate(&source));
                faults.extend(found.into_iter().map(|fault| format!("round {round}: {fault}")));
                outcomes.insert("report".to_owned());
            }
            Err(error) => {
                let message = error.to_string();
                if !message.starts_with("mutant.pdf: ") || message.contains('\n') {
                    faults.push(format!("round {round}: {message:?}"));
                }
                outcomes.insert("message".to_owned());
            }
        }
    }
    none(faults);
    assert_eq!(outcomes.len(), 2, "the damage was always too small or too great: {outcomes:?}");
}

#[test]
fn bytes_that_are_no_report_end_in_one_message() {
    for (name, bytes) in [
        ("nothing", &b""[..]),
        ("blanks", b" \n\t \r\n"),
        ("a NUL", b"1. The Group met.\0"),
        ("a Word file", b"PK\x03\x04rest"),
        ("a header alone", b"%PDF-1.7"),
        ("a header and an end", b"%PDF-1.7\n%%EOF"),
        ("marks alone", b"### ***\n---\n"),
    ] {
        let error = from_bytes(name, bytes).map(|_| ()).expect_err(name).to_string();
        assert!(error.starts_with(name) && !error.contains('\n'), "{name}: {error:?}");
    }
}
