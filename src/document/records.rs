//! A circle as records, and records out of a circle.

use super::facts::Kind;
use crate::domain::{
    AbsenceId, CheckInId, Circle, CommitmentId, GoalId, MemberId, OverrideId, ProgressId, Record, RoleId, SeasonId,
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
    records.extend(circle.absences.values().map(|record| Record::Absence((**record).clone())));
    records.extend(circle.roles.values().map(|record| Record::Role((**record).clone())));
    records.extend(circle.overrides.values().map(|record| Record::Override((**record).clone())));
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
        Kind::Absences => drop(circle.absences.remove(&AbsenceId::new(id))),
        Kind::Roles => drop(circle.roles.remove(&RoleId::new(id))),
        Kind::Overrides => drop(circle.overrides.remove(&OverrideId::new(id))),
    }
}
