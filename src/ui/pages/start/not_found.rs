//! An address that leads nowhere.

use crate::ui::components::Heading;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::text::shell as words;
use leptos::prelude::*;

/// Says so, and leads back.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <section class="narrow stack">
            <Heading text=words::NOT_FOUND />
            <p class="lead">{words::NOT_FOUND_TEXT}</p>
            <div class="row"><a class="btn" data-kind="main" href=Page::Week.href()>{words::NOT_FOUND_BACK}</a></div>
        </section>
    }
}
