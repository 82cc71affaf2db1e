//! How much of this machine one file may take. A report comes near none of these.

use crate::error::ErrorKind;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// What reading one file may cost; more than that is refused with the name of the limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub size: u64,
    /// Pages of a PDF.
    pub pages: usize,
    /// Bytes that one compressed stream may unfold to. Deflate can make a thousand of one, so a
    /// file of one megabyte could ask for a gigabyte.
    pub inflated: u64,
    /// Signs and operators in the content of one page; each costs about a hundred bytes while the
    /// page is read.
    pub operations: usize,
    /// Time for one file.
    pub time: Duration,
}

impl Limits {
    /// 256 MiB.
    pub const SIZE: u64 = 256 << 20;
    /// The longest United Nations reports have some two thousand pages.
    pub const PAGES: usize = 5_000;
    /// 64 MiB.
    pub const INFLATED: u64 = 64 << 20;
    /// The fullest page of real reports that was seen, a map, had about 300,000.
    pub const OPERATIONS: usize = 2_000_000;
    /// A minute: two hundred times what 150 pages take.
    pub const TIME: Duration = Duration::from_secs(60);
}

impl Limits {
    /// The error for a file that is too large.
    pub(super) fn too_large(&self) -> ErrorKind {
        too_much(format!("it is larger than {} MiB", self.size >> 20), "--max-size")
    }

    /// The error for a file that grows when it is opened.
    pub(super) fn too_large_inside(&self) -> ErrorKind {
        let mib = self.inflated >> 20;
        too_much(format!("a part of it unfolds to more than {mib} MiB"), "--max-inflated")
    }

    /// The error for a file of too many pages.
    pub(super) fn too_many_pages(&self) -> ErrorKind {
        too_much(format!("it has more than {} pages", self.pages), "--max-pages")
    }

    /// The error for a file that takes too long.
    pub(super) fn too_slow(&self) -> ErrorKind {
        let seconds = self.time.as_secs_f32();
        too_much(format!("reading it took more than {seconds} seconds"), "--timeout")
    }
}

fn too_much(what: String, option: &'static str) -> ErrorKind {
    ErrorKind::TooMuch { what, option }
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            size: Limits::SIZE,
            pages: Limits::PAGES,
            inflated: Limits::INFLATED,
            operations: Limits::OPERATIONS,
            time: Limits::TIME,
        }
    }
}

/// How far the reading of a file has come; a clone looks at the same file.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<(AtomicU32, AtomicU32)>);

impl Progress {
    /// Pages read and pages in all; both 0 before the number is known.
    pub fn pages(&self) -> (u32, u32) {
        (self.0.0.load(Ordering::Relaxed), self.0.1.load(Ordering::Relaxed))
    }

    /// Page `read` of `all` is done.
    pub(super) fn tell(&self, read: u32, all: u32) {
        self.0.1.store(all, Ordering::Relaxed);
        self.0.0.store(read, Ordering::Relaxed);
    }
}
