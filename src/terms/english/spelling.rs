//! One word, spelled in the British or in the American way, or otherwise without another meaning.

/// Pairs of spellings, in lower case; the endings `s`, `d`, `ed` and `ing` go with them.
const SPELLINGS: &[(&str, &str)] = &[
    ("ageing", "aging"),
    ("amongst", "among"),
    ("analyse", "analyze"),
    ("behaviour", "behavior"),
    ("cancelled", "canceled"),
    ("catalogue", "catalog"),
    ("catalyse", "catalyze"),
    ("centre", "center"),
    ("cheque", "check"),
    ("colour", "color"),
    ("counselling", "counseling"),
    ("defence", "defense"),
    ("dialogue", "dialog"),
    ("endeavour", "endeavor"),
    ("enrolment", "enrollment"),
    ("favour", "favor"),
    ("favourable", "favorable"),
    ("fuelled", "fueled"),
    ("fulfil", "fulfill"),
    ("fulfilment", "fulfillment"),
    ("grey", "gray"),
    ("harbour", "harbor"),
    ("honour", "honor"),
    ("instalment", "installment"),
    ("judgement", "judgment"),
    ("acknowledgement", "acknowledgment"),
    ("labelled", "labeled"),
    ("labelling", "labeling"),
    ("labour", "labor"),
    ("learnt", "learned"),
    ("levelled", "leveled"),
    ("licence", "license"),
    ("litre", "liter"),
    ("manoeuvre", "maneuver"),
    ("metre", "meter"),
    ("kilometre", "kilometer"),
    ("modelling", "modeling"),
    ("neighbour", "neighbor"),
    ("neighbouring", "neighboring"),
    ("offence", "offense"),
    ("paediatric", "pediatric"),
    ("paralyse", "paralyze"),
    ("plough", "plow"),
    ("programme", "program"),
    ("rigour", "rigor"),
    ("sceptical", "skeptical"),
    ("skilful", "skillful"),
    ("sulphur", "sulfur"),
    ("theatre", "theater"),
    ("towards", "toward"),
    ("travelled", "traveled"),
    ("travelling", "traveling"),
    ("tyre", "tire"),
    ("vigour", "vigor"),
    ("whilst", "while"),
];

/// Endings written with an `s` or a `z`.
const S_OR_Z: [&str; 7] = ["isation", "isations", "ised", "ises", "ising", "ise", "iser"];

/// Verbs that are always written with an `s`, told by how they end.
const ALWAYS_S: [&str; 18] = [
    "advise",
    "arise",
    "comprise",
    "compromise",
    "demise",
    "devise",
    "disguise",
    "enterprise",
    "excise",
    "exercise",
    "expertise",
    "franchise",
    "improvise",
    "otherwise",
    "precise",
    "premise",
    "promise",
    "rise",
];

/// A word in lower case as it would be spelled in one house style, whichever it was.
pub fn spelled(word: &str) -> String {
    let word = word.to_lowercase();
    for (one, other) in SPELLINGS {
        if let Some(ending) = word.strip_prefix(other)
            && !word.starts_with(one)
            && matches!(ending, "" | "s" | "d" | "ed" | "ing" | "r" | "rs")
        {
            return format!("{one}{ending}");
        }
    }
    for ending in S_OR_Z {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.chars().count() >= 4) else { continue };
        let verb = format!("{stem}ise");
        if !ALWAYS_S.iter().any(|other| verb.ends_with(other)) {
            return format!("{stem}{}", ending.replacen('s', "z", 1));
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::spelled;

    #[test]
    fn two_spellings_are_one_word() {
        for (one, other) in [
            ("organisation", "organization"),
            ("Realising", "realizing"),
            ("programmes", "programs"),
            ("labour", "labor"),
            ("towards", "toward"),
            ("fulfilled", "fulfilled"),
        ] {
            assert_eq!(spelled(one), spelled(other), "{one} {other}");
        }
        for (one, other) in
            [("promise", "promize"), ("raise", "raize"), ("advised", "advized"), ("form", "from")]
        {
            assert_ne!(spelled(one), spelled(other), "{one} {other}");
        }
    }
}
