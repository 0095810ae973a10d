//! A newer version of the app.

use super::app::App;
use super::signal::{ReadSignal, RwSignal};
use crate::platform;
use leptos::prelude::*;

/// Whether a newer version waits, and how to let it in.
#[derive(Clone, Copy)]
pub struct Newer {
    /// Whether one has been fetched whole.
    pub is_ready: ReadSignal<bool>,
    /// Lets it take over; the page reloads by itself, drafts are kept.
    pub take_over: Callback<()>,
    /// Opens the newest version that the host has, also where it was not fetched yet; drafts are kept.
    pub load: Callback<()>,
}

/// Registers the worker and watches for newer versions.
pub fn run_updates(app: App) -> Newer {
    let is_ready = RwSignal::new(false);
    let registration = StoredValue::new_local(None);
    leptos::task::spawn_local(async move {
        let Some(found) = platform::register_worker().await else { return };
        platform::on_new_version(&found, move || {
            let _ = is_ready.try_set(true);
        });
        platform::reload_when_taken_over(move || app.save_again());
        let _ = registration.try_set_value(Some(found));
    });
    // A page that stays open for days asks once an hour, and whenever it comes back to the front.
    let look =
        move || registration.with_value(|found| found.as_ref().map(platform::look_for_new_version).unwrap_or_default());
    platform::every(3_600_000, look);
    platform::on_return(move |_| look());
    let take_over = Callback::new(move |()| {
        registration.with_value(|found| found.as_ref().map(platform::take_over).unwrap_or_default());
    });
    let load = Callback::new(move |()| {
        app.save_again();
        leptos::task::spawn_local(async move {
            let found = registration.try_get_value().flatten();
            platform::load_newest(found.as_ref()).await;
        });
    });
    Newer { is_ready: is_ready.read_only(), take_over, load }
}
