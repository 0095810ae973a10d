//! Which aim is the shared one, and how far it has come.

use super::{Aim, AimId, AimProgress};
use crate::domain::goal::{GoalPoint, Standing, points};
use crate::domain::order::ordered;
use crate::domain::records::Circle;

impl Circle {
    /// The shared aim: the open one that was set last, or the last one that ended; none before one is set.
    pub fn aim(&self) -> Option<&Aim> {
        self.aims_by_age().pop()
    }

    /// Other aims that are open, set on devices that had not heard of each other; the oldest first.
    pub fn other_aims(&self) -> Vec<&Aim> {
        let mut aims = self.aims_by_age();
        aims.pop();
        aims.retain(|aim| aim.is_open());
        aims
    }

    /// Aims that are not deleted: those that ended before those that are open, each by age.
    fn aims_by_age(&self) -> Vec<&Aim> {
        let found = self.aims.values().map(|aim| &**aim).filter(|aim| aim.deleted_at.is_none());
        ordered(found, |aim| (u8::from(aim.is_open()), aim.set_at, aim.id.as_str()))
    }

    /// What members measured of an aim, oldest first.
    pub fn aim_progress_of(&self, aim: &AimId) -> Vec<&AimProgress> {
        let entries = self.aim_progress.values().map(|entry| &**entry);
        let own = entries.filter(|entry| &entry.aim == aim && entry.deleted_at.is_none());
        ordered(own, |entry| (0, entry.at, entry.id.as_str()))
    }

    /// How far an aim has come, by the rules of goals.
    pub fn aim_standing(&self, aim: &Aim) -> Standing {
        aim.as_goal().standing(self.aim_progress_of(&aim.id).last().map(|entry| entry.value))
    }

    /// The beginning of `aim` and each measurement since; nothing of one without a number.
    pub fn aim_points(&self, aim: &Aim) -> Vec<GoalPoint> {
        let measured = self.aim_progress_of(&aim.id).into_iter().map(|entry| (entry.at, entry.value));
        points(&aim.as_goal(), &measured.collect::<Vec<_>>())
    }
}
