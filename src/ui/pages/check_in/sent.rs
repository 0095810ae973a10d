//! What was sent, and what to do with it.

use super::next::promised;
use super::{name_of, when, words};
use crate::domain::{CheckIn, Cycle, MemberId};
use crate::platform;
use crate::state::{Memo, RwSignal};
use crate::ui::components::{Heading, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::commitment::{RowActs, RowData, commitment_rows};
use crate::ui::shared::sync::{self, Handed, SendNew};
use leptos::prelude::*;

/// The check-in as the circle has it.
#[component]
pub fn Sent(cycle: Cycle, me: MemberId, is_editing: RwSignal<bool>) -> AnyView {
    let app = app();
    let (member, owner) = (me.clone(), me.clone());
    let settled = Memo::new(move |_| {
        app.circle().with(|circle| {
            let goal = |id| circle.goals.get(id).map(|goal| goal.title.as_str());
            let own = circle.commitments_in(&owner, cycle).into_iter();
            own.map(|c| RowData::of(c, cycle, c.goal.as_ref().and_then(goal))).collect::<Vec<_>>()
        })
    });
    let next = promised(cycle, me.clone());
    let edit = move |_| {
        is_editing.set(true);
        platform::focus_heading();
    };
    let next_heading = move || words::done_next(app.circle().with(|circle| circle.wait_after(cycle)));
    let heading = words::done_heading(&name_of(app, &me));
    view! {
        <section class="stack">
            <header class="head">
                <p class="head__place">{live(move || when(app, cycle, &member))}</p>
                <Heading text=heading />
            </header>
            <div class="card stack"><Rows rows=settled /> <Told cycle me /></div>
            <When is=move || !next.with(Vec::is_empty)>
                <div class="card">
                    <header class="card__head"><h2>{live(next_heading)}</h2></header>
                    <Rows rows=next />
                </div>
            </When>
            <Onward />
            <div class="row"><button type="button" class="btn" on:click=edit>{words::DONE_EDIT}</button></div>
        </section>
    }
    .into_any()
}

/// The way on to the circle.
#[component]
fn Onward() -> AnyView {
    let app = app();
    let waits = Memo::new(move |_| app.unsent.with(|unsent| !unsent.is_empty()));
    let waiting = move || app.unsent.with(|unsent| sync::words::waiting(unsent, None));
    view! {
        <div class="card stack" id="send" tabindex="-1">
            <p>{live(waiting)}</p>
            <When is=waits><SendNew /> <Handed focus="send" /></When>
        </div>
    }
    .into_any()
}

#[component]
fn Rows(rows: Memo<Vec<RowData>>) -> AnyView {
    view! { <ul class="commitment-list">{commitment_rows(rows, RowActs::default())}</ul> }.into_any()
}

/// The words of it.
#[component]
fn Told(cycle: Cycle, me: MemberId) -> AnyView {
    let app = app();
    let said = Memo::new(move |_| app.circle().with(|circle| circle.check_in(cycle, &me).cloned()));
    let part = |label: &'static str, read: fn(&CheckIn) -> String| {
        let value = move || said.with(|said| said.as_ref().map(read).filter(|text| !text.is_empty()));
        view! {
            <div class="check-in-told" data-state=move || if value().is_some() { "said" } else { "silent" }>
                <dt>{label}</dt>
                <dd dir="auto">{live(move || value().unwrap_or_else(|| words::NOT_SAID.to_owned()))}</dd>
            </div>
        }
        .into_any()
    };
    view! {
        <dl class="check-in-tellings">
            {part(words::WIN, |said| said.win.clone())}
            {part(words::BLOCKER, |said| said.blocker.clone())}
            {part(words::ASK, |said| said.ask.clone())}
            {part(words::CONFIDENCE, |said| said.confidence.map(|n| format!("{n} / 5")).unwrap_or_default())}
        </dl>
    }
    .into_any()
}
