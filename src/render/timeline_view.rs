//! A timeline on the screen: for each body a strip that shows time to scale, and a list by date.
//!
//! ```text
//! 9–13 Sep 2031     1st session, Headquarters               ¶3, 9, 11
//! └ when            └ what                                  └ who says so
//! ```

use super::palette::{Ink, paint};
use super::terminal::Setting;
use super::timeline::head;
use super::view::{Role, Run};
use super::wrap::{Line, Measure, columns, shown, wrap};
use crate::timeline::strip::{self, Sign, Strip};
use crate::timeline::{Body, Event, Kind, Status, Timeline, words};

/// Columns of the days and of the sources on a screen of usual width.
const WHEN: usize = 20;
const WHO: usize = 17;
/// Below this width what stands side by side stands below one another.
const NARROW: usize = 60;
/// The longest line of a list that the eye follows to its sources.
const WIDEST: usize = 116;

/// Sets the page.
pub fn render(timeline: &Timeline, setting: &Setting) -> String {
    let mut press =
        Press { out: String::new(), setting: *setting, reports: Vec::new(), session: None, within: false };
    press.head(timeline);
    for remark in &timeline.remarks {
        press.line(&[Run::new(Role::Warning, format!("! {}", remark.message))], 2);
    }
    for body in &timeline.bodies {
        let events: Vec<&Event> = timeline.events.iter().filter(|event| event.body == body.key).collect();
        if !events.is_empty() {
            press.body(body, &events, timeline);
        }
    }
    press.out
}

struct Press<'a> {
    out: String,
    setting: Setting,
    /// The symbols of the reports that tell of this body: one need not be named again and again, and
    /// several go by their numbers.
    reports: Vec<&'a str>,
    /// [`Event::id`] of the event below which those that belong to it are set in.
    session: Option<String>,
    /// Whether the row before belongs to it.
    within: bool,
}

impl<'a> Press<'a> {
    fn width(&self) -> usize {
        self.setting.width.min(WIDEST)
    }

    fn ink(&self) -> Ink {
        Ink::full(self.setting.color)
    }

    fn write(&mut self, line: &str) {
        self.out.push_str(line.trim_end_matches(' '));
        self.out.push('\n');
    }

    /// Words over the whole width, further lines indented.
    fn line(&mut self, runs: &[Run], indent: usize) {
        let measure = Measure {
            width: self.width().saturating_sub(indent).max(8),
            ascii: self.setting.ascii,
            unsigned: true,
        };
        for (at, line) in wrap(runs, measure).iter().enumerate() {
            let pad = if at == 0 { 0 } else { indent };
            let text = line.paint(self.ink());
            self.write(&format!("{:pad$}{text}", ""));
        }
    }

    fn head(&mut self, timeline: &Timeline) {
        self.line(&[Run::new(Role::Heading, head::heading(timeline))], 2);
    }

    fn body(&mut self, body: &Body, events: &[&'a Event], timeline: &'a Timeline) {
        self.out.push('\n');
        let mut runs = vec![Run::new(Role::Heading, body.key.clone())];
        if body.name != body.key {
            runs.push(Run::new(Role::Equal, format!("  {}", body.name)));
        }
        self.line(&runs, 2);
        let label = 10;
        if let Some(strip) = strip::strip(events, self.width().saturating_sub(label).min(96))
            .filter(|_| self.setting.width >= 40)
        {
            self.strip(&strip, label);
        }
        self.out.push('\n');
        let told = |symbol: &&str| {
            events.iter().flat_map(|event| &event.sources).any(|source| source.symbol == *symbol)
        };
        let all = timeline.reports.iter().map(|report| report.symbol.as_deref().unwrap_or(&report.path));
        self.reports = all.filter(told).collect();
        self.reports.dedup();
        if self.reports.len() > 1 {
            let named = self.reports.iter().enumerate();
            let named: Vec<String> =
                named.map(|(at, symbol)| format!("[{}]\u{a0}{symbol}", at + 1)).collect();
            self.line(&[Run::new(Role::Muted, named.join("   "))], 2);
            self.out.push('\n');
        }
        let mut when = String::new();
        (self.session, self.within) = (None, false);
        for event in events {
            self.event(event, timeline, &mut when);
        }
    }

    fn strip(&mut self, strip: &Strip, label: usize) {
        let mut years = String::new();
        let mut told = None;
        // Under a year the months say more; the first of a year says which.
        let months = strip.months.iter().map(|(at, month)| {
            let again = told.replace(month.year()) == Some(month.year());
            let year = if again { String::new() } else { format!(" {}", month.year()) };
            (*at, format!("{}{year}", words::month(*month)))
        });
        let labels: Vec<(usize, String)> = if strip.months.is_empty() {
            strip.years.iter().map(|(at, year)| (*at, year.to_string())).collect()
        } else {
            months.collect()
        };
        for (at, year) in &labels {
            let used = columns(&years);
            // A year whose label would touch the one before is left out; the signs stay where they are.
            if used == 0 || at >= &(used + 1) {
                years.push_str(&" ".repeat(at.saturating_sub(used)));
                years.push_str(year);
            }
        }
        let most = self.width();
        let head: String = format!("{:label$}{years}", "").chars().take(most).collect();
        self.write(&head);
        let mut seen: Vec<Sign> = Vec::new();
        for (name, row) in [("sessions", &strip.sessions), ("other", &strip.others)] {
            if row.iter().all(Option::is_none) {
                continue;
            }
            let signs: String = row.iter().map(|cell| cell.map_or(' ', |sign| self.sign(sign))).collect();
            seen.extend(row.iter().flatten());
            let name = paint(&format!("{name:label$}"), Role::Label, self.ink());
            self.write(&format!("{name}{signs}"));
        }
        seen.sort_unstable();
        seen.dedup();
        seen.reverse();
        let legend: Vec<String> =
            seen.into_iter().map(|sign| format!("{} {}", self.sign(sign), meaning(sign))).collect();
        let legend = [Run::new(Role::Muted, legend.join(", "))];
        let measure = Measure {
            width: self.width().saturating_sub(label).max(8),
            ascii: self.setting.ascii,
            unsigned: true,
        };
        for line in wrap(&legend, measure) {
            let text = line.paint(self.ink());
            self.write(&format!("{:label$}{text}", ""));
        }
    }

    fn sign(&self, sign: Sign) -> char {
        match (sign, self.setting.ascii) {
            (Sign::Held, false) => '■',
            (Sign::Ahead, false) => '□',
            (Sign::Cancelled, false) => '×',
            (Sign::Postponed, false) => '»',
            (Sign::Scheduled, false) => '▫',
            (Sign::Beside, false) => '○',
            (Sign::Issued, false) => '·',
            (Sign::Held, true) => '#',
            (Sign::Ahead, true) => '=',
            (Sign::Cancelled, true) => 'x',
            (Sign::Postponed, true) => '>',
            (Sign::Scheduled, true) => '+',
            (Sign::Beside, true) => 'o',
            (Sign::Issued, true) => '.',
        }
    }

    /// One event; its days are left out where the one before has the same.
    fn event(&mut self, event: &Event, timeline: &Timeline, before: &mut String) {
        let days = event.dates.as_deref().map_or_else(|| "no date".to_owned(), words::dates);
        let again = *before == days;
        *before = days.clone();
        // Set in below its session; behind something else it needs its whole date.
        let below = event.part_of.is_some() && event.part_of == self.session;
        if event.kind == Kind::Session {
            self.session = Some(event.id.clone());
        }
        let when = match (again, below) {
            (true, _) => String::new(),
            (false, true) if self.within => format!("  {}", short(&days)),
            (false, true) => format!("  {days}"),
            (false, false) => days,
        };
        self.within = below || event.kind == Kind::Session;
        let strong = event.kind == Kind::Session;
        let role = match event.status {
            Status::Cancelled | Status::Postponed => Role::Muted,
            _ if strong => Role::Heading,
            _ => Role::Equal,
        };
        let mut lines: Vec<Vec<Run>> = vec![vec![Run::new(role, words::title(event))]];
        lines.extend(
            words::details(event, timeline).into_iter().map(|line| vec![Run::new(Role::Muted, line)]),
        );
        for clash in &event.clashes {
            let text = words::clash(&clash.field, &clash.values, self.reports.len() < 2);
            lines.push(vec![Run::new(Role::Warning, "! "), Run::new(Role::Equal, text)]);
        }
        let who = match self.reports.as_slice() {
            [] | [_] => words::sources(&event.sources, true),
            reports => words::numbered_sources(&event.sources, reports),
        };
        if self.setting.width < NARROW {
            self.below(&when, &lines, &who);
        } else {
            self.beside(&when, &lines, &who);
        }
    }

    /// Three columns.
    fn beside(&mut self, when: &str, lines: &[Vec<Run>], who: &str) {
        let ascii = self.setting.ascii;
        let what = self.width() - WHEN - WHO - 2;
        let measure = |width: usize| Measure { width, ascii, unsigned: true };
        // A date keeps its parts together where it can.
        let indent = when.len() - when.trim_start().len();
        let when = wrap(&[Run::new(Role::Label, when.trim_start())], measure(WHEN - 2 - indent));
        let who = folded(who, measure(WHO));
        let mut middle = Vec::new();
        for (at, runs) in lines.iter().enumerate() {
            let deeper = if at == 0 { 0 } else { 2 };
            middle.extend(wrap(runs, measure(what - deeper)).into_iter().map(|line| (deeper, line)));
        }
        let ink = self.ink();
        for at in 0..when.len().max(middle.len()).max(who.len()) {
            let mut text = String::new();
            let mut used = 0;
            if let Some(line) = when.get(at).filter(|line| line.width() > 0) {
                text += &format!("{:indent$}{}", "", line.paint(ink));
                used = indent + line.width();
            }
            if let Some((deeper, line)) = middle.get(at) {
                text += &format!("{:pad$}{}", "", line.paint(ink), pad = WHEN + deeper - used);
                used = WHEN + deeper + line.width();
            }
            if let Some(line) = who.get(at).filter(|line| line.width() > 0) {
                let start = WHEN + what + 2;
                text += &format!("{:pad$}{}", "", line.paint(ink), pad = start.saturating_sub(used));
            }
            self.write(&text);
        }
    }

    /// A narrow screen: the days, and below them the rest.
    fn below(&mut self, when: &str, lines: &[Vec<Run>], who: &str) {
        let when = shown(when.trim(), self.setting.ascii);
        if !when.is_empty() {
            let painted = paint(&when, Role::Label, self.ink());
            self.write(&painted);
        }
        let who = vec![Run::new(Role::Muted, who)];
        for (at, runs) in lines.iter().chain([&who]).enumerate() {
            let indent = if at == 0 { 2 } else { 4 };
            let measure = Measure {
                width: self.width().saturating_sub(indent).max(8),
                ascii: self.setting.ascii,
                unsigned: true,
            };
            for line in wrap(runs, measure) {
                let text = line.paint(self.ink());
                self.write(&format!("{:indent$}{text}", ""));
            }
        }
    }
}

/// Who tells it in at most three lines, "and 5 more" at the end where that is not all.
fn folded(who: &str, measure: Measure) -> Vec<Line> {
    const MOST: usize = 3;
    let set = |text: &str| wrap(&[Run::new(Role::Muted, text)], measure);
    let whole = set(who);
    if whole.len() <= MOST {
        return whole;
    }
    // Between two places, or two reports.
    let ends: Vec<usize> =
        who.match_indices([',', ';']).map(|(at, _)| at).filter(|at| who[at + 1..].starts_with(' ')).collect();
    let cut = ends.iter().enumerate().rev().map(|(at, end)| {
        let places: usize = who[*end..].split([',', ';']).skip(1).map(counted).sum();
        (at, set(&format!("{} and {places} more", &who[..*end])))
    });
    let mut cut = cut.filter(|(_, lines)| lines.len() <= MOST);
    cut.next().map_or(whole, |(_, lines)| lines)
}

/// How many places "6–8" names; anything else names one.
fn counted(place: &str) -> usize {
    let digits =
        |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>().parse::<usize>().ok();
    let ends = place
        .rsplit_once('–')
        .and_then(|(first, last)| Some((digits(first.rsplit('¶').next()?)?, digits(last)?)));
    ends.filter(|(first, last)| first < last).map_or(1, |(first, last)| last - first + 1)
}

/// Under its session the year of a meeting goes without saying.
fn short(days: &str) -> &str {
    match days.rsplit_once(' ') {
        Some((before, year)) if year.len() == 4 && year.chars().all(|c| c.is_ascii_digit()) => before,
        _ => days,
    }
}

fn meaning(sign: Sign) -> &'static str {
    match sign {
        Sign::Held => "held",
        Sign::Ahead => "told before its date",
        Sign::Cancelled => "cancelled",
        Sign::Postponed => "postponed",
        Sign::Scheduled => "scheduled",
        Sign::Beside => "other gathering",
        Sign::Issued => "issued",
    }
}
