//! [`tell`]: goes through one report and takes what it tells.

use super::act::Frame;
use super::adoption;
use super::bare;
use super::body::{Bodies, Whose};
use super::cited::Cited;
use super::election;
use super::event::{Body, Kind, Source, Told};
use super::gathering;
use super::listed::Listed;
use super::masthead;
use super::met;
use super::norm::{Norm, norm};
use super::referring::Referent;
use super::resumed;
use super::scene::Scene;
use super::sentence::{Sentence, Sentences, characters};
use super::settle;
use super::sitting;
use super::telling::{How, Telling};
use super::unnumbered;
use crate::mentions::{Annotated, Mention, MentionKind};
use crate::report::{Node, NodeKind};
use crate::terms::english::number::ordinal_in_figures;
use jiff::civil::Date;

/// Characters of a sentence that a source keeps.
const QUOTED: usize = 200;

/// What one report tells, without its text.
#[derive(Debug, Clone, Default)]
pub struct Tale {
    /// The report.
    pub told: Told,
    /// Its body.
    pub body: Body,
    /// The day that counts.
    pub day: Option<Date>,
    /// What it tells.
    pub(super) tellings: Vec<Telling>,
    /// Names of agenda items: the item, its name, where.
    pub(super) agenda: Vec<(String, String, Source)>,
}

/// The text of a node, cut where it is long.
pub fn quote(text: &str) -> String {
    if text.chars().count() <= QUOTED {
        return text.to_owned();
    }
    let cut: String = text.chars().take(QUOTED).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{} …", &cut[..end])
}

/// Takes what a report tells.
pub fn tell(annotated: &Annotated) -> Tale {
    let report = &annotated.report;
    let chars = characters(annotated);
    let text = Sentences::new(annotated, &chars);
    let own = Bodies::of(&text);
    let symbol = report.masthead.symbol.clone().unwrap_or_else(|| report.source.path.clone());
    let mut reader = Reader {
        tellings: Vec::new(),
        agenda: Vec::new(),
        symbol: &symbol,
        session: None,
        titled: None,
        frame: None,
        listed: None,
        election: None,
        headings: Default::default(),
        part: "",
    };
    let resolves = is_resolution(annotated);
    let mut bodies = own.clone();
    for (index, node) in report.nodes.iter().enumerate() {
        if node.part != reader.part {
            bodies = own.clone();
            reader.part = &node.part;
            reader.session = None;
            reader.election = None;
            reader.listed = None;
        }
        if node.kind == NodeKind::Heading {
            if let Some(author) = author(node) {
                bodies = bodies.speaking_for(author);
            }
            if reader.headings[1].is_empty() || !node.id.starts_with(&reader.headings[1]) {
                reader.election = None;
            }
            reader.headings[0].clone_from(&node.id);
            reader.session = None;
        }
        reader.node(&text, index, &bodies, resolves);
    }
    let mut tellings = reader.tellings;
    let mut agenda = reader.agenda;
    tellings.extend(masthead::adoption(annotated, &own, &symbol));
    settle::settle(&mut tellings);
    tellings.extend(masthead::issue(annotated, &own, &symbol));
    let mut cited = Cited::of(report);
    tellings.iter_mut().for_each(|telling| telling.source.place = cited.place(&telling.source.id));
    agenda.iter_mut().for_each(|(_, _, source)| source.place = cited.place(&source.id));
    let masthead = &report.masthead;
    let told = Told {
        path: report.source.path.clone(),
        symbol: masthead.symbol.clone(),
        title: masthead.title.clone(),
        issued: masthead.issued.clone(),
        reissued: masthead.reissued.clone(),
        body: own.own.key.clone(),
    };
    Tale { told, body: own.own, day: masthead::day(annotated), tellings, agenda }
}

/// "Report of the Director-General of the Agency" above an annex: the organization that speaks there.
fn author(node: &Node) -> Option<&str> {
    let name =
        node.text.strip_prefix("Report by the ").or_else(|| node.text.strip_prefix("Report of the "))?;
    if node.part == "body" {
        return None;
    }
    name.split_once(" of the ")
        .map(|(_, name)| name)
        .filter(|name| name.starts_with(char::is_uppercase) && name.split(' ').count() < 14)
}

/// Whether the text is a resolution: "The General Assembly," stands by itself.
fn is_resolution(annotated: &Annotated) -> bool {
    annotated.report.nodes.iter().any(|node| {
        let words = node.text.split_whitespace().count();
        node.part == "body"
            && node.kind == NodeKind::Unnumbered
            && node.text.starts_with("The ")
            && node.text.ends_with(',')
            && words < 14
    })
}

struct Reader<'a> {
    tellings: Vec<Telling>,
    agenda: Vec<(String, String, Source)>,
    symbol: &'a str,
    part: &'a str,
    /// The session of which the text was speaking.
    session: Option<Referent>,
    /// The sitting of which the paragraph in hand speaks.
    frame: Option<Frame>,
    /// What the list or table below the paragraph in hand is of.
    listed: Option<Listed>,
    /// That of the first page.
    titled: Option<Referent>,
    /// The election to which the officers of the nodes below belong: its place in `tellings`, the paragraph.
    election: Option<(usize, String)>,
    /// The heading above the node in hand, and that above the election.
    headings: [String; 2],
}

impl Reader<'_> {
    /// Reads the node at this index.
    fn node(&mut self, text: &Sentences, index: usize, bodies: &Bodies, resolves: bool) {
        let annotated = text.annotated;
        let (node, mentions) = (&annotated.report.nodes[index], &annotated.mentions.by_node[index]);
        let reads = match node.kind {
            NodeKind::Masthead => matches!(node.id.as_str(), "f.sessions" | "f.body"),
            NodeKind::Paragraph | NodeKind::Item | NodeKind::Unnumbered => true,
            NodeKind::TableRow => self.listed.is_some(),
            NodeKind::Heading | NodeKind::Footnote => false,
        };
        if !reads {
            return;
        }
        self.agenda_item(node);
        let opens = node.text.trim_end().ends_with(':');
        if mentions.is_empty() && !opens && !node.text.contains("elected") {
            return;
        }
        let all = text.of(index);
        let norm = norm(node, all, resolves);
        let before = self.tellings.len();
        let below = self.listed.as_ref().filter(|listed| listed.holds(node)).cloned();
        self.frame = None;
        for sentence in all {
            self.sentence(node, sentence, bodies, &norm);
        }
        self.officers_below(node, mentions, before);
        let dated = self.tellings[before..].iter().any(|telling| telling.dates.is_some());
        match below {
            Some(listed) if norm == Norm::Told && !dated => {
                self.tellings.extend(listed.entry(node, all, bodies, self.symbol));
            }
            Some(_) => {}
            None => {
                self.listed =
                    all.last().filter(|_| norm == Norm::Told).and_then(|last| Listed::of(node, last, bodies))
            }
        }
    }

    /// Items of an agenda that is printed: "7. Adoption of the report."
    fn agenda_item(&mut self, node: &Node) {
        let Some((paragraph, item)) = node.id.split_once('.').filter(|_| node.kind == NodeKind::Item) else {
            return;
        };
        let number = item.chars().all(|c| c.is_ascii_digit());
        if number && paragraph.starts_with('p') && node.text.chars().count() < 200 && self.agenda.len() < 500
        {
            let source = Source::new(self.symbol, &node.id, quote(&node.text));
            self.agenda.push((
                item.to_owned(),
                node.text.trim_end_matches([';', '.', ':', ',']).to_owned(),
                source,
            ));
        }
    }

    fn sentence(&mut self, node: &Node, sentence: &Sentence<'_>, bodies: &Bodies, norm: &Norm) {
        let source = Source::new(self.symbol, &node.id, sentence.quote(QUOTED));
        let last = self.session.as_ref().or(self.titled.as_ref());
        let scene = Scene::of(sentence, bodies, &node.part, last);
        if node.kind == NodeKind::Masthead {
            self.masthead(&scene, bodies, &source);
            return;
        }
        let mut told = sitting::tellings(&scene, bodies, &source);
        told.extend(resumed::tellings(&scene, last, &bodies.own, &source));
        match norm {
            Norm::Told => {}
            // What is decided, hoped or recalled is no report; what is to be held is.
            Norm::Decided => told.retain(|telling| telling.dates.is_some() && telling.how == How::Scheduled),
            Norm::Recalled => told.clear(),
        }
        if *norm == Norm::Told {
            told.extend(gathering::tellings(&scene, bodies, &node.part, &source));
            told.extend(bare::counted(&scene, bodies, self.part, self.session.as_ref(), &source));
            told.extend(bare::body_held(&scene, bodies, &source));
            told.extend(unnumbered::tellings(&scene, bodies, &node.part, &source));
            self.chair(&scene, &mut told);
            met::tellings(&scene, bodies, &node.part, &source, &mut told);
        }
        self.follow(&scene, bodies);
        self.frame = Frame::of(&scene, bodies).or(self.frame.take());
        if *norm == Norm::Told {
            let frame = self.frame.as_ref();
            for adoption in adoption::tellings(&scene, bodies, &node.part, frame, &source) {
                for (item, title) in &adoption.items {
                    if let Some(title) = title {
                        self.agenda.push((item.clone(), title.clone(), source.clone()));
                    }
                }
                told.push(adoption);
            }
            for mut election in election::tellings(&scene, bodies, &node.part, frame, &source) {
                inherit(&mut election, self.election.as_ref().and_then(|(at, _)| self.tellings.get(*at)));
                let at = self.tellings.len() + told.len();
                self.election = Some((at, top(&node.id).to_owned()));
                if !self.headings[0].starts_with(&self.headings[1]) || self.headings[1].is_empty() {
                    self.headings[1] = self.headings[0].clone();
                }
                told.push(election);
            }
        }
        told.iter_mut()
            .for_each(|telling| telling.near = self.session.as_ref().map(|session| session.key.clone()));
        self.tellings.append(&mut told);
    }

    /// Officers listed in the nodes below a paragraph that says "elected the following officers:".
    fn officers_below(&mut self, node: &Node, mentions: &[Mention], before: usize) {
        let Some((at, paragraph)) = self.election.clone() else { return };
        if top(&node.id) != paragraph || at >= before {
            return;
        }
        let listed = mentions.iter().filter(|mention| mention.kind == MentionKind::Officer);
        let elected = listed
            .filter(|mention| mention.attributes.get("act").is_some_and(|act| act.ends_with("elected")));
        if let Some(election) = self.tellings.get_mut(at) {
            election.officers.extend(elected.map(sitting::officer));
        }
    }

    /// "The meeting was chaired by …": of the gathering told in the sentence before.
    fn chair(&mut self, scene: &Scene<'_>, told: &mut [Telling]) {
        let chairs = scene.sentence.facts(MentionKind::Officer).filter(|(_, mention)| {
            let is =
                |name: &str, value: &str| mention.attributes.get(name).is_some_and(|found| found == value);
            is("act", "chaired") && is("body", "meeting")
        });
        let chairs: Vec<_> = chairs.map(|(_, mention)| sitting::officer(mention)).collect();
        if chairs.is_empty() || told.iter().any(|telling| telling.kind == Kind::Gathering) {
            return;
        }
        if let Some(last) = self.tellings.last_mut().filter(|telling| telling.kind == Kind::Gathering) {
            last.officers.extend(chairs);
        }
    }

    /// Keeps in mind of which session the text speaks, for what is told without one.
    fn follow(&mut self, scene: &Scene<'_>, bodies: &Bodies) {
        for group in &scene.groups {
            if let [sitting] = group.as_slice()
                && sitting.whose == Whose::Own
                && !sitting.side
            {
                // What is only to come is not what the text goes on to speak of.
                let to_come = !sitting.frame && scene.told(sitting, None) == Some(How::Scheduled);
                if to_come {
                    continue;
                }
                let dated = scene.owner.iter().flatten().count() > 0;
                // A body without sessions whose numbered meeting lasts for days.
                let as_session = bodies.meeting.is_some() && bodies.meeting == sitting.key.ordinal;
                if (sitting.session && (sitting.frame || dated)) || as_session && dated && !sitting.frame {
                    self.session = Some(Referent::of(sitting));
                } else if let Some(of) = &sitting.of {
                    self.session = Some(Referent { session: true, key: of.clone(), ..Referent::default() });
                }
            }
        }
    }

    /// "Eighth session, Harbour City, 8–12 July 2031"; "9–13 September 2031 and 10–14 February 2032".
    fn masthead(&mut self, scene: &Scene<'_>, bodies: &Bodies, source: &Source) {
        let mut told = sitting::tellings(scene, bodies, source);
        let session = told.iter().any(|telling| telling.kind == Kind::Session);
        told.retain(|telling| {
            let meeting = !session && telling.kind == Kind::Meeting && telling.key.ordinal.is_some();
            (telling.kind == Kind::Session || meeting) && telling.dates.is_some()
        });
        for (at, days) in scene.days.iter().enumerate() {
            if scene.owner[at].is_some() {
                continue;
            }
            // "Activities from June 2031 to April 2032" are no session.
            if !super::days::is_exact(&days.all()) {
                continue;
            }
            // "Harbour City, 3–7 May 2031".
            let place = (days.from > 1 && scene.sentence.is_mark(days.from - 1, ','))
                .then(|| super::place::name(scene.sentence, 0))
                .flatten();
            for dates in &days.dates {
                let mut telling =
                    Telling::new(Kind::Session, bodies.own.clone(), bodies.session_name(), source.clone());
                telling.key.ordinal = bodies.number.filter(|_| bodies.is_event());
                // The fourth meeting of a Board that has no sessions.
                if let Some(meeting) = bodies.meeting {
                    telling.kind = Kind::Meeting;
                    telling.name = format!("{} meeting", ordinal_in_figures(meeting));
                    telling.key.ordinal = Some(meeting);
                }
                telling.dates = Some(dates.clone());
                telling.place.clone_from(&place);
                told.push(telling);
            }
        }
        let titled =
            told.iter().find(|telling| telling.key.ordinal.is_some() || telling.kind == Kind::Session);
        let titled = titled.filter(|_| bodies.parent.is_none());
        self.titled = titled.map(Referent::of_telling).or(self.titled.take());
        for mut telling in told {
            telling.how = How::Nominal;
            telling.own = bodies.parent.is_none();
            if let Some(parent) = &bodies.parent {
                telling.body.clone_from(parent);
            }
            self.tellings.push(telling);
        }
    }
}

/// An election told in a paragraph after the one that says when the officers were elected.
fn inherit(election: &mut Telling, before: Option<&Telling>) {
    if election.dates.is_some() || election.meeting.is_some() || election.session.is_some() {
        return;
    }
    if let Some(before) = before {
        election.dates.clone_from(&before.dates);
        election.meeting = before.meeting;
        election.session.clone_from(&before.session);
    }
}

/// `p6` of `p6.u1.u2`; an annex keeps its name.
fn top(id: &str) -> &str {
    let start = if id.starts_with('a') { id.find('.').map_or(0, |at| at + 1) } else { 0 };
    id[start..].find('.').map_or(id, |at| &id[..start + at])
}
