//! JSON that says what it is.

use super::circle_file::{FileError, value_of};
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
    let file = value_of(bytes)?;
    if file.get("format").and_then(Value::as_str) != Some(format) {
        return Err(FileError::OtherProgram);
    }
    match file.get("version").and_then(Value::as_u64) {
        Some(found) if found == version => Ok(file),
        Some(found) if found > version => Err(FileError::Newer { found, known: version }),
        _ => Err(FileError::Damaged("version")),
    }
}
