//! The file of a note for two, `<circle>-<member>-<day>.note.json`: it goes from one member to another, beside the
//! circle's file, which everyone gets and which must never hold such a note.
//!
//! ```json
//! {
//!   "format": "peer-circle-note",
//!   "version": 1,
//!   "circle": { "id": "7k2m4q8w1zj7", "name": "Northlight" },
//!   "from": { "id": "b41x…", "name": "Ana" },
//!   "to": { "id": "c93k…", "name": "Ben" },
//!   "sent_at": "2026-11-26T08:30:00Z",
//!   "sha256": "9f2c…",
//!   "note": {
//!     "id": "n5r1…", "from": "b41x…", "to": "c93k…", "given_at": "2026-11-26T08:29:00Z",
//!     "worded_at": "2026-11-26T08:29:00Z",
//!     "situation": "Friday's session", "behaviour": "You read the numbers out first",
//!     "impact": "I could follow at once", "next_time": "Do that again"
//!   }
//! }
//! ```
//!
//! - `from` and `to` are the sender and the receiver of this copy: a reply to a note goes back in the same form, the
//!   other way round. Names are for people; ids count.
//! - `note` is everything that is known of it. `worded_at` and `answered_at` say how new its two parts are; a member
//!   that is left out is empty. `sha256` is that of `note` as compact JSON with sorted members.
//! - Nothing is sealed: whoever has the file can read it.
//!
//! On a device a note is kept in the same form; `sent_at` then says what was sent of it last.

use super::circle_file::{FileError, value_of};
use crate::domain::{
    AgendaId, Arrange, CircleId, CommitmentId, Feedback, FeedbackId, FeedbackRequestId, MemberId, PrivateNote,
    Response, Timestamp, Visibility,
};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// What `format` says.
pub const FORMAT: &str = "peer-circle-note";
/// The newest `version` that this code writes and reads.
pub const VERSION: u64 = 1;

/// Who somebody is: their id and name.
pub type NamedId<'a> = (&'a str, &'a str);

/// Whose file it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NoteHead<'a> {
    /// The circle.
    pub circle: NamedId<'a>,
    /// Who sends it.
    pub from: NamedId<'a>,
    /// Who shall get it.
    pub to: NamedId<'a>,
    /// When it is sent; on a device, when it was.
    pub sent_at: Option<Timestamp>,
}

/// A note that was read.
#[derive(Clone, PartialEq, Debug)]
pub struct NoteFile {
    /// The circle that both belong to.
    pub circle: CircleId,
    /// Its name.
    pub circle_name: String,
    /// The note; its `sent_at` is the file's.
    pub note: PrivateNote,
}

/// Writes a note, indented so that people can read it.
pub fn write(note: &PrivateNote, head: NoteHead<'_>) -> String {
    let named = |(id, name): NamedId<'_>| json!({ "id": id, "name": name });
    let body = note_value(note);
    let mut file = json!({
        "format": FORMAT,
        "version": VERSION,
        "circle": named(head.circle),
        "from": named(head.from),
        "to": named(head.to),
        "sha256": sha256(&body),
        "note": body,
    });
    if let (Some(at), Some(file)) = (head.sent_at, file.as_object_mut()) {
        file.insert("sent_at".to_owned(), Value::String(at.to_string()));
    }
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}

/// Reads a note's file.
///
/// # Errors
/// [`FileError::OtherProgram`] where it is none, else what is wrong with it.
pub fn read(bytes: &[u8]) -> Result<NoteFile, FileError> {
    let file = value_of(bytes)?;
    if file.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(FileError::OtherProgram);
    }
    match file.get("version").and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(found) if found > VERSION => return Err(FileError::Newer { found, known: VERSION }),
        _ => return Err(FileError::Damaged("version")),
    }
    let body = file.get("note").ok_or(FileError::Damaged("note"))?;
    if file.get("sha256").and_then(Value::as_str) != Some(sha256(body).as_str()) {
        return Err(FileError::Damaged("note"));
    }
    let circle = |name: &str| file.get("circle").and_then(|circle| circle.get(name)).and_then(Value::as_str);
    let sent_at = file.get("sent_at").and_then(Value::as_str).and_then(Timestamp::parse);
    let note = body.as_object().and_then(read_note).ok_or(FileError::Damaged("note"))?;
    Ok(NoteFile {
        circle: circle("id").map(CircleId::new).ok_or(FileError::NoCircle)?,
        circle_name: circle("name").unwrap_or_default().to_owned(),
        note: PrivateNote { sent_at, ..note },
    })
}

/// The members of a note that say something.
pub(super) fn note_value(private: &PrivateNote) -> Value {
    let note = &private.note;
    let time = |at: Option<Timestamp>| at.map(|at| at.to_string()).unwrap_or_default();
    let fields = [
        ("id", note.id.to_string()),
        ("request", note.request.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("from", note.from.to_string()),
        ("to", note.to.to_string()),
        ("situation", note.situation.clone()),
        ("behaviour", note.behaviour.clone()),
        ("impact", note.impact.clone()),
        ("next_time", note.next_time.clone()),
        ("given_at", note.given_at.to_string()),
        ("worded_at", private.worded_at.to_string()),
        ("deleted_at", time(note.deleted_at)),
        ("answered_at", time(private.answered_at)),
        ("thanked_at", time(note.thanked_at)),
        ("thanks", note.thanks.clone()),
        ("response", note.response.map(|response| response.key().to_owned()).unwrap_or_default()),
        ("responded_at", time(note.responded_at)),
        ("commitment", note.commitment.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("agenda", note.agenda.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("closed_at", time(note.closed_at)),
        ("outcome", note.outcome.clone()),
    ];
    let filled = fields.into_iter().filter(|(_, value)| !value.is_empty());
    Value::Object(filled.map(|(name, value)| (name.to_owned(), Value::String(value))).collect())
}

/// The note from its members; `None` where it lacks what makes it one.
pub(super) fn read_note(fields: &Map<String, Value>) -> Option<PrivateNote> {
    let text = |name: &str| fields.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let words = |name: &str| text(name).unwrap_or_default().to_owned();
    let time = |name: &str| text(name).and_then(Timestamp::parse);
    let given_at = time("given_at")?;
    let note = Feedback {
        id: FeedbackId::new(text("id")?),
        visibility: Visibility::Two,
        request: text("request").map(FeedbackRequestId::new),
        from: MemberId::new(text("from")?),
        to: MemberId::new(text("to")?),
        situation: words("situation"),
        behaviour: words("behaviour"),
        impact: words("impact"),
        next_time: words("next_time"),
        given_at,
        thanked_at: time("thanked_at"),
        thanks: words("thanks"),
        response: text("response").and_then(Response::from_key),
        responded_at: time("responded_at"),
        commitment: text("commitment").map(CommitmentId::new),
        agenda: text("agenda").map(AgendaId::new),
        closed_at: time("closed_at"),
        outcome: words("outcome"),
        deleted_at: time("deleted_at"),
    };
    let worded_at = time("worded_at").unwrap_or(given_at);
    Some(PrivateNote { note, worded_at, answered_at: time("answered_at"), sent_at: None })
}

/// SHA-256 of compact JSON with sorted members, in lower-case hexadecimal.
fn sha256(value: &Value) -> String {
    let mut members: Vec<_> = value.as_object().into_iter().flatten().collect();
    members.arrange_by(|one, other| one.0.cmp(other.0));
    let members = members.into_iter().map(|(name, value)| format!("{}:{value}", Value::from(name.as_str())));
    let text = format!("{{{}}}", members.collect::<Vec<_>>().join(","));
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
