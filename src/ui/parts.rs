//! The screens in four parts, each of which is fetched when one of its screens is first shown.
//!
//! A part that was loaded stays: showing its screens again costs nothing.

#![allow(unsafe_code)]

use crate::platform::{self, part};
use crate::ui::context::{Desktop, desktop};
use crate::ui::pages::{
    CheckInPage, CirclePage, DigestPage, FirstRun, GoalsPage, LeftCircle, NotFound, RhythmPage, RolesPage, SessionPage,
    SettingsPage, SharePage, Unreadable, WeekPage, WhoAreYou, WorkPage,
};
use crate::ui::text::shell as words;
use leptos::prelude::*;
use std::sync::OnceLock;

/// Everything that can stand in the middle of the frame.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Screen {
    /// No circle yet.
    FirstRun,
    /// A circle, but nobody has said who holds the device.
    WhoAreYou,
    /// A circle that who holds the device has left.
    Left,
    /// Stored bytes that cannot be read.
    Unreadable,
    /// An address that leads nowhere.
    NotFound,
    /// This week.
    Week,
    /// Goals and commitments.
    Goals,
    /// The check-in.
    CheckIn,
    /// The session of the week.
    Session,
    /// Whose turn it is.
    Roles,
    /// The fixed times.
    Rhythm,
    /// What the summarizer sent round.
    Digest,
    /// What a role has to do this week.
    Work,
    /// Members and purpose.
    Circle,
    /// Files in and out.
    Share,
    /// This device.
    Settings,
}

/// Draws one of a part's screens.
type Draw = fn(Screen) -> AnyView;

/// Code that is fetched together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part {
    /// What stands before any circle.
    Start,
    /// What a member does every week.
    Weekly,
    /// What goes round: clocks, roles, sessions, digests.
    Rounds,
    /// The circle as a whole, and this device.
    Whole,
}

static START: OnceLock<Draw> = OnceLock::new();
static WEEKLY: OnceLock<Draw> = OnceLock::new();
static ROUNDS: OnceLock<Draw> = OnceLock::new();
static WHOLE: OnceLock<Draw> = OnceLock::new();

impl Part {
    const fn of(screen: Screen) -> Self {
        match screen {
            Screen::FirstRun | Screen::NotFound => Self::Start,
            Screen::Week | Screen::Goals | Screen::CheckIn => Self::Weekly,
            Screen::Session | Screen::Roles | Screen::Rhythm | Screen::Digest | Screen::Work => Self::Rounds,
            Screen::Circle
            | Screen::Share
            | Screen::Settings
            | Screen::WhoAreYou
            | Screen::Left
            | Screen::Unreadable => Self::Whole,
        }
    }

    const fn slot(self) -> &'static OnceLock<Draw> {
        match self {
            Self::Start => &START,
            Self::Weekly => &WEEKLY,
            Self::Rounds => &ROUNDS,
            Self::Whole => &WHOLE,
        }
    }

    /// Fetches the part unless it is here; `None` when it cannot be had now.
    async fn load(self) -> Option<Draw> {
        if let Some(draw) = self.slot().get() {
            return Some(*draw);
        }
        let loaded = match self {
            Self::Start => load_start().await,
            Self::Weekly => load_weekly().await,
            Self::Rounds => load_rounds().await,
            Self::Whole => load_whole().await,
        };
        loaded.ok().map(|draw| *self.slot().get_or_init(|| draw))
    }
}

/// Fetches what shows `screen`. If that fails, [`show`] says so.
pub async fn fetch(screen: Screen) {
    Part::of(screen).load().await;
}

/// Shows `screen`, once its part is there.
pub fn show(screen: Screen) -> AnyView {
    let part = Part::of(screen);
    if let Some(draw) = part.slot().get() {
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
    content.into_any()
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
            <h1 tabindex="-1">{heading}</h1>
            <p class="lead">{text}</p>
            <div class="row">
                <button type="button" class="btn" data-kind="main" on:click=move |_| on.run(())>{label}</button>
            </div>
        </section>
    }
    .into_any()
}

/// The screens of a part.
macro_rules! screens {
    ($draw:ident { $($screen:ident: $page:ident),+ $(,)? }) => {
        fn $draw(screen: Screen) -> AnyView {
            match screen {
                $(Screen::$screen => view! { <$page /> }.into_any(),)+
                // `Part::of` sends no other screen here.
                _ => ().into_any(),
            }
        }
    };
}

screens!(draw_start { FirstRun: FirstRun, NotFound: NotFound });
screens!(draw_weekly { Week: WeekPage, Goals: GoalsPage, CheckIn: CheckInPage });
screens!(draw_rounds {
    Session: SessionPage,
    Roles: RolesPage,
    Rhythm: RhythmPage,
    Digest: DigestPage,
    Work: WorkPage,
});
screens!(draw_whole {
    Circle: CirclePage,
    Share: SharePage,
    Settings: SettingsPage,
    WhoAreYou: WhoAreYou,
    Left: LeftCircle,
    Unreadable: Unreadable,
});

part!(load_start in start: Draw = draw_start);
part!(load_weekly in weekly: Draw = draw_weekly);
part!(load_rounds in rounds: Draw = draw_rounds);
part!(load_whole in whole: Draw = draw_whole);
