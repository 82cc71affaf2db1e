//! The options that all commands share, and what they mean on this terminal.

use crate::render::terminal::Setting;
use clap::{Args, ValueEnum};
use std::io::IsTerminal as _;
use std::path::PathBuf;

/// A page wider than this is read like a wall; `--width` may still ask for it.
const WIDEST: usize = 120;
/// Narrower than this there is no room for a label and a word.
const NARROWEST: usize = 20;
/// Where nobody says how wide the page is.
const USUAL: usize = 80;

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Also into a pipe or a file.
    Always,
    /// Signs alone.
    Never,
}

/// How a result looks and where it goes.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Output")]
pub struct Look {
    /// Write to FILE instead of the screen; whole or not at all.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// Use colour. NO_COLOR and CLICOLOR_FORCE are respected.
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub color: Color,

    /// Draw with ASCII signs only: [-taken out-] {+put in+}.
    #[arg(long)]
    pub ascii: bool,

    /// Columns of the page [default: those of the terminal, at most 120; else 80].
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(NARROWEST as i64..=1000))]
    pub width: Option<u16>,
}

impl Look {
    /// The setting for the page, from the options, the environment and the terminal.
    pub fn setting(&self) -> Setting {
        let on_screen = self.on_screen();
        let width = self.columns().unwrap_or(USUAL);
        let color = match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => wanted(|name| std::env::var(name).ok(), on_screen),
        };
        Setting { width, ascii: self.ascii, color }
    }

    /// Columns that somebody asked for, or that a terminal has; `None` for a file or a pipe.
    pub fn columns(&self) -> Option<usize> {
        match self.width {
            Some(width) => Some(usize::from(width)),
            None if self.on_screen() => Some(
                terminal_size::terminal_size()
                    .map_or(USUAL, |(columns, _)| usize::from(columns.0).clamp(NARROWEST, WIDEST)),
            ),
            None => None,
        }
    }

    fn on_screen(&self) -> bool {
        self.output.is_none() && std::io::stdout().is_terminal()
    }
}

/// Colour by environment: `NO_COLOR` forbids, then `CLICOLOR_FORCE` demands, then a terminal
/// decides (no-color.org, bixense.com/clicolors).
fn wanted(variable: impl Fn(&str) -> Option<String>, on_screen: bool) -> bool {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    if set("NO_COLOR").is_some() {
        return false;
    }
    if set("CLICOLOR_FORCE").is_some_and(|value| value != "0") {
        return true;
    }
    let refused = set("CLICOLOR").as_deref() == Some("0") || set("TERM").as_deref() == Some("dumb");
    on_screen && !refused
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(variables: &[(&str, &str)], on_screen: bool, expected: bool) {
        let variable =
            |name: &str| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_string());
        assert_eq!(wanted(variable, on_screen), expected);
    }

    #[test]
    fn environment_and_terminal_decide_on_colour() {
        case(&[], true, true);
        case(&[], false, false);
        case(&[("NO_COLOR", "1")], true, false);
        case(&[("NO_COLOR", "")], true, true);
        case(&[("CLICOLOR_FORCE", "1")], false, true);
        case(&[("CLICOLOR_FORCE", "0")], false, false);
        case(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], true, false);
        case(&[("TERM", "dumb")], true, false);
        case(&[("CLICOLOR", "0")], true, false);
    }
}
