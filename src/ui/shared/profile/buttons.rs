//! The end of each question.

use super::words;
use crate::ui::markup::view;
use leptos::prelude::*;

/// Saves and goes on, or only goes on. Without `on_save` the form is submitted.
pub fn buttons(on_save: Option<Callback<()>>, go_on: Callback<()>) -> AnyView {
    let save = match on_save {
        Some(on_save) => view! {
            <button type="button" class="btn" data-kind="main" on:click=move |_| on_save.run(())>{words::SAVE_ON}</button>
        }
        .into_any(),
        None => view! { <button class="btn" data-kind="main">{words::SAVE_ON}</button> }.into_any(),
    };
    view! {
        <div class="row">
            {save}
            <button type="button" class="btn" data-kind="quiet" on:click=move |_| go_on.run(())>{words::SKIP}</button>
        </div>
    }
    .into_any()
}
