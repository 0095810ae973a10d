//! What questions about the present are asked of.

use crate::domain::records::Circle;
use crate::domain::rhythm::Cycle;
use crate::domain::time::{Timestamp, ZoneRules};

/// A circle at one instant, with the zone rules that say which hour it is there.
#[derive(Clone, Copy)]
pub struct Present<'a> {
    /// What is known of the circle.
    pub circle: &'a Circle,
    /// Zone rules.
    pub zones: &'a dyn ZoneRules,
    /// The present instant.
    pub now: Timestamp,
}

impl Present<'_> {
    /// The running cycle.
    pub fn cycle(&self) -> Cycle {
        self.circle.rhythm.cycle_at(self.zones, self.now)
    }
}
