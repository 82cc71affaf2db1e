//! Which library reads which page. pdf-extract leads; what it is known to get wrong is told from
//! the page before it runs, and such a page takes the second road.

use super::fonts::Fonts;
use super::turn::Frame;
use super::{fonts, guard, inflate, mend};
use crate::read::limits::Limits;
use pdf_extract::content::Content;
use pdf_extract::{Dictionary, Document, Object, ObjectId};

/// What a walk over the content of a page told about it.
#[derive(Debug, Default)]
pub struct Survey {
    /// For each string that is shown: true where its font is bold.
    pub strings: Vec<bool>,
    /// The same for each operator that shows strings.
    pub shows: Vec<bool>,
    /// Why pdf-extract must not read it.
    pub fault: Option<&'static str>,
    /// Not even where the other road finds nothing: it would not come back, or not alive.
    pub never: bool,
    pub frame: Frame,
}

/// Walks over a page. The error says which limit it would break.
pub fn survey(
    document: &Document,
    page: ObjectId,
    limits: &Limits,
    fonts: &mut Fonts,
) -> Result<Survey, String> {
    let mut survey = Survey::default();
    match frame(document, page) {
        Some(frame) => survey.frame = frame,
        None => {
            survey.frame = Frame::new(Frame::USUAL, 0);
            survey.fault = Some("it has no size");
        }
    }
    if let Err(why) = guard::check_page(document, page) {
        (survey.fault, survey.never) = (Some(why), true);
        return Ok(survey);
    }
    let resources = guard::resources(document, page);
    let streams = document.get_page_contents(page);
    let stream = |id: &ObjectId| document.get_object(*id).and_then(Object::as_stream).ok();
    if streams.iter().any(|id| stream(id).is_none_or(|it| !inflate::is_sound(&it.dict, &it.content))) {
        survey.fault = Some("its content is damaged");
    }
    let Ok(bytes) = document.get_page_content(page) else {
        survey.fault = Some("its content is not where the file says");
        return Ok(survey);
    };
    if operations(&bytes) > limits.operations {
        return Err(format!("it holds more than {} operations (--max-operations)", limits.operations));
    }
    let Ok(content) = Content::decode(&bytes) else {
        survey.fault = Some("its content is damaged");
        return Ok(survey);
    };
    let mut walk = Walk { document, resources, fonts, bold: None, saved: Vec::new(), survey };
    for operation in &content.operations {
        walk.step(&operation.operator, &operation.operands);
    }
    let texts = content.operations.iter().filter(|operation| operation.operator == "ET").count();
    if texts < mend::texts(&bytes) {
        walk.fault("its content is damaged");
    }
    Ok(walk.survey)
}

/// The state while walking.
struct Walk<'a> {
    document: &'a Document,
    resources: Option<&'a Dictionary>,
    fonts: &'a mut Fonts,
    /// Weight of the current font; `None` before one was chosen.
    bold: Option<bool>,
    saved: Vec<Option<bool>>,
    survey: Survey,
}

impl<'a> Walk<'a> {
    fn step(&mut self, operator: &str, operands: &[Object]) {
        match operator {
            "q" => self.saved.push(self.bold),
            "Q" => self.bold = self.saved.pop().unwrap_or(self.bold),
            "Tf" => match self.resource(b"Font", operands).and_then(|font| font.as_dict().ok()) {
                Some(font) => {
                    let font = self.fonts.of(self.document, font);
                    self.bold = Some(font.bold);
                    if let Some(why) = font.fault {
                        self.survey.never |= why == fonts::WIDE_CODES;
                        self.fault(why);
                    }
                }
                None => self.fault("it names a font that is not there"),
            },
            "Tj" => self.show(1),
            "TJ" => match operands.first() {
                Some(Object::Array(parts)) => {
                    self.show(parts.iter().filter(|part| matches!(part, Object::String(..))).count());
                }
                _ => self.fault("its content is damaged"),
            },
            "'" | "\"" => {
                self.fault("text shown by quote operators");
                self.show(1);
            }
            "Do" => {
                let object = self.resource(b"XObject", operands).and_then(|object| object.as_stream().ok());
                let kind =
                    object.and_then(|stream| stream.dict.get(b"Subtype").and_then(Object::as_name).ok());
                // A form may draw itself, for ever.
                self.survey.never |= kind != Some(b"Image");
                self.fault(match kind {
                    Some(b"Image") => "a picture on it",
                    Some(b"Form") => "a form on it",
                    _ => "it draws what is not there",
                });
            }
            "BI" | "ID" => self.fault("a picture on it"),
            "BDC" if operands.first().is_some_and(|tag| tag.as_name().ok() == Some(b"OC")) => {
                self.fault("layers that may be hidden");
            }
            _ => {}
        }
    }

    /// What the first operand names among the resources of a kind.
    fn resource(&self, kind: &[u8], operands: &[Object]) -> Option<&'a Object> {
        let name = operands.first()?.as_name().ok()?;
        let names = self.resources?.get_deref(kind, self.document).and_then(Object::as_dict).ok()?;
        names.get_deref(name, self.document).ok()
    }

    fn show(&mut self, strings: usize) {
        if self.bold.is_none() && strings > 0 {
            self.fault("text before a font");
        }
        let bold = self.bold.unwrap_or(false);
        self.survey.shows.push(bold);
        self.survey.strings.extend(std::iter::repeat_n(bold, strings));
    }

    fn fault(&mut self, why: &'static str) {
        self.survey.fault.get_or_insert(why);
    }
}

/// The visible box of a page and how it is turned, its own or inherited.
fn frame(document: &Document, page: ObjectId) -> Option<Frame> {
    let rotation = guard::inherited(document, page, b"Rotate").and_then(|angle| angle.as_i64().ok());
    let edges = guard::inherited(document, page, b"MediaBox")?.as_array().ok()?;
    let mut corners = [0.0; 4];
    for (corner, edge) in corners.iter_mut().zip(edges) {
        *corner = f64::from(document.dereference(edge).ok()?.1.as_float().ok()?);
    }
    (edges.len() == 4).then(|| Frame::new(corners, rotation.unwrap_or(0)))
}

/// How many signs and operators a content stream holds: its runs of non-blanks outside of strings
/// would be exact; counting them all is quicker and errs on the safe side.
pub fn operations(content: &[u8]) -> usize {
    let blank = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'[' | b'(' | b'<' | b'/' | 0);
    content.windows(2).filter(|pair| blank(pair[0]) && !pair[1].is_ascii_whitespace()).count()
}
