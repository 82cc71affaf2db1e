//! The words that made-up reports are written with: our own, about bodies that do not exist.

use crate::dice::Dice;

/// What reports speak of; the first ones come up most, as words do.
pub const NOUNS: &str = "work report measures activities information implementation plan programme proposal \
    support level process capacity framework assessment development cooperation resources region practice \
    secretariat delegation review access training standards strategy monitoring funding harbour fisheries \
    coast data network partnership mandate procedure risk storm warning system station observation guideline \
    exchange community protection reef island ferry vessel crew cable lamp buoy dredger basin mole quay \
    channel pilot beacon tide gauge sounding chart survey estuary delta marsh dune sediment erosion flood \
    barrier sluice pump reservoir aquifer spring well pipeline treatment sanitation hygiene clinic vaccine \
    midwife nurse school teacher curriculum library archive museum festival language dialect alphabet \
    scholarship fellowship laboratory microscope satellite antenna receiver spectrum orbit debris launch \
    payload telescope mirror lens sensor drone forest nursery seedling orchard vineyard pasture herd wool \
    dairy grain silo mill bakery market tariff customs invoice levy pension insurance credit cooperative \
    dividend ledger audit inventory warehouse depot railway gauge tunnel bridge viaduct tram bicycle footpath \
    signal timetable ticket passport visa border crossing shelter blanket convoy ceasefire observer patrol \
    checkpoint minefield demining victim survivor orphan widow tribunal registry judge prosecutor witness \
    testimony verdict appeal statute treaty protocol annexation ratification depositary signatory amendment \
    reservation quorum ballot roster vacancy recruitment promotion payroll leave overtime workplace dismissal \
    arbitration mediator ombudsman charter bylaws newsletter website broadcast journalist editor translator \
    interpreter glossary footnote bibliography catalogue exhibition sculpture mosaic fresco loom pottery kiln \
    furnace foundry turbine dynamo windmill battery transformer grid meter tariffs subsidy emission filter \
    chimney landfill compost recycling plastics solvent pesticide mercury asbestos dioxin";

/// What is said of it.
pub const ADJECTIVES: &str = "regional national further technical international joint annual relevant \
    sustainable effective public coastal financial voluntary additional local common new practical scientific \
    rural urban marine seasonal bilateral interim permanent mobile digital affordable inclusive independent \
    confidential mandatory provisional remote vulnerable traditional indigenous electronic magnetic volcanic \
    tidal arid alpine tropical polar nocturnal migratory endangered invasive";

/// What is done to it.
pub const VERBS: &str = "reviewed strengthened considered developed noted discussed supported improved \
    extended coordinated financed prepared published evaluated suspended repaired surveyed measured recorded \
    translated distributed inspected licensed taxed insured mapped drained planted harvested vaccinated \
    rehearsed broadcast archived digitized calibrated launched decommissioned privatized harmonized";

/// How sentences of reports open: many of them with the same words.
pub const OPENERS: &[&str] = &[
    "The Board noted that",
    "The Board noted with appreciation that",
    "Some delegations expressed the view that",
    "Other delegations expressed the view that",
    "The view was expressed that",
    "The Board agreed that",
    "The Board took note of the fact that",
    "A number of delegations pointed out that",
    "It was recalled that",
    "In that regard, the Working Group recommended that",
    "The representative of the secretariat explained that",
    "At the same meeting,",
    "In the ensuing discussion,",
    "Noting with concern that",
    "Recalling that",
    "Participants stressed that",
];

/// What joins two clauses.
pub const JOINTS: &[&str] = &[
    ", and that",
    ", while",
    ", in order that",
    ", including where",
    "; in addition,",
    ", bearing in mind that",
    ", so that",
    ", provided that",
];

pub const ORDINALS: [&str; 20] = [
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
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

pub use travaux::terms::english::calendar::MONTHS;

pub const STATES: &[&str] = &[
    "Kenya", "Chile", "Norway", "Fiji", "Jordan", "Peru", "Ghana", "Nepal", "Malta", "Cuba", "Togo",
    "Latvia", "Oman", "Belize", "Samoa", "Gabon",
];

/// Headings of the procedural part, with other words for the same.
pub const PROCEDURAL: &[[&str; 2]] = &[
    ["Introduction", "Introduction"],
    ["Opening of the session", "Opening and duration of the session"],
    ["Attendance", "Participants"],
    ["Officers", "Election of officers"],
    ["Adoption of the agenda", "Agenda"],
    ["Organization of work", "Modalities of work"],
    ["Documentation", "Documents"],
    ["Adoption of the report", "Adoption of the report of the session"],
];

/// A word of a list, the first ones much more often.
pub fn common<'a>(words: &[&'a str], dice: &mut Dice) -> &'a str {
    let spread = words.len() * words.len();
    // The square of an even throw: half of all throws fall into the first quarter.
    let at = dice.below(words.len()) * dice.below(words.len()) * words.len() / spread.max(1);
    words[at.min(words.len() - 1)]
}

/// The words of one section: what it is about, and all the rest.
pub struct Topic {
    own: Vec<&'static str>,
    nouns: Vec<&'static str>,
    adjectives: Vec<&'static str>,
    verbs: Vec<&'static str>,
    /// Paragraphs of one sentence.
    terse: bool,
}

impl Topic {
    pub fn new(dice: &mut Dice, terse: bool) -> Self {
        let nouns: Vec<&str> = NOUNS.split_whitespace().collect();
        let own = (0..14).map(|_| nouns[dice.below(nouns.len())]).collect();
        let adjectives = ADJECTIVES.split_whitespace().collect();
        Topic { own, nouns, adjectives, verbs: VERBS.split_whitespace().collect(), terse }
    }

    pub fn noun(&self, dice: &mut Dice) -> &'static str {
        if dice.below(5) < 2 { self.own[dice.below(self.own.len())] } else { common(&self.nouns, dice) }
    }

    /// Any word, as edits put in.
    pub fn word(&self, dice: &mut Dice) -> &'static str {
        match dice.below(6) {
            0 => {
                dice.pick(&["the", "of", "and", "for", "to", "in", "by", "with", "on", "also", "such", "its"])
            }
            1 => common(&self.adjectives, dice),
            2 => common(&self.verbs, dice),
            _ => self.noun(dice),
        }
    }

    /// "the coastal survey of the basin".
    pub fn thing(&self, dice: &mut Dice) -> String {
        let (a, b) = (self.noun(dice), self.noun(dice));
        match dice.below(6) {
            0 => format!("the {a}"),
            1 => format!("{} {a}", common(&self.adjectives, dice)),
            2 => format!("the {} {a} and the {b}", common(&self.adjectives, dice)),
            3 => format!("the {a} of the {b}"),
            4 => format!("{a} and {b}"),
            _ => format!("the {} {a} of the {b}", common(&self.adjectives, dice)),
        }
    }

    fn clause(&self, dice: &mut Dice) -> String {
        let (one, two, verb) = (self.thing(dice), self.thing(dice), common(&self.verbs, dice));
        match dice.below(7) {
            0 => format!("{one} should be {verb} together with {two}"),
            1 => format!("{one} had been {verb} in the light of {two}"),
            2 => format!("{one} was being {verb} by the secretariat for {two}"),
            3 => format!("{one} would be {verb} before {two} could be {}", common(&self.verbs, dice)),
            4 => format!("States had {verb} {one} with a view to {two}"),
            5 => format!("{one} depended on {two} {verb} by {}", dice.pick(STATES)),
            _ => format!("there was a need for {one} to be {verb} at the level of {two}"),
        }
    }

    pub fn sentence(&self, dice: &mut Dice) -> String {
        let opener = if dice.below(3) > 0 { dice.pick(OPENERS).to_owned() } else { "Moreover,".to_owned() };
        let mut out = format!("{opener} {}", self.clause(dice));
        for _ in 0..[0, 0, 1, 1, 2][dice.below(5)] {
            out += &format!("{} {}", dice.pick(JOINTS), self.clause(dice));
        }
        out + &self.fact(dice) + "."
    }

    /// A date or a document in one sentence of four.
    fn fact(&self, dice: &mut Dice) -> String {
        match dice.below(12) {
            0 => format!(" by {}", date(dice)),
            1 => format!(" (see A/86/{})", 10 + dice.below(400)),
            2 => format!(", in accordance with resolution 84/{}", 1 + dice.below(300)),
            _ => String::new(),
        }
    }

    /// A paragraph as long as paragraphs of reports are: a few of a line, most of three to eight.
    pub fn paragraph(&self, dice: &mut Dice) -> String {
        if dice.below(9) == 0 {
            return format!("The Board {} {}.", common(&self.verbs, dice), self.thing(dice));
        }
        let wanted = 14 + dice.below(60) + if dice.below(5) == 0 { dice.below(120) } else { 0 };
        let mut out = self.sentence(dice);
        while !self.terse && out.split(' ').count() < wanted {
            out = out + " " + &self.sentence(dice);
        }
        out
    }
}

pub fn date(dice: &mut Dice) -> String {
    format!("{} {} 203{}", 1 + dice.below(28), dice.pick(&MONTHS), dice.below(3))
}
