//! What can be merged into a circle: another copy of it, or somebody's changes.

use super::sending::Sending;
use crate::document::{self, Change, CircleDoc, DocError, Facts, Imported};
use crate::domain::{Circle, CircleId, MemberId, Timestamp};
use crate::exchange::circle_file::{CircleFile, FileError};
use crate::exchange::update_message::UpdateMessage;

/// Another copy of a circle, or changes of it.
pub(super) enum Source {
    /// A whole copy.
    File(Box<CircleFile>),
    /// Somebody's changes.
    Message(UpdateMessage),
}

/// A source under the name of what it came in.
pub(super) struct Looked {
    pub(super) name: String,
    pub(super) circle: CircleId,
    pub(super) source: Source,
}

/// What was taken in last: the keys that the circle's log has of it, and what went to and fro before.
pub(super) struct TakenIn {
    pub(super) circle: CircleId,
    pub(super) keys: Vec<String>,
    pub(super) sending: Sending,
}

impl Source {
    /// Merges it into `doc`. A file that has lost its history brings its readable part,
    /// as edits made by hand.
    pub(super) fn merge_into(&self, doc: &mut CircleDoc) -> Result<Imported, FileError> {
        let damaged = |_: DocError| FileError::Damaged("history");
        match self {
            Self::File(file) if file.is_rebuilt => Ok(Imported::default()),
            Self::File(file) => document::import(doc, &file.doc).map_err(damaged),
            Self::Message(message) => document::import_update(doc, &message.update).map_err(damaged),
        }
    }

    /// What was changed in it by hand, compared with `facts`.
    pub(super) fn hand_edits(&self, facts: &Facts) -> Vec<Change> {
        match self {
            Self::File(file) if file.is_rebuilt => document::edits(facts, file.doc.facts()),
            Self::File(file) => file.hand_edits.clone(),
            Self::Message(_) => Vec::new(),
        }
    }

    /// Whose changes are missing where `doc` has some that wait.
    pub(super) fn lacks(&self, doc: &CircleDoc) -> Option<String> {
        match self {
            Self::Message(message) if doc.has_gaps() => Some(message.sender_name.clone()),
            Self::Message(_) | Self::File(_) => None,
        }
    }

    /// Notes in `sending` what it tells of its sender's copy. `doc` has taken it in.
    pub(super) fn note(&self, sending: &mut Sending, doc: &CircleDoc, circle: &Circle, me: Option<&MemberId>) {
        match self {
            Self::File(file) => {
                sending.unsent.receive(doc.facts(), file.doc.facts());
                let sender = circle.members.values().find(|member| member.name == file.exported_by);
                if let (Some(sender), Some(at)) = (sender, file.exported_at) {
                    let has_ours = !sending.told.as_ref().is_some_and(|told| file.doc.lacks(told));
                    sending.hear(&sender.id, at, Some(at).filter(|_| has_ours && sending.told.is_some()));
                }
            }
            Self::Message(message) => {
                let of_me = |(id, at): &(MemberId, Timestamp)| (Some(id) == me).then_some(*at);
                sending.hear(&message.sender, message.at, message.heard.iter().find_map(of_me));
                if let Some(name) = self.lacks(doc).filter(|name| !sending.lacks.contains(name)) {
                    sending.lacks.push(name);
                }
            }
        }
        if !doc.has_gaps() {
            sending.lacks.clear();
        }
    }
}
