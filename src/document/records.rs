//! A circle as records, and records out of a circle.

use super::facts::Kind;
use crate::domain::{
    AgendaId, CheckInId, Circle, CommitmentId, Cycle, DecisionId, GoalId, MemberId, ProgressId, Record, SeasonId,
};

/// Every record of `circle`, itself first.
pub(super) fn records_of(circle: &Circle) -> Vec<Record> {
    let mut records = vec![Record::About(circle.about.clone()), Record::Rhythm(circle.rhythm.clone())];
    records.extend(circle.seasons.values().map(|record| Record::Season((**record).clone())));
    records.extend(circle.members.values().map(|record| Record::Member((**record).clone())));
    records.extend(circle.goals.values().map(|record| Record::Goal((**record).clone())));
    records.extend(circle.progress.values().map(|record| Record::Progress((**record).clone())));
    records.extend(circle.commitments.values().map(|record| Record::Commitment((**record).clone())));
    records.extend(circle.check_ins.values().map(|record| Record::CheckIn((**record).clone())));
    records.extend(circle.sessions.values().map(|record| Record::Session((**record).clone())));
    records.extend(circle.agenda.values().map(|record| Record::AgendaItem((**record).clone())));
    records.extend(circle.decisions.values().map(|record| Record::Decision((**record).clone())));
    records.extend(circle.digests.values().map(|record| Record::Digest((**record).clone())));
    records
}

/// Removes what is no longer a record, after its creation was undone.
pub(super) fn forget(circle: &mut Circle, kind: Kind, id: &str) {
    match kind {
        // There is always one of each.
        Kind::Circle | Kind::Rhythm => {}
        Kind::Seasons => drop(circle.seasons.remove(&SeasonId::new(id))),
        Kind::Members => drop(circle.members.remove(&MemberId::new(id))),
        Kind::Goals => drop(circle.goals.remove(&GoalId::new(id))),
        Kind::Progress => drop(circle.progress.remove(&ProgressId::new(id))),
        Kind::Commitments => drop(circle.commitments.remove(&CommitmentId::new(id))),
        Kind::CheckIns => drop(circle.check_ins.remove(&CheckInId::new(id))),
        Kind::Sessions => drop(Cycle::parse_exact(id).and_then(|cycle| circle.sessions.remove(&cycle))),
        Kind::Agenda => drop(circle.agenda.remove(&AgendaId::new(id))),
        Kind::Decisions => drop(circle.decisions.remove(&DecisionId::new(id))),
        Kind::Digests => drop(Cycle::parse_exact(id).and_then(|cycle| circle.digests.remove(&cycle))),
    }
}
