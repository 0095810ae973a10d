//! Code in parts, each of which is fetched when something of it is first shown: screens, and the forms in dialogs.
//!
//! A part that was loaded stays: showing what is in it again costs nothing. Which screen is in which part is said by
//! the table of `crate::ui::pages`.

use crate::platform::{self, NotLoaded};
use crate::state::RwSignal;
use crate::ui::components::{Heading, live};
use crate::ui::context::{Desktop, desktop};
use crate::ui::markup::view;
use crate::ui::text::shell as words;
use leptos::prelude::*;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};

/// A part that is being fetched.
pub type Fetched<T> = Pin<Box<dyn Future<Output = Result<T, NotLoaded>>>>;

/// Code that is fetched together; `T` is the way into it.
pub struct Part<T: 'static> {
    way_in: OnceLock<T>,
    fetch: fn() -> Fetched<T>,
}

impl<T: Copy> Part<T> {
    /// A part that `fetch` brings.
    pub const fn new(fetch: fn() -> Fetched<T>) -> Self {
        Self { way_in: OnceLock::new(), fetch }
    }

    /// Fetches the part unless it is here; `None` when it cannot be had now.
    pub async fn load(&self) -> Option<T> {
        if let Some(way_in) = self.way_in.get() {
            return Some(*way_in);
        }
        let way_in = (self.fetch)().await.ok()?;
        Some(*self.way_in.get_or_init(|| way_in))
    }
}

/// Where something is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Surface {
    /// As the page.
    Page,
    /// In a dialog over it.
    Dialog,
}

/// Shows on `surface` what `draw` makes by `part`, once that is there.
pub fn show<T: Copy + Send + Sync>(
    part: &'static Part<T>,
    surface: Surface,
    draw: impl Fn(T) -> AnyView + Send + 'static,
) -> AnyView {
    if let Some(way_in) = part.way_in.get() {
        return draw(*way_in);
    }
    let load = move || -> Arrival { Box::pin(async { part.load().await.is_some() }) };
    let arrived = move || part.way_in.get().map_or_else(|| ().into_any(), |way_in| draw(*way_in));
    wait(surface, Arc::new(load), Box::new(arrived))
}

/// Whether a part has come, in the end.
type Arrival = Pin<Box<dyn Future<Output = bool>>>;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Loading {
    Runs,
    Done,
    /// The host does not answer.
    Failed,
    /// The host has another version by now, to whose parts this page does not fit.
    Replaced,
}

/// Shows on `surface` that something is on its way by `load`, then what `arrived` draws, or why it did not come.
fn wait(
    surface: Surface,
    load: Arc<dyn Fn() -> Arrival + Send + Sync>,
    arrived: Box<dyn Fn() -> AnyView + Send>,
) -> AnyView {
    let state = RwSignal::new(Loading::Runs);
    let Desktop { has_moved, newer, .. } = desktop();
    let load = move || {
        state.set(Loading::Runs);
        let loaded = load();
        leptos::task::spawn_local(async move {
            let outcome = match loaded.await {
                true => Loading::Done,
                false if platform::is_replaced().await => Loading::Replaced,
                false => Loading::Failed,
            };
            // What waits may have been left by now.
            let is_shown = state.try_set(outcome).is_none();
            match surface {
                Surface::Page if is_shown && has_moved.get_value() => platform::focus_heading(),
                Surface::Dialog if is_shown => platform::focus_first_field(),
                Surface::Page | Surface::Dialog => {}
            }
        });
    };
    load();
    let again = Callback::new(move |()| load());
    live(move || match state.get() {
        Loading::Runs => view! { <p class="splash__wait" role="progressbar" aria-label=words::LOADING></p> }.into_any(),
        Loading::Done => arrived(),
        Loading::Failed => missing(surface, &UNREACHABLE, again),
        Loading::Replaced => missing(surface, &REPLACED, newer.load),
    })
}

/// What is said of a part that could not be fetched: heading, text, and the way on.
struct Missing(&'static str, &'static str, &'static str);

const UNREACHABLE: Missing = Missing(words::PART_MISSING, words::PART_MISSING_TEXT, words::PART_AGAIN);
const REPLACED: Missing = Missing(words::REPLACED, words::REPLACED_TEXT, words::REPLACED_LOAD);

/// Says that a part could not be fetched, and offers the way `on`. A dialog has its own heading.
fn missing(surface: Surface, &Missing(heading, text, label): &Missing, on: Callback<()>) -> AnyView {
    let heading = (surface == Surface::Page).then(|| view! { <Heading text=heading /> });
    view! {
        <section class="narrow stack">
            {heading}
            <p class="lead">{text}</p>
            <div class="row">
                <button type="button" class="btn" data-kind="main" on:click=move |_| on.run(())>{label}</button>
            </div>
        </section>
    }
    .into_any()
}
