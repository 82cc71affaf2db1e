//! How far long work has come, on standard error, for somebody who waits at a terminal.

use crate::read::limits::Progress;
use std::io::{IsTerminal as _, Write as _, stderr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// Most files are read before anybody could wonder.
const PATIENCE: Duration = Duration::from_secs(1);
const STEP: Duration = Duration::from_millis(200);

/// Does `work`; after a second, and only at a terminal, shows the pages read so far of all files.
pub fn watched<T>(files: &[Progress], work: impl FnOnce() -> T) -> T {
    let text = || {
        let (read, all) = files.iter().fold((0, 0), |(read, all), file| {
            let (more_read, more) = file.pages();
            (read + more_read, all + more)
        });
        if all == 0 || read == all { "working".into() } else { format!("read {read} of {all} pages") }
    };
    ticking(text, work)
}

/// Does `work`; after a second, and only at a terminal, shows how many of many reports are done.
pub fn counted<T>(done: &AtomicUsize, all: usize, work: impl FnOnce() -> T) -> T {
    ticking(|| format!("read {} of {all} reports", done.load(Ordering::Relaxed)), work)
}

fn ticking<T>(text: impl Fn() -> String + Send, work: impl FnOnce() -> T) -> T {
    if !stderr().is_terminal() {
        return work();
    }
    thread::scope(|scope| {
        let (done, wait) = channel::<()>();
        scope.spawn(move || {
            let mut shown = false;
            let mut pause = PATIENCE;
            while wait.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
                // Nothing is lost where it cannot be written; the line is cleared to its end.
                let _ = write!(stderr(), "\r{} …\x1b[K", text());
                (shown, pause) = (true, STEP);
            }
            if shown {
                let _ = write!(stderr(), "\r\x1b[K");
            }
        });
        let result = work();
        drop(done);
        result
    })
}
