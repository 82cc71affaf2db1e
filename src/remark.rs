//! [`Remark`]: something odd that did not stop us.

use serde::Serialize;

/// A complaint about a document that did not stop the work: what, where, and what to try.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Remark {
    /// A short stable name, `kebab-case`, for scripts ("number-lost").
    pub code: &'static str,
    /// The identifier of the node, or `page 3`, or `line 17`; empty where the whole file is meant.
    pub at: String,
    /// One sentence.
    pub message: String,
    /// What the reader may do about it, where there is something to do.
    pub hint: Option<String>,
}

impl Remark {
    /// A remark without a hint.
    pub fn new(code: &'static str, at: impl Into<String>, message: impl Into<String>) -> Self {
        Remark { code, at: at.into(), message: message.into(), hint: None }
    }

    /// The same remark with what to try.
    pub fn hinted(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}
