//! A circle as records, and records out of a circle.

use super::facts::Kind;
use super::schema::{RHYTHM_ID, cycle_of_id};
use crate::domain::{
    AbsenceId, AgendaId, CheckInId, Circle, CommitmentId, Cycle, DecisionId, GoalId, MemberId, OverrideId, ProgressId,
    Record, RoleId, SeasonId,
};

/// Every record of `circle`, itself first.
pub(super) fn records_of(circle: &Circle) -> Vec<Record> {
    let mut records = vec![Record::About(circle.about.clone())];
    records.extend(circle.rhythm.versions().iter().map(|record| Record::Rhythm((**record).clone())));
    records.extend(circle.rhythm.weeks().iter().map(|record| Record::Week((**record).clone())));
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
    records.extend(circle.absences.values().map(|record| Record::Absence((**record).clone())));
    records.extend(circle.roles.values().map(|record| Record::Role((**record).clone())));
    records.extend(circle.overrides.values().map(|record| Record::Override((**record).clone())));
    records
}

/// Removes what is no longer a record, after its creation was undone.
pub(super) fn forget(circle: &mut Circle, kind: Kind, id: &str) {
    match kind {
        // There is always one.
        Kind::Circle => {}
        Kind::Rhythm if id == RHYTHM_ID => circle.rhythm.forget(None),
        Kind::Rhythm => cycle_of_id(id).map_or((), |from| circle.rhythm.forget(Some(from))),
        Kind::Weeks => cycle_of_id(id).map_or((), |cycle| circle.rhythm.forget_week(cycle)),
        Kind::Seasons => circle.seasons.remove(&SeasonId::new(id)),
        Kind::Members => circle.members.remove(&MemberId::new(id)),
        Kind::Goals => circle.goals.remove(&GoalId::new(id)),
        Kind::Progress => circle.progress.remove(&ProgressId::new(id)),
        Kind::Commitments => circle.commitments.remove(&CommitmentId::new(id)),
        Kind::CheckIns => circle.check_ins.remove(&CheckInId::new(id)),
        Kind::Sessions => Cycle::parse_exact(id).map_or((), |cycle| circle.sessions.remove(&cycle)),
        Kind::Agenda => circle.agenda.remove(&AgendaId::new(id)),
        Kind::Decisions => circle.decisions.remove(&DecisionId::new(id)),
        Kind::Digests => Cycle::parse_exact(id).map_or((), |cycle| circle.digests.remove(&cycle)),
        Kind::Absences => circle.absences.remove(&AbsenceId::new(id)),
        Kind::Roles => circle.roles.remove(&RoleId::new(id)),
        Kind::Overrides => circle.overrides.remove(&OverrideId::new(id)),
    }
}
