//! Alignment, on reports written as outlines: one node a line, identifier first.
//!
//! `p4`, `u1`, `p4.a`, `t1.r2` stand under the last heading or the node that their name extends;
//! `hII`, `hII.B` and `a1` are headings; `[^1]` calls footnote `fn1`.

use travaux::align::{Alignment, Run, align, renumbering};
use travaux::mentions::Annotated;
use travaux::report::{Call, Node, NodeKind, Report};

fn report(outline: &str) -> Annotated {
    let mut report = Report::default();
    let mut heading: Option<String> = None;
    for line in outline.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (id, rest) = line.split_once(' ').unwrap_or((line, ""));
        let (part, local) = match id.split_once('.') {
            Some((part, local)) if part.starts_with('a') => (part, local),
            _ if id.starts_with('a') => (id, "a"),
            _ => ("body", id),
        };
        let (above, label) = local.rsplit_once('.').unwrap_or(("", &local[1..]));
        let kind = match &local[..1] {
            "f" if local.starts_with("fn") => NodeKind::Footnote,
            "f" => NodeKind::Masthead,
            "h" | "a" => NodeKind::Heading,
            "t" => NodeKind::TableRow,
            "p" if above.is_empty() => NodeKind::Paragraph,
            "p" => NodeKind::Item,
            _ => NodeKind::Unnumbered,
        };
        let prefix = if part == "body" || id == part { String::new() } else { format!("{part}.") };
        let parent = match kind {
            NodeKind::Heading if above.is_empty() => None,
            NodeKind::Heading | NodeKind::Item => Some(format!("{prefix}{above}")),
            NodeKind::Footnote | NodeKind::Masthead => None,
            NodeKind::Unnumbered if !above.is_empty() => Some(format!("{prefix}{above}")),
            _ => heading.clone(),
        };
        if kind == NodeKind::Heading {
            heading = Some(id.to_owned());
        }
        let mut text = String::new();
        let mut notes = Vec::new();
        let mut pieces = rest.split("[^");
        text.push_str(pieces.next().unwrap_or(""));
        for piece in pieces {
            let (note, after) = piece.split_once(']').expect("a call is closed");
            notes.push(Call { at: text.chars().count(), id: format!("fn{note}") });
            text.push_str(after);
        }
        let number = match kind {
            NodeKind::Unnumbered | NodeKind::TableRow | NodeKind::Masthead => None,
            NodeKind::Footnote => Some(local[2..].to_owned()),
            _ => Some(label.to_owned()).filter(|label| !label.is_empty()),
        };
        report.nodes.push(Node {
            id: id.to_owned(),
            kind,
            number,
            number_inferred: false,
            parent,
            part: part.to_owned(),
            text,
            page: 1,
            notes,
            places: Vec::new(),
        });
    }
    Annotated { report, mentions: Default::default() }
}

/// `p4>p5`, `p7>` where one went, `>p8` where one came, `*` behind what moved.
fn short(old: &Annotated, new: &Annotated, alignment: &Alignment) -> Vec<String> {
    let ids = |report: &Report, nodes: &[usize]| {
        nodes.iter().map(|at| report.nodes[*at].id.as_str()).collect::<Vec<_>>().join("+")
    };
    let one = |pair: &travaux::align::Pair| {
        let moved = if pair.moved { "*" } else { "" };
        format!("{}>{}{moved}", ids(&old.report, &pair.old), ids(&new.report, &pair.new))
    };
    alignment.pairs.iter().map(one).collect()
}

/// Aligns, checks what always holds, and compares with the expected pairs.
#[track_caller]
fn case(old: &str, new: &str, expected: &str) -> Alignment {
    let (old, new) = (report(old), report(new));
    let alignment = checked(&old, &new);
    let got = short(&old, &new, &alignment);
    let why: Vec<String> = alignment
        .pairs
        .iter()
        .zip(&got)
        .map(|(pair, short)| format!("{short}  {:.2}  {}", pair.confidence, pair.why))
        .collect();
    assert_eq!(
        got.join(" "),
        expected.split_whitespace().collect::<Vec<_>>().join(" "),
        "\n{}",
        why.join("\n")
    );
    alignment
}

/// Every node but those of the masthead is in one pair; NEW is in order; twice gives the same.
#[track_caller]
fn checked(old: &Annotated, new: &Annotated) -> Alignment {
    let alignment = align(old, new);
    let nodes = |report: &Report| -> Vec<usize> {
        (0..report.nodes.len()).filter(|at| report.nodes[*at].kind != NodeKind::Masthead).collect()
    };
    let mut olds: Vec<usize> = alignment.pairs.iter().flat_map(|pair| pair.old.clone()).collect();
    olds.sort_unstable();
    assert_eq!(olds, nodes(&old.report));
    let firsts: Vec<usize> = alignment.pairs.iter().filter_map(|pair| pair.new.first().copied()).collect();
    assert!(firsts.is_sorted(), "not in the order of NEW");
    let mut news: Vec<usize> = alignment.pairs.iter().flat_map(|pair| pair.new.clone()).collect();
    news.sort_unstable();
    assert_eq!(news, nodes(&new.report));
    for pair in &alignment.pairs {
        assert!(!pair.old.is_empty() || !pair.new.is_empty());
        assert!((0.0..=1.0).contains(&pair.confidence) && !pair.why.is_empty());
    }
    assert_eq!(alignment, align(old, new), "the second run differs");
    alignment
}

#[track_caller]
fn confidence(alignment: &Alignment, at: usize, range: std::ops::RangeInclusive<f64>) {
    let pair = &alignment.pairs[at];
    assert!(range.contains(&pair.confidence), "{} is outside {range:?}: {}", pair.confidence, pair.why);
}

const HARBOUR: &str = "
    f.symbol X/L.1
    hI Introduction
    p1 The Harbour Board was set up by the coastal towns to keep the channel open all year.
    p2 It reports to the assembly of towns once in two years and publishes its accounts.
    hII Work of the session
    hII.A Opening
    p3 The session was opened by the harbour master, who recalled the storm of the last winter.
    p4 A minute of silence was kept for the crew of the lost dredger.
    hII.B Election of officers
    p5 The Board elected a chair, two deputies and a secretary by acclamation:
    p5.a Anna Lind (North Quay), Chair;
    p5.b Jon Berg (South Quay), Deputy;
    p5.c Mia Holm (West Quay), Secretary.
    hII.C Dredging
    p6 The Board heard a report on the depth of the channel and on the cost of new dredgers.
    p7 Several towns asked for an estimate of the sand that storms carry into the basin.
    p8 The secretary was asked to prepare a plan for the next season with three variants.[^1]
    hIII Adoption of the report
    p9 The report was adopted as a whole and without a vote.
    fn1 See X/2021/INF/4.";

#[test]
fn a_report_is_identical_to_itself() {
    let old = report(HARBOUR);
    let alignment = checked(&old, &old);
    for pair in &alignment.pairs {
        assert_eq!(pair.old, pair.new);
        assert!(!pair.moved && pair.confidence >= 0.99, "{}", pair.why);
    }
}

#[test]
fn inserted_paragraphs_renumber_what_follows() {
    let new = HARBOUR
        .replace("p9 The", "p11 The")
        .replace("p8 The", "p10 The")
        .replace("p7 Several", "p9 Several")
        .replace("p6 The", "p8 The")
        .replace("hII.B", "p5 Flags were flown at half mast on every pier until the evening.\nhII.B")
        .replace("p5 The Board", "p6 The Board")
        .replace("p5.", "p6.")
        .replace("hII.C", "p7 The chair thanked the outgoing officers for a decade of patience.\nhII.C");
    let alignment = case(
        HARBOUR,
        &new,
        "hI>hI p1>p1 p2>p2 hII>hII hII.A>hII.A p3>p3 p4>p4 >p5 hII.B>hII.B p5>p6 p5.a>p6.a p5.b>p6.b \
         p5.c>p6.c >p7 hII.C>hII.C p6>p8 p7>p9 p8>p10 hIII>hIII p9>p11 fn1>fn1",
    );
    let runs = renumbering(&alignment, &report(HARBOUR).report, &report(&new).report);
    let run = |old, new, shift| Run { part: "body".into(), old, new, shift, moved: false };
    assert_eq!(runs, [run((1, 4), (1, 4), 0), run((5, 5), (6, 6), 1), run((6, 9), (8, 11), 2)]);
}

#[test]
fn numbers_alone_would_pair_every_paragraph_wrongly() {
    let alignment = case(
        "p1 The ferry to the island leaves at noon and returns at dusk.
         p2 Fares were raised by a tenth to pay for the second boat.
         p3 Fishermen may land their catch at the eastern steps.",
        "p1 The new timetable was drawn up by a committee of passengers.
         p2 The ferry to the island leaves at noon and returns before dusk.
         p3 Fares were raised by a tenth to pay for a second boat.
         p4 Fishermen may land the catch at the eastern steps.",
        ">p1 p1>p2 p2>p3 p3>p4",
    );
    confidence(&alignment, 1, 0.9..=1.0);
    assert!(alignment.pairs[1].why.contains("number fits the shift of +1"), "{}", alignment.pairs[1].why);
}

#[test]
fn one_paragraph_that_moved_is_one_move() {
    let paragraphs = [
        "The lamps on the mole were replaced by ones that need no keeper, and the towns shared the cost \
         of the cable, the masts and the shed in which the batteries stand.",
        "Ropes were renewed.",
        "Two buoys drifted off.",
        "A gull colony was fenced.",
        "The towns noted the accounts of the past year.",
    ];
    let old: String =
        paragraphs.iter().enumerate().map(|(at, text)| format!("p{} {text}\n", at + 1)).collect();
    let order = [1, 2, 3, 0, 4];
    let new: String =
        order.iter().enumerate().map(|(at, from)| format!("p{} {}\n", at + 1, paragraphs[*from])).collect();
    case(&old, &new, "p2>p1 p3>p2 p4>p3 p1>p4* p5>p5");
}

#[test]
fn a_section_moves_with_its_heading() {
    case(
        "hI Ferries
         p1 The ferry to the island leaves at noon and returns at dusk.
         hII Lamps
         p2 The lamps on the mole were replaced by ones that need no keeper.
         p3 The towns shared the cost of the cable and of the masts.
         p4 The shed in which the batteries stand was painted white.",
        "hI Lamps
         p1 The lamps on the mole were replaced by ones that need no keeper.
         p2 The towns shared the cost of the cable and of the masts.
         p3 The shed in which the batteries stand was painted white.
         hII Ferries
         p4 The ferry to the island leaves at noon and returns at dusk.",
        "hII>hI p2>p1 p3>p2 p4>p3 hI>hII* p1>p4*",
    );
}

#[test]
fn a_paragraph_that_crosses_a_heading_has_moved_and_the_heading_has_not() {
    case(
        "hI Ferries
         p1 The ferry to the island leaves at noon and returns at dusk.
         hII Lamps
         p2 The lamps on the mole were replaced by ones that need no keeper, at the cost of the towns.
         p3 The shed in which the batteries stand was painted white.",
        "hI Ferries
         p1 The ferry to the island leaves at noon and returns at dusk.
         p2 The lamps on the mole were replaced by ones that need no keeper, at the cost of the towns.
         hII Lamps
         p3 The shed in which the batteries stand was painted white.",
        "hI>hI p1>p1 p2>p2* hII>hII p3>p3",
    );
}

#[test]
fn what_went_from_a_section_that_moved_stands_in_it() {
    case(
        "hI Lamps
         p1 The lamps on the mole were replaced by ones that need no keeper.
         p2 Gulls nest in the second lamp from the left.
         hII Ferries
         p3 The ferry to the island leaves at noon and returns at dusk.
         p4 Fishermen may land their catch at the eastern steps.
         p5 Nets must not be dried on the railing.",
        "hI Ferries
         p1 The ferry to the island leaves at noon and returns at dusk.
         p2 Fishermen may land their catch at the eastern steps.
         p3 Nets must not be dried on the railing.
         hII Lamps
         p4 The lamps on the mole were replaced by ones that need no keeper.",
        "hII>hI p3>p1 p4>p2 p5>p3 hI>hII* p1>p4* p2>",
    );
}

#[test]
fn officers_replaced_in_a_list_with_labels_stay_in_their_place() {
    case(
        "p1 The Board elected the following officers by acclamation:
         p1.a Chair: Anna Lind (North Quay);
         p1.b Deputy: Jon Berg (South Quay);
         p1.c Secretary: Mia Holm (West Quay).
         p2 The session was closed.",
        "p1 The Board elected the following officers by acclamation:
         p1.a Chair: Anna Lind (North Quay);
         p1.b Deputy: Ruth Aske (Island);
         p1.c Secretary: Per Dahl (Old Town).
         p2 The session was closed.",
        "p1>p1 p1.a>p1.a p1.b>p1.b p1.c>p1.c p2>p2",
    );
}

#[test]
fn what_went_stands_beside_its_neighbours() {
    case(
        "p1 The ferry to the island leaves at noon and returns at dusk.
         p2 Gulls are not to be fed from the pier.
         p3 Fishermen may land their catch at the eastern steps.",
        "p1 The ferry to the island leaves at noon and returns at dusk.
         p2 Fishermen may land their catch at the eastern steps.",
        "p1>p1 p2> p3>p2",
    );
}

#[test]
fn sentences_of_one_template_are_told_apart_by_their_ordinals() {
    let sentence = |number: usize, nth: &str| {
        format!("p{number} At its {nth} session, the board took up items 3 to 5.\n")
    };
    let old: String = ["third", "fourth", "fifth", "sixth", "seventh"]
        .iter()
        .enumerate()
        .map(|(at, n)| sentence(at + 1, n))
        .collect();
    let new: String = ["third", "fourth", "sixth", "seventh"]
        .iter()
        .enumerate()
        .map(|(at, n)| sentence(at + 1, n))
        .collect();
    let new = new.replace("took up", "took up again");
    case(&old, &new, "p1>p1 p2>p2 p3> p4>p3 p5>p4");
}

#[test]
fn headings_answer_by_meaning_not_by_letter() {
    case(
        "hI Organizational matters
         hI.A Opening of the session
         p1 The session was opened at the old customs house.
         hI.B Attendance
         p2 Nine towns were represented by their mayors.
         hI.C Officers
         p3 Anna Lind was elected chair for two years.
         hI.D Organization of work
         p4 The board will meet in the mornings only.",
        "hI Organizational matters
         hI.A Opening of the session (Agenda item 1)
         p1 The session was opened at the old customs house.
         hI.B Election of officers
         p2 Anna Lind was elected chair for two years.
         hI.C Adoption of the agenda
         p3 The agenda was adopted as it had been sent round.
         hI.D Participants
         p4 Nine towns were represented by their mayors.
         hI.E Membership and organization of work
         p5 The board will meet in the mornings only.",
        "hI>hI hI.A>hI.A p1>p1 hI.C>hI.B p3>p2 >hI.C >p3 hI.B>hI.D* p2>p4* hI.D>hI.E p4>p5",
    );
}

#[test]
fn a_heading_with_new_words_is_known_by_what_it_holds() {
    let alignment = case(
        "hI Introduction
         p1 The board was set up by the coastal towns.
         hII Sand
         p2 Storms carry sand into the basin every winter.
         p3 The towns asked for an estimate of its volume.",
        "hI Introduction
         p1 The board was set up by the coastal towns.
         hII Sediment transport
         p2 Storms carry sand into the basin every winter.
         p3 The towns asked for an estimate of its volume.",
        "hI>hI p1>p1 hII>hII p2>p2 p3>p3",
    );
    confidence(&alignment, 2, 0.3..=0.9);
}

#[test]
fn repeated_blanks_stay_under_their_headings_and_filled_ones_find_their_text() {
    let alignment = case(
        "hI Opening
         p1 [To be completed]
         hII Debate on sand
         p2 [To be completed]
         p3 [To be completed]
         hIII Closing
         p4 [To be completed]",
        "hI Opening
         p1 The harbour master opened the session at nine.
         hII Debate on sand
         p2 Twelve speakers took the floor.
         p3 [To be completed]
         hIII Closing
         p4 [To be completed]
         p5 The lights were put out at noon.",
        "hI>hI p1>p1 hII>hII p2>p2 p3>p3 hIII>hIII p4>p4 >p5",
    );
    confidence(&alignment, 1, 0.2..=0.5);
    assert!(alignment.pairs[1].why.contains("a blank was filled"), "{}", alignment.pairs[1].why);
}

#[test]
fn repeated_headings_go_with_their_chapters() {
    let old = "hI Sand
         p1 Storms carry sand into the basin every winter.
         hI.A Recommendations
         p2 The towns should measure the depth in spring.
         hII Lamps
         p3 The lamps on the mole need no keeper.
         hII.A Recommendations
         p4 The masts should be painted every other year.";
    let new = "hI Lamps
         p1 The lamps on the mole need no keeper.
         hI.A Recommendations
         p2 The masts should be painted every other year.";
    case(old, new, "hI> p1> hI.A> p2> hII>hI p3>p1 hII.A>hI.A p4>p2");
}

#[test]
fn footnotes_follow_their_calls() {
    let alignment = case(
        "p1 The ferry leaves at noon,[^1] and returns at dusk.
         p2 Fares were raised by a tenth to pay for the boat.[^2]
         p3 Fishermen may land their catch at the steps.[^3]
         fn1 See X/2020/4.
         fn2 See X/2020/7.
         fn3 Available at the office.",
        "p1 The ferry leaves at noon, and returns at dusk.
         p2 Fares were raised by a tenth to pay for the boat.[^1]
         p3 Fishermen may land their catch at the steps.[^2]
         p4 Nets must not be dried on the railing.[^3]
         fn1 See X/2020/7.
         fn2 On request, by letter or telephone.
         fn3 See X/2020/9.",
        "p1>p1 p2>p2 p3>p3 >p4 fn1> fn2>fn1 fn3>fn2 >fn3",
    );
    assert!(alignment.pairs[6].why.contains("called at the same place"), "{}", alignment.pairs[6].why);
    assert!(alignment.pairs.iter().all(|pair| !pair.moved));
}

#[test]
fn a_paragraph_rewritten_in_place_keeps_its_partner_with_little_confidence() {
    let alignment = case(
        "hI Dredging
         p1 The Board heard a report on the depth of the channel.
         p2 The cost of a new dredger was thought too high by most of the towns.
         p3 The secretary was asked to prepare a plan.",
        "hI Dredging
         p1 The Board heard a report on the depth of the channel.
         p2 Most delegations could not agree to the cost of another dredger this year.
         p3 The secretary was asked to prepare a plan.",
        "hI>hI p1>p1 p2>p2 p3>p3",
    );
    confidence(&alignment, 2, 0.2..=0.6);
}

#[test]
fn what_has_nothing_in_common_went_and_came() {
    case(
        "p1 The Board heard a report on the depth of the channel.
         p2 Gulls are not to be fed.
         p3 The secretary was asked to prepare a plan.",
        "p1 The Board heard a report on the depth of the channel.
         p2 Twelve mayors spoke about tariffs.
         p3 The secretary was asked to prepare a plan.",
        "p1>p1 p2> >p2 p3>p3",
    );
}

#[test]
fn one_paragraph_that_became_two_is_one_pair_and_the_reverse() {
    let whole = "p1 The ferry leaves at noon.
         p2 The lamps on the mole were replaced by ones that need no keeper and burn until dawn. The towns \
         shared the cost of the cable and of the masts in equal parts.
         p3 Nets must not be dried on the railing.";
    let halves = "p1 The ferry leaves at noon.
         p2 The lamps on the mole were replaced by ones that need no keeper and burn until dawn.
         p3 The towns shared the cost of the cable and of the masts in equal parts.
         p4 Nets must not be dried on the railing.";
    case(whole, halves, "p1>p1 p2>p2+p3 p3>p4");
    case(halves, whole, "p1>p1 p2+p3>p2 p4>p3");
}

#[test]
fn a_clause_that_went_into_a_paragraph_with_its_own_partner_is_no_split() {
    case(
        "hI Tides
         p1 At its 4th meeting, the Board approved the tide table (X/L.1) and the order of the berths (X/L.2).
         hII Boats and pilots
         p2 In the season of 2025, the Board counted 57 boats (see X/INF/3). Five guests were moored as well.
         p3 At its 4th meeting, the Board formed a crew of pilots, to be led by Jon Berg (South Quay), to look \
         after the lights that were left to it by the towns in winter.
         p4 The log of the season is kept in X/INF/2.",
        "hI Tides
         p1 At its 4th open meeting, the Board approved the tide table (X/L.1).
         hII Boats and pilots
         p2 At its 4th open meeting, the Board approved the order of the berths (X/L.2) and agreed to form \
         a crew of pilots, to be led by Jon Berg (South Quay), to look after the lights that were left to \
         the Board by the towns in winter.
         p3 In its 2025 season, the Board counted 57 boats (see X/INF/3; see also the annex).
         p4 The log of the season is kept and printed in X/INF/2.",
        "hI>hI p1>p1 hII>hII p3>p2 p2>p3* p4>p4",
    );
}

#[test]
fn a_short_sentence_that_went_into_its_neighbour_yields_no_weak_pair() {
    let two = "hI Closing
         p1 The ferry leaves at noon.
         p2 At the ___ meeting of its spring session, on ___ May 2041, the Harbour Board considered its \
         tide table (X/L.[...]), which was introduced by the pilot.
         p3 At the same meeting, the Harbour Board adopted its tide table [as orally corrected].";
    let one = "hI Closing
         p1 The ferry leaves at noon.
         p2 At the ___ meeting of its spring session, on ___ May 2041, the Harbour Board considered its \
         tide table (X/L.1), which was introduced by the pilot, and adopted it [as orally corrected].
         p3 At the same meeting, the Harbour Board agreed to print the soundings contained in document X/9.";
    let alignment = case(two, one, "hI>hI p1>p1 p2+p3>p2 >p3");
    confidence(&alignment, 2, 0.5..=0.8);
    assert!(alignment.pairs[3].why.contains("part of another pair"), "{}", alignment.pairs[3].why);
    case(one, two, "hI>hI p1>p1 p2>p2+p3 p3>");
}

#[test]
fn a_half_with_a_pair_of_its_own_that_is_no_worse_stays_with_it() {
    // Paragraph 3 repeats half of paragraph 2 and has its own partner.
    case(
        "p1 The ferry leaves at noon.
         p2 The lamps on the mole were replaced by ones that need no keeper and burn until dawn.
         p3 The towns shared the cost of the cable and of the masts in equal parts.",
        "p1 The ferry leaves at noon.
         p2 The lamps on the mole were replaced by ones that need no keeper and burn until dawn. The towns \
         shared the cost of the cable and of the masts.
         p3 The towns shared the cost of the cable and of the masts in equal parts, as they had before.",
        "p1>p1 p2>p2 p3>p3",
    );
}

#[test]
fn a_series_whose_ordinals_all_changed_is_paired_by_order() {
    let sentence = |number: usize, nth: &str, rest: &str| {
        format!("p{number} At its {nth} spring session, the Board took up agenda items {rest}.\n")
    };
    let log = "of moorings. The log kept by the pilot is contained in document";
    let old = "hI Soundings\n".to_owned()
        + &sentence(1, "first", &format!("3 to 5 in the course of nine rounds {log} X/2040/2"))
        + &sentence(2, "second", &format!("4 and 5 in the course of ten rounds {log} X/2040/5"))
        + &sentence(3, "third", &format!("4 to 7 in the course of nine rounds {log} X/2041/3"))
        + "p4 Nets must not be dried on the railing.";
    let new = "hI Soundings\n".to_owned()
        + &sentence(1, "fourth", &format!("1 to 5 in the course of ten rounds {log} X/2042/1"))
        + &sentence(2, "fifth", &format!("5 to 7 in the course of eight rounds {log} X/2042/4"))
        + "p3 Nets must not be dried on the railing.";
    let alignment = case(&old, &new, "hI>hI p1>p1 p2>p2 p3> p4>p3");
    confidence(&alignment, 1, 0.3..=0.8);
    // One ordinal that is on both sides says who is who, whatever the order.
    case(&old, &new.replace("fourth", "second").replace("fifth", "third"), "hI>hI p1> p2>p1 p3>p2 p4>p3");
}

#[test]
fn a_series_that_the_words_tell_apart_is_left_to_them() {
    case(
        "hI Talks
         p1 At its 1st meeting, on 3 May 2040, the Board heard a talk on sand and storms.
         p2 At its 2nd meeting, on 4 May 2040, the Board heard a talk on lamps and masts.",
        "hI Talks
         p1 At its 5th meeting, on 7 June 2041, the Board heard a talk on lamps and masts.",
        "hI>hI p1> p2>p1",
    );
}

#[test]
fn items_of_one_formula_keep_their_order_under_their_paragraph() {
    case(
        "p1 The Board had before it the following documents:
         p1.a Report of the pilot on the soundings of the year (X/2040/2)
         p1.b Report of the pilot on the soundings of the year (X/2040/7)
         p2 Nets must not be dried on the railing.",
        "p1 Flags were flown at half mast on every pier until the evening.
         p2 The Board had before it the following documents:
         p2.a Report of the pilot on the soundings of the year (X/2041/1)
         p2.b Report of the pilot on the soundings of the year (X/2041/4)
         p3 Nets must not be dried on the railing.",
        ">p1 p1>p2 p1.a>p2.a p1.b>p2.b p2>p3",
    );
}

#[test]
fn sentences_rewritten_in_a_row_keep_their_rank_if_they_keep_their_opening() {
    let old = "hI Debate
         p1 The ferry to the island leaves at noon and returns at dusk.
         p2 A number of towns pointed out that the old dredger could not be repaired, and some offered to \
         lend a pump. Who should pay for it was left open.
         p3 The Harbour Board recommended that pilots should keep a log of the soundings and hand it over \
         in the evening.
         p4 Nets must not be dried on the railing.";
    let new = "hI Debate
         p1 The ferry to the island leaves at noon and returns at dusk.
         p2 A number of towns pointed out that gulls had come back to the quay, and some asked what the \
         wardens did about them. Whether to scare them off was left open.
         p3 The Harbour Board recommended that wardens should count the nests in spring and hand the \
         figures over in autumn.
         p4 Nets must not be dried on the railing.";
    let alignment = case(old, new, "hI>hI p1>p1 p2>p2 p3>p3 p4>p4");
    confidence(&alignment, 2, 0.2..=0.6);
    // Other sentences under the same heading went and came.
    let other = new.replace("A number of towns pointed out", "Some mayors held").replace(
        "The Harbour Board recommended that wardens",
        "It was recommended by the pilots that wardens",
    );
    case(old, &other, "hI>hI p1>p1 p2> p3> >p2 >p3 p4>p4");
}

#[test]
fn persons_replaced_under_an_office_are_pairs_where_as_many_went_as_came() {
    let old = "p1 The officers were:
         u1 Chair:
         u1.u1 Anna Lind (North Quay)
         u2 Deputies:
         u2.u1 Jon Berg (South Quay)
         u2.u2 Mia Holm (West Quay)
         u2.u3 Per Dahl (Old Town)
         u3 Secretary:
         u3.u1 Ole Krag (Isle)";
    let new = "p1 The officers were:
         u1 Chair:
         u1.u1 Per Dahl (Old Town)
         u2 Deputies:
         u2.u1 Ruth Aske (Moor)
         u2.u2 Sven Toft (Heath (Upper Part of))
         u2.u3 Mia Holm (West Quay)
         u3 Secretary:
         u3.u1 Ida Voss (Dune)";
    let alignment =
        case(old, new, "p1>p1 u1>u1 u1.u1>u1.u1 u2>u2 u2.u1>u2.u1 u2.u3>u2.u2 u2.u2>u2.u3 u3>u3 u3.u1>u3.u1");
    confidence(&alignment, 2, 0.3..=0.6);
    assert!(alignment.pairs[2].why.contains("replaced in place"), "{}", alignment.pairs[2].why);
    // One country keeps its place in the bureau, whatever the order.
    let compatriot = new.replace("(Moor)", "(Old Town)");
    case(
        old,
        &compatriot,
        "p1>p1 u1>u1 u1.u1>u1.u1 u2>u2 u2.u3>u2.u1 u2.u1>u2.u2 u2.u2>u2.u3 u3>u3 u3.u1>u3.u1",
    );
    // Two went and one came: nobody says in whose place.
    let fewer = new.replace("         u2.u2 Sven Toft (Heath (Upper Part of))\n", "");
    let alignment =
        case(old, &fewer, "p1>p1 u1>u1 u1.u1>u1.u1 u2>u2 u2.u1> >u2.u1 u2.u2>u2.u3 u2.u3> u3>u3 u3.u1>u3.u1");
    let why = &alignment.pairs[7].why;
    assert!(why.contains("which answers to u1.u1"), "{why}");
}

#[test]
fn a_name_under_another_office_is_named_as_such() {
    let alignment = case(
        "p1 The northern towns elected:
         p1.a Jon Berg
         p2 The southern towns elected:
         p2.a Ole Dahl
         p2.b Mia Holm",
        "p1 The northern towns elected:
         p1.a Jon Berg
         p1.b Ole Dahl
         p2 The southern towns elected:
         p2.a Mia Holm",
        "p1>p1 p1.a>p1.a >p1.b p2>p2 p2.a> p2.b>p2.a",
    );
    let why = &alignment.pairs[4].why;
    assert!(why.contains("p1.b (1.00), which stands under something else"), "{why}");
}

#[test]
fn a_note_goes_with_its_text_and_only_then_with_its_call() {
    case(
        "p1 The ferry leaves at noon.
         p2 Fares were raised by a tenth to pay for the boat.[^1]
         p3 Fishermen may land their catch at the steps.[^2]
         fn1 Ibid.
         fn2 Resolution 12/313, annex.",
        "p1 The ferry leaves at noon, as was agreed last year.[^1]
         p2 Fares were raised by a tenth to pay for the boat.[^2]
         p3 Fishermen may land their catch at the steps.[^3]
         fn1 Assembly resolution 12/313, annex.
         fn2 Ibid.
         fn3 Resolution 14/323, annex.",
        "p1>p1 p2>p2 p3>p3 fn2>fn1 fn1>fn2 >fn3",
    );
    // The same words say nothing if they are those of any note.
    case(
        "p1 The ferry leaves at noon.
         p2 Fares were raised by a tenth to pay for the boat.[^1]
         fn1 Ibid.",
        "p1 The ferry leaves at noon.[^1]
         p2 Fares were raised by a tenth to pay for the boat.[^2]
         fn1 Ibid.
         fn2 Ibid., p. 4.",
        "p1>p1 p2>p2 >fn1 fn1>fn2",
    );
}

#[test]
fn items_stay_in_their_lists() {
    case(
        "p1 The northern towns elected:
         p1.a Anna Lind
         p1.b Jon Berg
         p2 The southern towns elected:
         p2.a Mia Holm
         p2.b Ole Dahl",
        "p1 The northern towns elected:
         p1.a Anna Lind
         p1.b Ole Dahl
         p2 The southern towns elected:
         p2.a Mia Holm
         p2.b Jon Berg",
        "p1>p1 p1.a>p1.a p1.b> >p1.b p2>p2 p2.a>p2.a p2.b> >p2.b",
    );
}

#[test]
fn annexes_and_tables_keep_to_their_own() {
    case(
        "p1 The list of boats is in the annex.
         a1 Annex
         a1.p1 The list of boats is in the annex.
         a1.t1.r1 Gull | 1998 | North Quay
         a1.t1.r2 Tern | 2004 | South Quay",
        "p1 The list of boats is in the annex.
         a1 Annex
         a1.p1 The list of boats is in the annex.
         a1.t1.r1 Gull | 1998 | North Quay
         a1.t1.r2 Skua | 2011 | West Quay
         a1.t1.r3 Tern | 2004 | South Quay",
        "p1>p1 a1>a1 a1.p1>a1.p1 a1.t1.r1>a1.t1.r1 >a1.t1.r2 a1.t1.r2>a1.t1.r3",
    );
}

#[test]
fn empty_and_tiny_reports() {
    case("", "", "");
    case("p1 One.", "", "p1>");
    case("", "u1\nfn1 Note.", ">u1 >fn1");
    case("f.title Draft", "f.title Report", "");
    case("hI Lamps", "p1 Lamps", "hI> >p1");
    case("u1\nu2\nu3", "u1\nu2", "u1>u1 u2>u2 u3>");
    let odd = "p99999999999999999999 \u{0}\u{202e} [[[ ((( ___\nt1.r1 |\nu1 \u{4e2d}\u{6587}";
    case(odd, odd, "p99999999999999999999>p99999999999999999999 t1.r1>t1.r1 u1>u1");
}

#[test]
fn an_excerpt_is_found_in_a_long_report() {
    let whole = report(&many(260));
    let lines: Vec<String> = many(260).lines().map(str::to_owned).collect();
    let excerpt: String = lines[198..208]
        .iter()
        .enumerate()
        .map(|(at, line)| format!("p{} {}\n", at + 1, line.split_once(' ').map_or("", |(_, text)| text)))
        .collect();
    let excerpt = report(&excerpt);
    let alignment = checked(&excerpt, &whole);
    let found: Vec<(usize, usize, bool)> = alignment
        .pairs
        .iter()
        .filter_map(|pair| Some((*pair.old.first()?, *pair.new.first()?, pair.moved)))
        .collect();
    assert_eq!(found, (0..10).map(|at| (at, at + 198, false)).collect::<Vec<_>>());
}

#[test]
fn a_paragraph_may_become_three() {
    let one = "hI Quays
         p1 The ferry to the island leaves at noon and returns at dusk.
         p2 The lamps on the mole were replaced by ones that need no keeper and shine as far as the bar. \
         The towns shared the cost of the cable, of the masts and of the painters who came from inland. \
         The shed in which the batteries stand was moved behind the customs house, out of the spray.
         p3 The towns noted the accounts of the past year.";
    let three = "hI Quays
         p1 The ferry to the island leaves at noon and returns at dusk.
         p2 The lamps on the mole were replaced by ones that need no keeper and shine as far as the bar.
         p3 The towns shared the cost of the cable, of the masts and of two painters from the capital.
         p4 The shed in which the batteries stand was moved behind the customs house, out of the spray.
         p5 The towns noted the accounts of the past year.";
    let alignment = case(one, three, "hI>hI p1>p1 p2>p2+p3+p4 p3>p5");
    assert!(alignment.pairs[2].why.contains("hold the rest"), "{}", alignment.pairs[2].why);
    case(three, one, "hI>hI p1>p1 p2+p3+p4>p2 p5>p3");
}

#[test]
fn of_two_sentences_of_one_template_the_one_with_the_symbol_went_into_the_other() {
    let apart = "hI Papers
         p1 For the discussion of item 4, entitled “Sand”, the Board had before it document X/2041/CRP.2.
         p2 For the discussion of item 5, entitled “Masts”, the Board had before it document X/2041/CRP.3.
         p3 For the discussion of item 6, entitled “Rope”, the Board had before it document X/2041/CRP.4.";
    let joined = "hI Papers
         p1 For the discussion of item 4, entitled “Sand”, the Board had before it document X/2041/CRP.2. \
         For the discussion of item 6, entitled “Rope”, the Board had before it document X/2041/CRP.4.";
    case(apart, joined, "hI>hI p1+p3>p1 p2>");
}

/// Sentences from a small vocabulary, different from one another, without any randomness.
fn many(count: usize) -> String {
    let words =
        ["lamp", "mole", "ferry", "sand", "dredger", "basin", "quay", "storm", "mast", "buoy", "rope"];
    let mut out = String::new();
    for at in 0..count {
        out += &format!("p{} ", at + 1);
        for place in 0..14 {
            out += words[(at * 7 + at / 11 * place + place * place * (at % 13 + 1)) % words.len()];
            out += if place % 5 == 4 { "x" } else { " " };
            if place == 9 {
                out += &format!("w{} ", at * 31 % count);
            }
        }
        out.push('\n');
    }
    out
}

#[test]
fn twice_the_text_is_about_twice_the_work() {
    let scored = |count: usize, make: &dyn Fn(usize) -> String| {
        let (old, new) = (report(&make(count)), report(&make(count + count / 50)));
        align(&old, &new).scored
    };
    let alike =
        |count: usize| -> String { (1..=count).map(|at| format!("p{at} [To be completed]\n")).collect() };
    let unlike = |count: usize| -> String { many(count) };
    for make in [&alike as &dyn Fn(usize) -> String, &unlike] {
        let (once, twice) = (scored(500, make), scored(1000, make));
        assert!(twice < once * 5 / 2, "{once} pairs were compared, then {twice}");
        assert!(twice < 1000 * 80, "{twice} pairs were compared for 1000 paragraphs");
    }
}

#[test]
fn thousands_of_identical_paragraphs_stay_in_step() {
    let alike: String = (1..=5000).map(|at| format!("p{at} [To be completed]\n")).collect();
    let report = report(&alike);
    let start = std::time::Instant::now();
    let alignment = align(&report, &report);
    println!("5000 identical paragraphs: {:?}, {} scored", start.elapsed(), alignment.scored);
    assert!(alignment.pairs.iter().all(|pair| pair.old == pair.new && pair.confidence >= 0.99));
}

#[test]
fn any_two_lists_of_nodes_end_in_a_complete_alignment() {
    let mut seed: u64 = 7;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let kinds = [
        NodeKind::Masthead,
        NodeKind::Heading,
        NodeKind::Paragraph,
        NodeKind::Item,
        NodeKind::Unnumbered,
        NodeKind::Footnote,
        NodeKind::TableRow,
    ];
    let words =
        ["sand", "[...]", "lamp", "3rd", "X/L.1", "mole", "12 March", "___", "\u{4e2d}", "[To be added]", ""];
    for _ in 0..300 {
        let mut make = || {
            let mut report = Report::default();
            for at in 0..next(14) {
                let text = (0..next(9)).map(|_| words[next(words.len())]).collect::<Vec<_>>().join(" ");
                // Parents and calls may point anywhere, even to what does not exist.
                report.nodes.push(Node {
                    id: format!("n{at}"),
                    kind: kinds[next(kinds.len())],
                    number: (next(3) > 0).then(|| next(9).to_string()),
                    number_inferred: false,
                    parent: (next(3) > 0).then(|| format!("n{}", next(14))),
                    part: ["body", "a1"][next(2)].to_owned(),
                    text,
                    page: 0,
                    notes: (0..next(2))
                        .map(|_| Call { at: next(40), id: format!("n{}", next(14)) })
                        .collect(),
                    places: Vec::new(),
                });
            }
            Annotated { report, mentions: Default::default() }
        };
        let (old, new) = (make(), make());
        checked(&old, &new);
        let own = checked(&old, &old);
        assert!(
            own.pairs.iter().all(|pair| pair.old == pair.new && pair.confidence >= 0.99),
            "{:?}",
            short(&old, &old, &own)
        );
    }
}
