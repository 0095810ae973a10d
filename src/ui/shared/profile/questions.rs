//! One question at a time.

use super::forms::{IntentionForm, StageForm};
use super::hours::HoursForm;
use super::skills::SkillForm;
use super::summary::Answers;
use super::whose::{CircleWords, Whose};
use super::words;
use crate::domain::{Profile, ProfileQuestion, SkillSide};
use crate::platform;
use crate::state::{Memo, RwSignal};
use crate::ui::components::live;
use crate::ui::markup::view;
use leptos::prelude::*;

/// The id of the question's heading, where the focus goes with each question.
const QUESTION: &str = "profile-question";

/// The first question from the place `from` on that `profile` leaves open.
fn open_from(profile: &Profile, from: usize) -> Option<ProfileQuestion> {
    ProfileQuestion::ALL.into_iter().skip(from).find(|question| !question.is_answered(profile))
}

/// The questions that are still open, one at a time, with what is said so far below.
#[component]
pub fn Questions(whose: Whose, #[prop(into)] words_of: Memo<CircleWords>) -> AnyView {
    let profile = whose.profile();
    let asked = RwSignal::new(profile.with_untracked(|profile| open_from(profile, 0)));
    let ask = Callback::new(move |question: Option<ProfileQuestion>| {
        asked.set(question);
        platform::focus_near(QUESTION);
    });
    let go_on = Callback::new(move |()| {
        let place = asked.get_untracked().map_or(0, |question| question as usize + 1);
        ask.run(profile.with_untracked(|profile| open_from(profile, place)));
    });
    let shown = move || match asked.get() {
        Some(question) => view! { <Question question whose words_of go_on /> }.into_any(),
        None => view! { <p class="quiet" id=QUESTION tabindex="-1">{words::ENOUGH}</p> }.into_any(),
    };
    view! {
        <div class="profile-questions">
            {live(shown)}
            <Answers profile asked on_ask=Callback::new(move |question| ask.run(Some(question))) />
        </div>
    }
    .into_any()
}

#[component]
fn Question(question: ProfileQuestion, whose: Whose, words_of: Memo<CircleWords>, go_on: Callback<()>) -> AnyView {
    let of = ProfileQuestion::ALL.len();
    let asked = if whose.is_about_others() { words::question_of_them(question) } else { words::question(question) };
    let form = match question {
        ProfileQuestion::Offers => {
            let known = Memo::new(move |_| words_of.with(|words| words.to_offer.clone()));
            view! { <SkillForm side=SkillSide::Offers whose known go_on /> }.into_any()
        }
        ProfileQuestion::Wants => {
            let known = Memo::new(move |_| words_of.with(|words| words.to_want.clone()));
            view! { <SkillForm side=SkillSide::Wants whose known go_on /> }.into_any()
        }
        ProfileQuestion::Intentions => view! { <IntentionForm whose go_on /> }.into_any(),
        ProfileQuestion::Stage => view! { <StageForm whose go_on /> }.into_any(),
        ProfileQuestion::Hours => view! { <HoursForm whose go_on /> }.into_any(),
    };
    view! {
        <section class="profile-question" aria-labelledby=QUESTION>
            <p class="profile-question__nth">{words::nth(question as usize + 1, of)}</p>
            <h3 id=QUESTION tabindex="-1">{asked}</h3>
            <p class="quiet">{words::why(question)}</p>
            {form}
        </section>
    }
    .into_any()
}
