//! The columns of each kind's sheet.

use crate::domain::Kind;
use crate::exchange::intake::ColumnMeaning;

/// What the columns of a kind are called, and what they say.
type SheetColumns = &'static [(&'static str, ColumnMeaning)];

const MEMBERS: SheetColumns = &[
    ("id", ColumnMeaning::Id),
    ("name", ColumnMeaning::Words),
    ("focus", ColumnMeaning::Focus),
    ("joined_at", ColumnMeaning::Joined),
    ("left_at", ColumnMeaning::Left),
];

const GOALS: SheetColumns = &[
    ("id", ColumnMeaning::Id),
    ("owner", ColumnMeaning::Owner),
    ("owner_id", ColumnMeaning::OwnerId),
    ("title", ColumnMeaning::Words),
    ("why", ColumnMeaning::Why),
    ("measure", ColumnMeaning::Measure),
    ("unit", ColumnMeaning::Unit),
    ("start", ColumnMeaning::Start),
    ("target", ColumnMeaning::Target),
    ("due", ColumnMeaning::Due),
    ("obstacle", ColumnMeaning::Obstacle),
    ("outcome", ColumnMeaning::Status),
    ("closed_at", ColumnMeaning::Closed),
    ("created_at", ColumnMeaning::Created),
];

const PROGRESS: SheetColumns = &[
    ("id", ColumnMeaning::Id),
    ("goal", ColumnMeaning::Goal),
    ("goal_id", ColumnMeaning::GoalId),
    ("at", ColumnMeaning::At),
    ("value", ColumnMeaning::Value),
    ("note", ColumnMeaning::Note),
];

const COMMITMENTS: SheetColumns = &[
    ("id", ColumnMeaning::Id),
    ("owner", ColumnMeaning::Owner),
    ("owner_id", ColumnMeaning::OwnerId),
    ("text", ColumnMeaning::Words),
    ("week", ColumnMeaning::Week),
    ("due", ColumnMeaning::Due),
    ("goal", ColumnMeaning::Goal),
    ("goal_id", ColumnMeaning::GoalId),
    ("if", ColumnMeaning::Cue),
    ("then", ColumnMeaning::Action),
    ("helper", ColumnMeaning::Helper),
    ("helper_id", ColumnMeaning::HelperId),
    ("outcome", ColumnMeaning::Status),
    ("resolved_at", ColumnMeaning::Resolved),
    ("note", ColumnMeaning::Note),
    ("carried", ColumnMeaning::Carried),
    ("eased", ColumnMeaning::Eased),
    ("created_at", ColumnMeaning::Created),
];

const CHECK_INS: SheetColumns = &[
    ("id", ColumnMeaning::Id),
    ("week", ColumnMeaning::Week),
    ("owner", ColumnMeaning::Owner),
    ("owner_id", ColumnMeaning::OwnerId),
    ("submitted_at", ColumnMeaning::Submitted),
    ("win", ColumnMeaning::Win),
    ("blocker", ColumnMeaning::Blocker),
    ("ask", ColumnMeaning::Ask),
    ("confidence", ColumnMeaning::Confidence),
];

/// The commitment's words are there to be read alone.
const REPLIES: SheetColumns = &[
    ("id", ColumnMeaning::Id),
    ("commitment", ColumnMeaning::Nothing),
    ("commitment_id", ColumnMeaning::ReplyTo),
    ("from", ColumnMeaning::Owner),
    ("from_id", ColumnMeaning::OwnerId),
    ("says", ColumnMeaning::ReplyKind),
    ("text", ColumnMeaning::Words),
    ("at", ColumnMeaning::At),
];

/// The kinds of record that have a sheet.
const SHEETS: [(Kind, SheetColumns); 6] = [
    (Kind::Member, MEMBERS),
    (Kind::Goal, GOALS),
    (Kind::Progress, PROGRESS),
    (Kind::Commitment, COMMITMENTS),
    (Kind::CheckIn, CHECK_INS),
    (Kind::Reply, REPLIES),
];

/// What the columns of the sheet of `kind` are called; those of the members' for a kind that has none.
pub(super) fn names(kind: Kind) -> impl Iterator<Item = String> {
    let columns = SHEETS.iter().find(|(known, _)| *known == kind).map_or(MEMBERS, |(_, columns)| *columns);
    columns.iter().map(|(name, _)| (*name).to_owned())
}

/// The kind of record whose sheet begins with `head`, which may have further columns.
pub fn kind_of_head(head: &[String]) -> Option<Kind> {
    let has = |name: &str| head.iter().any(|cell| cell.trim() == name);
    SHEETS.iter().find(|(_, columns)| columns.iter().all(|(name, _)| has(name))).map(|(kind, _)| *kind)
}

/// What the column `name` of the sheet of `kind` says; `None` where somebody added it.
pub fn column_of(kind: Kind, name: &str) -> Option<ColumnMeaning> {
    let (_, columns) = SHEETS.iter().find(|(known, _)| *known == kind)?;
    columns.iter().find(|(known, _)| *known == name.trim()).map(|(_, meaning)| *meaning)
}
