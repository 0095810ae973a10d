//! Asking for feedback, giving it, and doing something with it.

use super::{Feedback, FeedbackId, FeedbackRequest, FeedbackRequestId, Response, Visibility};
use crate::domain::checks::{line, optional_line, text};
use crate::domain::commitment::{CommitmentDraft, new_commitment};
use crate::domain::context::Context;
use crate::domain::member::MemberId;
use crate::domain::records::{Circle, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::session::{AgendaDraft, AgendaKind, new_item, session_cycle};
use crate::domain::time::Day;

/// What a form says of a request.
#[derive(Clone, PartialEq, Debug)]
pub struct FeedbackRequestDraft {
    /// Who is asked.
    pub to: MemberId,
    /// What is asked.
    pub question: String,
    /// What it is about.
    pub about: String,
    /// The last day on which an answer helps.
    pub until: Option<Day>,
}

/// What a form says of a note.
#[derive(Clone, PartialEq, Debug)]
pub struct FeedbackDraft {
    /// Who gets it.
    pub to: MemberId,
    /// Who can read it; that never changes afterwards.
    pub visibility: Visibility,
    /// The request that it answers.
    pub request: Option<FeedbackRequestId>,
    /// When and where it was.
    pub situation: String,
    /// What could be seen or heard. Without it there is nothing to talk about.
    pub behaviour: String,
    /// What that did.
    pub impact: String,
    /// What to try, or to do again.
    pub next_time: String,
}

/// What can be done about feedback.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Asks another member.
    Ask(FeedbackRequestDraft),
    /// Takes a request of one's own back.
    Withdraw(FeedbackRequestId),
    /// Says that one cannot answer.
    Decline(FeedbackRequestId),
    /// Gives a note.
    Give(FeedbackDraft),
    /// Changes a note of one's own, until it is acknowledged.
    Reword(FeedbackId, FeedbackDraft),
    /// Takes a note of one's own back, until it is acknowledged.
    TakeBack(FeedbackId),
    /// Acknowledges a note, in words or without any.
    Thank(FeedbackId, String),
    /// Commits to something because of a note.
    Act(FeedbackId, CommitmentDraft),
    /// Keeps a note in mind.
    KeepInMind(FeedbackId),
    /// Brings a note to the next session, under this title.
    Discuss(FeedbackId, String),
    /// Closes a note with what came of it.
    Close(FeedbackId, String),
    /// Opens a closed note again.
    Reopen(FeedbackId),
}

/// Applies `command`.
pub(in crate::domain) fn decide(
    circle: &Circle,
    command: Command,
    ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    let changed = match command {
        Command::Ask(draft) => return Ok(vec![Record::FeedbackRequest(ask(circle, draft, ctx)?)]),
        Command::Withdraw(id) => {
            let request = request(circle, &id)?;
            only(&request.from, ctx)?;
            return Ok(vec![Record::FeedbackRequest(FeedbackRequest { deleted_at: Some(ctx.now), ..request })]);
        }
        Command::Decline(id) => {
            let request = request(circle, &id)?;
            only(&request.to, ctx)?;
            return Ok(vec![Record::FeedbackRequest(FeedbackRequest { declined_at: Some(ctx.now), ..request })]);
        }
        Command::Act(id, draft) => return act(circle, &id, draft, ctx),
        Command::Discuss(id, title) => return discuss(circle, &id, title, ctx),
        Command::Give(draft) => give(circle, draft, ctx)?,
        Command::Reword(id, draft) => {
            let note = given(circle, &id, ctx)?;
            let FeedbackDraft { situation, behaviour, impact, next_time, .. } = checked(draft)?;
            Feedback { situation, behaviour, impact, next_time, ..note }
        }
        Command::TakeBack(id) => Feedback { deleted_at: Some(ctx.now), ..given(circle, &id, ctx)? },
        Command::Thank(id, words) => {
            Feedback { thanks: text(Field::Thanks, &words)?, ..acknowledged(circle, &id, ctx)? }
        }
        Command::KeepInMind(id) => responded(acknowledged(circle, &id, ctx)?, Response::KeepInMind, ctx),
        Command::Close(id, outcome) => {
            let outcome = filled(Field::Outcome, &outcome)?;
            Feedback { closed_at: Some(ctx.now), outcome, ..acknowledged(circle, &id, ctx)? }
        }
        Command::Reopen(id) => Feedback { closed_at: None, ..acknowledged(circle, &id, ctx)? },
    };
    Ok(vec![Record::Feedback(changed)])
}

fn ask(circle: &Circle, draft: FeedbackRequestDraft, ctx: &mut Context<'_>) -> Result<FeedbackRequest, Refusal> {
    let from = ctx.me()?;
    let to = another(circle, draft.to, &from)?;
    Ok(FeedbackRequest {
        question: line(Field::Question, &draft.question)?,
        about: optional_line(Field::Detail, &draft.about)?,
        until: draft.until,
        id: FeedbackRequestId::new(&ctx.id()),
        from,
        to,
        asked_at: ctx.now,
        declined_at: None,
        deleted_at: None,
    })
}

fn give(circle: &Circle, draft: FeedbackDraft, ctx: &mut Context<'_>) -> Result<Feedback, Refusal> {
    let from = ctx.me()?;
    let FeedbackDraft { to, visibility, request: answered, situation, behaviour, impact, next_time } = checked(draft)?;
    // An answer goes to whoever asked.
    let to = match &answered {
        Some(id) => {
            let request = request(circle, id)?;
            only(&request.to, ctx)?;
            request.from
        }
        None => to,
    };
    Ok(Feedback {
        to: another(circle, to, &from)?,
        id: FeedbackId::new(&ctx.id()),
        visibility,
        request: answered,
        from,
        situation,
        behaviour,
        impact,
        next_time,
        given_at: ctx.now,
        thanked_at: None,
        thanks: String::new(),
        response: None,
        responded_at: None,
        commitment: None,
        agenda: None,
        closed_at: None,
        outcome: String::new(),
        deleted_at: None,
    })
}

fn act(
    circle: &Circle,
    id: &FeedbackId,
    draft: CommitmentDraft,
    ctx: &mut Context<'_>,
) -> Result<Vec<Record>, Refusal> {
    let note = acknowledged(circle, id, ctx)?;
    let cycle = ctx.present(circle).cycle_for_new(&note.to);
    let commitment = new_commitment(draft, cycle, ctx)?;
    let note = Feedback { commitment: Some(commitment.id.clone()), ..responded(note, Response::Act, ctx) };
    Ok(vec![Record::Commitment(commitment), Record::Feedback(note)])
}

fn discuss(circle: &Circle, id: &FeedbackId, title: String, ctx: &mut Context<'_>) -> Result<Vec<Record>, Refusal> {
    let note = acknowledged(circle, id, ctx)?;
    let cycle = session_cycle(ctx.present(circle));
    let owner = Some(note.to.clone());
    let draft = AgendaDraft { title, detail: String::new(), owner, kind: AgendaKind::Discuss };
    let item = new_item(circle, cycle, draft, ctx)?;
    let note = Feedback { agenda: Some(item.id.clone()), ..responded(note, Response::Discuss, ctx) };
    Ok(vec![Record::AgendaItem(item), Record::Feedback(note)])
}

fn responded(note: Feedback, response: Response, ctx: &Context<'_>) -> Feedback {
    Feedback { response: Some(response), responded_at: Some(ctx.now), ..note }
}

/// A note that the acting member got. Whatever they do with it acknowledges it.
fn acknowledged(circle: &Circle, id: &FeedbackId, ctx: &Context<'_>) -> Result<Feedback, Refusal> {
    let note = note(circle, id)?;
    only(&note.to, ctx)?;
    Ok(Feedback { thanked_at: note.thanked_at.or(Some(ctx.now)), ..note })
}

/// A note that the acting member gave and can still change: what was acknowledged stays as it was read.
fn given(circle: &Circle, id: &FeedbackId, ctx: &Context<'_>) -> Result<Feedback, Refusal> {
    let note = note(circle, id)?;
    only(&note.from, ctx)?;
    if note.thanked_at.is_some() { Err(Refusal::Acknowledged) } else { Ok(note) }
}

fn only(member: &MemberId, ctx: &Context<'_>) -> Result<(), Refusal> {
    if ctx.me()? == *member { Ok(()) } else { Err(Refusal::SomebodyElses) }
}

/// A member who belongs now and is not `me`.
fn another(circle: &Circle, member: MemberId, me: &MemberId) -> Result<MemberId, Refusal> {
    if member == *me {
        return Err(Refusal::ToOneself);
    }
    let found = circle.require_member(&member)?;
    if found.left_at.is_some() { Err(Refusal::Gone("member")) } else { Ok(member) }
}

fn checked(draft: FeedbackDraft) -> Result<FeedbackDraft, Refusal> {
    Ok(FeedbackDraft {
        situation: optional_line(Field::Situation, &draft.situation)?,
        behaviour: filled(Field::Behaviour, &draft.behaviour)?,
        impact: text(Field::Impact, &draft.impact)?,
        next_time: text(Field::NextTime, &draft.next_time)?,
        ..draft
    })
}

/// A paragraph that must say something.
fn filled(field: Field, raw: &str) -> Result<String, Refusal> {
    let words = text(field, raw)?;
    if words.is_empty() { Err(Refusal::Empty(field)) } else { Ok(words) }
}

fn request(circle: &Circle, id: &FeedbackRequestId) -> Result<FeedbackRequest, Refusal> {
    let found = circle.feedback_requests.get(id).filter(|request| request.deleted_at.is_none());
    found.map(|request| (**request).clone()).ok_or(Refusal::Gone("request"))
}

fn note(circle: &Circle, id: &FeedbackId) -> Result<Feedback, Refusal> {
    let found = circle.feedback.get(id).filter(|note| note.deleted_at.is_none());
    found.map(|note| (**note).clone()).ok_or(Refusal::Gone("feedback"))
}
