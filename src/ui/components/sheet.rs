//! A dialog that rises from below on a phone and stands in the middle elsewhere.

use super::When;
use super::{Glyph, Icon};
use crate::platform::{self, OverPage};
use crate::state::{Effect, Memo, RwSignal, StoredValue};
use crate::ui::markup::{Drawn, view};
use crate::ui::text::action;
use leptos::html::Dialog;
use leptos::prelude::*;

/// A modal dialog, open while `is_open`. Its content is made anew at each opening.
#[component]
pub fn Sheet(is_open: RwSignal<bool>, #[prop(into)] title: Memo<String>, children: Drawn) -> AnyView {
    let on_close = Callback::new(move |()| is_open.set(false));
    dialog(is_open.into(), on_close, title, children)
}

/// A modal dialog about something, open while there is a `subject`; `about` shows it, and no other value is
/// shown before the dialog was closed.
#[component]
pub fn SheetAbout<T: Clone + Send + Sync + 'static>(
    subject: RwSignal<Option<T>>,
    #[prop(into)] title: Memo<String>,
    /// The content, and what it calls to close the dialog.
    about: impl Fn(T, Callback<()>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let on_close = Callback::new(move |()| subject.set(None));
    let content = move || subject.get_untracked().map_or_else(|| ().into_any(), |subject| about(subject, on_close));
    dialog(Memo::new(move |_| subject.with(Option::is_some)), on_close, title, content.into())
}

/// Opens and closes `dialog` as `is_open` says; it lies over the page, so that Back closes it.
fn open_over_page(dialog: NodeRef<Dialog>, is_open: Memo<bool>, on_close: Callback<()>) {
    let over = StoredValue::new(None::<OverPage>);
    let leave = move || {
        if let Some(over) = over.try_update_value(Option::take).flatten() {
            over.closed();
        }
    };
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if !is_open.get() {
            leave();
            dialog.close();
        } else if !dialog.open() && dialog.show_modal().is_ok() {
            over.set_value(Some(OverPage::opened(move || on_close.try_run(()).unwrap_or_default())));
            platform::focus_first_field();
        }
    });
    on_cleanup(leave);
}

fn dialog(is_open: Memo<bool>, on_close: Callback<()>, title: Memo<String>, children: Drawn) -> AnyView {
    let dialog = NodeRef::<Dialog>::new();
    open_over_page(dialog, is_open, on_close);
    let title_id = StoredValue::new(format!("sheet-{}", platform::random_u32()));
    let children = StoredValue::new(children);
    let close = move |_| on_close.run(());
    let closed = move |_| {
        if is_open.get_untracked() {
            on_close.run(());
        }
    };
    let content = move || {
        view! {
            <header class="sheet__head">
                <h2 id=title_id.get_value()>{title}</h2>
                <button type="button" class="btn-round" aria-label=action::CLOSE on:click=close>
                    <Icon glyph=Glyph::Close />
                </button>
            </header>
            {children.with_value(Drawn::draw)}
        }
    };
    view! {
        <dialog class="sheet" node_ref=dialog aria-labelledby=move || title_id.get_value() on:close=closed>
            <When is=is_open>{content()}</When>
        </dialog>
    }
    .into_any()
}
