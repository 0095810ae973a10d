//! A circle's file that is linked, as in a folder that a cloud keeps alike on several computers.
//!
//! It is read, merged, written and read again; between reading and writing, others may have written. So it is read once
//! more right before, and only what holds all of that takes its place. What somebody writes in the very moment between
//! is in their own copy still: the next time they bring it.

use super::app::App;
use super::gain::{FileImport, ImportError};
use crate::document::covers;
use crate::exchange::circle_file::{self, CircleFile, FileError, MAX_BYTES};
use crate::platform::{self, LinkFault, LinkedFile, PickedFile};

/// How often it is tried where others write at the same time.
const TRIES: usize = 3;

/// Why the linked file is not in step.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum LinkError {
    /// The browser does not let the page, or the file is gone.
    #[error(transparent)]
    Fault(#[from] LinkFault),
    /// It is no file of the circle that is open. It was left as it is.
    #[error("not this circle's file")]
    Foreign,
    /// It has something that is not in the circle yet: values changed by hand, or what somebody has to decide.
    #[error("it has more than was taken in")]
    Waiting,
    /// Others wrote it again and again.
    #[error("others write it right now")]
    Changing,
}

/// What came in, and whether the file is in step afterwards.
pub type LinkOutcome = (Vec<FileImport>, Result<(), LinkError>);

impl App {
    /// Where the handle of the open circle's file is kept.
    pub fn link_key(&self) -> Option<String> {
        self.open.get_untracked().map(|id| id.to_string())
    }

    /// Reads `file`, merges it, and writes what both have together.
    pub async fn sync_linked(&self, file: &LinkedFile) -> LinkOutcome {
        let mut imports = Vec::new();
        for _ in 0..TRIES {
            match self.try_linked(file, &mut imports).await {
                Err(LinkError::Changing) => {}
                outcome => return (imports, outcome),
            }
        }
        (imports, Err(LinkError::Changing))
    }

    async fn try_linked(&self, file: &LinkedFile, imports: &mut Vec<FileImport>) -> Result<(), LinkError> {
        let found = file.read(MAX_BYTES).await?;
        let theirs = match circle_file::read(&found, platform::random_u32()) {
            Ok(theirs) if self.is_of_open(&theirs) => Some(theirs),
            Err(FileError::Empty) => None,
            _ => return Err(LinkError::Foreign),
        };
        let has_edits = theirs.as_ref().is_some_and(|theirs| !theirs.hand_edits.is_empty() || theirs.is_rebuilt);
        if theirs.as_ref().is_some_and(|theirs| has_edits || !self.covers(theirs)) {
            let picked = PickedFile { name: file.name(), size: found.len(), bytes: Some(found.clone()) };
            // The tap that brings the file in step says that it is to be taken in.
            let looked = self.receive(vec![picked]).await;
            imports.extend(looked.into_iter().filter(|import| !import.is_looked()));
            imports.extend(self.take_in().await);
            if imports.iter().any(|import| matches!(import.result, Err(ImportError::NotStored(_)))) {
                return Err(LinkError::Waiting);
            }
        }
        let is_waiting = has_edits || theirs.as_ref().is_some_and(|theirs| !self.covers(theirs));
        let (false, Some(out)) = (is_waiting, self.outgoing()) else { return Err(LinkError::Waiting) };
        if theirs.is_none_or(|theirs| !self.is_covered_by(&theirs)) {
            if file.read(MAX_BYTES).await? != found {
                return Err(LinkError::Changing);
            }
            file.write(&out.text).await?;
            if file.read(MAX_BYTES).await? != out.text.as_bytes() {
                return Err(LinkError::Changing);
            }
        }
        self.note_sent(&out);
        Ok(())
    }

    fn is_of_open(&self, file: &CircleFile) -> bool {
        let id = file.doc.circle().ok().map(|circle| circle.about.id);
        id.is_some() && id == self.open.get_untracked()
    }

    fn covers(&self, file: &CircleFile) -> bool {
        self.with_doc(|doc| covers(doc, &file.doc)).unwrap_or(false)
    }

    fn is_covered_by(&self, file: &CircleFile) -> bool {
        self.with_doc(|doc| covers(&file.doc, doc)).unwrap_or(false)
    }
}
