//! PDF: what every page must give, whichever library reads it, and what no file may do.

use std::path::Path;
use std::time::{Duration, Instant};
use travaux::error::{Error, ErrorKind};
use travaux::read::{Line, Reading, Road, SourceText, read_bytes, read_bytes_with};

/// A PDF in the making: objects from 3 on; 1 is the catalogue, 2 the root of the pages.
#[derive(Default)]
struct Pdf {
    objects: Vec<Vec<u8>>,
    pages: Vec<usize>,
}

impl Pdf {
    /// A file with one page of this content, in Helvetica (`/F1`) and Helvetica-Bold (`/F2`).
    fn with(content: &str) -> Pdf {
        let mut pdf = Pdf::default();
        pdf.page(content, "/MediaBox [0 0 600 800]", "");
        pdf
    }

    fn object(&mut self, object: impl Into<Vec<u8>>) -> usize {
        self.objects.push(object.into());
        self.objects.len() + 2
    }

    fn stream(&mut self, entries: &str, bytes: &[u8]) -> usize {
        let mut object = format!("<<{entries} /Length {}>> stream\n", bytes.len()).into_bytes();
        object.extend_from_slice(bytes);
        object.extend_from_slice(b"\nendstream");
        self.object(object)
    }

    /// `entries` go into the page, `resources` beside its fonts.
    fn page(&mut self, content: &str, entries: &str, resources: &str) {
        let fonts = ["Helvetica", "Helvetica-Bold"].map(|name| {
            self.object(format!("<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>"))
        });
        let content = self.stream("", content.as_bytes());
        let fonts = format!("/Font <</F1 {} 0 R /F2 {} 0 R>>", fonts[0], fonts[1]);
        let resources = if resources.contains("/Font") { resources.to_owned() } else { fonts + resources };
        let page = self.object(format!(
            "<</Type/Page /Parent 2 0 R {entries} /Contents {content} 0 R /Resources <<{resources}>>>>"
        ));
        self.pages.push(page);
    }

    fn bytes(&self) -> Vec<u8> {
        self.bytes_with("")
    }

    /// `root` goes into the root of the pages.
    fn bytes_with(&self, root: &str) -> Vec<u8> {
        let kids: String = self.pages.iter().map(|page| format!("{page} 0 R ")).collect();
        let mut out = b"%PDF-1.7\n".to_vec();
        let mut places = Vec::new();
        let head = [
            b"<</Type/Catalog /Pages 2 0 R>>".to_vec(),
            format!("<</Type/Pages /Count {} /Kids [{kids}] {root}>>", self.pages.len()).into_bytes(),
        ];
        for (index, object) in head.iter().chain(&self.objects).enumerate() {
            places.push(out.len());
            out.extend(format!("{} 0 obj\n", index + 1).bytes());
            out.extend_from_slice(object);
            out.extend_from_slice(b"\nendobj\n");
        }
        let table = out.len();
        out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
        for place in &places {
            out.extend(format!("{place:010} 00000 n \n").bytes());
        }
        let size = places.len() + 1;
        out.extend(format!("trailer <</Size {size} /Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n").bytes());
        out
    }

    fn read(&self) -> SourceText {
        read(&self.bytes()).unwrap()
    }
}

fn read(bytes: &[u8]) -> Result<SourceText, Error> {
    read_bytes(Path::new("test.pdf"), bytes)
}

fn texts(source: &SourceText) -> Vec<&str> {
    source.lines.iter().map(|line| line.text.as_str()).collect()
}

fn road(source: &SourceText) -> Road {
    source.pages[0].road.unwrap()
}

const TEXT: &str =
    "BT /F2 12 Tf 72 700 Td (The General Assembly) Tj /F1 12 Tf 0 -20 Td (Decides to convene.) Tj ET";

#[test]
fn both_roads_see_the_same_page() {
    let bytes = Pdf::with(TEXT).bytes();
    let by = |road| {
        let reading = Reading { road: Some(road), ..Reading::default() };
        read_bytes_with(Path::new("test.pdf"), bytes.clone(), &reading).unwrap()
    };
    let (first, second) = (by(Road::PdfExtract), by(Road::Hayro));
    assert_eq!((road(&first), road(&second)), (Road::PdfExtract, Road::Hayro));
    assert_eq!(texts(&first), ["The General Assembly", "Decides to convene."]);
    for (one, two) in first.lines.iter().zip(&second.lines) {
        let look =
            |line: &Line| (line.text.clone(), line.bold, line.left.round(), line.top.round(), line.size);
        assert_eq!(look(one), look(two));
        assert!((one.right - two.right).abs() < 1.0, "{one:?} {two:?}");
    }
    assert_eq!(first.lines.iter().map(|line| line.bold).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn what_pdf_extract_loses_takes_the_second_road() {
    let quotes = Pdf::with("BT /F1 12 Tf 14 TL 72 700 Td (one) Tj (two) ' 0 0 (three) \" ET");
    let source = quotes.read();
    assert_eq!((road(&source), texts(&source)), (Road::Hayro, vec!["one", "two", "three"]));

    let source = Pdf::with("BT 72 700 Td /F9 12 Tf (lost font) Tj ET").read();
    assert_eq!((road(&source), texts(&source)), (Road::Hayro, vec!["lost font"]));

    let mut form = Pdf::default();
    let font = form.object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>");
    let entries = format!(
        "/Type/XObject/Subtype/Form/BBox [0 0 600 800] /Matrix [1 0 0 1 0 100] /Resources <</Font <</F1 {font} 0 R>>>>"
    );
    let inner = form.stream(&entries, b"BT /F1 12 Tf 72 500 Td (inside) Tj ET");
    let resources = format!("/XObject <</X {inner} 0 R>>");
    form.page("BT /F1 12 Tf 72 700 Td (outside) Tj ET /X Do", "/MediaBox [0 0 600 800]", &resources);
    let source = form.read();
    assert_eq!(texts(&source), ["outside", "inside"]);
    assert_eq!(source.lines[1].top, 200.0);
}

#[test]
fn outlined_type_counts_once_and_invisible_type_counts() {
    // The quote operator sends the page to hayro, which draws outlined type twice.
    let source = Pdf::with("BT /F1 12 Tf 14 TL 72 700 Td 2 Tr (2660) ' 3 Tr (unseen) ' ET").read();
    assert_eq!(texts(&source), ["2660", "unseen"]);
    assert_eq!(texts(&Pdf::with("BT /F1 12 Tf 3 Tr 72 700 Td (unseen) Tj ET").read()), ["unseen"]);
}

#[test]
fn text_that_is_said_to_stand_for_glyphs_replaces_them() {
    let content = "BT /F1 12 Tf 14 TL 72 700 Td (x) ' /Span <</ActualText (say)>> BDC (abc) Tj EMC ET";
    assert_eq!(texts(&Pdf::with(content).read()), ["xsay"]);
}

#[test]
fn a_page_turned_by_its_reader_is_read_as_it_is_shown() {
    for road in [Road::PdfExtract, Road::Hayro] {
        for (rotation, matrix) in [
            (90, "0 1 -1 0 100 72"),
            (180, "-1 0 0 -1 528 100"),
            (270, "0 -1 1 0 500 728"),
            (-90, "0 -1 1 0 500 728"),
        ] {
            let content =
                format!("BT /F1 12 Tf {matrix} Tm (The first line) Tj 0 -20 Td (and the second.) Tj ET");
            let mut pdf = Pdf::default();
            pdf.page(&content, &format!("/MediaBox [0 0 600 800] /Rotate {rotation}"), "");
            let reading = Reading { road: Some(road), ..Reading::default() };
            let source = read_bytes_with(Path::new("test.pdf"), pdf.bytes(), &reading).unwrap();
            assert_eq!(texts(&source), ["The first line", "and the second."], "{road:?} {rotation}");
            assert_eq!(source.lines[0].left, 72.0, "{road:?} {rotation}");
            assert_eq!((source.lines[0].top, source.lines[1].top), (100.0, 120.0), "{road:?} {rotation}");
        }
    }
}

#[test]
fn a_page_printed_sideways_is_turned_and_a_box_may_begin_anywhere() {
    let source =
        Pdf::with("BT /F1 12 Tf 0 1 -1 0 100 72 Tm (A table) Tj 0 -20 Td (in landscape) Tj ET").read();
    assert_eq!(texts(&source), ["A table", "in landscape"]);

    let mut pdf = Pdf::default();
    pdf.page(TEXT, "/MediaBox [-100 50 500 850]", "");
    let line = &pdf.read().lines[0];
    assert_eq!((line.left, line.top), (172.0, 150.0));
}

#[test]
fn type_in_the_margin_is_one_line_set_aside() {
    let margin = "BT /F1 8 Tf 0 1 -1 0 20 300 Tm (20-17554 margin) Tj ET";
    let content = format!("{TEXT} {margin}");
    let source = Pdf::with(&content).read();
    let turned: Vec<&Line> = source.lines.iter().filter(|line| line.turned).collect();
    assert_eq!(turned.len(), 1, "{:?}", texts(&source));
    assert_eq!(turned[0].text, "20-17554 margin");
    assert_eq!(source.lines.len(), 3);
    let report = travaux::structure::structure(&source);
    assert!(report.furniture.iter().any(|piece| piece.text.contains("margin")), "{:?}", report.furniture);
}

#[test]
fn a_text_layer_that_is_no_text_is_refused_with_the_reason() {
    let mut pdf = Pdf::default();
    let inner = pdf.object(
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Own/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500>>",
    );
    let font = pdf.object(format!(
        "<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Own/Encoding/Identity-H/DescendantFonts [{inner} 0 R]>>"
    ));
    let text = "0024002500260027".repeat(20);
    let content = format!("BT /F1 12 Tf 72 700 Td <{text}> Tj ET");
    pdf.page(&content, "/MediaBox [0 0 600 800]", &format!("/Font <</F1 {font} 0 R>>"));
    let error = read(&pdf.bytes()).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Garbled(_)), "{error}");
    assert!(error.to_string().contains("ocrmypdf --force-ocr"), "{error}");

    // Beside a page that can be read, only a remark.
    pdf.page(TEXT, "/MediaBox [0 0 600 800]", "");
    let source = pdf.read();
    assert_eq!(texts(&source), ["The General Assembly", "Decides to convene."]);
    let remark = &source.remarks[0];
    assert_eq!((remark.code, remark.at.as_str()), ("garbled-text", "page 1"));
}

#[test]
fn a_page_that_is_a_picture_is_named() {
    let mut pdf = Pdf::default();
    let picture = pdf.stream(
        "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
        b"\x80",
    );
    pdf.page(
        "600 0 0 800 0 0 cm /X Do",
        "/MediaBox [0 0 600 800]",
        &format!("/XObject <</X {picture} 0 R>>"),
    );
    let error = read(&pdf.bytes()).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NoTextLayer(1)), "{error}");
    pdf.page(TEXT, "/MediaBox [0 0 600 800]", "");
    let source = pdf.read();
    assert_eq!(source.remarks.len(), 1);
    assert_eq!((source.remarks[0].code, source.remarks[0].at.as_str()), ("no-text-layer", "page 1"));
}

#[test]
fn damage_in_the_middle_of_a_page_is_cut_out_and_told() {
    let content = "BT\n/F1 12 Tf 72 700 Td (one) Tj\nET\nBT\n/F1 12 Tf 72 680 Td\n[<0]1>] TJ\nET\nBT\n/F1 12 Tf 72 660 Td (three) Tj\nET\n";
    let source = Pdf::with(content).read();
    assert_eq!(texts(&source), ["one", "three"]);
    assert_eq!(source.remarks[0].code, "page-damaged");
}

#[test]
fn loops_end() {
    let pdf = Pdf::with(TEXT);
    assert_eq!(read(&pdf.bytes_with("/Parent 2 0 R")).unwrap().lines.len(), 2);
    let mut form = Pdf::with(TEXT);
    let own = form.objects.len() + 3;
    form.stream(
        &format!("/Type/XObject/Subtype/Form/BBox [0 0 9 9] /Resources <</XObject <</X {own} 0 R>>>>"),
        b"/X Do",
    );
    form.page("/X Do", "/MediaBox [0 0 600 800]", &format!("/XObject <</X {own} 0 R>>"));
    assert_eq!(form.read().lines.len(), 2);
}

#[track_caller]
fn refused(bytes: Vec<u8>, change: impl FnOnce(&mut Reading), option: &str) {
    let mut reading = Reading::default();
    change(&mut reading);
    let error = read_bytes_with(Path::new("test.pdf"), bytes, &reading).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::TooMuch { .. }), "{error}");
    assert!(error.to_string().ends_with(option), "{error}");
}

#[test]
fn limits_are_named_and_can_be_raised() {
    let bytes = Pdf::with(TEXT).bytes();
    refused(bytes.clone(), |reading| reading.limits.pages = 0, "--max-pages");
    refused(bytes.clone(), |reading| reading.limits.time = Duration::ZERO, "--timeout");

    let mut reading = Reading::default();
    reading.limits.operations = 5;
    let error = read_bytes_with(Path::new("test.pdf"), bytes, &reading).unwrap_err();
    assert!(error.to_string().contains("more than 5 operations"), "{error}");

    let mut bomb = Pdf::default();
    let packed = zeros(8 << 20);
    let content = bomb.stream("/Filter /FlateDecode", &packed);
    let page =
        bomb.object(format!("<</Type/Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents {content} 0 R>>"));
    bomb.pages.push(page);
    refused(bomb.bytes(), |reading| reading.limits.inflated = 1 << 20, "--max-inflated");
}

/// Zlib data of so many zeros, written by hand: blocks of 258 times the byte before.
fn zeros(length: usize) -> Vec<u8> {
    use flate2::{Compression, write::ZlibEncoder};
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    std::io::Write::write_all(&mut encoder, &vec![b' '; length]).unwrap();
    encoder.finish().unwrap()
}

/// A small generator, so that every run damages the same bytes.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }
}

/// Changes, cuts out and doubles a few stretches.
fn damaged(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..1 + dice.roll(12) {
        let at = dice.roll(bytes.len());
        match dice.roll(4) {
            0 => bytes[at] = dice.roll(256) as u8,
            1 => bytes[at] ^= 1 << dice.roll(8),
            2 => drop(bytes.drain(at..(at + 1 + dice.roll(40)).min(bytes.len()))),
            _ => {
                let piece = bytes[at..(at + dice.roll(60)).min(bytes.len())].to_vec();
                let to = dice.roll(bytes.len());
                bytes.splice(to..to, piece);
            }
        }
    }
    bytes
}

#[test]
fn no_damage_stops_the_program() {
    let mut dice = Dice(0x7261_7661_7578);
    let mut rich = Pdf::with(TEXT);
    let form = rich.stream("/Type/XObject/Subtype/Form/BBox [0 0 600 800]", TEXT.as_bytes());
    let picture = rich.stream(
        "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
        b"\x80",
    );
    let resources = format!("/XObject <</X {form} 0 R /Y {picture} 0 R>>");
    rich.page(&format!("{TEXT} /X Do /Y Do"), "/MediaBox [0 0 600 800] /Rotate 90", &resources);
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut good = vec![(rich.bytes(), 1300)];
    // Not in the published package.
    for name in ["working-group-2031/draft.pdf", "working-group-2032/next-year.pdf"] {
        good.extend(std::fs::read(sample.join(name)).ok().map(|bytes| (bytes, 350)));
    }
    for (bytes, copies) in good {
        for copy in 0..copies {
            let damaged = damaged(&bytes, &mut dice);
            let start = Instant::now();
            // Whatever comes out, it comes out.
            let _ = read(&damaged);
            assert!(start.elapsed() < Duration::from_secs(20), "copy {copy}");
        }
    }
}
