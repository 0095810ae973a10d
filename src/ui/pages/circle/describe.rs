//! The circle's name and what it is for.

use super::words;
use crate::domain::{About, Command, Field as Which, circle};
use crate::ui::ask::{Entry, Kept, Request, submit};
use crate::ui::components::{Area, Field, Form, Problem};
use crate::ui::context::app;
use crate::ui::text::action;
use leptos::prelude::*;

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
        let command = Command::Circle(circle::Command::Describe {
            name: name.over(&now.name),
            purpose: purpose.over(&now.purpose),
        });
        Ok(Some(Request::new(command, words::CHANGED)))
    });
    view! {
        <Form problem on_submit>
            <Field id="circle-name" label=words::NAME value=name.typed problem field=Which::Name />
            <Area id="circle-purpose" label=words::PURPOSE value=purpose.typed is_optional=true problem field=Which::Purpose />
            <div class="row"><button class="btn" data-kind="main">{action::SAVE}</button></div>
        </Form>
    }
    .into_any()
}
