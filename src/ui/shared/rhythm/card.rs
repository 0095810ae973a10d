//! The rhythm on the circle's page: what comes next, and the way to the rest.

use super::events::{Lead, NextEvents};
use super::words;
use crate::ui::routes::Page;
use leptos::prelude::*;

/// The next events, and a way to the page of the rhythm.
#[component]
pub fn RhythmCard() -> impl IntoView {
    view! {
        <section class="card stack" aria-labelledby="rhythm">
            <header class="card__head"><h2 id="rhythm">{words::TITLE}</h2></header>
            <NextEvents lead=Lead::Plain />
            <div class="row"><a class="btn" data-kind="small" href=Page::Rhythm.href()>{words::EDIT}</a></div>
        </section>
    }
}
