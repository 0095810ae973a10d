//! Reminders: what works here, turning them on and off, trying one.

use crate::platform::{self, Note, Notices};
use crate::state::App;
use crate::ui::components::{Glyph, Icon, When};
use crate::ui::context::app;
use crate::ui::routes::Page;
use crate::ui::text::reminder as words;
use leptos::prelude::*;

/// What this browser can do, and whether it does.
#[component]
pub fn RemindersCard() -> impl IntoView {
    let app = app();
    let notices = RwSignal::new(platform::notices());
    // Leave is given and taken in the browser's own settings too.
    platform::on_return(move |_| {
        notices.try_set(platform::notices());
    });
    let is_wanted = Memo::new(move |_| app.preferences().with(|preferences| preferences.reminders));
    let is_on = Memo::new(move |_| is_wanted.get() && notices.get() == Notices::Allowed);
    let may_turn_on = move || !is_on.get() && matches!(notices.get(), Notices::Unasked | Notices::Allowed);
    let turn_off = move |_| {
        app.set_reminders(false);
        app.say(words::TURNED_OFF, None);
    };
    let state = move || if is_on.get() { (words::ON, "done") } else { (words::OFF, "quiet") };
    view! {
        <section class="card stack reminders" aria-labelledby="reminders">
            <header class="card__head">
                <h2 id="reminders">{words::TITLE}</h2>
                <span class="tag" data-kind=move || state().1>{move || state().0}</span>
            </header>
            <p>{move || words::reach(notices.get())}</p>
            <p class="quiet">{words::WHAT}</p>
            <p class="quiet">{words::badge(platform::badge())}</p>
            <div class="row">
                <When is=may_turn_on>
                    <button type="button" class="btn" on:click=move |_| turn_on(app, notices)>
                        <Icon glyph=Glyph::Bell />
                        {words::TURN_ON}
                    </button>
                </When>
                <When is=move || is_on.get()>
                    <button type="button" class="btn" on:click=move |_| show_one(app)>
                        <Icon glyph=Glyph::Bell />
                        {words::TRY}
                    </button>
                    <button type="button" class="btn" data-kind="quiet" on:click=turn_off>{words::TURN_OFF}</button>
                </When>
            </div>
        </section>
    }
}

/// Asks the browser, which asks the person, and turns reminders on if it may.
fn turn_on(app: App, notices: RwSignal<Notices>) {
    leptos::task::spawn_local(async move {
        let answer = platform::ask_to_notify().await;
        notices.try_set(answer);
        if answer == Notices::Allowed {
            app.set_reminders(true);
            app.say(words::TURNED_ON, None);
        } else {
            app.say(words::BLOCKED_NOW, None);
        }
    });
}

/// Shows a reminder of nothing, for trying.
fn show_one(app: App) {
    let (title, text) = words::sample(&app.circle().with_untracked(|circle| circle.about.name.clone()));
    let address = platform::address_of(&Page::Rhythm.href());
    let note = Note { title: title.to_owned(), text, mark: "sample".to_owned(), address };
    leptos::task::spawn_local(async move {
        let is_shown = platform::notify(&note).await;
        app.say(if is_shown { words::TRIED } else { words::NOT_TRIED }, None);
    });
}
