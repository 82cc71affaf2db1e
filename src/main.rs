//! The program `travaux`: parses arguments, runs a command, ends with its exit status.

fn main() {}
