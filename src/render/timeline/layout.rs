//! Where everything of the picture stands: for each body a group, for each kind of event a row, in each row
//! as many lanes as its marks and labels need so that no two overlap.

use super::label;
use super::scale::Scale;
use crate::timeline::{Body, Event, Kind, Timeline, words};

/// Units, all of them.
pub const GUTTER: f64 = 104.0;
pub const MARGIN: f64 = 16.0;
pub const LANE: f64 = 20.0;
pub const SIZE: f64 = 12.0;
pub const LINE: f64 = 17.0;
/// The axis of a group.
pub const AXIS: f64 = 44.0;
/// Between a mark and its label, and between neighbours in a lane.
const GAP: f64 = 5.0;
const APART: f64 = 9.0;
/// Below this no mark can be seen or pointed at.
const NARROWEST: f64 = 5.0;
/// A row with more lanes would push the next body off the screen; what finds no room stays without a label.
const MOST_LANES: usize = 12;
/// In no lane yet: the row was full.
const CROWD: usize = usize::MAX;
/// Lines of events without a date.
const MOST_LINES: usize = 8;

/// The picture of one body.
pub struct Group<'a> {
    pub top: f64,
    /// The key of the body, and its name in lines.
    pub key: String,
    pub name: Vec<String>,
    /// The top of the axis; `None` where nothing has a date.
    pub axis: Option<f64>,
    pub rows: Vec<Row<'a>>,
    /// What has no date, in lines, and the top of the first.
    pub undated: (f64, Vec<String>),
    pub bottom: f64,
}

/// The events of one kind.
pub struct Row<'a> {
    pub label: &'static str,
    pub top: f64,
    pub lanes: usize,
    pub marks: Vec<Mark<'a>>,
}

/// An event in its lane.
pub struct Mark<'a> {
    pub event: &'a Event,
    /// Left and right of each run of days.
    pub runs: Vec<(f64, f64)>,
    /// The day is not known: the run is where it may be.
    pub vague: bool,
    pub lane: usize,
    pub label: Option<Label>,
}

/// Words beside a mark.
pub struct Label {
    pub name: String,
    pub days: String,
    pub x: f64,
    /// The words end at `x` instead of beginning there.
    pub ends: bool,
    /// They stand on the mark.
    pub inside: bool,
    /// They stand in the next lane.
    pub below: bool,
}

const ROWS: [(Kind, &str); 6] = [
    (Kind::Session, "Sessions"),
    (Kind::Gathering, "Gatherings"),
    (Kind::Meeting, "Meetings"),
    (Kind::Election, "Elections"),
    (Kind::Adoption, "Adoptions"),
    (Kind::Issue, "Documents"),
];

/// The groups from top to bottom, beginning `top` units from the upper edge.
pub fn groups<'a>(timeline: &'a Timeline, scale: Option<&Scale>, width: f64, top: f64) -> Vec<Group<'a>> {
    let mut groups = Vec::new();
    let mut y = top;
    for body in &timeline.bodies {
        let events: Vec<&Event> = timeline.events.iter().filter(|event| event.body == body.key).collect();
        if !events.is_empty() {
            let group = group(body, &events, scale, width, y);
            y = group.bottom + 28.0;
            groups.push(group);
        }
    }
    groups
}

fn group<'a>(body: &Body, events: &[&'a Event], scale: Option<&Scale>, width: f64, top: f64) -> Group<'a> {
    let room = width - 2.0 * MARGIN;
    let key = label::fitted(&body.key, 15.0, room);
    let name = if body.name == body.key {
        Vec::new()
    } else {
        label::lines(&words::cut(&body.name, 300), SIZE + 1.0, room, 3)
    };
    let mut y = top + 20.0 + name.len() as f64 * LINE;
    let (dated, undated): (Vec<&Event>, Vec<&Event>) =
        events.iter().partition(|event| event.reach().is_some());
    let mut rows = Vec::new();
    let scale = scale.filter(|_| !dated.is_empty());
    let axis = scale.map(|_| y);
    if let Some(scale) = scale {
        y += AXIS;
        for (kind, label) in ROWS {
            let events: Vec<&'a Event> = dated.iter().copied().filter(|event| event.kind == kind).collect();
            if !events.is_empty() {
                let row = row(label, &events, scale, y);
                y += row.lanes as f64 * LANE + 8.0;
                rows.push(row);
            }
        }
    }
    let names: Vec<String> = undated.iter().map(|event| words::cut(&words::what(event), 80)).collect();
    let lines = if names.is_empty() {
        Vec::new()
    } else {
        label::lines(&format!("Without a date: {}", names.join(" · ")), SIZE, room, MOST_LINES)
    };
    let undated = (y + 4.0, lines);
    let bottom = y + undated.1.len() as f64 * LINE + 8.0;
    Group { top, key, name, axis, rows, undated, bottom }
}

fn row<'a>(label: &'static str, events: &[&'a Event], scale: &Scale, top: f64) -> Row<'a> {
    let mut marks: Vec<Mark<'a>> = events.iter().filter_map(|event| mark(event, scale)).collect();
    marks.sort_by(|one, two| hull(one).0.total_cmp(&hull(two).0));
    // How far each lane is taken; a mark asks only for what lies right of that.
    let mut lanes: Vec<f64> = Vec::new();
    for mark in &mut marks {
        place(mark, &mut lanes, scale.width);
    }
    let crowd = marks.iter_mut().filter(|mark| mark.lane == CROWD);
    let crowded = crowd.map(|mark| mark.lane = lanes.len()).count() > 0;
    Row { label, top, lanes: lanes.len() + usize::from(crowded), marks }
}

fn mark<'a>(event: &'a Event, scale: &Scale) -> Option<Mark<'a>> {
    let vague = event.days.is_empty();
    let days = if vague { vec![event.reach()?] } else { event.days.clone() };
    let mut runs: Vec<(f64, f64)> =
        days.iter().map(|(first, last)| seen(scale.x(*first), scale.end(*last), scale.width)).collect();
    runs.sort_by(|one, two| one.0.total_cmp(&two.0));
    Some(Mark { event, runs, vague, lane: 0, label: None })
}

/// Wide enough to be seen, round its own middle, and within the line.
fn seen(from: f64, to: f64, width: f64) -> (f64, f64) {
    let missing = NARROWEST - (to - from);
    if missing <= 0.0 {
        return (from, to);
    }
    let from = (from - missing / 2.0).clamp(0.0, width - NARROWEST);
    (from, from + NARROWEST)
}

/// From the first run to the last, with room for signs that are wider than a day.
fn hull(mark: &Mark) -> (f64, f64) {
    let from = mark.runs.iter().map(|(from, _)| *from).fold(f64::INFINITY, f64::min);
    let to = mark.runs.iter().map(|(_, to)| *to).fold(0.0, f64::max);
    (from - 3.0, to + 3.0)
}

/// Gives a mark its lane and its label: with its days, else without; what finds no room goes into a lane
/// below all others, without a label, where it covers nobody's words.
fn place(mark: &mut Mark, lanes: &mut Vec<f64>, width: f64) {
    let (name, days) = label::beside(mark.event);
    let mut ways = vec![(name.clone(), days)];
    if !ways[0].1.is_empty() {
        ways.push((name, String::new()));
    }
    for (name, days) in ways {
        let clash = if mark.event.clashes.is_empty() { 0.0 } else { label::width("! ", SIZE) };
        let wide = label::width(&name, SIZE) + label::width(&days, SIZE) + clash;
        let wide = if days.is_empty() { wide } else { wide + label::width("  ", SIZE) };
        let (label, from, to) = beside(mark, name, days, wide, width);
        let deep = if label.below { 2 } else { 1 };
        if let Some(lane) = free(lanes, from, deep) {
            for taken in &mut lanes[lane..lane + deep] {
                *taken = to;
            }
            mark.lane = lane;
            mark.label = Some(label);
            return;
        }
    }
    mark.lane = CROWD;
}

/// The label where it has room: on the mark, to the right, to the left, else below; and what it takes of the
/// lane together with its mark.
fn beside(mark: &Mark, name: String, days: String, wide: f64, width: f64) -> (Label, f64, f64) {
    let (from, to) = hull(mark);
    let single = mark.runs.len() == 1;
    let mut label = Label { name, days, x: to + GAP, ends: false, inside: false, below: false };
    if single && to - from >= wide + 24.0 && !mark.vague {
        label.x = from + 10.0;
        label.inside = true;
        (label, from, to)
    } else if to + GAP + wide <= width {
        (label, from, to + GAP + wide)
    } else if from - GAP - wide >= 0.0 {
        label.x = from - GAP;
        label.ends = true;
        (label, from - GAP - wide, to)
    } else {
        label.below = true;
        label.x = from.min(width - wide).max(0.0);
        let start = label.x.min(from);
        let end = (label.x + wide).max(to);
        (label, start, end)
    }
}

/// The first lane from which so many are free from a place on; new ones are opened while there may be more.
fn free(lanes: &mut Vec<f64>, from: f64, deep: usize) -> Option<usize> {
    for lane in 0..=MOST_LANES - deep {
        let fits = (lane..lane + deep).all(|lane| lanes.get(lane).is_none_or(|taken| taken + APART <= from));
        if fits {
            lanes.resize(lanes.len().max(lane + deep), f64::NEG_INFINITY);
            return Some(lane);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::{Source, Status};

    /// Sessions that begin so many days after the first of March 2031, each of so many days.
    fn sessions(days: impl Iterator<Item = (i32, i32)>) -> Timeline {
        let first = jiff::civil::date(2031, 3, 1);
        let day = |after: i32| first.checked_add(jiff::Span::new().days(after)).unwrap();
        let event = |(at, (start, length)): (usize, (i32, i32))| {
            let (from, to) = (day(start), day(start + length - 1));
            Event {
                id: format!("A/AC.999:session:{at}"),
                body: "A/AC.999".to_owned(),
                body_name: "Group".to_owned(),
                kind: Kind::Session,
                name: format!("{at}th substantive session"),
                ordinal: None,
                of: None,
                types: None,
                dates: Some(format!("{from}/{to}")),
                status: Status::Held,
                place: None,
                meetings: None,
                agenda_items: Vec::new(),
                officers: Vec::new(),
                documents: Vec::new(),
                at: None,
                part_of: None,
                note: None,
                sources: vec![Source {
                    symbol: "A/1".to_owned(),
                    id: "p1".to_owned(),
                    place: "¶1".to_owned(),
                    text: String::new(),
                }],
                clashes: Vec::new(),
                days: vec![(from, to)],
            }
        };
        let body = Body { key: "A/AC.999".to_owned(), name: "Group".to_owned() };
        Timeline { bodies: vec![body], events: days.enumerate().map(event).collect(), ..Timeline::default() }
    }

    /// Left and right of a mark with its label, in its lane.
    fn taken(mark: &Mark) -> (usize, f64, f64) {
        let (mut from, mut to) = hull(mark);
        if let Some(label) = mark.label.as_ref().filter(|label| !label.inside && !label.below) {
            let wide = label::width(&label.name, SIZE) + label::width(&label.days, SIZE);
            if label.ends {
                from = from.min(label.x - wide);
            } else {
                to = to.max(label.x + wide);
            }
        }
        (mark.lane, from, to)
    }

    #[test]
    fn labels_neither_overlap_nor_stand_outside() {
        let spans: [(&str, Vec<(i32, i32)>); 5] = [
            ("one day", vec![(0, 1)]),
            ("three days", vec![(0, 3), (0, 1), (1, 2), (2, 1)]),
            ("one long", vec![(0, 200), (50, 100), (199, 1), (90, 5)]),
            ("sixty years", (0..120).map(|at| (at * 180, 5)).collect()),
            ("one a day", (0..90).map(|at| (at, 1)).collect()),
        ];
        for (name, days) in spans {
            let timeline = sessions(days.into_iter());
            let scale = Scale::over(timeline.events.iter()).unwrap();
            let groups = groups(&timeline, Some(&scale), scale.width + GUTTER + 2.0 * MARGIN, 0.0);
            let marks = &groups[0].rows[0].marks;
            assert_eq!(marks.len(), timeline.events.len(), "{name}");
            assert!(groups[0].rows[0].lanes <= MOST_LANES + 1, "{name}");
            // What has no label stands in a lane of its own.
            let bare = marks.iter().filter(|mark| mark.label.is_none());
            assert!(bare.into_iter().all(|mark| mark.lane == MOST_LANES), "{name}");
            let labelled: Vec<&Mark> = marks.iter().filter(|mark| mark.label.is_some()).collect();
            for (at, one) in labelled.iter().enumerate() {
                let (lane, from, to) = taken(one);
                assert!(from >= -4.0 && to <= scale.width + 4.0, "{name}: {from} {to}");
                for two in &labelled[at + 1..] {
                    let (other, start, end) = taken(two);
                    assert!(lane != other || end <= from || to <= start, "{name}: {lane} {from} {to}");
                }
            }
        }
    }

    #[test]
    fn few_events_have_their_labels_with_days() {
        let timeline = sessions([(0, 5), (30, 5), (400, 5), (430, 5)].into_iter());
        let scale = Scale::over(timeline.events.iter()).unwrap();
        let groups = groups(&timeline, Some(&scale), scale.width + GUTTER + 2.0 * MARGIN, 0.0);
        let labels = groups[0].rows[0].marks.iter().map(|mark| mark.label.as_ref().unwrap());
        assert!(labels.into_iter().all(|label| !label.days.is_empty()));
    }
}
