//! [`Context`]: what the masthead and the nodes before this one tell a finder.

use super::date::{self, Headings, NamedDay};
use super::places::Places;
use super::session::Scenes;
use crate::remark::Remark;
use crate::report::{Node, NodeKind, Report};
use crate::terms::date::{Dates, Run};
use crate::terms::office::Office;
use crate::terms::organ::{self, Organ};
use std::collections::BTreeMap;

/// What a finder knows beyond the node before it.
#[derive(Debug, Default)]
pub struct Context {
    /// The symbol of the report itself.
    pub symbol: Option<String>,
    /// The organ whose report or resolution this is, as far as the symbol tells.
    pub own_organ: Option<&'static Organ>,
    /// The days on which the session was held, from the masthead.
    pub sessions: Vec<Run>,
    /// Year and month of issue.
    pub issued: Option<(i16, u8)>,
    /// The headings above the node in hand and the years of the sessions that they name.
    pub headings: Headings,
    /// The last year written under the present heading.
    pub section_year: Option<i16>,
    /// The last year written anywhere above.
    pub last_year: Option<i16>,
    /// The only day that the paragraph before names.
    pub day_before: Option<NamedDay>,
    /// A list of officers that a paragraph above has opened.
    pub open_list: Option<OpenList>,
    /// The session and the meeting that "the same session" and "the same meeting" would mean.
    pub scenes: Scenes,
    /// The short names of treaties that the report has given, each with the treaty's value; without
    /// it where two treaties were given the same.
    pub short_names: BTreeMap<String, Option<String>>,
    /// The names of the officers found so far.
    pub officers: Vec<String>,
    /// The identifier of the node in hand.
    pub node: String,
    /// Square brackets that no node has closed yet: the node that opened them, how many.
    pub open_brackets: Vec<(String, usize)>,
    /// Where everything stands that a reference may point to.
    pub places: Places,
    /// Whether the node in hand has pointed into another text, so that a bare "paragraph 6" goes on there.
    pub outside_reference: bool,
    /// What was odd so far.
    pub remarks: Vec<Remark>,
}

/// "… elected the following officers:" opens a list that goes on in the nodes below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenList {
    /// The office that the next lines fill, once a line has said it.
    pub office: Option<Office>,
    /// How they came by it.
    pub act: &'static str,
}

impl Context {
    /// Reads the masthead.
    pub fn of(report: &Report) -> Self {
        let masthead = &report.masthead;
        let symbol = masthead.symbol.clone();
        let own_organ = symbol
            .as_deref()
            .and_then(organ::of_symbol)
            .filter(|organ| organ.root != "A" && organ.root != "E")
            .or_else(|| masthead.organ.as_deref().and_then(organ::named))
            .or_else(|| symbol.as_deref().and_then(organ::of_symbol));
        let mut context = Self { symbol, own_organ, places: Places::of(report), ..Self::default() };
        context.issued = masthead.issued.as_deref().and_then(year_and_month);
        if let Some(dates) = &masthead.dates {
            context.sessions.extend(date::read(dates).into_iter().flat_map(|dates| dates.runs));
        }
        for node in report.nodes.iter().filter(|node| node.kind == NodeKind::Masthead) {
            let dates = date::read(&node.text);
            if node.id == "f.distr" {
                context.issued = context.issued.or_else(|| first_month(&dates));
            } else if masthead.dates.is_none() && node.id != "f.title" {
                context.sessions.extend(dates.into_iter().flat_map(|dates| dates.runs));
            }
        }
        context
    }

    /// Says what is odd about the node in hand.
    pub fn remark(&mut self, code: &'static str, message: String) {
        self.remarks.push(Remark::new(code, self.node.as_str(), message));
    }

    /// Forgets what holds only under one heading.
    pub fn enter(&mut self, node: &Node) {
        node.id.clone_into(&mut self.node);
        self.scenes.enter(&node.part);
        self.places.enter(node);
        self.outside_reference = false;
        match node.kind {
            NodeKind::Heading => {
                self.headings.enter(node);
                self.section_year = None;
                self.open_list = None;
            }
            NodeKind::Paragraph | NodeKind::Footnote => self.open_list = None,
            NodeKind::Masthead | NodeKind::Item | NodeKind::Unnumbered | NodeKind::TableRow => {}
        }
    }
}

/// `2025-03-19` and `2025-03` begin with year and month.
fn year_and_month(issued: &str) -> Option<(i16, u8)> {
    let mut parts = issued.split('-');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

fn first_month(dates: &[Dates]) -> Option<(i16, u8)> {
    let point = dates.first()?.runs.first()?.first;
    Some((point.year.known()?, point.month?))
}
