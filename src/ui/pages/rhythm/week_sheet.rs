//! One week: what happens in it, its pause, and its review at another time.

use super::words as rhythm_words;
use super::words::week as words;
use crate::domain::{
    Arrange, Clock, Cycle, Tense, Timestamp, WeekStanding, ZoneId, ZoneRules, iso_day, parse_local, rhythm,
};
use crate::platform::{self, BrowserZones, DateStyle};
use crate::state::Memo;
use crate::state::{App, RwSignal, StoredValue};
use crate::ui::ask::{Request, submit};
use crate::ui::components::{Elsewhere, Form, Glyph, Icon, Problem, When, doubt, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::rhythm::events::{EventRow, event};
use crate::ui::text::time;
use chrono::{NaiveDateTime, Timelike};
use leptos::prelude::*;

/// The week `cycle`; `on_done` is called when something was changed.
#[component]
pub fn WeekSheet(cycle: Cycle, on_done: Callback<()>) -> impl IntoView {
    let app = app();
    let standing = Memo::new(move |_| app.circle().with(|circle| WeekStanding::of(app.present(circle), cycle)));
    let problem = Problem::none();
    let next = move || {
        app.circle().with(|circle| {
            let next = circle.rhythm.next_held(cycle);
            circle
                .rhythm
                .occasion(&BrowserZones, next, Clock::Session)
                .map(|review| moment(review.at))
                .unwrap_or_default()
        })
    };
    let is_over = move || standing.with(|week| week.tense == Tense::Past);
    view! {
        <div class="stack rhythm-sheet">
            <Events cycle />
            <When is=is_over><p>{live(move || words::is_over(&next()))}</p></When>
            <Elsewhere problem />
            <When is=move || standing.with(|week| !week.is_skipped)><MoveSession cycle standing problem on_done /></When>
            <When is=move || !is_over()><Pause cycle standing problem on_done /></When>
        </div>
    }
}

#[component]
fn Events(cycle: Cycle) -> impl IntoView {
    let app = app();
    let rows = move || {
        app.circle().with(|circle| {
            let zone = circle.rhythm.of(cycle).zone.clone();
            let found = Clock::ALL.into_iter().filter_map(|clock| circle.rhythm.occasion(&BrowserZones, cycle, clock));
            let mut found: Vec<_> = found.collect();
            found.arrange_by_key(|occasion| occasion.at);
            let row = |occasion| event(EventRow::of(&zone, &occasion), String::new(), false);
            found.into_iter().map(row).collect_view()
        })
    };
    let is_skipped = Memo::new(move |_| app.circle().with(|circle| circle.rhythm.is_skipped(cycle)));
    view! {
        <When is=move || !is_skipped.get() otherwise=|| view! { <p>{words::IS_PAUSED}</p> }>
            <ol class="event-list">{live(rows)}</ol>
        </When>
    }
}

/// What a button does: it sends `command` and says `said`, or shows in the dialog why not.
fn changing(problem: Problem, on_done: Callback<()>, command: rhythm::Command, said: String) -> Callback<()> {
    submit(problem, on_done, move || Ok(Some(Request::new(command.clone(), said.clone()))))
}

/// "23 Nov", the first day of `cycle`.
fn monday(cycle: Cycle) -> String {
    platform::day_text(cycle.first_day(), DateStyle::DayMonth)
}

#[component]
fn Pause(cycle: Cycle, standing: Memo<WeekStanding>, problem: Problem, on_done: Callback<()>) -> impl IntoView {
    let app = app();
    let is_skipped = Memo::new(move |_| standing.with(|week| week.is_skipped));
    let due = move || app.circle().with(|circle| moment(circle.rhythm.due(&BrowserZones, cycle).at));
    let why = move || {
        let due = due();
        if is_skipped.get() { words::stays_paused(&due) } else { words::too_late(&due) }
    };
    let pause = changing(problem, on_done, rhythm::Command::Skip(cycle), words::paused(&monday(cycle)));
    let resume = changing(problem, on_done, rhythm::Command::Resume(cycle), words::resumed(&monday(cycle)));
    let on = move || {
        view! {
            <p class="quiet">{words::PAUSE_HINT}</p>
            <button type="button" class="btn" on:click=move |_| pause.run(())><Icon glyph=Glyph::Pause />{words::PAUSE}</button>
        }
    };
    view! {
        <section class="rhythm-part">
            <h3>{words::PAUSE_TITLE}</h3>
            <When is=move || standing.with(|week| !week.is_due) otherwise=move || view! { <p class="quiet">{live(why)}</p> }>
                <When is=is_skipped otherwise=on>
                    <button type="button" class="btn" data-kind="main" on:click=move |_| resume.run(())><Icon glyph=Glyph::Play />{words::RESUME}</button>
                </When>
            </When>
        </section>
    }
}

#[component]
fn MoveSession(cycle: Cycle, standing: Memo<WeekStanding>, problem: Problem, on_done: Callback<()>) -> impl IntoView {
    let app = app();
    let other = OtherTime::of(app, cycle);
    let moving = submit(problem, on_done, move || {
        let to = untrack(|| other.local()).map(|to| rhythm::Command::MoveSession { cycle, to });
        Ok(to.map(|to| Request::new(to, words::moved(&monday(cycle)))))
    });
    let on_submit = Callback::new(move |()| match untrack(|| other.local()) {
        Some(_) => moving.run(()),
        None => problem.say_whole(words::NO_TIME),
    });
    let keep = changing(problem, on_done, rhythm::Command::KeepSession(cycle), words::kept(&monday(cycle)));
    let usual = move || {
        let usual = app.circle().with(|circle| circle.rhythm.of(cycle).local(cycle, Clock::Session));
        words::usual(&local_text(usual))
    };
    view! {
        <Form problem on_submit class="rhythm-part form">
            <h3>{words::MOVE_TITLE}</h3>
            <Gaps other />
            <When is=move || standing.with(|week| week.is_moved)><p class="quiet">{live(usual)}</p></When>
            <div class="row">
                <button class="btn">{words::MOVE}</button>
                <When is=move || standing.with(|week| week.is_moved)>
                    <button type="button" class="btn" on:click=move |_| keep.run(())>{words::KEEP}</button>
                </When>
            </div>
        </Form>
    }
}

/// Another time for the session of a week, as it is typed on the circle's clocks.
#[derive(Clone, Copy)]
struct OtherTime {
    date: RwSignal<String>,
    hour: RwSignal<String>,
    zone: StoredValue<ZoneId>,
}

impl OtherTime {
    /// The time that holds for `cycle` so far.
    fn of(app: App, cycle: Cycle) -> Self {
        app.circle().with_untracked(|circle| {
            let rhythm = circle.rhythm.of(cycle);
            let held = circle.rhythm.occasion(&BrowserZones, cycle, Clock::Session);
            let held = held.map_or_else(|| rhythm.local(cycle, Clock::Session), |held| held.local);
            Self {
                date: RwSignal::new(iso_day(held.date())),
                hour: RwSignal::new(format!("{:02}:{:02}", held.hour(), held.minute())),
                zone: StoredValue::new(rhythm.zone.clone()),
            }
        })
    }

    /// What was typed; `None` while something is missing. Tracked.
    fn local(self) -> Option<NaiveDateTime> {
        parse_local(&format!("{}T{}", self.date.get(), self.hour.get()))
    }
}

/// Day and time to fill in, and what they are on the viewer's clocks.
#[component]
fn Gaps(other: OtherTime) -> impl IntoView {
    let OtherTime { date, hour, zone } = other;
    let app = app();
    let preview = move || other.local().and_then(|local| zone.with_value(|zone| for_you(zone, local)));
    let asked = move || date.with(|date| doubt(date, app.today()));
    view! {
        <p class="rhythm-gap-line">
            <label for="review-date">{words::DATE}</label>
            <input id="review-date" class="rhythm-gap" type="date" aria-describedby="review-preview review-doubt" required bind:value=date />
            <label for="review-hour">{words::TIME}</label>
            <input id="review-hour" class="rhythm-gap" type="time" aria-describedby="review-preview" required bind:value=hour />
            <span>{zone.with_value(|zone| words::clocks(&time::city(zone)))}</span>
        </p>
        <p class="quiet" id="review-preview">{live(preview)}</p>
        <p class="field__hint" id="review-doubt">{live(asked)}</p>
    }
}

/// "Sat, 5 Dec, 11:00" on the viewer's clocks.
fn moment(at: Timestamp) -> String {
    moment_in(at, None)
}

fn moment_in(at: Timestamp, zone: Option<&ZoneId>) -> String {
    let text = |style| platform::instant_text(at, style, zone);
    format!("{}, {}", text(DateStyle::WeekdayDayMonth), text(DateStyle::Time))
}

/// "Fri, 4 Dec, 17:00" as the circle's clocks show it.
fn local_text(local: NaiveDateTime) -> String {
    moment_in(Timestamp::from_local(local, 0), Some(&ZoneId::utc()))
}

/// What `local` in `zone` is on the viewer's clocks, where they show something else, and what is odd about it.
fn for_you(zone: &ZoneId, local: NaiveDateTime) -> Option<String> {
    let resolved = BrowserZones.resolve(zone, local);
    let own = moment(resolved.at);
    let differs = (own != moment_in(resolved.at, Some(zone))).then(|| words::for_you(&own));
    let odd = rhythm_words::odd(resolved.kind);
    let parts = [differs.unwrap_or_default(), odd.to_owned()].map(|part| part.trim().to_owned());
    let said = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    (!said.is_empty()).then_some(said)
}
