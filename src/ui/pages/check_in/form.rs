//! The form of a check-in.

use super::goals::GoalNumbers;
use super::next::NextWeek;
use super::outcomes::Outcomes;
use super::writing::Writing;
use super::{name_of, when, words};
use crate::domain::{CheckInDraft, Field as Which, MemberId, Refusal, check_in};
use crate::platform;
use crate::state::Memo;
use crate::state::{App, RwSignal};
use crate::ui::components::{Area, Choice, Elsewhere, Form, Heading, Pick, Problem, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::sync::{can_send_at_once, send_at_once};
use crate::ui::text::action;
use leptos::prelude::*;
use std::sync::Arc;

/// The form for a first sending, or for changing what was sent.
#[component]
pub fn CheckInForm(
    writing: Writing,
    me: MemberId,
    is_sent: Memo<bool>,
    is_editing: RwSignal<bool>,
    problem: Problem,
    on_moved: Callback<()>,
) -> AnyView {
    let app = app();
    let is_silent = RwSignal::new(false);
    let send = move |has_nothing_to_say: bool, onward: fn(App)| {
        problem.clear();
        writing.mend_next();
        is_silent.set(false);
        match send(app, writing, has_nothing_to_say) {
            Ok(()) => {
                onward(app);
                is_editing.set(false);
                on_moved.run(());
            }
            Err(refusal) => show(refusal, writing, problem, is_silent),
        }
    };
    let ways = Ways {
        on_silent: Callback::new(move |()| send(true, |_| {})),
        on_send: Callback::new(move |()| send(false, send_at_once)),
        on_cancel: Callback::new(move |()| discard(app, writing, is_editing)),
    };
    view! {
        <Form problem class="stack" on_submit=Callback::new(move |()| send(false, |_| {}))>
            <Head writing me=me.clone() />
            <When is=move || is_sent.get() && !is_editing.get()><p class="banner" role="status">{words::SENT_ELSEWHERE}</p></When>
            {parts(writing, me, problem)}
            <Buttons is_sent is_silent ways />
        </Form>
    }
    .into_any()
}

/// What is asked, in its order.
fn parts(writing: Writing, me: MemberId, problem: Problem) -> AnyView {
    view! {
        <Outcomes writing me=me.clone() />
        <GoalNumbers writing me=me.clone() />
        <Week writing problem />
        <NextWeek writing me />
        <Elsewhere problem />
    }
    .into_any()
}

/// Whose check-in it is, and of which week.
#[component]
fn Head(writing: Writing, me: MemberId) -> AnyView {
    let app = app();
    let heading = words::heading(&name_of(app, &me));
    view! {
        <header class="head">
            <p class="head__place">{live(move || when(app, writing.cycle, &me))}</p>
            <Heading text=heading />
            <p>{words::LEAD}</p>
        </header>
    }
    .into_any()
}

/// What the buttons beside the form's own do.
#[derive(Clone, Copy)]
struct Ways {
    /// There is nothing to say this week.
    on_silent: Callback<()>,
    /// Check in, and on to the share sheet with the same tap.
    on_send: Callback<()>,
    on_cancel: Callback<()>,
}

/// What can be done with the form. Who `is_silent` wrote nothing, and can say so.
#[component]
fn Buttons(is_sent: Memo<bool>, is_silent: RwSignal<bool>, ways: Ways) -> impl IntoView {
    let app = app();
    let Ways { on_silent, on_send, on_cancel } = ways;
    let label = move || if is_sent.get() { words::SAVE } else { words::SUBMIT };
    let goes_on = Memo::new(move |_| !is_sent.get() && can_send_at_once(app));
    let kind = move || if goes_on.get() { "" } else { "main" };
    view! {
        <div class="row">
            <When is=move || goes_on.get()>
                <button type="button" class="btn" data-kind="main" on:click=move |_| on_send.run(())>{words::SUBMIT_SEND}</button>
            </When>
            <button class="btn" data-kind=kind>{live(label)}</button>
            <When is=is_silent>
                <button type="button" class="btn" on:click=move |_| on_silent.run(())>{words::NOTHING_TO_SAY}</button>
            </When>
            <When is=is_sent>
                <button type="button" class="btn" on:click=move |_| on_cancel.run(())>{action::CANCEL}</button>
            </When>
        </div>
    }
}

/// Shows `refusal` at the part of the form that it is about; who `is_silent` wrote nothing at all.
fn show(refusal: Refusal, writing: Writing, problem: Problem, is_silent: RwSignal<bool>) {
    is_silent.set(refusal == Refusal::NothingSaid);
    if !writing.show_at_goal(&refusal) && !writing.show_at_outcomes(&refusal) && !writing.show_at_next(&refusal) {
        problem.show(refusal);
    }
}

/// Forgets what is typed, with a way back.
fn discard(app: App, writing: Writing, is_editing: RwSignal<bool>) {
    let back = writing.way_back(untrack(|| writing.texts()));
    writing.reset();
    is_editing.set(false);
    app.say(words::DISCARDED, Some(Arc::new(back)));
    platform::focus_heading();
}

/// Sends what is typed. The way back of the first sending types it again; that of a change shows what was sent before.
fn send(app: App, writing: Writing, has_nothing_to_say: bool) -> Result<(), Refusal> {
    let texts = untrack(|| writing.texts());
    let me = app.me.get_untracked().ok_or(Refusal::NobodyHere)?;
    let (draft, is_change) = app.circle().with_untracked(|circle| {
        (texts.draft(circle, writing.cycle, &me), circle.check_in(writing.cycle, &me).is_some())
    });
    let progress = app.circle().with_untracked(|circle| texts.noted(circle, platform::number_format()))?;
    let undo = app.dispatch(check_in::Command::Send(CheckInDraft { progress, has_nothing_to_say, ..draft }))?;
    let back = writing.way_back(texts);
    writing.reset();
    let take_back = move || {
        app.undo(&undo);
        if is_change {
            writing.show_known(&me);
        } else {
            back();
        }
    };
    app.say(words::SUBMITTED, Some(Arc::new(take_back)));
    Ok(())
}

/// How the week went.
#[component]
fn Week(writing: Writing, problem: Problem) -> AnyView {
    let Writing { win, blocker, ask, confidence, .. } = writing;
    let choices = (1..=5).map(|n| Choice::new(n.to_string(), n.to_string())).collect();
    view! {
        <section class="card form" aria-label=words::WEEK>
            <Area id="win" label=words::WIN example=words::WIN_EXAMPLE value=win.typed problem field=Which::Win />
            <Area id="blocker" label=words::BLOCKER value=blocker.typed is_optional=true problem field=Which::Blocker />
            <Area id="ask" label=words::ASK example=words::ASK_EXAMPLE value=ask.typed is_optional=true problem field=Which::Ask />
            <fieldset class="field-group">
                <legend>{words::CONFIDENCE} <small>{words::CONFIDENCE_HINT}</small></legend>
                <Pick name="confidence" choices value=confidence.typed />
            </fieldset>
        </section>
    }
    .into_any()
}
