//! Officers.
use super::{Context, Finder, Mention, MentionKind, Passage};
/// Finds officers.
pub struct Officers;
impl Finder for Officers {
    fn kind(&self) -> MentionKind {
        MentionKind::Officer
    }
    fn rules(&self) -> &'static [&'static str] {
        &[]
    }
    fn find(&self, _: &Passage<'_>, _: &mut Context, _: &mut Vec<Mention>) {}
}
