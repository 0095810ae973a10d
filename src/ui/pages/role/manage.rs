//! The circle's roles: renaming, describing, adding and pausing them.

use super::words;
use crate::domain::{Field as Which, Refusal, Role, RoleDraft, RoleId, RoleKind, role};
use crate::state::Memo;
use crate::state::{App, RwSignal, StoredValue};
use crate::ui::ask::{Entry, Kept, Request, act, submit};
use crate::ui::components::{Area, Each, Elsewhere, Field, Form, Glyph, Icon, Problem, SheetAbout, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::role::turns::{duty_of, name_of};
use crate::ui::text::action;
use leptos::prelude::*;

/// The card.
#[component]
pub fn Manage() -> impl IntoView {
    let app = app();
    // The role that is changed; none of them for a new one.
    let chosen = RwSignal::new(None::<Option<RoleId>>);
    let roles = Memo::new(move |_| app.circle().with(|circle| circle.roles()));
    let row = move |role: Memo<Role>| view! { <RoleRow role chosen /> }.into_any();
    let form = move |id: Option<RoleId>, on_done: Callback<()>| {
        let role = id.and_then(|id| app.circle().with_untracked(|circle| circle.role(&id)));
        view! { <RoleForm role on_done /> }.into_any()
    };
    let title = Memo::new(move |_| {
        let id = chosen.get().flatten();
        let name = app.circle().with(|circle| circle.role(id.as_ref()?).map(|role| name_of(&role)));
        name.map_or(words::ADD.to_owned(), |name| words::edit(&name))
    });
    view! {
        <section class="card" aria-labelledby="manage">
            <header class="card__head"><h2 id="manage">{words::MANAGE}</h2></header>
            <p class="quiet">{words::MANAGE_HINT}</p>
            <ul class="list role-list"><Each items=roles key=|role: &Role| role.id.to_string() row /></ul>
            <div class="row">
                <button type="button" class="btn" data-kind="small" on:click=move |_| chosen.set(Some(None))>
                    <Icon glyph=Glyph::Plus />
                    {words::ADD}
                </button>
            </div>
            <SheetAbout subject=chosen title about=form />
        </section>
    }
}

#[component]
fn RoleRow(role: Memo<Role>, chosen: RwSignal<Option<Option<RoleId>>>) -> impl IntoView {
    let name = move || role.with(name_of);
    let is_paused = Memo::new(move |_| role.with(Role::is_paused));
    let edit = move |_| chosen.set(Some(Some(role.with_untracked(|role| role.id.clone()))));
    view! {
        <li class="person">
            <div>
                <p class="person__name">
                    <bdi>{live(name)}</bdi>
                    <When is=move || is_paused.get()><span class="tag">{words::PAUSED}</span></When>
                </p>
                <p class="person__focus" dir="auto">{live(move || role.with(duty_of))}</p>
            </div>
            <button type="button" class="btn-round" aria-label=move || words::edit(&name()) on:click=edit>
                <Icon glyph=Glyph::More />
            </button>
        </li>
    }
}

/// The fields of a role.
#[derive(Clone, Copy)]
struct RoleFields {
    name: Entry,
    duty: Entry,
    checklist: Entry,
}

impl RoleFields {
    fn of(role: Option<&Role>) -> Self {
        let entry = |read: fn(&Role) -> &String| Entry::of(role.map(read).cloned().unwrap_or_default());
        Self {
            name: entry(|role| &role.name),
            duty: entry(|role| &role.duty),
            checklist: entry(|role| &role.checklist),
        }
    }

    /// What is to be saved of a role that is like `now`.
    fn over(self, now: &Role) -> RoleDraft {
        RoleDraft {
            name: self.name.over(&now.name),
            duty: self.duty.over(&now.duty),
            checklist: self.checklist.over(&now.checklist),
            place: now.place,
        }
    }
}

#[component]
fn RoleForm(role: Option<Role>, on_done: Callback<()>) -> impl IntoView {
    let app = app();
    let fields = RoleFields::of(role.as_ref());
    let subject = role.as_ref().map_or_else(|| "role".to_owned(), |role| format!("role/{}", role.id));
    let on_done = Kept::of(&subject, &[fields.name, fields.duty, fields.checklist]).until(on_done);
    let is_default = role.as_ref().is_some_and(|role| RoleKind::DEFAULTS.contains(&role.kind()));
    let problem = Problem::none();
    let id = StoredValue::new(role.as_ref().map(|role| role.id.clone()));
    let on_submit = submit(problem, on_done, move || {
        let new = || Role { place: u8::MAX, ..Role::plain(RoleId::new("")) };
        let request = match id.get_value() {
            None => Request::new(role::Command::Add(fields.over(&new())), words::ADDED),
            Some(id) => {
                let now = app.circle().with_untracked(|circle| circle.role(&id)).ok_or(Refusal::Gone("role"))?;
                Request::new(role::Command::Edit(id, fields.over(&now)), words::CHANGED)
            }
        };
        Ok(Some(request))
    });
    let (name, duty, checklist) = (fields.name.typed, fields.duty.typed, fields.checklist.typed);
    view! {
        <Form problem on_submit>
            <Field id="role-name" label=words::NAME value=name is_optional=is_default problem field=Which::Name />
            <Area id="role-duty" label=words::DUTY value=duty is_optional=true problem field=Which::Purpose />
            <Area id="role-checklist" label=words::CHECKLIST value=checklist rows=4 is_optional=true problem field=Which::Action />
            {is_default.then(|| view! { <p class="field__hint">{words::OWN_WORDS}</p> })}
            <Elsewhere problem />
            <div class="row">
                <button class="btn" data-kind="main">{action::SAVE}</button>
                {role.map(|role| pause(app, &role, on_done))}
            </div>
        </Form>
    }
}

/// Pauses `role`, or lets it go on.
fn pause(app: App, role: &Role, on_done: Callback<()>) -> AnyView {
    let (id, is_paused) = (role.id.clone(), role.is_paused());
    let run = move |_| {
        let (command, said) = match is_paused {
            true => (role::Command::Resume(id.clone()), words::SAID_RESUMED),
            false => (role::Command::Pause(id.clone()), words::SAID_PAUSED),
        };
        act(app, command, said);
        on_done.run(());
    };
    let label = if is_paused { words::RESUME } else { words::PAUSE };
    view! { <button type="button" class="btn" on:click=run>{label}</button> }.into_any()
}
