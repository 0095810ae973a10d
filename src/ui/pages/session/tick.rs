//! Something that is ticked off.

use crate::state::Memo;
use crate::ui::components::{Glyph, Icon, live};
use crate::ui::markup::view;
use leptos::prelude::*;

/// A round button that is pressed while `is_done`.
#[component]
pub fn Tick(
    #[prop(into)] is_done: Memo<bool>,
    #[prop(into)] label: Memo<String>,
    on_toggle: Callback<()>,
) -> impl IntoView {
    let is_done = Memo::new(move |_| is_done.get());
    view! {
        <button
            type="button"
            class="tick"
            aria-pressed=move || is_done.get().to_string()
            aria-label=label
            on:click=move |_| on_toggle.run(())
        >
            {live(move || is_done.get().then(|| view! { <Icon glyph=Glyph::Check /> }))}
        </button>
    }
}
