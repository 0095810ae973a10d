//! Stored bytes that cannot be read: kept, explained, offered.

use super::words;
use crate::platform;
use crate::state::Phase;
use crate::ui::components::{FilePicker, Heading, live};
use crate::ui::context::desktop;
use crate::ui::markup::view;
use crate::ui::shared::imports::{RefusedFiles, lead_to};
use crate::vault::Fault;
use leptos::prelude::*;

/// What is stored, what to do.
#[component]
pub fn Unreadable() -> impl IntoView {
    let desktop = desktop();
    let app = desktop.app;
    let heading = move || {
        app.phase().with(|phase| match phase {
            Phase::Unreadable { name, .. } => words::unreadable_heading(name),
            _ => String::new(),
        })
    };
    let download = move |_| app.phase().with_untracked(download);
    let remove = move |_| {
        if let Some(id) = app.entry.get_untracked().map(|entry| entry.circle_id()) {
            app.remove_circle(&id);
        }
    };
    let receive = Callback::new(move |files| desktop.receive(files));
    lead_to("refused");
    view! {
        <section class="narrow stack">
            <header class="head">
                <Heading text=heading />
                <p>{words::UNREADABLE_LEAD}</p>
            </header>
            <RefusedFiles />
            <div class="card stack">
                <p>{words::UNREADABLE_NEXT}</p>
                <ul class="start-faults">{live(move || app.phase().with(faults))}</ul>
                <div class="row">
                    <button type="button" class="btn" data-kind="main" on:click=download>{words::UNREADABLE_DOWNLOAD}</button>
                    <FilePicker id="unreadable-file" label=words::UNREADABLE_OPEN on_files=receive />
                    <button type="button" class="btn" on:click=remove>{words::UNREADABLE_ERASE}</button>
                </div>
            </div>
        </section>
    }
}

/// What is wrong with which value.
fn faults(phase: &Phase) -> Vec<AnyView> {
    let Phase::Unreadable { faults, .. } = phase else { return Vec::new() };
    let line =
        |fault: &Fault| view! { <li><code>{fault.key.clone()}</code>": "{fault.flaw.to_string()}</li> }.into_any();
    faults.iter().map(line).collect()
}

/// Hands out every stored key and value.
fn download(phase: &Phase) {
    if let Phase::Unreadable { bytes, .. } = phase {
        let lines: String = bytes.iter().map(|(key, value)| format!("{key}\n{value}\n\n")).collect();
        platform::download("stored-bytes.txt", "text/plain", &lines);
    }
}
