//! The program `travaux`: parses arguments, runs a command, ends with its exit status.

use std::process::ExitCode;

fn main() -> ExitCode {
    travaux::cli::run(std::env::args_os())
}
