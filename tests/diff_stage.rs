//! The stage `diff`, tested on reports built by hand: no reader, no finder, no aligner.
//!
//! A report is written one node a line, `id: text`. A mention stands in braces with its kind, its
//! text and its value: `{date 3 March 2031=2031-03-03}`. More attributes follow the value:
//! `{officer Ada Roe=Ada Roe;office=Chair}`.

use std::collections::BTreeMap;
use travaux::align::{Alignment, Pair};
use travaux::diff::digest::{Entry, Options, Piece, digest, digest_with, place::label};
use travaux::diff::{
    self, Change, ChangeOp, Comparison, Ladder, Relation, Status, Weight, WordOp, diff, diff_with,
};
use travaux::mentions::{Annotated, Mention, MentionKind};
use travaux::report::{Call, Furniture, Node, NodeKind};

/// Builds a report from the notation.
fn report(notation: &str) -> Annotated {
    let mut side = Annotated::default();
    for line in notation.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (id, rest) = line.split_once(':').expect("`id: text`");
        let (text, mentions) = unbrace(rest.trim());
        let (part, bare) = match id.split_once('.') {
            Some((part, bare)) if part.starts_with('a') && part[1..].parse::<u32>().is_ok() => (part, bare),
            _ if id.starts_with('a') => (id, id),
            _ => ("body", id),
        };
        let kind = match bare {
            _ if bare.starts_with("fn") => NodeKind::Footnote,
            _ if bare.starts_with("f.") => NodeKind::Masthead,
            _ if bare.starts_with(['p', 'u']) && bare.contains('.') => NodeKind::Item,
            _ if bare.starts_with('p') => NodeKind::Paragraph,
            _ if bare.starts_with('u') => NodeKind::Unnumbered,
            _ if bare.starts_with('t') && bare.contains(".r") => NodeKind::TableRow,
            _ => NodeKind::Heading,
        };
        let last = bare.rsplit('.').next().unwrap_or(bare);
        let number = match kind {
            NodeKind::Item if last.chars().all(|c| c.is_alphabetic()) => Some(format!("({last})")),
            NodeKind::Item => Some(last.to_owned()),
            NodeKind::Paragraph | NodeKind::Heading if id != part => {
                Some(last[..].trim_start_matches(['p', 'h']).to_owned())
            }
            NodeKind::Footnote => Some(last.trim_start_matches("fn").to_owned()),
            _ => None,
        };
        let heading = || {
            let nodes = side.report.nodes.iter().rev();
            nodes
                .into_iter()
                .find(|node| node.kind == NodeKind::Heading && node.part == part)
                .map(|n| n.id.clone())
        };
        let parent = match kind {
            NodeKind::Item => id.rsplit_once('.').map(|(up, _)| up.to_owned()),
            NodeKind::Heading => id.rsplit_once('.').map(|(up, _)| up.to_owned()),
            NodeKind::Footnote | NodeKind::Masthead => None,
            _ => heading(),
        };
        side.report.nodes.push(Node {
            id: id.to_owned(),
            kind,
            number,
            number_inferred: false,
            parent,
            part: part.to_owned(),
            text,
            page: 1,
            notes: Vec::new(),
            places: Vec::new(),
        });
        side.mentions.by_node.push(mentions);
    }
    side
}

/// Takes the braces out of a text and notes the mentions.
fn unbrace(marked: &str) -> (String, Vec<Mention>) {
    let (mut text, mut mentions) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (inside, after) = after.split_once('}').expect("a closing brace");
        rest = after;
        let (kind, inside) = inside.split_once(' ').expect("`kind text=value`");
        let (printed, value) = inside.split_once('=').expect("`text=value`");
        let mut parts = value.split(';');
        let value = parts.next().unwrap_or_default().to_owned();
        let mut attributes = BTreeMap::new();
        for (name, value) in parts.filter_map(|part| part.split_once('=')) {
            let name = ["office", "country", "type", "expects", "number", "unit", "ordinal", "resolved"]
                .into_iter()
                .find(|n| *n == name);
            attributes.insert(name.expect("a known attribute"), value.to_owned());
        }
        let kind = match kind {
            "date" => MentionKind::Date,
            "doc" => MentionKind::Document,
            "officer" => MentionKind::Officer,
            "hole" => MentionKind::Placeholder,
            "session" => MentionKind::Session,
            "count" => MentionKind::Quantity,
            "ref" => MentionKind::CrossReference,
            other => panic!("unknown kind {other}"),
        };
        let start = text.chars().count();
        text.push_str(printed);
        let end = text.chars().count();
        mentions.push(Mention {
            kind,
            text: printed.to_owned(),
            start,
            end,
            value,
            attributes,
            rule: "by-hand",
        });
    }
    text.push_str(rest);
    (text, mentions)
}

/// Pairs by identifier: `p1=p1`, `p2=p3`, `=p2` (new), `p4=` (gone), `p5=p5+p6` (split).
fn align(old: &Annotated, new: &Annotated, pairs: &str) -> Alignment {
    let find = |side: &Annotated, ids: &str| -> Vec<usize> {
        let ids = ids.split('+').filter(|id| !id.is_empty());
        ids.map(|id| side.report.index_of(id).unwrap_or_else(|| panic!("no node {id}"))).collect()
    };
    let pair = |pair: &str| {
        let (pair, moved) = pair.strip_suffix('!').map_or((pair, false), |pair| (pair, true));
        let (from, to) = pair.split_once('=').expect("`old=new`");
        Pair { old: find(old, from), new: find(new, to), moved, confidence: 0.9, why: "by hand".to_owned() }
    };
    Alignment { pairs: pairs.split_whitespace().map(pair).collect(), scored: 0 }
}

fn compare(old: &str, new: &str, pairs: &str) -> (Comparison, Annotated, Annotated) {
    let (old, new) = (report(old), report(new));
    // Told as such, so that the rules of strength are seen.
    let options = diff::Options::with_strength(Ladder::default());
    let comparison = diff_with(&old, &new, &align(&old, &new, pairs), &options);
    (comparison, old, new)
}

/// Compares one paragraph.
fn paragraph(old: &str, new: &str) -> Comparison {
    compare(&format!("p1: {old}"), &format!("p1: {new}"), "p1=p1").0
}

/// "At its −280th− +281st+ meeting".
fn marked(comparison: &Comparison, at: usize) -> String {
    let sign = |op| match op {
        WordOp::Equal => "",
        WordOp::Delete => "−",
        WordOp::Insert => "+",
    };
    comparison.pairs[at].words.iter().map(|w| format!("{0}{1}{0}", sign(w.op), w.text)).collect()
}

fn rules(comparison: &Comparison) -> Vec<&'static str> {
    comparison.pairs.iter().flat_map(|pair| &pair.changes).map(|change| change.rule).collect()
}

fn facts(comparison: &Comparison) -> Vec<&Change> {
    let changes = comparison.pairs.iter().flat_map(|pair| &pair.changes);
    changes.filter(|change| !matches!(change.kind, "wording" | "heading" | "strength")).collect()
}

// --- words ---------------------------------------------------------------------------------

#[track_caller]
fn words(old: &str, new: &str, expected: &str) {
    let comparison = paragraph(old, new);
    assert_eq!(marked(&comparison, 0), expected);
}

#[test]
fn words_read_as_people_would_mark_them() {
    words(
        "At its 4th meeting, it met.",
        "At its 4th plenary meeting, it met.",
        "At its 4th +plenary +meeting, it met.",
    );
    words("It should meet.", "It would meet.", "It −should−+would+ meet.");
    // A lone article does not hold two edits apart.
    words(
        "It took up the draft agenda there.",
        "It adopted the final plan there.",
        "It −took up the draft agenda−+adopted the final plan+ there.",
    );
    // Brackets stay with what they hold.
    words("Ada (Chad) spoke.", "Ada (Chad) and Bo (Peru) spoke.", "Ada (Chad) +and Bo (Peru) +spoke.");
    // Whole sentences.
    words("It met. It rose.", "It met. It ate. It rose.", "It met. +It ate. +It rose.");
    // A clause with its comma.
    words("Chad, Cuba and Peru", "Chad, Chile, Cuba and Peru", "Chad+, Chile+, Cuba and Peru");
    // A symbol is one word.
    words("see X/4/INF/5.", "see X/4/INF/5/Rev.1.", "see −X/4/INF/5−+X/4/INF/5/Rev.1+.");
    // Of two places for a repeated phrase the one that leaves the longer runs.
    words(
        "of the drought, with rural women, and that women, with rural women, are here",
        "of the drought, where women, with rural women, were here",
        "of the drought, −with rural women, and that−+where+ women, with rural women, −are−+were+ here",
    );
    // A phrase turned round its middle is one replacement; what both sides begin with is no part of it.
    words(
        "ahead of the next River Council session, thus",
        "ahead of the ninth session of the River Council, thus",
        "ahead of the −next River Council session−+ninth session of the River Council+, thus",
    );
    words(
        "those in situations of vulnerability today",
        "those in vulnerable situations today",
        "those in −situations of vulnerability−+vulnerable situations+ today",
    );
    // Two additions of the same kind, each in its place, stay two.
    words(
        "the Chair and the Council met",
        "the new Chair and the new Council met",
        "the +new +Chair and the +new +Council met",
    );
    words("the end", "the end of it", "the end+ of it+");
    words("it begins", "Today it begins", "+Today +it begins");
    // A phrase turned round its middle is one edit; two edits that share a date are two.
    words(
        "At its substantive session of 2031, it met.",
        "At its 2031 session, it met.",
        "At its −substantive session of 2031−+2031 session+, it met.",
    );
    words(
        "from 24 January to 23 February",
        "from 24 February to 23 March",
        "from 24 −January−+February+ to 23 −February−+March+",
    );
}

#[test]
fn words_give_both_texts_again() {
    let texts = [
        "",
        " ",
        "a",
        "a b",
        "The group met (twice) in Oslo, then rose.",
        "the  group\u{a0}met [once]; it did not rise.",
        "___ [...] X/1/L.2",
        "漢字と仮名",
        "e\u{301}te\u{301} Secretary -General",
        "a\nb\nc",
        "A/B C-D “e” f’s (g",
        "The Working Group, at its 4th meeting, on 12 March, heard ten speakers and adopted its plan.",
        "At its 5th meeting the Working Group heard no speaker, on 13 March; it adopted (in part) the plan.",
        // An edit that slides to the left leaves the comma at the end behind.
        "Noting efforts, including towards reaching the Agenda,",
        "Noting efforts, including towards reaching the Agenda, the Compact and the Office,",
        "Noting efforts, including towards reaching the Agenda, including towards reaching the Office,",
    ];
    for old in texts {
        for new in texts {
            let words = travaux::diff::words::compare(old, new);
            let side = |gone: WordOp| -> String {
                words.iter().filter(|word| word.op != gone).map(|word| word.text.as_str()).collect()
            };
            assert_eq!(side(WordOp::Insert), old, "backwards, from {new:?}");
            assert_eq!(side(WordOp::Delete), new, "forwards, from {old:?}");
            assert!(words.iter().all(|word| !word.text.is_empty()));
            assert!(words.windows(2).all(|two| two[0].op != two[1].op), "{words:?}");
        }
    }
}

// --- the pair in one word ------------------------------------------------------------------

#[track_caller]
fn status(old: &str, new: &str, expected: Status, rule: &str) {
    let comparison = paragraph(old, new);
    let found = (comparison.pairs[0].status, rules(&comparison));
    assert_eq!(found.0, expected, "{old} → {new}: {:?}", found.1);
    assert!(found.1.contains(&rule), "{old} → {new}: {:?} lacks {rule}", found.1);
}

/// Compares one paragraph; the phrases that only moved in it, each with its weight.
fn moved_within(old: &str, new: &str) -> (Status, Vec<(String, Weight)>) {
    let comparison = paragraph(old, new);
    let pair = &comparison.pairs[0];
    let moved = pair.changes.iter().filter(|change| change.rule == "phrase-moved");
    let moved = moved.map(|change| {
        assert_eq!((change.kind, change.op), ("wording", ChangeOp::Moved));
        assert!(change.old.is_some());
        (change.new.clone().expect("two ends").text, change.weight)
    });
    (pair.status, moved.collect())
}

#[test]
fn a_phrase_that_only_changed_its_place_is_told_once() {
    use Weight::{Reworded, Substantive};
    let moved = |old: &str, new: &str, status: Status, phrases: &[(&str, Weight)]| {
        let phrases: Vec<(String, Weight)> =
            phrases.iter().map(|(text, w)| ((*text).to_owned(), *w)).collect();
        assert_eq!(moved_within(old, new), (status, phrases.clone()), "{old} → {new}");
        assert_eq!(moved_within(new, old).0, status, "{new} → {old}");
        assert_eq!(moved_within(new, old).1.len(), phrases.len(), "{new} → {old}");
    };
    // The member of a list.
    moved(
        "the supply of pumps of every size and make, river transport on barges and clean water to all",
        "the supply of clean water, pumps of every size and make and river transport on barges to all",
        Status::Reworded,
        &[("clean water", Reworded)],
    );
    // A name for a thing, turned round; the numbers in it stay.
    moved(
        "to close the annual training gap of four thousand skilled lock keepers, and to act",
        "to close the annual four thousand skilled lock keeper training gap, and to act",
        Status::Reworded,
        &[("training gap", Reworded)],
    );
    // What else was edited keeps its weight.
    moved(
        "hampers medical aid, cooperation and solidarity for any reason",
        "hampers regional solidarity and medical cooperation for any reason",
        Status::Modified,
        &[("solidarity", Reworded)],
    );
    // Out of the scope of a negation.
    moved(
        "it should not tax river transport, and should build bridges and dams",
        "it should not tax and should build bridges, river transport and dams",
        Status::Modified,
        &[("river transport", Substantive)],
    );
    // From the duty of one to the duty of another.
    moved(
        "Upstream States keep flood records, gauges and locks; downstream States keep maps",
        "Upstream States keep gauges and locks; downstream States keep flood records, maps",
        Status::Modified,
        &[("flood records", Substantive)],
    );
    // Two who act change places: no phrase has moved, the sentence says another thing.
    moved(
        "every large mill on the river and its arms should advise each small farm",
        "every small farm on the river and its arms should advise each large mill",
        Status::Modified,
        &[],
    );
    // A phrase that turns up by chance in two long edits.
    moved(
        "Noting that dry regions are urged to lower dues, it stressed trust",
        "It stressed trust and lasting fairness, especially for people in dry regions",
        Status::Modified,
        &[],
    );
    // Words that carry nothing.
    moved("of it the wide river rose at once", "the wide river rose at once of it", Status::Reworded, &[]);
}

#[test]
fn a_clause_that_was_edited_on_its_way_is_linked() {
    let gone = "and stressing the need for fair access to lock keepers, including through open, timely and \
        well-funded schools for the crews that work by night or in flood";
    let come = "and fair access to lock keepers, including through open, timely and well-funded schools for \
        such crews";
    let old = format!(
        "u1: Recalling the river plan, {gone},\nu2: Noting tides,\np1: Asks towns to keep dams;\np2: Asks for maps;"
    );
    let new = format!(
        "u1: Recalling the river plan,\nu2: Noting tides,\np1: Asks towns to keep dams {come};\np2: Asks for maps;"
    );
    let (comparison, old_side, new_side) = compare(&old, &new, "u1=u1 u2=u2 p1=p1 p2=p2");
    let change = |at: usize| comparison.pairs[at].changes.last().expect("a change").clone();
    let (went, came) = (change(0), change(2));
    assert_eq!((went.op, went.rule), (ChangeOp::Moved, "clause-moved-edited"));
    assert_eq!((went.old.unwrap().id, went.new.unwrap().id), ("u1".to_owned(), "p1".to_owned()));
    assert_eq!((came.op, came.note.as_deref()), (ChangeOp::Added, Some("in part from u1")));
    let digest = digest(&comparison, &old_side, &new_side);
    let notes: Vec<String> = digest
        .sections
        .iter()
        .flat_map(|section| &section.entries)
        .filter_map(|entry| match entry {
            Entry::Shown(shown) => Some(shown.notes.clone()),
            _ => None,
        })
        .flatten()
        .collect();
    assert_eq!(notes.len(), 2, "{notes:?}");
    assert_eq!(notes[0], "moved to ¶1, changed");
    assert!(notes[1].starts_with("in part from "), "{notes:?}");
    // The same words stand in another paragraph, too: a turn of the house, which may come from anywhere.
    let stock = |text: &str| text.replace("tides,", &format!("tides, {come},"));
    let comparison = compare(&stock(&old), &stock(&new), "u1=u1 u2=u2 p1=p1 p2=p2").0;
    let rules: Vec<&str> = rules(&comparison);
    assert!(!rules.contains(&"clause-moved-edited"), "{rules:?}");
    // A whole new paragraph takes up a part of a clause.
    let new = format!(
        "u1: Recalling the river plan,\nu2: Noting tides,\np1: Asks towns to keep dams;\np2: Asks for maps;\np3: Urges all towns to grant pilots, masters and millers, in spring, winter and autumn, {come};"
    );
    let comparison = compare(&old, &new, "u1=u1 u2=u2 p1=p1 p2=p2 =p3").0;
    let last = comparison.pairs.last().expect("a pair").changes.last().expect("a change");
    assert_eq!(last.note.as_deref(), Some("in part from u1"));
}

#[test]
fn what_joins_the_halves_of_a_split_paragraph_says_nothing() {
    let seam = |old: &str, one: &str, two: &str| {
        let rules = |comparison: Comparison| -> Vec<(&'static str, Weight)> {
            comparison.pairs[0].changes.iter().map(|change| (change.rule, change.weight)).collect()
        };
        let split = compare(&format!("p1: {old}"), &format!("p1: {one}\np2: {two}"), "p1=p1+p2").0;
        let merged = compare(&format!("p1: {one}\np2: {two}"), &format!("p1: {old}"), "p1+p2=p1").0;
        let (split, merged) = (rules(split), rules(merged));
        assert_eq!(split, merged);
        split
    };
    let reworded = ("seam", Weight::Reworded);
    for (old, one, two) in [
        (
            "Notes the plan, and in this regard also welcomes the map;",
            "Notes the plan;",
            "Also welcomes the map;",
        ),
        ("Notes the plan and welcomes the map;", "Notes the plan;", "Further welcomes the map;"),
        (
            "The Council rose, and at the same meeting noted the map.",
            "The Council rose.",
            "The Council noted the map.",
        ),
    ] {
        let found = seam(old, one, two);
        assert!(found.iter().all(|change| change.1 <= Weight::Reworded), "{old}: {found:?}");
        assert!(found.contains(&reworded), "{old}: {found:?}");
    }
    // Another subject, a condition: these are more than a seam.
    for (old, one, two) in [
        ("The Council rose and noted the map.", "The Council rose.", "The Mill Owners noted the map."),
        ("Notes the plan and welcomes the map;", "Notes the plan;", "Where funds allow, welcomes the map;"),
    ] {
        let found = seam(old, one, two);
        assert!(found.iter().any(|change| change.1 == Weight::Substantive), "{old}: {found:?}");
    }
}

#[test]
fn each_rule_has_an_example_and_a_counter_example() {
    use Status::{Editorial, Modified, Reworded};
    // style
    status("the health-care plan", "the healthcare plan", Editorial, "style");
    status("the Secretary -General", "the Secretary-General", Editorial, "style");
    status("an “open” Group", "an \"open\" group", Editorial, "style");
    status("pages 3-7", "pages 3–7", Editorial, "style");
    status("pages 3-7", "pages 37", Modified, "number");
    // punctuation
    status("the plan, as agreed", "the plan as agreed", Editorial, "punctuation");
    status("the plan [as agreed", "the plan as agreed", Reworded, "punctuation");
    // number, number-spelled
    status("it held nine talks", "it held 9 talks", Editorial, "number-spelled");
    status("the third round", "the 3rd round", Editorial, "number-spelled");
    status("twenty-one delegations spoke", "21 delegations spoke", Editorial, "number-spelled");
    status("it held nine talks", "it held ten talks", Modified, "number");
    // negation
    status("it could agree", "it could not agree", Modified, "negation");
    status("it did not agree", "it did not fully agree", Modified, "words-added");
    // tense-shift, obligation
    status("it said that it will come", "it said that it would come", Reworded, "tense-shift");
    status(
        "It decided that the Group should meet",
        "It decided that the Group would meet",
        Reworded,
        "tense-shift",
    );
    status("States should report", "States would report", Modified, "obligation");
    status("States shall report", "States should report", Modified, "obligation");
    status("It met in May", "It then met in May", Reworded, "turn-of-phrase");
    // One that binds and that nothing answers is no shift of strength, but it is no phrase either.
    status("States shall report", "States report", Modified, "obligation");
    status("It gave support to all", "It gave help to all", Reworded, "turn-of-phrase");
    status(
        "It established a group",
        "It adopted its plan of work and decided to establish at once a small group",
        Modified,
        "clause-changed",
    );
    // decision-mode
    status("It was elected by acclamation", "It was elected by vote", Modified, "decision-mode");
    status("It adopted the plan", "It adopted the plan by consensus", Modified, "decision-mode");
    status("on the vote there", "on the ballot there", Modified, "words-changed");
    // actor-list
    status("Member States and observers spoke", "Member States spoke", Modified, "actor-list");
    status("delegations and experts spoke", "experts and delegations spoke", Reworded, "turn-of-phrase");
    status("The delegations rose", "They rose", Reworded, "turn-of-phrase");
    // actor-or-name
    status("with Chad and Cuba", "with Chad, Peru and Cuba", Modified, "actor-or-name");
    status("the mandate given to it", "the mandate given to the Committee", Reworded, "turn-of-phrase");
    status(
        "the President of the General Assembly; the Assembly met",
        "the President of the Assembly; the Assembly met",
        Reworded,
        "turn-of-phrase",
    );
    // clause
    status(
        "It heard statements.",
        "It heard statements on many difficult questions of finance.",
        Modified,
        "clause-added",
    );
    status(
        "It heard statements on many difficult questions of finance.",
        "It heard statements.",
        Modified,
        "clause-removed",
    );
    status("It heard many statements.", "It heard numerous statements.", Reworded, "turn-of-phrase");
    status(
        "It met here, then rose.",
        "It met here, briefly resting once, then rose.",
        Modified,
        "clause-added",
    );
    status("It met here, then rose.", "It met here, as agreed, then rose.", Modified, "words-added");
    // Words of content, however short the edit, are shown; links, tense and synonyms are not.
    for (old, new) in [
        ("a grave loss", "a loss"),
        ("It is to be shared", "It is to be shared on mutually agreed terms"),
        ("an end to harm", "an end to all forms of harm"),
        ("for rescue and repair", "for prevention, rescue and repair"),
        ("laws are kept", "national laws are kept"),
        ("help is given", "help is given, as needed"),
        ("by all means", "by all means, including by boat"),
    ] {
        let found = paragraph(old, new).pairs[0].status;
        assert_eq!(found, Modified, "{old} → {new}");
        assert_eq!(paragraph(new, old).pairs[0].status, Modified, "{new} → {old}");
    }
    for (old, new) in [
        ("It asks for water", "It also asks for water"),
        ("It was held in Oslo", "It took place in Oslo"),
        ("It opens its doors", "It opened its doors"),
        ("Moreover, it rose", "Furthermore, it rose"),
    ] {
        assert_eq!(paragraph(old, new).pairs[0].status, Reworded, "{old} → {new}");
    }
}

#[test]
fn a_note_on_the_document_is_editorial_and_told_once() {
    let (old, new) =
        (report("p1: The owls met\nfn*: Sponsors may join until noon"), report("p1: The owls met"));
    let comparison = diff(&old, &new, &align(&old, &new, "p1=p1 fn*="));
    let note = comparison.pairs.iter().flat_map(|pair| &pair.changes).next().expect("a change");
    assert_eq!((note.weight, note.rule), (Weight::Editorial, "masthead-note"));
    // Folded it is quoted in brief, with the whole text it stands there.
    let told = |options: &Options| {
        let digest = digest_with(&comparison, &old, &new, options);
        digest.folded.one_sided.iter().filter(|line| line.contains("Sponsors")).count()
    };
    assert_eq!(told(&Options::default()), 1);
    assert_eq!(told(&Options { all: true, ..Options::default() }), 0);
}

/// Both ways: what is a matter of substance there is one on the way back.
#[track_caller]
fn both_ways(old: &str, new: &str, expected: Status, rule: &str) {
    status(old, new, expected, rule);
    status(new, old, expected, rule);
}

#[test]
fn the_verb_of_a_body_is_a_matter_of_substance() {
    use Status::{Modified, Reworded};
    for (old, new) in [
        ("It urges all to act", "It invites all to act"),
        ("Welcomes the plan of the mill", "Takes note of the plan of the mill"),
        ("Taking note also of the fair", "Recalling the fair"),
        ("Calls upon all to come, and also encourages owls", "Calls upon all to come, and invites owls"),
        ("It regrets the lack of a plan for boats", "It recognizes that a plan for boats is to come"),
        ("Condemns the flood", "Deplores the flood"),
    ] {
        both_ways(old, new, Modified, "operative-verb");
    }
    // The place of a paragraph among its neighbours is no act; "takes note of" is "notes".
    for (old, new) in [
        ("Also urges all to act", "Further urges all to act"),
        ("Also acknowledges the fair", "Acknowledges the fair"),
        ("Urges all to act", "Also in this regard urges all to act"),
        ("Takes note of the plan", "Notes the plan"),
        ("Recalling also the fair", "Recalling further the fair"),
    ] {
        both_ways(old, new, Reworded, "turn-of-phrase");
    }
    both_ways("Notes with appreciation the fair", "Notes the fair", Modified, "qualifier");
}

#[test]
fn a_modal_follows_the_tense_only_where_something_is_reported() {
    use Status::{Modified, Reworded};
    for (old, new) in [
        (
            "It was told by the Chair that the fair may come",
            "It was told by the Chair that the fair might come",
        ),
        ("It decided that owls, as before, will meet", "It decided that owls, as before, would meet"),
    ] {
        both_ways(old, new, Reworded, "tense-shift");
    }
    for (old, new) in [
        ("Owls will meet", "Owls would meet"),
        ("Owls may meet", "Owls might meet"),
        ("Owls should meet", "Owls will meet"),
        ("Rain brings harm", "Rain can bring harm"),
        ("It decided that owls should meet", "It decided that owls will meet"),
        ("Recalling that owls will meet", "Recalling that owls would meet"),
        ("It decided to rest. Owls will meet", "It decided to rest. Owls would meet"),
    ] {
        both_ways(old, new, Modified, "obligation");
    }
}

#[test]
fn how_far_a_sentence_reaches_is_a_matter_of_substance() {
    use Status::{Editorial, Modified, Reworded};
    for (old, new) in [
        ("hurt by other floods", "hurt by floods"),
        ("open to any owl", "open to owls"),
        ("open to all owls", "open to owls"),
        ("open to all owls", "open to some owls"),
        ("open to every owl", "open to any owl"),
        ("such floods do harm", "floods do harm"),
        ("it speaks only of owls", "it speaks of owls"),
        ("both mills shall turn", "the mills shall turn"),
        ("when it rains", "if it rains"),
        ("some owls said so", "several owls said so"),
        ("many owls said so", "a number of owls said so"),
    ] {
        both_ways(old, new, Modified, "scope-word");
    }
    for (old, new) in [
        ("open to every owl", "open to each owl"),
        ("open to any owl", "open to an owl"),
        ("such floods do harm", "these floods do harm"),
        ("both owls and mice came", "owls and mice came"),
        ("they met each other", "they met one another"),
        ("he acts as such", "he acts"),
    ] {
        both_ways(old, new, Reworded, "turn-of-phrase");
    }
    // list-scope
    for (old, new) in [
        ("made of pictures, sounds and false tales", "made of pictures, sounds, such as false tales"),
        ("by boats, such as rafts", "by boats, including rafts"),
        ("by boats, namely rafts", "by boats, in particular rafts"),
        ("by boats, inter alia, of wood", "by boats of wood"),
    ] {
        both_ways(old, new, Modified, "list-scope");
    }
    both_ways("for owls, particularly old ones", "for owls, especially old ones", Reworded, "turn-of-phrase");
    both_ways("by boats, such as rafts", "by boats, for example rafts", Reworded, "turn-of-phrase");
    // and-or
    both_ways("owls and mice", "owls and/or mice", Modified, "and-or");
    // singular-plural, article
    for (old, new) in [
        ("the right of the owls", "the rights of the owls"),
        ("withdrawal from territories held", "withdrawal from territory held"),
        ("the will of the peoples", "the will of the people"),
    ] {
        both_ways(old, new, Modified, "singular-plural");
    }
    for (old, new) in [
        ("withdrawal from the territories held", "withdrawal from territories held"),
        ("withdrawal from the occupied territories", "withdrawal from occupied territories"),
        ("it called upon the parties", "it called upon parties"),
        ("it has a right to rest", "it has the right to rest"),
    ] {
        both_ways(old, new, Modified, "article");
    }
    for (old, new) in [
        ("the boats of the harbour", "boats of the harbour"),
        ("the human rights of owls", "human rights of owls"),
        ("it has a right", "it has an old right"),
        ("its laws and legislation", "its laws and legislations"),
        ("the plan of the party", "the plan of a small party"),
    ] {
        let found = paragraph(old, new);
        assert!(!rules(&found).contains(&"article"), "{old} → {new}");
    }
    status("its legislation", "its legislations", Reworded, "turn-of-phrase");
    // time-relation
    for (old, new) in [
        ("to be done by June 2031", "to be done from June 2031"),
        ("to be done in 2031", "to be done by 2031"),
        ("to be done until 3 March", "to be done after 3 March"),
        ("to be done before the end of 2031", "to be done by the end of 2031"),
    ] {
        let found = paragraph(old, new);
        assert!(found.pairs[0].status == Modified, "{old} → {new} {:?}", rules(&found));
    }
    both_ways("to be done in 2031", "to be done by 2031", Modified, "time-relation");
    both_ways("It met in June", "It met during June", Reworded, "turn-of-phrase");
    both_ways("held from 16 to 17 June", "held on 16 and 17 June", Reworded, "turn-of-phrase");
    both_ways("done by the mill", "done in the mill", Reworded, "turn-of-phrase");
    // spelling
    both_ways("the labour programme", "the labor program", Editorial, "spelling");
    both_ways("an organised defence", "an organized defense", Editorial, "spelling");
    both_ways("its programme", "its programmes", Reworded, "turn-of-phrase");
}

#[test]
fn the_same_in_other_words_is_reworded() {
    use Status::{Modified, Reworded};
    for (old, new) in [
        ("owls in situations of vulnerability", "owls in vulnerable situations"),
        ("a financing gap of 4 dollars", "a 4 dollar financing gap"),
        ("it was written in order to help", "it was written to help"),
        ("owls as well as mice", "owls and mice"),
        ("lost due to the flood", "lost because of the flood"),
        ("a fair titled “Owls”", "a fair entitled “Owls”"),
        ("to be held in May", "held in May"),
        ("the fair which brings help", "the fair that brings help"),
        ("bringing help", "and to bring help"),
        ("the river clauses debt clauses hold", "the river clauses debt hold"),
        ("and in this regard also", "and also"),
        ("the forthcoming fair", "the fair"),
        ("the owls took note of the fair", "the owls noted the fair"),
        ("done no later than June", "done by June"),
        ("the river's boats", "the boats of the river"),
        ("a talk was held by the owls", "the owls held a talk"),
        ("its concern at the loss", "its concern about the loss"),
        ("as set out in the list", "as contained in the list"),
    ] {
        for (one, two) in [(old, new), (new, old)] {
            let found = paragraph(one, two);
            assert_eq!(found.pairs[0].status, Reworded, "{one} → {two} {:?}", rules(&found));
        }
    }
    status("the boats and nets of the river", "the river’s boats and nets", Reworded, "turned-phrase");
    let (mills, farms) = ("large mills should advise small farms", "small farms should advise large mills");
    status(mills, farms, Status::Modified, "roles-exchanged");
    status("the river clauses debt clauses hold", "the river clauses debt hold", Reworded, "doubled-word");
    for (old, new) in [
        // Another word, or a word that reaches further in its new place.
        ("owls in situations of vulnerability", "owls in dangerous situations"),
        ("all forms of harm here and trouble", "harm here and all forms of trouble"),
        ("the clauses, debt clauses and rules", "the debt clauses and rules"),
        ("as soon as possible", "as well as possible"),
        ("it grew by 10 owls", "it grew over 10 owls"),
    ] {
        for (one, two) in [(old, new), (new, old)] {
            let found = paragraph(one, two);
            assert_eq!(found.pairs[0].status, Modified, "{one} → {two} {:?}", rules(&found));
        }
    }
}

#[test]
fn the_same_numbers_in_other_places_are_other_facts() {
    use Status::{Editorial, Modified, Reworded};
    for (old, new) in [
        ("the share fell from 10 to 5", "the share fell from 5 to 10"),
        ("the share rose from 5% to 10%", "the share rose from 10% to 5%"),
        ("the price rose from $5 to $10", "the price rose from $10 to $5"),
        ("the owls lost by 12 to 3", "the owls lost by 3 to 12"),
        ("fairs in 2030 and 2031, respectively", "fairs in 2031 and 2030, respectively"),
        (
            "lists X/5 and X/6 name owls and mice, respectively",
            "lists X/6 and X/5 name owls and mice, respectively",
        ),
    ] {
        both_ways(old, new, Modified, "numbers-exchanged");
    }
    both_ways("the share fell from 10 to 5", "the share fell from ten to five", Editorial, "number-spelled");
    both_ways("see lists X/5 and X/6", "see lists X/6 and X/5", Reworded, "list-order");
    both_ways("from 3 to 5 owls and 7", "from 5 to 3 owls and 7", Modified, "numbers-exchanged");
    // Of another sentence.
    both_ways(
        "See X/5 and X/6. Owls rest, respectively",
        "See X/6 and X/5. Owls rest, respectively",
        Reworded,
        "list-order",
    );
}

#[test]
fn who_did_it_and_to_whom_is_a_matter_of_substance() {
    use Status::{Modified, Reworded};
    for (old, new) in [
        ("the raid by owls on mice was told", "the raid by mice on owls was told"),
        ("the fair was moved from Oslo to Lima", "the fair was moved from Lima to Oslo"),
        ("the nets pass from the buyer to the seller", "the nets pass from the seller to the buyer"),
        ("the nets pass from the buyer to a seller", "the nets pass from a seller to the buyer"),
        ("priority for boats over rafts", "priority for rafts over boats"),
        ("a call by the Mill to the Farm", "a call by the Farm to the Mill"),
        ("Chad thanked Peru", "Peru thanked Chad"),
        (
            "owls and mice rest in Oslo and Lima, respectively",
            "owls and mice rest in Lima and Oslo, respectively",
        ),
    ] {
        both_ways(old, new, Modified, "roles-exchanged");
    }
    for (old, new) in [
        ("it speaks of owls and mice", "it speaks of mice and owls"),
        ("it was held in Oslo in spring", "it was held in spring in Oslo"),
        ("it spoke on Monday in Oslo", "it spoke in Oslo on Monday"),
        ("owls in situations of vulnerability", "owls in vulnerable situations"),
        ("a talk was held by the owls", "the owls held a talk"),
        ("the river's boats", "the boats of the river"),
        ("an accord of Chad with Peru", "an accord of Peru with Chad"),
    ] {
        for (one, two) in [(old, new), (new, old)] {
            let found = paragraph(one, two);
            assert_eq!(found.pairs[0].status, Reworded, "{one} → {two} {:?}", rules(&found));
        }
    }
}

#[test]
fn a_word_and_its_contrary_are_no_turn_of_phrase() {
    use Status::{Modified, Reworded};
    for (old, new) in [
        ("the developed countries shall pay", "the developing countries shall pay"),
        ("sent to the requesting State", "sent to the requested State"),
        ("small island developing States", "small island developed States"),
        ("the detaining Power", "the detained Power"),
        ("for inviting parties", "for invited parties"),
        ("it stays below 5 degrees", "it stays above 5 degrees"),
        ("it stays below the line", "it stays above the line"),
        ("boats over 5 feet", "boats under 5 feet"),
        ("a letter to the Mill", "a letter from the Mill"),
        ("a letter to the Mill", "a letter by the Mill"),
        ("a letter to the Mill", "a letter of the Mill"),
        ("read by the Mill", "read to the Mill"),
        ("least developed and landlocked countries", "least developing and landlocked countries"),
        ("they spoke for the plan", "they spoke against the plan"),
        ("a voluntary fund", "a mandatory fund"),
        ("a public fair", "a private fair"),
        ("a majority of owls", "a minority of owls"),
        ("the cost is high", "the cost is low"),
        ("the imports of nets", "the exports of nets"),
    ] {
        both_ways(old, new, Modified, "opposite");
    }
    both_ways("owls as well as mice", "owls or mice", Modified, "and-or");
    for (old, new) in [
        ("owls as well as mice", "owls and mice"),
        ("the mill supported States", "the mill supporting States"),
        ("as listed above", "as listed below"),
        ("as listed above, the owls", "as listed below, the owls"),
        ("a help to the Mill", "a help of the Mill"),
        ("another view, different from theirs", "another view, different to theirs"),
        ("a gift of the river", "a gift to the river"),
        ("it opens its doors", "it opened its doors"),
        ("the fair is open to owls", "the fair is open for owls"),
    ] {
        for (one, two) in [(old, new), (new, old)] {
            let found = paragraph(one, two);
            assert_eq!(found.pairs[0].status, Reworded, "{one} → {two} {:?}", rules(&found));
        }
    }
}

#[test]
fn a_sign_before_a_number_is_no_punctuation() {
    use Status::{Editorial, Modified};
    for (old, new) in [
        ("it fell to -5 feet", "it fell to 5 feet"),
        ("it fell to −5 feet", "it fell to 5 feet"),
        ("a turn of +3 per cent", "a turn of -3 per cent"),
        ("it was <5 feet", "it was >5 feet"),
        ("it was ≤5 feet", "it was 5 feet"),
        ("it was ±5 feet", "it was 5 feet"),
    ] {
        both_ways(old, new, Modified, "sign");
    }
    for (old, new) in [
        ("see pages 3-5 there", "see pages 3, 5 there"),
        ("see pages 3–5 there", "see pages 3 and 5 there"),
        ("see pages 3 to 5 there", "see pages 3 or 5 there"),
    ] {
        both_ways(old, new, Modified, "range");
    }
    for (old, new) in [
        ("see pages 3-5 there", "see pages 3–5 there"),
        ("it fell to -5 feet", "it fell to −5 feet"),
        ("for 2030-2031 only", "for 2030–2031 only"),
        // A printed line may part a hyphen from its word.
        ("hurt by COVID -19 there", "hurt by COVID-19 there"),
        ("by mid -2030 there", "by mid-2030 there"),
    ] {
        both_ways(old, new, Editorial, "style");
    }
    // Between two numbers that follow one another nothing is left out.
    for (old, new) in
        [("see pages 3-4 there", "see pages 3 and 4 there"), ("for 2030-2031 only", "for 2030 to 2031 only")]
    {
        for (one, two) in [(old, new), (new, old)] {
            let found = paragraph(one, two);
            assert_ne!(found.pairs[0].status, Modified, "{one} → {two} {:?}", rules(&found));
        }
    }
}

#[test]
fn from_one_number_to_another_is_between_them() {
    let found = paragraph("it is from 3 to 5 feet", "it is between 3 and 5 feet");
    assert!(!rules(&found).contains(&"range"));
}

#[test]
fn a_plan_is_not_told_as_done() {
    use Status::{Modified, Reworded};
    for (old, new) in [
        ("Owls will mend the nets", "Owls mended the nets"),
        ("Owls will mend the nets", "Owls have mended the nets"),
        ("The fees have been paid", "The fees will be paid"),
        ("The fees have been paid", "The fees are to be paid"),
        ("The fees were paid", "The fees are to be paid"),
        ("The fees had been paid", "The fees would be paid"),
    ] {
        both_ways(old, new, Modified, "plan-or-fact");
    }
    for (old, new) in [
        ("It said that the nets will be mended", "It said that the nets were mended"),
        ("It said that the nets have been mended", "It said that the nets had been mended"),
        ("It decided that owls should rest", "It decided that owls would rest"),
        ("Talks to be held in May", "Talks held in May"),
        ("It mends nets", "It mended nets"),
        ("Owls will proceed", "Owls proceed"),
    ] {
        for (one, two) in [(old, new), (new, old)] {
            let found = paragraph(one, two);
            assert_eq!(found.pairs[0].status, Reworded, "{one} → {two} {:?}", rules(&found));
        }
    }
}

#[test]
fn strength_says_which_way() {
    let comparison = paragraph("States shall report", "States should report");
    let change = &comparison.pairs[0].changes[0];
    assert_eq!((change.kind, change.note.as_deref()), ("strength", Some("weaker")));
    let told = |old: &str, new: &str| {
        let comparison = paragraph(old, new);
        let change = comparison.pairs[0].changes[0].clone();
        (change.kind, change.note)
    };
    let weaker = Some("weaker".to_owned());
    assert_eq!(told("Reaffirms its view", "Recalls its view"), ("strength", weaker));
    // Of verbs that are not on the ladder no direction can be told, nor of two of one rank.
    for (old, new) in [
        ("Deploring the loss", "Regretting the loss"),
        ("always demanding water", "always seeking water"),
        ("and also encourages all to come", "and invites all to come"),
        ("Notes with great appreciation the gift", "Notes the gift"),
    ] {
        assert_eq!(told(old, new), ("strength", None), "{old} → {new}");
    }
    // A verb of the ladder that nothing answers is no shift.
    assert_eq!(told("It met", "It met to note the date").0, "wording");
    // A hedge weakens.
    assert_eq!(
        told("States report on trade", "States report, as appropriate, on trade").1.as_deref(),
        Some("weaker")
    );
    assert_eq!(told("It shall act where possible", "It shall act").1.as_deref(), Some("stronger"));
    assert_eq!(told("It shall act", "It shall act in spring").1, None);
}

#[test]
fn and_for_or_is_a_matter_of_substance() {
    let told = |old: &str, new: &str| {
        let change = paragraph(old, new).pairs[0].changes[0].clone();
        (change.weight, change.rule)
    };
    let open = "The hall is open to members and guests";
    assert_eq!(told(open, &open.replace("and", "or")), (Weight::Substantive, "and-or"));
    // One that only came or went is a turn of phrase.
    assert_ne!(told("It met, and rose", "It met, rose").1, "and-or");
}

#[test]
fn strength_is_told_only_where_it_is_asked_for_and_by_the_list_that_is_given() {
    let (old, new) = (
        report("p1: States shall report\np2: Some hint at it"),
        report("p1: States should report\np2: Some insist on it"),
    );
    let told = |options: &diff::Options| {
        let comparison = diff_with(&old, &new, &align(&old, &new, "p1=p1 p2=p2"), options);
        let changes: Vec<&Change> = comparison.pairs.iter().flat_map(|pair| &pair.changes).collect();
        assert_eq!(changes[0].weight, Weight::Substantive, "a duty is a duty");
        changes.into_iter().map(|change| (change.kind, change.note.clone())).collect::<Vec<_>>()
    };
    let kinds = |told: Vec<(&'static str, Option<String>)>| {
        told.into_iter().map(|(kind, _)| kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds(told(&diff::Options::default())), ["wording", "wording"]);
    let asked = diff::Options::with_strength(Ladder::default());
    assert_eq!(kinds(told(&asked)), ["strength", "wording"]);
    let ladder = Ladder::read("2: insist\n1: hint\n").unwrap();
    let own = told(&diff::Options::with_strength(ladder));
    assert!(own.contains(&("strength", Some("stronger".to_owned()))), "{own:?}");
}

#[test]
fn a_report_against_itself_is_unchanged() {
    let text = "hI: Opening
        p1: It met on {date 3 March 2031=2031-03-03} [with {hole ___=___;type=blank} present].
        p1.a: first things
        u1: and so on
        fn1: See {doc X/1=X/1}.
        a1: Annex
        a1.p1: A list.";
    let (comparison, old, new) = compare(text, text, "hI=hI p1=p1 p1.a=p1.a u1=u1 fn1=fn1 a1=a1 a1.p1=a1.p1");
    assert!(comparison.pairs.iter().all(|pair| pair.status == Status::Unchanged && pair.changes.is_empty()));
    assert_eq!(comparison.counts.unchanged, 7);
    assert_eq!(comparison.placeholders.len(), 1);
    assert_eq!(comparison.placeholders[0].state, "still_open");
    assert!(comparison.masthead.is_empty() && comparison.remarks.is_empty());
    let digest = digest(&comparison, &old, &new);
    assert!(digest.quiet && digest.identical && digest.facts.is_empty());
}

#[test]
fn nothing_at_all_is_compared_without_panic() {
    let empty = Annotated::default();
    let lost = Pair { old: vec![7], new: vec![9], moved: true, confidence: f64::NAN, why: String::new() };
    let comparison = diff(&empty, &empty, &Alignment { pairs: vec![lost], scored: 0 });
    assert!(comparison.pairs.is_empty());
    assert_eq!(comparison.remarks[0].code, "nothing-to-compare");
    let digest = digest(&comparison, &empty, &empty);
    assert!(digest.sections.is_empty());
    assert_eq!(digest.blanks, "No blanks.");
    // A digest of the wrong reports is useless, but it is no crash.
    let (comparison, ..) = compare("p1: a\nfn1: b", "p1: c\nfn1: d\na1: e", "p1=p1 fn1=fn1 =a1");
    travaux::diff::digest::digest(&comparison, &empty, &empty);
}

// --- facts ---------------------------------------------------------------------------------

#[test]
fn the_same_days_otherwise_written_are_no_change() {
    let comparison = paragraph(
        "from {date 3–4 and 6 March 2031={2031-03-03..2031-03-04,2031-03-06}}",
        "from {date 3, 4 and 6 March 2031={2031-03-03,2031-03-04,2031-03-06}}",
    );
    assert!(facts(&comparison).is_empty(), "{:?}", facts(&comparison));
    assert_eq!((comparison.pairs[0].status, rules(&comparison)), (Status::Editorial, vec!["same-days"]));
    let comparison = paragraph("on {date 3 March 2031=2031-03-03}", "on {date 4 March 2031=2031-03-04}");
    assert_eq!(facts(&comparison)[0].op, ChangeOp::Changed);
    assert_eq!(comparison.pairs[0].status, Status::Modified);
}

#[test]
fn a_person_otherwise_named_is_no_change_but_another_person_is() {
    let comparison = paragraph(
        "{officer Ada Roe=Ada Roe;office=Chair} chaired",
        "{officer Ms. Roe=Roe;office=Chair} chaired",
    );
    assert_eq!((comparison.pairs[0].status, rules(&comparison)), (Status::Editorial, vec!["same-person"]));
    let comparison = paragraph(
        "It elected {officer Ada Roe=Ada Roe;office=Chair} as Chair.",
        "It elected {officer Bo Lund=Bo Lund;office=Chair} as Chair.",
    );
    let facts = facts(&comparison);
    assert_eq!(facts.len(), 1);
    assert_eq!((facts[0].op, facts[0].rule), (ChangeOp::Changed, "officer-changed"));
}

#[test]
fn the_same_person_in_another_office_is_a_change_also_where_no_word_changed() {
    let case = |old: &str, new: &str| {
        let lines = |a: &str, b: &str| format!("p1: {a}\np2: {b}");
        let of = |who: &str, about: &str| format!("{{officer {who}={who};{about}}} (Chad)");
        let (comparison, old, new) = compare(
            &lines(&of("Ada Roe", old), &of("Bo Lund", new)),
            &lines(&of("Ada Roe", new), &of("Bo Lund", old)),
            "p1=p1 p2=p2",
        );
        let digest = digest(&comparison, &old, &new);
        let rows: Vec<String> = digest
            .facts
            .iter()
            .map(|row| {
                let text = |text: &Option<String>| text.clone().unwrap_or_default();
                format!("{}: {} → {}", row.what, text(&row.old), text(&row.new))
            })
            .collect();
        (comparison.pairs[0].status, rows)
    };
    let (status, rows) = case("office=Vice-Chair", "office=Rapporteur");
    assert_eq!(status, Status::Modified);
    assert_eq!(
        rows,
        ["office of Ada Roe: Vice-Chair → Rapporteur", "office of Bo Lund: Rapporteur → Vice-Chair"]
    );
    let (_, rows) = case("office=Chair;country=Chad", "office=Chair;country=Cuba");
    assert_eq!(rows, ["country of Ada Roe: Chad → Cuba", "country of Bo Lund: Cuba → Chad"]);
    // The same where the lines were paired by their words, and the persons so changed their pairs.
    let (comparison, old, new) = compare(
        "p1: As Chair: {officer Ada Roe=Ada Roe;office=Chair}.\np2: As scribe: {officer Bo Lund=Bo Lund;office=Rapporteur}.\np3: None.",
        "p1: As Chair: none.\np2: As scribe: {officer Ada Roe=Ada Roe;office=Rapporteur}.\np3: None.",
        "p1=p1 p2= =p2 p3=p3",
    );
    let rows = digest(&comparison, &old, &new).facts;
    assert!(rows.iter().any(|row| row.what == "office of Ada Roe"), "{rows:?}");
    // What only one side says is no change.
    let (status, rows) = case("office=Chair", "office=Chairman;country=Chad");
    assert_eq!((status, rows), (Status::Unchanged, vec![]));
}

#[test]
fn a_person_counts_once_however_named() {
    let text =
        "p1: {officer Ada Roe=Ada Roe;office=Chair} rose.\np2: {officer Ms. Roe=Roe;office=Chair} sat.";
    let (comparison, old, new) = compare(text, text, "p1=p1 p2=p2");
    assert_eq!(digest(&comparison, &old, &new).same[0].phrase, "all officers (1)");
}

#[test]
fn a_fact_that_goes_here_and_comes_there_has_moved() {
    let (comparison, old, new) = compare(
        "p1: It adopted its agenda and its plan ({doc X/2=X/2}).
         p2: It set up a group.",
        "p1: It adopted its agenda.
         p2: It took up its plan ({doc X/2=X/2}) and set up a group.",
        "p1=p1 p2=p2",
    );
    let facts = facts(&comparison);
    assert_eq!(facts.len(), 1, "{facts:?}");
    assert_eq!(facts[0].op, ChangeOp::Moved);
    let ends =
        |change: &Change| (change.old.as_ref().unwrap().id.clone(), change.new.as_ref().unwrap().id.clone());
    assert_eq!(ends(facts[0]), ("p1".to_owned(), "p2".to_owned()));
    let row = &digest(&comparison, &old, &new).facts[0];
    assert_eq!((row.place.as_str(), row.meaning.as_str()), ("¶1 → ¶2", "moved"));
}

#[test]
fn a_fact_in_words_that_stayed_is_no_change() {
    // The finder saw it on one side only.
    let comparison =
        paragraph("It met in Oslo on 3 March.", "It met again in Oslo on {date 3 March=2031-03-03}.");
    assert!(facts(&comparison).is_empty());
}

#[test]
fn a_reference_that_follows_the_renumbering_is_no_edit() {
    let (comparison, ..) = compare(
        "p1: one\np2: as in {ref paragraph 1=p1} above",
        "p1: new\np2: one\np3: as in {ref paragraph 2=p2} above",
        "=p1 p1=p2 p2=p3",
    );
    let pair = &comparison.pairs[2];
    assert_eq!((pair.status, pair.renumbered), (Status::Editorial, true));
    assert_eq!((pair.changes[0].weight, pair.changes[0].rule), (Weight::Renumbering, "reference-follows"));
    assert_eq!(pair.changes.len(), 1);
    let (comparison, ..) = compare(
        "p1: one\np2: as in {ref paragraph 1=p1} above",
        "p1: new\np2: one\np3: as in {ref paragraph 1=p1} above",
        "=p1 p1=p2 p2=p3",
    );
    assert_eq!(comparison.remarks.iter().filter(|remark| remark.code == "stale-reference").count(), 1);
}

/// The remarks on references that did not follow.
fn stale(old: &str, new: &str, pairs: &str) -> Vec<String> {
    let (comparison, ..) = compare(old, new, pairs);
    let stale = comparison.remarks.into_iter().filter(|remark| remark.code == "stale-reference");
    stale.map(|remark| remark.message).collect()
}

#[test]
fn each_reference_of_a_list_is_followed_by_itself() {
    let old = "p1: one\np2: two\np3: see {ref paragraphs 1=p1} and {ref 2 above=p2}";
    let new = |words: &str| format!("p1: new\np2: one\np3: two\np4: see {words}");
    let pairs = "=p1 p1=p2 p2=p3 p3=p4";
    // Forgotten, although NEW has both numbers and one of them was meant before.
    assert_eq!(
        stale(old, &new("{ref paragraphs 1=p1} and {ref 2 above=p2}"), pairs),
        ["“paragraphs 1 and 2 above” did not follow the new numbers: ¶1 is now ¶2, ¶2 is now ¶3"]
    );
    // One of two.
    assert_eq!(
        stale(old, &new("{ref paragraphs 1=p1} and {ref 3 above=p3}"), pairs),
        ["“paragraphs 1 and 3 above” did not follow the new numbers: ¶1 is now ¶2"]
    );
    let both = new("{ref paragraphs 2=p2} and {ref 3 above=p3}");
    assert!(stale(old, &both, pairs).is_empty());
    let (comparison, ..) = compare(old, &both, pairs);
    let followed = comparison.pairs[3].changes.iter().filter(|change| change.rule == "reference-follows");
    assert_eq!((followed.count(), comparison.pairs[3].status), (2, Status::Editorial));
    // What is named besides is no fault of the others.
    let more = new("{ref paragraphs 1=p1}, {ref 2=p2} and {ref 3 above=p3}");
    assert!(stale(old, &more, pairs).is_empty());
    // A reference of its own beside them.
    let apart = new("{ref paragraphs 1=p1} and {ref 2 above=p2}. It noted {ref paragraph 2=p2} again");
    assert_eq!(stale(old, &apart, pairs).len(), 1);
}

#[test]
fn a_number_that_another_paragraph_bears_now_is_told() {
    let old = "p1: one\np2: two\np3: see {ref paragraph 1=p1} above";
    let new = "p1: two\np2: see {ref paragraph 1=p1} above";
    assert_eq!(
        stale(old, new, "p1= p2=p1 p3=p2"),
        ["“paragraph 1” did not follow the new numbers: ¶1 is gone, and what bears its number was ¶2"]
    );
    // A paragraph written anew under the same number may still be the one that is meant.
    let new = "p1: other\np2: two\np3: see {ref paragraph 1=p1} above";
    assert!(stale(old, new, "p1= =p1 p2=p2 p3=p3").is_empty());
}

#[test]
fn an_annex_is_what_it_holds() {
    let annexes = |one: &str, two: &str| format!("a1: I\na1.u1: {one}\na2: II\na2.u1: {two}");
    let text = "p1: see {ref annex II=a2;resolved=true}";
    let old = format!("{text}\n{}", annexes("Oslo, Rome and Lima", "The rules of the house"));
    let swapped = format!("{text}\n{}", annexes("The rules of the house", "Oslo, Rome and Lima"));
    let stays = format!("{text} again\n{}", annexes("Oslo, Rome and Lima", "The new rules of the house"));
    let told = stale(&old, &swapped, "p1=p1 a1=a1 a2.u1=a1.u1 a2=a2 a1.u1=a2.u1");
    assert_eq!(told, ["“annex II” did not follow the new numbers: annex 2 is now annex 1"]);
    assert!(stale(&old, &stays, "p1=p1 a1=a1 a1.u1=a1.u1 a2=a2 a2.u1=a2.u1").is_empty());
    // One annex is left; the words are the same, though they name nothing there.
    let left = "p1: see annex II\na1: Annex\na1.u1: The rules of the house";
    assert_eq!(stale(&old, left, "p1=p1 a1=a1 a1.u1= a2= a2.u1=a1.u1").len(), 1);
    let gone = "p1: see annex II\na1: Annex\na1.u1: Oslo, Rome and Lima";
    assert_eq!(
        stale(&old, gone, "p1=p1 a1=a1 a1.u1=a1.u1 a2= a2.u1="),
        ["“annex II” did not follow the new numbers: annex 2 is gone"]
    );
    let taken_out = "p1: see the rules\na1: Annex\na1.u1: Oslo, Rome and Lima";
    assert!(stale(&old, taken_out, "p1=p1 a1=a1 a1.u1=a1.u1 a2= a2.u1=").is_empty());
}

#[test]
fn a_count_dropped_here_and_listed_there_says_compare() {
    let (comparison, old, new) = compare(
        "p1: The panel met in the old hall by the sea and heard the reports of its members. {count Five observers=five observers;number=5;unit=observers} attended.",
        "p1: The panel met in the old hall by the sea and heard the reports of its members.\na1: Annex\na1.u1: The observers were: Oslo, Rome, Lima, Bonn and Cairo.",
        "p1=p1 =a1 =a1.u1",
    );
    assert_eq!(facts(&comparison)[0].note.as_deref(), Some("compare a1.u1"));
    let digest = digest(&comparison, &old, &new);
    assert_eq!(digest.facts[0].meaning, "dropped; compare the annex");
}

// --- placeholders --------------------------------------------------------------------------

#[test]
fn the_ledger_closes() {
    let (comparison, old, new) = compare(
        "p1: At the {hole ___=___;type=blank;expects=meeting ordinal} meeting, on {date 0}__ March 2031=2031-03-XX}
         p2: see {hole [X/1]=[X/1];type=bracketed_value} {hole [as orally revised]=[as orally revised];type=bracketed_text}.
         p3: {hole [To be completed]=[To be completed];type=instruction}
         p4: It met {hole [...]=[...];type=ellipsis} times.
         p5: {hole [...]=[...];type=ellipsis}"
            .replace("{date 0}__ March 2031=2031-03-XX}", "{hole [--]=[--];type=blank;expects=day} March 2031.")
            .as_str(),
        "p1: At the 10th meeting, on 12 March 2031.
         p2: see X/1.
         p3: The group thanked its Chair.
         p4: It met {hole [...]=[...];type=ellipsis} times in {hole [xx]=[xx];type=variable} weeks.",
        "p1=p1 p2=p2 p3=p3 p4=p4 p5=",
    );
    let ledger: Vec<(&str, &str, String)> = comparison
        .placeholders
        .iter()
        .map(|line| {
            let old = line.old.as_ref().map_or("", |end| end.text.as_str());
            (line.state, old, line.new.iter().map(|end| end.text.clone()).collect())
        })
        .collect();
    let expected = [
        ("filled", "___", "10th"),
        ("filled", "[--]", "12"),
        ("lifted", "[X/1]", "X/1"),
        ("dropped", "[as orally revised]", ""),
        ("filled", "[To be completed]", "The group thanked its Chair."),
        ("still_open", "[...]", "[...]"),
        ("new", "", "[xx]"),
        ("dropped", "[...]", ""),
    ];
    let expected: Vec<_> =
        expected.into_iter().map(|(state, old, new)| (state, old, new.to_owned())).collect();
    assert_eq!(ledger, expected);
    let digest = digest(&comparison, &old, &new);
    assert_eq!(digest.facts[0].what, "meeting ordinal");
    assert_eq!(digest.facts[0].meaning, "blank filled");
    assert_eq!(
        digest.blanks,
        "7 placeholders: 3 filled, 1 lifted, 2 dropped, 1 still open (¶4); 1 new (¶4)."
    );
}

#[test]
fn a_blank_inside_a_fact_is_two_changes_and_one_row() {
    let mut old = report("p1: on {date ___ March 2031=2031-03-XX}.");
    let blank = report("p1: on {hole ___=___;type=blank;expects=day}.").mentions.by_node[0].clone();
    old.mentions.by_node[0].extend(blank);
    let new = report("p1: on {date 12 March 2031=2031-03-12}.");
    let comparison = diff(&old, &new, &align(&old, &new, "p1=p1"));
    let kinds: Vec<_> = facts(&comparison).iter().map(|change| (change.kind, change.op)).collect();
    assert_eq!(kinds, [("date", ChangeOp::Changed), ("placeholder", ChangeOp::Filled)]);
    assert_eq!(comparison.pairs[0].changes.len(), 2);
    let digest = digest(&comparison, &old, &new);
    assert_eq!(digest.facts.len(), 1);
    let row = &digest.facts[0];
    assert_eq!((row.old.as_deref(), row.new.as_deref()), (Some("___ March 2031"), Some("12 March 2031")));
    assert_eq!(row.meaning, "blank filled");
    // Asked for blanks alone, the blank is told without its date.
    let options = Options { only: vec!["placeholder".to_owned()], ..Options::default() };
    let digest = digest_with(&comparison, &old, &new, &options);
    assert_eq!((digest.facts.len(), digest.facts[0].old.as_deref()), (1, Some("___")));
    assert_eq!(digest.unlisted, "");
}

#[test]
fn a_blank_in_a_symbol_is_filled_with_its_own_part() {
    let comparison = paragraph(
        "document X/9/{hole CRP.X=CRP.X;type=variable}, as amended",
        "document X/9/CRP.2, as amended",
    );
    assert_eq!(comparison.placeholders[0].new[0].text, "CRP.2");
}

#[test]
fn other_words_than_those_in_the_brackets_fill_no_blank() {
    let text = "a report {hole [and as orally revised]=[and as orally revised];type=bracketed_text}.";
    let comparison = paragraph(text, "a report and as amended in writing.");
    assert_eq!(comparison.placeholders[0].state, "filled");
    assert!(rules(&comparison).contains(&"brackets-replaced"));
    let comparison = paragraph(text, "a report and as orally revised.");
    assert_eq!((comparison.placeholders[0].state, rules(&comparison)), ("lifted", vec!["brackets-lifted"]));
}

#[test]
fn of_alternatives_the_one_that_stands_in_the_new_text_was_adopted() {
    // Brackets with their own words as value: `[a]` is a placeholder, whatever it holds.
    let holes = |text: &str| {
        let mut out = String::new();
        for part in text.split_inclusive(']') {
            let (before, hole) = part.split_once('[').unwrap_or((part, ""));
            out.push_str(before);
            if !hole.is_empty() {
                out.push_str(&format!("{{hole [{hole}=;type=bracketed_text}}"));
            }
        }
        out
    };
    let case = |old: &str, new: &str| {
        let comparison = paragraph(&holes(old), new);
        let ledger: Vec<_> = comparison
            .placeholders
            .iter()
            .map(|line| (line.state, line.new.first().map(|end| end.text.clone()).unwrap_or_default()))
            .collect();
        let told = comparison.pairs[0].changes.iter().filter(|change| change.kind == "placeholder").count();
        assert_eq!(told, ledger.len(), "{old} → {new}");
        ledger
    };
    let (dropped, lifted) = (("dropped", String::new()), |words: &str| ("lifted", words.to_owned()));
    let second = |words: &str| vec![dropped.clone(), lifted(words)];
    let first = |words: &str| vec![lifted(words), dropped.clone()];
    let old = "The panel [took note of] [welcomed] the plan.";
    assert_eq!(case(old, "The panel welcomed the plan."), second("welcomed"));
    assert_eq!(case(old, "The panel took note of the plan."), first("took note of"));
    for joint in ["", "/", " or ", ", "] {
        let old = format!("The ships [shall]{joint}[should] carry a lamp.");
        assert_eq!(case(&old, "The ships should carry a lamp."), second("should"), "{joint}");
        assert_eq!(case(&old, "The ships shall carry a lamp."), first("shall"), "{joint}");
    }
    let old = "[Alt 1: The panel wants a pact.] [Alt 2: The panel wants rules.]";
    assert_eq!(case(old, "The panel wants rules."), second("The panel wants rules."));
    assert_eq!(case(old, "The panel wants a pact."), first("The panel wants a pact."));
    let old = "It wants [a pact] [a pact or rules].";
    assert_eq!(case(old, "It wants a pact or rules."), second("a pact or rules"));
    assert_eq!(case("[Option B: It may report.]", "It may report."), [lifted("It may report.")]);
    assert_eq!(case("It [may/must] report.", "It must report."), [lifted("must")]);
    assert_eq!(case("It [may or must] report.", "It may report."), [lifted("may")]);
    // Neither was adopted: what stands there is told once.
    let old = "The panel [took note of] [welcomed] the plan.";
    assert_eq!(case(old, "The panel praised the plan."), [("filled", "praised".to_owned()), dropped.clone()]);
    assert_eq!(case(old, "The plan."), [dropped.clone(), dropped.clone()]);
    // Brackets apart from one another are no alternatives.
    let old = "The [large] ships carry [bright] lamps.";
    assert_eq!(case(old, "The large ships carry bright lamps."), [lifted("large"), lifted("bright")]);
}

#[test]
fn a_blank_of_the_first_page_is_in_the_ledger_and_among_the_facts() {
    let hole = "{hole …=…;type=ellipsis;expects=number}";
    let case = |new: &str| {
        let old = format!("f.title: 59/{hole} Signals and lights\np1: It met.");
        let (comparison, old, new) = compare(&old, &format!("{new}\np1: It met."), "p1=p1");
        let digest = digest(&comparison, &old, &new);
        let ledger: Vec<_> = comparison
            .placeholders
            .iter()
            .map(|line| (line.state, line.new.first().map(|end| end.text.clone()).unwrap_or_default()))
            .collect();
        let rows: Vec<_> = digest
            .facts
            .iter()
            .map(|row| (row.what.clone(), row.place.clone(), row.meaning.clone()))
            .collect();
        assert!(comparison.pairs.iter().all(|pair| pair.old != ["f.title"]));
        (ledger, rows, digest.blanks, digest.quiet)
    };
    let (ledger, rows, blanks, quiet) = case("f.title: 59/25. Signals and lights");
    assert_eq!(ledger, [("filled", "25".to_owned())]);
    assert_eq!(rows, [("number".to_owned(), "title".to_owned(), "blank filled".to_owned())]);
    assert_eq!((blanks.as_str(), quiet), ("1 placeholder: 1 filled.", false));
    let (ledger, rows, blanks, quiet) = case(&format!("f.title: 59/{hole} Signals and lights"));
    assert_eq!((ledger, rows.len(), quiet), (vec![("still_open", "…".to_owned())], 0, true));
    assert_eq!(blanks, "1 placeholder: 1 still open (masthead).");
    assert_eq!(case("f.by: Chad").0, [("dropped", String::new())]);
}

// --- masthead and relation -----------------------------------------------------------------

fn dated(symbol: &str, issued: &str, title: &str) -> Annotated {
    let mut side = report("p1: It met in Oslo and adopted its report.");
    side.report.masthead.symbol = Some(symbol.to_owned());
    side.report.masthead.issued = Some(issued.to_owned());
    side.report.masthead.title = Some(title.to_owned());
    side
}

#[test]
fn two_documents_are_told_what_they_are_to_one_another() {
    let case = |old: &Annotated, new: &Annotated| {
        let comparison = diff(old, new, &align(old, new, "p1=p1"));
        (comparison.relation, comparison.remarks.iter().map(|remark| remark.code).collect::<Vec<_>>())
    };
    let draft = dated("X/AC.9/2031/L.1", "2031-03-01", "Draft report");
    let revised = dated("X/AC.9/2031/L.1/Rev.1", "2031-03-04", "Draft report");
    let issued = dated("X/86/9", "2031-03-10", "Report");
    let next = dated("X/86/11", "2031-04-10", "Report");
    assert_eq!(case(&draft, &issued), (Relation::Adoption, vec![]));
    assert_eq!(case(&draft, &revised), (Relation::Revision, vec![]));
    assert_eq!(case(&issued, &draft).1, ["versions-swapped"]);
    let mut other = next.clone();
    other.report.nodes[0].text = "Some things were said about quite another matter altogether.".to_owned();
    assert_eq!(case(&issued, &other), (Relation::OtherReport, vec!["not-versions"]));
}

#[test]
fn two_reports_stand_in_the_order_of_time_and_two_copies_go_by_their_files() {
    let mut old = dated("X/86/9", "2031-03-10", "Report");
    let mut new = dated("X/86/8", "2031-02-10", "Report");
    new.report.nodes[0].text = "Some things were said about quite another matter altogether.".to_owned();
    let comparison = diff(&old, &new, &align(&old, &new, "p1=p1"));
    let codes = |comparison: &Comparison| comparison.remarks.iter().map(|r| r.code).collect::<Vec<_>>();
    assert_eq!(codes(&comparison), ["not-versions", "versions-swapped"], "“now” would be the older one");
    assert_eq!(codes(&diff(&new, &old, &align(&new, &old, "p1=p1"))), ["not-versions"]);
    new = old.clone();
    old.report.source.path = "here/one.pdf".to_owned();
    new.report.source.path = "there/two.pdf".to_owned();
    new.report.furniture.push(Furniture { page: 2, text: "X".into(), what: "running head", places: vec![] });
    let comparison = diff(&old, &new, &align(&old, &new, "p1=p1"));
    let digest = digest(&comparison, &old, &new);
    assert_eq!(digest.header.relation, "two copies of one document");
    assert_eq!(digest.header.about[0], "one.pdf → two.pdf");
    assert_eq!(digest.folded.set_aside[0].document, "two.pdf");
}

#[test]
fn a_body_that_stands_in_the_title_of_the_cover_is_not_gone() {
    let mut old = dated("X/AC.9/2031/L.1", "2031-03-01", "Draft report");
    let mut new = dated("X/86/9", "2031-03-10", "Report of the Group on Signals (Oslo, 3–7 March 2031)");
    old.report.masthead.body = Some("Group on Signals".to_owned());
    old.report.masthead.dates = Some("Oslo, 3–7 March 2031".to_owned());
    old.report.masthead.original = Some("English".to_owned());
    new.report.masthead.agenda_item = Some("Item 9".to_owned());
    let comparison = diff(&old, &new, &align(&old, &new, "p1=p1"));
    let told = digest(&comparison, &old, &new);
    assert_eq!(told.header.about, ["Group on Signals", "Oslo, 3–7 March 2031"]);
    assert!(told.folded.masthead.is_empty(), "{:?}", told.folded.masthead);
    assert_eq!(told.folded.one_sided, ["no longer there: Original (English)", "new: Agenda item (Item 9)"]);
    // A body that nothing names any more is gone.
    old.report.masthead.body = Some("Second Committee".to_owned());
    let comparison = diff(&old, &new, &align(&old, &new, "p1=p1"));
    let told = digest(&comparison, &old, &new);
    assert_eq!(told.folded.one_sided[0], "no longer there: Original (English), Body (Second Committee)");
}

#[test]
fn the_line_on_the_adoption_is_in_the_header() {
    let (comparison, old, new) = compare(
        "p1: It met.",
        "f.adoption: Resolution adopted by the Council on 8 July 2031\np1: It met.",
        "p1=p1",
    );
    let rows = digest(&comparison, &old, &new).header.rows;
    let row = rows.iter().find(|row| row.label == "Adopted").expect("a row");
    assert_eq!(row.new.as_deref(), Some("Resolution adopted by the Council on 8 July 2031"));
}

#[test]
fn a_field_of_the_masthead_that_differs_in_style_is_the_same() {
    let (mut old, mut new) = (Annotated::default(), Annotated::default());
    old.report.masthead.dates = Some("Oslo, 3–7 March 2031".to_owned());
    new.report.masthead.dates = Some("Oslo, 3-7 March 2031".to_owned());
    new.report.masthead.title = Some("Report".to_owned());
    let comparison = diff(&old, &new, &Alignment::default());
    assert_eq!(comparison.masthead.iter().map(|change| change.field).collect::<Vec<_>>(), ["title"]);
}

/// The words of the first pair with signs.
fn signed(comparison: &Comparison) -> String {
    let sign = |op| match op {
        WordOp::Equal => "",
        WordOp::Delete => "−",
        WordOp::Insert => "+",
    };
    comparison.pairs[0].words.iter().map(|w| format!("{0}{1}{0}", sign(w.op), w.text)).collect()
}

#[test]
fn a_bracket_with_what_it_holds_is_one_word() {
    let open = "{hole [7]=[7];type=bracketed_value;expects=day} May it {hole [sang]=[sang];type=bracketed_text} \
                {hole [danced]=[danced];type=bracketed_text}";
    let (comparison, ..) = compare(&format!("p1: On {open} there."), "p1: On 7 May it sang there.", "p1=p1");
    assert_eq!(signed(&comparison), "On −[7]−+7+ May it −[sang]−+sang+ −[danced] −there.");
    let states: Vec<_> = comparison.placeholders.iter().map(|line| line.state).collect();
    assert_eq!(states, ["lifted", "lifted", "dropped"]);
    // The second of two alternatives is chosen as well as the first.
    let (comparison, ..) =
        compare(&format!("p1: On {open} there."), "p1: On 7 May it danced there.", "p1=p1");
    let states: Vec<_> = comparison.placeholders.iter().map(|line| line.state).collect();
    assert_eq!(states, ["lifted", "dropped", "lifted"]);
    // Contested wording of some length is compared word by word.
    let long = "[as one of the many ways to cross the river at night]";
    let (comparison, ..) = compare(
        &format!("p1: It sang {{hole {long}={long};type=bracketed_text}}."),
        "p1: It sang as one of the many ways to cross the river by night.",
        "p1=p1",
    );
    assert!(signed(&comparison).contains("as one of the many ways"), "{}", signed(&comparison));
}

#[test]
fn a_blank_in_a_symbol_is_filled_as_a_whole() {
    let (old, new) = (
        "p1: See X/CRP.{hole [...]=[...];type=ellipsis} and {hole [paper to come]=[paper to come];type=instruction;expects=symbol}.",
        "p1: See {doc X/CRP.3=X/CRP.3} and {hole [X/1/4]=[X/1/4];type=bracketed_value;expects=symbol}.",
    );
    let (mut old, new) = (report(old), report(new));
    let symbol = unbrace("See {doc X/CRP.[...]=X/CRP.?}").1;
    old.mentions.by_node[0].extend(symbol);
    let comparison = diff(&old, &new, &align(&old, &new, "p1=p1"));
    assert_eq!(signed(&comparison), "See −X/CRP.[...]−+X/CRP.3+ and −[paper to come]−+[X/1/4]+.");
}

#[test]
fn a_number_fills_a_blank_without_the_words_behind_it() {
    let (comparison, ..) = compare(
        "p1: At its {hole ___=___;type=blank;expects=meeting ordinal} meeting it held {hole [...]=[...];type=ellipsis;expects=number} talks.",
        "p1: At its 9th plenary meeting it held twenty-one public talks.",
        "p1=p1",
    );
    let filled: Vec<_> = comparison.placeholders.iter().map(|line| line.new[0].text.as_str()).collect();
    assert_eq!(filled, ["9th", "twenty-one"]);
    let rest: Vec<_> = comparison.pairs[0]
        .changes
        .iter()
        .filter(|change| change.kind == "wording")
        .map(|change| (change.op, change.new.as_ref().map_or("", |end| end.text.as_str())))
        .collect();
    assert_eq!(rest, [(ChangeOp::Added, "plenary"), (ChangeOp::Added, "public")]);
    // What is no number fills the blank as it stands.
    let (comparison, ..) = compare(
        "p1: It was led by {hole ___=___;type=blank} there.",
        "p1: It was led by the elder sister there.",
        "p1=p1",
    );
    assert_eq!(comparison.placeholders[0].new[0].text, "the elder sister");
}

#[test]
fn a_blank_that_another_replaced_is_still_open() {
    let (comparison, old, new) = compare(
        "p1: At its {hole ___=___;type=blank;expects=meeting ordinal} meeting, on {date ___ May 2031=2031-05-XX}, it saw {hole [paper to come]=[paper to come];type=instruction;expects=symbol}.",
        "p1: At its {hole [7]=[7];type=bracketed_value;expects=meeting ordinal} meeting, on {date ___ May 2031=2031-05-XX}, it saw [{doc X/1/4=X/1/4}].",
        "p1=p1",
    );
    assert_eq!(comparison.placeholders[0].state, "still_open");
    let digest = digest(&comparison, &old, &new);
    assert_eq!(
        (digest.facts[0].meaning.as_str(), digest.facts[0].op),
        ("still open, now [7]", ChangeOp::Changed)
    );
    assert!(digest.blanks.contains("1 still open (¶1)"), "{}", digest.blanks);
    // A document that stands in the brackets is no new document.
    let mut new = new;
    new.mentions.by_node[0].extend(unbrace("At its [7] meeting, on ___ May 2031, it saw {hole [X/1/4]=[X/1/4];type=bracketed_value;expects=symbol}.").1);
    let comparison = diff(&old, &new, &align(&old, &new, "p1=p1"));
    let facts = travaux::diff::digest::digest(&comparison, &old, &new).facts;
    assert_eq!(
        facts.iter().map(|row| row.kind).collect::<Vec<_>>(),
        ["placeholder", "placeholder"],
        "{facts:?}"
    );
}

#[test]
fn every_paragraph_is_counted_once_with_its_items_and_items_apart() {
    let (comparison, old, new) = compare(
        "p1: It lists:\np1.a: one\np1.b: the second shall go\np2: It rose.\np3: It shall sit.\np4: It sang.",
        "p1: It lists:\np1.a: one\np1.b: the second may go\np2: It sang.\np3: It rose.\np4: It may sit.",
        "p1=p1 p1.a=p1.a p1.b=p1.b p4=p2! p2=p3 p3=p4",
    );
    let digest = digest(&comparison, &old, &new);
    assert_eq!(digest.header.counts, ["2 changed", "1 only moved", "1 the same"]);
    assert_eq!(digest.header.elsewhere, ["items: 1 changed"]);
    let places: Vec<_> = digest.facts.iter().map(|row| row.place.as_str()).collect();
    assert_eq!(places, ["¶1 (b) and ¶3 → ¶4"]);
    // A folded edit of an item is found at the item too, under a paragraph without a number as well.
    let (comparison, old, new) = compare(
        "p9: The agenda:\np9.5: Any other of the matters\nu1: It asks its:\nu1.b: the friends",
        "p9: The agenda:\np9.5: Any other of these matters\nu1: It asks its:\nu1.b: these friends",
        "p9=p9 p9.5=p9.5 u1=u1 u1.b=u1.b",
    );
    let reworded = travaux::diff::digest::digest(&comparison, &old, &new).folded.reworded;
    let places: Vec<_> = reworded.iter().map(|edit| edit.place.as_str()).collect();
    assert_eq!(places, ["¶9, item 5", "unnumbered (b)"]);
}

#[test]
fn what_stands_elsewhere_too_is_neither_dropped_nor_new() {
    let (comparison, old, new) = compare(
        "p1: See {doc X/1=X/1}.\np2: See {doc X/1=X/1} and {doc X/2=X/2}.\np3: See {doc X/3=X/3}.\np4: It rose.",
        "p1: See {doc X/1=X/1}.\np2: See it.\np3: See {doc X/3=X/3}.\np4: It rose ({doc X/3=X/3}, {doc X/4=X/4}).",
        "p1=p1 p2=p2 p3=p3 p4=p4",
    );
    let facts = digest(&comparison, &old, &new).facts;
    let told: Vec<_> = facts
        .iter()
        .map(|row| (row.old.as_deref().or(row.new.as_deref()).unwrap_or(""), row.meaning.as_str()))
        .collect();
    // X/1 and X/3 stand in both versions: to cite them once more or less is no news.
    assert_eq!(told, [("X/2", "dropped"), ("X/4", "new")]);
    let weights: Vec<_> = self::facts(&comparison)
        .into_iter()
        .map(|change| (change.weight, change.rule, change.note.as_deref()))
        .collect();
    assert_eq!(
        weights,
        [
            (Weight::Reworded, "named-elsewhere", Some("also in ¶1 of the new version")),
            (Weight::Substantive, "fact-removed", None),
            (Weight::Reworded, "named-elsewhere", Some("also in ¶3 of the old version")),
            (Weight::Substantive, "fact-added", None),
        ]
    );
}

/// The rule of the only fact that changed in the second of two paragraphs; the first stays.
#[track_caller]
fn beside(first: &str, old: &str, new: &str, rule: &str) {
    let side = |second: &str| format!("p1: {first}\np2: {second}");
    let (comparison, ..) = compare(&side(old), &side(new), "p1=p1 p2=p2");
    let told: Vec<_> = facts(&comparison).into_iter().map(|change| change.rule).collect();
    assert_eq!(told, [rule], "{old} → {new}");
    // New text is still new text.
    assert_eq!(comparison.pairs[1].status, Status::Modified);
}

#[test]
fn what_stands_in_both_versions_is_news_only_in_another_role() {
    let year = "The review of the Fund in {date 2031=2031} was noted.";
    beside(year, "It met.", "It met in the year {date 2031=2031}.", "named-elsewhere");
    beside(year, "It shall end.", "It shall end by {date 2031=2031}.", "fact-added");
    let due = "The work on wells shall end by {date 2031=2031}.";
    beside(due, "It shall end.", "It shall end by the close of {date 2031=2031}.", "named-elsewhere");
    let day = "The Accord on Wells was adopted on {date 3 March 2031=2031-03-03}.";
    beside(day, "It met.", "It met on {date 3 March 2031=2031-03-03}.", "fact-added");
    let again = "The Accord on Wells was adopted on {date 3 March 2031=2031-03-03} and praised.";
    beside(day, "It met.", &format!("It met. {again}"), "named-elsewhere");
    let sitting = "It recalled the {session ninth session=ninth session} of the Basin Board.";
    beside(
        sitting,
        "It rained.",
        "It rained in the {session ninth session=ninth session}.",
        "named-elsewhere",
    );
    beside(
        sitting,
        "It requests a report.",
        "It requests a report at its {session ninth session=ninth session}.",
        "fact-added",
    );
    let due = "It requests a report at its {session ninth session=ninth session}.";
    beside(
        due,
        "It rained.",
        "It requests the Chair to submit wells at its {session ninth session=ninth session}.",
        "named-elsewhere",
    );
    beside(
        due,
        "It rained.",
        "It decides to hold races at its {session ninth session=ninth session}.",
        "fact-added",
    );
    // Persons, numbers of things and blanks are news wherever they stand.
    let many = "There were {count six wells=6 wells;number=6;unit=wells}, said {officer Ada Roe=Ada Roe;office=Chair}.";
    beside(many, "It dug.", "It dug {count six wells=6 wells;number=6;unit=wells}.", "fact-added");
    let open = "See {doc X/CRP.?=X/CRP.?}.";
    beside(open, "It read.", "It read the paper {doc X/CRP.?=X/CRP.?} there.", "fact-added");
    // The same paragraph has it already.
    let twice = paragraph(
        "The {session ninth session=ninth session} met in the old hall.",
        "The {session ninth session=ninth session} met in the old hall, the resumed part of the {session ninth session=ninth session} in the new one.",
    );
    assert!(rules(&twice).contains(&"named-elsewhere"), "{:?}", rules(&twice));
}

#[test]
fn a_note_that_says_what_another_says_is_folded() {
    let (comparison, old, new) = compare(
        "p1: The Accord on Wells was noted.\nfn1: Adopted in {doc WB/7/Add.1=WB/7/Add.1}.\nfn2: See {doc X/2=X/2}.",
        "p1: The Accord on Wells was noted.\nfn1: Adopted in {doc WB/7/Add.1=WB/7/Add.1}.\nfn2: See {doc X/2=X/2}.\n\
         fn3: Adopted in {doc WB/7/Add.1=WB/7/Add.1}.\nfn4: Resolution {doc X/2=X/2}, annex.\n\
         fn5: The farmers object to {doc X/2=X/2}.\nfn6: See {doc X/9=X/9}.",
        "p1=p1 fn1=fn1 fn2=fn2 =fn3 =fn4 =fn5 =fn6",
    );
    let weights = |at: usize| comparison.pairs[at].changes.iter().map(|change| change.weight).max();
    assert_eq!(weights(3), Some(Weight::Editorial));
    assert_eq!(weights(4), Some(Weight::Editorial));
    // A note with words of its own, and one that cites something new, are told.
    assert_eq!(weights(5), Some(Weight::Substantive));
    assert_eq!(weights(6), Some(Weight::Substantive));
    let digest = digest(&comparison, &old, &new);
    let told: Vec<_> = digest.facts.iter().filter_map(|row| row.new.as_deref()).collect();
    assert_eq!(told, ["X/9"]);
    let folded: Vec<_> = digest
        .folded
        .editorial
        .iter()
        .map(|edit| format!("{}: {}", edit.place, pieces(&edit.pieces)))
        .collect();
    assert_eq!(
        folded,
        ["note 3: new, repeats note 1", "note 4: new, only gives a source that both versions name"]
    );
}

/// The weight and the rule of the only edit of the last paragraph; `before` stands in both.
#[track_caller]
fn named(before: &str, old: &str, new: &str, expected: (Weight, &str)) {
    let side = |second: &str| format!("p1: {before}\np2: {second}");
    for (old, new) in [(old, new), (new, old)] {
        let (comparison, ..) = compare(&side(old), &side(new), "p1=p1 p2=p2");
        let told: Vec<_> =
            comparison.pairs[1].changes.iter().map(|change| (change.weight, change.rule)).collect();
        assert_eq!(told, [expected], "{old} → {new}");
    }
}

#[test]
fn a_name_written_out_is_the_same_name() {
    const SAME: (Weight, &str) = (Weight::Editorial, "same-name");
    let other = |rule| (Weight::Substantive, rule);
    let agenda = "The 2041 Agenda for Shared Wells stands.";
    named(agenda, "It recalls the 2041 Agenda.", "It recalls the 2041 Agenda for Shared Wells.", SAME);
    // The Agenda for something else; a name that goes on in two ways.
    named(
        "The Hilltop Plan for Wells and the Hilltop Plan for Roads stand.",
        "It recalls the Hilltop Plan.",
        "It recalls the Hilltop Plan for Wells.",
        other("actor-or-name"),
    );
    // A council that was the last to be named; another one.
    let council = "The River Safety Council met.";
    named(council, "It asked the Council to dig.", "It asked the River Safety Council to dig.", SAME);
    named(
        "The River Safety Council met, and so did the Mountain Council.",
        "It asked the Council to dig.",
        "It asked the River Safety Council to dig.",
        other("actor-or-name"),
    );
    let accord = "The Convention on Wells and the Convention on Roads were open.";
    named(accord, "It joined the Convention.", "It joined the Convention on Wells.", other("actor-or-name"));
    // Who presides is another than those presided over.
    named(
        "The President of the River Board spoke for the River Board.",
        "It thanked the River Board.",
        "It thanked the President of the River Board.",
        other("actor-or-name"),
    );
    named("It rained.", "It met in Nice, on a hill.", "It met in Nice, France, on a hill.", SAME);
    named(
        "It rained.",
        "The talks with Costa Rica, on a hill, ended.",
        "The talks with Costa Rica, France, on a hill, ended.",
        other("actor-or-name"),
    );
    named("It rained.", "A 4 trillion dollar gap.", "A 4 trillion United States dollar gap.", SAME);
    named(
        "It rained.",
        "It recalls the 2046 Wells Conference, held there.",
        "It recalls the 2046 Wells Conference to Speed the Sinking of Wells: water for all, held there.",
        SAME,
    );
}

#[test]
fn a_number_in_a_name_counts_nothing() {
    for (old, new, rule) in [
        ("It met.", "It met despite COVID-19 there.", "actor-or-name"),
        ("It met.", "It met despite COVID-19 and six rains.", "number"),
        ("It met as paragraph 8 says.", "It met as paragraph 9 says.", "number"),
        ("It met as said in paragraph 8.", "It met regardless.", "words-changed"),
    ] {
        let told = rules(&paragraph(old, new));
        assert!(told.contains(&rule), "{old} → {new}: {told:?}");
    }
}

#[test]
fn a_period_and_the_day_in_its_place_are_one_change() {
    let told = |old: &str, new: &str| -> Vec<(&'static str, ChangeOp)> {
        let comparison = paragraph(old, new);
        facts(&comparison).iter().map(|change| (change.rule, change.op)).collect()
    };
    let years = "{count four years=4 years;number=4;unit=years}";
    assert_eq!(
        told(&format!("Cover all wells within the next {years}."), "Cover all wells by {date 2031=2031}."),
        [("due-changed", ChangeOp::Changed)]
    );
    assert_eq!(
        told("Report by {date 2031=2031}.", "Report at its {session ninth session=ninth session}."),
        [("fact-removed", ChangeOp::Removed), ("fact-added", ChangeOp::Added)]
    );
    // A number of things is no time.
    assert_eq!(
        told("It dug {count four wells=4 wells;number=4;unit=wells}.", "It dug until {date 2031=2031}."),
        [("fact-removed", ChangeOp::Removed), ("fact-added", ChangeOp::Added)]
    );
}

#[test]
fn a_person_listed_again_is_not_new_and_a_former_office_is_told() {
    let (comparison, old, new) = compare(
        "p1: {officer Ada Roe=Ada Roe;office=Chair} met {officer Bo Lund=Bo Lund;office=Vice-Chair}.\np2: {officer Ada Roe=Ada Roe;office=Chair} sat.",
        "p1: {officer Bo Lund=Bo Lund;office=Chair} met nobody.\np2: {officer Ada Roe=Ada Roe;office=Chair} sat.\np3: With {officer Ada Roe=Ada Roe;office=Chair} and {officer Cy Oak=Cy Oak;office=Rapporteur}.",
        "p1=p1 p2=p2 =p3",
    );
    let facts = digest(&comparison, &old, &new).facts;
    let row = facts.iter().find(|row| row.new.as_deref() == Some("Bo Lund (was Vice-Chair)")).expect("told");
    assert_eq!((row.what.as_str(), row.old.as_deref()), ("Chair", Some("Ada Roe")));
    let of = |person: &str| {
        facts.iter().rfind(|row| row.new.as_deref() == Some(person)).map(|row| row.meaning.clone())
    };
    assert_eq!((of("Ada Roe").as_deref(), of("Cy Oak").as_deref()), (Some("listed again"), Some("new")));
}

#[test]
fn hyphens_moves_and_splits_are_seen_for_what_they_are() {
    let (comparison, old, new) = compare(
        "p1: The COVID-19 years shall end.\np2: It sang. It danced, too.\np3: It slept.",
        "p1: It slept.\np2: The COVID\u{2011}19 years may end.\np3: It sang.\np4: It danced, too.",
        "p3=p1! p1=p2 p2=p3+p4",
    );
    let digest = digest(&comparison, &old, &new);
    let shown: Vec<_> = digest.sections.iter().flat_map(|section| &section.entries).collect();
    let texts: Vec<String> = shown
        .iter()
        .map(|entry| match entry {
            Entry::Shown(shown) => format!("{} {}", pieces(&shown.pieces), shown.notes.join("; ")),
            Entry::Run(run) => run.text.clone(),
        })
        .collect();
    assert_eq!(texts[0], "It slept. the words are the same");
    assert_eq!(texts[1].trim(), "The COVID\u{2011}19 years −shall−+may+ end.");
    assert!(texts[2].contains("¶4: It danced"), "{texts:?}");
}

#[test]
fn a_sponsors_note_that_goes_is_told_with_the_first_page() {
    let (mut old, new) =
        (report("p1: It met.\nfn1: On behalf of the Friends of Water."), report("p1: It met."));
    old.report.nodes[1].number = Some("*".to_owned());
    let comparison = diff(&old, &new, &align(&old, &new, "p1=p1 fn1="));
    // It tells of the document, not of its text.
    assert_eq!(comparison.pairs[1].changes[0].weight, Weight::Editorial);
    assert!(digest(&comparison, &old, &new).quiet);
    let folded = digest(&comparison, &old, &new).folded;
    assert_eq!(folded.one_sided, ["no longer there: the note “On behalf of the Friends of Water.”"]);
    assert!(folded.editorial.is_empty());
    // A note on the file is no news.
    old.report.nodes[1].text = "Reissued for technical reasons.".to_owned();
    let comparison = diff(&old, &new, &align(&old, &new, "p1=p1 fn1="));
    assert_eq!(comparison.pairs[1].changes[0].weight, Weight::Editorial);
}

// --- the digest ----------------------------------------------------------------------------

#[test]
fn places_are_cited_as_people_cite_them() {
    let side = report(
        "hII: Matters
         hII.D: Agenda
         p7: The agenda reads:
         p7.5: Other matters:
         p7.5.a: this
         p7.b: that
         u1: And so on
         fn3: See there.
         a1: Annex
         a1.p2: More.
         a1.u1: A list.
         a1.t1.r2: a | b",
    );
    let cases = [
        ("hII.D", "heading II.D"),
        ("p7", "¶7"),
        ("p7.5", "¶7, item 5"),
        ("p7.5.a", "¶7, item 5 (a)"),
        ("p7.b", "¶7 (b)"),
        ("u1", "unnumbered"),
        ("fn3", "note 3"),
        ("a1", "annex"),
        ("a1.p2", "annex ¶2"),
        ("a1.u1", "annex, unnumbered"),
        ("a1.t1.r2", "annex, table row 2"),
        ("p99", "p99"),
    ];
    for (id, expected) in cases {
        assert_eq!(label(&side.report, id), expected);
    }
    // A line without a number: by what stands above it, else by its own words.
    let mut lines = report(
        "p5: The list:\np5.1: Vice-Chairs:\np5.1.1: Ada Roe (Chad)\np5.2: Rapporteur: Bo Lund (Peru)
         p5.3: The first of all the speakers",
    );
    lines.report.nodes.iter_mut().skip(1).for_each(|node| node.number = None);
    let places = ["p5.1", "p5.1.1", "p5.2", "p5.3"].map(|id| label(&lines.report, id));
    assert_eq!(places, ["¶5, Vice-Chairs", "¶5, Vice-Chairs", "¶5, Rapporteur", "¶5, “The first …”"]);
    // Annexes of an annex, and a second run of the same numbers.
    let mut nested = report("a1: Annex\na2: Annex\na2.p1: one\na2.p1~2: two\na2.p1~2.a: three");
    for (id, part) in [("a2.a1", "a2.a1"), ("a2.a1.p4", "a2.a1"), ("a2.a1~2", "a2.a1~2")] {
        let mut node = nested.report.nodes[if id == part { 1 } else { 2 }].clone();
        (node.id, node.part) = (id.to_owned(), part.to_owned());
        node.number = Some(if id == part { "I" } else { "4" }.to_owned());
        nested.report.nodes.push(node);
    }
    nested.report.nodes[0].number = Some("I".to_owned());
    nested.report.nodes[1].number = Some("II".to_owned());
    nested.report.nodes[3].number = Some("1".to_owned());
    nested.report.nodes[4].number = Some("(a)".to_owned());
    let cases = [
        ("a2", "annex II"),
        ("a2.p1", "annex II ¶1"),
        ("a2.p1~2", "annex II (second numbering) ¶1"),
        ("a2.p1~2.a", "annex II (second numbering) ¶1 (a)"),
        ("a2.a1.p4", "annex II, annex I ¶4"),
        ("a2.a1~2", "annex II, annex I (second)"),
    ];
    for (id, expected) in cases {
        assert_eq!(label(&nested.report, id), expected);
    }
}

#[test]
fn a_repeated_edit_is_told_once() {
    let (comparison, old, new) = compare(
        "p1: At its 1st meeting it met.\np2: At its 2nd meeting it ate.\np3: At both meetings it slept well.\np4: It rose.",
        "p1: At its 1st plenary meeting it met.\np2: At its 2nd plenary meeting it ate.\np3: At both plenary meetings it slept well.\np4: It then rose.",
        "p1=p1 p2=p2 p3=p3 p4=p4",
    );
    let digest = digest(&comparison, &old, &new);
    let repeated = &digest.folded.repeated;
    assert_eq!(repeated.len(), 1, "{repeated:?}");
    assert_eq!(
        (repeated[0].inserted.as_str(), repeated[0].before.as_deref()),
        ("plenary", Some("meeting(s)"))
    );
    assert_eq!(repeated[0].place, "¶1, 2 and 3");
    assert_eq!(digest.folded.reworded.len(), 1);
    assert_eq!(digest.folded.reworded[0].place, "¶4");
    let Entry::Run(run) = &digest.sections[0].entries[0] else { panic!("a run: {:?}", digest.sections) };
    assert_eq!((run.place.as_str(), run.text.as_str()), ("¶1–4", "4 reworded"));
    assert!(!digest.quiet);
}

#[test]
fn changed_pairs_stand_under_their_headings() {
    let long = "one two three four five six seven eight nine ten eleven twelve";
    let (mut old, mut new) = (
        report(&format!("hI: Opening\np1: It met.\nhII: Close\np2: {long} shall {long}\np3: It rose.")),
        report(&format!(
            "hI: Opening\np1: It met.\np2: The hosts gave a dinner.\nhII: Close\np3: {long} should {long}\np4: It rose.\nfn1: See there.\na1: Annex\na1.u1: A list."
        )),
    );
    new.report.nodes[2].notes.push(Call { at: 3, id: "fn1".to_owned() });
    old.report.furniture.push(Furniture { page: 2, text: "X".into(), what: "running head", places: vec![] });
    let pairs = "hI=hI p1=p1 =p2 hII=hII p2=p3 p3=p4 =fn1 =a1 =a1.u1";
    let comparison = diff(&old, &new, &align(&old, &new, pairs));
    let digest = digest_with(&comparison, &old, &new, &Options { context: 2, ..Options::default() });
    let mut lines = Vec::new();
    for section in &digest.sections {
        lines.extend(section.headings.iter().map(|h| format!("# {} {}", h.text, h.note.unwrap_or(""))));
        for entry in &section.entries {
            lines.push(match entry {
                Entry::Run(run) => format!("{}: {}", run.place, run.text),
                Entry::Shown(shown) => format!("{}: {}", shown.place, pieces(&shown.pieces)),
            });
        }
    }
    assert_eq!(
        lines,
        [
            "# I. Opening ",
            "¶1: the same",
            "new ¶2: +The[1] hosts gave a dinner.+",
            "new note 1: +See there.+",
            "# II. Close ",
            "¶2 → ¶3: …eleven twelve −shall−+should+ one two…",
            "¶3 → ¶4: the same",
            "# Annex new",
            "new: +A list.+",
        ]
    );
    assert_eq!(digest.header.paragraphs, "3 → 4, and an annex");
    assert_eq!(digest.header.counts, ["1 new", "1 changed", "2 the same"]);
    let numbers: Vec<_> = digest.folded.numbers.iter().map(|run| run.text.as_str()).collect();
    assert_eq!(numbers, ["1 kept", "2–3 → 3–4"]);
    assert_eq!(digest.folded.set_aside[0].text, "running heads");
}

fn pieces(pieces: &[Piece]) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Elided(_) => "…".to_owned(),
        Piece::Begins(place) => format!("{place}: "),
        Piece::Text(WordOp::Equal, text) => text.trim_start_matches('\n').to_owned(),
        Piece::Text(WordOp::Delete, text) => format!("−{text}−"),
        Piece::Text(WordOp::Insert, text) => format!("+{text}+"),
    };
    pieces.iter().map(piece).collect()
}

#[test]
fn only_one_kind_says_nothing_of_the_others() {
    let (comparison, old, new) = compare(
        "hI: Opening\np1: It met on {date 3 March 2031=2031-03-03} ({doc X/1=X/1}).\np2: It rose.",
        "hI: Opening\np1: It met on {date 3 March 2031=2031-03-03} ({doc X/2=X/2}).\np2: It then rose.\na1: Annex",
        "hI=hI p1=p1 p2=p2 =a1",
    );
    let only = |kind: &str| {
        let options = Options { only: vec![kind.to_owned()], ..Options::default() };
        digest_with(&comparison, &old, &new, &options)
    };
    let dates = only("date");
    assert_eq!(dates.unlisted, "No date changed (1 other fact is not shown).");
    assert!(dates.facts.is_empty() && dates.sections.is_empty(), "{:?}", dates.sections);
    assert_eq!(dates.same.iter().map(|same| same.kind).collect::<Vec<_>>(), ["date"]);
    assert_eq!((dates.blanks.as_str(), dates.folded.reworded.len()), ("", 0));
    let documents = only("document");
    assert_eq!((documents.facts.len(), documents.unlisted.as_str()), (1, ""));
    assert_eq!(only("wording").unlisted, "1 fact is not shown.");
    let all = digest(&comparison, &old, &new);
    assert_eq!((all.facts.len(), all.unlisted.as_str(), all.folded.reworded.len()), (1, "", 1));
}

#[test]
fn a_run_counts_editorial_pairs_apart_and_in_their_order() {
    let (comparison, old, new) = compare(
        "p1: It then rose.\np2: It met.\np3: A health-care plan.\np4: It sat.",
        "p1: It rose.\np2: It met.\np3: A healthcare plan.\np4: It sat.",
        "p1=p1 p2=p2 p3=p3 p4=p4",
    );
    let digest = digest(&comparison, &old, &new);
    let Entry::Run(run) = &digest.sections[0].entries[0] else { panic!("a run") };
    assert_eq!((run.place.as_str(), run.text.as_str()), ("¶1–4", "1 reworded, 2 the same, 1 editorial"));
    assert_eq!(digest.header.counts, ["1 reworded", "1 editorial", "2 the same"]);
    assert_eq!(comparison.pairs[2].why, "by hand");
}

#[test]
fn a_footnote_call_that_came_is_seen_and_one_that_stayed_is_not() {
    let (mut old, mut new) = (
        report("p1: It met.\np2: It rose.\nfn1: See X."),
        report("p1: It met.\np2: It rose.\np3: Ten spoke.\nfn1: See W.\nfn2: See X.\nfn3: See Y."),
    );
    old.report.nodes[1].notes.push(Call { at: 8, id: "fn1".to_owned() });
    for (node, note) in [(0, "fn1"), (1, "fn2"), (2, "fn3")] {
        let at = new.report.nodes[node].text.chars().count();
        new.report.nodes[node].notes.push(Call { at, id: note.to_owned() });
    }
    let comparison = diff(&old, &new, &align(&old, &new, "p1=p1 p2=p2 =p3 =fn1 fn1=fn2 =fn3"));
    let notes = |at: usize| -> Vec<_> {
        comparison.pairs[at].changes.iter().filter_map(|change| change.note.as_deref()).collect()
    };
    assert_eq!((comparison.pairs[0].status, notes(0)), (Status::Editorial, vec!["note 1 is called here"]));
    assert_eq!((comparison.pairs[1].status, notes(1)), (Status::Unchanged, vec![]));
    let digest = digest_with(&comparison, &old, &new, &Options { all: true, ..Options::default() });
    let texts: Vec<String> = digest
        .sections
        .iter()
        .flat_map(|section| &section.entries)
        .filter_map(|entry| match entry {
            Entry::Shown(shown) if shown.place.contains('¶') => Some(self::pieces(&shown.pieces)),
            _ => None,
        })
        .collect();
    assert_eq!(texts, ["It met.+[1]+", "It rose.", "+Ten spoke.[3]+"]);
}

#[test]
fn a_call_that_stays_and_calls_another_note_is_no_renumbering() {
    let case = |old: &str, new: &str, calls: [[&str; 2]; 2], pairs: &str| {
        let text = "p1: It met.\np2: It rose.";
        let sides = [(old, calls[0]), (new, calls[1])].map(|(notes, calls)| {
            let mut side = report(&format!("{text}\n{notes}"));
            for (node, note) in side.report.nodes.iter_mut().zip(calls) {
                let at = node.text.chars().count();
                node.notes.push(Call { at, id: note.to_owned() });
            }
            side
        });
        let comparison = diff(&sides[0], &sides[1], &align(&sides[0], &sides[1], pairs));
        let exchanged = |pair: &diff::ComparedPair| {
            let change = pair.changes.iter().find(|change| change.rule == "note-exchanged")?;
            Some((change.kind, change.old.clone()?.text, change.new.clone()?.text))
        };
        comparison.pairs.iter().filter_map(exchanged).collect::<Vec<_>>()
    };
    let (one, two) = ("See {doc X/1=X/1}.", "See {doc X/2=X/2}.");
    let notes = |one: &str, two: &str| format!("fn1: {one}\nfn2: {two}");
    let kept = ["fn1", "fn2"];
    let text = |kind: &'static str, old: &str, new: &str| (kind, old.to_owned(), new.to_owned());
    let turned = "p1=p1 p2=p2 fn2=fn1 fn1=fn2";
    assert_eq!(
        case(&notes(one, two), &notes(two, one), [kept, kept], turned),
        [text("document", "X/1", "X/2"), text("document", "X/2", "X/1")]
    );
    let (old, new) = (notes("Two spoke.", "Ten sang."), notes("Ten sang.", "Two spoke."));
    assert_eq!(case(&old, &new, [kept, kept], turned)[0], text("wording", "Two spoke.", "Ten sang."));
    // The notes only bear other numbers.
    assert!(case(&notes(one, two), &notes(two, one), [kept, ["fn2", "fn1"]], turned).is_empty());
    // The same words twice, and notes that say nothing by themselves.
    assert!(case(&notes(one, one), &notes(one, one), [kept, kept], turned).is_empty());
    assert!(case(&notes(one, "Ibid."), &notes("Ibid.", one), [kept, kept], turned).is_empty());
    // A note that came is told by itself.
    let came = "p1=p1 p2=p2 fn2=fn2 =fn1 fn1=";
    assert!(case(&notes(one, two), &notes("See {doc X/9=X/9}.", two), [kept, kept], came).is_empty());
}

#[test]
fn a_long_list_is_cut_between_its_members() {
    let names = |count: usize| -> String {
        let name = |at| format!("Saint Number {at} and Elsewhere (Republic of, the)");
        (1..=count).map(name).collect::<Vec<_>>().join(", ")
    };
    let text = format!("p1: It consists of the following members: {}.", names(40));
    let (comparison, old, new) = compare(
        "p2: The panel met in the old hall by the sea, heard its members, set down what each of them had said, and thanked its hosts for the warm welcome.",
        &format!(
            "{text}\np2: The panel met in the old hall by the sea, heard its members, set down what each of them had said, and thanked its hosts for the warm welcome."
        ),
        "=p1 p2=p2",
    );
    let digest = digest(&comparison, &old, &new);
    let Entry::Shown(shown) = &digest.sections[0].entries[0] else { panic!("shown") };
    let place = "and Elsewhere (Republic of, the)";
    assert_eq!(
        self::pieces(&shown.pieces),
        format!(
            "+It consists of the following members: Saint Number 1 {place}, Saint Number 2 {place}, Saint \
             Number 3 {place}, +…+Saint Number 40 {place}.+"
        )
    );
}

#[test]
fn an_excerpt_stays_within_its_sentence() {
    let (comparison, old, new) = compare(
        "p1: It met there. It heard the President of the General Assembly. The Secretary spoke.",
        "p1: It met there. It heard the President of the Assembly. The Secretary also spoke.",
        "p1=p1",
    );
    let digest = digest(&comparison, &old, &new);
    let first = digest.folded.reworded.first().map(|edit| self::pieces(&edit.pieces));
    assert_eq!(first.as_deref(), Some("the President of the −General −Assembly."));
}

#[test]
fn a_remark_that_both_share_is_told_once_with_its_place() {
    let (mut old, mut new) = (report("p1: a\np2: b"), report("p1: a\np2: b"));
    for side in [&mut old, &mut new] {
        side.report.remarks.push(travaux::remark::Remark::new("numbers-again", "p2", "again"));
    }
    new.report.remarks.push(travaux::remark::Remark::new("number-lost", "p1", "lost"));
    old.report.masthead.symbol = Some("X/1".to_owned());
    new.report.masthead.symbol = Some("X/2".to_owned());
    let comparison = diff(&old, &new, &align(&old, &new, "p1=p1 p2=p2"));
    let told: Vec<_> = digest(&comparison, &old, &new)
        .folded
        .remarks
        .iter()
        .map(|told| (told.document.clone().unwrap_or_default(), told.place.clone()))
        .collect();
    assert_eq!(told, [("both".to_owned(), "¶2".to_owned()), ("X/2".to_owned(), "¶1".to_owned())]);
}

/// A resolution in small: the organ, a preamble, operative paragraphs.
const RESOLUTION: &str = "u1: The Assembly of the Lakes,\nu2: Recalling the fish,\nu3: Noting the boats,\np1: Decides to sail;\np2: Requests a map.";

#[test]
fn preambular_paragraphs_are_cited_by_the_number_that_delegates_use() {
    let (comparison, old, new) = compare(
        RESOLUTION,
        "u1: The Assembly of the Lakes,\nu2: Recalling the fish,\nu3: Recognizing the nets, which are many,\nu4: Noting the seven boats,\np1: Decides to sail;\np2: Requests a map.",
        "u1=u1 u2=u2 =u3 u3=u4 p1=p1 p2=p2",
    );
    let digest = digest(&comparison, &old, &new);
    assert_eq!(digest.header.elsewhere, ["preambular paragraphs: 1 new, 1 changed"]);
    let places: Vec<String> = (digest.sections.iter())
        .flat_map(|section| &section.entries)
        .map(|entry| match entry {
            Entry::Shown(shown) => shown.place.clone(),
            Entry::Run(run) => run.place.clone(),
        })
        .collect();
    assert_eq!(places, ["opening line, preambular ¶1", "new preambular ¶2", "preambular ¶2 → 3", "¶1–2"]);
    // Lines before the first paragraph of a report are no preamble: they are sentences.
    let (comparison, old, new) = compare(
        "u1: It met.\nu2: It rose.\np1: It sat.",
        "u1: It met.\nu2: It shall rise.\np1: It sat.",
        "u1=u1 u2=u2 p1=p1",
    );
    let digest = travaux::diff::digest::digest(&comparison, &old, &new);
    assert_eq!(digest.header.elsewhere, ["unnumbered paragraphs: 1 changed"]);
}

#[test]
fn the_number_of_a_resolution_is_no_part_of_its_title() {
    let row = |was: &str, now: &str| {
        let mut sides = [report(RESOLUTION), report(RESOLUTION)];
        sides[0].report.masthead.title = Some(was.to_owned());
        sides[1].report.masthead.title = Some(now.to_owned());
        let [old, new] = sides;
        let pairs = "u1=u1 u2=u2 u3=u3 p1=p1 p2=p2";
        let row = digest(&diff(&old, &new, &align(&old, &new, pairs)), &old, &new).header.rows;
        row.into_iter()
            .next()
            .map(|row| (row.label, row.old.unwrap_or_default(), row.new.unwrap_or_default()))
    };
    let told = |label, was: &str, now: &str| Some((label, was.to_owned(), now.to_owned()));
    assert_eq!(row("The boats", "86/12. The boats"), told("Number", "", "86/12"));
    assert_eq!(row("9/… The boats", "9/25. The boats"), told("Number", "9/…", "9/25"));
    assert_eq!(row("The boats", "86/12. The nets"), told("Title", "The boats", "86/12. The nets"));
    assert_eq!(row("The boats", "The nets"), told("Title", "The boats", "The nets"));
}

#[test]
fn a_draft_that_was_revised_before_the_adoption_is_said() {
    let codes = |given: &str, named: &str| {
        let mut old = report(RESOLUTION);
        old.report.masthead.symbol = Some(given.to_owned());
        let line = format!("f.adoption: Adopted on 3 May 2031 [without a vote ({{doc {named}={named}}})]");
        let mut new = report(&format!("{line}\n{RESOLUTION}"));
        new.report.masthead.symbol = Some("X/RES/86/12".to_owned());
        let comparison = diff(&old, &new, &align(&old, &new, "u1=u1 u2=u2 u3=u3 p1=p1 p2=p2"));
        comparison.remarks.iter().map(|remark| remark.code).collect::<Vec<_>>()
    };
    assert_eq!(codes("X/86/L.2", "X/86/L.2/Rev.1"), ["other-draft"]);
    assert!(codes("X/86/L.2", "X/86/L.2").is_empty());
    // The report of a committee is no state of the draft.
    assert!(codes("X/86/L.2", "X/86/555").is_empty());
}

#[test]
fn an_excerpt_is_told_with_its_place() {
    let codes = |old: &str, new: &str, pairs: &str| {
        let (comparison, ..) = compare(old, new, pairs);
        let told = comparison.remarks.into_iter().find(|remark| remark.code == "excerpt");
        told.map(|remark| remark.message)
    };
    let long: String =
        (1..=12).map(|number| format!("p{number}: The boats of row {number} sailed.\n")).collect();
    let short = "p1: The boats of row 7 sailed.\np2: The boats of row 8 sailed.";
    let new = " =p1 =p2 =p3 =p4 =p5 =p6 p1=p7 p2=p8 =p9 =p10 =p11 =p12";
    let told = "the first document looks like an excerpt: it stands in the second one as ¶7–8";
    assert_eq!(codes(short, &long, new).as_deref(), Some(told));
    // A report that grew on all sides is no excerpt of itself.
    let apart = "p1=p1 =p2 =p3 =p4 =p5 =p6 =p7 =p8 =p9 =p10 =p11 p2=p12";
    let ends = "p1: The boats of row 1 sailed.\np2: The boats of row 12 sailed.";
    assert_eq!(codes(ends, &long, apart), None);
}
