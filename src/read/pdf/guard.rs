//! What keeps a hostile PDF from stopping the program: quiet panics, loops found before they run.

use super::inflate;
use pdf_extract::{Dictionary, Document, Object, ObjectId};
use std::cell::Cell;
use std::collections::{HashMap, HashSet};
use std::sync::Once;

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Page trees are a few nodes deep; a deeper one is a loop.
const DEEPEST_TREE: usize = 64;

/// Installs, once, a panic hook that says nothing about panics inside [`quietly`]. The PDF library
/// panics on purpose on damaged input (its issue 47); we catch it and tell the reader in our words.
pub fn silence_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !QUIET.get() {
                before(info);
            }
        }));
    });
}

/// Runs `work`; panics on this thread print nothing meanwhile.
pub fn quietly<T>(work: impl FnOnce() -> T) -> T {
    QUIET.set(true);
    let result = work();
    QUIET.set(false);
    result
}

/// Tells a page on which pdf-extract would run for ever: a loop in the page tree (it follows
/// `/Parent` without end) or a form that draws itself (it recurses until the stack is gone, which
/// no `catch_unwind` catches).
pub fn check_page(document: &Document, page: ObjectId) -> Result<(), &'static str> {
    let mut seen = HashSet::new();
    let mut at = page;
    while seen.insert(at) {
        let Ok(dictionary) = document.get_dictionary(at) else { break };
        match dictionary.get(b"Parent").and_then(Object::as_reference) {
            Ok(parent) => at = parent,
            Err(_) => return Ok(()),
        }
    }
    Err("its page tree runs in a circle")
}

/// What was looked at for earlier pages.
#[derive(Default)]
pub struct Known {
    seen: HashSet<ObjectId>,
    /// Of streams that are content of a page.
    sizes: HashMap<ObjectId, u64>,
}

/// True where a stream that the page's own content or fonts or forms come from unfolds to more than
/// `limit` bytes. Pictures are left out: nothing here ever unfolds one.
pub fn is_bomb(document: &Document, page: ObjectId, limit: u64, known: &mut Known) -> bool {
    let Known { seen, sizes } = known;
    let mut waiting: Vec<&Object> = Vec::new();
    // The parts of a page's content are put together, and one may be named a thousand times. A
    // picture may be named, too, and is unfolded then.
    let mut total: u64 = 0;
    for id in document.get_page_contents(page) {
        let Ok(stream) = document.get_object(id).and_then(Object::as_stream) else { continue };
        let size = inflate::size(&stream.dict, &stream.content, limit, sizes.get(&id).copied());
        sizes.insert(id, size);
        total = total.saturating_add(size);
        if total > limit {
            return true;
        }
    }
    let Some(resources) = resources(document, page) else { return false };
    waiting.extend(resources.iter().map(|(_, object)| object));
    while let Some(object) = waiting.pop() {
        match object {
            Object::Reference(id) => {
                if seen.insert(*id)
                    && let Ok(target) = document.get_object(*id)
                {
                    waiting.push(target);
                }
            }
            Object::Array(parts) => waiting.extend(parts),
            Object::Dictionary(dictionary) => waiting.extend(below(dictionary)),
            Object::Stream(stream) => {
                if stream.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Image") {
                    continue;
                }
                if inflate::stream_exceeds(&stream.dict, &stream.content, limit) {
                    return true;
                }
                waiting.extend(below(&stream.dict));
            }
            _ => {}
        }
    }
    false
}

/// What a dictionary holds, without the way back up.
fn below(dictionary: &Dictionary) -> impl Iterator<Item = &Object> {
    dictionary.iter().filter(|(key, _)| key.as_slice() != b"Parent").map(|(_, object)| object)
}

/// The page's resources, its own or inherited.
pub fn resources(document: &Document, page: ObjectId) -> Option<&Dictionary> {
    inherited(document, page, b"Resources")?.as_dict().ok()
}

/// What the page or the nearest node above it says.
pub fn inherited<'a>(document: &'a Document, page: ObjectId, key: &[u8]) -> Option<&'a Object> {
    let mut at = page;
    for _ in 0..DEEPEST_TREE {
        let dictionary = document.get_dictionary(at).ok()?;
        if let Ok(found) = dictionary.get_deref(key, document) {
            return Some(found);
        }
        at = dictionary.get(b"Parent").and_then(Object::as_reference).ok()?;
    }
    None
}
