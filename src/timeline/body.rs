//! Whose session it is: bodies by the root of their symbols and by their names, long and short.

use super::event::Body;
use super::name::{
    acronym, definition, initials, name_at, names_body, own_name, report_in, report_of, titled_name,
    without_sitting, words,
};
use super::root::{cited_root, is_shared, root};
use super::sentence::{Sentence, Sentences};
use super::spoken::Spoken;
use crate::report::Masthead;
use crate::terms::english::event::BODY_NOUNS;
use crate::terms::english::number;
use crate::terms::organ;
use std::collections::BTreeMap;

/// First words of names that many bodies have.
const VAGUE: &[&str] = &[
    "working",
    "main",
    "drafting",
    "special",
    "preparatory",
    "joint",
    "open-ended",
    "contact",
    "small",
    "expert",
    "technical",
    "governing",
    "standing",
    "ad",
    "same",
    "second",
    "third",
    "first",
    "fourth",
    "fifth",
    "sixth",
    "present",
    "current",
    "high-level",
    "review",
    "annual",
    "regional",
    "new",
    "entire",
    "whole",
    "said",
];

/// Bytes of a paragraph that is searched for names of bodies; a longer one is no paragraph of a report.
const LONGEST_READ: usize = 20_000;

/// All members together, as against parts of the body.
const PLENARY: &str = "plenary";

/// Whose sitting it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Whose {
    /// That of the body that reports.
    #[default]
    Own,
    /// Another body's, by key and name.
    Other(Body),
    /// Somebody's whom the text names too briefly to know, by that name.
    Unknown(String),
}

impl PartialEq for BodyName {
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words
    }
}

#[derive(Debug, Clone, Default)]
struct BodyName {
    /// In small letters.
    words: Vec<String>,
}

/// The bodies of one report.
#[derive(Debug, Clone, Default)]
pub struct Bodies {
    /// The body that reports.
    pub own: Body,
    /// The organ whose session the first page names, where the report to it is by a body of its own.
    pub parent: Option<Body>,
    /// Where the body is itself what is held, the number of it that reports: the third Meeting of States
    /// Parties.
    pub number: Option<u32>,
    /// The number of the meeting that the first page names, of a body that meets in meetings and not in
    /// sessions.
    pub meeting: Option<u32>,
    name: BodyName,
    /// The initials of its name, without small words.
    initials: String,
    /// Nothing says what the body is called: the short name that the text uses is its own.
    nameless: bool,
    /// For "committee" and such the only full name of that noun that the report has; `None` where it has two.
    full: BTreeMap<String, Option<String>>,
    /// Short names that the report gives to others, each with the full name, by part.
    defined: BTreeMap<(String, String), String>,
}

impl Bodies {
    /// Reads masthead and text.
    pub fn of(text: &Sentences) -> Self {
        let annotated = text.annotated;
        let masthead = &annotated.report.masthead;
        let symbol_root = masthead.symbol.as_deref().and_then(root);
        let (name, number) = own_name(masthead);
        let name = name.or_else(|| titled_name(masthead.title.as_deref()?));
        let transmitted = name.is_none().then(|| report_of(&annotated.report.nodes)).flatten();
        let shared = symbol_root.as_deref().is_none_or(is_shared);
        let titled = masthead.title.as_deref().is_some_and(|title| title.contains("eport of the "));
        let reports = masthead.organ.is_none() || masthead.body.is_some() || titled || transmitted.is_some();
        let name = name.or(transmitted);
        let key = match symbol_root {
            Some(root) if !shared => Some(root),
            // The report of a committee under the symbol of the Assembly: the papers of its session tell.
            _ if reports && name.is_some() => cited_root(annotated),
            None => cited_root(annotated),
            root => root.filter(|_| name.is_none() || !reports),
        };
        let organ = key.as_deref().and_then(|key| organ::ORGANS.iter().find(|organ| organ.root == key));
        let name = name
            .or_else(|| organ.and_then(|organ| organ.names.first()).map(|name| (*name).to_owned()))
            // The organ at the head of the page is the parent of a body with symbols of its own.
            .or_else(|| masthead.organ.clone().filter(|_| shared));
        let name = name.or_else(|| key.clone()).unwrap_or_default();
        let nameless = name.is_empty() || key.as_ref() == Some(&name);
        let key = key.unwrap_or_else(|| name.clone());
        let key = if key.is_empty() { annotated.report.source.path.clone() } else { key };
        let (parent, key, name) = match subsidiary(masthead) {
            Some(own) => (Some(Body { key, name }), own.clone(), own),
            None => (None, key, name),
        };
        let mut bodies = Self {
            parent,
            initials: initials(&name),
            name: BodyName { words: words(&name) },
            own: Body { key, name },
            number,
            meeting: masthead.body.as_deref().and_then(|body| without_sitting(body).1),
            nameless,
            full: BTreeMap::new(),
            defined: BTreeMap::new(),
        };
        bodies.define(text);
        bodies.unfold();
        if bodies.parent.is_none() {
            bodies.listen(&Spoken::of(text), &annotated.report.source.path);
        }
        bodies
    }

    /// Takes the body of which the text speaks for the one that reports, where the first page has another name.
    fn listen(&mut self, spoken: &Spoken, path: &str) {
        let Some(name) =
            spoken.another(|noun| self.is_head(noun) || self.nameless && !self.own.key.contains('/'))
        else {
            return;
        };
        if self.own.key == path || self.own.key == self.own.name && !self.own.key.contains('/') {
            self.own.key.clone_from(&name);
        }
        self.initials = initials(&name);
        self.name = BodyName { words: words(&name) };
        self.number = None;
        self.own.name = name;
        self.nameless = false;
    }

    /// "FCCC/SBX": a body known by its symbols alone has the name that the text gives to the abbreviation.
    fn unfold(&mut self) {
        let short = self.own.key.rsplit('/').next().unwrap_or_default().to_lowercase();
        if self.nameless
            && let Some(full) = self.defined.get(&("body".to_owned(), short)).cloned()
        {
            self.initials = initials(&full);
            self.name = BodyName { words: words(&full) };
            self.own.name = full;
            self.nameless = false;
        }
    }

    /// The same bodies where another organization speaks, in the annex to a letter.
    pub fn speaking_for(&self, name: &str) -> Self {
        let own = Body { key: name.to_owned(), name: name.to_owned() };
        Self {
            own,
            parent: None,
            number: None,
            meeting: None,
            nameless: false,
            initials: initials(name),
            name: BodyName { words: words(name) },
            full: self.full.clone(),
            defined: self.defined.clone(),
        }
    }

    /// What the session of a body is called that is itself what is held.
    pub fn session_name(&self) -> String {
        match (self.is_event(), self.number) {
            (true, Some(number)) => {
                let noun = self.noun().unwrap_or("meeting");
                let noun: String =
                    noun.chars().take(1).flat_map(char::to_uppercase).chain(noun.chars().skip(1)).collect();
                format!("{} {noun}", number::ordinal_in_words(number))
            }
            (true, None) => self.own.name.split([':', ',']).next().unwrap_or(&self.own.name).to_owned(),
            (false, _) => "session".to_owned(),
        }
    }

    /// Whether the body is itself what is held: a Conference, a Meeting of States Parties.
    pub fn is_event(&self) -> bool {
        self.name.words.iter().any(|word| word == "conference" || word == "meeting" || word == "summit")
            && !self
                .name
                .words
                .iter()
                .any(|word| word == "committee" || word == "commission" || word == "group")
    }

    /// The noun of such a body: "meeting" of the Meeting of States Parties.
    pub fn noun(&self) -> Option<&str> {
        self.name.words.iter().map(String::as_str).find(|word| BODY_NOUNS.contains(word) || *word == "summit")
    }

    /// Whether its name has this noun for what it is: "committee", but not "conference", of the Preparatory
    /// Committee for the Conference.
    fn is_head(&self, noun: &str) -> bool {
        let first = self.name.words.iter().take_while(|word| !matches!(word.as_str(), "for" | "of"));
        first.filter(|word| *word == noun).any(|word| BODY_NOUNS.contains(&word.as_str()) || word == "summit")
    }

    /// Whether this is a name of the body that reports, long or short.
    pub fn is_own(&self, name: &str) -> bool {
        let name = words(name);
        if name.is_empty() {
            return false;
        }
        let own = &self.name.words;
        // "the Conference" is not the committee that prepares it.
        if let [noun] = name.as_slice() {
            return self.is_head(noun);
        }
        let stands = own.windows(name.len()).any(|window| window == name.as_slice());
        let telling = name.iter().any(|word| BODY_NOUNS.contains(&word.as_str()) || word == "summit");
        let same = own.len() > 2
            && own.len() <= name.len()
            && name.windows(own.len()).any(|window| window == own.as_slice());
        stands && telling || same
    }

    /// Whose it is, by the name that the text gives in this part of the report.
    pub fn whose(&self, name: &str, part: &str) -> Whose {
        let name = name.trim().trim_start_matches("the ").trim_start_matches("The ");
        let short = name.to_lowercase();
        if let Some(full) = self.defined.get(&(part.to_owned(), short.clone())) {
            return if self.is_own(full) { Whose::Own } else { other(full) };
        }
        if self.is_own(name) {
            return Whose::Own;
        }
        if self.is_own_acronym(name) || short == PLENARY {
            return Whose::Own;
        }
        let organ_is_own = organ::named(name).is_some_and(|organ| organ.root == self.own.key);
        if organ_is_own {
            return Whose::Own;
        }
        // "Committee" and "Working Group" may be any.
        let count = name.split_whitespace().count();
        let first = name.split(' ').next().unwrap_or_default().to_lowercase();
        let whole = name.ends_with(" of the Whole");
        let telling = count > 2 && !whole
            || count == 2 && !VAGUE.contains(&first.as_str())
            || organ::named(name).is_some();
        // "the Open-ended Working Group" where nothing says what the body is called in full.
        let noun = name.rsplit(' ').next().unwrap_or_default().to_lowercase();
        if self.nameless && VAGUE.contains(&first.as_str()) && BODY_NOUNS.contains(&noun.as_str()) {
            return Whose::Own;
        }
        match (telling && name.chars().any(char::is_uppercase), self.nameless) {
            (true, _) => other(name),
            (false, true) => Whose::Own,
            (false, false) => match self.full.get(&short) {
                Some(Some(full)) => other(full),
                _ => Whose::Unknown(name.to_owned()),
            },
        }
    }

    /// The name of a body that begins at `at`, after "the", and the piece after it: as [`name_at`] finds
    /// it, an abbreviation that the report explains, or "the plenary".
    pub fn name_at(&self, sentence: &Sentence<'_>, at: usize, part: &str) -> Option<(String, usize)> {
        if let Some(found) = name_at(sentence, at) {
            return Some(found);
        }
        let word = sentence.word(at);
        let known = || {
            let short = sentence.text(at, at + 1);
            self.is_own_acronym(&short)
                || short.chars().all(char::is_uppercase)
                    && self.defined.contains_key(&(part.to_owned(), word.to_owned()))
        };
        // "the plenary meeting" names a meeting.
        let plenary = word == PLENARY
            && !sentence.is(at + 1, &["meeting", "meetings", "session", "sessions", "debate"]);
        (!word.is_empty() && (plenary || known())).then(|| (sentence.text(at, at + 1), at + 1))
    }

    /// "INB" of the Intergovernmental Negotiating Body on Clean Air, or of a body whose symbols begin WHO/INB.
    fn is_own_acronym(&self, name: &str) -> bool {
        let short = name.chars().count() > 2 && name.chars().all(char::is_uppercase);
        short && (self.initials.starts_with(name) || self.own.key.rsplit('/').next() == Some(name))
    }

    /// Keeps the full name of a committee or commission that begins at `at`, for where it is only called by its
    /// noun.
    fn note_full(&mut self, sentence: &Sentence<'_>, at: usize) {
        let Some((name, _)) = name_at(sentence, at).filter(|_| sentence.is_capital(at)) else { return };
        let words = words(&name);
        let noun = words.iter().rfind(|word| matches!(word.as_str(), "committee" | "commission"));
        let Some(noun) = noun.filter(|_| words.len() > 2 && !self.is_own(&name)) else { return };
        let known = self.full.entry(noun.clone()).or_insert_with(|| Some(name.clone()));
        if known.as_ref().is_some_and(|other| *other != name) {
            *known = None;
        }
    }

    /// Short names in parentheses: "the Executive Council of the Agency (the Council)".
    fn define(&mut self, text: &Sentences) {
        for (index, node) in text.annotated.report.nodes.iter().enumerate() {
            let brackets = node.text.contains('(');
            let named = !node.text.contains("ommittee") && !node.text.contains("ommission");
            if !brackets && named || node.text.len() > LONGEST_READ {
                continue;
            }
            for sentence in text.of(index) {
                for at in 0..sentence.len() {
                    if !named && sentence.is(at, &["the"]) {
                        self.note_full(sentence, at + 1);
                    }
                    if let Some((short, full)) = definition(sentence, at).or_else(|| acronym(sentence, at)) {
                        self.defined.insert((node.part.clone(), short), full);
                    }
                }
            }
        }
    }
}

/// "Report of the Working Group on Seeds" to the Human Rights Council: the body that reports.
fn subsidiary(masthead: &Masthead) -> Option<String> {
    let organ = organ::named(masthead.body.as_deref()?)?;
    let name = report_in(masthead.title.as_deref()?)?;
    let parent = organ.names.iter().any(|organ| name.contains(organ));
    (!parent && names_body(&name)).then_some(name)
}

fn other(name: &str) -> Whose {
    let name =
        name.strip_prefix("United Nations ").filter(|rest| organ::named(rest).is_some()).unwrap_or(name);
    let key = match organ::named(name) {
        Some(organ) if !organ.root.is_empty() => organ.root,
        _ => name,
    };
    let full = organ::named(name).and_then(|organ| organ.names.first()).copied().unwrap_or(name);
    Whose::Other(Body { key: key.to_owned(), name: full.to_owned() })
}
