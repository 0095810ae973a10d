//! Where a message is pasted.

use super::words;
use crate::exchange::update_message;
use crate::platform;
use crate::state::{Memo, RwSignal};
use crate::ui::components::{Glyph, Icon, When, live};
use crate::ui::context::desktop;
use crate::ui::markup::view;
use leptos::prelude::*;

/// A button that reads the clipboard where the browser lets it, and a field for the others. What is pasted is looked at
/// without another tap.
#[component]
pub fn Paste() -> AnyView {
    let desktop = desktop();
    let said = RwSignal::new("");
    let text = RwSignal::new(String::new());
    let look = move |pasted: String| {
        if pasted.trim().is_empty() {
            said.set("");
        } else if update_message::is_in(&pasted) {
            text.set(String::new());
            said.set("");
            desktop.receive_text(pasted);
        } else {
            said.set(words::PASTE_NOTHING);
        }
    };
    let paste = move |_| {
        leptos::task::spawn_local(async move {
            match platform::read_clipboard().await {
                Some(pasted) => look(pasted),
                None => {
                    let _ = said.try_set(words::PASTE_REFUSED);
                    platform::focus_near("paste");
                }
            }
        });
    };
    let button = platform::can_read_clipboard().then(|| {
        view! {
            <div class="row">
                <button type="button" class="btn" on:click=paste><Icon glyph=Glyph::Copy />{words::PASTE}</button>
            </div>
        }
    });
    view! { {button} <PasteField text said on_typed=Callback::new(look) /> }.into_any()
}

/// The field, and what is wrong with what is in it.
#[component]
fn PasteField(text: RwSignal<String>, said: RwSignal<&'static str>, on_typed: Callback<String>) -> AnyView {
    let has_said = Memo::new(move |_| !said.get().is_empty());
    view! {
        <div class="field">
            <label for="paste">{words::PASTE_FIELD}</label>
            <textarea
                id="paste"
                class="in-step__paste"
                rows="2"
                autocomplete="off"
                spellcheck="false"
                aria-describedby="paste-hint paste-problem"
                prop:value=move || text.get()
                on:input:target=move |event| {
                    let pasted = event.target().value();
                    text.set(pasted.clone());
                    on_typed.run(pasted);
                }
            ></textarea>
            <p class="field__hint" id="paste-hint">{words::PASTE_HINT}</p>
            <When is=move || has_said.get()>
                <p class="field__problem" id="paste-problem" role="status">{live(move || said.get())}</p>
            </When>
        </div>
    }
    .into_any()
}
