//! Insights (design 2.4): the weeks laid side by side.

use crate::domain::member::MemberId;
use crate::domain::present::Present;
use crate::domain::rhythm::Cycle;
use crate::domain::week::Tally;

/// How many weeks are laid side by side: a season of the usual length and a bit, and as many as a phone has room for.
pub const INSIGHT_WEEKS: usize = 12;

/// One member's weeks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MemberWeeks {
    /// Who.
    pub member: MemberId,
    /// One tally for each of [`Insights::cycles`]; all zeros where there was no commitment.
    pub tallies: Vec<Tally>,
}

/// What became of the commitments of the last weeks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Insights {
    /// The weeks that were held, oldest first; the last one is running.
    pub cycles: Vec<Cycle>,
    /// One per member in roster order.
    pub members: Vec<MemberWeeks>,
}

impl Insights {
    /// Reads the last `weeks` weeks that the circle held. Costs one pass over the commitments.
    pub fn of(present: Present<'_>, weeks: usize) -> Self {
        let circle = present.circle;
        let (running, first) = (present.cycle(), circle.first_cycle(present.zones));
        let newest = if circle.rhythm.is_skipped(running) { circle.rhythm.last_held(running) } else { running };
        let held = std::iter::successors(Some(newest), |cycle| Some(circle.rhythm.last_held(*cycle)));
        let mut cycles: Vec<_> = held.take_while(|cycle| *cycle >= first).take(weeks).collect();
        cycles.reverse();
        let row = |member: MemberId| MemberWeeks { member, tallies: vec![Tally::default(); cycles.len()] };
        let mut members: Vec<_> = circle.roster().into_iter().map(|member| row(member.id.clone())).collect();
        for commitment in circle.commitments.values().filter(|commitment| commitment.deleted_at.is_none()) {
            let Some(row) = members.iter_mut().find(|row| row.member == commitment.owner) else { continue };
            for cycle in commitment.carried.keys().copied().chain([commitment.cycle]) {
                if let Ok(place) = cycles.binary_search(&cycle) {
                    row.tallies[place].count(commitment, cycle);
                }
            }
        }
        Self { cycles, members }
    }

    /// Returns the circle's tally of each week.
    pub fn together(&self) -> Vec<Tally> {
        let sum = |place: usize| self.members.iter().fold(Tally::default(), |sum, row| sum.and(row.tallies[place]));
        (0..self.cycles.len()).map(sum).collect()
    }

    /// Whether nobody had a commitment in any of the weeks.
    pub fn is_empty(&self) -> bool {
        self.members.iter().all(|row| row.tallies.iter().all(|tally| tally.total == 0))
    }
}
