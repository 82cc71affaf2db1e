//! The cost of finding is in step with the text.
//!
//! Each text says one thing over and over, in one paragraph of [`LENGTH`] characters. No clock is read:
//! a finder that looks back or ahead without an end would need some 1,000,000,000 steps for one of
//! these, which is a minute; in step with the text, all of them together are a matter of seconds.

use travaux::mentions::{Mentions, find};
use travaux::report::{Node, NodeKind, Report};

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
