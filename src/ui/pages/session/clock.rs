//! The one big clock, and the steps around it.

use super::run::Run;
use super::words;
use crate::domain::{ClockState, MINUTE, SessionAct, SessionClock, Step, StepClock};
use crate::platform::{self, DateStyle};
use crate::state::{Memo, RwSignal};
use crate::ui::components::{Glyph, Icon, When, live};
use crate::ui::markup::view;
use leptos::prelude::*;
use std::f64::consts::TAU;

/// Minutes that "more" gives.
const MORE: u8 = 2;
/// The dial's radius and centre, in the units of its view box.
const RADIUS: f64 = 88.0;
const CENTRE: f64 = 100.0;
/// Between two arcs, in radians: their round ends stand out by half of it.
const GAP: f64 = 0.16;

/// The clock, each second, at each move, and right when the tab comes back.
pub fn clock_of(run: Run) -> Memo<SessionClock> {
    let beat = RwSignal::new(platform::now());
    let strike = move || beat.set(platform::now());
    platform::every(1000, strike);
    platform::on_return(move |_| strike());
    Memo::new(move |_| {
        beat.track();
        run.session.with(|session| session.clock(platform::now()))
    })
}

/// Whole minutes of `millis`, rounded.
pub fn minutes_of(millis: i64) -> i64 {
    (millis + MINUTE / 2).div_euclid(MINUTE)
}

/// What the clock looks like.
fn look(clock: &SessionClock) -> &'static str {
    match clock.state {
        ClockState::Paused => "paused",
        _ if clock.current().left() < 0 => "over",
        _ => "running",
    }
}

/// What the time in a clock of that `look` is.
fn what(look: &str) -> &'static str {
    match look {
        "paused" => words::STANDS,
        "over" => words::OVER,
        _ => words::LEFT,
    }
}

/// Time left in the step, the whole time, and what can be done about either.
#[component]
pub fn ClockCard(run: Run, clock: Memo<SessionClock>) -> impl IntoView {
    let look = Memo::new(move |_| look(&clock.get()));
    let left = Memo::new(move |_| words::clock(clock.get().current().left()));
    let what = move || what(look.get());
    view! {
        <section class="session-dial" aria-label=words::CLOCK data-state=look>
            <div class="session-dial__face">
                <Arcs clock />
                <div class="session-dial__time">
                    <p class="session-dial__left" role="timer" aria-label=words::TIMER>
                        {left}
                        " "
                        <span class="unseen">{live(what)}</span>
                    </p>
                    <p class="session-dial__what" aria-hidden="true">{live(what)}</p>
                </div>
            </div>
            <div class="session-dial__side">
                <Whole clock />
                <Moves run clock />
            </div>
        </section>
    }
}

/// The time of the whole session.
#[component]
fn Whole(clock: Memo<SessionClock>) -> impl IntoView {
    let whole = Memo::new(move |_| {
        let clock = clock.get();
        (minutes_of(clock.spent()), minutes_of(clock.allowed()))
    });
    let end = Memo::new(move |_| {
        let rest = clock.get().steps.map(|step| step.left().max(0)).iter().sum();
        platform::instant_text(platform::now().plus(rest), DateStyle::Time, None)
    });
    view! {
        <p class="session-dial__whole">
            <span>{live(move || words::whole(whole.get().0, whole.get().1))}</span>
            <small>{live(move || words::ends(&end.get()))}</small>
        </p>
    }
}

/// What a phone shows of the clock while one scrolls: which step it is, what is left of it, pause. The first is
/// the way to all steps and to more time.
#[component]
pub fn ClockBar(run: Run, clock: Memo<SessionClock>, is_unfolded: RwSignal<bool>) -> impl IntoView {
    let look = Memo::new(move |_| look(&clock.get()));
    let left = Memo::new(move |_| {
        let left = clock.get().current().left();
        if left < 0 { words::over_by(left) } else { words::clock(left) }
    });
    let nth = Memo::new(move |_| clock.get().step as usize + 1);
    let (is_paused, toggle) = pausing(run, clock);
    let glyph = move || if is_paused.get() { Glyph::Play } else { Glyph::Pause };
    view! {
        <div class="session-clock-bar" data-state=look>
            <button
                type="button"
                class="session-clock-bar__steps"
                aria-label=move || words::step_of(nth.get(), Step::ALL.len())
                aria-expanded=move || is_unfolded.get().to_string()
                aria-controls="session-clock"
                on:click=move |_| is_unfolded.update(|is| *is = !*is)
            >
                {live(move || words::fraction(nth.get(), Step::ALL.len()))}
                <Icon glyph=Glyph::Down />
            </button>
            <p class="session-clock-bar__left" role="timer" aria-label=words::TIMER>
                {left}
                <span class="unseen">" "{live(move || what(look.get()))}</span>
            </p>
            <button
                type="button"
                class="btn-round"
                aria-label=move || if is_paused.get() { words::RESUME } else { words::PAUSE }
                on:click=move |_| toggle.run(())
            >
                {live(move || view! { <Icon glyph=glyph() /> })}
            </button>
        </div>
    }
}

/// Whether the clock stands, and how that is changed.
fn pausing(run: Run, clock: Memo<SessionClock>) -> (Memo<bool>, Callback<()>) {
    let is_paused = Memo::new(move |_| clock.get().state == ClockState::Paused);
    let toggle = Callback::new(move |()| {
        run.quietly(if is_paused.get_untracked() { SessionAct::Resume } else { SessionAct::Pause });
    });
    (is_paused, toggle)
}

/// Pause or go on, and a little more time.
#[component]
fn Moves(run: Run, clock: Memo<SessionClock>) -> impl IntoView {
    let (is_paused, toggle) = pausing(run, clock);
    let more = move |_| {
        run.quietly(SessionAct::More(clock.get_untracked().step, MORE));
    };
    let pause = || {
        view! {
            <Icon glyph=Glyph::Pause />
            {words::PAUSE}
        }
    };
    view! {
        <div class="row">
            <button type="button" class="btn session-dial__pause" on:click=move |_| toggle.run(())>
                <When is=move || is_paused.get() otherwise=pause>
                    <Icon glyph=Glyph::Play />
                    {words::RESUME}
                </When>
            </button>
            <button type="button" class="btn" on:click=more>
                {words::MORE}
                <span class="unseen">{words::MORE_FOR}</span>
            </button>
        </div>
    }
}

/// Six arcs, as long as the steps may be, that fill with the time that was taken.
#[component]
fn Arcs(clock: Memo<SessionClock>) -> impl IntoView {
    let arcs = Memo::new(move |_| drawn(&clock.get()));
    let path = |(state, bed, fill): (&'static str, String, Option<String>)| {
        let fill = fill.map(|fill| view! { <path class="session-dial__fill" d=fill /> });
        view! { <g data-state=state><path class="session-dial__bed" d=bed />{fill}</g> }
    };
    view! { <svg viewBox="0 0 200 200" aria-hidden="true">{live(move || arcs.get().into_iter().map(path).collect_view())}</svg> }
}

/// State, bed and filled part of each arc. Angles are rounded, so that the picture changes no oftener than it
/// can be seen.
fn drawn(clock: &SessionClock) -> Vec<(&'static str, String, Option<String>)> {
    let whole = clock.allowed().max(1) as f64;
    let mut from = 0.0;
    let arc_of = |step: StepClock| {
        let length = TAU * step.allowed as f64 / whole;
        let (begin, end) = (from + GAP / 2.0, (from + length - GAP / 2.0).max(from + GAP / 2.0 + 0.01));
        from += length;
        let share = (step.spent as f64 / step.allowed.max(1) as f64).min(1.0);
        let fill = (share > 0.0).then(|| arc(begin, begin + (end - begin) * share));
        (state_of(clock.step, step), arc(begin, end), fill)
    };
    clock.steps.map(arc_of).into()
}

fn state_of(current: Step, step: StepClock) -> &'static str {
    match step {
        StepClock { step, .. } if step == current => "now",
        StepClock { spent: 1.., .. } => "done",
        StepClock { .. } => "next",
    }
}

fn arc(from: f64, to: f64) -> String {
    let round = |value: f64| (value * 10.0).round() / 10.0;
    let point =
        |angle: f64| (round(CENTRE + RADIUS * platform::sine(angle)), round(CENTRE - RADIUS * platform::cosine(angle)));
    let ((x, y), (u, v)) = (point(from), point(to));
    let large = u8::from(to - from > TAU / 2.0);
    format!("M{x} {y}A{RADIUS} {RADIUS} 0 {large} 1 {u} {v}")
}

/// The six steps with their minutes; each is a way there.
#[component]
pub fn Stepper(run: Run, clock: Memo<SessionClock>, on_chosen: Callback<()>) -> impl IntoView {
    let row = move |step: Step| {
        let own = Memo::new(move |_| {
            let clock = clock.get();
            let time = clock.steps[step as usize];
            (state_of(clock.step, time), minutes_of(time.allowed))
        });
        let state = move || own.get().0;
        let current = move || (own.get().0 == "now").then_some("step");
        let go = move |_| {
            on_chosen.run(());
            run.go(step);
        };
        view! {
            <li data-state=state>
                <button type="button" aria-current=current on:click=go>
                    <span class="session-stepper__mark">{step as usize + 1}</span>
                    " "
                    <span class="session-stepper__name">{words::step(step)}</span>
                    " "
                    <span class="session-stepper__minutes">{live(move || words::min(own.get().1))}</span>
                </button>
            </li>
        }
    };
    view! {
        <nav class="session-stepper" aria-label=words::STEPS>
            <ol>{Step::ALL.map(row).into_iter().collect_view()}</ol>
        </nav>
    }
}
