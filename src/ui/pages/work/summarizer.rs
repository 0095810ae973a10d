//! The progress summarizer's work: the digest of this week or the last one.

use crate::domain::{Cycle, digest_cycle};
use crate::state::{Memo, RwSignal};
use crate::ui::components::{Choice, Pick, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::shared::digest::words;
use crate::ui::shared::digest::{DigestEditor, week_name};
use leptos::prelude::*;

/// The surface.
#[component]
pub fn Summarizer() -> impl IntoView {
    let app = app();
    // What is written when one comes stays in one's hands, also once it is published.
    let (running, last, first) = app.circle().with_untracked(|circle| {
        let running = app.cycle.get_untracked();
        (running, circle.rhythm.last_held(running), digest_cycle(circle, running))
    });
    let picked = RwSignal::new(first.to_string());
    let last_label = if running.since(last) == 1 { words::LAST_WEEK.to_owned() } else { week_name(last) };
    let choices = vec![Choice::new(last.to_string(), last_label), Choice::new(running.to_string(), words::THIS_WEEK)];
    let cycle = Memo::new(move |_| picked.with(|picked| Cycle::parse_exact(picked)).unwrap_or(running));
    let editor = move || {
        let cycle = cycle.get();
        view! {
            <header class="card__head"><h2 id="editor">{words::of_week(&week_name(cycle))}</h2></header>
            <DigestEditor cycle />
        }
    };
    view! {
        <section class="card stack" aria-labelledby="editor">
            <fieldset class="field-group" aria-label=words::WHICH>
                <Pick name="digest-week" choices value=picked />
            </fieldset>
            {live(editor)}
            <p class="work-all"><a href=Page::Digest.href()>{words::ALL}</a></p>
        </section>
    }
}
