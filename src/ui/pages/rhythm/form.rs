//! The rhythm as sentences with gaps.

use super::words;
use super::words::sentences;
use crate::domain::{Clock, Command, Field as Which, Review, Rhythm, ZoneId, rhythm};
use crate::platform::{self, BrowserZones, DateStyle};
use crate::state::App;
use crate::ui::components::Problem;
use crate::ui::context::app;
use crate::ui::shared::rhythm::{weekday_options, weekly_time};
use crate::ui::text;
use crate::ui::text::action;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// What was filled in, as it was typed.
#[derive(Clone, Copy)]
struct Draft {
    /// Day and time of each clock.
    clocks: [(RwSignal<String>, RwSignal<String>); 3],
    minutes: RwSignal<String>,
    place: RwSignal<String>,
    zone: RwSignal<String>,
    /// What stood there when the form was opened.
    opening: StoredValue<Rhythm>,
}

impl Draft {
    fn of(rhythm: &Rhythm) -> Self {
        let gaps = |clock| {
            let time = rhythm.weekly(clock);
            let day = time.weekday.num_days_from_monday().to_string();
            (RwSignal::new(day), RwSignal::new(text::time::clock(time.minute)))
        };
        Self {
            clocks: Clock::ALL.map(gaps),
            minutes: RwSignal::new(rhythm.review.minutes.to_string()),
            place: RwSignal::new(rhythm.review.place.clone()),
            zone: RwSignal::new(rhythm.zone.as_str().to_owned()),
            opening: StoredValue::new(rhythm.clone()),
        }
    }

    /// What `newest` becomes by it, or the first clock without a time.
    fn rhythm(self, newest: &Rhythm) -> Result<Rhythm, Clock> {
        let weekly = |clock: Clock| {
            let (day, time) = self.clocks[place(clock)];
            weekly_time(&day.get(), &time.get()).ok_or(clock)
        };
        // What is no number is out of the range that the rules name.
        let minutes = self.minutes.get().trim().parse().unwrap_or(0);
        let typed = Rhythm {
            zone: ZoneId::new(&self.zone.get()),
            updates_due: weekly(Clock::Updates)?,
            review: Review { at: weekly(Clock::Review)?, minutes, place: self.place.get().trim().to_owned() },
            next_steps_due: weekly(Clock::NextSteps)?,
            interval: newest.interval,
        };
        Ok(self.opening.with_value(|opening| changed(opening, typed, newest)))
    }
}

/// `typed`, but as `newest` has it wherever it is still as at the `opening`: what another device changed
/// meanwhile stays.
fn changed(opening: &Rhythm, typed: Rhythm, newest: &Rhythm) -> Rhythm {
    fn one<T: PartialEq + Clone>(opening: &T, typed: T, newest: &T) -> T {
        if typed == *opening { newest.clone() } else { typed }
    }
    Rhythm {
        zone: one(&opening.zone, typed.zone, &newest.zone),
        updates_due: one(&opening.updates_due, typed.updates_due, &newest.updates_due),
        review: Review {
            at: one(&opening.review.at, typed.review.at, &newest.review.at),
            minutes: one(&opening.review.minutes, typed.review.minutes, &newest.review.minutes),
            place: one(&opening.review.place, typed.review.place, &newest.review.place),
        },
        next_steps_due: one(&opening.next_steps_due, typed.next_steps_due, &newest.next_steps_due),
        interval: one(&opening.interval, typed.interval, &newest.interval),
    }
}

/// Where `clock` stands in [`Clock::ALL`].
const fn place(clock: Clock) -> usize {
    match clock {
        Clock::Updates => 0,
        Clock::Review => 1,
        Clock::NextSteps => 2,
    }
}

/// Changes the rhythm from the first week on of which all clocks are ahead.
#[component]
pub fn RhythmForm(on_done: Callback<()>) -> impl IntoView {
    let app = app();
    let draft = app.circle().with_untracked(|circle| Draft::of(circle.rhythm.newest()));
    let zones = zone_options(&draft.zone.get_untracked());
    let problem = Problem::none();
    let no_time = Clock::ALL.map(|_| Problem::none());
    let from = Memo::new(move |_| {
        let now = app.now().get();
        app.circle().with(|circle| {
            let rhythm = draft.rhythm(circle.rhythm.newest()).ok()?;
            Some(circle.rhythm.earliest_change(&BrowserZones, now, &rhythm))
        })
    });
    let monday = move || {
        from.get().map(|from| sentences::will_hold_from(&platform::day_text(from.first_day(), DateStyle::DayMonth)))
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        problem.clear();
        no_time.into_iter().for_each(Problem::clear);
        match untrack(|| app.circle().with(|circle| draft.rhythm(circle.rhythm.newest()))) {
            Ok(rhythm) => save(app, rhythm, problem, on_done),
            Err(clock) => no_time[place(clock)].say(Which::Value, words::NO_TIME),
        }
    };
    view! {
        <form class="form gaps" on:submit=submit novalidate>
            <p class="gap-line">
                <Weekly clock=Clock::Updates draft problem=no_time[0] />
            </p>
            <Wrong problem=no_time[0] field=Which::Value id=time_id(Clock::Updates) />
            <p class="gap-line">
                <Weekly clock=Clock::Review draft problem=no_time[1] />
                <span>{sentences::AND}</span>
                <label for="review-minutes">{sentences::TAKES}</label>
                <Gap id="review-minutes" label=words::MINUTES value=draft.minutes mode="numeric" problem field=Which::Minutes />
                <span>{sentences::UNIT}</span>
                <label for="review-place">{sentences::AT}</label>
                <Gap
                    id="review-place"
                    label=words::PLACE
                    value=draft.place
                    example=sentences::PLACE_EXAMPLE
                    problem
                    field=Which::Place
                />
            </p>
            <Wrong problem=no_time[1] field=Which::Value id=time_id(Clock::Review) />
            <Wrong problem field=Which::Minutes id="review-minutes" />
            <Wrong problem field=Which::Place id="review-place" />
            <p class="gap-line">
                <Weekly clock=Clock::NextSteps draft problem=no_time[2] />
            </p>
            <Wrong problem=no_time[2] field=Which::Value id=time_id(Clock::NextSteps) />
            <p class="gap-line">
                <label for="rhythm-zone">{words::ZONE}</label>
                <GapSelect id="rhythm-zone" label=words::ZONE value=draft.zone options=zones />
            </p>
            <p class="field__hint">{monday}</p>
            {move || problem.elsewhere().map(|words| view! { <p class="field__problem" role="alert">{words}</p> })}
            <div class="row"><button class="btn" data-kind="main">{action::SAVE}</button></div>
        </form>
    }
}

fn save(app: App, rhythm: Rhythm, problem: Problem, on_done: Callback<()>) {
    let now = app.now().get_untracked();
    let from = app.circle().with_untracked(|circle| circle.rhythm.earliest_change(&BrowserZones, now, &rhythm));
    match app.dispatch(Command::Rhythm(rhythm::Command::Set { rhythm, from })) {
        Ok(undo) => {
            let monday = platform::day_text(from.first_day(), DateStyle::DayMonth);
            app.say(words::changed(&monday), Some(Arc::new(move || app.undo(&undo))));
            on_done.run(());
        }
        Err(refusal) => problem.show(refusal),
    }
}

/// Every zone that the browser knows, and `chosen` even if it does not.
fn zone_options(chosen: &str) -> Vec<(String, String)> {
    let mut zones = platform::known_zones();
    if !zones.iter().any(|known| known == chosen) {
        zones.push(chosen.to_owned());
    }
    zones.into_iter().map(|zone| (zone.clone(), zone.replace('_', " "))).collect()
}

/// "The review is on ⟨Friday⟩ at ⟨17:00⟩".
#[component]
fn Weekly(clock: Clock, draft: Draft, problem: Problem) -> impl IntoView {
    let (day, time) = draft.clocks[place(clock)];
    let (day_id, time_id) = (format!("{}-day", words::slug(clock)), time_id(clock));
    let described = format!("{time_id}-problem");
    let is_wrong = move || problem.at(Which::Value).is_some().then_some("true");
    view! {
        <label for=day_id.clone()>{words::day_label(clock)}</label>
        <GapSelect id=day_id label=words::day_label(clock) value=day options=weekday_options() />
        <label for=time_id.clone()>{sentences::AT}</label>
        <input
            id=time_id
            class="gap"
            type="time"
            aria-label=words::time_label(clock)
            aria-describedby=described
            aria-invalid=is_wrong
            required
            bind:value=time
        />
    }
}

fn time_id(clock: Clock) -> String {
    format!("{}-time", words::slug(clock))
}

/// A gap to be written into. Its whole label is for who does not see the sentence.
#[component]
fn Gap(
    id: &'static str,
    label: &'static str,
    value: RwSignal<String>,
    problem: Problem,
    field: Which,
    #[prop(default = "text")] mode: &'static str,
    #[prop(optional)] example: &'static str,
) -> impl IntoView {
    let is_wrong = move || problem.at(field).is_some().then_some("true");
    view! {
        <input
            id=id
            class="gap"
            data-mode=mode
            inputmode=mode
            placeholder=example
            dir="auto"
            autocomplete="off"
            aria-label=label
            aria-describedby=format!("{id}-problem")
            aria-invalid=is_wrong
            bind:value=value
        />
    }
}

/// What is wrong with a gap, below its sentence.
#[component]
fn Wrong(problem: Problem, field: Which, #[prop(into)] id: String) -> impl IntoView {
    move || problem.at(field).map(|words| view! { <p class="field__problem" id=format!("{id}-problem")>{words}</p> })
}

/// A gap with a list to choose from.
#[component]
fn GapSelect(
    #[prop(into)] id: String,
    label: &'static str,
    value: RwSignal<String>,
    options: Vec<(String, String)>,
) -> impl IntoView {
    let chosen = value.get_untracked();
    let option = |(key, words): (String, String)| {
        let is_chosen = key == chosen;
        view! { <option value=key selected=is_chosen>{words}</option> }
    };
    let options = options.into_iter().map(option).collect_view();
    view! {
        <select id=id class="gap" aria-label=label on:change:target=move |event| value.set(event.target().value())>
            {options}
        </select>
    }
}
