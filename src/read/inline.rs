//! Takes the markup out of one line of text: emphasis, links, escapes, LaTeX, HTML, superscripts.

use super::Line;

/// Cleans the inside of a line. In plain text only white space, control characters and superscript
/// note calls are touched; in Markdown the markup goes too, and in a row of a table the pipes.
pub fn clean(raw: &str, markdown: bool, row: bool) -> Line {
    let line = Line::default();
    let mut scan = Scan { rest: raw, line, count: 0, open: Vec::new(), bold: 0, markdown, row };
    while !scan.rest.is_empty() {
        scan.step();
    }
    let mut line = scan.line;
    let visible = line.text.chars().filter(|c| !c.is_whitespace()).count();
    line.bold = visible > 0 && scan.bold * 10 >= visible * 9;
    let trimmed = line.text.trim_end().len();
    line.text.truncate(trimmed);
    let length = line.text.chars().count();
    for call in &mut line.calls {
        call.0 = call.0.min(length);
    }
    line.cells.retain(|cell| cell.0 < length);
    line
}

/// Takes the first `count` characters off a line, and moves what points into it.
pub fn cut_front(line: &mut Line, count: usize) {
    line.text = line.text.chars().skip(count).collect();
    line.from.drain(..count.min(line.from.len()));
    for call in &mut line.calls {
        call.0 = call.0.saturating_sub(count);
    }
    for cell in &mut line.cells {
        cell.0 = cell.0.saturating_sub(count);
    }
    debug_assert!(line.stops.is_empty(), "text has no stops");
}

struct Scan<'a> {
    rest: &'a str,
    line: Line,
    /// Characters in `line.text`.
    count: usize,
    /// Emphasis marks that wait for their closing twin.
    open: Vec<&'static str>,
    /// Visible characters inside bold marks.
    bold: usize,
    markdown: bool,
    /// A pipe separates cells; elsewhere it is text.
    row: bool,
}

impl Scan<'_> {
    fn step(&mut self) {
        let character = self.rest.chars().next().unwrap_or(' ');
        if let Some(sign) = superscript(character) {
            return self.superscripts(sign);
        }
        if character.is_whitespace() {
            return self.blank();
        }
        if matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
            || character.is_control()
        {
            return self.skip(character.len_utf8());
        }
        if self.markdown && self.markup(character) {
            return;
        }
        self.keep(character.len_utf8());
    }

    /// Tries the markup that may begin with this character; false where it is plain text.
    fn markup(&mut self, character: char) -> bool {
        let rest = self.rest;
        match character {
            '\\' if rest[1..].starts_with(|c: char| c.is_ascii_punctuation()) => {
                self.skip(1);
                self.keep(1);
            }
            '*' | '_' => return self.emphasis(character),
            '`' => self.skip(1),
            '$' => return self.latex(),
            '<' => return self.html(),
            '&' => return self.entity(),
            '!' if rest.starts_with("![") && link(&rest[1..]).is_some() => self.skip(1),
            '[' if rest.starts_with("[^") => return self.note_reference(),
            '[' => {
                let Some((label, length)) = link(rest) else { return false };
                self.skip(1);
                self.rest = &rest[1..label];
                while !self.rest.is_empty() {
                    self.step();
                }
                self.rest = &rest[length..];
                self.line.markup.push(rest[label..length].to_owned());
            }
            '|' if self.row && (self.count == 0 || rest.len() == 1) => self.skip(1),
            '|' if self.row => {
                self.skip(1);
                self.cell();
            }
            _ => return false,
        }
        true
    }

    /// A new column begins: a blank, and the place remembered.
    fn cell(&mut self) {
        if !self.line.text.ends_with(' ') && self.count > 0 {
            self.line.text.push(' ');
            self.count += 1;
        }
        if self.count > 0 {
            self.line.cells.push((self.count, self.count as f32));
        }
    }

    /// White space: one blank; three blanks or a tab also begin a column.
    fn blank(&mut self) {
        let end = self.rest.find(|c: char| !c.is_whitespace()).unwrap_or(self.rest.len());
        let run = &self.rest[..end];
        let wide = run.contains('\t') || run.chars().count() >= 3;
        self.rest = &self.rest[end..];
        if self.count == 0 || self.rest.is_empty() {
            return;
        }
        if wide {
            self.cell();
        } else if !self.line.text.ends_with(' ') {
            self.line.text.push(' ');
            self.count += 1;
        }
    }

    fn keep(&mut self, length: usize) {
        for character in self.rest[..length].chars() {
            match ligature(character) {
                Some(letters) => {
                    self.line.text.push_str(letters);
                    self.count += letters.len();
                }
                None => {
                    self.line.text.push(character);
                    self.count += 1;
                }
            }
            self.bold += usize::from(self.open.contains(&"**") || self.open.contains(&"__"));
        }
        self.rest = &self.rest[length..];
    }

    fn skip(&mut self, length: usize) {
        self.line.markup.push(self.rest[..length].to_owned());
        self.rest = &self.rest[length..];
    }

    /// `**bold**`, `*italic*`, `__bold__`, `_italic_`; a run of three or more underscores is a blank
    /// to fill, and a lone sign is itself.
    fn emphasis(&mut self, sign: char) -> bool {
        let length = self.rest.chars().take_while(|c| *c == sign).count();
        if sign == '_' && length >= 3 {
            self.keep(length);
            return true;
        }
        let mark = match (sign, length) {
            ('*', 1) => "*",
            ('*', 2 | 3) => "**",
            ('_', 1) => "_",
            ('_', 2) => "__",
            _ => {
                self.keep(length);
                return true;
            }
        };
        let after = &self.rest[length..];
        if let Some(at) = self.open.iter().rposition(|open| *open == mark) {
            self.open.truncate(at);
            self.skip(length);
            return true;
        }
        let before_word = self.line.text.ends_with(|c: char| c.is_alphanumeric());
        let closes = after.find(&self.rest[..length]).is_some_and(|at| {
            let ends_word = !after[at + length..].starts_with(|c: char| c.is_alphanumeric());
            at > 0 && !after[..at].ends_with(' ') && (sign == '*' || ends_word)
        });
        if after.starts_with(|c: char| !c.is_whitespace()) && closes && (sign == '*' || !before_word) {
            self.open.push(mark);
            self.skip(length);
            return true;
        }
        self.keep(length);
        true
    }

    /// `${\bf 5}$`, `$^{1}$`, `$75/240$`: what converters make of bold or raised figures.
    fn latex(&mut self) -> bool {
        let Some(end) = self.rest[1..].find('$').map(|at| at + 1) else { return false };
        let inner = &self.rest[1..end];
        if inner.len() > 60 || inner.contains("  ") {
            return false;
        }
        let raised = inner.trim().strip_prefix('^').map(|sign| sign.trim_matches(['{', '}', ' ']));
        if let Some(sign) = raised {
            let sign = sign.replace("\\circ", "°");
            self.line.markup.push("$^{}$".into());
            if sign.chars().all(|c| c.is_ascii_digit() || c == '*') && !sign.is_empty() {
                self.line.calls.push((self.count, sign));
            } else {
                self.line.text.push_str(&sign);
                self.count += sign.chars().count();
            }
            self.rest = &self.rest[end + 1..];
            return true;
        }
        if !inner.contains('\\') && !inner.chars().all(|c| c.is_ascii_digit() || "/., ".contains(c)) {
            return false;
        }
        let mut words = String::new();
        let mut characters = inner.chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                '\\' => {
                    let mut command = String::new();
                    while characters.peek().is_some_and(char::is_ascii_alphabetic) {
                        command.extend(characters.next());
                    }
                    if command.is_empty() {
                        words.extend(characters.next());
                    }
                    self.line.markup.push(format!("\\{command}"));
                }
                '{' | '}' | '~' => words.push(' '),
                other => words.push(other),
            }
        }
        self.line.markup.push("${}$".into());
        for word in words.split_whitespace() {
            if !self.line.text.is_empty() && !self.line.text.ends_with([' ', '(', '[']) {
                self.line.text.push(' ');
                self.count += 1;
            }
            self.line.text.push_str(word);
            self.count += word.chars().count();
        }
        self.rest = &self.rest[end + 1..];
        true
    }

    /// `<sup>1</sup>` is a call, `<br>` a blank, other tags and comments go.
    fn html(&mut self) -> bool {
        let rest = self.rest;
        if rest.starts_with("<!--") {
            let end = rest.find("-->").map_or(rest.len(), |at| at + 3);
            self.skip(end);
            return true;
        }
        let Some(end) = rest.find('>') else { return false };
        let inner = &rest[1..end];
        let name: String = inner
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_lowercase();
        if inner.starts_with("http") || inner.contains('@') {
            self.skip(1);
            self.keep(inner.len());
            self.skip(1);
            return true;
        }
        const TAGS: &[&str] = &[
            "a", "b", "i", "u", "em", "strong", "span", "p", "br", "div", "sub", "sup", "font", "center",
            "del", "ins", "mark", "small", "table", "tr", "td", "th", "tbody", "thead",
        ];
        if !TAGS.contains(&name.as_str()) {
            return false;
        }
        if name == "sup"
            && let Some(close) = rest.get(end + 1..).and_then(|after| after.find("</sup>"))
            && let close = end + 1 + close
            && let sign = rest[end + 1..close].trim()
            && !sign.is_empty()
            && sign.chars().all(|c| c.is_ascii_digit() || c == '*')
        {
            self.line.calls.push((self.count, sign.to_owned()));
            self.line.markup.push("<sup></sup>".into());
            self.rest = &rest[close + "</sup>".len()..];
            return true;
        }
        self.skip(end + 1);
        if matches!(name.as_str(), "br" | "p" | "div" | "td" | "th" | "tr")
            && !self.line.text.is_empty()
            && !self.line.text.ends_with(' ')
        {
            self.line.text.push(' ');
            self.count += 1;
        }
        true
    }

    fn entity(&mut self) -> bool {
        const ENTITIES: &[(&str, &str)] = &[
            ("&amp;", "&"),
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("&nbsp;", " "),
            ("&ndash;", "–"),
            ("&mdash;", "—"),
            ("&rsquo;", "’"),
            ("&lsquo;", "‘"),
            ("&ldquo;", "“"),
            ("&rdquo;", "”"),
            ("&#39;", "'"),
        ];
        for (entity, meaning) in ENTITIES {
            if self.rest.starts_with(entity) {
                self.skip(entity.len());
                if *meaning != " " || !self.line.text.ends_with(' ') {
                    self.line.text.push_str(meaning);
                    self.count += 1;
                }
                return true;
            }
        }
        false
    }

    /// `[^3]` is a call; at the start of a line and before a colon it is the label of a note.
    fn note_reference(&mut self) -> bool {
        let Some(end) = self.rest.find(']') else { return false };
        let sign = &self.rest[2..end];
        if sign.is_empty() || sign.len() > 12 || sign.contains(char::is_whitespace) {
            return false;
        }
        self.line.calls.push((self.count, sign.to_owned()));
        self.line.markup.push("[^]".into());
        self.rest = &self.rest[end + 1..];
        if self.count == 0 && self.rest.starts_with(':') {
            self.skip(1);
        }
        true
    }

    /// `¹²` becomes a call, except as the exponent of a unit ("km²").
    fn superscripts(&mut self, first: char) {
        let unit = self.line.text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        let exponent = matches!(unit, "m" | "km" | "cm" | "mm" | "s") && matches!(first, '2' | '3');
        let mut sign = String::new();
        while let Some(character) = self.rest.chars().next() {
            let Some(digit) = superscript(character) else { break };
            sign.push(digit);
            self.rest = &self.rest[character.len_utf8()..];
        }
        if exponent {
            self.line.text.push_str(&sign);
            self.count += sign.len();
        } else {
            self.line.calls.push((self.count, sign));
        }
    }
}

/// The digit that a superscript digit stands for.
fn superscript(character: char) -> Option<char> {
    const DIGITS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let at = DIGITS.chars().position(|digit| digit == character)?;
    char::from_digit(at as u32, 10)
}

/// Letters set as one piece of type.
pub fn ligature(character: char) -> Option<&'static str> {
    Some(match character {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// `[words](target)`: where the words end and where the whole ends (byte indices). The target must
/// look like one, so that "[A/1/2](see annex)" stays text.
fn link(rest: &str) -> Option<(usize, usize)> {
    let close = rest.find("](")?;
    if rest[1..close].contains(['[', ']']) {
        return None;
    }
    let target = &rest[close + 2..];
    let end = target.find(')')?;
    let address = &target[..end];
    let starts = ["http://", "https://", "mailto:", "#", "/", "www."];
    if address.contains(' ') || !starts.iter().any(|start| address.starts_with(start)) {
        return None;
    }
    Some((close, close + 2 + end + 1))
}
