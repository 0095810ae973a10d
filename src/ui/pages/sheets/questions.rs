//! The decisions about a text: those that rows wait for, and those that the reader took by itself.

use super::bringing::Bringing;
use super::words;
use crate::domain::Circle;
use crate::exchange::intake::{IntakeChoice, IntakeKey, IntakeQuestion, IntakeReading};
use crate::state::Memo;
use crate::ui::components::{Each, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use leptos::prelude::*;
use std::sync::Arc;

/// The questions of a text that rows wait for or waited for.
#[derive(Clone, PartialEq)]
pub struct Asked {
    text: Arc<str>,
    keys: Vec<IntakeKey>,
}

impl Asked {
    /// Those of `text` that are open now, and those that were: an answered question stays in its place until the text
    /// is put away, so that nothing moves under the hand.
    pub fn after(last: Option<&Self>, text: &Arc<str>, reading: &IntakeReading) -> Self {
        let last = last.filter(|last| last.text == *text);
        let was_asked = |key: &IntakeKey| last.is_some_and(|last| last.keys.contains(key));
        let stays = reading.questions.iter().filter(|question| question.chosen.is_none() || was_asked(&question.key));
        Self { text: Arc::clone(text), keys: stays.map(|question| question.key.clone()).collect() }
    }

    /// The questions of `reading` that are among them.
    fn of(&self, reading: &IntakeReading) -> Vec<IntakeQuestion> {
        reading.questions.iter().filter(|question| self.keys.contains(&question.key)).cloned().collect()
    }

    /// The questions of `reading` that the reader decided.
    fn others(&self, reading: &IntakeReading) -> Vec<IntakeQuestion> {
        reading.questions.iter().filter(|question| !self.keys.contains(&question.key)).cloned().collect()
    }
}

/// Questions that rows wait for.
#[component]
pub fn Open(bringing: Bringing, reading: Memo<Arc<IntakeReading>>, asked: Memo<Asked>) -> AnyView {
    let questions = Memo::new(move |_| asked.with(|asked| reading.with(|reading| asked.of(reading))));
    let strangers = Memo::new(move |_| {
        questions.with(|all| all.iter().filter(|q| is_stranger(q)).map(|q| q.key.clone()).collect::<Vec<_>>())
    });
    let count = move || words::open(questions.with(|all| all.iter().filter(|q| q.chosen.is_none()).count()));
    let all_new = move |_| bringing.answer_all(strangers.get_untracked(), &IntakeChoice::NewMember);
    view! {
        <When is=move || questions.with(|all| !all.is_empty())>
            <section class="sheets-open" aria-labelledby="sheets-open">
                <h3 id="sheets-open">{live(count)}</h3>
                <When is=move || strangers.with(|all| all.len() > 1)>
                    <button type="button" class="btn" data-kind="small" on:click=all_new>
                        {live(move || words::all_new(strangers.with(Vec::len)))}
                    </button>
                </When>
                <Each items=questions key=|q| q.key.to_text() row=move |question| field(bringing, question) />
            </section>
        </When>
    }
    .into_any()
}

/// Whether it is open who somebody is.
fn is_stranger(question: &IntakeQuestion) -> bool {
    matches!(question.key, IntakeKey::Person(_)) && question.chosen.is_none()
}

/// What the reader decided, to be decided otherwise.
#[component]
pub fn Decided(bringing: Bringing, reading: Memo<Arc<IntakeReading>>, asked: Memo<Asked>) -> AnyView {
    let questions = Memo::new(move |_| asked.with(|asked| reading.with(|reading| asked.others(reading))));
    let count = move || words::decided(questions.with(Vec::len));
    view! {
        <When is=move || questions.with(|all| !all.is_empty())>
            <details class="sheets-more">
                <summary>{live(count)}</summary>
                <div class="stack">
                    <Each items=questions key=|q| q.key.to_text() row=move |question| field(bringing, question) />
                </div>
            </details>
        </When>
    }
    .into_any()
}

/// One decision: what it is about, samples, the choices.
fn field(bringing: Bringing, question: Memo<IntakeQuestion>) -> AnyView {
    let app = app();
    let key = question.with_untracked(|question| question.key.clone());
    let id = format!("sheets-{}", key.to_text().replace(|c: char| !c.is_alphanumeric(), "-"));
    let hint_id = format!("{id}-hint");
    let label = move || question.with(words::question);
    let samples = move || question.with(|question| words::samples(&question.samples));
    let options = move || app.circle().with(|circle| question.with(|question| options(circle, question)));
    let chosen = move || question.with(|q| q.chosen.as_ref().map(IntakeChoice::to_text).unwrap_or_default());
    let answer = move |text: String| {
        if let Some(choice) = IntakeChoice::from_text(&text) {
            bringing.answer(key.clone(), choice);
        }
    };
    view! {
        <div class="field" data-state=move || if chosen().is_empty() { "open" } else { "chosen" }>
            <label for=id.clone()>{live(label)}</label>
            <select id=id aria-describedby=hint_id.clone() on:change:target=move |event| answer(event.target().value()) prop:value=chosen>
                {live(options)}
            </select>
            <p class="field__hint" id=hint_id dir="auto">{live(samples)}</p>
        </div>
    }
    .into_any()
}

fn options(circle: &Circle, question: &IntakeQuestion) -> Vec<AnyView> {
    let is_chosen = |choice: Option<&IntakeChoice>| question.chosen.as_ref() == choice;
    let none =
        question.chosen.is_none().then(|| view! { <option value="" selected=true>{words::CHOOSE}</option> }.into_any());
    let mut choices = question.choices.clone();
    choices.extend(question.chosen.clone().filter(|chosen| !question.choices.contains(chosen)));
    let option = |choice: IntakeChoice| {
        let words = words::choice(circle, &question.key, &choice);
        view! { <option value=choice.to_text() selected=is_chosen(Some(&choice))>{words}</option> }.into_any()
    };
    none.into_iter().chain(choices.into_iter().map(option)).collect()
}
