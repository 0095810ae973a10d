//! Invitations and wishes to join that came in as files. They belong to no circle's document, and stay on this device
//! until somebody puts them away.

use super::app::App;
use super::drafts::Draft;
use super::gain::{FileImport, ImportError, ImportGain, ImportReport, ImportStage};
use crate::domain::{About, Circle, CircleId, Timestamp};
use crate::exchange::circle_file::FileError;
use crate::exchange::invitation_file::{self, Invitation};
use crate::exchange::joining_file::{self, Joining};
use crate::platform::BrowserZones;

/// How the keys of invitations begin.
const INVITATION: &str = "invitation-";
/// How the keys of wishes to join begin.
const JOINING: &str = "joining-";

/// What is kept of a file: its text.
type KeptFile = Draft<String>;

impl FileImport {
    /// Whether it was only looked at.
    pub fn is_looked(&self) -> bool {
        self.result.as_ref().is_ok_and(|report| report.stage == ImportStage::Looked)
    }

    /// Whether it is a message that cannot be taken in.
    pub fn is_message(&self) -> bool {
        matches!(self.result, Err(ImportError::Message(_) | ImportError::UpdateElsewhere { .. }))
    }

    /// Whether somebody wishes to join.
    pub fn is_wish(&self) -> bool {
        self.result.as_ref().is_ok_and(|report| matches!(report.gain, ImportGain::WantsToJoin(_)))
    }

    /// Whether it is an invitation, or somebody's wish to join.
    pub fn is_arrival(&self) -> bool {
        self.result.as_ref().is_ok_and(|report| matches!(report.gain, ImportGain::Invited | ImportGain::WantsToJoin(_)))
    }
}

impl App {
    /// Takes an invitation, or a wish to join, and keeps it for the page that shows it.
    pub(super) fn take_arrival(&self, bytes: &[u8]) -> Result<ImportReport, ImportError> {
        match invitation_file::read(bytes, &BrowserZones) {
            Err(FileError::OtherProgram) => self.take_joining(bytes),
            read => {
                let Invitation { circle, name, .. } = read?;
                self.keep_file(&format!("{INVITATION}{circle}"), bytes)?;
                Ok(report(circle, name, ImportGain::Invited))
            }
        }
    }

    fn take_joining(&self, bytes: &[u8]) -> Result<ImportReport, ImportError> {
        let Joining { circle, circle_name, person, .. } = joining_file::read(bytes)?;
        if self.index.with_untracked(|index| index.entry(&circle).is_none()) {
            return Err(ImportError::JoiningElsewhere { circle: circle_name });
        }
        self.keep_file(&format!("{JOINING}{circle}-{}", person.name), bytes)?;
        Ok(report(circle, circle_name, ImportGain::WantsToJoin(person.name)))
    }

    fn keep_file(&self, key: &str, bytes: &[u8]) -> Result<(), ImportError> {
        let text = String::from_utf8(bytes.to_vec()).map_err(|_| FileError::OtherProgram)?;
        // A storage that refuses it is said to be full by the line that says so of everything.
        KeptFile::of_device(key).keep(*self, &text);
        Ok(())
    }

    /// The invitations on this device, by the ids of their circles.
    pub fn invitations(self) -> Vec<Invitation> {
        self.kept_files(INVITATION)
            .iter()
            .filter_map(|text| invitation_file::read(text.as_bytes(), &BrowserZones).ok())
            .collect()
    }

    /// Who would like to join `circle`.
    pub fn joinings(self, circle: &CircleId) -> Vec<Joining> {
        let all = self.kept_files(&format!("{JOINING}{circle}-"));
        all.iter().filter_map(|text| joining_file::read(text.as_bytes()).ok()).collect()
    }

    fn kept_files(self, start: &str) -> Vec<String> {
        KeptFile::names_of_device(self, start).iter().filter_map(|name| KeptFile::of_device(name).load(self)).collect()
    }

    /// Puts the invitation to `circle` away.
    pub fn put_invitation_away(self, circle: &CircleId) {
        KeptFile::of_device(&format!("{INVITATION}{circle}")).clear(self);
    }

    /// Puts away that somebody called `name` would like to join `circle`.
    pub fn put_joining_away(self, circle: &CircleId, name: &str) {
        KeptFile::of_device(&format!("{JOINING}{circle}-{name}")).clear(self);
    }
}

/// What came in about the circle of this id and name, which may not be here.
fn report(id: CircleId, name: String, gain: ImportGain) -> ImportReport {
    let about = About { id: id.clone(), name, purpose: String::new(), created_at: Timestamp::default() };
    ImportReport { circle: id, after: Circle::new(about), gain, stage: ImportStage::Taken, lacks: None }
}
