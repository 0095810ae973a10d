//! Looking back at a season, going on or leaving, and beginning the next one.

use super::{GoalNext, Recommitment, Retro, SeasonChoice};
use crate::domain::checks::text;
use crate::domain::context::Context;
use crate::domain::goal::{Closing, Goal, GoalId};
use crate::domain::member::{Member, MemberId};
use crate::domain::records::{Circle, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rhythm::{Cycle, Season, SeasonId};
use crate::domain::role::Absence;
use crate::domain::time::{Timestamp, ZoneRules, day_plus};
use chrono::NaiveTime;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// How many weeks a season may have.
pub const SEASON_WEEKS: RangeInclusive<u16> = 4..=16;

/// What a form says of a season that ends.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct RetroDraft {
    /// What shall stay as it is.
    pub keep: String,
    /// What shall change.
    pub change: String,
    /// Whom they thank; nobody for all of them.
    pub thanks_to: Option<MemberId>,
    /// What for.
    pub thanks: String,
}

/// What a form says of going on.
#[derive(Clone, PartialEq, Debug)]
pub struct RecommitDraft {
    /// Whether they go on.
    pub choice: SeasonChoice,
    /// What becomes of their own open goals; one that is not named is carried.
    pub goals: BTreeMap<GoalId, GoalNext>,
    /// A word to the others.
    pub word: String,
}

/// What can be done about the end of the season at hand.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Says what to keep, what to change and whom to thank.
    LookBack(RetroDraft),
    /// Says whether one goes on, and with which goals.
    Recommit(RecommitDraft),
    /// Says goodbye to a member who leaves, once the season is over.
    Farewell(MemberId),
    /// Begins the next season of so many weeks; whoever leaves with this one is seen off if it is over.
    Begin(u16),
}

/// Applies `command`.
pub(in crate::domain) fn decide(
    circle: &Circle,
    command: Command,
    ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    let running = ctx.present(circle).cycle();
    match command {
        Command::LookBack(draft) => {
            let season = closing(circle, running)?;
            Ok(vec![Record::Retro(look_back(circle, season, draft, ctx)?)])
        }
        Command::Recommit(draft) => recommit(circle, closing(circle, running)?, draft, running, ctx),
        Command::Farewell(id) => {
            let leaving = circle.to_farewell(running);
            let found = leaving.into_iter().find(|(member, _)| member.id == id).ok_or(Refusal::Gone("farewell"))?;
            Ok(vec![Record::Member(farewell(circle, found, ctx))])
        }
        Command::Begin(weeks) => begin(circle, weeks, running, ctx),
    }
}

/// The season that members look back at now.
fn closing(circle: &Circle, running: Cycle) -> Result<&Season, Refusal> {
    let at_hand = circle.season_at_hand(running).ok_or(Refusal::Gone("season"))?;
    circle.season_to_close(running).ok_or(Refusal::SeasonRuns { last: at_hand.last() })
}

fn look_back(circle: &Circle, season: &Season, draft: RetroDraft, ctx: &Context<'_>) -> Result<Retro, Refusal> {
    let member = ctx.me()?;
    if draft.thanks_to.as_ref() == Some(&member) {
        return Err(Refusal::ToOneself);
    }
    if let Some(other) = &draft.thanks_to {
        circle.require_member(other)?;
    }
    let retro = Retro {
        id: Retro::id_of(&season.id, &member),
        season: season.id.clone(),
        keep: text(Field::Keep, &draft.keep)?,
        change: text(Field::Change, &draft.change)?,
        thanks: text(Field::Thanks, &draft.thanks)?,
        thanks_to: draft.thanks_to,
        member,
        said_at: ctx.now,
    };
    let was_said = circle.retros.contains_key(&retro.id);
    if retro.is_empty() && !was_said { Err(Refusal::Empty(Field::Keep)) } else { Ok(retro) }
}

fn recommit(
    circle: &Circle,
    season: &Season,
    draft: RecommitDraft,
    running: Cycle,
    ctx: &Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    let me = ctx.me()?;
    let mut records = Vec::new();
    let mut goals = BTreeMap::new();
    for goal in circle.goals_of(&me).into_iter().filter(|goal| goal.is_open()) {
        let next = draft.goals.get(&goal.id).copied().unwrap_or(GoalNext::Carried);
        goals.insert(goal.id.clone(), next);
        records.extend(ended(goal, next, ctx.now).map(Record::Goal));
    }
    let id = Recommitment::id_of(&season.id, &me);
    // What was said of goals that have ended since stays said.
    let earlier = circle.recommitments.get(&id).map(|said| said.goals.clone()).unwrap_or_default();
    for (goal, next) in earlier {
        goals.entry(goal).or_insert(next);
    }
    let (season_id, word) = (season.id.clone(), text(Field::Word, &draft.word)?);
    let said =
        Recommitment { id, season: season_id, member: me.clone(), choice: draft.choice, goals, word, said_at: ctx.now };
    records.push(Record::Recommitment(said));
    records.extend(announced(circle, season, &me, draft.choice, ctx).map(Record::Absence));
    if draft.choice == SeasonChoice::Leave && running > season.last() {
        let member = circle.require_member(&me)?;
        records.push(Record::Member(Member { left_at: Some(ctx.now), ..member.clone() }));
    }
    Ok(records)
}

/// `goal` as it is once it does not go on.
fn ended(goal: &Goal, next: GoalNext, now: Timestamp) -> Option<Goal> {
    let closing = match next {
        GoalNext::Carried => return None,
        GoalNext::Achieved => Closing::Achieved,
        GoalNext::Dropped => Closing::Dropped,
    };
    Some(Goal { closing: Some(closing), closed_at: Some(now), ..goal.clone() })
}

/// The absence of a leaving member, which begins when `season` is over; taken back if they stay after all.
fn announced(
    circle: &Circle,
    season: &Season,
    member: &MemberId,
    choice: SeasonChoice,
    ctx: &Context<'_>,
) -> Option<Absence> {
    let id = Absence::leave_id(season.id.as_str(), member);
    let known = circle.absences.get(&id).map(|absence| (**absence).clone());
    let first = season.last().plus(1).first_day();
    match (choice, known) {
        (SeasonChoice::Leave, Some(known)) if known.last.is_none() => None,
        (SeasonChoice::Leave, _) => {
            let (declared_at, note) = (ctx.now, String::new());
            Some(Absence { id, member: member.clone(), first, last: None, note, declared_at, cancelled_at: None })
        }
        (SeasonChoice::Stay, known) => {
            known.filter(|known| known.last.is_none()).map(|known| without_days(known, ctx.now))
        }
    }
}

/// An absence that covers no day any more: a cancelled one without a last day would say that somebody had left.
fn without_days(absence: Absence, now: Timestamp) -> Absence {
    let (last, cancelled_at) = (Some(day_plus(absence.first, -1)), Some(now.max(absence.declared_at)));
    Absence { last, cancelled_at, ..absence }
}

/// What coming back changes beside the member: whoever left with a season has re-committed, and was away until now.
pub(in crate::domain) fn returned(circle: &Circle, member: &MemberId, ctx: &Context<'_>) -> Vec<Record> {
    let own = circle.recommitments.values().filter(|said| said.member == *member);
    let left = own.filter(|said| said.choice == SeasonChoice::Leave);
    let mut records = Vec::new();
    for said in left {
        records.push(Record::Recommitment(Recommitment { choice: SeasonChoice::Stay, ..(**said).clone() }));
        let absence = circle
            .absences
            .get(&Absence::leave_id(said.season.as_str(), member))
            .filter(|absence| absence.last.is_none());
        let Some(absence) = absence.map(|absence| (**absence).clone()) else { continue };
        let yesterday = day_plus(ctx.zones.local(&circle.rhythm.newest().zone, ctx.now).date(), -1);
        records.push(Record::Absence(match yesterday >= absence.first {
            true => Absence { last: Some(yesterday), ..absence },
            false => without_days(absence, ctx.now),
        }));
    }
    records
}

/// The instant at which `season` is over on the circle's clocks.
fn end_of(circle: &Circle, zones: &dyn ZoneRules, season: &Season) -> Timestamp {
    let next = season.last().plus(1);
    zones.resolve(&circle.rhythm.of(next).zone, next.first_day().and_time(NaiveTime::MIN)).at
}

/// A member as they are once they have left with a season.
fn farewell(circle: &Circle, (member, season): (&Member, &Season), ctx: &Context<'_>) -> Member {
    let end = end_of(circle, ctx.zones, season);
    Member { left_at: Some(end.max(member.joined_at)), ..member.clone() }
}

fn begin(circle: &Circle, weeks: u16, running: Cycle, ctx: &Context<'_>) -> Result<Vec<Record>, Refusal> {
    let (min, max) = (*SEASON_WEEKS.start(), *SEASON_WEEKS.end());
    let weeks = u8::try_from(weeks).ok().filter(|weeks| SEASON_WEEKS.contains(&u16::from(*weeks)));
    let weeks = weeks.ok_or(Refusal::OutOfRange { field: Field::Weeks, min, max })?;
    ctx.me()?;
    let Some(season) = circle.season_at_hand(running) else {
        // Two devices that begin the first one in the same week begin one.
        return Ok(vec![Record::Season(Season { id: SeasonId::new(&format!("{running}~1")), first: running, weeks })]);
    };
    if !circle.season_phase(season, running).is_closing() {
        return Err(Refusal::SeasonRuns { last: season.last() });
    }
    if let Some(next) = circle.season_after(season) {
        return Err(Refusal::SeasonBegun { first: next.first });
    }
    let first = circle.next_season_from(running).unwrap_or(running);
    let next = Record::Season(Season { id: next_id(&season.id), first, weeks });
    let leaving = circle.to_farewell(running).into_iter();
    Ok(std::iter::once(next).chain(leaving.map(|found| Record::Member(farewell(circle, found, ctx)))).collect())
}

/// The id that the season after the one called `id` has on every device: `abc`, `abc~2`, `abc~3`.
fn next_id(id: &SeasonId) -> SeasonId {
    let counted = id.as_str().rsplit_once('~').and_then(|(name, number)| Some((name, number.parse::<u32>().ok()?)));
    let (name, number) = counted.unwrap_or((id.as_str(), 1));
    SeasonId::new(&format!("{name}~{}", number.saturating_add(1)))
}
