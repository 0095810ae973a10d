//! Each kind of record, field by field.

use super::{Mapped, Part, Parts, SCHEMA, Scalar, cycle_of_id};
use crate::document::facts::{Fields, Kind};
use crate::domain::{
    About, Absence, AbsenceId, AgendaId, AgendaItem, CheckIn, CircleId, Commitment, CommitmentId, Decision, DecisionId,
    Goal, GoalId, Member, MemberId, Override, OverrideId, Progress, ProgressId, Role, RoleId, Season, SeasonId,
    Timestamp,
};
use yrs::{Any, Number};

/// Maps a record's struct to its kind and fields, both ways.
macro_rules! record {
    ($type:ident in $kind:ident, id $id:ident { $($field:ident),* $(,)? }) => {
        impl Mapped for $type {
            fn read(fields: &Fields<'_>) -> Option<Self> {
                Some(Self { id: $id::new(fields.id), $($field: Part::read(fields, stringify!($field))?),* })
            }

            fn write(&self) -> Parts {
                let mut fields = Vec::new();
                $(self.$field.write(stringify!($field), &mut fields);)*
                Parts { kind: Kind::$kind, id: self.id.as_str().to_owned(), fields }
            }
        }
    };
}

record!(Season in Seasons, id SeasonId { first, weeks });
record!(Member in Members, id MemberId { name, focus, joined_at, left_at });
record!(Goal in Goals, id GoalId {
    owner, title, why, measure, due, obstacle, created_at, closing, closed_at, deleted_at
});
record!(Progress in Progress, id ProgressId { goal, at, value, note, deleted_at });
record!(Commitment in Commitments, id CommitmentId {
    owner, goal, text, cycle, due, cue, action, helper, outcome, resolved_at, note, carried, created_at, deleted_at
});
record!(AgendaItem in Agenda, id AgendaId {
    cycle, title, detail, owner, kind, notes, created_at, done_at, done_in, deleted_at
});
record!(Decision in Decisions, id DecisionId {
    cycle, text, decided_at, by, owner, review_on, revisited, closed_at, deleted_at
});

record!(Absence in Absences, id AbsenceId { member, first, last, note, declared_at, cancelled_at });
record!(Role in Roles, id RoleId { name, duty, checklist, place, created_at, pauses });
record!(Override in Overrides, id OverrideId { turn, deed, by, made_at, takes, cancelled_at });

impl Mapped for About {
    fn read(fields: &Fields<'_>) -> Option<Self> {
        Some(Self {
            id: CircleId::new(fields.id),
            name: Part::read(fields, "name")?,
            purpose: Part::read(fields, "purpose")?,
            created_at: Part::read(fields, "created_at")?,
        })
    }

    fn write(&self) -> Parts {
        let mut fields = vec![("schema".to_owned(), Any::Number(Number::Int(SCHEMA)))];
        self.name.write("name", &mut fields);
        self.purpose.write("purpose", &mut fields);
        self.created_at.write("created_at", &mut fields);
        Parts { kind: Kind::Circle, id: self.id.as_str().to_owned(), fields }
    }
}

impl Mapped for CheckIn {
    fn read(fields: &Fields<'_>) -> Option<Self> {
        let (monday, member) = fields.id.split_once('~')?;
        let cycle = cycle_of_id(monday)?;
        Some(Self {
            cycle,
            member: MemberId::new(member),
            submitted_at: fields.get("submitted_at").and_then(Timestamp::from_any)?,
            win: Part::read(fields, "win")?,
            blocker: Part::read(fields, "blocker")?,
            ask: Part::read(fields, "ask")?,
            confidence: Part::read(fields, "confidence")?,
        })
    }

    fn write(&self) -> Parts {
        let mut fields = Vec::new();
        self.submitted_at.write("submitted_at", &mut fields);
        self.win.write("win", &mut fields);
        self.blocker.write("blocker", &mut fields);
        self.ask.write("ask", &mut fields);
        self.confidence.write("confidence", &mut fields);
        Parts { kind: Kind::CheckIns, id: self.id().as_str().to_owned(), fields }
    }
}
