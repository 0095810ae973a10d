//! One note: what was seen, and what became of it.

use super::data::{NoteData, heading_id};
use super::reply::{Replies, ThanksStep};
use super::send::SendNote;
use super::words;
use crate::domain::{FeedbackId, FeedbackStage, FeedbackStep, Visibility, feedback};
use crate::platform;
use crate::state::{Memo, RwSignal};
use crate::ui::ask::act;
use crate::ui::components::{face, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::feedback::{Giving, words as shared};
use crate::ui::text::{action, clipped};
use leptos::prelude::*;

/// The note, with what who holds the device can do about it.
#[component]
pub fn NoteCard(note: Memo<NoteData>, giving: RwSignal<Option<Giving>>, replies: Replies) -> AnyView {
    let picture = move || {
        note.with(|note| {
            let other = note.other();
            face(&other.initials, other.seat)
        })
    };
    let state = move || if note.with(|note| note.stage == FeedbackStage::Closed) { "closed" } else { "open" };
    view! {
        <li class="feedback-note" data-state=state>
            <header class="feedback-note__head">
                {live(picture)}
                <div>
                    <h3 id=note.with_untracked(|note| heading_id(&note.note.id)) tabindex="-1"><bdi>{live(move || note.with(NoteData::way))}</bdi></h3>
                    <p class="quiet">{live(move || note.with(when))}</p>
                </div>
                {live(move || note.with(tag))}
            </header>
            {live(move || note.with(said))}
            {live(move || note.with(became))}
            {live(move || actions(note.get(), giving, replies))}
            <SendNote note />
        </li>
    }
    .into_any()
}

/// When it was given, and whether it is for two alone.
fn when(note: &NoteData) -> String {
    match note.note.visibility {
        Visibility::Circle => note.given.clone(),
        Visibility::Two => format!("{} · {}", note.given, words::FOR_TWO),
    }
}

/// Its stage, or how long it waits.
fn tag(note: &NoteData) -> AnyView {
    let (kind, words) = match (words::age(note.age), note.stage) {
        (Some(age), _) => ("due", age),
        (None, FeedbackStage::Closed) => ("done", words::stage(note.stage)),
        (None, stage) => ("quiet", words::stage(stage)),
    };
    view! { <span class="tag" data-kind=kind>{words}</span> }.into_any()
}

fn line(label: &'static str, text: &str) -> Option<AnyView> {
    let text = text.to_owned();
    (!text.is_empty()).then(|| view! { <div><dt>{label}</dt><dd dir="auto">{text}</dd></div> }.into_any())
}

/// The giver's words.
fn said(data: &NoteData) -> AnyView {
    let note = &data.note;
    let question = data.question.as_ref().map(|question| shared::asks(&data.to.name, question));
    view! {
        {question.map(|question| view! { <p class="feedback-question" dir="auto">{question}</p> })}
        <dl class="feedback-words">
            {line(words::SITUATION, &note.situation)}
            {line(words::BEHAVIOUR, &note.behaviour)}
            {line(words::IMPACT, &note.impact)}
            {line(words::NEXT_TIME, &note.next_time)}
        </dl>
    }
    .into_any()
}

/// The receiver's words.
fn became(data: &NoteData) -> AnyView {
    let note = &data.note;
    let commitment = data.commitment.as_ref().map(|(text, outcome)| words::committed(text, *outcome));
    let lines = [
        line(words::THANKS, &note.thanks),
        commitment.and_then(|text| line(words::stage(FeedbackStage::Responded(crate::domain::Response::Act)), &text)),
        line(words::CAME_OF_IT, &note.outcome),
    ];
    let lines: Vec<_> = lines.into_iter().flatten().collect();
    (!lines.is_empty()).then(|| view! { <dl class="feedback-words feedback-became">{lines}</dl> }).into_any()
}

/// What who holds the device can do.
fn actions(data: NoteData, giving: RwSignal<Option<Giving>>, replies: Replies) -> AnyView {
    if data.is_mine() {
        return view! { <div class="row">{mine(data, replies)}</div> }.into_any();
    }
    let can_change = data.is_by_me() && data.stage == FeedbackStage::Given;
    can_change.then(|| view! { <div class="row">{own_words(data.note.id, giving)}</div> }).into_any()
}

fn mine(data: NoteData, replies: Replies) -> AnyView {
    let id = || data.note.id.clone();
    let reply = |reply: ThanksStep, label, kind| reply_button(replies, (id(), reply), label, kind);
    let command = |label, kind, command, said| command_button(id(), label, kind, command, said);
    match (data.step, data.stage) {
        (Some(FeedbackStep::Thank), _) => vec![
            command(words::THANK, "main", feedback::Command::Thank(id(), String::new()), words::THANKED),
            reply(ThanksStep::Thank, words::THANK_IN_WORDS, ""),
        ],
        (Some(FeedbackStep::Respond), _) => vec![
            reply(ThanksStep::Act, words::ACT, "main"),
            command(words::KEEP, "", feedback::Command::KeepInMind(id()), words::KEPT),
            command(words::DISCUSS, "", feedback::Command::Discuss(id(), topic(&data)), words::DISCUSSED),
        ],
        (Some(FeedbackStep::Close), _) => vec![reply(ThanksStep::Close, words::CLOSE, "main")],
        (None, FeedbackStage::Closed) => {
            vec![command(words::REOPEN, "quiet", feedback::Command::Reopen(id()), words::REOPENED)]
        }
        (None, _) => vec![reply(ThanksStep::Close, words::CLOSE, "small")],
    }
    .collect_view()
    .into_any()
}

/// What the note is called on the agenda, which is the circle's: one for two says nothing there.
fn topic(data: &NoteData) -> String {
    match data.note.visibility {
        Visibility::Circle => words::to_discuss(&data.from.name, &clipped(&data.note.behaviour, 80)),
        Visibility::Two => words::TO_DISCUSS.to_owned(),
    }
}

/// Opens the dialog for a reply.
fn reply_button(
    replies: Replies,
    (id, reply): (FeedbackId, ThanksStep),
    label: &'static str,
    kind: &'static str,
) -> AnyView {
    let open = move |_| replies.open(id.clone(), reply);
    view! { <button type="button" class="btn" data-kind=kind on:click=open>{label}</button> }.into_any()
}

/// Sends `command` about the note `id` at once. What was pressed is gone then, and the focus goes to the note.
fn command_button(
    id: FeedbackId,
    label: &'static str,
    kind: &'static str,
    command: feedback::Command,
    said: &'static str,
) -> AnyView {
    let app = app();
    let send = move |_| {
        act(app, command.clone(), said);
        platform::focus_near(&heading_id(&id));
    };
    view! { <button type="button" class="btn" data-kind=kind on:click=send>{label}</button> }.into_any()
}

/// Who gave it can change it until it is acknowledged.
fn own_words(id: FeedbackId, giving: RwSignal<Option<Giving>>) -> AnyView {
    let app = app();
    let (taken, taken_id) = (id.clone(), id.clone());
    let reword = move |_| giving.set(Some(Giving::Reword(id.clone())));
    let take_back = move |_| {
        act(app, feedback::Command::TakeBack(taken.clone()), words::TAKEN_BACK);
    };
    // What has left this device by a file of its own is not called back by anything done here.
    let can_take_back = !app.has_note_left(&taken_id);
    view! {
        <button type="button" class="btn" data-kind="small" on:click=reword>{action::EDIT}</button>
        {can_take_back.then(|| view! { <button type="button" class="btn" data-kind="quiet" on:click=take_back>{words::TAKE_BACK}</button> })}
    }
    .into_any()
}
