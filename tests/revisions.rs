//! What must hold for every comparison, tried on made-up reports and their revisions: 10,000 small
//! ones in a release build or with `REVISIONS=10000`, fewer in a debug build.

#[path = "support/comparison.rs"]
mod comparison;
#[path = "support/dice.rs"]
mod dice;
#[path = "support/drafts/mod.rs"]
mod drafts;
#[path = "support/papers.rs"]
mod papers;

use drafts::{Drafts, Plan};
use travaux::mentions::{Annotated, find};
use travaux::report::Report;

fn annotated(report: Report) -> Annotated {
    let mentions = find(&report);
    Annotated { report, mentions }
}

/// Self-comparison is empty; every node is in one pair; words give both texts; the way back is the
/// way there.
#[test]
fn revisions_keep_the_laws() {
    let some = if cfg!(debug_assertions) { 2_000 } else { 10_000 };
    let count = std::env::var("REVISIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(some);
    let began = std::time::Instant::now();
    let faults_of = |seed: u64| -> Vec<String> {
        let plan = Plan { size: 2 + (seed % 5) as usize, severity: 250, terse: true };
        let Drafts { old, new, .. } = drafts::drafts(seed, plan);
        let (old, new) = (annotated(old), annotated(new));
        let mut found = comparison::faults(&old, &new);
        found.extend(comparison::self_faults(&old));
        found.extend(comparison::mirror_faults(&old, &new));
        found.into_iter().map(|fault| format!("seed {seed}: {fault}")).collect()
    };
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get) as u64;
    let mut faults: Vec<String> = std::thread::scope(|scope| {
        let part =
            |thread: u64| move || (thread..count).step_by(threads as usize).flat_map(faults_of).collect();
        let running: Vec<_> = (0..threads).map(|thread| scope.spawn(part(thread))).collect();
        let done = running.into_iter().map(|thread| -> Vec<String> { thread.join().expect("no panic") });
        done.flatten().collect()
    });
    eprintln!("{count} revisions: {:.0?}", began.elapsed());
    faults.truncate(40);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
