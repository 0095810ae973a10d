//! Roles, absences and overrides of the rota.

use super::scalars::{text, textual};
use super::{Attribute, FieldValues, Scalar, stored};
use crate::document::facts::Fields;
use crate::domain::{Absence, Arrange, MemberId, Override, OverrideKind, Role, RoleId, Timestamp, TurnId};
use yrs::Any;

stored!(Role { name, duty, checklist, place, created_at, pauses });
stored!(Absence { member, first, last, note, declared_at, cancelled_at });
stored!(Override { turn, kind = "deed", by, made_at, takes, cancelled_at });

textual! {
    RoleId: |text| Some(Self::new(text)), ToString::to_string;
}

impl Attribute for TurnId {
    fn read(fields: &Fields<'_>, _name: &str) -> Option<Self> {
        Some(Self { cycle: Attribute::read(fields, "cycle")?, role: Attribute::read(fields, "role")? })
    }

    fn write(&self, _name: &str, out: &mut FieldValues) {
        self.cycle.write("cycle", out);
        self.role.write("role", out);
    }
}

impl Attribute for OverrideKind {
    fn read(fields: &Fields<'_>, name: &str) -> Option<Self> {
        match fields.get(name).and_then(text)? {
            "swap" => Some(Self::Swap {
                with: Attribute::read(fields, "with")?,
                theirs: TurnId {
                    cycle: Attribute::read(fields, "their_cycle")?,
                    role: Attribute::read(fields, "their_role")?,
                },
            }),
            "cover" => Some(Self::Cover),
            "claim" => Some(Self::Claim),
            "served" => Some(Self::Served),
            // A kind of a newer version: the rota goes on without it.
            _ => None,
        }
    }

    fn write(&self, name: &str, out: &mut FieldValues) {
        let kind = match self {
            Self::Swap { with, theirs } => {
                with.write("with", out);
                theirs.cycle.write("their_cycle", out);
                theirs.role.write("their_role", out);
                "swap"
            }
            Self::Cover => "cover",
            Self::Claim => "claim",
            Self::Served => "served",
        };
        out.push((name.to_owned(), Any::String(kind.into())));
    }
}

/// `"takes/<member>"` → when.
impl Attribute for Vec<(MemberId, Timestamp)> {
    fn read(fields: &Fields<'_>, name: &str) -> Option<Self> {
        let elements = fields.elements(name);
        Some(elements.filter_map(|(who, at)| Some((MemberId::new(who), Timestamp::from_any(at)?))).collect())
    }

    fn write(&self, name: &str, out: &mut FieldValues) {
        out.extend(self.iter().map(|(who, at)| (format!("{name}/{who}"), at.to_any())));
    }
}

/// `"pauses/<when>"` → whether it is paused from then on.
impl Attribute for Vec<(Timestamp, bool)> {
    fn read(fields: &Fields<'_>, name: &str) -> Option<Self> {
        let elements = fields.elements(name);
        let mut pauses: Self = elements
            .filter_map(|(at, is_paused)| Some((Timestamp::parse(at)?, matches!(is_paused, Any::Bool(true)))))
            .collect();
        // As texts, `…:00.5Z` comes before `…:00Z`.
        pauses.arrange();
        Some(pauses)
    }

    fn write(&self, name: &str, out: &mut FieldValues) {
        out.extend(self.iter().map(|(at, is_paused)| (format!("{name}/{at}"), Any::Bool(*is_paused))));
    }
}
