//! The close: what is kept of it, and what came of it so far.

use crate::domain::{Command, Field as Which, SessionAct};
use crate::ui::components::{Area, Problem};
use crate::ui::pages::session::run::Run;
use crate::ui::pages::session::summary::Summary;
use crate::ui::text::session as words;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// The step.
#[component]
pub fn Close(run: Run) -> impl IntoView {
    view! {
        <SummaryForm run />
        <section class="card stack" aria-labelledby="so-far">
            <header class="card__head"><h2 id="so-far">{words::SO_FAR}</h2></header>
            <Summary run />
        </section>
    }
}

/// The summary, kept as it is typed.
#[component]
pub fn SummaryForm(run: Run) -> impl IntoView {
    let problem = Problem::none();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        problem.clear();
        let act = SessionAct::Summarize(run.pad.summary.get_untracked());
        match run.app.dispatch(Command::RunSession { cycle: run.cycle, act }) {
            Ok(undo) => run.app.say(words::SUMMARY_SAVED, Some(Arc::new(move || run.app.undo(&undo)))),
            Err(refusal) => problem.show(refusal),
        }
    };
    view! {
        <section class="card" aria-labelledby="keep">
            <header class="card__head"><h2 id="keep">{words::CLOSE_TITLE}</h2></header>
            <form class="form" on:submit=submit novalidate>
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
                <div class="row"><button class="btn" data-kind="small">{words::SUMMARY_SAVE}</button></div>
            </form>
        </section>
    }
}
