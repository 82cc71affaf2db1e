//! [`Quotation`]: whether the text stands between quotation marks, where brackets are the quoter's.

#[derive(Default)]
pub(super) struct Quotation {
    curly: u32,
    straight: bool,
}

impl Quotation {
    pub fn see(&mut self, mark: char) {
        match mark {
            '“' => self.curly += 1,
            '”' => self.curly = self.curly.saturating_sub(1),
            '"' => self.straight = !self.straight,
            _ => {}
        }
    }

    pub fn is_open(&self) -> bool {
        self.curly > 0 || self.straight
    }
}
