//! The circle file, `<circle>-<member>-<day>.circle.json`: one circle in one JSON document.
//!
//! ```json
//! {
//!   "format": "peer-circle",
//!   "version": 1,
//!   "exported_at": "2026-11-23T19:05:54Z",
//!   "exported_by": "Ana",
//!   "circle": {
//!     "circle": [{ "id": "7k2m…", "created_at": "2026-11-02T08:00:00Z", "name": "Northlight", "schema": 1 }],
//!     "members": [{ "id": "b41x…", "joined_at": "2026-11-02T08:00:00Z", "name": "Ana" }]
//!   },
//!   "history": {
//!     "encoding": "yjs-update-v1+deflate+base64",
//!     "length": 1834,
//!     "sha256": "9f2c…",
//!     "data": "7VhNb…"
//!   },
//!   "knows": "AwHq…"
//! }
//! ```
//!
//! - `circle` is the readable snapshot: kinds of record, each an array sorted by id, to be read with any
//!   JSON tool. A value edited there by hand is noticed and offered as an edit.
//! - `history` is the truth: a Yjs update (v1) of everything that ever happened, raw deflate, base64.
//!   `length` and `sha256` are those of the bytes before deflating. A file without `history` opens as a
//!   new circle made from the snapshot.
//! - `knows` is the Yjs state vector (v1, base64) of the copy that was exported.
//!
//! A reader accepts any member order and ignores members that it does not know.

use crate::document::{self, Change, CircleDoc, DocError};
use crate::domain::Timestamp;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::str::Utf8Error;

/// What `format` says.
pub const FORMAT: &str = "peer-circle";
/// The newest `version` that this code writes and reads.
pub const VERSION: u64 = 1;
/// Files above this many bytes are refused before they are parsed.
pub const MAX_BYTES: usize = 48 << 20;
/// Histories above this many bytes are refused while they are inflated.
pub const MAX_HISTORY: usize = 64 << 20;

const ENCODING: &str = "yjs-update-v1+deflate+base64";

/// Why a file is not taken in. Nothing on the device has changed then.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FileError {
    /// It has no content.
    #[error("the file is empty")]
    Empty,
    /// It is larger than any circle.
    #[error("{bytes} bytes, at most {max} are read")]
    TooLarge { bytes: usize, max: usize },
    /// It is not text, or no JSON.
    #[error("not JSON at line {line}, column {column}")]
    NotJson { line: usize, column: usize },
    /// It begins well and ends too early.
    #[error("the file ends in line {line}")]
    CutShort { line: usize },
    /// JSON of something else.
    #[error("not a circle file")]
    OtherProgram,
    /// A newer app wrote it.
    #[error("file version {found}, this app reads {known}")]
    Newer { found: u64, known: u64 },
    /// A part of it does not fit its checksum or form.
    #[error("{0} is damaged")]
    Damaged(&'static str),
    /// There is no circle inside.
    #[error("no circle in the file")]
    NoCircle,
}

/// A circle file that was read.
pub struct CircleFile {
    /// The circle inside.
    pub doc: CircleDoc,
    /// When it was exported.
    pub exported_at: Option<Timestamp>,
    /// Who exported it, by name.
    pub exported_by: String,
    /// Values that someone changed in the readable part by hand.
    pub hand_edits: Vec<Change>,
    /// Whether the history was missing, so that this is a new circle.
    pub is_rebuilt: bool,
}

/// Writes `doc` as a circle file, indented so that people can read it.
pub fn write(doc: &CircleDoc, exported_at: Timestamp, exported_by: &str) -> String {
    let state = doc.state();
    let file = json!({
        "format": FORMAT,
        "version": VERSION,
        "exported_at": exported_at.to_string(),
        "exported_by": exported_by,
        "circle": document::snapshot(doc),
        "history": {
            "encoding": ENCODING,
            "length": state.len(),
            "sha256": sha256(&state),
            "data": STANDARD.encode(compress_to_vec(&state, 8)),
        },
        "knows": STANDARD.encode(doc.knows()),
    });
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}

/// Reads a circle file. `client` is the fresh client id of the document that comes out.
///
/// # Errors
/// [`FileError`] says what is wrong and, for JSON, where.
pub fn read(bytes: &[u8], client: u32) -> Result<CircleFile, FileError> {
    let file = parse(bytes)?;
    let snapshot = file.get("circle").unwrap_or(&Value::Null);
    let (doc, is_rebuilt) = match file.get("history") {
        Some(history) => (open_history(history, client)?, false),
        None => (document::from_snapshot(client, snapshot), true),
    };
    doc.circle().map_err(|_| FileError::NoCircle)?;
    let hand_edits = if is_rebuilt || *snapshot == document::snapshot(&doc) {
        Vec::new()
    } else {
        document::edits(doc.facts(), &document::facts_of(snapshot))
    };
    let text = |name: &str| file.get(name).and_then(Value::as_str).unwrap_or_default();
    Ok(CircleFile {
        exported_at: Timestamp::parse(text("exported_at")),
        exported_by: text("exported_by").to_owned(),
        doc,
        hand_edits,
        is_rebuilt,
    })
}

/// The checks before anything is decoded.
fn parse(bytes: &[u8]) -> Result<Value, FileError> {
    if bytes.len() > MAX_BYTES {
        return Err(FileError::TooLarge { bytes: bytes.len(), max: MAX_BYTES });
    }
    let file = value_of(bytes)?;
    if file.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(FileError::OtherProgram);
    }
    match file.get("version").and_then(Value::as_u64) {
        Some(VERSION) => Ok(file),
        Some(found) if found > VERSION => Err(FileError::Newer { found, known: VERSION }),
        _ => Err(FileError::Damaged("version")),
    }
}

/// The JSON in `bytes`, with or without a byte order mark.
///
/// # Errors
/// [`FileError::Empty`] where there is none, [`FileError::CutShort`] where it ends too early, [`FileError::NotJson`]
/// where it is something else.
pub(super) fn value_of(bytes: &[u8]) -> Result<Value, FileError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let (valid, _) = bytes.split_at(error.valid_up_to());
            let text = str::from_utf8(valid).unwrap_or_default();
            // What is wrong first is told.
            return match parsed(text) {
                Err(fault @ FileError::NotJson { .. }) => Err(fault),
                _ => Err(no_text(text, error)),
            };
        }
    };
    if text.bytes().all(|byte| byte.is_ascii_whitespace()) {
        return Err(FileError::Empty);
    }
    parsed(text)
}

/// What is wrong with bytes that are `text` and then no text any more.
fn no_text(text: &str, error: Utf8Error) -> FileError {
    let line = 1 + text.matches('\n').count();
    match error.error_len() {
        // The file ends within a character.
        None => FileError::CutShort { line },
        Some(_) => FileError::NotJson { line, column: 1 + text.rsplit('\n').next().unwrap_or_default().len() },
    }
}

fn parsed(text: &str) -> Result<Value, FileError> {
    serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Eof => FileError::CutShort { line: error.line() },
        _ => FileError::NotJson { line: error.line(), column: error.column() },
    })
}

/// The document from its `history`: length and checksum first, Yrs last.
fn open_history(history: &Value, client: u32) -> Result<CircleDoc, FileError> {
    let damaged = FileError::Damaged("history");
    let text = |name: &str| history.get(name).and_then(Value::as_str).ok_or(damaged.clone());
    if text("encoding")? != ENCODING {
        return Err(FileError::Damaged("history.encoding"));
    }
    let length = history.get("length").and_then(Value::as_u64).ok_or(damaged.clone())?;
    let deflated = STANDARD.decode(text("data")?).map_err(|_| FileError::Damaged("history.data"))?;
    let limit = usize::try_from(length).unwrap_or(usize::MAX).min(MAX_HISTORY);
    let state = decompress_to_vec_with_limit(&deflated, limit).map_err(|_| FileError::Damaged("history.data"))?;
    if state.len() as u64 != length {
        return Err(FileError::Damaged("history.length"));
    }
    if sha256(&state) != text("sha256")? {
        return Err(FileError::Damaged("history.sha256"));
    }
    let doc = CircleDoc::open(client, [state.as_slice()]);
    let doc = doc.map_err(|_: DocError| FileError::Damaged("history.data"))?;
    Ok(doc)
}

/// SHA-256 in lower-case hexadecimal.
fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
