//! The page as a newcomer uses it, in a real browser. Runs where the environment has TRAVAUX_CHROMIUM=1, as
//! `.ci/run` sets it; says so aloud where it does not.

#[path = "support/papers.rs"]
mod papers;

use papers::{root, source};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// A folder of its own with a page in it and a browser, gone at the end.
struct Desk {
    folder: PathBuf,
    browser: &'static str,
}

impl Desk {
    /// Nothing, said aloud, where no browser is asked for.
    fn new(name: &str) -> Option<Desk> {
        if std::env::var_os("TRAVAUX_CHROMIUM").is_none_or(|value| value != "1") {
            eprintln!("skipped: TRAVAUX_CHROMIUM is not 1 (needs chromium; {name})");
            return None;
        }
        let names = ["chromium", "chromium-browser", "google-chrome"];
        let there = |name: &&&str| Command::new(name).arg("--version").output().is_ok();
        let browser = names.iter().find(there).expect("TRAVAUX_CHROMIUM=1, but there is no chromium");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("browser-{name}"));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Some(Desk { folder, browser })
    }

    /// The page of the sample pair, as the program writes it.
    fn page(&self) -> String {
        let sample = |name: &str| root().join("samples/working-group-2031").join(name);
        let status = Command::new(env!("CARGO_BIN_EXE_travaux"))
            .arg("diff")
            .args([sample("draft.pdf"), sample("adopted.pdf")])
            .args(["--format", "html", "-o"])
            .arg(self.folder.join("page.html"))
            .status();
        assert_eq!(status.unwrap().code(), Some(1));
        std::fs::read_to_string(self.folder.join("page.html")).unwrap()
    }

    /// Runs the browser on a file of the folder; what it prints.
    fn browse(&self, arguments: &[&str], file: &str) -> String {
        let start = Instant::now();
        let output = Command::new(self.browser)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=4000"])
            .arg(format!("--user-data-dir={}", self.folder.join("profile").display()))
            .args(arguments)
            .arg(format!("file://{}", self.folder.join(file).display()))
            .output()
            .unwrap();
        eprintln!("{file} {arguments:?}: {:.1} s", start.elapsed().as_secs_f64());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// The page with a visitor: a script that the policy lets in beside our own (or in its place), whose
    /// last word is sent to a frame around the page, so wide.
    fn visited(&self, width: usize, own: bool, visit: &str) -> String {
        self.visit(&self.page(), width, own, visit)
    }

    /// The same on the page of two texts.
    fn visited_pair(&self, texts: [&str; 2], visit: &str) -> String {
        let files = ["old.md", "new.md"].map(|name| self.folder.join(name));
        files.iter().zip(texts).for_each(|(file, text)| std::fs::write(file, text).unwrap());
        let output = Command::new(env!("CARGO_BIN_EXE_travaux"))
            .arg("diff")
            .args(&files)
            .args(["--format", "html"])
            .output();
        let page = String::from_utf8(output.unwrap().stdout).unwrap();
        assert!(!page.contains(&*self.folder.to_string_lossy()), "the page tells of our folders");
        self.visit(&page, 1200, true, visit)
    }

    fn visit(&self, page: &str, width: usize, own: bool, visit: &str) -> String {
        let (before, rest) = page.split_once("script-src '").expect("a policy");
        let (hash, after) = rest.split_once('\'').expect("a hash");
        let hash = if own { format!(" '{hash}'") } else { String::new() };
        let invited = format!("{before}script-src 'nonce-visitor'{hash}{after}");
        let script = format!(
            "<script nonce=\"visitor\">const said = [];
            const say = (...words) => said.push(words.join(' '));
            const one = (selector) => document.querySelector(selector);
            const many = (selector) => [...document.querySelectorAll(selector)];
            const seen = (element) => element.checkVisibility();
            const press = (key, at = document.body) =>
              at.dispatchEvent(new KeyboardEvent('keydown', {{ key, bubbles: true, cancelable: true }}));
            const choose = (id, value) => {{ const field = one('#' + id); field.value = value;
              field.dispatchEvent(new Event(field.type === 'search' ? 'input' : 'change')); }};
            const rest = () => new Promise((done) => setTimeout(done, 50));
            (async () => {{ try {{ {visit} }} catch (error) {{ say('error', error); }}
            parent.postMessage(said.join('\\n'), '*'); }})();</script>\n</body>"
        );
        std::fs::write(self.folder.join("visited.html"), invited.replace("</body>", &script)).unwrap();
        let frame = format!(
            "<!doctype html><pre id=\"heard\"></pre><iframe src=\"visited.html\" width=\"{width}\" height=\"800\">\
             </iframe><script>onmessage = (event) => heard.textContent = event.data;</script>"
        );
        std::fs::write(self.folder.join("frame.html"), frame).unwrap();
        let dom = self.browse(&["--dump-dom"], "frame.html");
        let heard = dom.split("<pre id=\"heard\">").nth(1).and_then(|rest| rest.split("</pre>").next());
        heard.expect("a frame").replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

#[test]
fn the_page_works_under_its_own_policy_or_skipped_aloud() {
    let Some(desk) = Desk::new("policy") else { return };
    desk.page();
    let dom = desk.browse(&["--dump-dom"], "page.html");
    assert!(dom.contains("<html lang=\"en\" class=\"js\""), "the script did not run");
    assert!(!dom.contains("class=\"scripted moves\" hidden"), "the tools stay hidden");
    let heard = desk.visited(
        1200,
        true,
        "say(getComputedStyle(one('.sides')).display, getComputedStyle(one('.inline')).display);",
    );
    assert_eq!(heard, "grid none", "the style does not hold");
}

#[test]
fn without_script_everything_can_be_read_or_skipped_aloud() {
    let Some(desk) = Desk::new("scriptless") else { return };
    let heard = desk.visited(
        1200,
        false,
        "say(document.documentElement.className === '', many('.scripted').filter(seen).length);
        say(seen(one('article.changed .sides')), seen(one('article.changed .inline')));
        one('#view-inline').click();
        say(seen(one('article.changed .sides')), seen(one('article.changed .inline')));
        const run = one('details.run');
        say(seen(run.querySelector('article')));
        run.querySelector('summary').click();
        say(seen(run.querySelector('article')));",
    );
    assert_eq!(heard, "true 0\ntrue false\nfalse true\nfalse\ntrue");
}

#[test]
fn filter_search_keys_and_jumps_or_skipped_aloud() {
    let Some(desk) = Desk::new("tools") else { return };
    let heard = desk.visited(
        1200,
        true,
        "const shown = () => many('article.pair').filter(seen).length;
        const before = shown();
        choose('kind', 'officer');
        say('officers', shown(), one('#status').textContent, many('table.facts tbody tr').filter(seen).length);
        const right = many('article.pair').filter(seen).every((pair) => pair.dataset.marks.includes('officer:'));
        say('only officers', right);
        choose('kind', ''); choose('weight', 'renumbering');
        say('renumbering opens runs', many('details.run[open]').length > 0, many('details.run:not([open])').filter(seen).length);
        press('Escape');
        say('as before', shown() === before, one('#weight').value === '', many('details.run[open]').length);
        choose('search', 'Einar  Thoresen');
        say('found', one('#status').textContent, CSS.highlights.get('found').size > 0);
        press('Escape');
        press('j'); const first = document.activeElement.id;
        press('j'); const second = document.activeElement.id;
        press('k'); say('back', document.activeElement.id === first, first !== second, one('#status').textContent);
        one('#search').focus(); press('j', one('#search'));
        say('typing is no command', document.activeElement.id);
        one('#keys').checked = false; document.activeElement.blur(); press('n');
        say('keys off', document.activeElement === document.body);
        one('#keys').checked = true;
        press('v'); say('inline', seen(one('article.changed .inline')), seen(one('article.changed .sides')));
        press('u'); say('unfolded', many('details.run:not([open])').length, one('#unfold').textContent);
        press('u');
        const link = many('table.facts a').at(-1); link.click(); await rest();
        say('jumped', '#' + document.activeElement.id === link.getAttribute('href'));",
    );
    let expected = "officers 2 2 texts found 2\nonly officers true\nrenumbering opens runs true 0\n\
                    as before true true 0\nfound 2 texts found true\nback true true 1 of 22\n\
                    typing is no command search\nkeys off true\ninline true false\nunfolded 0 Fold all\njumped true";
    assert_eq!(heard, expected);
}

/// A count is the same on arrival and later, a heading that is new counts, and what stands outside the
/// paragraphs is found too.
#[test]
fn counts_agree_and_headings_are_found_or_skipped_aloud() {
    let Some(desk) = Desk::new("counts") else { return };
    let text = |more: &str| {
        format!(
            "United Nations A/AC.1/2031/L.1\n\nDistr.: Limited\n3 May 2031\n\n# Report\n\n## I. Introduction\n\n1. The Committee met in Geneva.\n\n2. It heard a statement.\n{more}"
        )
    };
    let new = text(
        "\n# Annex\n\n# List of participants in the zoological session\n\nThe following were there: Norway, Kenya and Chile.\n",
    );
    let heard = desk.visited_pair(
        [&text(""), &new.replace("L.1", "L.2")],
        "const status = () => one('#status').textContent;
        say(status());
        choose('kind', 'wording'); choose('kind', ''); say(status());
        choose('search', 'zoological'); say(status(), seen(many('#text h3').at(-1)));
        press('j'); say(document.activeElement.textContent.includes('zoological'));
        choose('search', 'A/AC.1/2031/L.2'); say(status(), CSS.highlights.get('found').size);
        press('Escape'); say(status(), many('.hit').length);
        say(many('details.run[open]').length);",
    );
    let expected = "2 changes\n2 changes\n1 text found true\ntrue\n1 text found 1\n2 changes 0\n0";
    assert_eq!(heard, expected);
}

/// What is copied, what is searched, what the bar covers, and what is said of a filter.
#[test]
fn copying_searching_and_filtering_mislead_nobody_or_skipped_aloud() {
    let Some(desk) = Desk::new("honest") else { return };
    let heard = desk.visited(
        1280,
        true,
        "one('#view-inline').click();
        const edited = many('article.changed').find((pair) => pair.textContent.includes('convened'));
        getSelection().selectAllChildren(edited.querySelector('.inline'));
        say('copied', getSelection().toString().includes('−called− +convened+ six'));
        one('#view-sides').click();
        for (const word of ['Chair\\'s', 'Tomas Quiroga']) { choose('search', word); say(word, one('#status').textContent); }
        choose('search', 'nowhere at all');
        say(one('#shown').textContent, seen(one('#facts')), seen(one('#folded')));
        one('#shown button').click(); await rest();
        say('all again', seen(one('#facts')), seen(one('#shown')), one('#status').textContent);
        choose('kind', 'date');
        const filled = many('table.facts tbody tr').filter(seen);
        choose('kind', 'placeholder');
        const blanks = many('table.facts tbody tr').filter(seen).filter((row) => row.textContent.includes('blank filled'));
        say('blanks', blanks.length > 7, filled.some((row) => row.textContent.includes('blank filled')));
        say(one('#shown').textContent.startsWith('Shown: only changes of the kind “placeholder”'));
        press('Escape');
        one('.keys summary').click(); await rest(); await rest();
        press('j'); press('j'); press('j'); await rest();
        const top = document.activeElement.getBoundingClientRect().top;
        say('in sight', top >= one('.tools').getBoundingClientRect().bottom);",
    );
    let expected = "copied true\nChair's 3 texts found\nTomas Quiroga 2 texts found\n\
                    Nothing was found. Looked for: texts with “nowhere at all”. Show all false false\n\
                    all again true false 22 changes\nblanks true true\ntrue\nin sight true";
    assert_eq!(heard, expected);
}

#[test]
fn a_phone_shows_it_without_scrolling_sideways_or_skipped_aloud() {
    let Some(desk) = Desk::new("phone") else { return };
    for width in [390, 320] {
        let heard = desk.visited(
            width,
            true,
            "say(document.documentElement.scrollWidth <= innerWidth, innerWidth, seen(one('article.changed .inline')), seen(one('article.changed .sides')));
            for (const run of many('details')) run.open = true;
            say(document.documentElement.scrollWidth <= innerWidth);
            const small = many('a:not(.skip), button, summary, select, input').filter(seen)
              .filter((tool) => Math.max(tool.offsetHeight, tool.closest('label')?.offsetHeight ?? 0) < 24);
            say('small', ...small.map((tool) => tool.textContent.slice(0, 30) + ' ' + tool.offsetHeight));",
        );
        // A finger needs 24 pixels.
        assert_eq!(heard, format!("true {width} true false\ntrue\nsmall"));
    }
}

#[test]
fn it_prints_or_skipped_aloud() {
    let Some(desk) = Desk::new("print") else { return };
    desk.page();
    let pdf = desk.folder.join("page.pdf");
    desk.browse(&["--no-pdf-header-footer", &format!("--print-to-pdf={}", pdf.display())], "page.html");
    let text: String = source(&pdf).lines.iter().map(|line| line.text.clone() + "\n").collect();
    for words in ["A/AC.999/2031/L.1", "brackets lifted", "Einar Thoresen", "Folded", "1–4 kept"] {
        assert!(text.contains(words), "{words:?} is not on paper:\n{text}");
    }
    for tool in ["Unfold all", "Skip to the text", "Why", "triangle", "▶", "Show all"] {
        assert!(!text.contains(tool), "{tool:?} is on paper");
    }
}
