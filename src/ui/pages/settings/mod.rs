//! This device: who holds it, how it looks, what it stores.

pub mod words;

use crate::domain::{Circle, MemberId, member};
use crate::platform::{self, Theme};
use crate::state::{App, CircleEntry, Effect, Memo, Removed, RwSignal};
use crate::ui::ask::act;
use crate::ui::components::When;
use crate::ui::components::{Choice, FilePicker, Heading, Pick, Select, live};
use crate::ui::context::{app, desktop};
use crate::ui::markup::view;
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
    live(content)
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

/// Who can hold the device, as options: everybody who is there, and `me` even after leaving.
fn who_can_hold(circle: &Circle, me: &str) -> Vec<(String, String)> {
    let departed = circle.members.get(&MemberId::new(me)).filter(|member| member.left_at.is_some());
    let departed = departed.map(|member| (member.id.to_string(), words::departed(&member.name)));
    let roster = circle.roster().into_iter().map(|member| (member.id.to_string(), member.name.clone()));
    departed.into_iter().chain(roster).collect()
}

#[component]
fn Device() -> impl IntoView {
    let app = app();
    let me = RwSignal::new(app.me.get_untracked().map(|id| id.to_string()).unwrap_or_default());
    let members = Memo::derive(move || app.circle().with(|circle| me.with(|me| who_can_hold(circle, me))));
    Effect::new(move |earlier: Option<String>| {
        let chosen = me.get();
        if earlier.is_some_and(|earlier| earlier != chosen) {
            app.i_am(&MemberId::new(&chosen));
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

/// A circle that can be opened, or is open.
fn kept(app: App, entry: CircleEntry) -> AnyView {
    let id = entry.circle_id();
    let is_current = app.entry.with(|open| open.as_ref().map(CircleEntry::circle_id)).as_ref() == Some(&id);
    let (switch_id, name) = (id.clone(), entry.name.clone());
    let switch = move |_| {
        app.open_circle(&switch_id);
    };
    let remove = move |_| {
        let id = id.clone();
        app.remove_circle(&id);
        app.say(words::removed(&name), Some(Arc::new(move || app.restore_circle(&id))));
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
            <button type="button" class="btn" data-kind="quiet" on:click=remove>{words::REMOVE}</button>
        </li>
    }
    .into_any()
}

/// A circle that was removed and can be brought back.
fn removed(app: App, entry: CircleEntry) -> AnyView {
    let (restore_id, erase_id) = (entry.circle_id(), entry.circle_id());
    let restore = move |_| app.restore_circle(&restore_id);
    let erase = move |_| {
        if app.erase_circle(&erase_id).is_ok() {
            app.say(words::ERASED, None);
        }
    };
    view! {
        <li>
            <bdi>{entry.name}</bdi>
            <button type="button" class="btn" data-kind="small" on:click=restore>{action::RESTORE}</button>
            <button type="button" class="btn" data-kind="quiet" on:click=erase>{words::ERASE}</button>
        </li>
    }
    .into_any()
}

#[component]
fn Circles(is_starting: RwSignal<bool>) -> impl IntoView {
    let desktop = desktop();
    let app = desktop.app;
    let here = move || app.index().with(|index| index.entries(Removed::No).cloned().collect::<Vec<_>>());
    let gone = move || app.index().with(|index| index.entries(Removed::Yes).cloned().collect::<Vec<_>>());
    let leave = move |_| {
        if let Some(me) = app.me.get_untracked() {
            act(app, member::Command::Remove(me), words::LEFT);
        }
    };
    let receive = Callback::new(move |files| desktop.receive(files));
    let demo = move |_| desktop.begin_demo(start::DEMO_NAME, move |why| app.say(why, None));
    view! {
        <section class="card stack" aria-labelledby="circles">
            <header class="card__head"><h2 id="circles">{words::CIRCLES}</h2></header>
            <ul class="list list-spread">{live(move || here().into_iter().map(|entry| kept(app, entry)).collect_view())}</ul>
            <p class="field__hint">{words::REMOVE_HINT}</p>
            <When is=move || !gone().is_empty()>
                <h3>{words::REMOVED}</h3>
                <ul class="list list-spread">{live(move || gone().into_iter().map(|entry| removed(app, entry)).collect_view())}</ul>
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
