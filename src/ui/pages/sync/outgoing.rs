//! What waits to be sent, and the ways to send it.

use super::code::CodeWay;
use super::sealed::SealedWay;
use super::words;
use crate::platform;
use crate::state::{CircleEntry, Memo, Reach, RwSignal};
use crate::ui::components::{Glyph, Icon, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::sync::{Handed, SendNew, save_file, share_whole};
use crate::ui::text;
use leptos::prelude::*;

/// The card.
#[component]
pub fn Outgoing() -> impl IntoView {
    let app = app();
    let waiting = move || {
        let sent = app.entry.with(|entry| entry.as_ref().and_then(CircleEntry::sent));
        let ago = sent.map(|at| text::time::relative(app.now().get(), at));
        app.unsent.with(|unsent| words::waiting(unsent, ago.as_deref()))
    };
    let state = move || if app.unsent.with(|unsent| unsent.is_empty()) { "sent" } else { "waiting" };
    let can_pass_on = Memo::new(move |_| app.can_pass_on());
    let passes_on = RwSignal::new(false);
    let reach = Memo::derive(move || if passes_on.get() { Reach::All } else { Reach::Own });
    view! {
        <section class="card sync" aria-labelledby="out">
            <header class="card__head"><h2 id="out">{words::OUT}</h2></header>
            <p class="sync__state" data-state=state>{live(waiting)}</p>
            <When is=move || can_pass_on.get()>
                <label class="sync__pass-on">
                    <input type="checkbox" prop:checked=move || passes_on.get() on:change:target=move |event| passes_on.set(event.target().checked()) />
                    {words::PASS_ON}
                </label>
            </When>
            <Handed focus="out" />
            <SendNew reach is_file_beside=true />
            <CodeWay reach />
            <Whole />
        </section>
    }
}

/// The whole circle as a file: for a new device, for whoever lacks something, to keep.
#[component]
fn Whole() -> impl IntoView {
    let app = app();
    let contains = move || {
        app.circle().with(|circle| {
            let goals = circle.goals.values().filter(|goal| goal.deleted_at.is_none()).count();
            let commitments = circle.commitments.values().filter(|c| c.deleted_at.is_none()).count();
            words::contains(circle.roster().len(), goals, commitments, circle.check_ins.len())
        })
    };
    let is_known = move || app.unsent.with(|unsent| !unsent.is_whole);
    let share = move || {
        platform::can_share_files().then(|| {
            view! {
                <button type="button" class="btn" on:click=move |_| share_whole(app)>
                    <Icon glyph=Glyph::Share />
                    {words::SEND_WHOLE}
                </button>
            }
        })
    };
    view! {
        <h3>{words::WHOLE}</h3>
        <p class="quiet">{live(contains)}</p>
        <div class="row">
            // While nobody has the circle, sending it means the file.
            <When is=is_known>{share()}</When>
            <button type="button" class="btn" on:click=move |_| save_file(app)>
                <Icon glyph=Glyph::File />
                {words::SAVE}
            </button>
            <SealedWay />
        </div>
    }
}
