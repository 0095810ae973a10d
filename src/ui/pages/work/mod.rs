//! What a role has to do this week. Anybody may look, and step in.

mod checklist;
mod lead;
mod nudge;
mod person;
mod standing_goals;
mod summarizer;
mod tracker;
mod turn;
mod waiting;
pub mod words;

use crate::domain::{Role, RoleId, RoleKind};
use crate::state::App;
use crate::state::Memo;
use crate::ui::components::{Empty, For, Given, Heading, live};
use crate::ui::context::app;
use crate::ui::focus::focus_when_changed;
use crate::ui::markup::view;
use crate::ui::routes::{Page, ROLE};
use crate::ui::shared::role::turns::{Turns, duty_of, name_of, turns};
use crate::ui::text::nav;
use checklist::Checklist;
use lead::Lead;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use summarizer::Summarizer;
use tracker::Tracker;
use turn::{TurnCard, TurnData, words_until};

/// The page.
#[component]
pub fn WorkPage() -> impl IntoView {
    let app = app();
    let turns = turns(app);
    let roles = Memo::new(move |_| {
        app.circle().with(|circle| circle.roles().into_iter().filter(|role| !role.is_paused()).collect::<Vec<_>>())
    });
    let role = asked_role(app, turns, roles);
    let shown = Memo::new(move |_| role.with(|role| role.as_ref().map(|role| role.id.clone())));
    focus_when_changed(shown);
    let name = move || role.with(|role| role.as_ref().map_or_else(|| nav::WORK.to_owned(), name_of));
    let duty = move || role.with(|role| role.as_ref().map(duty_of).unwrap_or_default());
    let whose = move |role| view! { <Whose role turns /> }.into_any();
    let panes = move |role| {
        view! {
            <Surface role />
            <div class="pane">
                <TurnCard role turns />
                {ticks(role)}
            </div>
        }
        .into_any()
    };
    view! {
        <div class="page two-panes">
            <header class="head">
                <p class="head__place"><Given value=role view=whose /></p>
                <Heading text=name is_name=true />
                <p dir="auto">{live(duty)}</p>
                <Tabs roles shown />
            </header>
            <Given value=role view=panes otherwise=no_roles />
        </div>
    }
}

/// The role that the address asks for, or else the reader's own, or else the first of `roles`.
fn asked_role(app: App, turns: Memo<Turns>, roles: Memo<Vec<Role>>) -> Memo<Option<Role>> {
    let query = use_query_map();
    let asked = Memo::new(move |_| query.with(|query| query.get(ROLE)));
    Memo::new(move |_| {
        let asked = asked.get().map(|id| RoleId::new(&id));
        let own = own_role(app, turns);
        roles.with(|roles| {
            let find = |id: Option<&RoleId>| roles.iter().find(|role| Some(&role.id) == id);
            find(asked.as_ref()).or_else(|| find(own.as_ref())).or_else(|| roles.first()).cloned()
        })
    })
}

/// The role that I hold this week.
fn own_role(app: App, turns: Memo<Turns>) -> Option<RoleId> {
    let me = app.me.get()?;
    let own = turns.with(|turns| turns.held(app.cycle.get(), &me));
    own.into_iter().next().map(|turn| turn.id.role)
}

fn no_roles() -> impl IntoView {
    view! { <section class="card"><Empty title=words::NO_ROLES hint=words::NO_ROLES_HINT /></section> }
}

/// Whose turn it is, in a line above the heading.
#[component]
fn Whose(role: Memo<Role>, turns: Memo<Turns>) -> impl IntoView {
    let app = app();
    let turn = Memo::new(move |_| {
        let find =
            |circle: &_| turns.with(|turns| role.with(|role| TurnData::of(app, turns, circle, app.cycle.get(), role)));
        app.circle().with(|circle| find(circle))
    });
    let said = move || {
        let until = words_until(app.cycle.get());
        turn.with(|turn| {
            let turn = turn.as_ref().filter(|turn| turn.holder.is_some())?;
            Some(if turn.is_mine {
                view! { {words::mine(&until)} }.into_any()
            } else {
                view! { <bdi>{turn.name()}</bdi>" "{words::theirs(&until)} }.into_any()
            })
        })
    };
    view! { {live(said)} }
}

/// The way to the other roles.
#[component]
fn Tabs(roles: Memo<Vec<Role>>, shown: Memo<Option<RoleId>>) -> impl IntoView {
    let tab = move |first: Role| {
        let id = first.id.clone();
        let own = id.clone();
        let name = move || roles.with(|roles| name_of(roles.iter().find(|role| role.id == id).unwrap_or(&first)));
        let href = Page::Work.of_role(&own);
        let current = move || shown.with(|shown| shown.as_ref() == Some(&own)).then_some("page");
        view! { <li><a class="chip" href=href aria-current=current><bdi>{live(name)}</bdi></a></li> }
    };
    view! {
        <nav class="work__tabs" aria-label=words::TABS>
            <ul class="chip-list"><For each=move || roles.get() key=|role| role.id.clone() children=tab /></ul>
        </nav>
    }
}

/// What the role works on; a role of the circle's own has its list alone.
#[component]
fn Surface(role: Memo<Role>) -> impl IntoView {
    let kind = Memo::new(move |_| role.with(Role::kind));
    live(move || match kind.get() {
        RoleKind::Lead => Some(view! { <div class="pane"><Lead /></div> }.into_any()),
        RoleKind::Summarizer => Some(view! { <div class="pane"><Summarizer /></div> }.into_any()),
        RoleKind::Tracker => Some(view! { <div class="pane"><Tracker /></div> }.into_any()),
        RoleKind::Custom => None,
    })
}

/// The checklist, made anew for another role or week.
fn ticks(role: Memo<Role>) -> AnyView {
    let app = app();
    let about = Memo::new(move |_| (role.with(|role| role.id.clone()), app.cycle.get()));
    live(move || {
        let (id, cycle) = about.get();
        view! { <Checklist role id cycle /> }
    })
}
