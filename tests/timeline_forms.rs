//! The timeline in the forms that other programs open: spreadsheet, mail, calendar, picture, page.
//!
//! The samples are kept as goldens; timelines thrown with dice, hostile ones among them, keep the laws of
//! each format, checked by readers written here from the standards.

#[path = "support/calendar.rs"]
mod calendar;
#[path = "support/dice.rs"]
mod dice;
#[path = "support/papers.rs"]
mod papers;
mod support;
#[path = "support/timelines.rs"]
mod timelines;

use calendar::Component;
use papers::{annotated, root};
use std::collections::BTreeSet;
use support::golden;
use timelines::{HOSTILE, event, thrown};
use travaux::render::letter::Lines;
use travaux::render::markdown;
use travaux::render::timeline::{calendar as ics, letter, page, picture, sheet};
use travaux::timeline::{Status, Timeline, tell, timeline};

/// The drafts and reports of one body over two years.
fn samples() -> Timeline {
    let files = ["2031/zero-draft.md", "2031/draft.md", "2031/adopted.md", "2032/next-year.md"];
    let tales = files.map(|file| tell(&annotated(&root().join(format!("samples/working-group-{file}")))));
    timeline(tales.into_iter().collect())
}

fn in_markdown(timeline: &Timeline) -> String {
    markdown::render(&letter::letter(timeline), &Lines { width: None, ascii: false })
}

/// Timelines of many kinds: none, one event, many, long and short spans, hostile words.
fn many() -> Vec<Timeline> {
    let mut many = vec![samples(), Timeline::default()];
    many.extend((0..40).map(thrown));
    many
}

#[test]
fn the_samples_in_each_form() {
    let samples = samples();
    golden("render/timeline.csv", &sheet::render(&samples));
    golden("render/timeline.md.txt", &in_markdown(&samples));
    golden("render/timeline.ics", &ics::render(&samples));
    golden("render/timeline.svg", &picture::render(&samples));
    golden("render/timeline.html", &page::render(&samples));
}

/// The command gives what the library gives, on the screen and in a file.
#[test]
fn each_form_can_be_written_to_a_file() {
    let report = "samples/working-group-2031/adopted.md";
    let told = timeline(vec![tell(&annotated(&root().join(report)))]);
    let folder = std::env::temp_dir().join(format!("travaux-forms-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (form, expected) in [
        ("csv", sheet::render(&told)),
        ("markdown", in_markdown(&told)),
        ("ics", ics::render(&told)),
        ("svg", picture::render(&told)),
        ("html", page::render(&told)),
    ] {
        let run = |arguments: &[&str]| {
            let output = std::process::Command::new(env!("CARGO_BIN_EXE_travaux"))
                .current_dir(root())
                .args(["timeline", report, "--format", form])
                .args(arguments)
                .output()
                .unwrap();
            assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8(output.stdout).unwrap()
        };
        assert_eq!(run(&[]), expected, "{form}");
        let file = folder.join(form);
        assert_eq!(run(&["-o", file.to_str().unwrap()]), "");
        assert_eq!(std::fs::read_to_string(file).unwrap(), expected, "{form}");
    }
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn each_row_has_the_same_columns_and_no_formula() {
    for timeline in many() {
        let text = sheet::render(&timeline);
        let rows = rows(text.strip_prefix('\u{feff}').unwrap());
        assert_eq!(rows.len(), timeline.events.len() + 1);
        assert_eq!(rows[0], sheet::COLUMNS);
        for row in &rows {
            assert_eq!(row.len(), sheet::COLUMNS.len(), "{row:?}");
            for cell in row {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', ' ']), "{cell}");
                assert!(!cell.contains(['\n', '\r', '\t', '\u{1b}']), "{cell:?}");
            }
        }
        for (row, event) in rows[1..].iter().zip(&timeline.events) {
            assert_eq!(row[2], event.kind.name());
            assert_eq!(row[6].is_empty(), event.days.is_empty());
            assert!(row[6] <= row[7], "{row:?}");
        }
    }
}

/// A reader of RFC 4180 that forgives nothing.
fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (cell, after) = match rest.strip_prefix('"') {
            Some(inside) => {
                let mut end = 0;
                loop {
                    end += inside[end..].find('"').expect("a quotation that ends");
                    if inside[end + 1..].starts_with('"') {
                        end += 2;
                    } else {
                        break;
                    }
                }
                (inside[..end].replace("\"\"", "\""), &inside[end + 1..])
            }
            None => {
                let end = rest.find([',', '\r', '\n', '"']).expect("a line end");
                (rest[..end].to_owned(), &rest[end..])
            }
        };
        row.push(cell);
        rest = match after.strip_prefix(',') {
            Some(next) => next,
            None => {
                rows.push(std::mem::take(&mut row));
                after.strip_prefix("\r\n").expect("CRLF after a row")
            }
        };
    }
    assert!(row.is_empty(), "the last row has no end");
    rows
}

#[test]
fn the_calendar_is_one_that_programs_accept() {
    for timeline in many() {
        let text = ics::render(&timeline);
        let calendar = calendar::read(&text);
        assert_eq!(calendar.name, "VCALENDAR");
        assert_eq!(calendar.one("VERSION"), "2.0");
        assert!(!calendar.one("PRODID").is_empty());
        let entries: Vec<&Component> = calendar.inside.iter().filter(|part| part.name == "VEVENT").collect();
        assert_eq!(entries.len(), timeline.events.iter().map(|event| event.days.len()).sum::<usize>());
        assert!(!calendar.inside.is_empty(), "a calendar holds something");
        let uids: BTreeSet<&str> = calendar.inside.iter().map(|part| part.one("UID")).collect();
        assert_eq!(uids.len(), calendar.inside.len());
        let spans = timeline.events.iter().flat_map(|event| event.days.iter().map(move |days| (event, days)));
        for (entry, (event, (first, last))) in entries.iter().zip(spans) {
            let basic = |date: jiff::civil::Date| date.to_string().replace('-', "");
            assert_eq!(entry.one("DTSTART;VALUE=DATE"), basic(*first));
            assert_eq!(entry.one("DTEND;VALUE=DATE"), basic(last.tomorrow().unwrap()));
            assert!(calendar::is_time(entry.one("DTSTAMP")), "{}", entry.one("DTSTAMP"));
            let status = match event.status {
                Status::Held => "CONFIRMED",
                Status::Scheduled | Status::ToldAhead => "TENTATIVE",
                Status::Postponed | Status::Cancelled => "CANCELLED",
            };
            assert_eq!(entry.one("STATUS"), status);
            assert!(!entry.text("SUMMARY").is_empty());
            for source in &event.sources {
                let words = source.text.split_whitespace().next().unwrap_or_default();
                let known = words.chars().all(char::is_alphanumeric);
                assert!(!known || entry.text("DESCRIPTION").contains(words), "{words}");
            }
        }
    }
}

#[test]
fn an_entry_keeps_its_name_when_more_is_known() {
    let uids = |timeline: &Timeline| -> Vec<String> {
        let calendar = calendar::read(&ics::render(timeline));
        calendar.inside.iter().map(|part| part.one("UID").to_owned()).collect()
    };
    let mut timeline = samples();
    let before = uids(&timeline);
    assert_eq!(before, uids(&samples()));
    timeline.reports.truncate(1);
    for event in &mut timeline.events {
        event.place = Some("Harbour City".to_owned());
        event.sources.truncate(1);
        for days in &mut event.days {
            *days = (days.0.tomorrow().unwrap(), days.1.tomorrow().unwrap());
        }
    }
    assert_eq!(before, uids(&timeline));
}

#[test]
fn the_stamp_is_the_day_of_the_latest_report() {
    let calendar = calendar::read(&ics::render(&samples()));
    for part in &calendar.inside {
        assert_eq!(part.one("DTSTAMP"), "20320719T000000Z");
    }
}

#[test]
fn what_has_no_day_is_said_to_be_left_out() {
    let mut told = event("session", "first session", None);
    told.days.clear();
    let timeline = Timeline { events: vec![told], ..Timeline::default() };
    let calendar = calendar::read(&ics::render(&timeline));
    assert!(calendar.text("X-WR-CALDESC").contains("1 event without a day"), "{calendar:?}");
}

#[test]
fn picture_and_page_are_well_formed_and_run_nothing() {
    for timeline in many() {
        for (form, text) in [("svg", picture::render(&timeline)), ("html", page::render(&timeline))] {
            let names = elements(&text);
            assert_eq!(names.first().map(String::as_str), Some(form));
            for name in
                ["script", "iframe", "img", "image", "object", "embed", "link", "use", "foreignObject"]
            {
                assert!(!names.iter().any(|other| other == name), "{name} in {form}");
            }
            for sign in ["\u{1b}", "\u{202e}", "\u{0}"] {
                assert!(!text.contains(sign), "{sign:?} in {form}");
            }
        }
    }
}

/// The elements of well-formed XML in order; each identifier once, no handler, no address but our own.
fn elements(text: &str) -> Vec<String> {
    use quick_xml::events::Event as Xml;
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let (mut names, mut open, mut ids) = (Vec::new(), 0, BTreeSet::new());
    loop {
        let event = reader.read_event().unwrap_or_else(|error| panic!("{error}\n{text}"));
        let start = match &event {
            Xml::Eof => break,
            Xml::Start(start) => {
                open += 1;
                start
            }
            Xml::Empty(start) => start,
            Xml::End(_) => {
                open -= 1;
                continue;
            }
            Xml::Text(words) => {
                assert!(open > 0 || words.trim().is_empty(), "words outside");
                continue;
            }
            _ => continue,
        };
        names.push(start.name().as_ref().to_owned());
        for attribute in start.attributes() {
            let attribute = attribute.unwrap_or_else(|error| panic!("{error}"));
            let (key, value) = (attribute.key.as_ref().to_owned(), attribute.value.to_string());
            assert!(!key.starts_with("on") && key != "src" && key != "style", "{key}");
            assert!(key != "href" || value.starts_with('#'), "{value}");
            assert!(key != "id" || ids.insert(value.clone()), "{value} twice");
        }
    }
    assert_eq!(open, 0);
    names
}

#[test]
fn the_page_can_be_read_without_the_picture() {
    let samples = samples();
    let page = page::render(&samples);
    for landmark in ["<html lang=\"en\"", "<header>", "<main>", "<footer>", "class=\"skip\"", "role=\"img\""]
    {
        assert!(page.contains(landmark), "{landmark}");
    }
    assert!(page.contains("default-src 'none'; style-src 'sha256-"), "no policy");
    assert_eq!(page.matches("<h1>").count(), 1);
    assert_eq!(page.matches("scope=\"row\"").count(), samples.events.len());
    assert_eq!(page.matches("<details>").count(), samples.events.len());
    let sources: usize = samples.events.iter().map(|event| event.sources.len()).sum();
    assert_eq!(page.matches("<q>").count(), sources);
    // Every event is in the picture, with words that appear under the pointer.
    // One that has several days has a mark for each of them.
    let dated = samples.events.iter().filter(|event| event.reach().is_some());
    let marks: usize = dated.map(|event| event.days.len().max(1)).sum();
    assert_eq!(picture::render(&samples).matches("<g class=\"mark").count() - 2, marks);
}

#[test]
fn no_text_becomes_markup_in_markdown() {
    for timeline in many() {
        let text = in_markdown(&timeline);
        for event in pulldown_cmark::Parser::new(&text) {
            use pulldown_cmark::{Event, Tag};
            assert!(!matches!(event, Event::Html(_) | Event::InlineHtml(_) | Event::Code(_) | Event::Rule));
            let strange =
                matches!(event, Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)));
            assert!(!strange, "{event:?}\n{text}");
        }
    }
}

#[test]
fn hostile_names_stay_text() {
    for words in HOSTILE {
        let mut told = event("session", words, Some("2031-05-12/2031-05-16"));
        told.place = Some((*words).to_owned());
        told.sources[0].text = (*words).to_owned();
        let timeline = Timeline {
            bodies: vec![travaux::timeline::Body { key: told.body.clone(), name: (*words).to_owned() }],
            events: vec![told],
            ..Timeline::default()
        };
        for text in [picture::render(&timeline), page::render(&timeline)] {
            elements(&text);
            assert!(!text.contains("<script") && !text.contains("alert(1)\">"), "{text}");
        }
        rows(sheet::render(&timeline).trim_start_matches('\u{feff}'));
        calendar::read(&ics::render(&timeline));
    }
}
