//! The dialogs for the receiver of a note: thanks in words, a commitment, what came of it.

use super::data::heading_id;
use super::words;
use crate::domain::{Circle, FeedbackId, Field as Which, Visibility, feedback};
use crate::platform;
use crate::state::{App, Memo, RwSignal};
use crate::ui::ask::{Entry, Kept, Request, submit};
use crate::ui::components::{Area, Elsewhere, Form, Problem, SheetAbout};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::commitment::{CommitmentFields, CommitmentForm, goal_options, words as commitment};
use leptos::prelude::*;

/// A way to reply to a note.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ThanksStep {
    /// Thanks in words.
    Thank,
    /// A commitment.
    Act,
    /// What came of it.
    Close,
}

/// The note that is answered, and how; nothing while no dialog is open.
#[derive(Clone, Copy)]
pub struct Replies(RwSignal<Option<(FeedbackId, ThanksStep)>>);

impl Replies {
    /// No dialog is open.
    pub fn nothing() -> Self {
        Self(RwSignal::new(None))
    }

    /// Opens the dialog for `reply` to the note `id`.
    pub fn open(self, id: FeedbackId, reply: ThanksStep) {
        self.0.set(Some((id, reply)));
    }
}

/// The dialogs.
#[component]
pub fn ReplySheets(replies: Replies) -> AnyView {
    let title = Memo::new(move |_| {
        let title = match replies.0.with(|open| open.as_ref().map(|(_, reply)| *reply)) {
            Some(ThanksStep::Thank) => words::THANK_IN_WORDS,
            Some(ThanksStep::Act) => words::ACT_TITLE,
            Some(ThanksStep::Close) => words::CLOSE,
            None => "",
        };
        title.to_owned()
    });
    let about = |(id, reply): (FeedbackId, ThanksStep), on_done: Callback<()>| {
        let heading = heading_id(&id);
        let on_done = Callback::new(move |()| {
            on_done.run(());
            platform::focus_near(&heading);
        });
        match reply {
            ThanksStep::Thank => view! { <Thank id on_done /> }.into_any(),
            ThanksStep::Act => view! { <Act id on_done /> }.into_any(),
            ThanksStep::Close => view! { <Close id on_done /> }.into_any(),
        }
    };
    view! { <SheetAbout subject=replies.0 title about /> }.into_any()
}

#[component]
fn Thank(id: FeedbackId, on_done: Callback<()>) -> AnyView {
    let (words, problem) = (Entry::empty(), Problem::none());
    let on_done = Kept::of(&format!("thanks/{id}"), &[words]).until(on_done);
    let on_submit = submit(problem, on_done, move || {
        let command = feedback::Command::Thank(id.clone(), words.text());
        Ok(Some(Request::new(command, words::THANKED)))
    });
    view! {
        <Form problem on_submit>
            <Area id="thanks" label=words::THANK_WORDS value=words.typed example=words::THANK_EXAMPLE problem field=Which::Thanks />
            <Elsewhere problem />
            <div class="row"><button class="btn" data-kind="main">{words::THANK_SEND}</button></div>
        </Form>
    }
    .into_any()
}

/// Whether the note called `id` is for two alone.
fn is_for_two(app: App, id: &FeedbackId) -> bool {
    let is_so = |circle: &Circle| circle.feedback.get(id).is_some_and(|note| note.visibility == Visibility::Two);
    app.circle().with_untracked(is_so)
}

#[component]
fn Act(id: FeedbackId, on_done: Callback<()>) -> AnyView {
    let app = app();
    let (form, problem) = (CommitmentForm::empty(), Problem::none());
    let on_done = Kept::of(&format!("act/{id}"), &form.entries()).until(on_done);
    let is_for_two = is_for_two(app, &id);
    let on_submit = submit(problem, on_done, move || {
        let command = feedback::Command::Act(id.clone(), form.draft());
        Ok(Some(Request::new(command, words::ACTED)))
    });
    view! {
        <Form problem on_submit>
            {is_for_two.then(|| view! { <p class="field__hint">{words::OURS}</p> })}
            <CommitmentFields id="act" form goals=goal_options(app) problem />
            <Elsewhere problem />
            <div class="row"><button class="btn" data-kind="main">{commitment::ADD}</button></div>
        </Form>
    }
    .into_any()
}

#[component]
fn Close(id: FeedbackId, on_done: Callback<()>) -> AnyView {
    let app = app();
    let said = app.circle().with_untracked(|circle| circle.feedback.get(&id).map(|note| note.outcome.clone()));
    let (outcome, problem) = (Entry::of(said.unwrap_or_default()), Problem::none());
    let on_done = Kept::of(&format!("close/{id}"), &[outcome]).until(on_done);
    let on_submit = submit(problem, on_done, move || {
        let command = feedback::Command::Close(id.clone(), outcome.text());
        Ok(Some(Request::new(command, words::CLOSED)))
    });
    view! {
        <Form problem on_submit>
            <Area id="outcome" label=words::CAME_OF_IT_LABEL value=outcome.typed hint=words::CLOSE_HINT example=words::CLOSE_EXAMPLE problem field=Which::Outcome />
            <Elsewhere problem />
            <div class="row"><button class="btn" data-kind="main">{words::CLOSE_SEND}</button></div>
        </Form>
    }
    .into_any()
}
