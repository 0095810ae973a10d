//! Running a session: what each act changes in its record.

use super::{HotTurn, LENGTHS, Move, Note, Session, SessionAct, Tick, Topic};
use crate::domain::checks::text;
use crate::domain::context::Context;
use crate::domain::member::MemberId;
use crate::domain::records::{Circle, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rhythm::Cycle;
use crate::domain::time::Timestamp;

/// What `act` makes of the session of `cycle`.
///
/// Anyone may do any of it. Notes, marks and the summary are welcome before the start and after the end
/// too; what moves the clock is not.
pub(super) fn run(
    circle: &Circle,
    cycle: Cycle,
    act: SessionAct,
    ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    let mut session = circle.session(cycle).cloned().unwrap_or_else(|| Session::new(cycle));
    match act {
        SessionAct::Start { length } => start(&mut session, length, ctx)?,
        SessionAct::Enter(step) => moved(&mut session, Move::Enter(step), ctx.now)?,
        SessionAct::Pause => moved(&mut session, Move::Pause, ctx.now)?,
        SessionAct::Resume => moved(&mut session, Move::Resume, ctx.now)?,
        SessionAct::More(step, minutes) => {
            if !(1..=60).contains(&minutes) {
                return Err(Refusal::NotANumber(Field::Minutes));
            }
            moved(&mut session, Move::More(step, minutes), ctx.now)?;
        }
        SessionAct::End => {
            moved(&mut session, Move::Pause, ctx.now)?;
            session.ended_at = Some(ctx.now);
        }
        SessionAct::Reopen => {
            session.ended_at = None;
            moved(&mut session, Move::Resume, ctx.now)?;
        }
        SessionAct::Attend(id, presence) => set(&mut session.presence, known(circle, id)?, presence),
        SessionAct::Sit(id) => set(&mut session.turns, known(circle, id)?, HotTurn::Sat(ctx.now)),
        SessionAct::Pass(id) => set(&mut session.turns, known(circle, id)?, HotTurn::Passed),
        SessionAct::Wait(id) => set(&mut session.turns, known(circle, id)?, HotTurn::Waiting),
        SessionAct::Tick(topic, tick) => set_tick(&mut session.ticks, topic, tick),
        SessionAct::AddNote(words) => add_note(&mut session.notes, &words, ctx)?,
        SessionAct::EditNote { at, by, text } => edit_note(&mut session.notes, at, &by, &text)?,
        SessionAct::Summarize(words) => session.summary = text(Field::Summary, &words)?,
    }
    Ok(vec![Record::Session(session)])
}

fn start(session: &mut Session, length: u8, ctx: &Context<'_>) -> Result<(), Refusal> {
    if session.started_at.is_some() {
        return Err(Refusal::SessionStarted);
    }
    if !LENGTHS.contains(&length) {
        return Err(Refusal::NotANumber(Field::Minutes));
    }
    session.started_by = Some(ctx.me()?);
    session.started_at = Some(ctx.now);
    session.length = Some(length);
    Ok(())
}

fn moved(session: &mut Session, what: Move, now: Timestamp) -> Result<(), Refusal> {
    match (session.started_at, session.ended_at) {
        (None, _) => Err(Refusal::SessionNotStarted),
        (_, Some(_)) => Err(Refusal::SessionEnded),
        (Some(_), None) => {
            session.push(now, what);
            Ok(())
        }
    }
}

/// The id of somebody who belongs or belonged to the circle.
fn known(circle: &Circle, id: MemberId) -> Result<MemberId, Refusal> {
    circle.require_member(&id)?;
    Ok(id)
}

fn set<V>(pairs: &mut Vec<(MemberId, V)>, member: MemberId, value: V) {
    pairs.retain(|(other, _)| other != &member);
    pairs.push((member, value));
}

fn set_tick(ticks: &mut Vec<(Topic, Tick)>, topic: Topic, tick: Tick) {
    ticks.retain(|(other, _)| other != &topic);
    ticks.push((topic, tick));
}

/// Adds a note by the acting member, later than all that are known: its instant is its identity.
pub(super) fn add_note(notes: &mut Vec<Note>, words: &str, ctx: &Context<'_>) -> Result<(), Refusal> {
    let text = text(Field::Note, words)?;
    if text.is_empty() {
        return Err(Refusal::Empty(Field::Note));
    }
    let by = ctx.me()?;
    let last = notes.iter().filter(|note| note.by == by).map(|note| note.at).max();
    let at = last.map_or(ctx.now, |last| last.plus(1).max(ctx.now));
    // At the end of time there is no later instant.
    notes.retain(|note| note.at != at || note.by != by);
    notes.push(Note { at, by, text });
    Ok(())
}

/// Changes a note; an empty text deletes it.
pub(super) fn edit_note(notes: &mut [Note], at: Timestamp, by: &MemberId, words: &str) -> Result<(), Refusal> {
    let words = text(Field::Note, words)?;
    let note = notes.iter_mut().find(|note| note.at == at && &note.by == by).ok_or(Refusal::Gone("note"))?;
    note.text = words;
    Ok(())
}
