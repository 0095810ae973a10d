//! The dialog in which somebody asks for feedback.

use super::words;
use crate::domain::{FeedbackRequestDraft, Field as Which, MemberId, feedback, parse_day};
use crate::state::{Memo, RwSignal};
use crate::ui::ask::{Entry, Kept, Request, submit};
use crate::ui::components::{DayField, Elsewhere, Field, Form, Problem, Select, Sheet};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::role::turns::Person;
use leptos::prelude::*;

/// The dialog.
#[component]
pub fn AskSheet(is_open: RwSignal<bool>) -> AnyView {
    let on_done = Callback::new(move |()| is_open.set(false));
    view! { <Sheet is_open title=words::ASK><AskForm on_done /></Sheet> }.into_any()
}

#[component]
fn AskForm(on_done: Callback<()>) -> AnyView {
    let app = app();
    let others = Memo::new(move |_| {
        let me = app.me.get();
        app.circle().with(|circle| {
            let others = circle.roster().into_iter().filter(|member| Some(&member.id) != me.as_ref());
            others.map(|member| (member.id.to_string(), member.name.clone())).collect::<Vec<_>>()
        })
    });
    let first = others.with_untracked(|others| others.first().map(|(id, _)| id.clone()).unwrap_or_default());
    let (to, question) = (Entry::of(first), Entry::empty());
    let (about, until) = (Entry::empty(), Entry::empty());
    let problem = Problem::none();
    let on_done = Kept::of("feedback-request", &[to, question, about, until]).until(on_done);
    let on_submit = submit(problem, on_done, move || {
        let to = MemberId::new(&to.text());
        let said = app.circle().with_untracked(|circle| words::asked(&Person::of(circle, &to).name));
        let (question, about, until) = (question.text(), about.text(), parse_day(&until.text()));
        let command = feedback::Command::Ask(FeedbackRequestDraft { to, question, about, until });
        Ok(Some(Request::new(command, said)))
    });
    let today = Memo::new(move |_| app.today());
    view! {
        <Form problem on_submit>
            <Select id="ask-whom" label=words::ASK_WHOM value=to.typed options=others />
            <Field id="ask-question" label=words::QUESTION value=question.typed hint=words::QUESTION_HINT example=words::QUESTION_EXAMPLE problem field=Which::Question />
            <Field id="ask-about" label=words::ABOUT value=about.typed example=words::ABOUT_EXAMPLE is_optional=true problem field=Which::Detail />
            <DayField id="ask-until" label=words::UNTIL value=until.typed today is_optional=true />
            <Elsewhere problem />
            <div class="row"><button class="btn" data-kind="main">{words::ASK_IT}</button></div>
            <p class="field__hint">{words::REQUEST_SEEN}</p>
        </Form>
    }
    .into_any()
}
