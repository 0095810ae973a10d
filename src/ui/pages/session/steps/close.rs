//! The close: what is kept of it, and what came of it so far.

use crate::domain::{Command, Field as Which, SessionAct, session};
use crate::state::Memo;
use crate::ui::ask::{Request, submit};
use crate::ui::components::{Area, Elsewhere, Form, Problem, When, live};
use crate::ui::markup::view;
use crate::ui::pages::session::run::Run;
use crate::ui::pages::session::summary::{Decided, Summary};
use crate::ui::pages::session::words;
use leptos::prelude::*;

/// The step.
#[component]
pub fn Close(run: Run) -> impl IntoView {
    view! {
        <SummaryForm run />
        <section class="card stack" aria-labelledby="so-far">
            <header class="card__head"><h2 id="so-far">{words::SO_FAR}</h2></header>
            <Summary run />
        </section>
        <DecidedCard run />
    }
}

/// What was decided, to be changed where it was written down badly.
#[component]
pub fn DecidedCard(run: Run) -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="decided">
            <header class="card__head"><h2 id="decided" tabindex="-1">{words::DECISIONS}</h2></header>
            <Decided run />
        </section>
    }
}

/// The summary, kept as it is typed.
#[component]
pub fn SummaryForm(run: Run, #[prop(optional)] on_saved: Option<Callback<()>>) -> impl IntoView {
    let problem = Problem::none();
    // Somebody else may have saved other words while these were typed.
    let stands = Memo::new(move |_| {
        let saved = run.session.with(|session| session.summary.clone());
        (!saved.is_empty() && run.pad.summary.is_unsaved()).then_some(saved)
    });
    let saved = Callback::new(move |()| {
        run.pad.summary.follow();
        on_saved.into_iter().for_each(|on_saved| on_saved.run(()));
    });
    let on_submit = submit(problem, saved, move || {
        let act = SessionAct::Summarize(untrack(|| run.pad.summary.shown()));
        let command = Command::from(session::Command::Run { cycle: run.cycle, act });
        Ok(Some(Request::new(command, words::SUMMARY_SAVED)))
    });
    view! {
        <section class="card" aria-labelledby="keep">
            <header class="card__head"><h2 id="keep">{words::CLOSE_TITLE}</h2></header>
            <Form problem on_submit>
                <Area
                    id="session-summary"
                    label=words::SUMMARY
                    hint=words::SUMMARY_HINT.to_owned()
                    example=words::SUMMARY_EXAMPLE
                    rows=4
                    value=run.pad.summary
                    problem
                    field=Which::Summary
                />
                <Elsewhere problem />
                <When is=move || stands.with(Option::is_some)>
                    <p class="quiet">{words::SUMMARY_STANDS}" "<span dir="auto">{live(move || stands.get())}</span></p>
                </When>
                <div class="row"><button class="btn" data-kind="small">{words::SUMMARY_SAVE}</button></div>
            </Form>
        </section>
    }
}
