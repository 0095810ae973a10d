//! The five places, by question: now, mine, this week's word, ours, before.

use crate::domain::CheckInState;
use crate::state::Memo;
use crate::state::SaveState;
use crate::ui::components::{Icon, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::{NavPlace, Page};
use crate::ui::text::{nav, shell as words};
use leptos::prelude::*;

/// The bar of a phone, the rail of a desktop.
#[component]
pub fn Navigation(page: Memo<Option<Page>>) -> impl IntoView {
    let app = app();
    // A dot says that my check-in is asked for.
    let is_asked = Memo::new(move |_| {
        let me = app.me.get();
        app.circle().with(|circle| {
            let member = me.as_ref().and_then(|me| circle.members.get(me));
            member.is_some_and(|member| {
                let state = app.present(circle).check_in_state(app.cycle.get(), member);
                matches!(state, CheckInState::Open | CheckInState::Overdue)
            })
        })
    });
    let link = move |own: Page| {
        let is_check_in = own == Page::CheckIn;
        let dot = move || {
            (is_check_in && is_asked.get())
                .then(|| view! { <span class="bar__dot"></span><span class="unseen">", "{nav::ASKED}</span> })
        };
        view! {
            <li data-page=own.segment()>
                <a href=own.href() aria-current=move || current(page.get(), own)>
                    <Icon glyph=own.glyph() />
                    <span>{own.label()}</span>
                    {live(dot)}
                </a>
            </li>
        }
    };
    let places = Page::ALL.iter().copied().filter(|page| page.place() == NavPlace::Bar);
    view! { <nav class="bar" aria-label=nav::MAIN><ul>{places.map(link).collect_view()}</ul></nav> }
}

/// How the link to `own` is marked while `page` is shown.
pub(super) fn current(page: Option<Page>, own: Page) -> Option<&'static str> {
    match page {
        Some(page) if page == own => Some("page"),
        Some(page) if page.home() == Some(own) => Some("true"),
        _ => None,
    }
}

/// Whether what is shown is stored, at the foot of the rail.
#[component]
pub fn Saved() -> impl IntoView {
    let app = app();
    let state = move || {
        app.save_state().with(|save| match save {
            SaveState::Saved => words::SAVED,
            SaveState::Failed(_) | SaveState::Memory => words::NOT_SAVED,
            SaveState::ReadOnly => words::READ_ONLY,
        })
    };
    let is_saved = move || app.save_state().with(|save| if *save == SaveState::Saved { "yes" } else { "no" });
    view! { <footer class="bar__foot"><span data-save=is_saved>{live(state)}</span></footer> }
}
