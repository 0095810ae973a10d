//! The first screen: start a circle, open a file, paste a message, try the demo.

#![allow(unsafe_code)]

use super::words;
use crate::platform::part;
use crate::state::{CircleEntry, Removed, RwSignal};
use crate::ui::components::When;
use crate::ui::components::{FilePicker, Glyph, Heading, Icon, live};
use crate::ui::context::desktop;
use crate::ui::markup::view;
use crate::ui::parts::{self, Part, Surface};
use crate::ui::routes::Page;
use crate::ui::shared::circle::{StartForm, is_start_begun};
use crate::ui::shared::imports::{RefusedFiles, lead_to};
use crate::ui::shared::sync::Paste;
use crate::ui::text;
use leptos::prelude::*;

type DrawPaste = fn() -> AnyView;

part!(load_paste in bring: DrawPaste = draw_paste);

/// Few paste anything here: fetched when somebody wants to.
static PASTE: Part<DrawPaste> = Part::new(|| Box::pin(load_paste()));

fn draw_paste() -> AnyView {
    view! { <Paste /> }.into_any()
}

/// The first screen.
#[component]
pub fn FirstRun() -> impl IntoView {
    let is_starting = RwSignal::new(is_start_begun(desktop().app));
    let content = move || {
        if is_starting.get() {
            view! { <StartForm on_back=Callback::new(move |()| is_starting.set(false)) /> }.into_any()
        } else {
            view! { <Welcome on_start=Callback::new(move |()| is_starting.set(true)) /> }.into_any()
        }
    };
    view! { <div class="start">{live(content)}</div> }
}

#[component]
fn Welcome(on_start: Callback<()>) -> impl IntoView {
    let desktop = desktop();
    let trouble = RwSignal::new(None::<String>);
    let demo = move |_| desktop.begin_demo(words::DEMO_NAME, move |why| drop(trouble.try_set(Some(why))));
    let receive = Callback::new(move |files| desktop.receive(files));
    lead_to("refused");
    view! {
        <div class="start__hero">
            <p class="brand">{text::APP}</p>
            <Heading text=words::HEADING />
            <p class="lead">{words::LEAD}</p>
        </div>
        <div class="start__ways">
            <h2 class="unseen">{words::WAYS}</h2>
            <RefusedFiles />
            <When is=move || trouble.with(Option::is_some)>
                <p class="banner" data-kind="bad" role="alert">{live(move || trouble.get())}</p>
            </When>
            <button type="button" class="start-way" data-kind="main" on:click=move |_| on_start.run(())>
                {way(Glyph::Circle, words::BEGIN, words::BEGIN_HINT)}
            </button>
            <div class="start-way">
                <FilePicker id="first-file" label=words::OPEN on_files=receive />
                <span>{words::OPEN_HINT}</span>
            </div>
            {message_way()}
            <button type="button" class="start-way" on:click=demo>
                {way(Glyph::Spark, words::DEMO, words::DEMO_HINT)}
            </button>
            <p class="start__foot"><a href=Page::Invitations.href()>{words::INVITED}</a></p>
            <p class="start__foot">{words::PRIVATE}</p>
            <RemovedCircles />
        </div>
    }
}

/// What the button of a way into the app says.
fn way(glyph: Glyph, name: &'static str, hint: &'static str) -> AnyView {
    view! {
        <Icon glyph />
        <strong>{name}</strong>
        <span>{hint}</span>
    }
    .into_any()
}

/// The way in with a message, which is pasted below its button.
fn message_way() -> AnyView {
    let is_pasting = RwSignal::new(false);
    view! {
        <button
            type="button"
            class="start-way"
            aria-expanded=move || is_pasting.get().to_string()
            on:click=move |_| is_pasting.update(|is| *is = !*is)
        >
            {way(Glyph::Copy, words::MESSAGE, words::MESSAGE_HINT)}
        </button>
        <When is=is_pasting>{parts::show(&PASTE, Surface::Dialog, |draw| draw())}</When>
    }
    .into_any()
}

/// Circles that were removed and can be brought back.
#[component]
fn RemovedCircles() -> impl IntoView {
    let app = desktop().app;
    let entries = move || app.index().with(|index| index.entries(Removed::Yes).cloned().collect::<Vec<_>>());
    let row = move |entry: CircleEntry| {
        let id = entry.circle_id();
        let restore = move |_| app.bring_back(id.clone());
        view! {
            <li>
                <bdi>{entry.name}</bdi>
                <button type="button" class="btn" data-kind="small" on:click=restore>{text::action::RESTORE}</button>
            </li>
        }
    };
    view! {
        <When is=move || !entries().is_empty()>
            <section class="stack">
                <h2>{words::REMOVED}</h2>
                <ul class="list">{live(move || entries().into_iter().map(row).collect_view())}</ul>
            </section>
        </When>
    }
}
