//! The rhythm as sentences with gaps.

use super::gaps::{Gap, GapSelect, Weekly, Wrong, time_id};
use super::words;
use super::words::sentences;
use crate::domain::{Clock, Cycle, Field as Which, Interval, Rhythm, SessionTime, ZoneId, rhythm};
use crate::platform::{self, BrowserZones, DateStyle};
use crate::state::Memo;
use crate::state::{App, RwSignal, StoredValue};
use crate::ui::ask::{Request, submit, touched};
use crate::ui::components::{Elsewhere, Form, Problem, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::rhythm::{weekly_time, zone_options};
use crate::ui::text;
use crate::ui::text::action;
use leptos::prelude::*;

/// What was filled in, as it was typed.
#[derive(Clone, Copy)]
struct Gaps {
    interval: RwSignal<String>,
    /// Day and time of each clock.
    clocks: [(RwSignal<String>, RwSignal<String>); 3],
    minutes: RwSignal<String>,
    place: RwSignal<String>,
    zone: RwSignal<String>,
    /// What they were opened with.
    opening: StoredValue<Rhythm>,
}

impl Gaps {
    fn of(rhythm: &Rhythm) -> Self {
        let clock = |clock| {
            let time = rhythm.weekly(clock);
            let day = time.weekday.num_days_from_monday().to_string();
            (RwSignal::new(day), RwSignal::new(text::time::clock(time.minute)))
        };
        Self {
            interval: RwSignal::new(rhythm.interval.key().to_owned()),
            clocks: Clock::ALL.map(clock),
            minutes: RwSignal::new(rhythm.session.minutes.to_string()),
            place: RwSignal::new(rhythm.session.place.clone()),
            zone: RwSignal::new(rhythm.zone.as_str().to_owned()),
            opening: StoredValue::new(rhythm.clone()),
        }
    }

    /// What `newest` becomes by them, or the first clock without a time. Tracked.
    fn over(self, newest: &Rhythm) -> Result<Rhythm, Clock> {
        let weekly = |clock: Clock| {
            let (day, time) = self.clocks[place(clock)];
            weekly_time(&day.get(), &time.get()).ok_or(clock)
        };
        // What is no number is out of the range that the rules name.
        let minutes = self.minutes.get().trim().parse().unwrap_or(0);
        let typed = Rhythm {
            zone: ZoneId::new(&self.zone.get()),
            check_ins_due: weekly(Clock::CheckIns)?,
            session: SessionTime { at: weekly(Clock::Session)?, minutes, place: self.place.get().trim().to_owned() },
            next_steps_due: weekly(Clock::NextSteps)?,
            interval: self.interval.with(|key| Interval::from_key(key)).unwrap_or(newest.interval),
        };
        Ok(self.opening.with_value(|opening| merged(opening.clone(), typed, newest.clone())))
    }
}

/// `typed`, but as it is `now` wherever nobody touched it since the `opening`.
fn merged(opening: Rhythm, typed: Rhythm, now: Rhythm) -> Rhythm {
    Rhythm {
        zone: touched(&opening.zone, typed.zone, now.zone),
        check_ins_due: touched(&opening.check_ins_due, typed.check_ins_due, now.check_ins_due),
        session: SessionTime {
            at: touched(&opening.session.at, typed.session.at, now.session.at),
            minutes: touched(&opening.session.minutes, typed.session.minutes, now.session.minutes),
            place: touched(&opening.session.place, typed.session.place, now.session.place),
        },
        next_steps_due: touched(&opening.next_steps_due, typed.next_steps_due, now.next_steps_due),
        interval: touched(&opening.interval, typed.interval, now.interval),
    }
}

/// Where `clock` stands in [`Clock::ALL`].
const fn place(clock: Clock) -> usize {
    match clock {
        Clock::CheckIns => 0,
        Clock::Session => 1,
        Clock::NextSteps => 2,
    }
}

/// The rhythm that is typed, and the first week that may have it; tracked. Fails with a clock without a time.
fn asked(app: App, gaps: Gaps) -> Result<(Rhythm, Cycle), Clock> {
    let now = app.now().get();
    app.circle().with(|circle| {
        let rhythm = gaps.over(circle.rhythm.newest())?;
        let from = circle.rhythm.earliest_change(&BrowserZones, now, &rhythm);
        Ok((rhythm, from))
    })
}

fn monday(from: Cycle) -> String {
    platform::day_text(from.first_day(), DateStyle::DayMonth)
}

/// Changes the rhythm from the first week on of which all clocks are ahead.
#[component]
pub fn RhythmForm(on_done: Callback<()>) -> impl IntoView {
    let app = app();
    let gaps = app.circle().with_untracked(|circle| Gaps::of(circle.rhythm.newest()));
    let problem = Problem::none();
    let no_time = Clock::ALL.map(|_| Problem::none());
    let from = Memo::new(move |_| asked(app, gaps).ok().map(|(_, from)| from));
    let hint = move || from.get().map(|from| sentences::will_hold_from(&monday(from)));
    let send = submit(problem, on_done, move || {
        let asked = untrack(|| asked(app, gaps)).ok();
        Ok(asked
            .map(|(rhythm, from)| Request::new(rhythm::Command::Set { rhythm, from }, words::changed(&monday(from)))))
    });
    let on_submit = Callback::new(move |()| {
        no_time.into_iter().for_each(Problem::clear);
        match untrack(|| asked(app, gaps)) {
            Ok(_) => send.run(()),
            Err(clock) => no_time[place(clock)].say(Which::Value, words::NO_TIME),
        }
    });
    view! {
        <Form problem on_submit>
            <IntervalGap gaps />
            <ClockGaps clock=Clock::CheckIns gaps no_time />
            <SessionGaps gaps no_time problem />
            <ClockGaps clock=Clock::NextSteps gaps no_time />
            <ZoneGap gaps />
            <p class="field__hint">{live(hint)}</p>
            <Elsewhere problem />
            <div class="row"><button class="btn" data-kind="main">{action::SAVE}</button></div>
        </Form>
    }
}

/// "The circle meets ⟨every week⟩".
#[component]
fn IntervalGap(gaps: Gaps) -> impl IntoView {
    let options = Interval::ALL.map(|interval| (interval.key().to_owned(), words::interval(interval).to_owned()));
    view! {
        <p class="rhythm-gap-line">
            <label for="rhythm-interval">{words::INTERVAL}</label>
            <GapSelect id="rhythm-interval" label=words::INTERVAL value=gaps.interval options=options.into() />
        </p>
    }
}

/// The sentence of a clock that has a day and a time alone.
#[component]
fn ClockGaps(clock: Clock, gaps: Gaps, no_time: [Problem; 3]) -> impl IntoView {
    let ((day, time), problem) = (gaps.clocks[place(clock)], no_time[place(clock)]);
    view! {
        <p class="rhythm-gap-line"><Weekly clock day time problem /></p>
        <Wrong problem field=Which::Value id=time_id(clock) />
    }
}

/// The sentence of the session: when, how long, and where.
#[component]
fn SessionGaps(gaps: Gaps, no_time: [Problem; 3], problem: Problem) -> impl IntoView {
    let ((day, time), wrong) = (gaps.clocks[place(Clock::Session)], no_time[place(Clock::Session)]);
    view! {
        <p class="rhythm-gap-line">
            <Weekly clock=Clock::Session day time problem=wrong />
            <span>{sentences::AND}</span>
            <label for="review-minutes">{sentences::TAKES}</label>
            <Gap id="review-minutes" label=words::MINUTES value=gaps.minutes mode="numeric" problem field=Which::Minutes />
            <span>{sentences::UNIT}</span>
            <label for="review-place">{sentences::AT}</label>
            <Gap
                id="review-place"
                label=words::PLACE
                value=gaps.place
                example=sentences::PLACE_EXAMPLE
                problem
                field=Which::Place
            />
        </p>
        <Wrong problem=wrong field=Which::Value id=time_id(Clock::Session) />
        <Wrong problem field=Which::Minutes id="review-minutes" />
        <Wrong problem field=Which::Place id="review-place" />
    }
}

/// Whose clocks they are.
#[component]
fn ZoneGap(gaps: Gaps) -> impl IntoView {
    let options = zone_options(&gaps.zone.get_untracked());
    view! {
        <p class="rhythm-gap-line">
            <label for="rhythm-zone">{words::ZONE}</label>
            <GapSelect id="rhythm-zone" label=words::ZONE value=gaps.zone options />
        </p>
    }
}
