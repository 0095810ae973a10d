//! One line on the week: what of mine was not sent, whose check-in is in, and whose is missing.

use super::{Handed, SendNew, words};
use crate::domain::WeekView;
use crate::state::Memo;
use crate::ui::components::{When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use leptos::prelude::*;

/// What of mine waits, and what cannot be shown yet; nothing where there is neither.
#[component]
pub fn InStep() -> AnyView {
    let app = app();
    let lacking = app.lacking();
    let waits = Memo::new(move |_| app.unsent.with(|unsent| !unsent.is_empty()));
    let is_shown = move || waits.get() || lacking.with(|names| !names.is_empty());
    view! {
        <When is=is_shown>
            <section class="in-step" id="in-step" tabindex="-1" aria-label=words::IN_STEP>
                <When is=move || waits.get()>
                    <p class="in-step__mine">{live(move || app.unsent.with(|unsent| words::waiting(unsent, None)))}</p>
                    <SendNew label=words::SEND_SHORT />
                    <Handed focus="in-step" />
                </When>
                <When is=move || lacking.with(|names| !names.is_empty())>
                    <p>{live(move || lacking.with(|names| words::lacks(names)))}</p>
                </When>
            </section>
        </When>
    }
    .into_any()
}

/// Whose check-in is in, and whose is missing; nothing before the first.
#[component]
pub fn Arrived(week: Memo<WeekView>) -> AnyView {
    let arrived = Memo::new(move |_| week.with(|week| (week.checked_in(), week.awaited())));
    let has_arrived = Memo::new(move |_| arrived.with(|(here, _)| *here > 0));
    let others = move || arrived.with(|(here, missing)| words::arrived(*here, missing));
    view! { <When is=has_arrived><p class="in-step__others">{live(others)}</p></When> }.into_any()
}
