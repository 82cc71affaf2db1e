//! What happens to a draft between two versions.

use super::vocabulary::{PROCEDURAL, Topic, date};
use super::{Piece, Plan, member, note};
use crate::dice::Dice;
use travaux::report::NodeKind;

/// Revises a report.
pub struct Editor<'a> {
    pub dice: &'a mut Dice,
    pub plan: Plan,
}

/// A paragraph with its items, or a heading: what moves, comes and goes as one.
type Group = Vec<Piece>;

impl Editor<'_> {
    /// True in so many of a thousand cases, at the usual severity.
    fn happens(&mut self, per_thousand: usize) -> bool {
        self.dice.below(100_000) < per_thousand * self.plan.severity
    }

    pub fn revise(&mut self, old: &[Piece]) -> Vec<Piece> {
        let mut groups: Vec<Group> = Vec::new();
        for piece in old {
            match piece.kind {
                NodeKind::Item => {
                    if let Some(last) = groups.last_mut() {
                        last.push(piece.clone());
                    }
                }
                _ => groups.push(vec![piece.clone()]),
            }
        }
        self.sections(&mut groups);
        let groups = self.come_and_go(groups);
        let mut groups = self.split_and_merge(groups);
        for group in &mut groups {
            self.edit(group);
        }
        self.paragraphs(&mut groups);
        groups.into_iter().flatten().collect()
    }

    /// A section goes, or moves: its heading with what it holds.
    fn sections(&mut self, groups: &mut Vec<Group>) {
        if self.happens(60) {
            let (from, to) = self.section(groups);
            if from < to && to - from < groups.len() / 4 {
                groups.drain(from..to);
            }
        }
        if self.happens(100) {
            let (from, to) = self.section(groups);
            if from == to {
                return;
            }
            let stops: Vec<usize> = (0..groups.len())
                .filter(|at| groups[*at][0].kind == NodeKind::Heading && groups[*at][0].level > 0)
                .filter(|at| *at > to + 2 * (to - from) || *at + 2 * (to - from) < from)
                .filter(|at| same_part(groups, *at, from))
                .collect();
            if let Some(stop) = stops.get(self.dice.below(stops.len())).copied() {
                let mut section: Vec<Group> = groups.drain(from..to).collect();
                section.iter_mut().flatten().for_each(|piece| piece.moved = true);
                let at = if stop > from { stop - (to - from) } else { stop };
                groups.splice(at..at, section);
            }
        }
    }

    /// Where a section begins and ends; nowhere if there is none.
    fn section(&mut self, groups: &[Group]) -> (usize, usize) {
        let heads: Vec<usize> = (0..groups.len())
            .filter(|at| groups[*at][0].kind == NodeKind::Heading && groups[*at][0].level > 0)
            .collect();
        let Some(from) = heads.get(self.dice.below(heads.len())).copied() else { return (0, 0) };
        let next = (from + 1..groups.len()).find(|at| groups[*at][0].kind == NodeKind::Heading);
        (from, next.unwrap_or(groups.len()))
    }

    fn come_and_go(&mut self, groups: Vec<Group>) -> Vec<Group> {
        let mut out: Vec<Group> = Vec::new();
        for group in groups {
            let head = &group[0];
            let goes = head.kind != NodeKind::Heading && self.happens(if head.family { 90 } else { 50 });
            if head.is_paragraph() && self.happens(60) {
                let topic = Topic::new(self.dice, self.plan.terse);
                let text = match self.dice.below(6) {
                    0 if head.family => {
                        let (kind, rank) = (self.dice.below(4), 12 + self.dice.below(6));
                        member(self.dice, &topic, kind, rank)
                    }
                    // More like its neighbour than anything that is new by chance.
                    1 if !goes => words(self.dice, &topic, &head.text, 50),
                    _ => topic.paragraph(self.dice),
                };
                let mut piece = Piece::new(head.kind, text, head.section);
                if self.dice.below(8) == 0 {
                    let text = note(self.dice, &topic);
                    piece.note = Some(Box::new(Piece::new(NodeKind::Footnote, text, 0)));
                }
                out.push(vec![piece]);
            }
            if !goes {
                out.push(group);
            }
        }
        out
    }

    fn split_and_merge(&mut self, groups: Vec<Group>) -> Vec<Group> {
        let mut out: Vec<Group> = Vec::new();
        let mut groups = groups.into_iter().peekable();
        while let Some(mut group) = groups.next() {
            let long = group[0].text.split(' ').count();
            let plain = |group: &Group| {
                let head = &group[0];
                group.len() == 1 && head.kind == NodeKind::Paragraph && !head.moved && !head.from.is_empty()
            };
            if plain(&group) && !group[0].family && long >= 28 && self.happens(30) {
                let count = if long >= 60 && self.dice.below(3) == 0 { 3 } else { 2 };
                let cut = cut(&group[0].text, count);
                let edited = (self.dice.below(5) < 2).then(|| self.dice.below(cut.len()));
                for (at, text) in cut.iter().enumerate() {
                    let text = match edited {
                        Some(which) if which == at => {
                            let (topic, share) =
                                (Topic::new(self.dice, self.plan.terse), 10 + self.dice.below(21));
                            words(self.dice, &topic, text, share)
                        }
                        _ => text.clone(),
                    };
                    let note = if at + 1 == cut.len() { group[0].note.clone() } else { None };
                    out.push(vec![Piece { text, note, half: true, ..group[0].clone() }]);
                }
                continue;
            }
            if plain(&group)
                && long >= 8
                && group[0].note.is_none()
                && groups.peek().is_some_and(|next| plain(next) && next[0].text.split(' ').count() >= 8)
                && self.happens(30)
                && let Some(next) = groups.next()
            {
                let head = &mut group[0];
                head.text = format!("{} {}", head.text, next[0].text);
                head.note = next[0].note.clone();
                head.from.extend(&next[0].from);
            }
            out.push(group);
        }
        out
    }

    /// Words, notes and items of a group.
    fn edit(&mut self, group: &mut Group) {
        let topic = Topic::new(self.dice, self.plan.terse);
        if group[0].from.is_empty() {
            return;
        }
        if group[0].kind == NodeKind::Heading {
            if group[0].level > 0 && self.happens(120) {
                let text = &group[0].text;
                let other = PROCEDURAL.iter().find(|row| row[0] == text).map(|row| row[1].to_owned());
                let longer = format!("{text} and {}", topic.noun(self.dice));
                group[0].text = other.unwrap_or(longer);
            }
            return;
        }
        let many = group.len();
        for at in (1..many).rev() {
            if self.happens(60) && many > 3 {
                group.remove(at);
            } else if self.happens(60) {
                let text = format!("{} {};", topic.thing(self.dice), topic.thing(self.dice));
                let item = Piece::new(NodeKind::Item, text, group[0].section);
                group.insert(at, item);
            } else if self.happens(100) {
                group[at].text = words(self.dice, &topic, &group[at].text, 20);
            }
        }
        let head = &mut group[0];
        if let Some(note) = head.note.as_mut().filter(|note| note.text.len() > 40) {
            note.text = words(self.dice, &topic, &note.text, 10);
        }
        let share = match self.dice.below(20) * 100 / self.plan.severity.max(1) {
            0..=2 => 30,
            3..=5 => 12,
            6..=9 => 4,
            _ => return,
        };
        // A half has had its edits; a merged one gets few.
        if !head.half {
            let whole = head.from.len() == 1;
            head.text = words(self.dice, &topic, &head.text, if whole { share } else { share.min(10) });
        }
    }

    /// Paragraphs move: one, or a row of them.
    fn paragraphs(&mut self, groups: &mut Vec<Group>) {
        let mut at = 0;
        while at < groups.len() {
            if !groups[at][0].is_paragraph() || !self.happens(22) {
                at += 1;
                continue;
            }
            let row = if self.dice.below(4) == 0 { 2 + self.dice.below(3) } else { 1 };
            let to = (at + row).min(groups.len());
            let free = |group: &Group| {
                let head = &group[0];
                head.is_paragraph() && head.from.len() == 1 && !head.moved
            };
            let whole = |range: std::ops::Range<usize>| {
                groups[range.clone()].iter().all(|group| {
                    let from = &group[0].from;
                    free(group) && groups.iter().filter(|other| other[0].from == *from).count() == 1
                })
            };
            if !whole(at..to) {
                at += 1;
                continue;
            }
            let kind = groups[at][0].kind;
            let stops: Vec<usize> = (1..groups.len())
                .filter(|stop| *stop > to + 2 * row + 1 || *stop + 2 * row + 1 < at)
                // Beside another paragraph of its kind, never between the halves of one.
                .filter(|stop| {
                    let (before, after) = (&groups[stop - 1][0], &groups[*stop][0]);
                    before.kind == kind && before.from != after.from && same_part(groups, *stop, at)
                })
                .collect();
            if let Some(stop) = stops.get(self.dice.below(stops.len())).copied() {
                let mut moved: Vec<Group> = groups.drain(at..to).collect();
                moved.iter_mut().flatten().for_each(|piece| piece.moved = true);
                let stop = if stop > at { stop - row } else { stop };
                groups.splice(stop..stop, moved);
            }
            at = to;
        }
    }
}

fn same_part(groups: &[Group], a: usize, b: usize) -> bool {
    let (low, high) = (a.min(b), a.max(b));
    groups[low + 1..=high].iter().all(|group| group[0].kind != NodeKind::Heading || group[0].level > 0)
}

/// True where a moved piece jumped over more than twice what moved with it.
pub fn clear(new: &[Piece], at: usize) -> bool {
    let Some(own) = new[at].from.first().filter(|_| new[at].is_paragraph()) else { return true };
    // What moved in the same direction as one row.
    let mut row = 1;
    let near = |a: &Piece, b: &Piece| a.moved && b.moved && a.from.first() < b.from.first();
    row += new[..at].windows(2).rev().take_while(|two| near(&two[0], &two[1])).count()
        + usize::from(at > 0 && near(&new[at - 1], &new[at]));
    row += new[at..].windows(2).take_while(|two| near(&two[0], &two[1])).count();
    let crossed = new.iter().enumerate().filter(|(other, piece)| {
        let stayed = piece.is_paragraph() && !piece.moved && piece.from.len() == 1;
        stayed && piece.from.first().is_some_and(|from| (from < own) != (*other < at))
    });
    crossed.count() > 2 * row
}

/// Cuts a text into parts at the ends of sentences, or clauses, nearest to even parts.
fn cut(text: &str, parts: usize) -> Vec<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let mut out: Vec<String> = Vec::new();
    let mut from = 0;
    for part in 1..parts {
        let wanted = words.len() * part / parts;
        let ends = |at: &usize| words[at - 1].ends_with(['.', ',', ';']);
        let place =
            (from + 9..words.len().saturating_sub(8)).filter(ends).min_by_key(|at| at.abs_diff(wanted));
        let place = place.unwrap_or(wanted);
        if place >= from + 8 && place + 8 <= words.len() {
            out.push(words[from..place].join(" "));
            from = place;
        }
    }
    out.push(words[from..].join(" "));
    out
}

/// Edits about so many of a hundred words: phrases of one to four words are replaced, taken out or
/// put in. The ordinals, dates and symbols stay.
pub fn words(dice: &mut Dice, topic: &Topic, text: &str, share: usize) -> String {
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    let mut left = (words.len() * share).div_ceil(100) as isize;
    let fact = |word: &String| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let month = super::MONTHS.contains(&bare);
        month || super::ORDINALS.contains(&bare) || word.contains(|c: char| c.is_ascii_digit())
    };
    for _ in 0..200 {
        if left <= 0 {
            break;
        }
        let at = dice.below(words.len());
        let length = (1 + dice.below(4)).min(words.len() - at).min(left as usize);
        if words[at..at + length].iter().any(fact) {
            continue;
        }
        let fresh: Vec<String> = (0..length).map(|_| topic.word(dice).to_owned()).collect();
        match dice.below(4) {
            0 if words.len() > 6 => {
                words.drain(at..at + length);
            }
            1 => {
                words.splice(at..at, fresh);
            }
            _ => {
                words.splice(at..at + length, fresh);
            }
        }
        left -= length as isize;
    }
    if dice.below(12) == 0 && share > 10 {
        words.push(format!("on {}.", date(dice)));
    }
    words.join(" ")
}
