//! A timeline → SVG: drawn to scale, without scripts and without fonts from elsewhere.

use super::layout::{AXIS, GUTTER, Group, LANE, LINE, Label, MARGIN, Mark, SIZE, groups};
use super::scale::{Scale, Tick, Unit};
use super::{head, label};
use crate::render::markup::text;
use crate::timeline::{Event, Kind, Status, Timeline, words};
use std::fmt::Write as _;

/// The style of the picture, light and dark; the page has it among its own.
pub const STYLE: &str = include_str!("picture.css");

/// The text of a file.
pub fn render(timeline: &Timeline) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", drawn(timeline, true))
}

/// The element alone, for a page that has [`STYLE`].
pub fn inline(timeline: &Timeline) -> String {
    drawn(timeline, false)
}

fn drawn(timeline: &Timeline, styled: bool) -> String {
    let scale = Scale::over(timeline.events.iter());
    let width = GUTTER + scale.as_ref().map_or(720.0, |scale| scale.width) + 2.0 * MARGIN;
    let heading = head::heading(timeline);
    let lines = if styled { label::lines(&heading, 17.0, width - 2.0 * MARGIN, 3) } else { Vec::new() };
    let top = MARGIN + lines.len() as f64 * 24.0;
    let groups = groups(timeline, scale.as_ref(), width, top + 8.0);
    let legend_top = groups.last().map_or(top, |group| group.bottom) + 12.0;
    let mut pen = Pen { out: String::new(), timeline };
    let legend_bottom = pen.legend(legend_top, width);
    let legend = std::mem::take(&mut pen.out);
    let height = legend_bottom + MARGIN;
    for (at, line) in lines.iter().enumerate() {
        pen.words("heading", MARGIN, MARGIN + 18.0 + at as f64 * 24.0, line);
    }
    let ticks = scale.as_ref().map(Scale::ticks).unwrap_or_default();
    for group in &groups {
        pen.group(group, &ticks, width);
    }
    let style = if styled { format!("<style>{STYLE}</style>\n") } else { String::new() };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" role=\"img\" \
         aria-labelledby=\"picture-title picture-desc\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\">\n\
         <title id=\"picture-title\">{}</title>\n<desc id=\"picture-desc\">{}</desc>\n{style}\
         <defs><pattern id=\"hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><rect class=\"paper\" width=\"5\" height=\"5\"/>\
         <path class=\"hatching\" d=\"M0,0 V5\"/></pattern></defs>\n\
         <rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>\n{}{legend}</svg>",
        text(&heading),
        text(&described(timeline)),
        pen.out,
    )
}

/// The picture in words, for those who do not see it.
fn described(timeline: &Timeline) -> String {
    let mut told = vec!["A line of time for each body, drawn to scale.".to_owned()];
    for body in &timeline.bodies {
        let count = |kind: Kind| {
            let of_kind = |event: &&Event| event.body == body.key && event.kind == kind;
            timeline.events.iter().filter(of_kind).count()
        };
        let kinds = [
            (Kind::Session, "session", "sessions"),
            (Kind::Gathering, "gathering", "gatherings"),
            (Kind::Meeting, "meeting", "meetings"),
            (Kind::Election, "election", "elections"),
            (Kind::Adoption, "adoption", "adoptions"),
            (Kind::Issue, "document", "documents"),
        ];
        let parts: Vec<String> = kinds
            .iter()
            .map(|(kind, one, many)| (count(*kind), one, many))
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }))
            .collect();
        told.push(format!("{}: {}.", words::cut(&body.key, 100), parts.join(", ")));
    }
    told.join(" ")
}

struct Pen<'a> {
    out: String,
    timeline: &'a Timeline,
}

impl Pen<'_> {
    fn words(&mut self, class: &str, x: f64, y: f64, words: &str) {
        let _ = writeln!(
            self.out,
            "<text class=\"{class}\" x=\"{}\" y=\"{}\">{}</text>",
            figure(x),
            figure(y),
            text(words)
        );
    }

    fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let path = format!("M{},{} L{},{}", figure(from.0), figure(from.1), figure(to.0), figure(to.1));
        let _ = writeln!(self.out, "<path class=\"{class}\" d=\"{path}\"/>");
    }

    fn group(&mut self, group: &Group, ticks: &[Tick], width: f64) {
        self.line("edge", (MARGIN, group.top - 6.0), (width - MARGIN, group.top - 6.0));
        self.words("key", MARGIN, group.top + 13.0, &group.key);
        for (at, line) in group.name.iter().enumerate() {
            self.words("name", MARGIN, group.top + 30.0 + at as f64 * LINE, line);
        }
        if let Some(axis) = group.axis {
            self.axis(axis, ticks);
        }
        for (at, row) in group.rows.iter().enumerate() {
            let high = row.lanes as f64 * LANE + 8.0;
            if at % 2 == 0 {
                let _ = writeln!(
                    self.out,
                    "<rect class=\"band\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
                    figure(MARGIN),
                    figure(row.top - 4.0),
                    figure(width - 2.0 * MARGIN),
                    figure(high)
                );
            }
        }
        if let Some(axis) = group.axis {
            self.grid(axis, group.undated.0 - 8.0, ticks);
        }
        for row in &group.rows {
            self.words("row", MARGIN + 6.0, row.top + 14.0, row.label);
            for mark in &row.marks {
                self.mark(mark, row.top);
            }
        }
        for (at, line) in group.undated.1.iter().enumerate() {
            self.words("undated", MARGIN, group.undated.0 + 12.0 + at as f64 * LINE, line);
        }
    }

    /// Years above, below them months and days.
    fn axis(&mut self, top: f64, ticks: &[Tick]) {
        let days = ticks.iter().any(|tick| tick.unit == Unit::Day);
        for tick in ticks.iter().filter(|tick| !tick.label.is_empty()) {
            let x = GUTTER + MARGIN + tick.x + 2.0;
            let (class, y) = match tick.unit {
                Unit::Year => ("year", 12.0),
                Unit::Month if days => ("month", 25.0),
                Unit::Month => ("month", 34.0),
                Unit::Day => ("month", 38.0),
            };
            self.words(class, x, top + y, &tick.label);
        }
    }

    /// The lines of years over all rows, of months and days short at the axis.
    fn grid(&mut self, top: f64, bottom: f64, ticks: &[Tick]) {
        for tick in ticks {
            let x = GUTTER + MARGIN + tick.x;
            match tick.unit {
                Unit::Year => self.line("grid-year", (x, top + 2.0), (x, bottom)),
                Unit::Month if !tick.label.is_empty() => {
                    self.line("grid", (x, top + 16.0), (x, bottom));
                }
                Unit::Month | Unit::Day => self.line("grid", (x, top + AXIS - 9.0), (x, top + AXIS - 4.0)),
            }
        }
    }

    fn mark(&mut self, mark: &Mark, top: f64) {
        let event = mark.event;
        let middle = top + (mark.lane as f64 + 0.5) * LANE;
        let left = GUTTER + MARGIN;
        let vague = if mark.vague { " vague" } else { "" };
        let _ = write!(self.out, "<g class=\"mark {} {}{vague}\">", event.kind.name(), event.status.name());
        let lines: Vec<String> = label::hover(event, self.timeline).iter().map(|line| text(line)).collect();
        let _ = writeln!(self.out, "<title>{}</title>", lines.join("\n"));
        if let (Some(first), Some(last)) = (mark.runs.first(), mark.runs.last())
            && mark.runs.len() > 1
        {
            self.line("thread", (left + first.0, middle), (left + last.1, middle));
        }
        for (from, to) in &mark.runs {
            self.sign(event, (left + from, left + to), middle);
        }
        if let Some(label) = &mark.label {
            self.label(label, event, middle);
        }
        self.out.push_str("</g>\n");
    }

    fn label(&mut self, label: &Label, event: &Event, middle: f64) {
        let y = middle + 4.0 + if label.below { LANE } else { 0.0 };
        let anchor = if label.ends { " text-anchor=\"end\"" } else { "" };
        let inside = if label.inside { " inside" } else { "" };
        let _ = write!(
            self.out,
            "<text class=\"label{inside}\" x=\"{}\" y=\"{}\"{anchor}>",
            figure(GUTTER + MARGIN + label.x),
            figure(y)
        );
        if !event.clashes.is_empty() {
            self.out.push_str("<tspan class=\"clash\">! </tspan>");
        }
        self.out.push_str(&text(&label.name));
        if !label.days.is_empty() {
            let _ = write!(self.out, "<tspan class=\"days\" dx=\"6\">{}</tspan>", text(&label.days));
        }
        self.out.push_str("</text>\n");
    }

    /// The sign of a kind over a run of days; what became of the event is in its style and in what is
    /// drawn over it.
    fn sign(&mut self, event: &Event, (from, to): (f64, f64), y: f64) {
        let (x, wide) = ((from + to) / 2.0, to - from);
        let bar = matches!(event.kind, Kind::Session | Kind::Gathering) || wide > 14.0;
        let shape = if bar {
            let round = match event.kind {
                Kind::Session => 1.5,
                _ => 5.5,
            };
            let wide = if event.kind == Kind::Gathering { wide.max(11.0) } else { wide };
            format!(
                "<rect class=\"sign\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{round}\"/>",
                figure(x - wide / 2.0),
                figure(y - if event.kind == Kind::Session { 7.0 } else { 5.5 }),
                figure(wide),
                if event.kind == Kind::Session { 14 } else { 11 },
            )
        } else {
            let path = match event.kind {
                Kind::Election => "m0,-6 l6,11 h-12 z",
                Kind::Adoption => "m0,-6.5 l6.5,6.5 l-6.5,6.5 l-6.5,-6.5 z",
                Kind::Issue => "m-4.5,-6.5 h6 l3,3 v10 h-9 z",
                _ => "m-3.5,0 a3.5,3.5 0 1 0 7,0 a3.5,3.5 0 1 0 -7,0 z",
            };
            format!("<path class=\"sign\" d=\"M{},{} {path}\"/>", figure(x), figure(y))
        };
        self.out.push_str(&shape);
        match event.status {
            Status::Cancelled => {
                let _ = write!(
                    self.out,
                    "<path class=\"stroke\" d=\"M{},{} m-6,-8 l12,16 m0,-16 l-12,16\"/>",
                    figure(x),
                    figure(y)
                );
            }
            Status::Postponed => {
                let _ = write!(
                    self.out,
                    "<path class=\"stroke\" d=\"M{},{} m-3,-7 l6,7 l-6,7\"/>",
                    figure(x),
                    figure(y)
                );
            }
            Status::Held | Status::ToldAhead | Status::Scheduled => {}
        }
        self.out.push('\n');
    }

    /// What the styles mean, as far as they occur; returns the bottom.
    fn legend(&mut self, top: f64, width: f64) -> f64 {
        let events = &self.timeline.events;
        let has =
            |status: Status| events.iter().any(|event| event.status == status && event.reach().is_some());
        let mut entries: Vec<(&str, &str)> = [
            (Status::Held, "held"),
            (Status::ToldAhead, "told as past before its day"),
            (Status::Scheduled, "scheduled"),
            (Status::Postponed, "postponed"),
            (Status::Cancelled, "cancelled"),
        ]
        .into_iter()
        .filter(|(status, _)| has(*status))
        .map(|(status, meaning)| (status.name(), meaning))
        .collect();
        if events.iter().any(|event| event.days.is_empty() && event.reach().is_some()) {
            entries.push(("vague", "on a day in this time"));
        }
        let clash = events.iter().any(|event| !event.clashes.is_empty());
        let (mut x, mut y) = (MARGIN, top);
        for (class, meaning) in entries {
            let wide = 30.0 + label::width(meaning, SIZE) + 18.0;
            if x + wide > width - MARGIN && x > MARGIN {
                (x, y) = (MARGIN, y + LANE);
            }
            let (left, middle) = (figure(x), figure(y + 10.0));
            let _ = write!(
                self.out,
                "<g class=\"mark session {class}\"><rect class=\"sign\" x=\"{left}\" y=\"{}\" width=\"22\" \
                 height=\"14\" rx=\"1.5\"/>",
                figure(y + 3.0)
            );
            let over = match class {
                "cancelled" => "m5,-8 l12,16 m0,-16 l-12,16",
                "postponed" => "m8,-7 l6,7 l-6,7",
                _ => "",
            };
            if !over.is_empty() {
                let _ = write!(self.out, "<path class=\"stroke\" d=\"M{left},{middle} {over}\"/>");
            }
            self.out.push_str("</g>\n");
            self.words("legend", x + 28.0, y + 14.0, meaning);
            x += wide;
        }
        if clash {
            let _ = writeln!(
                self.out,
                "<text class=\"legend\" x=\"{}\" y=\"{}\"><tspan class=\"clash\">!</tspan> told in two ways</text>",
                figure(x),
                figure(y + 14.0)
            );
        }
        y + LANE
    }
}

/// A number with at most one decimal.
fn figure(number: f64) -> String {
    let rounded = (number * 10.0).round() / 10.0;
    if rounded.fract() == 0.0 { format!("{rounded:.0}") } else { format!("{rounded:.1}") }
}
