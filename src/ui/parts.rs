//! The screens in parts, each of which is fetched when one of its screens is first shown.
//!
//! A part that was loaded stays: showing its screens again costs nothing. Which screen is in which part is said by
//! the table of [`crate::ui::pages`].

use crate::platform::{self, NotLoaded};
use crate::ui::components::{Heading, live};
use crate::ui::context::{Desktop, desktop};
use crate::ui::pages::Screen;
use crate::ui::text::shell as words;
use leptos::prelude::*;
use std::pin::Pin;
use std::sync::OnceLock;

/// Draws one of a part's screens.
pub type Draw = fn(Screen) -> AnyView;

/// A part that is being fetched.
pub type Fetched = Pin<Box<dyn Future<Output = Result<Draw, NotLoaded>>>>;

/// Code that is fetched together.
pub struct Part {
    draw: OnceLock<Draw>,
    fetch: fn() -> Fetched,
}

impl Part {
    /// A part that `fetch` brings.
    pub const fn new(fetch: fn() -> Fetched) -> Self {
        Self { draw: OnceLock::new(), fetch }
    }

    /// Fetches the part unless it is here; `None` when it cannot be had now.
    pub async fn load(&self) -> Option<Draw> {
        if let Some(draw) = self.draw.get() {
            return Some(*draw);
        }
        let draw = (self.fetch)().await.ok()?;
        Some(*self.draw.get_or_init(|| draw))
    }
}

/// Shows `screen` of `part`, once that is there.
pub fn show(part: &'static Part, screen: Screen) -> AnyView {
    if let Some(draw) = part.draw.get() {
        return draw(screen);
    }
    let state = RwSignal::new(Loading::Runs);
    let Desktop { has_moved, newer, .. } = desktop();
    let load = move || {
        state.set(Loading::Runs);
        leptos::task::spawn_local(async move {
            let loaded = part.load().await;
            let outcome = match loaded {
                Some(draw) => Loading::Done(draw),
                None if platform::is_replaced().await => Loading::Replaced,
                None => Loading::Failed,
            };
            // The screen may have been left by now.
            let is_shown = state.try_set(outcome).is_none();
            if is_shown && has_moved.get_value() {
                platform::focus_heading();
            }
        });
    };
    load();
    let content = move || match state.get() {
        Loading::Runs => view! { <p class="splash__wait" role="progressbar" aria-label=words::LOADING></p> }.into_any(),
        Loading::Done(draw) => draw(screen),
        Loading::Failed => missing(&UNREACHABLE, Callback::new(move |()| load())),
        Loading::Replaced => missing(&REPLACED, newer.load),
    };
    live(content)
}

#[derive(Clone, Copy)]
enum Loading {
    Runs,
    Done(Draw),
    /// The host does not answer.
    Failed,
    /// The host has another version by now, to whose parts this page does not fit.
    Replaced,
}

/// What is said of a part that could not be fetched: heading, text, and the way on.
struct Missing(&'static str, &'static str, &'static str);

const UNREACHABLE: Missing = Missing(words::PART_MISSING, words::PART_MISSING_TEXT, words::PART_AGAIN);
const REPLACED: Missing = Missing(words::REPLACED, words::REPLACED_TEXT, words::REPLACED_LOAD);

/// Says that a part could not be fetched, and offers the way `on`.
fn missing(&Missing(heading, text, label): &Missing, on: Callback<()>) -> AnyView {
    view! {
        <section class="narrow stack">
            <Heading text=heading />
            <p class="lead">{text}</p>
            <div class="row">
                <button type="button" class="btn" data-kind="main" on:click=move |_| on.run(())>{label}</button>
            </div>
        </section>
    }
    .into_any()
}
