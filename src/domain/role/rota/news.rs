//! What came in about absences, roles and turns.

use crate::domain::news::{Happening, News};
use crate::domain::records::Circle;
use crate::domain::rhythm::Cycle;
use crate::domain::role::{Absence, Override, OverrideKind};
use crate::domain::time::Day;

/// News of absences, roles and turns.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RotaNews {
    /// Will be away from the first to the last day, or without an end.
    Away(Day, Option<Day>),
    /// Took an absence back.
    NotAway(Day),
    /// A role was added, changed, paused or resumed; its id.
    RoleChanged(String),
    /// Offered a swap of a turn in this cycle.
    SwapOffered(Cycle),
    /// Asked for somebody to take a turn of this cycle.
    CoverAsked(Cycle),
    /// Took an offered turn of this cycle.
    Taken(Cycle),
    /// Served a silent member's turn of this cycle.
    Claimed(Cycle),
    /// Served the own turn of this cycle.
    Served(Cycle),
    /// Took back what was said about a turn of this cycle.
    TakenBack(Cycle),
}

/// What `after` knows of absences, roles and turns, and `before` did not.
pub(crate) fn rota_news(before: &Circle, after: &Circle) -> Vec<News> {
    let mut found = Vec::new();
    for absence in after.absences.values().filter(|absence| !absence.is_leave()) {
        if let Some(what) = of_absence(before.absences.get(&absence.id).map(|earlier| &**earlier), absence) {
            found.push(News { who: Some(absence.member.clone()), what: Happening::Rota(what) });
        }
    }
    for role in after.roles.values().filter(|role| before.roles.get(&role.id) != Some(role)) {
        let what = Happening::Rota(RotaNews::RoleChanged(role.id.to_string()));
        found.push(News { who: None, what });
    }
    for one in after.overrides.values() {
        found.extend(of_override(before.overrides.get(&one.id).map(|earlier| &**earlier), one));
    }
    found
}

fn of_absence(before: Option<&Absence>, after: &Absence) -> Option<RotaNews> {
    let is_off = after.cancelled_at.is_some();
    match before {
        // Declared and taken back, or a return that is news of its own.
        None if is_off => None,
        None => Some(RotaNews::Away(after.first, after.last)),
        Some(before) if before == after => None,
        Some(before) if before.cancelled_at.is_none() && is_off => Some(RotaNews::NotAway(after.first)),
        Some(_) => Some(RotaNews::Away(after.first, after.last)),
    }
}

fn of_override(before: Option<&Override>, after: &Override) -> Option<News> {
    if before == Some(after) {
        return None;
    }
    let cycle = after.turn.cycle;
    let was_off = before.is_some_and(|before| before.cancelled_at.is_some());
    let taker = after.takes.iter().find(|take| before.is_none_or(|before| !before.takes.contains(take)));
    let (who, what) = match (taker, &after.kind) {
        _ if after.cancelled_at.is_some() && !was_off && before.is_some() => (&after.by, RotaNews::TakenBack(cycle)),
        _ if after.cancelled_at.is_some() => return None,
        (Some((taker, _)), _) => (taker, RotaNews::Taken(cycle)),
        (None, OverrideKind::Swap { .. }) => (&after.by, RotaNews::SwapOffered(cycle)),
        (None, OverrideKind::Cover) => (&after.by, RotaNews::CoverAsked(cycle)),
        (None, OverrideKind::Claim) => (&after.by, RotaNews::Claimed(cycle)),
        (None, OverrideKind::Served) => (&after.by, RotaNews::Served(cycle)),
    };
    Some(News { who: Some(who.clone()), what: Happening::Rota(what) })
}
