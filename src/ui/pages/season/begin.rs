//! Beginning the next season.

use super::data::NextStep;
use super::words;
use crate::domain::{Cycle, Field as Which, Refusal, SEASON_WEEKS, season, season_last_day};
use crate::platform::{self, DateStyle};
use crate::state::Memo;
use crate::ui::ask::{Entry, Request, submit};
use crate::ui::components::{Elsewhere, Form, Problem, Select, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use leptos::prelude::*;

/// How long a season is unless somebody chooses.
const USUAL: &str = "10";

fn day_text(day: crate::domain::Day) -> String {
    platform::day_text(day, DateStyle::WeekdayDayMonth)
}

/// The card: from when on and how long, or what was begun already; nothing while the season runs.
#[component]
pub fn Next(step: Memo<NextStep>) -> AnyView {
    let app = app();
    let from = Memo::new(move |_| app.circle().with(|circle| circle.next_season_from(app.cycle.get())));
    let begun = Memo::new(move |_| {
        app.circle().with(|circle| {
            let next = circle.season_after(circle.season_at_hand(app.cycle.get())?)?;
            Some(words::begun(&day_text(next.first.first_day()), u16::from(next.weeks)))
        })
    });
    let form = move || from.get().map(|first| view! { <BeginForm first step /> });
    view! {
        <When is=move || from.with(Option::is_some) || begun.with(Option::is_some)>
            <section class="card season-next" aria-labelledby="next-season">
                <header class="card__head"><h2 id="next-season" tabindex="-1">{words::NEXT}</h2></header>
                <p>{live(move || begun.get())}</p>
                {live(form)}
            </section>
        </When>
    }
    .into_any()
}

#[component]
fn BeginForm(first: Cycle, step: Memo<NextStep>) -> AnyView {
    let app = app();
    let (weeks, problem) = (Entry::of(USUAL), Problem::none());
    let is_first = app.circle().with_untracked(|circle| circle.seasons.is_empty());
    let options =
        SEASON_WEEKS.map(|weeks| (weeks.to_string(), words::weeks(weeks, &day_text(season_last_day(first, weeks)))));
    let options = Memo::stored(options.collect::<Vec<_>>());
    let kind = move || if step.get() == NextStep::Begin { "main" } else { "" };
    let on_done = Callback::new(move |()| platform::focus_near("next-season"));
    let on_submit = submit(problem, on_done, move || {
        let weeks = weeks.text().parse().map_err(|_| Refusal::Empty(Which::Weeks))?;
        Ok(Some(Request::new(season::Command::Begin(weeks), words::BEGUN)))
    });
    view! {
        <Form problem on_submit>
            <p>{words::begins(&day_text(first.first_day()))}</p>
            <Select id="season-weeks" label=words::NEXT_WEEKS value=weeks.typed options />
            {(!is_first).then(|| view! { <p class="field__hint">{words::NEXT_HINT}" "<a href=Page::Charter.href()>{words::CHARTER}</a></p> })}
            <Elsewhere problem />
            <div class="row">
                <button class="btn" data-kind=kind>{if is_first { words::FIRST_BEGIN } else { words::NEXT_BEGIN }}</button>
            </div>
        </Form>
    }
    .into_any()
}
