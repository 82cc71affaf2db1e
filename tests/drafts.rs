//! Revisions of made-up reports, with the truth known: who answers to whom, what moved, what was
//! split and merged. `DRAFTS=2000` tries as many instead of the few that every run tries; the figures
//! are printed with `--nocapture`.

#[path = "support/dice.rs"]
mod dice;
#[path = "support/drafts/mod.rs"]
mod drafts;

use drafts::{Drafts, Link, Plan};
use std::collections::{BTreeMap, BTreeSet};
use travaux::align::{Alignment, align};
use travaux::mentions::Annotated;
use travaux::report::{NodeKind, Report};

/// Found, wanted, and both.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    found: usize,
    wanted: usize,
    right: usize,
}

impl Tally {
    fn add(&mut self, found: &BTreeSet<Link>, wanted: &BTreeSet<Link>) {
        self.found += found.len();
        self.wanted += wanted.len();
        self.right += found.intersection(wanted).count();
    }
    fn precision(&self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }
    fn recall(&self) -> f64 {
        self.right as f64 / self.wanted.max(1) as f64
    }
    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.wanted).max(1) as f64
    }
}

fn annotated(report: &Report) -> Annotated {
    Annotated { report: report.clone(), mentions: Default::default() }
}

/// The links of an alignment: all, those that moved (items apart), those of splits and merges.
fn links(drafts: &Drafts, alignment: &Alignment) -> [BTreeSet<Link>; 3] {
    let mut out: [BTreeSet<Link>; 3] = Default::default();
    for pair in &alignment.pairs {
        for i in &pair.old {
            for j in &pair.new {
                let (a, b) = (&drafts.old.nodes[*i], &drafts.new.nodes[*j]);
                let link = (a.id.clone(), b.id.clone());
                if pair.moved && a.kind != NodeKind::Item {
                    out[1].insert(link.clone());
                }
                if pair.old.len() + pair.new.len() > 2 {
                    out[2].insert(link.clone());
                }
                out[0].insert(link);
            }
        }
    }
    out
}

fn kind(report: &Report, id: &str) -> &'static str {
    let node = report.nodes.iter().find(|node| node.id == id);
    match node.map(|node| node.kind) {
        Some(NodeKind::Heading) => "headings",
        Some(NodeKind::Item) => "items",
        Some(NodeKind::TableRow) => "rows",
        Some(NodeKind::Footnote) => "notes",
        _ => "paragraphs",
    }
}

/// The figures over so many pairs of drafts, by what is counted.
fn figures(seeds: std::ops::Range<u64>, plan: Plan) -> BTreeMap<&'static str, Tally> {
    let tell = std::env::var_os("DRAFTS_TELL").is_some();
    let mut out: BTreeMap<&'static str, Tally> = BTreeMap::new();
    for seed in seeds {
        let drafts = drafts::drafts(seed, plan);
        let alignment = align(&annotated(&drafts.old), &annotated(&drafts.new));
        let [all, moved, parts] = links(&drafts, &alignment);
        for name in ["paragraphs", "headings", "items", "rows", "notes"] {
            let of = |links: &BTreeSet<Link>| -> BTreeSet<Link> {
                links.iter().filter(|link| kind(&drafts.old, &link.0) == name).cloned().collect()
            };
            out.entry(name).or_default().add(&of(&all), &of(&drafts.links));
        }
        out.entry("all").or_default().add(&all, &drafts.links);
        out.entry("moves").or_default().add(&moved, &drafts.moved);
        out.entry("splits and merges").or_default().add(&parts, &drafts.parts);
        if tell {
            tell_faults(seed, &drafts, &alignment, [&all, &moved, &parts]);
        }
    }
    out
}

/// What went wrong, with the words, for those who improve the alignment.
fn tell_faults(seed: u64, drafts: &Drafts, alignment: &Alignment, found: [&BTreeSet<Link>; 3]) {
    let text = |report: &Report, id: &str| {
        let node = report.nodes.iter().find(|node| node.id == id);
        node.map_or(String::new(), |node| node.text.chars().take(400).collect())
    };
    let wanted = [&drafts.links, &drafts.moved, &drafts.parts];
    for (what, (found, wanted)) in ["link", "moved", "parts"].iter().zip(found.into_iter().zip(wanted)) {
        for (sign, links) in [("-", wanted.difference(found)), ("+", found.difference(wanted))] {
            for (a, b) in links {
                println!(
                    "{seed} {sign}{what} {a}>{b}\n   {}\n   {}",
                    text(&drafts.old, a),
                    text(&drafts.new, b)
                );
                for pair in &alignment.pairs {
                    let ids = |report: &Report, at: &[usize]| -> Vec<String> {
                        at.iter().map(|at| report.nodes[*at].id.clone()).collect()
                    };
                    let (olds, news) = (ids(&drafts.old, &pair.old), ids(&drafts.new, &pair.new));
                    if olds.contains(a) || news.contains(b) {
                        println!(
                            "      {olds:?}>{news:?} {} {}",
                            if pair.moved { "moved" } else { "" },
                            pair.why
                        );
                    }
                }
            }
        }
    }
}

/// Pairs as identifiers, with all that is said of them.
fn told(
    old: &Report,
    new: &Report,
    alignment: &Alignment,
) -> BTreeSet<(Vec<String>, Vec<String>, bool, String)> {
    let ids = |report: &Report, at: &[usize]| -> Vec<String> {
        at.iter().map(|at| report.nodes[*at].id.clone()).collect()
    };
    let one = |pair: &travaux::align::Pair| {
        (ids(old, &pair.old), ids(new, &pair.new), pair.moved, format!("{:.6}", pair.confidence))
    };
    alignment.pairs.iter().map(one).collect()
}

#[test]
fn the_way_back_is_the_way_there() {
    for seed in 0..100 {
        let Drafts { old, new, .. } = drafts::drafts(seed, Plan { size: 25, severity: 150, terse: false });
        let (a, b) = (annotated(&old), annotated(&new));
        let there = told(&old, &new, &align(&a, &b));
        let back = told(&new, &old, &align(&b, &a));
        let back: BTreeSet<_> = back.into_iter().map(|(a, b, moved, sure)| (b, a, moved, sure)).collect();
        let apart: Vec<_> = there.symmetric_difference(&back).collect();
        assert!(apart.is_empty(), "seed {seed}: {apart:#?}");
    }
}

fn print(title: &str, figures: &BTreeMap<&'static str, Tally>) {
    println!("{title}");
    for (name, tally) in figures {
        let (p, r, f) = (tally.precision(), tally.recall(), tally.f1());
        println!("  {name:<18} P {p:.4}  R {r:.4}  F1 {f:.4}  of {}", tally.wanted);
    }
}

/// The least precision and recall of moves, of splits and merges, and the least F1 of paragraphs.
const MOVES: f64 = 0.98;
const PARTS: f64 = 0.95;
const PARAGRAPHS: f64 = 0.99;

#[test]
fn planted_changes_are_found() {
    let count: u64 = std::env::var("DRAFTS").ok().and_then(|count| count.parse().ok()).unwrap_or(60);
    let sum = |plans: &[Plan]| {
        let mut out: BTreeMap<&'static str, Tally> = BTreeMap::new();
        for plan in plans {
            for (name, tally) in figures(0..count, *plan) {
                let sum = out.entry(name).or_default();
                *sum = Tally {
                    found: sum.found + tally.found,
                    wanted: sum.wanted + tally.wanted,
                    right: sum.right + tally.right,
                };
            }
        }
        out
    };
    let plan = |size, severity| Plan { size, severity, terse: false };
    let usual = sum(&[plan(25, 100), plan(80, 100)]);
    print("usual", &usual);
    // Twice as much at once: to be seen, where it begins to fail.
    print("twice as much", &sum(&[plan(80, 200)]));
    let least = |name: &str, least: f64| {
        let tally = usual[name];
        let (precision, recall) = (tally.precision(), tally.recall());
        assert!(precision >= least && recall >= least, "{name}: P {precision:.4} R {recall:.4}");
    };
    least("moves", MOVES);
    least("splits and merges", PARTS);
    let paragraphs = usual["paragraphs"].f1();
    assert!(paragraphs >= PARAGRAPHS, "paragraphs: F1 {paragraphs:.4}");
}
