//! What became of files that were opened.

use crate::document::{Change, CircleDoc, Conflict, Imported, Place, Value};
use crate::domain::{Circle, CircleId, MemberId, News, news};
use crate::exchange::circle_file::FileError;
use crate::exchange::sealed_file::{SealFault, SealedFile};
use crate::exchange::update_message::MessageError;
use crate::platform::NotLoaded;
use crate::vault::WriteError;

/// A file and what came of it.
#[derive(Clone, Debug)]
pub struct FileImport {
    /// The file's name.
    pub file: String,
    /// What it brought, or why it was not taken.
    pub result: Result<ImportReport, ImportError>,
}

/// Why a file was not taken. Nothing on the device has changed.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum ImportError {
    /// The file is not one, or is damaged.
    #[error(transparent)]
    File(#[from] FileError),
    /// It is a sealed file that was damaged.
    #[error(transparent)]
    Sealed(SealFault),
    /// It is a sealed file: nobody has said its passphrase yet.
    #[error("sealed")]
    Locked(SealedFile),
    /// The browser did not hand its content over.
    #[error("the browser could not read the file")]
    Unreadable,
    /// The update message is damaged, or was written by a newer app.
    #[error(transparent)]
    Message(#[from] MessageError),
    /// An update message for a circle that is not on this device.
    #[error("an update for a circle that is not here")]
    UpdateElsewhere { circle: String, sender: String },
    /// The circle inside was written by a newer app.
    #[error("the circle inside is newer than this app")]
    NewerCircle,
    /// It is a note for two, and who holds this device is neither of them, or it belongs to a circle that is not here.
    #[error("a note for two that cannot be taken in here")]
    NoteForOthers { circle: String, is_here: bool },
    /// Somebody would like to join a circle that is not on this device.
    #[error("somebody would like to join a circle that is not here")]
    JoiningElsewhere { circle: String },
    /// The device did not store it.
    #[error("not stored")]
    NotStored(WriteError),
    /// The code for it could not be fetched.
    #[error(transparent)]
    NotLoaded(NotLoaded),
}

/// What a file brought.
#[derive(Clone, Debug)]
pub struct ImportReport {
    /// The circle inside.
    pub circle: CircleId,
    /// That circle as it is now, whether it is open or not.
    pub after: Circle,
    /// What came of it, or would come of it.
    pub gain: ImportGain,
    /// Whether it was taken in already, or only looked at.
    pub stage: ImportStage,
    /// Whose earlier changes are missing, so that something of it waits: the sender's name.
    pub lacks: Option<String>,
}

/// How far an import has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImportStage {
    /// Nothing on the device has changed yet.
    Looked,
    /// It is part of the circle.
    Taken,
}

/// What a file added to this device.
#[derive(Clone, Debug)]
pub enum ImportGain {
    /// A circle that was not on this device.
    NewCircle {
        /// Whether it was made anew from the readable part alone.
        is_rebuilt: bool,
    },
    /// News of a circle that is here.
    Merged {
        /// What came in.
        news: Vec<News>,
        /// What both sides had changed.
        conflicts: Vec<ConflictChoice>,
        /// Values that somebody changed in the file by hand, not taken in yet.
        hand_edits: Vec<Change>,
    },
    /// Nothing that this device did not know; nothing was written.
    NothingNew,
    /// An invitation to a circle.
    Invited,
    /// Somebody of this name would like to join.
    WantsToJoin(String),
}

impl FileImport {
    /// Shows that `values` of `circle`, which were chosen where they were in conflict, are what stands now.
    pub(super) fn choose(&mut self, circle: &CircleId, values: &[(Place, Value)]) {
        let Ok(ImportReport { circle: of, gain: ImportGain::Merged { conflicts, .. }, .. }) = &mut self.result else {
            return;
        };
        for (place, value) in values.iter().filter(|_| of == circle) {
            // What was decided before, and is put back, is no longer to be told.
            conflicts.retain(|choice| !(choice.is_decided && choice.conflict.place == *place));
            conflicts.iter_mut().filter(|choice| choice.conflict.place == *place).for_each(|choice| {
                choice.standing = value.clone();
            });
        }
    }
}

/// A conflict with what stands now.
#[derive(Clone, PartialEq, Debug)]
pub struct ConflictChoice {
    /// Both values, and the one both knew before.
    pub conflict: Conflict,
    /// What stands after the merge, the same on every device.
    pub standing: Value,
    /// Whether it was decided already, by somebody who did not know what the member here wrote.
    pub is_decided: bool,
}

impl ConflictChoice {
    fn new(conflict: Conflict, doc: &CircleDoc, is_decided: bool) -> Self {
        Self { standing: doc.facts().get(&conflict.place).cloned().unwrap_or(Value::Null), conflict, is_decided }
    }

    /// Whether this device's value stands.
    pub fn is_ours(&self) -> bool {
        self.standing == self.conflict.ours
    }

    /// The value that does not stand.
    pub fn other(&self) -> &Value {
        if self.is_ours() { &self.conflict.theirs } else { &self.conflict.ours }
    }
}

impl ImportGain {
    /// What `imported` brought to `doc`, which `me` holds; `hand_edits` are offered beside it.
    pub(super) fn of(
        before: &Circle,
        after: &Circle,
        imported: Imported,
        (doc, me): (&CircleDoc, Option<&MemberId>),
        hand_edits: Vec<Change>,
    ) -> Self {
        if imported.written.is_none() && hand_edits.is_empty() {
            return Self::NothingNew;
        }
        let overruled = me.map(|me| imported.overruled(doc, me)).unwrap_or_default();
        let overruled = overruled.into_iter().map(|conflict| ConflictChoice::new(conflict, doc, true));
        let conflicts = imported.conflicts.into_iter().map(|conflict| ConflictChoice::new(conflict, doc, false));
        Self::Merged { news: news(before, after), conflicts: conflicts.chain(overruled).collect(), hand_edits }
    }
}
