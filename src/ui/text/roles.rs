//! Words about roles, turns and absences.

use super::share;
use crate::domain::{RoleKind, RotaNews};

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
        RoleKind::Tracker => "Looks at what was promised, what rolls on, and who drifts away.",
        RoleKind::Custom => "",
    }
}

/// What to do in a default role, one thing per line.
pub const fn checklist(kind: RoleKind) -> &'static str {
    match kind {
        RoleKind::Lead => {
            "Say that the check-in is open\nAsk those who are missing before it is due\nRun the session to its end"
        }
        RoleKind::Summarizer => "Read all check-ins\nEdit the drafted digest\nPublish it",
        RoleKind::Tracker => {
            "See that every commitment has an outcome\nBring what was carried three times to the session\nWrite to who \
             missed a week"
        }
        RoleKind::Custom => "",
    }
}

/// News about absences, roles and turns.
pub fn news(what: &RotaNews) -> String {
    match what {
        RotaNews::Away(first, Some(last)) => format!("is away from {} to {}", share::day(*first), share::day(*last)),
        RotaNews::Away(first, None) => format!("is away from {} on", share::day(*first)),
        RotaNews::NotAway(first) => format!("is not away from {} after all", share::day(*first)),
        RotaNews::RoleChanged(_) => "a role changed".to_owned(),
        RotaNews::SwapOffered(cycle) => {
            format!("offers to swap a turn in the week of {}", share::day(cycle.first_day()))
        }
        RotaNews::CoverAsked(cycle) => {
            format!("asks who can take a turn in the week of {}", share::day(cycle.first_day()))
        }
        RotaNews::Taken(cycle) => format!("agreed about a turn in the week of {}", share::day(cycle.first_day())),
        RotaNews::Claimed(cycle) => format!("stepped in for a turn of the week of {}", share::day(cycle.first_day())),
        RotaNews::Served(cycle) => format!("served a turn of the week of {}", share::day(cycle.first_day())),
        RotaNews::TakenBack(cycle) => {
            format!("took back a word about a turn in the week of {}", share::day(cycle.first_day()))
        }
    }
}
