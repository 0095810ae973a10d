//! The rules: what a command changes in a circle, or why it does not.

mod agenda;
mod checks;
mod rhythm;
mod rota;
mod session;
mod settle;

use crate::domain::check_in::CheckIn;
use crate::domain::circle::About;
use crate::domain::command::{CheckInDraft, Command, CommitmentDraft, Field, GoalDraft, Refusal};
use crate::domain::commitment::Commitment;
use crate::domain::cycle::{Cycle, Season};
use crate::domain::entity::random_id;
use crate::domain::goal::{Goal, Measure, Progress};
use crate::domain::ids::{CircleId, CommitmentId, GoalId, MemberId, ProgressId, SeasonId};
use crate::domain::member::Member;
use crate::domain::records::{Circle, Record};
use crate::domain::rhythm::{Interval, Rhythm};
use crate::domain::rhythms::{RhythmVersion, Rhythms};
use crate::domain::time::{Timestamp, ZoneRules};
use checks::{line, number, optional_line, text};
use std::collections::BTreeMap;

/// What a decision may know of the world.
pub struct Context<'a> {
    /// The present instant.
    pub now: Timestamp,
    /// Who acts; `None` until somebody said so.
    pub me: Option<&'a MemberId>,
    /// Zone rules.
    pub zones: &'a dyn ZoneRules,
    /// 64 random bits at each call.
    pub entropy: &'a mut dyn FnMut() -> u64,
}

impl Context<'_> {
    fn me(&self) -> Result<MemberId, Refusal> {
        self.me.cloned().ok_or(Refusal::NobodyHere)
    }

    fn id(&mut self) -> String {
        random_id(self.entropy)
    }
}

/// The first records of a new circle: itself, its rhythm, a season from this week on, its people.
///
/// Answers the id that the first name, its founder, received.
///
/// # Errors
/// [`Refusal`] when a name is empty, too long or given twice.
pub fn begin(
    name: &str,
    people: &[String],
    rhythm: Rhythm,
    weeks: u8,
    ctx: &mut Context<'_>,
) -> Result<(Circle, MemberId), Refusal> {
    let name = line(Field::Name, name)?;
    let about = About { id: CircleId::new(&ctx.id()), name, purpose: String::new(), created_at: ctx.now };
    let mut circle = Circle::new(about);
    let rhythm = rhythm::checked(rhythm)?;
    circle.rhythm = Rhythms::new(Rhythm { interval: Interval::EveryWeek, ..rhythm.clone() });
    let first = circle.rhythm.cycle_at(ctx.zones, ctx.now);
    if rhythm.interval != Interval::EveryWeek {
        // From the first week on, so that it is held.
        circle.put(Record::Rhythm(RhythmVersion { from: Some(first), rhythm, changed_at: ctx.now }));
    }
    let season = Season { id: SeasonId::new(&ctx.id()), first, weeks: weeks.clamp(4, 16) };
    circle.put(Record::Season(season));
    let mut founder = None;
    for (place, person) in (0_i64..).zip(people) {
        let mut member = new_member(&circle, person, ctx)?;
        // Milliseconds apart, so that the roster keeps the order in which people were named.
        member.joined_at = ctx.now.plus(place);
        founder.get_or_insert_with(|| member.id.clone());
        circle.put(Record::Member(member));
    }
    let founder = founder.ok_or(Refusal::Empty(Field::Name))?;
    Ok((circle, founder))
}

/// What `command` changes in `circle`: whole records, to be stored where they differ.
///
/// # Errors
/// [`Refusal`] when the circle's rules forbid it; nothing is changed then.
pub fn decide(circle: &Circle, command: Command, ctx: &mut Context<'_>) -> Result<Vec<Record>, Refusal> {
    let one = |record| Ok(vec![record]);
    match command {
        Command::Describe { name, purpose } => {
            let about = About {
                name: line(Field::Name, &name)?,
                purpose: text(Field::Purpose, &purpose)?,
                ..circle.about.clone()
            };
            one(Record::About(about))
        }
        Command::SetRhythm { rhythm, from } => rhythm::set(circle, rhythm, from, ctx),
        Command::SkipWeek(cycle) => rhythm::skip(circle, cycle, ctx),
        Command::ResumeWeek(cycle) => rhythm::resume(circle, cycle, ctx),
        Command::MoveReview { cycle, to } => rhythm::move_review(circle, cycle, to, ctx),
        Command::KeepReview(cycle) => rhythm::keep_review(circle, cycle, ctx),
        Command::AddMember { name } => one(Record::Member(new_member(circle, &name, ctx)?)),
        Command::EditMember { id, name, focus } => {
            let name = free_name(circle, &name, Some(&id))?;
            let focus = optional_line(Field::Purpose, &focus)?;
            one(Record::Member(Member { name, focus, ..member(circle, &id)?.clone() }))
        }
        Command::RemoveMember(id) => {
            one(Record::Member(Member { left_at: Some(ctx.now), ..member(circle, &id)?.clone() }))
        }
        Command::RestoreMember(id) => {
            let back = Member { left_at: None, ..member(circle, &id)?.clone() };
            if name_is_taken(circle, &back.name, Some(&id)) {
                return Err(Refusal::NameTaken(back.name));
            }
            let mut records = vec![Record::Member(back)];
            records.extend(rota::time_between(circle, member(circle, &id)?, ctx));
            Ok(records)
        }
        Command::AddGoal(draft) => one(Record::Goal(new_goal(draft, ctx)?)),
        Command::EditGoal(id, draft) => {
            let GoalDraft { title, why, measure, due, obstacle } = checked_goal(draft)?;
            one(Record::Goal(Goal { title, why, measure, due, obstacle, ..goal(circle, &id)?.clone() }))
        }
        Command::RecordProgress { goal: id, value, note } => {
            one(Record::Progress(new_progress(circle, &id, value, &note, ctx)?))
        }
        Command::CloseGoal(id, closing) => {
            let closed_at = closing.map(|_| ctx.now);
            one(Record::Goal(Goal { closing, closed_at, ..goal(circle, &id)?.clone() }))
        }
        Command::DeleteGoal(id) => one(Record::Goal(Goal { deleted_at: Some(ctx.now), ..goal(circle, &id)?.clone() })),
        Command::AddCommitment { cycle, draft } => one(Record::Commitment(new_commitment(draft, cycle, ctx)?)),
        Command::Settle { cycle, settlement } => {
            one(Record::Commitment(settle::settle(circle, cycle, settlement, ctx.now)?))
        }
        Command::Reopen(id) => {
            // The word about the outcome stays: who ticks and unticks has not asked to lose it.
            let reopened = Commitment { outcome: None, resolved_at: None, ..commitment(circle, &id)?.clone() };
            one(Record::Commitment(reopened))
        }
        Command::DeleteCommitment(id) => {
            one(Record::Commitment(Commitment { deleted_at: Some(ctx.now), ..commitment(circle, &id)?.clone() }))
        }
        Command::CheckIn(draft) => check_in(circle, draft, ctx),
        Command::AddCommitmentFor { owner, cycle, draft } => {
            one(Record::Commitment(session::commitment_for(circle, owner, cycle, draft, ctx)?))
        }
        Command::RunSession { cycle, act } => session::run(circle, cycle, act, ctx),
        Command::AddAgendaItem { cycle, draft } => agenda::add(circle, cycle, draft, ctx),
        Command::EditAgendaItem(id, draft) => agenda::edit(circle, &id, draft),
        Command::AddAgendaNote(id, words) => agenda::note(circle, &id, &words, ctx),
        Command::EditAgendaNote { item, at, by, text } => agenda::change_note(circle, &item, at, &by, &text),
        Command::FinishAgendaItem { id, cycle } => agenda::finish(circle, &id, cycle, ctx.now),
        Command::ReopenAgendaItem(id) => agenda::reopen(circle, &id),
        Command::DeleteAgendaItem(id) => agenda::delete(circle, &id, ctx.now),
        Command::RecordDecision { cycle, draft } => agenda::record_decision(circle, cycle, draft, ctx),
        Command::EditDecision(id, draft) => agenda::edit_decision(circle, &id, draft),
        Command::CloseDecision(id, found) => agenda::close_decision(circle, &id, found.as_deref(), ctx.now),
        Command::DeleteDecision(id) => agenda::delete_decision(circle, &id, ctx.now),
        Command::PublishDigest { cycle, text } => agenda::publish(circle, cycle, &text, ctx),
        Command::DeclareAbsence { member, first, last, note } => {
            one(rota::declare_absence(circle, &member, (first, last), &note, ctx)?)
        }
        Command::CancelAbsence(id) => one(rota::cancel_absence(circle, &id, ctx)?),
        Command::AddRole(draft) => one(rota::add_role(circle, &draft, ctx)?),
        Command::EditRole(id, draft) => one(rota::edit_role(circle, &id, &draft)?),
        Command::PauseRole(id) => rota::run_role(circle, &id, true, ctx),
        Command::ResumeRole(id) => rota::run_role(circle, &id, false, ctx),
        Command::OnTurn(turn, deed) => one(rota::act(circle, turn, deed, ctx)?),
        Command::TakeTurn(id) => one(rota::take(circle, &id, ctx)?),
        Command::CancelOverride(id) => one(rota::cancel(circle, &id, ctx)?),
    }
}

fn check_in(circle: &Circle, draft: CheckInDraft, ctx: &mut Context<'_>) -> Result<Vec<Record>, Refusal> {
    let me = ctx.me()?;
    let cycle = draft.cycle;
    let is_silent = says_nothing(circle, &draft, &me) && !draft.has_nothing_to_say;
    let mut records = Vec::new();
    let mut unresolved: Vec<_> = circle.unresolved(&me, cycle).into_iter().map(|c| c.id.clone()).collect();
    for settlement in draft.settlements {
        let settled = settle::settle(circle, cycle, settlement, ctx.now)?;
        if !settled.is_open() || settled.cycle > cycle {
            unresolved.retain(|id| id != &settled.id);
        }
        records.push(Record::Commitment(settled));
    }
    if !unresolved.is_empty() {
        return Err(Refusal::Unresolved(unresolved));
    }
    if draft.confidence.is_some_and(|confidence| !(1..=5).contains(&confidence)) {
        return Err(Refusal::NotANumber(Field::Confidence));
    }
    if is_silent {
        return Err(Refusal::NothingSaid);
    }
    let submitted_at = circle.check_in(cycle, &me).map_or(ctx.now, |earlier| earlier.submitted_at);
    records.push(Record::CheckIn(CheckIn {
        cycle,
        member: me,
        submitted_at,
        win: text(Field::Win, &draft.win)?,
        blocker: text(Field::Blocker, &draft.blocker)?,
        ask: text(Field::Ask, &draft.ask)?,
        confidence: draft.confidence,
    }));
    for (place, next) in (0_i64..).zip(draft.next) {
        let mut commitment = new_commitment(next, circle.rhythm.next_held(cycle), ctx)?;
        // Milliseconds apart, so that they stay in the order in which they were written.
        commitment.created_at = ctx.now.plus(place);
        records.push(Record::Commitment(commitment));
    }
    Ok(records)
}

/// Whether neither `draft` nor what became of the cycle's commitments tells the circle anything.
fn says_nothing(circle: &Circle, draft: &CheckInDraft, me: &MemberId) -> bool {
    let has_words = [&draft.win, &draft.blocker, &draft.ask].into_iter().any(|words| !words.trim().is_empty());
    let has_outcome = || circle.commitments_in(me, draft.cycle).iter().any(|commitment| !commitment.is_open());
    let is_blank = draft.confidence.is_none() && draft.settlements.is_empty() && draft.next.is_empty();
    !has_words && is_blank && !has_outcome()
}

fn new_member(circle: &Circle, name: &str, ctx: &mut Context<'_>) -> Result<Member, Refusal> {
    let name = free_name(circle, name, None)?;
    Ok(Member { id: MemberId::new(&ctx.id()), name, focus: String::new(), joined_at: ctx.now, left_at: None })
}

fn new_goal(draft: GoalDraft, ctx: &mut Context<'_>) -> Result<Goal, Refusal> {
    let GoalDraft { title, why, measure, due, obstacle } = checked_goal(draft)?;
    Ok(Goal {
        id: GoalId::new(&ctx.id()),
        owner: ctx.me()?,
        title,
        why,
        measure,
        due,
        obstacle,
        created_at: ctx.now,
        closing: None,
        closed_at: None,
        deleted_at: None,
    })
}

fn new_progress(
    circle: &Circle,
    id: &GoalId,
    value: f64,
    note: &str,
    ctx: &mut Context<'_>,
) -> Result<Progress, Refusal> {
    goal(circle, id)?;
    let value = number(Field::Value, value)?;
    let note = text(Field::Note, note)?;
    Ok(Progress { id: ProgressId::new(&ctx.id()), goal: id.clone(), at: ctx.now, value, note, deleted_at: None })
}

fn new_commitment(draft: CommitmentDraft, cycle: Cycle, ctx: &mut Context<'_>) -> Result<Commitment, Refusal> {
    let CommitmentDraft { text, goal, due, cue, action } = checked_commitment(draft)?;
    Ok(Commitment {
        id: CommitmentId::new(&ctx.id()),
        owner: ctx.me()?,
        goal,
        text,
        cycle,
        due,
        cue,
        action,
        helper: None,
        outcome: None,
        resolved_at: None,
        note: String::new(),
        carried: BTreeMap::new(),
        created_at: ctx.now,
        deleted_at: None,
    })
}

fn checked_goal(draft: GoalDraft) -> Result<GoalDraft, Refusal> {
    let measure = match draft.measure {
        Measure::Done => Measure::Done,
        Measure::Number { unit, start, target } => {
            let (start, target) = (number(Field::Target, start)?, number(Field::Target, target)?);
            if (start - target).abs() < f64::EPSILON {
                return Err(Refusal::NoWay);
            }
            Measure::Number { unit: optional_line(Field::Unit, &unit)?, start, target }
        }
    };
    Ok(GoalDraft {
        title: line(Field::Text, &draft.title)?,
        why: text(Field::Why, &draft.why)?,
        obstacle: text(Field::Obstacle, &draft.obstacle)?,
        measure,
        due: draft.due,
    })
}

fn checked_commitment(draft: CommitmentDraft) -> Result<CommitmentDraft, Refusal> {
    Ok(CommitmentDraft {
        text: line(Field::Text, &draft.text)?,
        cue: optional_line(Field::Cue, &draft.cue)?,
        action: optional_line(Field::Action, &draft.action)?,
        ..draft
    })
}

fn free_name(circle: &Circle, name: &str, own: Option<&MemberId>) -> Result<String, Refusal> {
    let name = line(Field::Name, name)?;
    if name_is_taken(circle, &name, own) { Err(Refusal::NameTaken(name)) } else { Ok(name) }
}

fn name_is_taken(circle: &Circle, name: &str, own: Option<&MemberId>) -> bool {
    let folded = name.to_lowercase();
    circle.roster().into_iter().any(|m| Some(&m.id) != own && m.name.to_lowercase() == folded)
}

fn member<'a>(circle: &'a Circle, id: &MemberId) -> Result<&'a Member, Refusal> {
    circle.members.get(id).map(|member| &**member).ok_or(Refusal::Gone("member"))
}

fn goal<'a>(circle: &'a Circle, id: &GoalId) -> Result<&'a Goal, Refusal> {
    circle.goals.get(id).map(|goal| &**goal).filter(|goal| goal.deleted_at.is_none()).ok_or(Refusal::Gone("goal"))
}

fn commitment<'a>(circle: &'a Circle, id: &CommitmentId) -> Result<&'a Commitment, Refusal> {
    circle
        .commitments
        .get(id)
        .map(|commitment| &**commitment)
        .filter(|c| c.deleted_at.is_none())
        .ok_or(Refusal::Gone("commitment"))
}
