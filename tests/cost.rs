//! The cost of finding is in step with the text.
//!
//! Each text says one thing over and over, in one paragraph of [`LENGTH`] characters. No clock is read:
//! a finder that looks back or ahead without an end would need some 1,000,000,000 steps for one of
//! these, which is a minute; in step with the text, all of them together are a matter of seconds.

use travaux::mentions::{Annotated, Mentions, find};
use travaux::report::{Node, NodeKind, Report};
use travaux::timeline::{tell, timeline};

/// Characters in a text.
const LENGTH: usize = 50_000;

/// What the texts repeat: what finders look for, begun and never ended, nested, listed.
const REPEATED: &[&str] = &[
    "A/",
    "A/98/1, Add.2, ",
    "annex to ",
    "annex to A/98/1 ",
    "paragraph 1 of ",
    "paragraph of ",
    "resolution ",
    "resolution 1 (",
    "resolutions 98/1, ",
    "General Assembly resolution ",
    "(XXX) (XXX) ",
    "Convention on ",
    "United Nations Convention on the ",
    "Optional Protocol to the Convention on ",
    "Conference of the Parties to the ",
    "the Ponds Treaty (the Ponds Treaty) ",
    "report of the Panel on ponds (A/98/1) and paragraph 1 of the ",
    "Ibid., vol. ",
    "[",
    "[[1]",
    "(",
    "_",
    "... ",
    "1 and 2 and ",
    "Nos. 1, 2, ",
    "1, 2, 3 meetings ",
    "twenty-first and ",
    "one hundred and ",
    "twenty-one thousand ",
    "3 March and ",
    "3 to ",
    "3 March 2031, on the same day, ",
    "January 9th and ",
    "in 2031 and ",
    "Mr. ",
    "H.E. ",
    "His Excellency ",
    "Mr. Aaa Bbb (Utopia), ",
    "Aaa ",
    "as Chair and ",
    "first, second and third sessions, ",
    "items 1, 2, ",
    "see annex I and ",
];

fn report(texts: impl Iterator<Item = String>) -> Report {
    let node = |(at, text): (usize, String)| Node {
        id: format!("p{}", at + 1),
        kind: NodeKind::Paragraph,
        number: None,
        number_inferred: false,
        parent: None,
        part: "body".to_owned(),
        text,
        page: 0,
        notes: Vec::new(),
        places: Vec::new(),
    };
    Report { nodes: texts.enumerate().map(node).collect(), ..Report::default() }
}

/// Whether every mention cuts out its own text and lies within its node.
fn is_sound(report: &Report, found: &Mentions) -> bool {
    report.nodes.iter().zip(&found.by_node).all(|(node, mentions)| {
        let chars: Vec<char> = node.text.chars().collect();
        mentions.iter().all(|mention| {
            chars
                .get(mention.start..mention.end)
                .is_some_and(|cut| mention.text.chars().eq(cut.iter().copied()))
        })
    })
}

#[test]
fn one_thing_over_and_over_is_read_in_one_pass() {
    for repeated in REPEATED {
        let text = repeated.repeat(LENGTH / repeated.len());
        let report = report(std::iter::once(text));
        assert!(is_sound(&report, &find(&report)), "{repeated:?}");
    }
}

#[test]
fn brackets_in_brackets_are_read_in_one_pass() {
    let half = LENGTH / 2;
    let report = report(std::iter::once("[".repeat(half) + &"]".repeat(half)));
    assert!(is_sound(&report, &find(&report)));
}

#[test]
fn thousands_of_names_are_read_in_one_pass() {
    let name = |mut at: usize| {
        let mut name = String::new();
        for _ in 0..4 {
            name.push(char::from(b'a' + u8::try_from(at % 26).unwrap_or_default()));
            at /= 26;
        }
        name[..1].to_uppercase() + &name[1..]
    };
    let paragraph = |at: usize| {
        let (first, last) = (name(at), name(at * 7 + 1));
        format!(
            "Mr. {first} {last} (Utopia) chaired it under the Treaty on {first} Ponds (the {first} Treaty) and the \
             {last} Treaty; see paragraph {at} above."
        )
    };
    let apart = report((0..1_000).map(paragraph));
    assert!(is_sound(&apart, &find(&apart)));
    let together = report(std::iter::once((0..1_000).map(paragraph).collect::<Vec<_>>().join(" ")));
    assert!(is_sound(&together, &find(&together)));
}

/// What the rules of the timeline look for, begun and never ended, or told over and over.
const TOLD: &[&str] = &[
    "held its third session from 3 to 7 March 2031, ",
    "its third session on 3 March 2031 and ",
    "held four informal meetings, on 3 March 2031; from 4 to 5 May 2031; ",
    "At its 1st meeting, on 3 March 2031, the Committee adopted its report. ",
    "At its 3rd to 50th meetings, on 3 and 4 March 2031, it met. ",
    "the Executive Council of the Agency for (the Council) ",
    "the Committee on the Commission on the Council of the ",
    "elected Ada Example (Utopia) as Chair, ",
    "the first meeting of each session, on 3 March 2031, respectively, ",
    "informal open and informal and ",
    "the session, scheduled for 3 March 2031, had been cancelled, ",
];

#[test]
fn what_is_told_over_and_over_is_laid_out_in_one_pass() {
    for repeated in REPEATED.iter().chain(TOLD) {
        let report = report(std::iter::once(repeated.repeat(LENGTH / repeated.len())));
        let mentions = find(&report);
        let timeline = timeline(vec![tell(&Annotated { report, mentions })]);
        assert!(timeline.events.iter().all(|event| !event.sources.is_empty()), "{repeated:?}");
    }
}

#[test]
fn thousands_of_events_are_laid_out_in_one_pass() {
    let paragraph = |at: usize| {
        let (year, meeting) = (2000 + at % 90, at);
        format!(
            "At its {meeting}th meeting, on 3 March {year}, the Committee elected Ada Example as Chair and adopted its report. The Committee held its {at}th session from 3 to 7 March {year}. The Chair convened an informal meeting on 4 March {year}."
        )
    };
    let report = report((4..1_500).map(paragraph));
    let mentions = find(&report);
    let timeline = timeline(vec![tell(&Annotated { report, mentions })]);
    assert!(timeline.events.len() > 1_000, "{}", timeline.events.len());
}
