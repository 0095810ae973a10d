//! Reminders: what works here, turning them on and off, trying one.

use crate::platform::{self, Notices, SystemNote};
use crate::state::Memo;
use crate::state::{App, RwSignal};
use crate::ui::components::{Glyph, Icon, When, live};
use crate::ui::context::app;
use crate::ui::focus::to_heading;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::text::reminder as words;
use leptos::html::H2;
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
    let heading = NodeRef::<H2>::new();
    let on_refused = to_heading(heading);
    let state = move || if is_on.get() { (words::ON, "done") } else { (words::OFF, "quiet") };
    view! {
        <section class="card stack rhythm-reminders" aria-labelledby="reminders">
            <header class="card__head">
                <h2 id="reminders" tabindex="-1" node_ref=heading>{words::TITLE}</h2>
                <span class="tag" data-kind=move || state().1>{live(move || state().0)}</span>
            </header>
            <p>{live(move || words::reach(notices.get()))}</p>
            <p class="quiet">{words::WHAT}</p>
            <p class="quiet">{words::badge(platform::badge())}</p>
            <Switch is_on notices on_refused />
        </section>
    }
}

/// On, off, and one for trying.
#[component]
fn Switch(is_on: Memo<bool>, notices: RwSignal<Notices>, on_refused: Callback<()>) -> impl IntoView {
    let app = app();
    let may_turn = move || matches!(notices.get(), Notices::Unasked | Notices::Allowed);
    let turn = move |_| {
        if is_on.get_untracked() {
            app.set_reminders(false);
            app.say(words::TURNED_OFF, None);
        } else {
            turn_on(app, notices, on_refused);
        }
    };
    let bell = move || (!is_on.get()).then(|| view! { <Icon glyph=Glyph::Bell /> });
    view! {
        <div class="row">
            <When is=move || is_on.get()>
                <button type="button" class="btn" on:click=move |_| show_one(app)>
                    <Icon glyph=Glyph::Bell />
                    {words::TRY}
                </button>
            </When>
            <When is=may_turn>
                <button type="button" class="btn" data-kind=move || is_on.get().then_some("quiet") on:click=turn>
                    {live(bell)}
                    {live(move || if is_on.get() { words::TURN_OFF } else { words::TURN_ON })}
                </button>
            </When>
        </div>
    }
}

/// Asks the browser, which asks the person, and turns reminders on if it may. The button goes away for good
/// where it may not.
fn turn_on(app: App, notices: RwSignal<Notices>, on_refused: Callback<()>) {
    leptos::task::spawn_local(async move {
        let answer = platform::ask_to_notify().await;
        notices.try_set(answer);
        if answer == Notices::Allowed {
            app.set_reminders(true);
            app.say(words::TURNED_ON, None);
        } else {
            on_refused.try_run(());
            app.say(words::BLOCKED_NOW, None);
        }
    });
}

/// Shows a reminder of nothing, for trying.
fn show_one(app: App) {
    let (title, text) = words::sample(&app.circle().with_untracked(|circle| circle.about.name.clone()));
    let address = platform::address_of(&Page::Rhythm.href());
    let note = SystemNote { title: title.to_owned(), text, mark: "sample".to_owned(), address };
    leptos::task::spawn_local(async move {
        let is_shown = platform::notify(&note).await;
        app.say(if is_shown { words::TRIED } else { words::NOT_TRIED }, None);
    });
}
