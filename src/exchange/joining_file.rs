//! The answer to an invitation, `<circle>-<name>.joining.json`: somebody would like to join, and says who they are.
//!
//! ```json
//! {
//!   "format": "peer-circle-joining",
//!   "version": 1,
//!   "asked_at": "2026-11-26T09:00:00Z",
//!   "circle": { "id": "7k2m4q8w1zj7", "name": "Northlight" },
//!   "person": { "name": "Chen", "stage": "mid", "offers": ["Teaching"], "wants": ["Negotiation"] }
//! }
//! ```
//!
//! `person` is what [`person`](super::person) describes. A member opens the file, looks at it and adds the person; then
//! the circle file goes back to them.

use super::circle_file::FileError;
use super::person;
use crate::domain::{CircleId, NewProfile, Timestamp};
use serde_json::{Value, json};

/// What `format` says.
pub const FORMAT: &str = "peer-circle-joining";
/// The newest `version` that this code writes and reads.
pub const VERSION: u64 = 1;

/// Somebody who would like to join.
#[derive(Clone, PartialEq, Debug)]
pub struct Joining {
    /// Which circle.
    pub circle: CircleId,
    /// Its name.
    pub circle_name: String,
    /// When they asked.
    pub asked_at: Option<Timestamp>,
    /// Who they are.
    pub person: NewProfile,
}

/// Writes that `person` would like to join the circle of this id and name.
pub fn write((circle, name): (&CircleId, &str), person: &NewProfile, asked_at: Timestamp) -> String {
    let file = json!({
        "format": FORMAT,
        "version": VERSION,
        "asked_at": asked_at.to_string(),
        "circle": { "id": circle.as_str(), "name": name },
        "person": person::write(person),
    });
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}

/// Reads what [`write`] wrote.
///
/// # Errors
/// [`FileError::OtherProgram`] where it is none, else what is wrong with it.
pub fn read(bytes: &[u8]) -> Result<Joining, FileError> {
    let file = super::marked_json::json_of(bytes, FORMAT, VERSION)?;
    let text = |name: &str| file.get("circle").and_then(|circle| circle.get(name)).and_then(Value::as_str);
    let person = person::read(file.get("person").unwrap_or(&Value::Null));
    if person.name.trim().is_empty() {
        return Err(FileError::Damaged("person"));
    }
    Ok(Joining {
        circle: text("id").filter(|id| !id.is_empty()).map(CircleId::new).ok_or(FileError::NoCircle)?,
        circle_name: text("name").unwrap_or_default().to_owned(),
        asked_at: file.get("asked_at").and_then(Value::as_str).and_then(Timestamp::parse),
        person,
    })
}
