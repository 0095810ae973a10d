//! One line on the week: what of mine was not sent, whose check-in is in, and whose is missing.

use super::{Handed, SendNew, words};
use crate::domain::WeekView;
use crate::state::Memo;
use crate::ui::components::{When, live};
use crate::ui::context::app;
use leptos::prelude::*;

/// The line; nothing where there is nothing to say.
#[component]
pub fn InStep(week: Memo<WeekView>) -> AnyView {
    let app = app();
    let lacking = app.lacking();
    let waits = Memo::new(move |_| app.unsent.with(|unsent| !unsent.is_empty()));
    let arrived = Memo::new(move |_| week.with(|week| (week.checked_in(), week.awaited())));
    let has_arrived = Memo::new(move |_| arrived.with(|(here, _)| *here > 0));
    let is_shown = move || waits.get() || has_arrived.get() || lacking.with(|names| !names.is_empty());
    let state = move || if waits.get() { "waiting" } else { "sent" };
    let others = move || arrived.with(|(here, missing)| words::arrived(*here, missing));
    view! {
        <When is=is_shown>
            <section class="in-step" data-state=state aria-labelledby="in-step">
                <h2 id="in-step" class="unseen" tabindex="-1">{words::IN_STEP}</h2>
                <When is=move || waits.get()>
                    <p class="in-step__mine">{live(move || app.unsent.with(|unsent| words::waiting(unsent, None)))}</p>
                    <SendNew label=words::SEND_SHORT />
                    <Handed focus="in-step" />
                </When>
                <When is=move || lacking.with(|names| !names.is_empty())>
                    <p>{live(move || lacking.with(|names| words::lacks(names)))}</p>
                </When>
                <When is=move || has_arrived.get()><p class="in-step__others">{live(others)}</p></When>
            </section>
        </When>
    }
    .into_any()
}
