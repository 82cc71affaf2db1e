//! Many reports, some at a time: of each only what it tells is kept.

use super::exit::Trouble;
use super::input::Input;
use super::pipeline::Version;
use super::ticker;
use crate::read::Tracked;
use crate::render::clean;
use crate::timeline::{self, Tale};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// What the reports tell. One that cannot be read is said on standard error and the rest goes on; where
/// none can be read, the first trouble is the command's.
pub fn tales(paths: &[PathBuf], input: &Input) -> Result<Vec<Tale>, Trouble> {
    if paths.iter().filter(|path| path.as_path() == Path::new("-")).count() > 1 {
        let message = "standard input can be read only once; give - once";
        return Err(Trouble::Usage(message.to_string()));
    }
    let next = AtomicUsize::new(0);
    let done = AtomicUsize::new(0);
    let results: Mutex<Vec<(usize, Read)>> = Mutex::new(Vec::with_capacity(paths.len()));
    let at_once = thread::available_parallelism().map_or(1, usize::from).min(paths.len());
    // Each reader takes the next report that nobody has begun, so that a long one holds up no other, and
    // drops it before the next.
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(path) = paths.get(at) else { break };
            let result = told(path, input);
            done.fetch_add(1, Ordering::Relaxed);
            results.lock().unwrap_or_else(PoisonError::into_inner).push((at, result));
        }
    };
    ticker::counted(&done, paths.len(), || {
        thread::scope(|scope| {
            for _ in 0..at_once {
                scope.spawn(work);
            }
        });
    });
    let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    results.sort_by_key(|(at, _)| *at);
    let (mut tales, mut first) = (Vec::with_capacity(results.len()), None);
    let mut troubles = Vec::new();
    for (_, result) in results {
        match result {
            Ok(mut told) => tales.append(&mut told),
            Err(trouble) if first.is_none() => first = Some(trouble),
            Err(trouble) => troubles.push(trouble),
        }
    }
    match first {
        Some(trouble) if tales.is_empty() => Err(trouble),
        first => {
            for trouble in first.iter().chain(&troubles) {
                let message = clean::one_line(&trouble.to_string());
                let _ = writeln!(std::io::stderr(), "travaux: {message}; left out");
            }
            Ok(tales)
        }
    }
}

/// What one path gave.
type Read = Result<Vec<Tale>, Trouble>;

/// A folder may hold several reports, each in one or more documents.
fn told(path: &Path, input: &Input) -> Read {
    let reports = Version::of(path, input, Tracked::Accept)?.annotate_reports()?;
    Ok(reports.iter().map(timeline::tell).collect())
}
