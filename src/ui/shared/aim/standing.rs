//! How far the circle has come with its shared aim.

use crate::domain::{Aim, Measure};
use crate::state::Memo;
use crate::ui::components::{When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::goal::words as goals;
use crate::ui::text;
use leptos::prelude::*;

/// The aim in its words, how far it has come, and until when.
#[component]
pub fn AimStanding(aim: Memo<Aim>) -> AnyView {
    let app = app();
    let standing = Memo::new(move |_| aim.with(|aim| app.circle().with(|circle| circle.aim_standing(aim))));
    let share = move || standing.get().share;
    let said = move || match aim.with(|aim| aim.closing) {
        Some(closing) => goals::closing(closing).to_owned(),
        None => aim.with(|aim| goals::standing(&aim.measure, standing.get())),
    };
    let detail = move || {
        let today = app.today();
        aim.with(|aim| {
            let due = aim.due.map(|day| goals::due(&text::time::dated(day, today)));
            let is_number = matches!(aim.measure, Measure::Number { .. });
            let expected = aim.as_goal().expected_share(today).filter(|_| aim.is_open() && is_number);
            let pace = expected.map(|expected| goals::pace(share(), expected).to_owned());
            [due, pace].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        })
    };
    view! {
        <div class="aim">
            <p class="aim__title" dir="auto">{live(move || aim.with(|aim| aim.title.clone()))}</p>
            <p><strong>{live(said)}</strong>" "<small>{live(detail)}</small></p>
            <When is=move || aim.with(|aim| matches!(aim.measure, Measure::Number { .. }))>
                <meter class="meter" min="0" max="1" prop:value=share aria-label=said></meter>
            </When>
        </div>
    }
    .into_any()
}
