//! The frame of a page in one file: head, content-security policy, style and script inside.
//!
//! The policy allows nothing but the very style and script that we put in, each named by the SHA-256 of its
//! bytes. Should a text ever break out of its escaping, what it brings cannot run, load or send anything.

use crate::render::markup;
use sha2::{Digest as _, Sha256};

/// A page in one file.
pub struct Shell<'a> {
    /// The title of the window; escaped here.
    pub title: &'a str,
    /// Style sheet.
    pub style: &'a str,
    /// Script; empty for none.
    pub script: &'a str,
    /// What stands inside `body`, as HTML.
    pub body: &'a str,
}

impl Shell<'_> {
    /// The whole file.
    pub fn document(&self) -> String {
        // A browser reads line ends as line feeds before it looks at the hash.
        let [style, script] = [self.style, self.script].map(|asset| asset.replace("\r\n", "\n"));
        let mut policy = format!("default-src 'none'; style-src '{}'", fingerprint(&style));
        if !script.is_empty() {
            policy.push_str(&format!("; script-src '{}'", fingerprint(&script)));
        }
        policy.push_str("; base-uri 'none'; form-action 'none'");
        let script = match script.is_empty() {
            true => String::new(),
            false => format!("<script>{script}</script>\n"),
        };
        format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n\
             <meta name=\"generator\" content=\"travaux {version}\">\n\
             <title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}{script}</body>\n</html>\n",
            version = env!("CARGO_PKG_VERSION"),
            title = markup::text(self.title),
            body = self.body,
        )
    }
}

/// `sha256-…`, as a policy names what stands between the tags.
fn fingerprint(asset: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(asset.as_bytes())))
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            match at <= three.len() {
                true => out.push(char::from(SIGNS[(bits >> (18 - 6 * at)) as usize & 63])),
                false => out.push('='),
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_of_the_standard() {
        // RFC 4648, section 10.
        let cases = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (text, expected) in cases {
            assert_eq!(base64(text.as_bytes()), expected);
        }
    }
}
