//! The usual names, duties and tasks of the roles.

use crate::domain::{RoleKind, Task};

/// The name of a default role; a role of the circle's own has its own.
pub const fn name(kind: RoleKind) -> &'static str {
    match kind {
        RoleKind::Lead => "Check-in lead",
        RoleKind::Summarizer => "Progress summarizer",
        RoleKind::Tracker => "Goal tracker",
        RoleKind::Custom => "A role of ours",
    }
}

/// What a default role is there for.
pub const fn duty(kind: RoleKind) -> &'static str {
    match kind {
        RoleKind::Lead => "Keeps the week moving: opens the check-in, asks who is missing, runs the session.",
        RoleKind::Summarizer => "Turns the week into half a page that everybody reads.",
        RoleKind::Tracker => "Follows the commitments: what is kept, what is carried on, who drifts away.",
        RoleKind::Custom => "",
    }
}

/// One thing to do in a default role.
pub const fn task(task: Task) -> &'static str {
    match task {
        Task::SayOpen => "Say that the check-in is open",
        Task::AskMissing => "Ask those who are missing before it is due",
        Task::RunSession => "Run the session to its end",
        Task::ReadCheckIns => "Read all check-ins",
        Task::EditDigest => "Edit the drafted digest",
        Task::PublishDigest => "Publish it",
        Task::SeeOutcomes => "See that every commitment has an outcome",
        Task::BringCarried => "Bring what was carried three times to the session",
        Task::OfferHelp => "Offer help where a goal does not move",
    }
}

/// What stands in the middle of the circle ring beside a seat; short, as there is little room.
pub const fn mark(kind: RoleKind) -> &'static str {
    match kind {
        RoleKind::Lead => "lead",
        RoleKind::Summarizer => "digest",
        RoleKind::Tracker => "tracker",
        RoleKind::Custom => "",
    }
}
