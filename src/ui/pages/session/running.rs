//! A session that runs: the clock, the step at hand, and the way to the next.

use super::clock::{ClockBar, ClockCard, Stepper, clock_of};
use super::forgotten::Forgotten;
use super::head::Place;
use super::notes::SessionNotes;
use super::run::Run;
use super::steps::{CheckIns, Close, Decisions, HotSeatStep, Next, Review};
use super::words;
use crate::domain::{SessionAct, Step};
use crate::state::{Memo, RwSignal};
use crate::ui::components::{Glyph, Heading, Icon, live};
use crate::ui::markup::view;
use leptos::prelude::*;

/// The clock beside the step at hand. A phone folds clock and steps into one bar that stays in sight.
#[component]
pub fn Running(run: Run) -> impl IntoView {
    let clock = clock_of(run);
    let step = Memo::new(move |_| clock.get().step);
    let is_unfolded = RwSignal::new(false);
    let content = move || match step.get() {
        Step::CheckIns => view! { <CheckIns run /> }.into_any(),
        Step::Review => view! { <Review run /> }.into_any(),
        Step::HotSeat => view! { <HotSeatStep run /> }.into_any(),
        Step::Decisions => view! { <Decisions run /> }.into_any(),
        Step::Next => view! { <Next run /> }.into_any(),
        Step::Close => view! { <Close run /> }.into_any(),
    };
    view! {
        <div class="page two-panes session" data-phase="running">
            <header class="head session__bar">
                <Place run />
                <Heading text=move || words::step(step.get()).to_owned() />
                <ClockBar run clock is_unfolded />
            </header>
            <div class="pane session__side" id="session-clock" data-unfolded=move || is_unfolded.get().then_some("yes")>
                <ClockCard run clock />
                <Stepper run clock on_chosen=Callback::new(move |()| is_unfolded.set(false)) />
            </div>
            <div class="pane">
                <Forgotten run />
                <p class="session__hint">{live(move || words::hint(step.get()))}</p>
                {live(content)}
                <SessionNotes run />
            </div>
            <Walk run step />
        </div>
    }
}

/// Back, and on to the next step or the end; within the thumb's reach on a phone.
#[component]
fn Walk(run: Run, step: Memo<Step>) -> impl IntoView {
    let back = move || {
        step.get().previous().map(|previous| {
            view! {
                <button type="button" class="btn" aria-label=words::back(previous) on:click=move |_| run.go(previous)>
                    <Icon glyph=Glyph::Left />
                    {words::BACK}
                </button>
            }
        })
    };
    let on = move || match step.get().next() {
        Some(next) => view! {
            <button type="button" class="btn" data-kind="main" on:click=move |_| run.go(next)>
                {words::next(next)}
                <Icon glyph=Glyph::Right />
            </button>
        }
        .into_any(),
        None => view! {
            <button type="button" class="btn" data-kind="main" data-way="end" on:click=move |_| end(run)>
                <Icon glyph=Glyph::Check />
                {words::END}
            </button>
        }
        .into_any(),
    };
    view! { <div class="session-walk">{live(back)} {live(on)}</div> }
}

/// Keeps the summary as it was typed, then ends the session.
fn end(run: Run) {
    if let Some(summary) = untrack(|| run.pad.summary.unsaved())
        && !run.quietly(SessionAct::Summarize(summary))
    {
        return;
    }
    run.tell(SessionAct::End, words::ENDED);
}
