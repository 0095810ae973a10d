//! A message to one person, ready to be sent.

use crate::state::{Memo, RwSignal};
use crate::ui::components::{SendBy, When};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::text::nudge as words;
use leptos::prelude::*;

/// The words, to be read and changed first, and the ways to send them.
#[component]
pub fn Nudge(
    #[prop(into)] id: String,
    /// Whom it goes to.
    #[prop(into)]
    name: Memo<String>,
    /// What the app suggests.
    #[prop(into)]
    ready: Memo<String>,
) -> impl IntoView {
    let app = app();
    let edited = RwSignal::new(None::<String>);
    let text = Memo::new(move |_| edited.get().unwrap_or_else(|| ready.get()));
    let hint_id = format!("{id}-hint");
    view! {
        <div class="work-nudge">
            <div class="field">
                <label for=id.clone()>{words::TEXT}<span class="unseen">{words::TO}<bdi>{name}</bdi></span></label>
                <textarea
                    id=id.clone()
                    rows="3"
                    dir="auto"
                    aria-describedby=hint_id.clone()
                    prop:value=move || text.get()
                    on:input:target=move |event| edited.set(Some(event.target().value()))
                ></textarea>
                <p class="field__hint" id=hint_id>{words::PRIVATE}</p>
            </div>
            <SendBy
                text
                shown_in=id
                what=Memo::new(move |_| words::to(&name.get()))
                kind="main"
                on_said=Callback::new(move |said: &'static str| app.say(said, None))
            />
            <When is=move || edited.with(Option::is_some)>
                <button type="button" class="btn" data-kind="quiet" on:click=move |_| edited.set(None)>{words::AFRESH}</button>
            </When>
        </div>
    }
}
