//! What is worth a word to a member around now, and how much waits for them (design 2.3).
//!
//! There is no server that could remind anybody: whichever device happens to be open asks here, shows what it
//! has not shown yet and remembers the keys. So a reminder is a fact of the circle and the hour, the same at
//! each asking, and each has a span in which it is worth saying: who opens the app an hour before the check-in
//! is due hears that, and not that its window opened three days ago.

use crate::domain::check_in::{CheckInState, DUE_SOON};
use crate::domain::member::{Member, MemberId};
use crate::domain::present::Present;
use crate::domain::records::Circle;
use crate::domain::rhythm::{Clock, Cycle, Occasion};
use crate::domain::role::{OverrideId, OverrideKind, RoleId, Rota, Turn, TurnId, TurnStatus, deadline};
use crate::domain::time::{DAY, HOUR, MINUTE, Timestamp, iso_local};
use chrono::NaiveTime;

/// How long before a check-in is due it is asked for once more.
pub const LAST_CALL: i64 = 2 * HOUR;
/// How long before a session it is announced.
pub const SESSION_SOON: i64 = 30 * MINUTE;
/// How long before next steps are due they are asked for.
pub const STEPS_SOON: i64 = 3 * HOUR;
/// How long it is news that something began: a check-in's window, a turn.
const NEWS: i64 = DAY;
/// How long after its Monday has begun on the circle's clocks a turn is announced: in the morning there.
const MORNING: i64 = 8 * HOUR;
/// How many coming occasions are looked at.
const OCCASIONS: usize = 6;

/// What a reminder is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReminderKind {
    /// My check-in can be written.
    WindowOpened {
        /// Until when it is on time.
        due: Timestamp,
    },
    /// My check-in is due within [`DUE_SOON`] and not in.
    CheckInSoon {
        /// When it is due.
        due: Timestamp,
    },
    /// My check-in is due within [`LAST_CALL`] and still not in.
    CheckInLast {
        /// When it is due.
        due: Timestamp,
    },
    /// The circle meets within [`REVIEW_SOON`].
    SessionSoon {
        /// When and on which clocks.
        session: Occasion,
    },
    /// Next steps are due within [`STEPS_SOON`], and I have promised nothing for the cycle after.
    StepsSoon {
        /// When they are due.
        due: Timestamp,
    },
    /// My turn in a role has begun.
    TurnBegun(RoleId),
    /// Somebody would give me this turn.
    Offered {
        /// The offer or request.
        id: OverrideId,
        /// The turn that I would get.
        turn: TurnId,
        /// Who asks.
        by: MemberId,
        /// Whether one of my turns is asked for in return.
        is_swap: bool,
    },
}

/// Something to be said once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reminder {
    /// The cycle it belongs to.
    pub cycle: Cycle,
    /// What it is about.
    pub kind: ReminderKind,
}

impl Reminder {
    /// What it is known by once it was shown: the same at each asking, another for each cycle and kind. A
    /// session that was moved is announced anew at its new time.
    ///
    /// ```text
    /// 2026-11-23~check-in-soon
    /// 2026-11-23~session~2026-11-28T10:00
    /// 2026-11-23~turn~lead
    /// ```
    pub fn key(&self) -> String {
        let cycle = self.cycle;
        match &self.kind {
            ReminderKind::WindowOpened { .. } => format!("{cycle}~window"),
            ReminderKind::CheckInSoon { .. } => format!("{cycle}~check-in-soon"),
            ReminderKind::CheckInLast { .. } => format!("{cycle}~check-in-last"),
            ReminderKind::SessionSoon { session } if session.is_moved => {
                format!("{cycle}~review~{}", iso_local(session.local))
            }
            ReminderKind::SessionSoon { .. } => format!("{cycle}~review"),
            ReminderKind::StepsSoon { .. } => format!("{cycle}~next-steps"),
            ReminderKind::TurnBegun(role) => format!("{cycle}~turn~{role}"),
            ReminderKind::Offered { id, .. } => format!("{cycle}~offer~{id}"),
        }
    }
}

/// What is worth a notification to `me` now: meetings and next steps by time, then at most one about the
/// check-in, then turns.
///
/// Nothing for a member who left, and nothing about a week in which the circle pauses or `me` is away. Without a `rota`
/// nothing is said of turns.
pub fn reminders(present: Present<'_>, rota: Option<&Rota>, me: &MemberId) -> Vec<Reminder> {
    let Some(member) = belonging(present.circle, me) else { return Vec::new() };
    let mut found = Vec::new();
    for occasion in present.next_occasions(OCCASIONS) {
        found.extend(review_soon(present, me, occasion));
        found.extend(steps_soon(present, me, &occasion));
    }
    found.extend(check_in(present, member));
    if let Some(rota) = rota {
        found.extend(turns(present, rota, me));
        found.extend(offers(present.circle, rota, me));
    }
    found
}

/// How many things wait for `me` now, for the badge on the app's icon: the check-in while it can be
/// written, each turn of this cycle until its deadline, a session that has begun with nothing promised for the
/// cycle after it, and each swap that `me` was asked for. A request to all is nobody's alone and counts for none.
pub fn waiting_for(present: Present<'_>, rota: Option<&Rota>, me: &MemberId) -> usize {
    let Present { circle, zones, now } = present;
    let Some(member) = belonging(circle, me) else { return 0 };
    let cycle = present.check_in_cycle(member);
    let state = present.check_in_state(cycle, member);
    let check_in = matches!(state, CheckInState::Open | CheckInState::Overdue);
    let next = present.next_occasions(OCCASIONS);
    let wants_steps = |occasion: &&Occasion| {
        let session = circle.rhythm.occasion(zones, occasion.cycle, Clock::Session);
        let has_begun = session.is_some_and(|session| session.at <= now);
        occasion.clock == Clock::NextSteps && has_begun && !has_next_steps(present, me, occasion.cycle)
    };
    let steps = next.iter().filter(wants_steps).count();
    let turns = rota.map_or(0, |rota| {
        let is_ahead = |turn: &Turn| now < deadline(&circle.rhythm, zones, turn.kind, turn.id.cycle);
        let own = pending(present, rota, me).into_iter().filter(is_ahead).count();
        let asked = |reminder: &Reminder| matches!(reminder.kind, ReminderKind::Offered { is_swap: true, .. });
        own + offers(circle, rota, me).iter().filter(|reminder| asked(reminder)).count()
    });
    usize::from(check_in) + steps + turns
}

fn belonging<'a>(circle: &'a Circle, me: &MemberId) -> Option<&'a Member> {
    circle.members.get(me).map(|member| &**member).filter(|member| member.left_at.is_none())
}

fn check_in(present: Present<'_>, member: &Member) -> Option<Reminder> {
    let cycle = present.check_in_cycle(member);
    if present.check_in_state(cycle, member) != CheckInState::Open {
        return None;
    }
    let now = present.now;
    let window = present.circle.rhythm.window(present.zones, cycle);
    let due = window.due;
    let kind = if now >= due.plus(-LAST_CALL) {
        ReminderKind::CheckInLast { due }
    } else if now >= due.plus(-DUE_SOON) {
        ReminderKind::CheckInSoon { due }
    } else if now < window.opens.plus(NEWS) {
        ReminderKind::WindowOpened { due }
    } else {
        return None;
    };
    Some(Reminder { cycle, kind })
}

fn review_soon(present: Present<'_>, me: &MemberId, session: Occasion) -> Option<Reminder> {
    let Present { circle, zones, now } = present;
    let is_near = session.clock == Clock::Session && now >= session.at.plus(-SESSION_SOON) && now < session.at;
    let is_expected = is_near && !circle.is_away(zones, me, session.cycle);
    is_expected.then_some(Reminder { cycle: session.cycle, kind: ReminderKind::SessionSoon { session } })
}

fn steps_soon(present: Present<'_>, me: &MemberId, steps: &Occasion) -> Option<Reminder> {
    let now = present.now;
    let is_near = steps.clock == Clock::NextSteps && now >= steps.at.plus(-STEPS_SOON) && now < steps.at;
    let is_missing = is_near && !has_next_steps(present, me, steps.cycle);
    is_missing.then_some(Reminder { cycle: steps.cycle, kind: ReminderKind::StepsSoon { due: steps.at } })
}

/// Whether nothing is to be promised after `cycle`: `me` did, or will be away, or the circle came later.
fn has_next_steps(present: Present<'_>, me: &MemberId, cycle: Cycle) -> bool {
    let Present { circle, zones, .. } = present;
    if cycle < circle.first_cycle(zones) {
        return true;
    }
    let next = circle.rhythm.next_held(cycle);
    !circle.next_commitments(me, cycle).commitments.is_empty() || circle.is_away(zones, me, next)
}

/// The turns of `me` that have begun and were neither served nor claimed.
fn pending(present: Present<'_>, rota: &Rota, me: &MemberId) -> Vec<Turn> {
    let (circle, cycle) = (present.circle, present.cycle());
    // Both may have been said after the week began, when its turns no longer move by themselves.
    if circle.rhythm.is_skipped(cycle) || circle.is_away(present.zones, me, cycle) {
        return Vec::new();
    }
    let turns = rota.turns(cycle).into_iter();
    let is_mine = |turn: &Turn| turn.holder.as_ref() == Some(me) && rota.status(present, turn) == TurnStatus::Pending;
    turns.filter(is_mine).collect()
}

fn turns(present: Present<'_>, rota: &Rota, me: &MemberId) -> Vec<Reminder> {
    let Present { circle, zones, now } = present;
    let cycle = present.cycle();
    let midnight = cycle.first_day().and_time(NaiveTime::MIN);
    let begun = zones.resolve(&circle.rhythm.of(cycle).zone, midnight).at.plus(MORNING);
    if now < begun || now >= begun.plus(NEWS) {
        return Vec::new();
    }
    let own = pending(present, rota, me).into_iter();
    own.map(|turn| Reminder { cycle, kind: ReminderKind::TurnBegun(turn.id.role) }).collect()
}

fn offers(circle: &Circle, rota: &Rota, me: &MemberId) -> Vec<Reminder> {
    let offer = |id: OverrideId| {
        let made = circle.overrides.get(&id)?;
        let is_swap = matches!(made.kind, OverrideKind::Swap { .. });
        let (turn, by) = (made.turn.clone(), made.by.clone());
        Some(Reminder { cycle: turn.cycle, kind: ReminderKind::Offered { id, turn, by, is_swap } })
    };
    rota.offers_to(me).into_iter().filter_map(offer).collect()
}
