//! What a record is about, for naming it in a sentence.

use super::entity::EntityId;
use super::records::{Circle, Kind};
use super::{AbsenceId, AgendaId, CheckInId, CommitmentId, DecisionId, GoalId, MemberId, OverrideId};

/// Whose record it is, and what it says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Subject {
    /// The name of the member whom it belongs to.
    pub owner: Option<String>,
    /// Its wording, where it has one.
    pub title: String,
}

impl Circle {
    /// What the record `id` of `kind` is about; empty where it is not here, or is the circle's as a whole.
    pub fn subject(&self, kind: Kind, id: &str) -> Subject {
        let found = match kind {
            Kind::Member => Some((Some(MemberId::new(id)), String::new())),
            Kind::Goal => self.goals.get(&GoalId::new(id)).map(|one| (Some(one.owner.clone()), one.title.clone())),
            Kind::Commitment => {
                let found = self.commitments.get(&CommitmentId::new(id));
                found.map(|one| (Some(one.owner.clone()), one.text.clone()))
            }
            Kind::CheckIn => {
                let id = CheckInId::from_key(id);
                id.and_then(|id| self.check_ins.get(&id)).map(|one| (Some(one.member.clone()), String::new()))
            }
            Kind::AgendaItem => self.agenda.get(&AgendaId::new(id)).map(|one| (one.owner.clone(), one.title.clone())),
            Kind::Decision => self.decisions.get(&DecisionId::new(id)).map(|one| (None, one.text.clone())),
            Kind::Absence => {
                self.absences.get(&AbsenceId::new(id)).map(|one| (Some(one.member.clone()), String::new()))
            }
            Kind::Override => self.overrides.get(&OverrideId::new(id)).map(|one| (Some(one.by.clone()), String::new())),
            Kind::About
            | Kind::Rhythm
            | Kind::Week
            | Kind::Session
            | Kind::Digest
            | Kind::Season
            | Kind::Progress
            | Kind::Role => None,
        };
        let (owner, title) = found.unwrap_or_default();
        Subject { owner: owner.and_then(|id| self.name_of(&id).map(str::to_owned)), title }
    }
}
