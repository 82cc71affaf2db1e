//! [`Quotation`]: whether the text stands between quotation marks, where brackets are the quoter's.

#[derive(Default)]
pub(super) struct Quotation {
    curly: u32,
    single: u32,
    angled: u32,
    straight: bool,
}

impl Quotation {
    pub fn see(&mut self, mark: char) {
        match mark {
            '“' => self.curly += 1,
            '”' => self.curly = self.curly.saturating_sub(1),
            // A possessive ("States’") may close too early, which only means less care.
            '‘' => self.single += 1,
            '’' => self.single = self.single.saturating_sub(1),
            '«' => self.angled += 1,
            '»' => self.angled = self.angled.saturating_sub(1),
            '"' => self.straight = !self.straight,
            _ => {}
        }
    }

    pub fn is_open(&self) -> bool {
        self.curly > 0 || self.single > 0 || self.angled > 0 || self.straight
    }
}
