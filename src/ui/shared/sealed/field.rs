//! A field for a passphrase.

use super::words;
use crate::state::{Memo, RwSignal};
use crate::ui::components::{Field, Problem, When, live};
use crate::ui::markup::view;
use leptos::prelude::*;

/// A passphrase, readable while `is_shown`.
#[component]
pub fn PassphraseField(
    id: &'static str,
    value: RwSignal<String>,
    #[prop(into, optional)] hint: Memo<String>,
    problem: Problem,
    is_shown: RwSignal<bool>,
) -> AnyView {
    let label = move || if is_shown.get() { words::HIDE } else { words::SHOW };
    let hidden = move || view! { <Field id label=words::PASSPHRASE value hint kind="password" problem /> };
    view! {
        <When is=is_shown otherwise=hidden>
            <Field id label=words::PASSPHRASE value hint kind="verbatim" problem />
        </When>
        <div class="row">
            <button type="button" class="btn" data-kind="small" on:click=move |_| is_shown.update(|is| *is = !*is)>
                {live(label)}
            </button>
        </div>
    }
    .into_any()
}
