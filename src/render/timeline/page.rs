//! A timeline → HTML: one page in one file that asks nothing of the network and runs nothing.
//!
//! The picture of [`picture`], and for each body a table with everything that the picture cannot say, the
//! sentences of the reports among it. The policy in the page allows this style and nothing else, so that not
//! even a fault here could load or run something. Well-formed as XML too.

use super::{details, head, picture};
use crate::render::markup::text;
use crate::timeline::{Body, Event, Kind, Source, Timeline, words};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

const STYLE: &str = include_str!("page.css");

/// The text of a file.
pub fn render(timeline: &Timeline) -> String {
    let mut press = Press { out: String::new(), timeline, telling: head::Telling::new(timeline) };
    press.page();
    press.out
}

struct Press<'a> {
    out: String,
    timeline: &'a Timeline,
    telling: head::Telling<'a>,
}

/// What an event has in the columns beside its name.
struct Cells {
    items: String,
    who: Vec<String>,
    notes: Vec<String>,
}

impl Press<'_> {
    fn put(&mut self, html: &str) {
        self.out.push_str(html);
        self.out.push('\n');
    }

    fn page(&mut self) {
        let style = format!("\n{STYLE}{}", picture::STYLE);
        let heading = text(&head::heading(self.timeline));
        let policy = format!(
            "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
            base64(&Sha256::digest(style.as_bytes()))
        );
        self.put("<!DOCTYPE html>");
        self.put("<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">");
        self.put("<head>");
        self.put("<meta charset=\"utf-8\"/>");
        self.put(&format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"/>"));
        self.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        self.put("<meta name=\"referrer\" content=\"no-referrer\"/>");
        self.put(&format!("<title>{heading}</title>"));
        self.put(&format!("<style>{style}</style>"));
        self.put("</head>");
        self.put("<body>");
        self.put("<a class=\"skip\" href=\"#events\">Skip to the events</a>");
        self.put(&format!("<header>\n<h1>{heading}</h1>"));
        let bodies = self.bodies();
        self.navigation(&bodies);
        self.put("</header>\n<main>");
        for remark in &self.timeline.remarks {
            let remark = text(&remark.message);
            self.put(&format!("<p class=\"remark\"><strong>Note:</strong> {remark}</p>"));
        }
        self.picture();
        self.put("<div id=\"events\">");
        if bodies.is_empty() {
            self.put("<p>No events.</p>");
        }
        for (at, (body, events)) in bodies.iter().enumerate() {
            self.body(at + 1, body, events);
        }
        self.put("</div>");
        self.reports();
        self.put("</main>");
        self.put(
            "<footer>\n<p>Made by travaux from the words of the reports; each event opens the sentences that \
             tell it.</p>\n</footer>\n</body>\n</html>",
        );
    }

    /// The bodies that have events.
    fn bodies(&self) -> Vec<(Body, Vec<Event>)> {
        let events = |body: &Body| {
            let of_body = self.timeline.events.iter().filter(|event| event.body == body.key);
            of_body.cloned().collect::<Vec<Event>>()
        };
        let bodies = self.timeline.bodies.iter().map(|body| (body.clone(), events(body)));
        bodies.filter(|(_, events)| !events.is_empty()).collect()
    }

    fn navigation(&mut self, bodies: &[(Body, Vec<Event>)]) {
        if bodies.len() < 2 {
            return;
        }
        self.put("<nav aria-label=\"Bodies\">\n<ul>");
        for (at, (body, events)) in bodies.iter().enumerate() {
            let name = text(&head::body(body));
            let count = events.len();
            let plural = if count == 1 { "event" } else { "events" };
            self.put(&format!("<li><a href=\"#body-{}\">{name}</a>, {count} {plural}</li>", at + 1));
        }
        self.put("</ul>\n</nav>");
    }

    fn picture(&mut self) {
        if self.timeline.events.is_empty() {
            return;
        }
        self.put("<section>\n<h2 id=\"picture\">Line of time</h2>");
        self.put("<p class=\"note\">To scale; where it is wider than the screen it scrolls sideways. The tables below say in words all that it shows.</p>");
        self.put("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"picture\">");
        let svg = picture::inline(self.timeline);
        self.put(&svg);
        self.put("</div>\n</section>");
    }

    fn body(&mut self, number: usize, body: &Body, events: &[Event]) {
        let key = text(&words::cut(&body.key, 100));
        let name = if body.name == body.key {
            String::new()
        } else {
            format!(" <span class=\"name\">{}</span>", text(&words::cut(&body.name, 300)))
        };
        self.put(&format!("<section aria-labelledby=\"body-{number}\">"));
        self.put(&format!("<h2 id=\"body-{number}\">{key}{name}</h2>"));
        let only = head::only_report(&events.iter().collect::<Vec<&Event>>());
        if let Some(report) = only {
            self.put(&format!("<p class=\"note\">Told in {}.</p>", text(report)));
        }
        let alone = only.is_some();
        // The roles keep the table a table where a narrow screen shows its cells below one another.
        self.put("<table role=\"table\">");
        self.put(&format!("<caption class=\"hidden\">Events of {key} by date</caption>"));
        self.put("<thead role=\"rowgroup\">\n<tr role=\"row\">");
        let rows: Vec<Cells> = events.iter().map(|event| cells(event, self.timeline)).collect();
        let empty = empty(events, &rows);
        for (class, title) in COLUMNS.iter().filter(|(class, _)| !empty.contains(class)) {
            let head = format!("<th role=\"columnheader\" scope=\"col\" class=\"{class}\">{title}</th>");
            self.put(&head);
        }
        self.put("</tr>\n</thead>\n<tbody role=\"rowgroup\">");
        for (event, cells) in events.iter().zip(&rows) {
            self.event(event, cells, &empty, alone);
        }
        self.put("</tbody>\n</table>\n</section>");
    }

    fn event(&mut self, event: &Event, cells: &Cells, empty: &[&str], alone: bool) {
        let days = event.dates.as_deref().map_or_else(|| "No date".to_owned(), words::dates);
        let part = if event.kind == Kind::Meeting && event.part_of.is_some() { " part" } else { "" };
        self.put(&format!("<tr role=\"row\" class=\"{} {}{part}\">", event.kind.name(), event.status.name()));
        self.put(&format!("<th role=\"rowheader\" scope=\"row\" class=\"when\">{}</th>", text(&days)));
        let mut what = format!("<p class=\"title\">{}</p>", text(&words::what(event)));
        for note in &cells.notes {
            let _ = write!(what, "\n<p class=\"note\">{}</p>", text(note));
        }
        for clash in &event.clashes {
            let told = text(&words::clash(&clash.field, &clash.values, alone));
            let _ = write!(what, "\n<p class=\"clash\"><strong>! Told in two ways:</strong> {told}</p>");
        }
        self.cell("what", "", &what);
        let place = text(event.place.as_deref().unwrap_or_default());
        for (class, label, html) in [
            ("where", "Place", place),
            ("items", "Items", text(&cells.items)),
            ("who", "", list(&cells.who)),
            ("sources", "", sources(&event.sources, &self.telling, alone)),
        ] {
            if !empty.contains(&class) {
                self.cell(class, label, &html);
            }
        }
        self.put("</tr>");
    }

    /// A cell; on a narrow screen, where there are no heads of columns, its label goes before it.
    fn cell(&mut self, class: &str, label: &str, html: &str) {
        let label = if label.is_empty() { String::new() } else { format!(" data-label=\"{label}\"") };
        self.put(&format!("<td role=\"cell\" class=\"{class}\"{label}>{html}</td>"));
    }

    fn reports(&mut self) {
        if self.timeline.reports.is_empty() {
            return;
        }
        self.put("<section aria-labelledby=\"reports\">\n<h2 id=\"reports\">Reports</h2>\n<ul>");
        for (at, report) in self.timeline.reports.iter().enumerate() {
            let number = self.telling.number(at);
            let (symbol, rest) = head::report(report);
            self.put(&format!("<li>{number}<strong>{}</strong>{}</li>", text(&symbol), text(&rest)));
        }
        self.put("</ul>\n</section>");
    }
}

const COLUMNS: [(&str, &str); 6] = [
    ("when", "When"),
    ("what", "Event"),
    ("where", "Place"),
    ("items", "Items"),
    ("who", "Officers, documents"),
    ("sources", "Told in"),
];

/// The columns that no event of the body has anything in.
fn empty(events: &[Event], rows: &[Cells]) -> Vec<&'static str> {
    let mut empty = Vec::new();
    if events.iter().all(|event| event.place.is_none()) {
        empty.push("where");
    }
    if rows.iter().all(|cells| cells.items.is_empty()) {
        empty.push("items");
    }
    if rows.iter().all(|cells| cells.who.is_empty()) {
        empty.push("who");
    }
    empty
}

/// What is known of an event, sorted into columns.
fn cells(event: &Event, timeline: &Timeline) -> Cells {
    let mut who: Vec<String> = Vec::new();
    for officer in &event.officers {
        let country = officer.country.as_ref().map(|country| format!(" ({country})")).unwrap_or_default();
        let office = officer.office.as_ref().map(|office| format!(", {office}")).unwrap_or_default();
        // The name of an election says already who was elected.
        // The name of an election says already who was elected.
        if event.kind != Kind::Election || event.officers.len() > 1 {
            who.push(format!("{}{country}{office}", officer.name));
        }
    }
    let reported = if event.kind == Kind::Session { "reported in " } else { "" };
    // The document that was issued is in the name of its issue.
    let documents = event.documents.iter().filter(|_| event.kind != Kind::Issue);
    who.extend(documents.map(|document| format!("{reported}{document}")));
    let mut bare = event.clone();
    bare.officers.clear();
    bare.documents.clear();
    bare.agenda_items.clear();
    Cells { items: event.agenda_items.join(", "), who, notes: details(&bare, timeline) }
}

fn list(lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let items: String = lines.iter().map(|line| format!("<li>{}</li>", text(line))).collect();
    format!("<ul>{items}</ul>")
}

/// The paragraphs in brief, which open to their sentences.
fn sources(sources: &[Source], telling: &head::Telling, alone: bool) -> String {
    let reports: Vec<String> = telling.sources(sources, alone).iter().map(|report| text(report)).collect();
    let mut html = format!("<details><summary>{}</summary><ul>", reports.join("<br/>"));
    for source in sources {
        let place = text(&words::sources(std::slice::from_ref(source), alone));
        let _ = write!(html, "<li><cite>{place}</cite> <q>{}</q></li>", text(&source.text));
    }
    html.push_str("</ul></details>");
    html
}

/// The form in which a policy names a style.
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let number = three.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
        let number = number << (8 * (3 - three.len()));
        for at in 0..4 {
            let sign = SIGNS[(number >> (18 - 6 * at) & 63) as usize];
            out.push(if at > three.len() { '=' } else { char::from(sign) });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_in_base_64() {
        for (bytes, expected) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")]
        {
            assert_eq!(base64(bytes.as_bytes()), expected);
        }
    }
}
