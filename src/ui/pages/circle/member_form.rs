//! The forms for a person: add one, change one.

use super::words;
use crate::domain::{Command, Field as Which, Member, MemberId, Refusal, member};
use crate::platform;
use crate::state::App;
use crate::ui::ask::{Entry, Kept, Request, act, submit};
use crate::ui::components::{Field, Form, Glyph, Icon, Problem};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::text::action;
use leptos::prelude::*;

/// The member as they are now.
fn known(app: App, id: &MemberId) -> Option<Member> {
    app.circle().with_untracked(|circle| circle.members.get(id).map(|member| (**member).clone()))
}

/// Changes the member called `id`, or takes their leave.
#[component]
pub fn MemberForm(id: MemberId, on_done: Callback<()>) -> AnyView {
    let app = app();
    let (name, focus) = known(app, &id).map(|member| (member.name, member.focus)).unwrap_or_default();
    let (name, focus) = (Entry::of(name), Entry::of(focus));
    let problem = Problem::none();
    let on_done = Kept::of(&format!("member/{id}"), &[name, focus]).until(on_done);
    let leaver = id.clone();
    let on_submit = submit(problem, on_done, move || {
        let now = known(app, &id).ok_or(Refusal::Gone("member"))?;
        let command = Command::from(member::Command::Edit {
            id: id.clone(),
            name: name.over(&now.name),
            focus: focus.over(&now.focus),
        });
        Ok(Some(Request::new(command, words::CHANGED)))
    });
    let remove = move |_| {
        let name = known(app, &leaver).map(|member| member.name).unwrap_or_default();
        act(app, member::Command::Remove(leaver.clone()), &words::left(&name));
        on_done.run(());
        platform::focus_heading();
    };
    view! {
        <Form problem on_submit>
            <Field id="member-name" label=words::ADD_NAME value=name.typed problem field=Which::Name />
            <Field id="member-focus" label=words::FOCUS value=focus.typed is_optional=true problem field=Which::Purpose />
            <div class="row">
                <button class="btn" data-kind="main">{action::SAVE}</button>
                <button type="button" class="btn" data-kind="quiet" on:click=remove>{words::REMOVE}</button>
            </div>
            <p class="field__hint">{words::REMOVE_HINT}</p>
        </Form>
    }
    .into_any()
}

/// Adds a member.
#[component]
pub fn AddMember() -> AnyView {
    let name = Entry::empty();
    let problem = Problem::none();
    let on_submit = submit(problem, Callback::new(move |()| name.clear()), move || {
        Ok(Some(Request::new(member::Command::Add { name: name.text() }, words::ADDED)))
    });
    view! {
        <Form problem on_submit class="inline">
            <Field id="add-member" label=words::ADD value=name.typed problem field=Which::Name />
            <button class="btn" data-kind="small"><Icon glyph=Glyph::Plus />{words::ADD}</button>
        </Form>
    }
    .into_any()
}
