//! Text layers that are no text: fonts with an encoding of their own and no word on what it means.
//! Such a page looks well on the screen, but what is read from it is "ɋɈȽɅȺ" or private signs, and
//! a comparison of two of them would be nonsense without any sign of it.

use super::glyphs::Page;

/// With fewer characters than this nothing is judged.
const ENOUGH: usize = 24;
/// A page is garbled where more than this share of its characters cannot be text.
const SHARE: f64 = 0.30;
/// In every language that is written in Latin letters, at least a quarter of them are vowels;
/// the letters of a shifted alphabet (`7KH *HQHUDO $VVHPEO\`) have about an eighth.
const VOWELS: f64 = 0.17;
/// Lists of symbols and of codes are short of vowels, too; only much text is judged by them.
const ENOUGH_LETTERS: usize = 250;

/// Why the text of a page cannot be the text that is seen on it.
pub fn garbled(page: &Page) -> Option<String> {
    judge(page.glyphs.iter().flat_map(|glyph| glyph.text.chars()), page.unsaid)
}

fn judge(text: impl Iterator<Item = char>, unsaid: usize) -> Option<String> {
    let (mut all, mut unmapped, mut odd, mut letters, mut plain, mut vowels) = (0, 0, 0, 0, 0, 0);
    for c in text {
        if c.is_whitespace() {
            continue;
        }
        all += 1;
        unmapped += usize::from(is_private(c));
        if c.is_alphabetic() {
            letters += 1;
            odd += usize::from(is_odd_latin(c));
        }
        if c.is_ascii_alphabetic() {
            plain += 1;
            vowels += usize::from("aeiouyAEIOUY".contains(c));
        }
    }
    let (all, unmapped) = (all + unsaid, unmapped + unsaid);
    if all < ENOUGH {
        return None;
    }
    let share = |part: usize, of: usize| of > 0 && part as f64 > SHARE * of as f64;
    if share(unmapped, all) {
        let percent = 100 * unmapped / all;
        return Some(format!("{percent} % of its characters have no meaning outside its fonts"));
    }
    if share(odd, letters) {
        return Some("its letters are those of no language (a font with an encoding of its own)".into());
    }
    // Only where nearly all is ASCII: accents and other scripts are a language by themselves.
    let latin = plain * 10 > letters * 9;
    if latin && plain >= ENOUGH_LETTERS && (vowels as f64) < VOWELS * plain as f64 {
        return Some("its words have no vowels (a font with an encoding of its own)".into());
    }
    None
}

/// Characters that carry no meaning of their own. Bullets of the Symbol font are among them, but
/// never a third of a page.
fn is_private(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10fffd}' | '\u{fff0}'..='\u{ffff}')
}

/// Letters of the rarer Latin blocks: real languages mix a few of them into plain letters.
fn is_odd_latin(c: char) -> bool {
    matches!(c, '\u{180}'..='\u{2ff}' | '\u{1d00}'..='\u{1dff}' | '\u{2c60}'..='\u{2c7f}' | '\u{a720}'..='\u{a7ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, is_garbled: bool) {
        let text = text.repeat(8);
        assert_eq!(judge(text.chars(), 0).is_some(), is_garbled, "{text}");
    }

    #[test]
    fn real_languages_are_text() {
        case("The General Assembly decides to convene the conference in June 2025.", false);
        case("Генеральная Ассамблея постановляет созвать конференцию.", false);
        case("Η Γενική Συνέλευση αποφασίζει να συγκαλέσει τη διάσκεψη.", false);
        case("إن الجمعية العامة تقرر عقد المؤتمر في حزيران يونيه", false);
        case("大会决定于二〇二五年六月召开会议，审议报告。", false);
        case("Đại hội đồng quyết định triệu tập hội nghị vào tháng Sáu.", false);
        case("Baş Assambleya konfransı çağırmağı qərara alır, iyun ayında.", false);
        case("Strč prst skrz krk, zmrzl, ztvrdl, scvrnkl hrst zrn; příliš žluťoučký kůň.", false);
        case("A/HRC/59/L.17 A/C.3/80/L.33/Rev.1 S/2025/127 A/RES/80/109 E/CN.4/2005/WG.22", false);
    }

    #[test]
    fn encodings_of_their_own_are_not() {
        case("ɋɈȽɅȺɒȿɇɂȿ ɈɊȽȺɇɂɁȺɐɂɂ ɈȻɔȿȾɂɇȿɇɇɕɏ ɇȺɐɂɃ", true);
        case("\u{f054}\u{f068}\u{f065} \u{f047}\u{f065}\u{f06e}\u{f065}\u{f072}\u{f061}\u{f06c}", true);
        case("\u{fffd}\u{fffd}\u{fffd} ab \u{fffd}\u{fffd}\u{fffd}\u{fffd}", true);
        case("7KH *HQHUDO $VVHPEO\\ GHFLGHV WR FRQYHQH WKH FRQIHUHQFH LQ -XQH", true);
        assert!(judge("ab".chars(), 60).is_some());
    }
}
