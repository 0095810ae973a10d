//! The shared aim above the goals of each: one quiet line that leads to it.

use super::words;
use crate::state::Memo;
use crate::ui::components::{When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::shared::goal::words as goals;
use leptos::prelude::*;

/// Title, standing and meter of an aim that is open; nothing where there is none.
#[component]
pub fn AimLine() -> AnyView {
    let app = app();
    let aim = Memo::new(move |_| {
        app.circle().with(|circle| {
            let aim = circle.aim().filter(|aim| aim.is_open())?;
            let standing = circle.aim_standing(aim);
            Some((aim.title.clone(), goals::standing(&aim.measure, standing), standing.share))
        })
    });
    let read = move |of: fn(&(String, String, f64)) -> String| move || aim.with(|aim| aim.as_ref().map(of));
    let share = move || aim.with(|aim| aim.as_ref().map_or(0.0, |(.., share)| *share));
    view! {
        <When is=move || aim.with(Option::is_some)>
            <a class="aim-line" href=Page::Charter.href()>
                <span class="aim-line__head">
                    <small>{words::AIM}</small>
                    <span>{live(read(|(_, said, _)| said.clone()))}</span>
                </span>
                <strong dir="auto">{live(read(|(title, ..)| title.clone()))}</strong>
                <span class="aim-line__way" aria-hidden="true"><span style:inline-size=move || format!("{:.1}%", share() * 100.0)></span></span>
            </a>
        </When>
    }
    .into_any()
}
