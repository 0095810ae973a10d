//! Where somebody says what they look for.

use super::words;
use crate::platform;
use crate::state::{Effect, Memo, StoredValue};
use crate::ui::components::{Form, Problem};
use crate::ui::markup::view;
use crate::ui::routes::search_address;
use leptos::html::Input;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

/// How long somebody pauses before they have typed what they look for, in milliseconds.
const PAUSE: u64 = 200;

/// The field. What is `typed` is in the address: the field writes it there and follows what it says, but for the one
/// who types right now.
#[component]
pub fn SearchField(typed: Memo<String>) -> AnyView {
    let input = NodeRef::<Input>::new();
    Effect::new(move |_| {
        let typed = typed.get();
        if let Some(input) = input.get().filter(|input| !input.matches(":focus").unwrap_or(false)) {
            input.set_value(&typed);
        }
    });
    let (navigate, path) = (use_navigate(), use_location().pathname);
    let go = move || {
        let Some(input) = input.get_untracked() else { return };
        let options = NavigateOptions { resolve: false, replace: true, scroll: false, ..NavigateOptions::default() };
        navigate(&search_address(&path.get_untracked(), &input.value()), options);
    };
    let submitted = go.clone();
    let on_submit = Callback::new(move |()| submitted());
    let paused = after_a_pause(go);
    let on_input = move |_| paused();
    view! {
        <div class="history-search" role="search">
            <Form problem=Problem::none() on_submit>
                <div class="field">
                    <label for="history-words">{words::SEARCH}</label>
                    <input
                        id="history-words"
                        type="search"
                        node_ref=input
                        value=typed.get_untracked()
                        placeholder=words::SEARCH_EXAMPLE
                        dir="auto"
                        autocomplete="off"
                        enterkeyhint="search"
                        on:input=on_input
                    />
                </div>
            </Form>
        </div>
    }
    .into_any()
}

/// What is called at each change, and does `go` once none came for [`PAUSE`].
fn after_a_pause(go: impl Fn() + Clone + 'static) -> impl Fn() {
    let newest = StoredValue::new(0_u32);
    move || {
        let number = newest.get_value().wrapping_add(1);
        newest.set_value(number);
        let go = go.clone();
        platform::after(PAUSE, move || {
            if newest.try_get_value() == Some(number) {
                go();
            }
        });
    }
}
