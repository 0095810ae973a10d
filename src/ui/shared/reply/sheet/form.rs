//! The form for a reply to somebody else's commitment.

use crate::domain::{Command, Commitment, CommitmentId, MemberId, Reply, ReplyKind, reply};
use crate::state::App;
use crate::ui::ask::{Entry, Request, submit};
use crate::ui::components::{Elsewhere, Field, Problem};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::reply::words;
use leptos::prelude::*;

/// What can be said to the commitment called `id`; nothing where it is gone.
pub(super) fn about(id: &CommitmentId, on_done: Callback<()>) -> AnyView {
    let found = app().circle().with_untracked(|circle| circle.commitments.get(id).map(|found| (**found).clone()));
    found.map(|commitment| view! { <About commitment on_done /> }).into_any()
}

#[component]
fn About(commitment: Commitment, on_done: Callback<()>) -> AnyView {
    let (word, problem) = (Entry::empty(), Problem::none());
    let text = commitment.text.clone();
    let suited = ReplyKind::ALL.into_iter().filter(|kind| kind.suits(&commitment));
    let buttons =
        suited.map(|kind| view! { <Say commitment=commitment.clone() kind word problem on_done /> }).collect_view();
    view! {
        <p class="lead" dir="auto">{text}</p>
        <Field id="reply-word" label=words::WORD value=word.typed example=words::WORD_EXAMPLE is_optional=true problem />
        <Elsewhere problem />
        <div class="row">{buttons}</div>
    }
    .into_any()
}

/// One thing to say, or to take back where it was said.
#[component]
fn Say(commitment: Commitment, kind: ReplyKind, word: Entry, problem: Problem, on_done: Callback<()>) -> AnyView {
    let app = app();
    let own = app.me.get_untracked().and_then(|me| said(app, &commitment, &me, kind));
    let label = if own.is_some() { words::take_back(kind) } else { words::offer(kind) };
    let look = if kind == ReplyKind::Cheer && own.is_none() { "main" } else { "" };
    let send = submit(problem, on_done, move || {
        let (command, said) = match own.clone() {
            Some(reply) => (reply::Command::TakeBack(reply.id), words::TAKEN_BACK),
            None => {
                let (commitment, text) = (commitment.id.clone(), word.text());
                (reply::Command::Say { commitment, kind, text }, words::done(kind))
            }
        };
        Ok(Some(Request::new(Command::from(command), said)))
    });
    view! { <button type="button" class="btn" data-kind=look on:click=move |_| send.run(())>{label}</button> }
        .into_any()
}

/// What `me` has said to it.
fn said(app: App, commitment: &Commitment, me: &MemberId, kind: ReplyKind) -> Option<Reply> {
    app.circle().with_untracked(|circle| {
        let replies = circle.replies_to(commitment);
        replies.into_iter().find(|reply| &reply.from == me && reply.kind == kind).cloned()
    })
}
