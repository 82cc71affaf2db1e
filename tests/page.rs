//! The pages: strict HTML, nothing lost, nothing that runs or loads, readable by everybody.

#[path = "support/dice.rs"]
mod dice;
#[path = "support/drafts/mod.rs"]
mod drafts;
#[path = "support/html.rs"]
mod html;
#[path = "support/papers.rs"]
mod papers;

use drafts::Plan;
use html::{Element, parse};
use papers::{annotated, from_bytes, root};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use travaux::align::align;
use travaux::diff::digest::{Options, digest_with};
use travaux::diff::{ComparedPair, Comparison, Status, WordOp, diff, summary};
use travaux::mentions::{Annotated, find};
use travaux::render::{letter_page, page, summary_view};

fn compared(old: &Annotated, new: &Annotated, options: &Options) -> (Comparison, String) {
    let comparison = diff(old, new, &align(old, new));
    let options = Options { texts: true, ..options.clone() };
    let digest = digest_with(&comparison, old, new, &options);
    let page = page::render(&digest, &comparison, [old, new], options.all);
    (comparison, page)
}

fn sample(name: &str) -> Annotated {
    annotated(&root().join("samples").join(name))
}

fn sample_pair() -> (Annotated, Annotated) {
    (sample("working-group-2031/draft.pdf"), sample("working-group-2031/adopted.pdf"))
}

/// Two versions of about so many paragraphs.
fn made_up(seed: u64, size: usize) -> (Annotated, Annotated) {
    let drafts = drafts::drafts(seed, Plan { size, severity: 100, terse: false });
    let annotate = |report| Annotated { mentions: find(&report), report };
    (annotate(drafts.old), annotate(drafts.new))
}

/// Every page that we make of the samples, by name.
fn pages() -> Vec<(String, String)> {
    let (old, new) = sample_pair();
    let later = sample("working-group-2032/next-year.md");
    let mut out = Vec::new();
    for (name, options) in [
        ("sample", Options::default()),
        ("all", Options { all: true, ..Options::default() }),
        ("dates", Options { only: vec!["date".to_owned()], ..Options::default() }),
        ("sessions", Options { only: vec!["session".to_owned()], ..Options::default() }),
    ] {
        out.push((name.to_owned(), compared(&old, &new, &options).1));
    }
    out.push(("the same".to_owned(), compared(&new, &new, &Options::default()).1));
    out.push(("then and now".to_owned(), compared(&new, &later, &Options::default()).1));
    let every = Options { all: true, ..Options::default() };
    out.push(("then and now, all".to_owned(), compared(&new, &later, &every).1));
    for seed in 0..6 {
        let (old, new) = made_up(seed, 30);
        out.push((format!("made up {seed}"), compared(&old, &new, &Options::default()).1));
    }
    let told =
        summary::summary(&diff(&old, &new, &align(&old, &new)), &old, &new, &summary::Options::default());
    out.push(("summary".to_owned(), letter_page::render(&summary_view::letter(&told))));
    out
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn what_a_checker_of_accessibility_asks() {
    for (name, page) in pages() {
        let html = parse(&page);
        let mut faults: Vec<String> = Vec::new();
        let elements = html.all();
        assert_eq!(html.named("html")[0].get("lang"), Some("en"), "{name}");
        assert!(!html.named("title")[0].text().is_empty(), "{name}");
        for landmark in ["main", "h1"] {
            assert_eq!(html.named(landmark).len(), 1, "{name}: {landmark}");
        }
        let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
        for id in elements.iter().filter_map(|element| element.get("id")) {
            *ids.entry(id).or_default() += 1;
        }
        faults.extend(
            ids.iter().filter(|(_, times)| **times > 1).map(|(id, _)| format!("id {id} stands twice")),
        );
        // Each step down the headings is one level.
        let mut level = 0;
        for heading in elements.iter().filter(|element| {
            element.name.len() == 2 && element.name.starts_with('h') && element.name != "hr"
        }) {
            let next: usize = heading.name[1..].parse().unwrap();
            if next > level + 1 || heading.text().trim().is_empty() {
                faults.push(format!("h{level} → h{next} {:?}", heading.text()));
            }
            level = next;
        }
        for element in &elements {
            if let Some(target) = element.get("href") {
                let id = target.strip_prefix('#').unwrap_or_else(|| panic!("{name}: a link out: {target}"));
                if !ids.contains_key(id) {
                    faults.push(format!("{target} leads nowhere"));
                }
            }
            for target in element.get("aria-labelledby").into_iter().flat_map(|ids| ids.split(' ')) {
                if !ids.contains_key(target) {
                    faults.push(format!("nothing has the label {target}"));
                }
            }
            if matches!(element.name.as_str(), "button" | "a" | "summary" | "legend" | "th")
                && element.text().trim().is_empty()
            {
                faults.push(format!("a {} without a name: {:?}", element.name, element.attributes));
            }
            if matches!(element.name.as_str(), "input" | "select") {
                let labelled = html.named("label").iter().any(|label| {
                    label.all().iter().any(|inside| inside.get("id") == element.get("id"))
                        && !label.text().trim().is_empty()
                });
                if element.get("id").is_none() || !labelled {
                    faults.push(format!("a field without a label: {:?}", element.attributes));
                }
            }
            if element.name == "th" && element.get("scope").is_none() {
                faults.push("a th without scope".to_owned());
            }
        }
        // Words that stand in no landmark are passed over by those who go from one to the next.
        let body = html.named("body")[0];
        for inside in &body.inside {
            if let html::Inside::Element(element) = inside {
                let region = matches!(element.name.as_str(), "main" | "header" | "footer" | "nav" | "script")
                    || element.get("role") == Some("region")
                    || element.has_class("skip");
                if !region {
                    faults.push(format!("{} stands in no landmark", element.name));
                }
            }
        }
        assert!(faults.is_empty(), "{name}\n{}", faults.join("\n"));
    }
}

#[test]
fn nothing_runs_but_our_own_and_nothing_is_loaded() {
    use sha2::{Digest as _, Sha256};
    for (name, page) in pages() {
        let html = parse(&page);
        for element in html.all() {
            for (attribute, value) in &element.attributes {
                let runs = attribute.starts_with("on") || attribute == "style" || attribute == "src";
                assert!(!runs, "{name}: {attribute} on {}", element.name);
                assert!(!value.contains("://"), "{name}: {attribute}={value}");
            }
            let brings = ["link", "img", "iframe", "object", "embed", "base", "form", "svg"];
            assert!(!brings.contains(&element.name.as_str()), "{name}: {}", element.name);
        }
        let policy = html.named("meta").into_iter().find(|meta| meta.get("http-equiv").is_some());
        let policy = policy.and_then(|meta| meta.get("content")).expect("a policy");
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
        assert!(!policy.contains("unsafe") && !policy.contains('*'), "{policy}");
        // The policy comes before what it speaks of.
        assert!(page.find("Content-Security-Policy").unwrap() < page.find("<style>").unwrap());
        for tag in ["style", "script"] {
            let found = html.named(tag);
            assert_eq!(found.len(), usize::from(policy.contains(&format!("{tag}-src"))), "{name}: {tag}");
            for element in found {
                // Base64 as another library has it would be one more library: the hash in figures is enough.
                let hash = Sha256::digest(element.text().as_bytes()).to_vec();
                let named = policy.split(&format!("{tag}-src 'sha256-")).nth(1).unwrap();
                let named = named.split('\'').next().unwrap();
                assert_eq!(bytes(named), hash, "{name}: {tag}");
                assert!(!element.text().contains("url(") && !element.text().contains("@import"), "{name}");
            }
        }
    }
}

/// The bytes of a text in base64.
fn bytes(base64: &str) -> Vec<u8> {
    let signs = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['+', '/']).collect::<Vec<_>>();
    let (mut bits, mut count, mut out) = (0u32, 0, Vec::new());
    for sign in base64.trim_end_matches('=').chars() {
        bits = bits << 6 | signs.iter().position(|other| *other == sign).unwrap() as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    out
}

/// The words of one side as the page has them.
fn side_of(article: &Element, class: &str, left_out: &str) -> String {
    fn words(element: &Element, left_out: &str, out: &mut String) {
        for inside in &element.inside {
            match inside {
                html::Inside::Text(text) => out.push_str(text),
                html::Inside::Element(one)
                    if one.name == left_out
                        || ["begins", "name", "sign"].iter().any(|class| one.has_class(class)) => {}
                html::Inside::Element(one) => words(one, left_out, out),
            }
        }
    }
    let mut out = String::new();
    let part = article.all().into_iter().find(|element| element.has_class(class));
    words(part.unwrap_or_else(|| panic!("no {class} in {:?}", article.attributes)), left_out, &mut out);
    squeezed(&out)
}

/// Both versions can be read off the page, each in either view.
#[test]
fn no_word_of_either_version_is_lost() {
    let mut pairs_seen = 0;
    for (old, new) in [sample_pair(), made_up(3, 60), made_up(4, 60)] {
        let (comparison, page) = compared(&old, &new, &Options::default());
        let html = parse(&page);
        let articles: BTreeMap<&str, &Element> =
            html.named("article").into_iter().map(|article| (article.get("id").unwrap(), article)).collect();
        for (at, pair) in comparison.pairs.iter().enumerate() {
            let words = |left_out: WordOp| -> String {
                let words = pair.words.iter().filter(|words| words.op != left_out);
                squeezed(&words.map(|words| words.text.as_str()).collect::<String>())
            };
            let Some(article) = articles.get(format!("c{at}").as_str()) else {
                // A heading that is the same, or came or went whole, stands as a heading.
                let heading =
                    pair.old.iter().chain(&pair.new).any(|id| id.contains('h') || id.starts_with('a'));
                assert!(heading && pair.status != Status::Modified, "no article for {pair:?}");
                continue;
            };
            pairs_seen += 1;
            let calls = |text: &str| {
                // Calls of footnotes that came or went are shown in brackets.
                let mut out = text.to_owned();
                for number in 0..60 {
                    out = out.replace(&format!("[{number}]"), "");
                }
                out
            };
            // A hyphen of another kind is none of the reader's business.
            let plain = |text: String| calls(&text).replace(['‐', '‑', '–', '-'], "-");
            assert_eq!(plain(side_of(article, "text", "del")), plain(words(WordOp::Delete)), "{pair:?}");
            assert_eq!(plain(side_of(article, "text", "ins")), plain(words(WordOp::Insert)), "{pair:?}");
            let sides: Vec<&Element> =
                article.all().into_iter().filter(|element| element.has_class("side")).collect();
            if let [was, now] = sides[..] {
                assert_eq!(plain(side_of(was, "side", "none")), plain(words(WordOp::Insert)), "{pair:?}");
                assert_eq!(plain(side_of(now, "side", "none")), plain(words(WordOp::Delete)), "{pair:?}");
            }
        }
    }
    assert!(pairs_seen > 150, "only {pairs_seen} pairs");
}

#[test]
fn kinds_can_be_left_out_and_everything_unfolded() {
    let (old, new) = sample_pair();
    let articles = |page: &str| parse(page).named("article").len();
    let (comparison, whole) = compared(&old, &new, &Options::default());
    let (_, all) = compared(&old, &new, &Options { all: true, ..Options::default() });
    assert_eq!(articles(&whole), articles(&all));
    assert!(whole.contains("<details class=\"run\"><summary>"));
    assert!(!all.contains("<details class=\"run\"><summary>"), "something stays folded");
    let (_, dates) = compared(&old, &new, &Options { only: vec!["date".to_owned()], ..Options::default() });
    let with_dates = |pair: &&ComparedPair| pair.changes.iter().any(|change| change.kind == "date");
    assert_eq!(articles(&dates), comparison.pairs.iter().filter(with_dates).count());
    assert!(!dates.contains("id=\"folded\""));
}

/// What moved is found where it stood and where it stands.
#[test]
fn a_fact_that_moved_leads_to_both_places() {
    let text = |agenda: &str, work: &str| {
        format!(
            "1. The Committee met in New York from 3 to 7 March 2031.\n\n2. At its 1st meeting, the Committee adopted its provisional agenda (A/AC.1/2031/L.1){agenda}.\n\n3. At its 2nd meeting, the Committee {work} a working group of the whole, to consider the substance of the mandate entrusted to it.\n"
        )
    };
    let read = |text: String| from_bytes("a.md", text.as_bytes()).unwrap();
    let old = read(text(" and its draft programme of work (A/AC.1/2031/L.2)", "established"));
    let new = read(text("", "adopted its draft programme of work (A/AC.1/2031/L.2) and established"));
    let (comparison, page) = compared(&old, &new, &Options::default());
    let at = |id: &str| comparison.pairs.iter().position(|pair| pair.new == [id]).unwrap();
    let html = parse(&page);
    let rows = html.named("tr");
    let row = rows.iter().find(|row| row.text().contains("A/AC.1/2031/L.2")).expect("a row");
    let links: Vec<&str> = row.named("a").iter().filter_map(|link| link.get("href")).collect();
    assert_eq!(links, [format!("#c{}", at("p2")), format!("#c{}", at("p3"))]);
    assert_eq!(row.get("data-marks"), Some("document:substantive moved:substantive"));
    for id in ["p2", "p3"] {
        let here = format!("c{}", at(id));
        let article = html.named("article").into_iter().find(|one| one.get("id") == Some(&here)).unwrap();
        let marks: Vec<&str> = article.get("data-marks").unwrap().split(' ').collect();
        assert!(marks.contains(&"document:substantive") && marks.contains(&"moved:substantive"), "{marks:?}");
    }
}

#[test]
fn the_filter_knows_every_mark() {
    let (old, new) = sample_pair();
    let (_, page) = compared(&old, &new, &Options::default());
    let html = parse(&page);
    let values = |id: &str| -> BTreeSet<String> {
        let select = html.named("select").into_iter().find(|select| select.get("id") == Some(id)).unwrap();
        select
            .named("option")
            .iter()
            .map(|option| option.get("value").map_or(option.text(), str::to_owned))
            .collect()
    };
    let (kinds, weights) = (values("kind"), values("weight"));
    let mut marks = 0;
    for mark in html.named("article").iter().flat_map(|one| one.get("data-marks").unwrap().split(' ')) {
        let Some((kind, weight)) = mark.split_once(':') else { continue };
        assert!(kinds.contains(kind) && weights.contains(weight), "{mark}");
        marks += 1;
    }
    assert!(marks > 20, "only {marks} marks");
}

/// What a report says stays text, whatever it is.
#[test]
fn a_hostile_report_breaks_out_of_nothing() {
    let attack = "</style></script><script>alert(1)</script><img src=x onerror=alert(1)> \" onmouseover=\"x ' &lt; --> ]]>";
    let text = |more: &str| {
        format!(
            "1. The Committee met. {attack}\n\n2. It {more}adopted <b>A/AC.1/2031/L.1</b>{attack}.\u{1b}[2J\u{202e}\n\n# {attack}\n\n3. On 3 May 2031 {more}{attack}.\n"
        )
    };
    let read = |text: String| from_bytes("<img src=x>.md", text.as_bytes()).unwrap();
    let (old, new) = (read(text("")), read(text("\"&<then>\" ")));
    let (comparison, page) = compared(&old, &new, &Options::default());
    let html = parse(&page);
    for name in ["img", "b1"] {
        assert!(html.named(name).is_empty(), "{name}");
    }
    assert_eq!((html.named("script").len(), html.named("style").len()), (1, 1));
    assert!(html.all().iter().all(|element| element.attributes.keys().all(|name| !name.starts_with("on"))));
    assert!(html.text().contains("<script>alert(1)</script>"), "the words are gone");
    assert!(!page.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'));
    let told =
        summary::summary(&comparison, &old, &new, &summary::Options { all: true, ..Default::default() });
    let letter = parse(&letter_page::render(&summary_view::letter(&told)));
    assert!(letter.named("img").is_empty() && letter.named("script").is_empty());
}

#[test]
fn three_hundred_paragraphs_stay_small() {
    let (old, new) = made_up(1, 300);
    let paragraphs = new.report.nodes.iter().filter(|node| node.number.is_some()).count();
    assert!(paragraphs >= 300, "only {paragraphs} paragraphs");
    let (_, page) = compared(&old, &new, &Options { all: true, ..Options::default() });
    eprintln!("{} nodes, {} kB", new.report.nodes.len(), page.len() / 1000);
    assert!(page.len() < 5_000_000, "{} bytes", page.len());
}

/// Colours by name, for light and for dark.
fn palette(css: &str) -> [BTreeMap<String, [f64; 3]>; 2] {
    let mut out: [BTreeMap<String, [f64; 3]>; 2] = Default::default();
    let mut blocks = css.split(":root {").skip(1);
    for palette in &mut out {
        let block = blocks.next().unwrap().split('}').next().unwrap();
        for line in block.split(';') {
            let Some((name, value)) = line.trim().strip_prefix("--").and_then(|line| line.split_once(": #"))
            else {
                continue;
            };
            let part = |at: usize| f64::from(u8::from_str_radix(&value[at..at + 2], 16).unwrap()) / 255.0;
            palette.insert(name.to_owned(), [part(0), part(2), part(4)]);
        }
    }
    out
}

/// WCAG 2.2, contrast ratio.
fn contrast(one: [f64; 3], two: [f64; 3]) -> f64 {
    let light = |rgb: [f64; 3]| {
        let part = rgb.map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
        0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2] + 0.05
    };
    let (one, two) = (light(one), light(two));
    one.max(two) / one.min(two)
}

#[test]
fn colours_are_far_enough_apart() {
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 0.01);
    let asset = |name: &str| std::fs::read_to_string(Path::new("src/render/page").join(name)).unwrap();
    let css = asset("page.css");
    let [light, dark] = palette(&css);
    assert_eq!(
        light.keys().collect::<Vec<_>>(),
        dark.keys().collect::<Vec<_>>(),
        "a colour has no other half"
    );
    for colours in [light, dark] {
        let on = |ink: &str, paper: &str, least: f64| {
            let ratio = contrast(colours[ink], colours[paper]);
            assert!(ratio >= least, "{ink} on {paper}: {ratio:.2}");
        };
        for ink in ["ink", "quiet", "link"] {
            on(ink, "paper", 4.5);
            on(ink, "pane", 4.5);
        }
        for (ink, paper) in
            [("gone", "gone-paper"), ("come", "come-paper"), ("warn", "warn-paper"), ("found", "found-paper")]
        {
            on(ink, paper, 4.5);
            on(ink, "paper", if ink == "found" { 0.0 } else { 4.5 });
        }
        on("focus", "paper", 3.0);
    }
    // Every colour is one of these, so that none escapes this test.
    let rest: String = css.lines().filter(|line| !line.trim_start().starts_with("--")).collect();
    assert!(!rest.contains(": #") && !rest.contains("rgb"), "a colour without a name");
    for colours in palette(&asset("letter.css")) {
        assert!(contrast(colours["ink"], colours["paper"]) >= 4.5);
    }
}
