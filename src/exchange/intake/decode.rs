//! Bytes of a file as text.
//!
//! UTF-8 and UTF-16 with a byte order mark are known for sure. Other bytes are UTF-8 where they are valid as that, which
//! text of another encoding hardly ever is, and otherwise Windows-1252, as Excel writes CSV in Western Europe. A
//! table of 32 characters does what a library of all encodings would (the tables of encoding_rs weigh several hundred
//! kilobytes).

/// How the bytes of a file stand for characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TextEncoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 with a byte order mark.
    Utf16,
    /// Windows-1252: a guess, which is said.
    Windows1252,
}

/// What a file is that is no text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BinaryForm {
    /// A workbook of Excel or another program: a ZIP archive, or the older format.
    Workbook,
    /// JSON, as this app's own files are.
    Json,
    /// Anything else.
    Other,
}

/// What `bytes` are where they are no text to be read.
pub fn binary_form(bytes: &[u8]) -> Option<BinaryForm> {
    let is_utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    match bytes {
        [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(BinaryForm::Workbook),
        _ if first == Some(&b'{') => Some(BinaryForm::Json),
        _ if !is_utf16 && bytes.iter().take(4_096).any(|byte| *byte == 0) => Some(BinaryForm::Other),
        _ => None,
    }
}

/// Returns the text of `bytes` without its byte order mark, and how it was read.
pub fn decode(bytes: &[u8]) -> (String, TextEncoding) {
    match bytes {
        [0xff, 0xfe, rest @ ..] => (utf16(rest, u16::from_le_bytes), TextEncoding::Utf16),
        [0xfe, 0xff, rest @ ..] => (utf16(rest, u16::from_be_bytes), TextEncoding::Utf16),
        [0xef, 0xbb, 0xbf, rest @ ..] => (String::from_utf8_lossy(rest).into_owned(), TextEncoding::Utf8),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => (text.to_owned(), TextEncoding::Utf8),
            Err(_) => (bytes.iter().copied().map(windows_1252).collect(), TextEncoding::Windows1252),
        },
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The characters of 0x80 to 0x9f, by the WHATWG Encoding Standard; all others are those of Latin-1.
const UPPER: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => UPPER[usize::from(byte - 0x80)],
        byte => char::from(byte),
    }
}
