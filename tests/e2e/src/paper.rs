//! A page on paper, as the browser prints it.

use miniz_oxide::inflate::decompress_to_vec_zlib;

/// A printed sheet, read out of a PDF.
#[derive(Debug)]
pub struct Sheet {
    /// The drawing instructions of the sheet, as text.
    drawn: Vec<String>,
}

impl Sheet {
    /// Reads a PDF of one sheet. Whatever in it is packed in another way than drawings are, is passed over.
    pub(crate) fn of(pdf: &[u8]) -> Self {
        let unpacked = streams(pdf).into_iter().filter_map(|stream| decompress_to_vec_zlib(stream).ok());
        Self { drawn: unpacked.filter_map(|bytes| String::from_utf8(bytes).ok()).collect() }
    }

    /// How bright the ink of each piece of text is, from 0 to 1.
    pub fn inks(&self) -> Vec<f64> {
        self.drawn.iter().flat_map(|drawing| inks(drawing)).collect()
    }
}

/// The brightness of what fills each text of a drawing: `0.1 0.2 0.3 rg` or `0.2 g` set it, `Tj` and `TJ` write.
fn inks(drawing: &str) -> Vec<f64> {
    let (mut found, mut ink, mut numbers) = (Vec::new(), 0.0, Vec::new());
    for word in drawing.split_whitespace() {
        match (word, numbers.as_slice()) {
            ("rg", [.., red, green, blue]) => ink = (red + green + blue) / 3.0,
            ("g", [.., grey]) => ink = *grey,
            _ if word.ends_with("Tj") || word.ends_with("TJ") => found.push(ink),
            _ => {}
        }
        match word.parse::<f64>() {
            Ok(number) => numbers.push(number),
            Err(_) => numbers.clear(),
        }
    }
    found
}

/// What lies between `stream` and `endstream` in a PDF.
fn streams(pdf: &[u8]) -> Vec<&[u8]> {
    let (begin, end) = (b"stream", b"endstream");
    let mut found = Vec::new();
    let mut rest = pdf;
    while let Some(at) = place(rest, begin) {
        rest = &rest[at + begin.len()..];
        let start = rest.iter().position(|byte| !matches!(byte, b'\r' | b'\n')).unwrap_or(rest.len());
        let Some(length) = place(rest, end) else { break };
        found.push(&rest[start.min(length)..length]);
        rest = &rest[length + end.len()..];
    }
    found
}

fn place(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}
