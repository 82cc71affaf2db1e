//! [`Mood`]: whether a verb of holding tells of something, denies it, or only says that it is wished.
//!
//! ```text
//! No informal meeting was held …            Denied
//! proposed that the third session be held … Wished
//! decided that the third session be held …  Real
//! ```

use super::sentence::{Sentence, What};
use crate::terms::english::event::{AFTER_DENIAL, CONDITIONS, DECIDED, MAYBE, TO_COME, WISHED};

/// What a verb of holding says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// It was so, or is to be.
    Real,
    /// It was not so.
    Denied,
    /// It is proposed, possible or supposed.
    Wished,
}

/// How far before what is held the verb stands that proposes or decides it.
const FAR: usize = 24;

/// What the verb at `verb` says of the thing whose name begins at `first`.
pub fn mood(sentence: &Sentence<'_>, first: usize, verb: usize) -> Mood {
    if is_denied(sentence, first, verb) {
        return Mood::Denied;
    }
    let low = first.min(verb);
    let mut start = low;
    while start > 0 && low - start < FAR && !sentence.is_mark(start - 1, ';') {
        start -= 1;
    }
    if is_supposed(sentence, start, low, verb) {
        return Mood::Wished;
    }
    let form = form(sentence, verb);
    if form == Form::Past {
        return Mood::Real;
    }
    // The nearest verb or noun before it that proposes or decides.
    let governs = (start..low).rev().find_map(|at| match at {
        _ if sentence.is(at, WISHED) => Some(Mood::Wished),
        _ if sentence.is(at, DECIDED) => {
            let not = (at.saturating_sub(3).max(start)..at)
                .any(|before| sentence.is(before, &["no", "not", "never", "unable", "failed", "without"]));
            Some(if not { Mood::Wished } else { Mood::Real })
        }
        _ => None,
    });
    match (governs, form) {
        (Some(mood), _) => mood,
        // "a session might be held", "that a session be held" by nobody's decision.
        (None, Form::Maybe | Form::Bare) => Mood::Wished,
        (None, _) => Mood::Real,
    }
}

/// In which form the verb stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// "was held", "held", "met".
    Past,
    /// "will be held", "to hold".
    ToCome,
    /// "might be held".
    Maybe,
    /// "be held", and "hold" or "convene" in a clause with "that".
    Bare,
}

fn form(sentence: &Sentence<'_>, verb: usize) -> Form {
    let adverb = |at: usize| {
        sentence.word(at).ends_with("ly")
            || sentence.is(at, &["not", "also", "then", "still", "first", "next", "instead"])
    };
    let before = |mut at: usize| {
        while at > 0 && adverb(at - 1) {
            at -= 1;
        }
        at.checked_sub(1)
    };
    let Some(mut helper) = before(verb) else { return Form::Past };
    let be = sentence.is(helper, &["be"]);
    if be {
        let Some(up) = before(helper) else { return Form::Bare };
        helper = up;
    } else if sentence.is(helper, &["been"]) && helper > 1 && sentence.is(helper - 1, &["have"]) {
        helper -= 2;
    }
    if sentence.is(helper, MAYBE) {
        Form::Maybe
    } else if sentence.is(helper, TO_COME) {
        Form::ToCome
    } else if be {
        // "is not to be held" has its helper farther off; "be" alone is a wish.
        Form::Bare
    } else if sentence
        .is(verb, &["hold", "convene", "meet", "conduct", "organize", "organise", "host", "reconvene"])
    {
        let that = (verb.saturating_sub(FAR)..verb).any(|at| sentence.is(at, &["that"]));
        if that { Form::Bare } else { Form::ToCome }
    } else if sentence.word(verb).ends_with("ing") {
        Form::ToCome
    } else {
        Form::Past
    }
}

/// "No meeting was held", "was not held", "did not take place", "instead of holding".
fn is_denied(sentence: &Sentence<'_>, first: usize, verb: usize) -> bool {
    let no = (first.saturating_sub(2)..=first).any(|at| {
        sentence.is(at, &["no", "neither", "nor"]) && !sentence.is(at + 1, &["later", "fewer", "less"])
    });
    let not = (verb.saturating_sub(4)..verb).any(|at| {
        let clear = (at + 1..verb).all(|at| !matches!(sentence.pieces[at].what, What::Mark(_)));
        let only = sentence.is(at + 1, &["only", "yet"]);
        sentence.is(at, &["not", "never"]) && clear && !only
    });
    let instead = verb > 0
        && (sentence.is(verb - 1, AFTER_DENIAL)
            || verb > 1 && sentence.is(verb - 1, &["of"]) && sentence.is(verb - 2, &["instead"]));
    no || not || instead
}

/// "if held", "Had a meeting been held, …", "whether a session should be held".
fn is_supposed(sentence: &Sentence<'_>, start: usize, low: usize, verb: usize) -> bool {
    let inverted = sentence.is(0, &["had", "were", "should"])
        && verb < 20
        && !(1..verb).any(|at| sentence.is_mark(at, ';'));
    let comma = (start..low).rev().find(|at| sentence.is_mark(*at, ',')).map_or(start, |at| at + 1);
    let clause = (comma..low).any(|at| sentence.is(at, CONDITIONS));
    let close = verb > 0 && sentence.is(verb - 1, CONDITIONS)
        || verb > 1 && sentence.is(verb - 2, CONDITIONS) && sentence.is(verb - 1, &["it", "they", "to"]);
    inverted || clause || close
}
