//! The root: state first, then the router and the shell around it.

use crate::exchange::circle_file::MAX_BYTES;
use crate::exchange::update_message;
use crate::platform;
use crate::state::{App, Losses, Phase, RwSignal, StoredValue, run_sealing, run_tabs, run_updates};
use crate::ui::components::live;
use crate::ui::context::Desktop;
use crate::ui::markup::view;
use crate::ui::pages::{Screen, draw};
use crate::ui::reminders::run_reminders;
use crate::ui::routes::Page;
use crate::ui::shell::{Shell, without_circle};
use crate::ui::text;
use leptos::prelude::*;
use leptos_router::components::Router;

/// How long after the first screen the part that members need next is fetched, in milliseconds: a tap opens it at once,
/// and the first screen waits for nothing.
const SOON: u64 = 1500;

/// The whole app.
#[component]
pub fn Root() -> impl IntoView {
    let app = App::unopened();
    let newer = run_updates(app);
    run_tabs(app);
    run_reminders(app);
    run_sealing(app);
    let (imports, is_receiving, says_demo) = (RwSignal::new(Vec::new()), RwSignal::new(false), RwSignal::new(false));
    let locked = RwSignal::new(None);
    let (has_moved, is_unseen, half_written) =
        (StoredValue::new(false), StoredValue::new(false), StoredValue::default());
    let text = StoredValue::default();
    let desktop =
        Desktop { app, imports, locked, is_unseen, text, is_receiving, has_moved, half_written, says_demo, newer };
    provide_context(desktop);
    platform::watch_back();
    let opened = platform::take_update();
    // The static page stays until the first screen can take its place.
    let is_here = RwSignal::new(false);
    // Before the circles are there, nothing can be said of an update: it waits in the address.
    platform::on_fragment(move || {
        if let Some(address) = is_here.get_untracked().then(platform::take_update).flatten() {
            desktop.receive_text(address);
        }
    });
    leptos::task::spawn_local(start(desktop, opened, is_here));
    let base = platform::base_path();
    let base = base.trim_end_matches('/').to_owned();
    live(move || {
        is_here.get().then(|| {
            view! {
                <Router base=base.clone()>
                    <Shell />
                </Router>
            }
        })
    })
}

/// Opens what lies on the device and shows it; then comes what can wait.
async fn start(desktop: Desktop, opened: Option<String>, is_here: RwSignal<bool>) {
    let app = desktop.app;
    let Ok(mut losses) = app.boot().await else {
        platform::show_failed_boot();
        return;
    };
    draw::fetch(first_screen(app)).await;
    platform::remove_splash();
    is_here.set(true);
    losses.add(app.finish_boot().await);
    tell(app, &losses);
    let mended = app.mend_log().await;
    if mended > 0 {
        app.say(text::shell::mended(mended), None);
    }
    open_handed(desktop, opened).await;
    if app.phase().with_untracked(|phase| *phase == Phase::Ready) {
        platform::after(SOON, || leptos::task::spawn_local(draw::fetch(Screen::CheckIn)));
    }
}

/// Looks at what the page was opened with: the address of an update, what another app shared, files and links that the
/// system hands to the installed app, now and later.
async fn open_handed(desktop: Desktop, address: Option<String>) {
    if let Some(address) = platform::take_update().or(address) {
        desktop.receive_text(address);
    }
    desktop.receive_handed(platform::take_shared(MAX_BYTES).await);
    let open_link = move |link: String| {
        if update_message::is_in(&link) {
            desktop.receive_text(link);
        }
    };
    platform::on_launched(MAX_BYTES, move |files| desktop.receive_handed(files), open_link);
}

/// Says once what the start found missing or damaged.
fn tell(app: App, losses: &Losses) {
    if let Some(file) = &losses.stopped_by {
        app.say(text::shell::stopped_by(file), None);
    } else if losses.unreadable_edits > 0 {
        app.say(text::shell::unreadable_edits(losses.unreadable_edits), None);
    } else if losses.spare_copy {
        app.say(text::shell::SPARE_COPY, None);
    }
}

fn first_screen(app: App) -> Screen {
    app.phase().with_untracked(|phase| match phase {
        Phase::FirstRun => without_circle(Page::at(&platform::path())),
        Phase::WhoAreYou => Screen::WhoAreYou,
        Phase::Unreadable { .. } => Screen::Unreadable,
        Phase::Ready if app.left.with_untracked(Option::is_some) => Screen::Left,
        Phase::Ready => Page::at(&platform::path()).map_or(Screen::NotFound, Page::screen),
    })
}
