//! [`Links`]: which unit of OLD is joined to which of NEW, one to one, and on what ground.

/// Why two units were joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// Their words.
    Words,
    /// Alone on both sides between the same neighbours.
    Place,
    /// The same opening words, and the same rank between the same neighbours.
    Slot,
    /// The same rank in a series of alike sentences that nothing else tells apart.
    Order,
    /// Another name under the same office.
    Replaced,
    /// A blank, and what stands in its place.
    Filled,
    /// Headings: the paragraphs under them answer to one another.
    Children,
    /// Footnotes: called at the same place.
    Call,
}

/// A one-to-one relation that can be asked from both sides.
#[derive(Debug, Clone)]
pub(super) struct Links {
    to_new: Vec<Option<(usize, Reason)>>,
    to_old: Vec<Option<usize>>,
}

impl Links {
    /// No links between so many units of OLD and so many of NEW.
    pub fn none(old: usize, new: usize) -> Self {
        Links { to_new: vec![None; old], to_old: vec![None; new] }
    }

    /// What answers to a unit of OLD.
    pub fn new_of(&self, i: usize) -> Option<usize> {
        self.to_new[i].map(|link| link.0)
    }

    /// What answers to a unit of NEW.
    pub fn old_of(&self, j: usize) -> Option<usize> {
        self.to_old[j]
    }

    /// On what ground a unit of OLD was joined.
    pub fn reason(&self, i: usize) -> Reason {
        self.to_new[i].map_or(Reason::Words, |link| link.1)
    }

    /// Joins two units; whatever they were joined to before is free again.
    pub fn join(&mut self, i: usize, j: usize, reason: Reason) {
        if let Some((other, _)) = self.to_new[i] {
            self.to_old[other] = None;
        }
        if let Some(other) = self.to_old[j] {
            self.to_new[other] = None;
        }
        self.to_new[i] = Some((j, reason));
        self.to_old[j] = Some(i);
    }

    /// Leaves a unit of OLD, and what it was joined to, without a partner.
    pub fn part(&mut self, i: usize) {
        if let Some((other, _)) = self.to_new[i].take() {
            self.to_old[other] = None;
        }
    }

    /// All links, in the order of OLD.
    pub fn all(&self) -> Vec<(usize, usize)> {
        self.to_new.iter().enumerate().filter_map(|(i, link)| link.map(|link| (i, link.0))).collect()
    }

    /// The same with OLD and NEW in each other's place.
    pub fn flipped(&self) -> Self {
        let mut out = Links::none(self.to_old.len(), self.to_new.len());
        self.all().into_iter().for_each(|(i, j)| out.join(j, i, self.reason(i)));
        out
    }

    /// True where two optional units are joined to one another, or where there is neither.
    pub fn agree(&self, i: Option<usize>, j: Option<usize>) -> bool {
        match (i, j) {
            (None, None) => true,
            (Some(i), Some(j)) => self.new_of(i) == Some(j),
            _ => false,
        }
    }
}
