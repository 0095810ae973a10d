//! What stands around every page: header, navigation, banners, notices, the live region.

mod banners;
mod header;
mod navigation;

use crate::domain::Cycle;
use crate::platform;
use crate::state::Memo;
use crate::state::{Effect, FileImport, Phase};
use crate::ui::components::{For, NoticeBar, When, live};
use crate::ui::context::{app, desktop};
use crate::ui::markup::view;
use crate::ui::pages::start::words as start;
use crate::ui::pages::{Screen, draw};
use crate::ui::routes::{CYCLE, Page};
use crate::ui::shared::sealed::UnsealSheet;
use crate::ui::shared::session::is_running;
use crate::ui::text;
use crate::ui::text::{nav, shell as words};
use banners::Banners;
use header::Header;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use leptos_router::location::{BrowserUrl, LocationProvider};
use navigation::{Navigation, Saved};

/// The frame and the page in it.
#[component]
pub fn Shell() -> impl IntoView {
    let desktop = desktop();
    let app = desktop.app;
    let path = use_location().pathname;
    let page = Memo::new(move |_| Page::at(&path.get()));
    let stage = stage_at(page);
    let is_task = is_task(page);
    name_window(page, stage);
    confirm_addresses();
    take_focus(stage);
    follow_calls();
    platform::on_drop(move |files| desktop.receive(files));
    lead_to_results(page, stage);
    view! {
        <button type="button" class="skip" on:click=move |_| platform::focus_heading()>{nav::SKIP}</button>
        <div
            class="frame"
            data-stage=move || stage.get().name()
            data-task=move || (stage.get() == Stage::Ready && is_task.get()).then_some("yes")
        >
            <When is=move || stage.get().has_navigation()>
                <div class="rail">
                    <Header page is_task />
                    <When is=move || !is_task.get()>
                        <Navigation page />
                        <Saved />
                    </When>
                </div>
            </When>
            <div class="content">
                <Banners />
                <main id="main">{live(move || stage_view(stage.get(), page))}</main>
            </div>
        </div>
        <UnsealSheet />
        <Spoken />
        <NoticeBar notice=app.notice() on_close=Callback::new(move |()| app.hush()) />
    }
}

/// Which screens there are: those of the phase, without what is not for somebody who has left.
fn stage_at(page: Memo<Option<Page>>) -> Memo<Stage> {
    let app = app();
    Memo::new(move |_| {
        let is_left = app.left.with(Option::is_some) && !page.get().is_some_and(Page::is_for_departed);
        app.phase().with(|phase| if is_left { Stage::of_departed(phase) } else { Stage::of(phase) })
    })
}

/// Keeps the title of the window: the page, and the circle.
fn name_window(page: Memo<Option<Page>>, stage: Memo<Stage>) {
    let app = app();
    let circle_name = Memo::new(move |_| app.circle().with(|circle| circle.about.name.clone()));
    let title = Memo::new(move |_| {
        let name = match stage.get() {
            Stage::FirstRun => "",
            Stage::WhoAreYou => start::WHO_TITLE,
            Stage::Left => start::LEFT_TITLE,
            Stage::Unreadable => start::UNREADABLE_TITLE,
            Stage::Ready => page.get().map_or(words::NOT_FOUND, Page::label),
        };
        circle_name.with(|circle| text::shell::title(name, circle))
    });
    Effect::new(move |_| title.with(|title| platform::set_title(title)));
}

/// Takes the focus to the heading of each page but the first, which keeps it where the browser puts it.
fn take_focus(stage: Memo<Stage>) {
    let (path, has_moved) = (use_location().pathname, desktop().has_moved);
    Effect::new(move |earlier: Option<()>| {
        path.track();
        stage.track();
        if earlier.is_some() {
            has_moved.set_value(true);
            platform::focus_heading();
        }
    });
}

/// Goes to the page that a notification or another window asks for.
fn follow_calls() {
    let navigate = use_navigate();
    platform::on_called(move |address| {
        if let Some(page) = platform::path_of(&address).and_then(|path| Page::at(&path)) {
            navigate(&format!("/{}", page.segment()), NavigateOptions::default());
        }
    });
}

/// Whether the screen is left to one task: a check-in, the work of a role, a session that runs.
fn is_task(page: Memo<Option<Page>>) -> Memo<bool> {
    let app = app();
    let query = use_query_map();
    Memo::new(move |_| match page.get() {
        Some(Page::CheckIn | Page::Work) => true,
        Some(Page::Session) => is_running(app, query.with(|query| query.get_str(CYCLE).and_then(Cycle::parse))),
        _ => false,
    })
}

/// Says each notice to screen readers; two of the same words are two.
#[component]
fn Spoken() -> impl IntoView {
    let notice = app().notice();
    let said = move || notice.with(|notice| notice.as_ref().map(|notice| (notice.number, notice.text.clone())));
    // A list makes its row anew for each number. What stays the same in the page, is not spoken.
    let row = |(_, text): (u32, String)| view! { <p>{text}</p> };
    view! {
        <div class="unseen" role="status" aria-live="polite">
            <For each=said key=|(number, _)| *number children=row />
        </div>
    }
}

/// Shows what came of opened files, wherever they were opened.
fn lead_to_results(page: Memo<Option<Page>>, stage: Memo<Stage>) {
    let desktop = desktop();
    let navigate = use_navigate();
    Effect::new(move |_| {
        let is_there = desktop.imports.with(|imports| !imports.is_empty()) && desktop.is_unseen.get_value();
        let is_invited = desktop.imports.with(|imports| imports.iter().all(FileImport::is_arrival));
        let (stage, page) = (stage.get_untracked(), page.get_untracked());
        let to = match stage {
            _ if is_invited => Some(Page::Invitations),
            Stage::Ready => Some(Page::Sync),
            // The circle that somebody was invited to is here.
            Stage::WhoAreYou if page == Some(Page::Invitations) => Some(Page::Week),
            _ => None,
        };
        if let Some(to) = to.filter(|to| is_there && page != Some(*to)) {
            navigate(&format!("/{}", to.segment()), NavigateOptions::default());
        }
    });
}

/// Which set of screens is shown; the phase without its data.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stage {
    FirstRun,
    WhoAreYou,
    Ready,
    Left,
    Unreadable,
}

impl Stage {
    const fn of(phase: &Phase) -> Self {
        match phase {
            Phase::FirstRun => Self::FirstRun,
            Phase::WhoAreYou => Self::WhoAreYou,
            Phase::Ready => Self::Ready,
            Phase::Unreadable { .. } => Self::Unreadable,
        }
    }

    /// For a person who has left the circle that is open.
    fn of_departed(phase: &Phase) -> Self {
        match Self::of(phase) {
            Self::Ready => Self::Left,
            other => other,
        }
    }

    const fn has_navigation(self) -> bool {
        matches!(self, Self::Ready | Self::Left)
    }

    const fn name(self) -> &'static str {
        match self {
            Self::FirstRun => "first-run",
            Self::WhoAreYou => "who",
            // The frame is the same for both.
            Self::Ready | Self::Left => "ready",
            Self::Unreadable => "unreadable",
        }
    }
}

fn stage_view(stage: Stage, page: Memo<Option<Page>>) -> AnyView {
    match stage {
        Stage::FirstRun => shown(Memo::new(move |_| without_circle(page.get()))),
        Stage::WhoAreYou => draw::show(Screen::WhoAreYou),
        Stage::Left => draw::show(Screen::Left),
        Stage::Unreadable => draw::show(Screen::Unreadable),
        Stage::Ready => shown(Memo::new(move |_| page.get().map_or(Screen::NotFound, Page::screen))),
    }
}

/// What is shown without any circle: whoever was invited needs none to look at the invitation.
pub fn without_circle(page: Option<Page>) -> Screen {
    if page == Some(Page::Invitations) { Screen::Invitations } else { Screen::FirstRun }
}

/// What is at the address. The table of pages knows all of them, so that the router's own routes, a seventh of the
/// first screen, are not needed.
fn shown(screen: Memo<Screen>) -> AnyView {
    live(move || draw::show(screen.get()))
}

/// Tells the router, which puts a new address into the history only then, that what is there is shown.
fn confirm_addresses() {
    let (path, browser) = (use_location().pathname, use_context::<BrowserUrl>());
    Effect::new(move |_| {
        path.track();
        if let Some(browser) = &browser {
            browser.ready_to_complete();
        }
    });
}
