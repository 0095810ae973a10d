//! The newest digest on the page of the week.

use super::words;
use super::{Byline, week_name};
use crate::domain::{Digest, fresh_digest};
use crate::state::Memo;
use crate::ui::components::{Given, Marked, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use leptos::prelude::*;
use std::sync::Arc;

/// How many lines of it are shown.
const LINES: usize = 6;

/// Its first lines, who published it, and the way to the whole; nothing when it is older than two weeks.
#[component]
pub fn DigestCard() -> impl IntoView {
    let app = app();
    let digest = Memo::new(move |_| app.circle().with(|circle| fresh_digest(app.present(circle)).map(Arc::clone)));
    view! { <Given value=digest view=card /> }
}

fn card(digest: Memo<Arc<Digest>>) -> AnyView {
    let read = move |read: fn(&Digest) -> String| move || digest.with(|digest| read(digest));
    let first_lines = |digest: &Digest| {
        let lines = digest.text.lines().filter(|line| !line.trim().is_empty());
        lines.take(LINES).collect::<Vec<_>>().join("\n")
    };
    view! {
        <section class="card" aria-labelledby="digest-card">
            <header class="card__head">
                <h2 id="digest-card">{live(read(|digest| words::of_week(&week_name(digest.cycle))))}</h2>
                <span><Byline digest /></span>
            </header>
            <div class="digest-card__text"><Marked text=Memo::derive(read(first_lines)) /></div>
            <p class="digest-card__all"><a href=read(|digest| Page::Digest.of_week(digest.cycle))>{words::READ_ALL}</a></p>
        </section>
    }
    .into_any()
}
