//! `golden(path, got)`: compare with what was kept.

use similar::TextDiff;
use std::path::Path;

/// Compares with the kept text under `tests/corpus/`. `UPDATE=1` keeps what came now; without it
/// a missing golden is a failure, never an invention.
#[track_caller]
pub fn golden(path: &str, got: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(path);
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, got).unwrap();
        return;
    }
    let accept = "look at it, then accept with UPDATE=1 cargo test";
    let Ok(kept) = std::fs::read_to_string(&file) else {
        panic!("tests/corpus/{path} is missing; {accept}\n{got}");
    };
    if kept != got {
        let diff = TextDiff::from_lines(&kept, got);
        let diff = diff.unified_diff().context_radius(3).header("kept", "now").to_string();
        panic!("tests/corpus/{path} differs; {accept}\n{diff}");
    }
}
