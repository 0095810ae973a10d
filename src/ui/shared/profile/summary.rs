//! What somebody said of themselves, each answer with the way to change it.

use super::words;
use crate::domain::{Profile, ProfileQuestion, WeeklyHours};
use crate::state::{Memo, RwSignal};
use crate::ui::components::{When, live};
use crate::ui::markup::view;
use crate::ui::text::time;
use leptos::prelude::*;

/// The answer to `question` in a line; `None` where there is none.
fn answer_text(profile: &Profile, question: ProfileQuestion) -> Option<String> {
    if !question.is_answered(profile) {
        return None;
    }
    Some(match question {
        ProfileQuestion::Offers => profile.offers.words().join(", "),
        ProfileQuestion::Wants => profile.wants.words().join(", "),
        ProfileQuestion::Intentions => {
            let said = profile.intentions.said().map(|one| words::intention(one).to_owned());
            let own = Some(profile.own_intention.clone()).filter(|own| !own.is_empty());
            said.chain(own).collect::<Vec<_>>().join(", ")
        }
        ProfileQuestion::Stage => {
            let stage = profile.stage.map(|stage| words::stage(stage).to_owned());
            let field = Some(profile.field.clone()).filter(|field| !field.is_empty());
            [stage, field].into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
        ProfileQuestion::Hours => hours_text(profile),
    })
}

/// "12 hours a week: Mo 18–21, We 18–21 (Lisbon)".
fn hours_text(profile: &Profile) -> String {
    let day = |day: chrono::Weekday| {
        let ranges: Vec<_> = profile.hours.ranges(day).iter().map(|(from, to)| format!("{from}–{to}")).collect();
        let name = &time::WEEKDAYS[day.num_days_from_monday() as usize][..2];
        (!ranges.is_empty()).then(|| format!("{name} {}", ranges.join(" ")))
    };
    let days: Vec<_> = WeeklyHours::DAYS.into_iter().filter_map(day).collect();
    let zone = profile.zone.as_ref().map(|zone| format!(" ({})", time::city(zone))).unwrap_or_default();
    format!("{}: {}{zone}", words::hours(profile.hours.count()), days.join(", "))
}

/// The answers that are there, in a list; `None` where there is none.
pub fn answer_list(profile: &Profile) -> Option<AnyView> {
    let line = |question: ProfileQuestion| {
        let text = answer_text(profile, question)?;
        Some(view! { <li><div><strong>{words::label(question)}</strong><p dir="auto">{text}</p></div></li> })
    };
    let lines: Vec<_> = ProfileQuestion::ALL.into_iter().filter_map(line).collect();
    (!lines.is_empty()).then(|| view! { <ul class="profile-answers">{lines}</ul> }.into_any())
}

/// Every answer; a question that is `asked` right now is left out, and one without an answer is offered.
#[component]
pub fn Answers(
    profile: Memo<Profile>,
    asked: RwSignal<Option<ProfileQuestion>>,
    on_ask: Callback<ProfileQuestion>,
) -> AnyView {
    let row = move |question: ProfileQuestion| {
        let said = Memo::new(move |_| profile.with(|profile| answer_text(profile, question)));
        let button = move || if said.with(Option::is_some) { words::CHANGE } else { words::ANSWER };
        let name = move || {
            if said.with(Option::is_some) { words::change(question) } else { words::answer(question) }
        };
        view! {
            <When is=move || asked.get() != Some(question)>
                <li>
                    <div>
                        <strong>{words::label(question)}</strong>
                        <p dir="auto">{live(move || said.get().unwrap_or_else(|| "–".to_owned()))}</p>
                    </div>
                    <button type="button" class="btn" data-kind="small" aria-label=name on:click=move |_| on_ask.run(question)>{live(button)}</button>
                </li>
            </When>
        }
    };
    view! { <ul class="profile-answers" aria-label=words::SAID>{ProfileQuestion::ALL.map(row).collect_view()}</ul> }
        .into_any()
}
