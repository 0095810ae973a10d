//! What came in with another copy, told as a person would.

use crate::domain::aim::{AimNews, aim_news};
use crate::domain::charter::{CharterNews, charter_news};
use crate::domain::commitment::{Commitment, Outcome};
use crate::domain::feedback::{FeedbackNews, feedback_news};
use crate::domain::goal::{Amount, Closing, Goal};
use crate::domain::member::{Member, MemberId};
use crate::domain::profile::{ProfileNews, profile_news};
use crate::domain::records::Circle;
use crate::domain::reply::{ReplyNews, reply_news};
use crate::domain::rhythm::{Cycle, Season, WeekException};
use crate::domain::role::{RotaNews, rota_news};
use crate::domain::season::{SeasonNews, season_news};
use crate::domain::session::{SessionNews, session_news};

/// One thing that came in.
#[derive(Clone, PartialEq, Debug)]
pub struct News {
    /// Whom it is about; `None` when it is about the whole circle.
    pub who: Option<MemberId>,
    /// What happened.
    pub what: Happening,
}

/// What can come in.
#[derive(Clone, PartialEq, Debug)]
pub enum Happening {
    /// Name, purpose, rhythm or a known season changed.
    CircleChanged,
    /// The circle pauses in this cycle.
    WeekSkipped(Cycle),
    /// The circle does not pause in this cycle after all.
    WeekResumed(Cycle),
    /// The session of this cycle is held at another time than was known.
    SessionMoved(Cycle),
    /// Somebody new.
    Joined,
    /// Somebody left.
    Left,
    /// Somebody who had left is back.
    Returned,
    /// A name or focus changed.
    Introduced,
    /// A check-in of this cycle arrived.
    CheckedIn(Cycle),
    /// A check-in that was known changed.
    CheckInChanged(Cycle),
    /// A new goal.
    GoalSet(String),
    /// A goal ended.
    GoalClosed(String, Closing),
    /// A goal changed otherwise.
    GoalChanged(String),
    /// A goal was deleted.
    GoalDeleted(String),
    /// A measurement of a goal.
    Progressed {
        /// The goal's title.
        goal: String,
        /// Where it stands.
        amount: Amount,
    },
    /// Somebody replied to a commitment.
    Reply(ReplyNews),
    /// A new commitment.
    Committed(String),
    /// A commitment got its outcome.
    Resolved(String, Outcome),
    /// A commitment was carried over.
    Carried(String),
    /// A commitment changed otherwise.
    CommitmentChanged(String),
    /// A commitment was deleted.
    CommitmentDeleted(String),
    /// Something about a session, its agenda, a decision or a digest.
    Session(SessionNews),
    /// Something about the charter.
    Charter(CharterNews),
    /// Something about the circle's shared aim.
    Aim(AimNews),
    /// Something about the end of a season.
    Season(SeasonNews),
    /// Something about feedback.
    Feedback(FeedbackNews),
    /// Something about who somebody is.
    Profile(ProfileNews),
    /// Something about absences, roles or turns.
    Rota(RotaNews),
}

impl Happening {
    /// Whether something is gone by it, or somebody.
    pub const fn is_deletion(&self) -> bool {
        matches!(self, Self::GoalDeleted(_) | Self::CommitmentDeleted(_) | Self::Left)
    }
}

/// What `after` knows and `before` did not, in the order of the roster.
pub fn news(before: &Circle, after: &Circle) -> Vec<News> {
    let kinds = [
        circle_news,
        member_news,
        check_in_news,
        goal_news,
        commitment_news,
        reply_news,
        charter_news,
        aim_news,
        season_news,
        session_news,
        feedback_news,
        profile_news,
        rota_news,
    ];
    in_roster_order(after, kinds.into_iter().flat_map(|of_kind| of_kind(before, after)).collect())
}

fn circle_news(before: &Circle, after: &Circle) -> Vec<News> {
    let mut found = Vec::new();
    let is_same_rhythm = before.rhythm.versions() == after.rhythm.versions();
    let is_same_season = |season: &Season| after.seasons.get(&season.id).is_some_and(|other| **other == *season);
    let are_same_seasons = before.seasons.values().all(|season| is_same_season(season));
    if before.about != after.about || !are_same_seasons || !is_same_rhythm {
        found.push(News { who: None, what: Happening::CircleChanged });
    }
    for week in after.rhythm.weeks() {
        found.extend(of_week(before.rhythm.week(week.cycle), week).map(|what| News { who: None, what }));
    }
    found
}

fn member_news(before: &Circle, after: &Circle) -> Vec<News> {
    let of = |member: &Member| of_member(before.members.get(&member.id).map(|earlier| &**earlier), member);
    after.members.values().filter_map(|member| of(member)).collect()
}

fn check_in_news(before: &Circle, after: &Circle) -> Vec<News> {
    let mut found = Vec::new();
    for (id, check_in) in after.check_ins.iter() {
        let what = match before.check_ins.get(id) {
            None => Happening::CheckedIn(check_in.cycle),
            Some(earlier) if earlier != check_in => Happening::CheckInChanged(check_in.cycle),
            Some(_) => continue,
        };
        found.push(News { who: Some(check_in.member.clone()), what });
    }
    found
}

/// Goals, then what was measured of them.
fn goal_news(before: &Circle, after: &Circle) -> Vec<News> {
    let mut found = Vec::new();
    for goal in after.goals.values() {
        found.extend(of_goal(before.goals.get(&goal.id).map(|earlier| &**earlier), goal));
    }
    for entry in after.progress.values().filter(|entry| before.progress.get(&entry.id) != Some(entry)) {
        let Some(goal) = after.goals.get(&entry.goal).filter(|_| entry.deleted_at.is_none()) else { continue };
        let Some(amount) = goal.measure.amount(entry.value) else { continue };
        let what = Happening::Progressed { goal: goal.title.clone(), amount };
        found.push(News { who: Some(goal.owner.clone()), what });
    }
    found
}

fn commitment_news(before: &Circle, after: &Circle) -> Vec<News> {
    let of = |commitment: &Commitment| {
        of_commitment(before.commitments.get(&commitment.id).map(|earlier| &**earlier), commitment)
    };
    after.commitments.values().filter_map(|commitment| of(commitment)).collect()
}

fn in_roster_order(circle: &Circle, news: Vec<News>) -> Vec<News> {
    let seat = |item: &News| item.who.as_ref().map_or(0, |who| 1 + circle.seat_of(who));
    let mut seated: Vec<Vec<News>> = (0..=circle.members.len()).map(|_| Vec::new()).collect();
    for item in news {
        let seat = seat(&item).min(seated.len() - 1);
        seated[seat].push(item);
    }
    seated.into_iter().flatten().collect()
}

fn of_week(before: Option<&WeekException>, after: &WeekException) -> Option<Happening> {
    let was_skipped = before.is_some_and(|week| week.is_skipped);
    let was_moved_to = before.and_then(|week| week.session_moved_to);
    if was_skipped != after.is_skipped {
        let what = if after.is_skipped { Happening::WeekSkipped } else { Happening::WeekResumed };
        return Some(what(after.cycle));
    }
    (was_moved_to != after.session_moved_to).then_some(Happening::SessionMoved(after.cycle))
}

fn of_member(before: Option<&Member>, after: &Member) -> Option<News> {
    let what = match before {
        None if after.left_at.is_some() => Happening::Left,
        None => Happening::Joined,
        Some(before) if before.left_at.is_none() && after.left_at.is_some() => Happening::Left,
        Some(before) if before.left_at.is_some() && after.left_at.is_none() => Happening::Returned,
        Some(before) if before != after => Happening::Introduced,
        Some(_) => return None,
    };
    Some(News { who: Some(after.id.clone()), what })
}

fn of_goal(before: Option<&Goal>, after: &Goal) -> Option<News> {
    let title = after.title.clone();
    let what = match before {
        None if after.deleted_at.is_some() => return None,
        None => Happening::GoalSet(title),
        Some(before) if before == after => return None,
        Some(before) if before.deleted_at.is_none() && after.deleted_at.is_some() => Happening::GoalDeleted(title),
        Some(before) => match after.closing {
            Some(closing) if before.closing != Some(closing) => Happening::GoalClosed(title, closing),
            _ => Happening::GoalChanged(title),
        },
    };
    Some(News { who: Some(after.owner.clone()), what })
}

fn of_commitment(before: Option<&Commitment>, after: &Commitment) -> Option<News> {
    let text = after.text.clone();
    let carried = |before: &Commitment| after.carried.len() > before.carried.len();
    let what = match (before, after.outcome) {
        (None, _) if after.deleted_at.is_some() => return None,
        (None, Some(outcome)) => Happening::Resolved(text, outcome),
        (None, None) => Happening::Committed(text),
        (Some(before), _) if before == after => return None,
        (Some(before), _) if before.deleted_at.is_none() && after.deleted_at.is_some() => {
            Happening::CommitmentDeleted(text)
        }
        (Some(before), Some(outcome)) if before.outcome != Some(outcome) => Happening::Resolved(text, outcome),
        (Some(before), None) if carried(before) => Happening::Carried(text),
        (Some(_), _) => Happening::CommitmentChanged(text),
    };
    Some(News { who: Some(after.owner.clone()), what })
}

/// The people that `news` is about, in the order in which they come.
pub fn people(news: &[News]) -> Vec<Option<MemberId>> {
    let mut people = Vec::new();
    for item in news {
        if !people.contains(&item.who) {
            people.push(item.who.clone());
        }
    }
    people
}
