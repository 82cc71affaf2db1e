//! What keeps a hostile PDF from stopping the program: quiet panics, loops found before they run.

use pdf_extract::{Dictionary, Document, Object, ObjectId};
use std::cell::Cell;
use std::collections::HashSet;
use std::sync::Once;

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Forms inside forms deeper than this are not drawn by anybody on purpose.
const DEEPEST_FORM: usize = 12;

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

/// Refuses a page on which pdf-extract would run for ever: a loop in the page tree (it follows
/// `/Parent` without end) or a form that draws itself (it recurses until the stack is gone).
pub fn check_page(document: &Document, page: ObjectId) -> Result<(), String> {
    let mut seen = HashSet::new();
    let mut at = page;
    while seen.insert(at) {
        let Ok(dictionary) = document.get_dictionary(at) else { break };
        match dictionary.get(b"Parent").and_then(Object::as_reference) {
            Ok(parent) => at = parent,
            Err(_) => {
                let mut path = Vec::new();
                return check_forms(document, resources(document, page), &mut path);
            }
        }
    }
    Err("its page tree runs in a circle".into())
}

fn check_forms(
    document: &Document,
    resources: Option<&Dictionary>,
    path: &mut Vec<ObjectId>,
) -> Result<(), String> {
    for (id, dictionary) in x_objects(document, resources) {
        if dictionary.get(b"Subtype").and_then(Object::as_name).ok() != Some(b"Form") {
            continue;
        }
        if path.contains(&id) || path.len() >= DEEPEST_FORM {
            return Err("a form on it draws itself".into());
        }
        path.push(id);
        let inner = dictionary.get_deref(b"Resources", document).and_then(Object::as_dict).ok();
        check_forms(document, inner, path)?;
        path.pop();
    }
    Ok(())
}

/// True where the page draws a picture.
pub fn has_image(document: &Document, page: ObjectId) -> bool {
    x_objects(document, resources(document, page))
        .any(|(_, dictionary)| dictionary.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Image"))
}

/// The page's resources, its own or inherited.
pub fn resources(document: &Document, page: ObjectId) -> Option<&Dictionary> {
    let mut at = page;
    for _ in 0..64 {
        let dictionary = document.get_dictionary(at).ok()?;
        if let Ok(found) = dictionary.get_deref(b"Resources", document).and_then(Object::as_dict) {
            return Some(found);
        }
        at = dictionary.get(b"Parent").and_then(Object::as_reference).ok()?;
    }
    None
}

fn x_objects<'a>(
    document: &'a Document,
    resources: Option<&'a Dictionary>,
) -> impl Iterator<Item = (ObjectId, &'a Dictionary)> {
    resources
        .and_then(|resources| resources.get_deref(b"XObject", document).and_then(Object::as_dict).ok())
        .into_iter()
        .flat_map(|dictionary| dictionary.iter())
        .filter_map(|(_, object)| {
            let id = object.as_reference().ok()?;
            let stream = document.get_object(id).ok()?.as_stream().ok()?;
            Some((id, &stream.dict))
        })
}
