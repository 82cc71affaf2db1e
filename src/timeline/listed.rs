//! [`Listed`]: "The following regional meetings were held:" and the rows or items below, each with its days.

use super::body::Bodies;
use super::dated::all_days;
use super::event::{Kind, Source};
use super::gathering::singular;
use super::phrase::{fixed, outcome, phrase, verb};
use super::place;
use super::scene::Scene;
use super::sentence::Sentence;
use super::telling::{How, Telling};
use crate::report::{Node, NodeKind};
use crate::terms::english::event::{CANCELLED, POSTPONED};

/// What a list is of.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The paragraph above the list.
    above: String,
    /// "regional meetings".
    name: String,
    how: How,
}

impl Listed {
    /// What the last sentence of a paragraph says that a list below it is of; `None` where it ends no such
    /// sentence.
    pub fn of(node: &Node, last: &Sentence<'_>, bodies: &Bodies) -> Option<Self> {
        let opens = node.text.trim_end().ends_with(':') || node.text.contains("table below");
        if !opens || !matches!(node.kind, NodeKind::Paragraph | NodeKind::Unnumbered | NodeKind::Item) {
            return None;
        }
        let scene = Scene::of(last, bodies, &node.part, None);
        let found = (0..last.len()).find_map(|at| {
            let phrase = phrase(&scene, at, bodies, &node.part)?;
            let plural = last.word(phrase.noun).ends_with('s') || phrase.count.is_some();
            let verb = verb(&scene, &phrase).or_else(|| fixed(&scene, &phrase)).filter(|_| plural)?;
            let unreal = last.is(verb, &["have"]);
            let how = if unreal { How::Postponed } else { scene.tense(verb) };
            Some((last.text(phrase.from, phrase.to), how))
        });
        let (name, how) = found?;
        let name = name.strip_prefix("following ").unwrap_or(&name).to_owned();
        Some(Self { above: node.id.clone(), name, how })
    }

    /// Whether the node is an entry of the list.
    pub fn holds(&self, node: &Node) -> bool {
        match node.kind {
            NodeKind::TableRow => true,
            _ => node.id.starts_with(&self.above) && node.id.len() > self.above.len(),
        }
    }

    /// The event of an entry with days: "Asia", tab, "Harbour City", tab, "11–13 March 2031".
    pub fn entry(&self, node: &Node, all: &[Sentence], bodies: &Bodies, symbol: &str) -> Option<Telling> {
        let sentence = all.iter().find(|sentence| !all_days(sentence).is_empty())?;
        let scene = Scene::of(sentence, bodies, &node.part, None);
        let days = scene.days.first()?;
        let source = Source::new(symbol, &node.id, super::reader::quote(&node.text));
        let label = node.text.split(['\t', ':', ',', '(']).next().unwrap_or_default().trim();
        let dated = label.chars().any(|c| c.is_ascii_digit());
        let name = singular(&self.name);
        let name =
            if dated || label.is_empty() || days.from == 0 { name } else { format!("{name}: {label}") };
        let mut telling = Telling::new(Kind::Gathering, bodies.own.clone(), name, source);
        telling.dates = Some(days.all());
        let off = |words: &[&str]| (0..days.from).any(|at| sentence.is(at, words));
        telling.how = match () {
            () if off(CANCELLED) => How::Cancelled,
            () if off(POSTPONED) => How::Scheduled,
            () => outcome(&scene, days.to).unwrap_or(self.how),
        };
        telling.place = (0..sentence.len()).find_map(|at| place::after(sentence, at));
        Some(telling)
    }
}
