//! PDF → lines, by positioned glyphs; lines and words are put together here.
//!
//! ```text
//!   bytes → page → [road] → pdf-extract ─┐
//!                     └───→ hayro ───────┴→ glyphs → upright → lines
//! ```
//!
//! Neither library's own text is used: both put false spaces into letter-spaced words
//! ("Co -Chairs"). Each page is read under `catch_unwind`, the file on a thread with a large stack
//! and a deadline.

mod cut;
mod document;
mod fonts;
mod garble;
mod glyphs;
mod guard;
mod hayro;
mod inflate;
mod lines;
mod mend;
mod road;
mod turn;

use super::{Reading, SourceText};
use crate::error::ErrorKind;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};

/// Deeply nested objects are read by recursion. Pages of a stack are only used if touched.
const STACK: usize = 64 << 20;

/// Reads a PDF file from memory.
///
/// A thread and not a child process: a thread needs no second copy of the file and no program that
/// knows where it is installed, and with its own stack and `catch_unwind` it holds whatever damaged
/// files do to the libraries. What it cannot do is stop. One that hangs is left behind, and the
/// program, which has nothing more to do, ends with one message and takes the thread with it.
/// The thread itself also looks at the clock between pages.
pub fn read(bytes: Vec<u8>, reading: &Reading) -> Result<SourceText, ErrorKind> {
    guard::silence_panics();
    let (sender, receiver) = mpsc::channel();
    let time = reading.limits.time;
    let is_cut = cut::is_cut(&bytes);
    let work = {
        let reading = reading.clone();
        move || {
            // Nobody listens any more where the time ran out.
            let _ = sender.send(guard::quietly(|| document::read(Arc::new(bytes), &reading)));
        }
    };
    std::thread::Builder::new().name("pdf".into()).stack_size(STACK).spawn(work).map_err(ErrorKind::Io)?;
    match receiver.recv_timeout(time) {
        Ok(result) if is_cut => result.map(cut::say).map_err(cut::cause),
        Ok(result) => result,
        Err(RecvTimeoutError::Timeout) => Err(reading.limits.too_slow()),
        Err(RecvTimeoutError::Disconnected) => Err(ErrorKind::Damaged("the PDF reader failed on it".into())),
    }
}
