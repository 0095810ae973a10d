//! A dialog that rises from below on a phone and stands in the middle elsewhere.

use super::When;
use super::{Glyph, Icon};
use crate::ui::text::action;
use leptos::html::Dialog;
use leptos::prelude::*;

/// A modal dialog, open while `is_open`. Its content is made anew at each opening.
#[component]
pub fn Sheet(is_open: RwSignal<bool>, #[prop(into)] title: Signal<String>, children: ChildrenFn) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    let title_id = StoredValue::new(format!("sheet-{}", crate::platform::random_u32()));
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if is_open.get() {
            if !dialog.open() {
                // Fails only on a dialog that is open or not on the page.
                let _ = dialog.show_modal();
            }
        } else if dialog.open() {
            dialog.close();
        }
    });
    let children = StoredValue::new(children);
    view! {
        <dialog class="sheet" node_ref=dialog aria-labelledby=move || title_id.get_value() on:close=move |_| is_open.set(false)>
            <When is=move || is_open.get()>
                <header class="sheet__head">
                    <h2 id=title_id.get_value()>{title}</h2>
                    <button type="button" class="round" aria-label=action::CLOSE on:click=move |_| is_open.set(false)>
                        <Icon glyph=Glyph::Close />
                    </button>
                </header>
                {children.with_value(|children| children())}
            </When>
        </dialog>
    }
}
