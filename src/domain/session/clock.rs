//! The one big clock, derived from the moves and the present instant alone: it is right after a tab has
//! slept, and the same on every device that knows the same moves.

use super::{Move, Session, Step};
use crate::domain::time::{HOUR, MINUTE, Timestamp};
use std::ops::RangeInclusive;

/// Minutes that a session takes unless the circle says otherwise.
pub const LENGTH: u8 = 45;
/// Minutes that a session may take.
pub const LENGTHS: RangeInclusive<u8> = 10..=240;
/// Longest time between two moves that counts, in milliseconds: beyond, the session was forgotten, or the
/// two were made by clocks that differ by days.
pub const STRETCH_MAX: i64 = 4 * HOUR;

/// Minutes per step in a session of [`LENGTH`].
const USUAL: [u32; 6] = [12, 8, 12, 5, 5, 3];
/// Minutes that each step has in any session that is long enough for all.
const LEAST: [u32; 6] = [2, 1, 2, 1, 1, 1];

/// Splits `total` minutes over the steps in proportion; they sum to `total`. Below eight minutes, where
/// not every step can have its least, the first steps come first.
pub fn minutes(total: u8) -> [u8; 6] {
    let least: u32 = LEAST.iter().sum();
    let Some(rest) = u32::from(total).checked_sub(least) else {
        let mut split = [0; 6];
        for nth in 0..usize::from(total) {
            split[nth % 6] += 1;
        }
        return split;
    };
    let whole = USUAL.iter().sum::<u32>() - least;
    // Where each share ends is rounded, not the share: so nothing is left over.
    let end = |gone: u32| (rest * gone + whole / 2) / whole;
    let mut gone = 0;
    let mut split = [0; 6];
    for (nth, minutes) in split.iter_mut().enumerate() {
        let begin = end(gone);
        gone += USUAL[nth] - LEAST[nth];
        *minutes = u8::try_from(LEAST[nth] + end(gone) - begin).unwrap_or(u8::MAX);
    }
    split
}

/// Whether the clock runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClockState {
    /// The session was not started.
    Waiting,
    /// It runs.
    Running,
    /// It stands.
    Paused,
    /// The session is over.
    Ended,
}

/// One step's time, in milliseconds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StepClock {
    /// Which step.
    pub step: Step,
    /// What it may take, added minutes included.
    pub allowed: i64,
    /// What it has taken, all visits together, pauses left out.
    pub spent: i64,
}

impl StepClock {
    /// What is left, in milliseconds; negative when over time.
    pub fn left(self) -> i64 {
        self.allowed - self.spent
    }
}

/// The clock at one instant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SessionClock {
    /// Whether it runs.
    pub state: ClockState,
    /// The step at hand.
    pub step: Step,
    /// Every step in order.
    pub steps: [StepClock; 6],
}

impl SessionClock {
    /// The step at hand with its time.
    pub fn current(&self) -> StepClock {
        self.steps[self.step as usize]
    }

    /// What the whole session has taken, in milliseconds.
    pub fn spent(&self) -> i64 {
        self.steps.iter().map(|step| step.spent).sum()
    }

    /// What the whole session may take, in milliseconds.
    pub fn allowed(&self) -> i64 {
        self.steps.iter().map(|step| step.allowed).sum()
    }
}

impl Session {
    /// The clock at `now`. Every combination of facts has one: moves out of order, in the future or after
    /// the end count no time, nor does what is longer than [`STRETCH_MAX`].
    pub fn clock(&self, now: Timestamp) -> SessionClock {
        let planned = minutes(self.length.unwrap_or(LENGTH));
        let steps =
            Step::ALL.map(|step| StepClock { step, allowed: i64::from(planned[step as usize]) * MINUTE, spent: 0 });
        let mut clock = SessionClock { state: ClockState::Waiting, step: Step::CheckIns, steps };
        let Some(started_at) = self.started_at else { return clock };
        clock.state = ClockState::Running;
        let end = self.ended_at.unwrap_or(now);
        let mut since = started_at;
        for moment in &self.moments {
            let is_near = moment.at <= end.plus(STRETCH_MAX);
            let at = if self.ended_at.is_some() || is_near { moment.at.min(end) } else { moment.at };
            since = clock.count(since, at);
            match moment.what {
                Move::Enter(step) => clock.step = step,
                Move::Pause => clock.state = ClockState::Paused,
                Move::Resume => clock.state = ClockState::Running,
                Move::More(step, minutes) => clock.steps[step as usize].allowed += i64::from(minutes) * MINUTE,
            }
        }
        clock.count(since, end);
        if self.ended_at.is_some() {
            clock.state = ClockState::Ended;
        }
        clock
    }
}

impl Session {
    /// Whether somebody ended it.
    pub fn is_over(&self) -> bool {
        self.ended_at.is_some()
    }

    /// Whether somebody started it, and nobody has ended it.
    pub fn is_running(&self) -> bool {
        self.started_at.is_some() && self.ended_at.is_none()
    }

    /// Whether it was started, never ended, and nobody did anything in it for longer than any session takes.
    pub fn is_forgotten(&self, now: Timestamp) -> bool {
        let last = self.moments.iter().map(|moment| moment.at).chain(self.started_at).max();
        self.ended_at.is_none() && last.is_some_and(|last| now > last.plus(STRETCH_MAX))
    }
}

impl SessionClock {
    /// Counts the time between two moves. Returns from where to count on.
    ///
    /// Two clocks that differ a little go back now and then: what was counted is not counted twice. What
    /// differs by more than any session is another clock, or another day: counting begins anew there.
    fn count(&mut self, from: Timestamp, to: Timestamp) -> Timestamp {
        let stretch = to.millis() - from.millis();
        if stretch.abs() > STRETCH_MAX {
            return to;
        }
        if self.state == ClockState::Running {
            self.steps[self.step as usize].spent += stretch.max(0);
        }
        from.max(to)
    }
}
