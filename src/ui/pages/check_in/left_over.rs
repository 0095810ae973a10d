//! Words of a week whose window closed while they were written.

use super::writing::{Writing, draft_of};
use super::{current, week_name, words};
use crate::domain::CheckInTexts;
use crate::ui::components::live;
use crate::ui::context::app;
use crate::ui::markup::view;
use leptos::prelude::*;
use std::sync::Arc;

/// Says that the window has closed, and what can become of the words: they are sent late with the form below,
/// brought into the check-in of this week, or thrown away.
#[component]
pub fn LeftOver(writing: Writing, on_moved: Callback<()>) -> AnyView {
    let app = app();
    let bring = move |_| {
        let Some((into, me)) = untrack(|| current(app)) else { return };
        let draft = draft_of(app, into, &me);
        let later = draft.load(app);
        let later =
            later.unwrap_or_else(|| app.circle().with_untracked(|circle| CheckInTexts::known(circle, into, &me)));
        draft.keep(app, &untrack(|| writing.texts()).brought_into(later));
        writing.forget();
        app.say(words::BROUGHT, None);
        on_moved.run(());
    };
    let discard = move |_| {
        let back = writing.way_back(untrack(|| writing.texts()));
        writing.forget();
        let back = Arc::new(move || {
            back();
            let _ = on_moved.try_run(());
        });
        app.say(words::DISCARDED, Some(back));
        on_moved.run(());
    };
    let closed = move || words::window_closed(&week_name(app, writing.cycle));
    view! {
        <section class="banner" data-kind="note" role="status">
            <p>{live(closed)}</p>
            <div class="row">
                <button type="button" class="btn" data-kind="small" on:click=bring>{words::BRING}</button>
                <button type="button" class="btn" data-kind="quiet" on:click=discard>{words::DISCARD}</button>
            </div>
        </section>
    }
    .into_any()
}
