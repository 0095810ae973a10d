//! JSON that says what it is.

use super::circle_file::FileError;
use serde_json::Value;

/// Most bytes of a small file: an invitation, or the wish to join.
const MAX_BYTES: usize = 1 << 20;

/// The JSON in `bytes`, where it says that it is of this `format`, of a version up to `version`.
///
/// # Errors
/// [`FileError::OtherProgram`] where it says another format, else what is wrong with it.
pub fn json_of(bytes: &[u8], format: &str, version: u64) -> Result<Value, FileError> {
    if bytes.len() > MAX_BYTES {
        return Err(FileError::OtherProgram);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let file: Value = serde_json::from_slice(bytes)
        .map_err(|error| FileError::NotJson { line: error.line(), column: error.column() })?;
    if file.get("format").and_then(Value::as_str) != Some(format) {
        return Err(FileError::OtherProgram);
    }
    match file.get("version").and_then(Value::as_u64) {
        Some(found) if found == version => Ok(file),
        Some(found) if found > version => Err(FileError::Newer { found, known: version }),
        _ => Err(FileError::Damaged("version")),
    }
}
