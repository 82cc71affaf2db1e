//! A strict reader of iCalendar, written from RFC 5545: what it does not panic on, programs accept.

// Each test binary that includes this file needs another part of it.
#![allow(dead_code)]

/// A component: VCALENDAR, VEVENT.
#[derive(Debug)]
pub struct Component {
    pub name: String,
    /// Name with parameters, and the value as it is written.
    pub properties: Vec<(String, String)>,
    pub inside: Vec<Component>,
}

impl Component {
    /// The value of a property that stands there once.
    #[track_caller]
    pub fn one(&self, name: &str) -> &str {
        let mut found = self.properties.iter().filter(|(key, _)| key == name);
        let (_, value) = found.next().unwrap_or_else(|| panic!("no {name} in {self:?}"));
        assert!(found.next().is_none(), "{name} twice in {self:?}");
        value
    }

    /// A value of type TEXT, without its escapes.
    #[track_caller]
    pub fn text(&self, name: &str) -> String {
        let mut text = String::new();
        let mut chars = self.one(name).chars();
        while let Some(character) = chars.next() {
            match character {
                '\\' => match chars.next() {
                    Some('n' | 'N') => text.push('\n'),
                    Some(sign @ ('\\' | ';' | ',')) => text.push(sign),
                    other => panic!("a backslash before {other:?} in {name}"),
                },
                ';' | ',' => panic!("{character} without a backslash in {name}"),
                other => text.push(other),
            }
        }
        text
    }
}

/// Reads one calendar.
#[track_caller]
pub fn read(text: &str) -> Component {
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "a line end that is not CRLF");
    let mut unfolded: Vec<String> = Vec::new();
    for line in text.strip_suffix("\r\n").expect("CRLF at the end").split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        match line.strip_prefix(' ') {
            Some(more) => unfolded.last_mut().expect("something to go on with").push_str(more),
            None => unfolded.push(line.to_owned()),
        }
    }
    let mut open: Vec<Component> = Vec::new();
    let mut done = None;
    for line in unfolded {
        assert!(done.is_none(), "after the end: {line}");
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("no colon: {line}"));
        let bare = name.split(';').next().unwrap_or_default();
        let letters = bare.chars().all(|c| c.is_ascii_uppercase() || c == '-');
        assert!(letters && !bare.is_empty(), "no name: {line}");
        assert!(!value.chars().any(char::is_control), "a control character: {line:?}");
        match name {
            "BEGIN" => {
                open.push(Component { name: value.to_owned(), properties: Vec::new(), inside: Vec::new() })
            }
            "END" => {
                let part = open.pop().expect("something open");
                assert_eq!(part.name, value);
                check(&part);
                match open.last_mut() {
                    Some(outer) => outer.inside.push(part),
                    None => done = Some(part),
                }
            }
            _ => {
                let part = open.last_mut().expect("a component");
                part.properties.push((name.to_owned(), value.to_owned()));
            }
        }
    }
    done.expect("a calendar")
}

fn check(part: &Component) {
    for name in ["SUMMARY", "DESCRIPTION", "LOCATION", "X-WR-CALNAME", "X-WR-CALDESC"] {
        if part.properties.iter().any(|(key, _)| key == name) {
            part.text(name);
        }
    }
    if part.name == "VEVENT" {
        assert!(is_day(part.one("DTSTART;VALUE=DATE")) && is_day(part.one("DTEND;VALUE=DATE")), "{part:?}");
        assert!(part.one("DTSTART;VALUE=DATE") < part.one("DTEND;VALUE=DATE"), "{part:?}");
    }
}

fn is_day(value: &str) -> bool {
    value.len() == 8 && value.bytes().all(|byte| byte.is_ascii_digit())
}

/// `20310512T000000Z`.
pub fn is_time(value: &str) -> bool {
    let time = value.strip_suffix('Z').and_then(|value| value.split_once('T'));
    time.is_some_and(|(day, time)| is_day(day) && time.len() == 6 && is_day(&format!("{time}00")))
}
