//! The circle's name and what it is for.

use super::words;
use crate::domain::{About, Circle, Command, Field as Which, circle};
use crate::ui::ask::{Entry, Kept, Request, submit};
use crate::ui::components::{Area, Field, Form, Problem};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::text::action;
use leptos::prelude::*;

/// Whether the charter in force says what the circle is for: it is changed there, where all sign it.
pub fn has_agreed_purpose(circle: &Circle) -> bool {
    circle.charter().is_some_and(|version| !version.terms.purpose.is_empty())
}

/// The form for both.
#[component]
pub fn DescribeForm(on_done: Callback<()>) -> AnyView {
    let app = app();
    let about = move || app.circle().with_untracked(|circle| circle.about.clone());
    let About { name, purpose, .. } = about();
    let (name, purpose) = (Entry::of(name), Entry::of(purpose));
    let problem = Problem::none();
    let on_done = Kept::of("circle", &[name, purpose]).until(on_done);
    let on_submit = submit(problem, on_done, move || {
        let now = about();
        let command = Command::from(circle::Command::Describe {
            name: name.over(&now.name),
            purpose: purpose.over(&now.purpose),
        });
        Ok(Some(Request::new(command, words::CHANGED)))
    });
    let is_agreed = app.circle().with_untracked(has_agreed_purpose);
    let purpose = purpose.typed;
    let field = (!is_agreed).then(|| {
        view! { <Area id="circle-purpose" label=words::PURPOSE value=purpose is_optional=true problem field=Which::Purpose /> }
    });
    view! {
        <Form problem on_submit>
            <Field id="circle-name" label=words::NAME value=name.typed problem field=Which::Name />
            {field}
            {is_agreed.then(|| view! { <p class="field__hint">{words::IN_CHARTER}</p> })}
            <div class="row"><button class="btn" data-kind="main">{action::SAVE}</button></div>
        </Form>
    }
    .into_any()
}
