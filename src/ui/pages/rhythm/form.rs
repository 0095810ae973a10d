//! The rhythm as sentences with gaps.

use crate::domain::{Clock, Command, Field as Which, Review, Rhythm, ZoneId};
use crate::platform::{self, BrowserZones, DateStyle};
use crate::state::App;
use crate::ui::components::Problem;
use crate::ui::context::app;
use crate::ui::pages::first_run::{weekday_options, weekly_time};
use crate::ui::text::{
    self, action,
    rhythm::{self as words, sentences},
};
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
        }
    }

    fn rhythm(self) -> Rhythm {
        let [updates_due, at, next_steps_due] = self.clocks.map(|(day, time)| weekly_time(&day.get(), &time.get()));
        // What is no number is out of the range that the rules name.
        let minutes = self.minutes.get().trim().parse().unwrap_or(0);
        let review = Review { at, minutes, place: self.place.get() };
        Rhythm { zone: ZoneId::new(&self.zone.get()), updates_due, review, next_steps_due }
    }
}

/// Changes the rhythm from the first week on of which all clocks are ahead.
#[component]
pub fn RhythmForm(on_done: Callback<()>) -> impl IntoView {
    let app = app();
    let draft = app.circle().with_untracked(|circle| Draft::of(circle.rhythm.newest()));
    let zones = zone_options(&draft.zone.get_untracked());
    let problem = Problem::none();
    let from = Memo::new(move |_| {
        let (rhythm, now) = (draft.rhythm(), app.now().get());
        app.circle().with(|circle| circle.rhythm.earliest_change(&BrowserZones, now, &rhythm))
    });
    let monday = move || sentences::will_hold_from(&platform::day_text(from.get().first_day(), DateStyle::DayMonth));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        problem.clear();
        save(app, untrack(|| draft.rhythm()), problem, on_done);
    };
    let [updates, review, next_steps] = draft.clocks;
    view! {
        <form class="form gaps" on:submit=submit novalidate>
            <p class="gap-line">
                <Weekly clock=Clock::Updates gaps=updates />
            </p>
            <p class="gap-line">
                <Weekly clock=Clock::Review gaps=review />
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
            <Wrong problem field=Which::Minutes id="review-minutes" />
            <Wrong problem field=Which::Place id="review-place" />
            <p class="gap-line">
                <Weekly clock=Clock::NextSteps gaps=next_steps />
            </p>
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
    match app.dispatch(Command::SetRhythm { rhythm, from }) {
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
fn Weekly(clock: Clock, gaps: (RwSignal<String>, RwSignal<String>)) -> impl IntoView {
    let (day, time) = gaps;
    let (day_id, time_id) = (format!("{}-day", words::slug(clock)), format!("{}-time", words::slug(clock)));
    view! {
        <label for=day_id.clone()>{words::day_label(clock)}</label>
        <GapSelect id=day_id label=words::day_label(clock) value=day options=weekday_options() />
        <label for=time_id.clone()>{sentences::AT}</label>
        <input id=time_id class="gap" type="time" aria-label=words::time_label(clock) required bind:value=time />
    }
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
fn Wrong(problem: Problem, field: Which, id: &'static str) -> impl IntoView {
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
