//! Officers: who was elected, who chaired, and the lists that name them.
//!
//! The text is cut into [`Piece`]s, and each rule is a pattern over these. A person counts only
//! with an office and a word that gives it: speakers and representatives are not officers, and a
//! false officer costs more trust than a missed one.

use super::passage::Passage;
use super::person::{self, Holder, Piece, Placed};
use super::{Context, Finder, Mention, MentionKind, OpenList};
use crate::report::NodeKind;
use crate::terms::office::Office;

/// Finds officers.
pub struct Officers;

/// How many other words may stand inside one pattern.
const REACH: usize = 14;

impl Finder for Officers {
    fn kind(&self) -> MentionKind {
        MentionKind::Officer
    }

    fn rules(&self) -> &'static [&'static str] {
        &[
            "elected-as",
            "chaired-by",
            "office-label",
            "officers-list",
            "served-as",
            "replaced-as",
            "office-was",
            "in-apposition",
        ]
    }

    fn find(&self, passage: &Passage<'_>, context: &mut Context, found: &mut Vec<Mention>) {
        if context.open_list.is_none() && !speaks_of_offices(passage) {
            return;
        }
        let mut pieces = Vec::new();
        person::cut(passage, &mut pieces);
        let mut reading = Reading { passage, pieces: &pieces, found };
        if let Some(list) = context.open_list {
            reading.list_line(list);
        }
        reading.sentences();
        found.sort_by_key(|mention| (mention.start, mention.end));
        found.dedup_by_key(|mention| mention.start);
        context.open_list = opened(passage, &pieces, context.open_list);
    }
}

/// A quick look before the text is cut into pieces.
fn speaks_of_offices(passage: &Passage<'_>) -> bool {
    (0..passage.tokens.len()).any(|index| {
        let word = passage.word(index);
        Office::of_word(word).is_some()
            || matches!(word.first(), Some('c' | 'C' | 'e' | 'E' | 'p' | 'o' | 'b' | 'B' | 'v' | 'V'))
                && passage.is_any(
                    index,
                    &[
                        "chaired",
                        "co-chaired",
                        "chairmanship",
                        "chairpersonship",
                        "presidency",
                        "presided",
                        "elected",
                        "officers",
                        "bureau",
                        "vice",
                        "co-facilitated",
                    ],
                )
    })
}

/// The list that is open after this node: "… elected the following officers:", "Vice-Chairs:".
fn opened(passage: &Passage<'_>, pieces: &[Placed], before: Option<OpenList>) -> Option<OpenList> {
    let colon = matches!(pieces.last(), Some((Piece::Colon, _)));
    let last_office = || {
        pieces.iter().rev().find_map(|(piece, _)| match piece {
            Piece::Office(office, _) => Some(*office),
            _ => None,
        })
    };
    if !colon {
        // "Rapporteur" by itself, between the names of a list.
        if let (Some(list), [(Piece::Office(office, _), _)]) = (before, pieces) {
            return Some(OpenList { office: Some(*office), ..list });
        }
        return before;
    }
    let act = pieces.iter().rev().find_map(|(piece, _)| match piece {
        Piece::Elect(act) => Some(*act),
        _ => None,
    });
    let officers = (0..passage.tokens.len()).any(|at| passage.is_any(at, &["officers", "bureau"]));
    // "Vice-Chairs:", or a line of names that runs into the next label: "… X (C) Rapporteur:".
    let ends_in_label = before.is_some() && matches!(pieces, [.., (Piece::Office(..), _), _]);
    let label = pieces.len() <= 4 || ends_in_label;
    match (act, last_office()) {
        (Some(act), office) if office.is_some() || officers => Some(OpenList { office, act }),
        (None, Some(office)) if label => {
            Some(OpenList { office: Some(office), act: before.map_or("listed", |list| list.act) })
        }
        (None, office) if officers => Some(OpenList { office: office.filter(|_| label), act: "listed" }),
        // "African States:" goes on in the same office.
        _ if label => before,
        _ => None,
    }
}

struct Reading<'a, 'p> {
    passage: &'a Passage<'p>,
    pieces: &'a [Placed],
    found: &'a mut Vec<Mention>,
}

impl Reading<'_, '_> {
    fn piece(&self, at: usize) -> Option<&Piece> {
        self.pieces.get(at).map(|(piece, _)| piece)
    }

    fn push(&mut self, holder: &Holder, offices: &[(Office, usize)], act: &'static str, rule: &'static str) {
        let passage = self.passage;
        let value = passage.chars[holder.name_start..holder.end].iter().collect();
        let mut mention = passage.mention(MentionKind::Officer, holder.start, holder.end, value, rule);
        let mut names: Vec<&str> = Vec::new();
        for (office, _) in offices {
            if !names.contains(&office.name()) {
                names.push(office.name());
            }
        }
        mention.attributes.insert("office", names.join(" and "));
        mention.attributes.insert("act", act.to_owned());
        if let Some((start, end)) = holder.country {
            let country: String = passage.chars[start..end].iter().collect();
            let country = country.trim();
            mention.attributes.insert("country", country.strip_prefix("the ").unwrap_or(country).to_owned());
        } else if holder.is_state {
            mention.attributes.insert("country", passage.chars[holder.start..holder.end].iter().collect());
        }
        if holder.name_start > holder.start {
            let honorific: String = passage.chars[holder.start..holder.name_start].iter().collect();
            mention.attributes.insert("honorific", honorific.trim().to_owned());
        }
        if let Some(body) = offices.last().and_then(|(_, token)| body_after(passage, *token)) {
            mention.attributes.insert("body", body);
        }
        self.found.push(mention);
    }

    /// Every sentence: its verbs from left to right, then labels and appositions.
    fn sentences(&mut self) {
        let mut from = 0;
        while from < self.pieces.len() {
            let length = self.pieces[from..].iter().position(|(piece, _)| *piece == Piece::Stop);
            let to = length.map_or(self.pieces.len(), |length| from + length);
            self.sentence(from, to);
            from = to + 1;
        }
    }

    fn sentence(&mut self, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            at = match self.pieces[at].0 {
                Piece::Elect(act) => self.elected(from, at, to, act),
                Piece::Chair(act) => self.chaired(from, at, to, act),
                Piece::Serve => self.served(from, at, to),
                Piece::Replace => self.replaced(from, at, to),
                Piece::Be => self.was(from, at, to),
                Piece::Office(office, token) => self.label_or_apposition(from, at, to, office, token),
                _ => at + 1,
            };
        }
    }

    /// "elected X (C) as Chair, Y (D) and Z (E) as Vice-Chairs", "X (C) was elected Chair",
    /// "elected three Vice-Chairs: X (C), …", "The following Vice-Presidents were elected: …".
    fn elected(&mut self, from: usize, verb: usize, to: usize, act: &'static str) -> usize {
        let passive = verb > from
            && self.pieces[verb.saturating_sub(4).max(from)..verb]
                .iter()
                .any(|(piece, _)| *piece == Piece::Be);
        let mut pending: Vec<Holder> = Vec::new();
        let mut current: Vec<(Office, usize)> = Vec::new();
        if passive {
            let be = (from..verb).rev().find(|at| self.pieces[*at].0 == Piece::Be).unwrap_or(verb);
            pending = self.holders_before(from, be);
            if pending.is_empty() {
                current = self.office_before(from, be);
            }
        }
        let mut at = verb + 1;
        let mut others = 0;
        while at < to {
            match &self.pieces[at].0 {
                Piece::Person(holder) => {
                    let joined = holder.is_certain() || self.is_joined(at);
                    // Without a country a name counts only where the office is said of it.
                    if joined && (pending.is_empty() || self.continues_list(at)) {
                        pending.push(holder.clone());
                    } else if joined && holder.is_certain() {
                        if !current.is_empty() {
                            self.give(&pending, &current, act, "elected-as");
                            pending.clear();
                        }
                        pending.push(holder.clone());
                    }
                    others = 0;
                }
                Piece::State(holder)
                    if self.is_joined(at) && !self.is_appositive(at) && self.continues_list(at) =>
                {
                    pending.push(holder.clone());
                    others = 0;
                }
                Piece::Office(..) => {
                    let (offices, next) = self.offices(at, to);
                    let told = self.is_told(at, verb);
                    if !pending.is_empty() && (told || current.is_empty()) {
                        // "Vice-Chairs: A, B and C, and D as Rapporteur": only the last is Rapporteur.
                        let own = if current.is_empty() { 0 } else { last_group(&pending) };
                        self.give(&pending[..own], &current, act, "elected-as");
                        self.give(&pending[own..], &offices, act, "elected-as");
                        pending.clear();
                        current.clear();
                    } else {
                        self.give(&pending, &current, act, "elected-as");
                        pending.clear();
                        current = offices;
                    }
                    at = next;
                    others = 0;
                    continue;
                }
                // "elected X (C) to serve as Chair"
                Piece::Serve if self.passage.is_any(self.pieces[at].1.saturating_sub(1), &["to"]) => {}
                // Another verb takes over.
                Piece::Elect(_) | Piece::Chair(_) | Piece::Serve | Piece::Replace => break,
                Piece::Other | Piece::Be => {
                    others += 1;
                    if others > REACH {
                        break;
                    }
                }
                Piece::Semicolon => others = 0,
                _ => {}
            }
            at += 1;
        }
        if at >= to || !matches!(self.pieces[at].0, Piece::Elect(_)) || !self.is_passive(at) {
            self.give(&pending, &current, act, "elected-as");
        } else {
            // The names right before the next "was elected" are its own.
            let be = (verb..at).rev().find(|at| self.pieces[*at].0 == Piece::Be).unwrap_or(at);
            let own = self.holders_before(verb + 1, be);
            pending.retain(|holder| !own.contains(holder));
            self.give(&pending, &current, act, "elected-as");
        }
        at.max(verb + 1)
    }

    fn is_passive(&self, verb: usize) -> bool {
        self.pieces[verb.saturating_sub(4)..verb].iter().any(|(piece, _)| *piece == Piece::Be)
    }

    /// Gives each holder the office; "Chair and Vice-Chair, respectively" goes one by one.
    fn give(
        &mut self,
        holders: &[Holder],
        offices: &[(Office, usize)],
        act: &'static str,
        rule: &'static str,
    ) {
        if offices.is_empty() {
            return;
        }
        let one_by_one = offices.len() > 1 && offices.len() == holders.len();
        for (index, holder) in holders.iter().enumerate() {
            if one_by_one {
                self.push(holder, &offices[index..=index], act, rule);
            } else {
                self.push(holder, offices, act, rule);
            }
        }
    }

    /// An office and those joined to it: "Chair and Vice-Chair", "Vice-Chair-cum-Rapporteur".
    fn offices(&self, at: usize, to: usize) -> (Vec<(Office, usize)>, usize) {
        let mut offices = Vec::new();
        let mut next = at;
        while next < to {
            let Piece::Office(office, token) = self.pieces[next].0 else { break };
            offices.push((office, token));
            next += 1;
            let joint = matches!(self.piece(next), Some(Piece::And));
            let article = usize::from(matches!(self.piece(next + 1), Some(Piece::Article)));
            // "as Vice-Chair and Rapporteur" is joined; "Chair and two Vice-Chairs" is a new group.
            if joint && matches!(self.piece(next + 1 + article), Some(Piece::Office(..))) {
                next += 1 + article;
            } else {
                break;
            }
        }
        (offices, next)
    }

    /// Whether "as" or a comma right before makes the office that of the persons named before.
    fn is_told(&self, at: usize, verb: usize) -> bool {
        for step in (verb + 1..at).rev().take(7) {
            match self.pieces[step].0 {
                Piece::As | Piece::Be | Piece::Serve => return true,
                Piece::Other | Piece::Article => {}
                // "X (C), Chairman; Y (D), Vice-Chairman" but not "Chair: X (C), Vice-Chair: Y (D)".
                Piece::Comma => {
                    return !matches!(self.piece(at + 1), Some(Piece::Colon)) && self.names_no_one_next(at);
                }
                Piece::Person(_) => return !matches!(self.piece(at + 1), Some(Piece::Colon)),
                _ => return false,
            }
        }
        false
    }

    /// After "X (C), Vice-Chair" a semicolon, a full stop or "and" follows, not a name.
    fn names_no_one_next(&self, at: usize) -> bool {
        match self.piece(at + 1) {
            Some(Piece::Person(_) | Piece::Colon) => false,
            Some(Piece::Comma) => {
                let named = matches!(self.piece(at + 2), Some(Piece::Person(holder)) if holder.is_certain());
                let goes_on = matches!(self.piece(at + 3), Some(Piece::Comma | Piece::And));
                !(named && goes_on) || self.office_follows(at + 3)
            }
            _ => true,
        }
    }

    fn office_follows(&self, at: usize) -> bool {
        self.pieces[at.min(self.pieces.len())..]
            .iter()
            .take(3)
            .any(|(piece, _)| matches!(piece, Piece::Office(..)))
    }

    /// A name or State that stands where a holder can stand.
    fn is_joined(&self, at: usize) -> bool {
        at == 0
            || matches!(
                self.pieces[at - 1].0,
                Piece::Comma
                    | Piece::And
                    | Piece::Colon
                    | Piece::Semicolon
                    | Piece::Elect(_)
                    | Piece::Office(..)
                    | Piece::Person(_)
                    | Piece::State(_)
                    | Piece::By
                    | Piece::Chair(_)
            )
            || matches!(self.pieces[at - 1].0, Piece::Article) && at >= 2 && self.is_joined(at - 1)
    }

    /// "…, Foreign Minister of Fiji": the State belongs to what a person is besides.
    fn is_appositive(&self, at: usize) -> bool {
        let token = self.pieces[at].1;
        token > 0
            && (self.passage.is_any(token - 1, &["of", "from"])
                || token > 1 && self.passage.is_any(token - 2, &["of", "from"]))
    }

    /// Whether a list of holders goes on here: only joints stand between it and the one before.
    fn continues_list(&self, at: usize) -> bool {
        for step in (0..at).rev() {
            match self.pieces[step].0 {
                Piece::Comma | Piece::And | Piece::Article | Piece::Person(_) | Piece::State(_) => {}
                Piece::Elect(_) | Piece::Colon | Piece::Office(..) | Piece::By | Piece::Semicolon => {
                    return true;
                }
                _ => return false,
            }
        }
        true
    }

    /// The list of holders that ends right before `end`.
    fn holders_before(&self, from: usize, end: usize) -> Vec<Holder> {
        let mut holders: Vec<Holder> = Vec::new();
        let mut at = end;
        let mut want = true;
        let mut joined = false;
        while at > from {
            at -= 1;
            match &self.pieces[at].0 {
                Piece::Comma if want => {}
                Piece::Person(holder) | Piece::State(holder) if want => {
                    // "the representative of Fiji was elected": no State was.
                    if holder.is_state && self.is_appositive(at) {
                        break;
                    }
                    holders.push(holder.clone());
                    want = false;
                    if !holder.is_certain() && !holder.is_state {
                        at = self.title_before(from, at);
                    }
                }
                Piece::Comma if !want => want = true,
                Piece::And if !want => {
                    want = true;
                    joined = true;
                }
                Piece::Article if want && !holders.is_empty() => {}
                Piece::Other if holders.is_empty() && self.is_auxiliary(at) => {}
                _ => break,
            }
        }
        // "the outgoing Chair, X (C), Y (D) was elected": without an "and" it is no list.
        if !joined {
            holders.truncate(1);
        }
        holders.reverse();
        holders
    }

    fn is_auxiliary(&self, at: usize) -> bool {
        self.passage.is_any(self.pieces[at].1, &["would", "will", "has", "have", "had", "shall", "also"])
    }

    /// "the President of Fiji, Jane Doe": from the name back to the title's article.
    fn title_before(&self, from: usize, name: usize) -> usize {
        if name == from || self.pieces[name - 1].0 != Piece::Comma {
            return name;
        }
        for at in (from..name - 1).rev().take(REACH) {
            match self.pieces[at].0 {
                Piece::Article => return at,
                Piece::Other | Piece::State(_) | Piece::Office(..) => {}
                _ => return name,
            }
        }
        name
    }

    /// "The following [ex officio] Vice-Presidents were elected".
    fn office_before(&self, from: usize, be: usize) -> Vec<(Office, usize)> {
        let mut offices = Vec::new();
        for at in (from..be).rev().take(4) {
            match self.pieces[at].0 {
                Piece::Office(office, token) => offices.push((office, token)),
                Piece::And => {}
                _ => break,
            }
        }
        let listed = offices.last().is_some_and(|(_, token)| {
            (token.saturating_sub(5)..*token).any(|at| self.passage.is_any(at, &["following"]))
        });
        if !listed {
            offices.clear();
        }
        offices.reverse();
        offices
    }

    /// "was chaired by [the Director of the Institute,] X (C)", "under the chairmanship of X (C)".
    fn chaired(&mut self, from: usize, verb: usize, to: usize, act: &'static str) -> usize {
        let token = self.pieces[verb].1;
        let noun = self.passage.is_any(token, &["chairmanship", "chairpersonship", "presidency"]);
        let kerned = token >= 2 && self.passage.is_dash(token - 1) && self.passage.is_any(token - 2, &["co"]);
        let act = if kerned { "co-chaired" } else { act };
        let office = match act {
            "presided" => Office::President,
            "co-chaired" => Office::CoChair,
            "co-facilitated" => Office::CoFacilitator,
            _ => Office::Chair,
        };
        let mut at = verb + 1;
        if noun {
            if !self.passage.is(token + 1, "of") || !self.comes_after_under(verb) {
                return verb + 1;
            }
            at += 1;
        } else {
            // "presided over by", "chaired jointly by"
            while at < to && at < verb + 3 && self.pieces[at].0 != Piece::By {
                at += 1;
            }
            if !matches!(self.piece(at), Some(Piece::By)) || at >= to {
                self.chaired_by_subject(from, verb, office, act);
                return verb + 1;
            }
            at += 1;
        }
        let offices = [(office, usize::MAX)];
        let mut holders: Vec<Holder> = Vec::new();
        let mut others = 0;
        while at < to {
            match &self.pieces[at].0 {
                Piece::Person(holder) => {
                    let first = holders.is_empty();
                    let direct = matches!(
                        self.pieces[at - 1].0,
                        Piece::By | Piece::Comma | Piece::And | Piece::Office(..)
                    ) || noun
                        || holder.is_certain();
                    // After the first, only names as certain as it go on: others speak of something else.
                    if direct
                        && (first
                            || self.continues_list(at)
                                && (holder.is_certain()
                                    || !holders[0].is_certain()
                                        && matches!(self.pieces[at - 1].0, Piece::And)))
                    {
                        holders.push(holder.clone());
                        others = 0;
                    } else {
                        break;
                    }
                }
                Piece::State(holder) => {
                    if self.is_appositive(at) {
                        others += 1;
                    } else if others == 0
                        && self.continues_list(at)
                        && holders.iter().all(|holder| holder.is_state)
                    {
                        holders.push(holder.clone());
                    } else {
                        break;
                    }
                }
                Piece::Comma | Piece::And | Piece::Article => {}
                // A title stands before the name, never after the list.
                Piece::Other | Piece::Office(..) if holders.is_empty() && others < REACH => others += 1,
                _ => break,
            }
            at += 1;
        }
        for holder in &holders {
            self.push(holder, &offices, act, "chaired-by");
        }
        at.max(verb + 1)
    }

    /// "X (C) chaired the meeting".
    fn chaired_by_subject(&mut self, from: usize, verb: usize, office: Office, act: &'static str) {
        if self.is_passive(verb) {
            return;
        }
        let certain: Vec<Holder> =
            self.holders_before(from, verb).into_iter().filter(|holder| holder.country.is_some()).collect();
        for holder in &certain {
            self.push(holder, &[(office, usize::MAX)], act, "chaired-by");
        }
    }

    fn comes_after_under(&self, at: usize) -> bool {
        self.pieces[at.saturating_sub(3)..at].iter().any(|(piece, _)| *piece == Piece::By)
    }

    /// "X (C) served as Vice-Chair [and Y (D) as Rapporteur]".
    fn served(&mut self, from: usize, verb: usize, to: usize) -> usize {
        // "continued to serve", "agreed to serve", "was acting"
        let mut end = verb;
        while end > from && matches!(self.pieces[end - 1].0, Piece::Other | Piece::Be) && verb - end < 4 {
            end -= 1;
        }
        let mut holders = self.holders_before(from, end);
        if !matches!(self.piece(verb + 1), Some(Piece::As)) {
            return verb + 1;
        }
        holders.retain(Holder::is_certain);
        let mut at = verb + 1;
        while at < to {
            match &self.pieces[at].0 {
                Piece::Office(..) => {
                    let (offices, next) = self.offices(at, to);
                    self.give(&holders, &offices, "served", "served-as");
                    holders.clear();
                    at = next;
                    continue;
                }
                Piece::Person(holder) if holder.is_certain() => holders.push(holder.clone()),
                Piece::As | Piece::And | Piece::Comma | Piece::Article => {}
                Piece::Other if at < verb + 6 || !holders.is_empty() => {}
                _ => break,
            }
            at += 1;
        }
        at.max(verb + 1)
    }

    /// "X (C) replaced Y (D) as Chair": the first holds it now.
    fn replaced(&mut self, from: usize, verb: usize, to: usize) -> usize {
        let mut holders = self.holders_before(from, verb);
        holders.retain(Holder::is_certain);
        let as_at = (verb + 1..to.min(verb + 8)).find(|at| self.pieces[*at].0 == Piece::As);
        let office_at = as_at
            .and_then(|at| (at..to.min(at + 6)).find(|at| matches!(self.pieces[*at].0, Piece::Office(..))));
        if let Some(at) = office_at {
            let (offices, next) = self.offices(at, to);
            self.give(&holders, &offices, "replaced", "replaced-as");
            return next;
        }
        verb + 1
    }

    /// "X (C) would be Chair", "The Chair of the Committee was X (C)".
    fn was(&mut self, from: usize, be: usize, to: usize) -> usize {
        if matches!(self.piece(be + 1), Some(Piece::Elect(_) | Piece::Chair(_))) {
            return be + 1;
        }
        let after = be + 1 + usize::from(matches!(self.piece(be + 1), Some(Piece::Article)));
        if let Some(Piece::Office(..)) = self.piece(after).filter(|_| after < to) {
            let mut holders = self.holders_before(from, be);
            holders.retain(|holder| holder.country.is_some());
            let (offices, next) = self.offices(after, to);
            self.give(&holders, &offices, "named", "office-was");
            return next;
        }
        if let Some(Piece::Person(holder)) = self.piece(be + 1) {
            let office = (from..be).rev().take(8).find_map(|at| match self.pieces[at].0 {
                Piece::Office(office, token) => Some((office, token)),
                _ => None,
            });
            if let (Some(office), true) = (office, holder.country.is_some()) {
                let holder = holder.clone();
                self.push(&holder, &[office], "named", "office-was");
                return be + 2;
            }
        }
        be + 1
    }

    /// "Rapporteur: X (C)", "the President of the Meeting, X (C)", "X (C), Chair of the Group".
    fn label_or_apposition(
        &mut self,
        from: usize,
        at: usize,
        to: usize,
        office: Office,
        token: usize,
    ) -> usize {
        let (offices, next) = self.offices(at, to);
        // A label.
        if matches!(self.piece(next), Some(Piece::Colon)) && next < to {
            let mut step = next + 1;
            let mut last = None;
            // An initial's full stop is inside the name; after a label the list may be all there is.
            while step < to {
                match &self.pieces[step].0 {
                    Piece::Person(holder)
                        if holder.is_certain() || self.ends_line(step) && step == next + 1 =>
                    {
                        last = Some(step);
                        let holder = holder.clone();
                        self.push(&holder, &offices, "listed", "office-label");
                    }
                    Piece::State(holder) if self.only_states(next + 1) => {
                        last = Some(step);
                        let holder = holder.clone();
                        self.push(&holder, &offices, "listed", "office-label");
                    }
                    Piece::Comma | Piece::And | Piece::Semicolon | Piece::Article => {}
                    _ => break,
                }
                step += 1;
            }
            return last.map_or(next + 1, |last| last + 1);
        }
        if matches!(
            office,
            Office::Secretary | Office::SecretaryGeneral | Office::Coordinator | Office::Facilitator
        ) {
            return next;
        }
        // A person right before: "X (C), Chair of …".
        if at >= from + 2 && self.pieces[at - 1].0 == Piece::Comma
            || at >= from + 3
                && self.pieces[at - 1].0 == Piece::Article
                && self.pieces[at - 2].0 == Piece::Comma
        {
            let comma = if self.pieces[at - 1].0 == Piece::Comma { at - 1 } else { at - 2 };
            if let Piece::Person(holder) = &self.pieces[comma - 1].0 {
                // Not the last of a list before another's office: "X (C), Vice-Chair Y (D)".
                if holder.country.is_some() && !matches!(self.piece(next), Some(Piece::Person(_))) {
                    let holder = holder.clone();
                    self.push(&holder, &offices, "named", "in-apposition");
                    return next;
                }
            }
        }
        // A person right after: "the Chair of the Working Group, X (C)", "Chair X (C)".
        if token > 0 && self.passage.is_any(token - 1, &["outgoing", "former", "previous", "past", "elect"]) {
            return next;
        }
        let generic = self.generic_body(token);
        let mut step = next;
        let mut words = 0;
        while step < to && words < REACH && matches!(self.pieces[step].0, Piece::Other | Piece::Article) {
            step += 1;
            words += 1;
        }
        let comma = matches!(self.piece(step), Some(Piece::Comma));
        let direct = step == next && !comma;
        if !(comma || direct) || (words > 0 && !generic) {
            return next;
        }
        let mut person = step + usize::from(comma);
        let mut given = false;
        while person < to {
            let Some(Piece::Person(holder)) = self.piece(person) else { break };
            // A bare name is believed only for an office of this body, said with its article.
            let bare = comma
                && generic
                && words > 0
                && holder.name_start == holder.start
                && self.closes_apposition(person);
            // With a country, the office must be this body's or stand alone.
            if !(holder.country.is_some() || bare) || self.acts_otherwise(person + 1) {
                break;
            }
            let holder = holder.clone();
            self.push(&holder, &offices, "named", "in-apposition");
            given = true;
            if !matches!(self.piece(person + 1), Some(Piece::And)) {
                break;
            }
            person += 2;
        }
        if given { person.max(next) } else { next }
    }

    /// "the outgoing Chair, X (C), Y (D) was elected": X holds it no more, which the words before say.
    fn acts_otherwise(&self, at: usize) -> bool {
        matches!(self.piece(at), Some(Piece::Elect(_)))
    }

    fn closes_apposition(&self, person: usize) -> bool {
        matches!(
            self.piece(person + 1),
            None | Some(Piece::Comma | Piece::Semicolon | Piece::Stop | Piece::And)
        )
    }

    /// Whether what follows the label is the end of the text.
    fn ends_line(&self, at: usize) -> bool {
        at + 1 >= self.pieces.len()
            || (at + 2 == self.pieces.len()
                && matches!(self.pieces[at + 1].0, Piece::Stop | Piece::Semicolon))
    }

    /// "Austria, Cambodia and Kiribati" and nothing else up to the end of the sentence or a new label.
    fn only_states(&self, from: usize) -> bool {
        self.pieces[from..]
            .iter()
            .take_while(|(piece, _)| !matches!(piece, Piece::Stop | Piece::Semicolon | Piece::Office(..)))
            .all(|(piece, _)| matches!(piece, Piece::State(_) | Piece::Comma | Piece::And | Piece::Article))
    }

    /// "of the Meeting", "of the Working Group", "of the Conference": this body, not a named organ.
    fn generic_body(&self, office_token: usize) -> bool {
        let passage = self.passage;
        let mut at = office_token + 1;
        if !passage.is(at, "of") {
            return false;
        }
        at += 1;
        if !passage.is_any(at, &["the", "its", "this"]) {
            return false;
        }
        at += 1;
        for _ in 0..5 {
            if passage.is_any(
                at,
                &[
                    "meeting",
                    "conference",
                    "committee",
                    "commission",
                    "group",
                    "subcommittee",
                    "session",
                    "forum",
                    "board",
                ],
            ) {
                // "of the Committee on …" goes on, but of the "Conference of the Parties" it is still the body.
                return true;
            }
            let qualifier = passage.is_any(
                at,
                &[
                    "first",
                    "second",
                    "third",
                    "fourth",
                    "fifth",
                    "sixth",
                    "seventh",
                    "eighth",
                    "ninth",
                    "tenth",
                    "present",
                    "main",
                    "working",
                    "preparatory",
                    "ad",
                    "hoc",
                    "open-ended",
                    "special",
                    "review",
                    "drafting",
                    "credentials",
                    "resumed",
                    "informal",
                    "expert",
                ],
            );
            if !qualifier {
                return false;
            }
            at += 1;
        }
        false
    }

    /// A line of an open list, which may have run together with the next: "X (C)", "African States: Kenya and Morocco", "Chair: X (C)".
    fn list_line(&mut self, list: OpenList) {
        if !matches!(self.passage.kind, NodeKind::Item | NodeKind::Unnumbered | NodeKind::TableRow) {
            return;
        }
        let has = |wanted: fn(&Piece) -> bool| self.pieces.iter().any(|(piece, _)| wanted(piece));
        if has(|piece| matches!(piece, Piece::Elect(_) | Piece::Chair(_) | Piece::Be | Piece::Serve)) {
            return;
        }
        let strange =
            |(piece, token): &&Placed| *piece == Piece::Other && !self.passage.is_any(*token, REGIONS);
        let others = self.pieces.iter().filter(strange).count();
        let certain = has(|piece| matches!(piece, Piece::Person(holder) if holder.is_certain()));
        let lone = self
            .pieces
            .iter()
            .filter(|(piece, _)| matches!(piece, Piece::Person(_) | Piece::State(_)))
            .count()
            == 1;
        // A line with other words is believed only for names that are certain.
        if others > if certain { 4 } else { 0 } {
            return;
        }
        let mut office = list.office.map(|office| (office, usize::MAX));
        let mut pending: Vec<Holder> = Vec::new();
        for (at, (piece, _)) in self.pieces.iter().enumerate() {
            match piece {
                Piece::Person(holder) if holder.is_certain() || lone => pending.push(holder.clone()),
                Piece::State(holder) if !certain => pending.push(holder.clone()),
                Piece::Office(own, token) => {
                    let label = pending.is_empty() || matches!(self.piece(at + 1), Some(Piece::Colon));
                    let own = (*own, *token);
                    if label {
                        self.give(&pending, office.as_slice(), list.act, "officers-list");
                        office = Some(own);
                    } else {
                        self.give(&pending, &[own], list.act, "officers-list");
                    }
                    pending.clear();
                }
                _ => {}
            }
        }
        self.give(&pending, office.as_slice(), list.act, "officers-list");
    }
}

/// Words that name the regional groups from which officers are elected.
const REGIONS: &[&str] = &[
    "african",
    "asian",
    "asia-pacific",
    "asia",
    "pacific",
    "eastern",
    "european",
    "latin",
    "american",
    "caribbean",
    "western",
    "other",
    "states",
    "group",
    "of",
    "from",
    "africa",
    "europe",
];

/// Where the last of the holders begin that an office said after them belongs to: a person after
/// States, or the last of several alike.
fn last_group(holders: &[Holder]) -> usize {
    let last = holders.len().saturating_sub(1);
    let states = holders.last().is_some_and(|holder| holder.is_state);
    let other = holders.iter().rposition(|holder| holder.is_state != states);
    other.map_or(last, |at| at + 1)
}

/// "of the Drafting Committee" after an office.
fn body_after(passage: &Passage<'_>, office_token: usize) -> Option<String> {
    if office_token == usize::MAX
        || !passage.is(office_token + 1, "of")
        || !passage.is(office_token + 2, "the")
    {
        return None;
    }
    let first = office_token + 3;
    let mut end = first;
    while end < passage.tokens.len()
        && end < first + 9
        && passage.tokens[end].kind == super::TokenKind::Word
        && !passage.is_any(
            end,
            &["was", "were", "in", "by", "with", "for", "to", "who", "at", "from", "as", "and", "on"],
        )
    {
        end += 1;
    }
    (end > first)
        .then(|| passage.chars[passage.tokens[first].start..passage.tokens[end - 1].end].iter().collect())
}
