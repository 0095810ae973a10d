//! How steadily a member shows up and keeps what they promise, for themselves: no ranking.

use super::words;
use crate::domain::{Attendance, MemberId, MemberWeek, Streak, streak, week_table};
use crate::platform::{self, DateStyle};
use crate::state::{App, Memo};
use crate::ui::components::{When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use leptos::prelude::*;

/// As many weeks as a season and a bit.
const WEEKS: usize = 12;

/// The weeks of the member who is `shown`: a square each, and what they come to in words.
#[component]
pub fn Steadiness(shown: Memo<Option<MemberId>>) -> AnyView {
    let app = app();
    let weeks = Memo::new(move |_| shown.get().map(|member| weeks_of(app, &member)).unwrap_or_default());
    let came_to = Memo::new(move |_| weeks.with(|weeks| streak(weeks)));
    let has_any = move || weeks.with(|weeks| weeks.iter().any(|week| week.attendance == Attendance::In));
    let squares = move || weeks.get().into_iter().map(square).collect_view();
    let said = move || {
        let Streak { weeks, has_used_grace, comebacks, consistency, .. } = came_to.get();
        let lines = [
            Some(words::in_a_row(weeks, has_used_grace)),
            consistency.map(words::consistency),
            words::comebacks(comebacks),
        ];
        lines.into_iter().flatten().map(|line| view! { <li>{line}</li> }).collect_view()
    };
    view! {
        <When is=has_any>
            <section class="card steadiness" aria-labelledby="steadiness">
                <header class="card__head"><h2 id="steadiness">{words::STEADINESS}</h2></header>
                <ol class="steadiness__weeks">{live(squares)}</ol>
                <ul class="steadiness__said">{live(said)}</ul>
            </section>
        </When>
    }
    .into_any()
}

fn weeks_of(app: App, member: &MemberId) -> Vec<MemberWeek> {
    app.circle().with(|circle| week_table(app.present(circle), WEEKS).of(member).to_vec())
}

/// One week; its words are for those who do not see the square.
fn square(week: MemberWeek) -> AnyView {
    let day = platform::day_text(week.cycle.first_day(), DateStyle::DayMonth);
    let said = words::week(&day, week);
    let unseen = said.clone();
    // Of a week that is not over what is open counts as well: it is not full yet.
    let rate = if week.attendance == Attendance::Pending { Some(week.tally.share()) } else { week.tally.keep_rate() };
    let share = rate.map(|rate| format!("{:.0}%", rate * 100.0));
    view! {
        <li class="steadiness__week" data-state=words::attendance_key(week.attendance) title=said>
            <span class="steadiness__kept" style:block-size=share.unwrap_or_default() aria-hidden="true"></span>
            <span class="unseen">{unseen}</span>
        </li>
    }
    .into_any()
}
