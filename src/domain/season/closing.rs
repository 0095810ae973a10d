//! Where the season at hand is, and what its end still waits for.

use super::{Recommitment, Retro, SeasonChoice};
use crate::domain::member::{Member, MemberId};
use crate::domain::order::Arrange;
use crate::domain::present::Present;
use crate::domain::records::Circle;
use crate::domain::rhythm::{Cycle, Season, SeasonId};
use crate::domain::time::Day;

/// Where a season is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SeasonPhase {
    /// Its first week is to come.
    Ahead,
    /// It runs.
    Runs,
    /// The circle meets for the last time in it: members look back.
    Closes,
    /// It is over, and the next one has not begun.
    Over,
}

impl SeasonPhase {
    /// Whether members look back and say whether they go on.
    pub const fn is_closing(self) -> bool {
        matches!(self, Self::Closes | Self::Over)
    }
}

/// How many weeks into the next season members can still say what they want to say of the one before.
const LATE: i64 = 2;

/// The last day of a season of so many weeks that begins with `first`.
pub fn season_last_day(first: Cycle, weeks: u16) -> Day {
    first.plus(i64::from(weeks) - 1).last_day()
}

/// A season and who has said what of its end.
#[derive(Clone, PartialEq, Debug)]
pub struct SeasonClosing<'a> {
    /// Which season.
    pub season: &'a Season,
    /// Where it is.
    pub phase: SeasonPhase,
    /// The season after it, once it was begun.
    pub next: Option<&'a Season>,
    /// What members said of it, in the roster's order; those who have left since come last.
    pub retros: Vec<&'a Retro>,
    /// Who re-commits.
    pub staying: Vec<&'a Recommitment>,
    /// Who leaves at its end, those who have left by now among them.
    pub leaving: Vec<&'a Recommitment>,
    /// Members who have not said whether they go on.
    pub silent: Vec<MemberId>,
}

/// The season that closes, or else the one at hand: the one that runs, that was last, or the first one to come. `None`
/// without any.
pub fn season_closing(present: Present<'_>) -> Option<SeasonClosing<'_>> {
    let (circle, running) = (present.circle, present.cycle());
    let season = circle.season_to_close(running).or_else(|| circle.season_at_hand(running))?;
    Some(closing_of(circle, season, running))
}

/// What was said of `season`.
fn closing_of<'a>(circle: &'a Circle, season: &'a Season, running: Cycle) -> SeasonClosing<'a> {
    let roster = circle.roster();
    let people: Vec<&Member> = roster.iter().copied().chain(circle.former()).collect();
    let said = |member: &&Member| circle.recommitments.get(&Recommitment::id_of(&season.id, &member.id));
    let choices: Vec<&Recommitment> = people.iter().filter_map(said).map(|said| &**said).collect();
    let (staying, leaving) = choices.into_iter().partition(|said| said.choice == SeasonChoice::Stay);
    let silent = roster.iter().filter(|member| said(member).is_none());
    SeasonClosing {
        season,
        phase: circle.season_phase(season, running),
        next: circle.season_after(season),
        retros: people.iter().filter_map(|member| circle.retro_of(&season.id, &member.id)).collect(),
        silent: silent.map(|member| member.id.clone()).collect(),
        staying,
        leaving,
    }
}

impl Circle {
    /// The season that runs in `running`, or else the one that was last, or the first one to come.
    pub fn season_at_hand(&self, running: Cycle) -> Option<&Season> {
        let all = || self.seasons.values().map(|season| &**season);
        let begun = all().filter(|season| season.first <= running).max_by_key(|season| (season.first, &season.id));
        begun.or_else(|| all().min_by_key(|season| (season.first, &season.id)))
    }

    /// The season that members look back at: the one at hand from its last meeting on, or the one before it as long as
    /// the next one is young.
    pub fn season_to_close(&self, running: Cycle) -> Option<&Season> {
        let season = self.season_at_hand(running)?;
        if self.season_phase(season, running).is_closing() {
            return Some(season);
        }
        self.season_before(season).filter(|_| (0..LATE).contains(&running.since(season.first)))
    }

    /// Members who said that they leave with a season, each with that season, and who are still there though it is over.
    pub fn to_farewell(&self, running: Cycle) -> Vec<(&Member, &Season)> {
        let leaves = |member: &&Member, season: &&Season| {
            let said = self.recommitments.get(&Recommitment::id_of(&season.id, &member.id));
            running > season.last() && said.is_some_and(|said| said.choice == SeasonChoice::Leave)
        };
        let season_of = |member: &&Member| {
            let seasons = self.seasons.values().map(|season| &**season).filter(|season| leaves(member, season));
            seasons.max_by_key(|season| (season.first, &season.id))
        };
        self.roster().into_iter().filter_map(|member| Some((member, season_of(&member)?))).collect()
    }

    /// Where `season` is while `running` runs.
    pub fn season_phase(&self, season: &Season, running: Cycle) -> SeasonPhase {
        // The last week in which the circle meets, whatever pauses come after it.
        let last_meeting = self.rhythm.last_held(season.last().plus(1)).max(season.first);
        match running {
            _ if running < season.first => SeasonPhase::Ahead,
            _ if running > season.last() => SeasonPhase::Over,
            _ if running >= last_meeting => SeasonPhase::Closes,
            _ => SeasonPhase::Runs,
        }
    }

    /// The season after `season`, once it was begun.
    pub fn season_after(&self, season: &Season) -> Option<&Season> {
        let later = self.seasons.values().map(|season| &**season).filter(|other| other.first > season.last());
        later.min_by_key(|other| (other.first, &other.id))
    }

    /// The season before `season`.
    pub fn season_before(&self, season: &Season) -> Option<&Season> {
        let earlier = self.seasons.values().map(|season| &**season).filter(|other| other.first < season.first);
        earlier.max_by_key(|other| (other.first, &other.id))
    }

    /// The cycle that the next season can begin with; none while that cannot be, or once it was begun.
    pub fn next_season_from(&self, running: Cycle) -> Option<Cycle> {
        let Some(season) = self.season_at_hand(running) else { return Some(running) };
        let is_free = self.season_phase(season, running).is_closing() && self.season_after(season).is_none();
        is_free.then(|| season.last().plus(1).max(running))
    }

    /// Seasons that are over, the newest first.
    pub fn seasons_over(&self, running: Cycle) -> Vec<&Season> {
        let mut over: Vec<&Season> = self.seasons.values().map(|season| &**season).collect();
        over.retain(|season| season.last() < running);
        over.arrange_by(|a, b| (b.first, &b.id).cmp(&(a.first, &a.id)));
        over
    }

    /// What `member` said of `season`; nothing that was emptied again.
    pub fn retro_of(&self, season: &SeasonId, member: &MemberId) -> Option<&Retro> {
        let found = self.retros.get(&Retro::id_of(season, member)).map(|retro| &**retro);
        found.filter(|retro| !retro.is_empty())
    }
}
