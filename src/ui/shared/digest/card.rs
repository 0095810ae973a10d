//! The newest digest on the page of the week.

use super::words;
use super::{Byline, week_name};
use crate::domain::{Digest, fresh_digest};
use crate::state::Memo;
use crate::ui::components::{Marked, When, live};
use crate::ui::context::app;
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
    let read = move |read: fn(&Digest) -> String| {
        move || digest.with(|digest| digest.as_ref().map(|digest| read(digest)).unwrap_or_default())
    };
    let first_lines = |digest: &Digest| {
        let lines = digest.text.lines().filter(|line| !line.trim().is_empty());
        lines.take(LINES).collect::<Vec<_>>().join("\n")
    };
    let link = move || {
        let href = digest.with(|digest| digest.as_ref().map(|digest| Page::Digest.of_week(digest.cycle)));
        view! { <p class="digest-card__all"><a href=href>{words::READ_ALL}</a></p> }
    };
    view! {
        <When is=move || digest.with(Option::is_some)>
            <section class="card" aria-labelledby="digest-card">
                <header class="card__head">
                    <h2 id="digest-card">{read(|digest| words::of_week(&week_name(digest.cycle)))}</h2>
                    <span><Byline digest /></span>
                </header>
                <div class="digest-card__text"><Marked text=Memo::derive(read(first_lines)) /></div>
                {live(link)}
            </section>
        </When>
    }
}
