//! This device: who holds it, how it looks, what it stores.

pub mod words;

use crate::domain::{CircleId, Command, member};
use crate::platform::{self, Theme};
use crate::state::Memo;
use crate::state::{CircleEntry, Removed};
use crate::ui::ask::act;
use crate::ui::components::When;
use crate::ui::components::{Choice, FilePicker, Heading, Pick, Select, live};
use crate::ui::context::{app, desktop};
use crate::ui::shared::circle::StartForm;
use crate::ui::shared::circle::words as start;
use crate::ui::text::{action, shell};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::sync::Arc;

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let is_starting = RwSignal::new(false);
    let navigate = use_navigate();
    let on_done = Callback::new(move |()| {
        is_starting.set(false);
        navigate("/", NavigateOptions::default());
    });
    let content = move || {
        if is_starting.get() {
            view! { <div class="page"><StartForm on_done on_back=Callback::new(move |()| is_starting.set(false)) /></div> }
                .into_any()
        } else {
            view! { <Sections is_starting /> }.into_any()
        }
    };
    view! { {content} }
}

#[component]
fn Sections(is_starting: RwSignal<bool>) -> impl IntoView {
    view! {
        <div class="page two-panes">
            <header class="head"><Heading text=words::HEADING /></header>
            <div class="pane">
                <Device />
                <Circles is_starting />
            </div>
            <div class="pane">
                <StorageUse />
                <About />
            </div>
        </div>
    }
}

const THEMES: [(&str, Theme); 3] = [("system", Theme::System), ("light", Theme::Light), ("dark", Theme::Dark)];

#[component]
fn Device() -> impl IntoView {
    let app = app();
    let me = RwSignal::new(app.me.get_untracked().map(|id| id.to_string()).unwrap_or_default());
    let members = Memo::new(move |_| {
        app.circle().with(|circle| {
            let departed = me.with(|me| {
                circle.members.get(&crate::domain::MemberId::new(me)).filter(|m| m.left_at.is_some()).cloned()
            });
            let departed = departed.map(|m| (m.id.to_string(), words::departed(&m.name)));
            let roster = circle.roster().into_iter().map(|m| (m.id.to_string(), m.name.clone()));
            departed.into_iter().chain(roster).collect::<Vec<_>>()
        })
    });
    Effect::new(move |earlier: Option<String>| {
        let chosen = me.get();
        if earlier.is_some_and(|earlier| earlier != chosen) {
            app.i_am(&crate::domain::MemberId::new(&chosen));
        }
        chosen
    });
    let current = app.preferences().with_untracked(|preferences| preferences.theme);
    let theme =
        RwSignal::new(THEMES.iter().find(|(_, theme)| *theme == current).map_or("system", |(key, _)| key).to_owned());
    Effect::new(move |earlier: Option<String>| {
        let chosen = theme.get();
        if earlier.is_some_and(|earlier| earlier != chosen)
            && let Some((_, theme)) = THEMES.iter().find(|(key, _)| *key == chosen)
        {
            app.set_theme(*theme);
        }
        chosen
    });
    let choices = THEMES.iter().map(|(key, theme)| Choice::new(*key, words::theme(*theme))).collect();
    view! {
        <section class="card form">
            <Select id="me" label=words::ME value=me options=members />
            <fieldset class="field-group">
                <legend>{words::THEME}</legend>
                <Pick name="theme" choices value=theme />
            </fieldset>
        </section>
    }
}

#[component]
fn Circles(is_starting: RwSignal<bool>) -> impl IntoView {
    let desktop = desktop();
    let app = desktop.app;
    let open = Memo::new(move |_| app.entry.with(|entry| entry.as_ref().map(CircleEntry::circle_id)));
    let here = move || app.index().with(|index| index.entries(Removed::No).cloned().collect::<Vec<_>>());
    let gone = move || app.index().with(|index| index.entries(Removed::Yes).cloned().collect::<Vec<_>>());
    let remove = move |id: CircleId, name: String| {
        app.remove_circle(&id);
        app.say(words::removed(&name), Some(Arc::new(move || app.restore_circle(&id))));
    };
    let entry = move |entry: CircleEntry| {
        let id = entry.circle_id();
        let is_current = open.with(|open| open.as_ref() == Some(&id));
        let (switch_id, remove_id, name) = (id.clone(), id, entry.name.clone());
        let switch = move |_| {
            app.open_circle(&switch_id);
        };
        let state = if is_current {
            view! { <span class="tag" data-kind="done">{words::CURRENT}</span> }.into_any()
        } else {
            view! { <button type="button" class="btn" data-kind="small" on:click=switch>{words::SWITCH}</button> }
                .into_any()
        };
        view! {
            <li>
                <bdi>{entry.name}</bdi>
                {entry.is_demo.then(|| view! { <span class="tag" data-kind="demo">{shell::DEMO}</span> })}
                {state}
                <button type="button" class="btn" data-kind="quiet" on:click=move |_| remove(remove_id.clone(), name.clone())>{words::REMOVE}</button>
            </li>
        }
    };
    let removed = move |entry: CircleEntry| {
        let (restore_id, erase_id) = (entry.circle_id(), entry.circle_id());
        let erase = move |_| {
            if app.erase_circle(&erase_id).is_ok() {
                app.say(words::ERASED, None);
            }
        };
        view! {
            <li>
                <bdi>{entry.name}</bdi>
                <button type="button" class="btn" data-kind="small" on:click=move |_| app.restore_circle(&restore_id)>{action::RESTORE}</button>
                <button type="button" class="btn" data-kind="quiet" on:click=erase>{words::ERASE}</button>
            </li>
        }
    };
    let leave = move |_| {
        if let Some(me) = app.me.get_untracked() {
            act(app, Command::Member(member::Command::Remove(me)), words::LEFT);
        }
    };
    let receive = Callback::new(move |files| desktop.receive(files));
    let demo = move |_| desktop.begin_demo(start::DEMO_NAME, move |why| app.say(why, None));
    view! {
        <section class="card stack" aria-labelledby="circles">
            <header class="card__head"><h2 id="circles">{words::CIRCLES}</h2></header>
            <ul class="list list-spread">{live(move || here().into_iter().map(entry).collect_view())}</ul>
            <p class="field__hint">{words::REMOVE_HINT}</p>
            <When is=move || !gone().is_empty()>
                <h3>{words::REMOVED}</h3>
                <ul class="list list-spread">{live(move || gone().into_iter().map(removed).collect_view())}</ul>
            </When>
            <div class="row">
                <button type="button" class="btn" on:click=move |_| is_starting.set(true)>{start::BEGIN}</button>
                <FilePicker id="settings-file" label=start::OPEN on_files=receive />
                <button type="button" class="btn" on:click=demo>{start::DEMO}</button>
            </div>
            <div class="row"><button type="button" class="btn" data-kind="quiet" on:click=leave>{words::LEAVE}</button></div>
            <p class="field__hint">{words::LEAVE_HINT}</p>
        </section>
    }
}

/// How many characters browsers give a page, about.
const QUOTA: f64 = 5_000_000.0;

#[component]
fn StorageUse() -> impl IntoView {
    let app = app();
    let usage = Memo::new(move |_| {
        app.circle().track();
        app.index().track();
        app.usage().unwrap_or_default()
    });
    let rows = move || {
        let usage = usage.get();
        let name = |id: &str| {
            app.index().with(|index| {
                index
                    .circles
                    .iter()
                    .find(|entry| entry.id == id)
                    .map_or_else(|| id.to_owned(), |entry| entry.name.clone())
            })
        };
        let circles: Vec<_> = usage.circles.iter().map(|(id, used)| (name(id), used.total())).collect();
        let all = circles.into_iter().chain([(words::OTHER.to_owned(), usage.other)]);
        all.map(|(name, used)| view! { <li><bdi>{name}</bdi><span>{words::room(used)}</span></li> }).collect_view()
    };
    let total = move || usage.with(|usage| usage.total);
    let share = move || total() as f64 / QUOTA;
    view! {
        <section class="card stack" aria-labelledby="storage">
            <header class="card__head">
                <h2 id="storage">{words::STORAGE}</h2>
                <span>{live(move || words::share_of(total()))}</span>
            </header>
            <meter class="meter" min="0" max="1" prop:value=share aria-label=move || words::share_of(total())></meter>
            <ul class="list list-spread">{live(rows)}</ul>
            <p class="field__hint">{words::STORAGE_HINT}</p>
        </section>
    }
}

#[component]
fn About() -> impl IntoView {
    let version = words::version(env!("CARGO_PKG_VERSION"), platform::build_id().as_deref());
    let installed = if platform::is_installed() { words::INSTALLED } else { words::OFFLINE };
    view! {
        <section class="card stack" aria-labelledby="about">
            <header class="card__head"><h2 id="about">{words::APP}</h2></header>
            <p>{installed}</p>
            <p class="quiet">{version}</p>
        </section>
    }
}
