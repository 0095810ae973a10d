//! The root: state first, then the router and the shell around it.

use crate::platform;
use crate::state::{App, run_tabs, run_updates};
use crate::ui::context::Desktop;
use crate::ui::shell::Shell;
use crate::ui::text;
use leptos::prelude::*;
use leptos_router::components::Router;

/// The whole app.
#[component]
pub fn Root() -> impl IntoView {
    let (app, losses) = App::start();
    let newer = run_updates(app);
    run_tabs(app);
    provide_context(Desktop { app, deliveries: RwSignal::new(Vec::new()), is_receiving: RwSignal::new(false), newer });
    if let Some(file) = &losses.stopped_by {
        app.say(text::shell::stopped_by(file), None);
    } else if losses.unreadable_edits > 0 {
        app.say(text::shell::unreadable_edits(losses.unreadable_edits), None);
    } else if losses.spare_copy {
        app.say(text::shell::SPARE_COPY, None);
    }
    platform::remove_splash();
    let base = platform::base_path();
    view! {
        <Router base=base.trim_end_matches('/').to_owned()>
            <Shell />
        </Router>
    }
}
