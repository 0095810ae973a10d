//! On the page of the week: who asks for feedback, and what of it waits for an answer.

use super::words;
use crate::domain::{Circle, FeedbackId, MemberId, feedback_waiting};
use crate::state::Memo;
use crate::ui::components::{Row, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::shared::role::turns::Person;
use crate::ui::text::clipped;
use leptos::prelude::*;

/// How many lines the card has at most.
const IN_SIGHT: usize = 3;

/// One thing that waits: what it is, and the words in it.
type FeedbackLine = (String, String);

fn lines(circle: &Circle, me: &MemberId) -> Vec<FeedbackLine> {
    let waiting = feedback_waiting(circle, me);
    let request = |id| {
        let request = circle.feedback_requests.get(id)?;
        let name = Person::of(circle, &request.from).name;
        Some((words::asks(&name, &request.question), request.about.clone()))
    };
    let note = |(id, step): &(_, _)| {
        let note = circle.feedback.get(id)?;
        Some((words::waits(&Person::of(circle, &note.from).name, *step), clipped(&note.behaviour, 120)))
    };
    waiting.requests.iter().filter_map(request).chain(waiting.notes.iter().filter_map(note)).collect()
}

/// A note for two that was not sent yet.
fn to_send(circle: &Circle, me: &MemberId, id: &FeedbackId) -> Option<FeedbackLine> {
    let note = circle.feedback.get(id)?;
    let other = if note.from == *me { &note.to } else { &note.from };
    Some((words::to_send(&Person::of(circle, other).name), words::TO_SEND.to_owned()))
}

/// The card; nothing where nothing waits.
#[component]
pub fn FeedbackCard() -> AnyView {
    let app = app();
    let unsent = app.unsent_notes();
    let lines = Memo::new(move |_| {
        let Some(me) = app.me.get() else { return Vec::new() };
        app.circle().with(|circle| {
            let to_send = unsent.with(|ids| ids.iter().filter_map(|id| to_send(circle, &me, id)).collect::<Vec<_>>());
            [lines(circle, &me), to_send].concat()
        })
    });
    let row = |(title, note): FeedbackLine| view! { <Row href=Page::Feedback.href() title note /> };
    let rows = move || lines.with(|lines| lines.iter().take(IN_SIGHT).cloned().map(row).collect_view());
    view! {
        <When is=move || !lines.with(Vec::is_empty)>
            <section class="card" aria-labelledby="feedback-card">
                <header class="card__head">
                    <h2 id="feedback-card">{words::NAME}</h2>
                    <span>{live(move || words::things(lines.with(Vec::len)))}</span>
                </header>
                <ul class="row-list">{live(rows)}</ul>
            </section>
        </When>
    }
    .into_any()
}
