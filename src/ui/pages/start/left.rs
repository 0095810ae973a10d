//! What somebody who has left the circle sees instead of the pages: what they can still do with it here.

use super::words;
use crate::domain::member;
use crate::platform::{self, DateStyle};
use crate::state::{App, Memo};
use crate::ui::ask::act;
use crate::ui::components::{Heading, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use leptos::prelude::*;
use std::sync::Arc;

/// The page.
#[component]
pub fn LeftCircle() -> impl IntoView {
    let app = app();
    let name = Memo::new(move |_| app.circle().with(|circle| circle.about.name.clone()));
    let heading = move || name.with(|name| words::left_heading(name));
    let lead = move || {
        let day = app.left.get().map(|at| platform::instant_text(at, DateStyle::Full, None));
        words::left_on(&day.unwrap_or_default())
    };
    let remove = move |_| remove(app, &name.get_untracked());
    view! {
        <section class="narrow stack">
            <header class="head">
                <Heading text=heading />
                <p>{live(lead)}</p>
            </header>
            <div class="card stack">
                <p>{words::LEFT_SEND}</p>
                <div class="row">
                    <a class="btn" data-kind="main" href=Page::Sync.href()>{words::LEFT_TO_SEND}</a>
                    <button type="button" class="btn" on:click=move |_| come_back(app)>{words::COME_BACK}</button>
                </div>
            </div>
            <div class="card stack">
                <p>{words::LEFT_REMOVE}</p>
                <div class="row">
                    <button type="button" class="btn" data-kind="quiet" on:click=remove>{words::LEFT_TAKE_OFF}</button>
                </div>
            </div>
            <p class="quiet">{words::LEFT_OTHER} " " <a href=Page::Settings.href()>{words::LEFT_OTHER_LINK}</a></p>
        </section>
    }
}

fn come_back(app: App) {
    if let Some(me) = app.me.get_untracked() {
        act(app, member::Command::Restore(me), words::BACK_AGAIN);
    }
}

/// Takes the circle off this device, with a way back.
fn remove(app: App, name: &str) {
    let Some(id) = app.entry.get_untracked().map(|entry| entry.circle_id()) else { return };
    app.remove_circle(&id);
    app.say(words::removed(name), Some(Arc::new(move || app.bring_back(id.clone()))));
}
