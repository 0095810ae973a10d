//! The circle's roles: renaming, describing, adding and pausing them.

use super::words;
use crate::domain::{Command, Field as Which, Role, RoleDraft, RoleId, role};
use crate::state::App;
use crate::ui::ask::act;
use crate::ui::components::{Area, Field, Glyph, Icon, Problem, Sheet, When};
use crate::ui::context::app;
use crate::ui::shared::role::turns::{duty_of, name_of};
use crate::ui::text::action;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// The card.
#[component]
pub fn Manage() -> impl IntoView {
    let app = app();
    let chosen = RwSignal::new(None::<RoleId>);
    let is_open = RwSignal::new(false);
    let edit = Callback::new(move |id: Option<RoleId>| {
        chosen.set(id);
        is_open.set(true);
    });
    let roles = Memo::new(move |_| app.circle().with(|circle| circle.roles()));
    let entry = move |first: Role| {
        let id = first.id.clone();
        let role = Memo::new(move |_| {
            roles.with(|roles| roles.iter().find(|role| role.id == id).cloned()).unwrap_or_else(|| first.clone())
        });
        view! { <Entry role on_edit=edit /> }
    };
    let form = move || {
        let role = chosen.with(|id| app.circle().with_untracked(|circle| circle.role(id.as_ref()?)));
        view! { <Form role on_done=Callback::new(move |()| is_open.set(false)) /> }
    };
    let title = Signal::derive(move || {
        let name = chosen.with(|id| app.circle().with(|circle| circle.role(id.as_ref()?).map(|role| name_of(&role))));
        name.map_or(words::ADD.to_owned(), |name| words::edit(&name))
    });
    view! {
        <section class="card" aria-labelledby="manage">
            <header class="card__head"><h2 id="manage">{words::MANAGE}</h2></header>
            <p class="quiet">{words::MANAGE_HINT}</p>
            <ul class="plain roles"><For each=move || roles.get() key=|role| role.id.clone() children=entry /></ul>
            <div class="row">
                <button type="button" class="btn" data-kind="small" on:click=move |_| edit.run(None)>
                    <Icon glyph=Glyph::Plus />
                    {words::ADD}
                </button>
            </div>
            <Sheet is_open title>{form}</Sheet>
        </section>
    }
}

#[component]
fn Entry(role: Memo<Role>, on_edit: Callback<Option<RoleId>>) -> impl IntoView {
    let name = move || role.with(name_of);
    let is_paused = Memo::new(move |_| role.with(Role::is_paused));
    let edit = move |_| on_edit.run(Some(role.with_untracked(|role| role.id.clone())));
    view! {
        <li class="person">
            <div class="person__body">
                <p class="person__name">
                    <bdi>{name}</bdi>
                    <When is=move || is_paused.get()><span class="tag">{words::PAUSED}</span></When>
                </p>
                <p class="person__focus" dir="auto">{move || role.with(duty_of)}</p>
            </div>
            <button type="button" class="round" aria-label=move || words::edit(&name()) on:click=edit>
                <Icon glyph=Glyph::More />
            </button>
        </li>
    }
}

/// What was typed; a field that nobody touched keeps what became of it elsewhere while the dialog was open.
fn draft(app: App, id: Option<&RoleId>, opened: [String; 3], typed: [String; 3], place: u8) -> RoleDraft {
    let current = app.circle().with_untracked(|circle| circle.role(id?));
    let current = current.map_or_else(|| opened.clone(), |role| [role.name, role.duty, role.checklist]);
    let kept = |nth: usize| if typed[nth] == opened[nth] { current[nth].clone() } else { typed[nth].clone() };
    RoleDraft { name: kept(0), duty: kept(1), checklist: kept(2), place }
}

#[component]
fn Form(role: Option<Role>, on_done: Callback<()>) -> impl IntoView {
    let app = app();
    let held = StoredValue::new(role.clone());
    let is_default = role.as_ref().is_some_and(|role| crate::domain::RoleKind::DEFAULTS.contains(&role.kind()));
    let is_paused = role.as_ref().map(Role::is_paused);
    let Role { name, duty, checklist, place, .. } =
        role.unwrap_or_else(|| Role { place: u8::MAX, ..Role::plain(RoleId::new("")) });
    let opened = StoredValue::new([name.clone(), duty.clone(), checklist.clone()]);
    let (name, duty, checklist) = (RwSignal::new(name), RwSignal::new(duty), RwSignal::new(checklist));
    let problem = Problem::none();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        problem.clear();
        let id = held.with_value(|role| role.as_ref().map(|role| role.id.clone()));
        let typed = [name, duty, checklist].map(|field| field.get_untracked());
        let draft = draft(app, id.as_ref(), opened.get_value(), typed, place);
        let said = if id.is_some() { words::CHANGED } else { words::ADDED };
        match app.dispatch(id.map_or(Command::Role(role::Command::Add(draft.clone())), |id| {
            Command::Role(role::Command::Edit(id, draft))
        })) {
            Ok(undo) => {
                app.say(said, Some(Arc::new(move || app.undo(&undo))));
                on_done.run(());
            }
            Err(refusal) => problem.show(refusal),
        }
    };
    let turn = is_paused.map(|is_paused| {
        let run = move |_| {
            if let Some(id) = held.with_value(|role| role.as_ref().map(|role| role.id.clone())) {
                let (command, said) = match is_paused {
                    true => (Command::Role(role::Command::Resume(id)), words::SAID_RESUMED),
                    false => (Command::Role(role::Command::Pause(id)), words::SAID_PAUSED),
                };
                act(app, command, said);
            }
            on_done.run(());
        };
        let label = if is_paused { words::RESUME } else { words::PAUSE };
        view! { <button type="button" class="btn" on:click=run>{label}</button> }
    });
    view! {
        <form class="form" on:submit=submit novalidate>
            <Field id="role-name" label=words::NAME value=name is_optional=is_default problem field=Which::Name />
            <Area id="role-duty" label=words::DUTY value=duty is_optional=true problem field=Which::Purpose />
            <Area id="role-checklist" label=words::CHECKLIST value=checklist rows=4 is_optional=true problem field=Which::Action />
            {is_default.then(|| view! { <p class="field__hint">{words::OWN_WORDS}</p> })}
            <When is=move || problem.elsewhere().is_some()>
                <p class="field__problem" role="alert">{move || problem.elsewhere()}</p>
            </When>
            <div class="row"><button class="btn" data-kind="main">{action::SAVE}</button>{turn}</div>
        </form>
    }
}
