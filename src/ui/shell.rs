//! What stands around every page: navigation, banners, notices, the live region.

use crate::domain::{CircleId, Timestamp, ZoneRules};
use crate::platform::{self, BrowserZones};
use crate::state::{CircleEntry, Notice, Phase, Removed, SaveState};
use crate::ui::components::When;
use crate::ui::components::{Glyph, Icon, NoticeBar};
use crate::ui::context::{Desktop, app, desktop};
use crate::ui::pages::start::words as start;
use crate::ui::parts::{self, Screen};
use crate::ui::routes::Page;
use crate::ui::text;
use crate::ui::text::nav;
use crate::ui::text::shell as words;
use crate::vault::StorageError;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::{Route, Routes};
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::{StaticSegment, path};

/// The frame and the page in it.
#[component]
pub fn Shell() -> impl IntoView {
    let desktop = desktop();
    let Desktop { app, has_moved, .. } = desktop;
    let path = use_location().pathname;
    let page = Memo::new(move |_| Page::at(&path.get()));
    let stage = Memo::new(move |_| {
        let is_left = app.left.with(Option::is_some) && !page.get().is_some_and(Page::is_for_departed);
        app.phase().with(|phase| if is_left { Stage::of_departed(phase) } else { Stage::of(phase) })
    });
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
    // The first page keeps the focus where the browser puts it; every later one takes it to its heading.
    Effect::new(move |earlier: Option<()>| {
        path.track();
        stage.track();
        if earlier.is_some() {
            has_moved.set_value(true);
            platform::focus_heading();
        }
    });
    let navigate = use_navigate();
    platform::on_called(move |address| {
        if let Some(page) = platform::path_of(&address).and_then(|path| Page::at(&path)) {
            navigate(&format!("/{}", page.segment()), NavigateOptions::default());
        }
    });
    platform::on_drop(move |files| desktop.receive(files));
    lead_to_results(page, stage);
    let notice = app.notice();
    let spoken = Memo::new(move |_| notice.with(|notice| notice.as_ref().map(|notice: &Notice| notice.text.clone())));
    view! {
        <button type="button" class="skip" on:click=move |_| platform::focus_heading()>{nav::SKIP}</button>
        <div class="frame" data-stage=move || stage.get().name()>
            <When is=move || stage.get().has_navigation()>
                <Navigation page />
            </When>
            <div class="content">
                <Banners />
                <When is=move || stage.get() == Stage::Ready && page.get().is_some_and(Page::is_together)>
                    <Together page />
                </When>
                <main id="main">{move || stage_view(stage.get())}</main>
            </div>
        </div>
        <div class="unseen" role="status" aria-live="polite">{spoken}</div>
        <NoticeBar notice on_close=Callback::new(move |()| app.hush()) />
    }
}

/// Shows what came of opened files, wherever they were opened.
fn lead_to_results(page: Memo<Option<Page>>, stage: Memo<Stage>) {
    let desktop = desktop();
    let navigate = use_navigate();
    Effect::new(move |_| {
        let is_there = desktop.imports.with(|imports| !imports.is_empty()) && desktop.is_unseen.get_value();
        if is_there && stage.get_untracked() == Stage::Ready && page.get_untracked() != Some(Page::Share) {
            navigate(&format!("/{}", Page::Share.segment()), NavigateOptions::default());
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

    /// For who has left the circle that is open.
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

fn stage_view(stage: Stage) -> AnyView {
    match stage {
        Stage::FirstRun => parts::show(Screen::FirstRun),
        Stage::WhoAreYou => parts::show(Screen::WhoAreYou),
        Stage::Left => parts::show(Screen::Left),
        Stage::Unreadable => parts::show(Screen::Unreadable),
        Stage::Ready => view! { <Pages /> }.into_any(),
    }
}

#[component]
fn Pages() -> impl IntoView {
    view! {
        <Routes fallback=|| parts::show(Screen::NotFound)>
            <Route path=path!("") view=|| parts::show(Screen::Week) />
            <Route path=StaticSegment("goals") view=|| parts::show(Screen::Goals) />
            <Route path=StaticSegment("check-in") view=|| parts::show(Screen::CheckIn) />
            <Route path=StaticSegment("session") view=|| parts::show(Screen::Session) />
            <Route path=StaticSegment("roles") view=|| parts::show(Screen::Roles) />
            <Route path=StaticSegment("rhythm") view=|| parts::show(Screen::Rhythm) />
            <Route path=StaticSegment("digest") view=|| parts::show(Screen::Digest) />
            <Route path=StaticSegment("work") view=|| parts::show(Screen::Work) />
            <Route path=StaticSegment("circle") view=|| parts::show(Screen::Circle) />
            <Route path=StaticSegment("share") view=|| parts::show(Screen::Share) />
            <Route path=StaticSegment("settings") view=|| parts::show(Screen::Settings) />
        </Routes>
    }
}

#[component]
fn Navigation(page: Memo<Option<Page>>) -> impl IntoView {
    let app = app();
    let link = move |own: Page, glyph: Glyph| {
        view! {
            <li data-page=own.segment()>
                <a
                    href=own.href()
                    aria-current=move || current(page.get(), own)
                    data-within=move || (own == Page::Circle && page.get().is_some_and(Page::is_together)).then_some("true")
                >
                    <Icon glyph />
                    <span>{own.label()}</span>
                </a>
            </li>
        }
    };
    let state = move || {
        app.save_state().with(|save| match save {
            SaveState::Saved => words::SAVED,
            SaveState::Failed(_) | SaveState::Memory => words::NOT_SAVED,
            SaveState::ReadOnly => words::READ_ONLY,
        })
    };
    let exported = move || {
        let at: Option<Timestamp> = app.entry.with(|entry| entry.as_ref().and_then(CircleEntry::sent));
        let ago = at.map(|at| text::time::relative(app.now().get(), at));
        words::backed_up(ago.as_deref())
    };
    view! {
        <nav class="bar" aria-label=nav::MAIN>
            <Switcher />
            <ul class="bar__links">
                {link(Page::Week, Glyph::Week)}
                {link(Page::Goals, Glyph::Goals)}
                {link(Page::CheckIn, Glyph::CheckIn)}
                {link(Page::Session, Glyph::Session)}
                {link(Page::Roles, Glyph::Roles)}
                {link(Page::Rhythm, Glyph::Clock)}
                {link(Page::Digest, Glyph::Digest)}
                {link(Page::Circle, Glyph::Circle)}
                {link(Page::Share, Glyph::Share)}
                {link(Page::Settings, Glyph::Settings)}
            </ul>
            <p class="bar__foot">
                <span data-save=move || app.save_state().with(|save| if *save == SaveState::Saved { "yes" } else { "no" })>{state}</span>
                <span>{exported}</span>
            </p>
        </nav>
    }
}

/// How the link to `own` is marked while `page` is shown: the work of a role is found under the roles.
fn current(page: Option<Page>, own: Page) -> Option<&'static str> {
    match (page, own) {
        (Some(page), own) if page == own => Some("page"),
        (Some(Page::Work), Page::Roles) => Some("true"),
        _ => None,
    }
}

/// The pages for which a phone's bar has no room, side by side.
#[component]
fn Together(page: Memo<Option<Page>>) -> impl IntoView {
    let link = move |own: Page| {
        view! { <li><a href=own.href() aria-current=move || current(page.get(), own)>{own.label()}</a></li> }
    };
    view! { <nav class="tabs" aria-label=nav::TOGETHER><ul>{Page::TOGETHER.map(link).collect_view()}</ul></nav> }
}

/// The circle's name, and the way to another one.
#[component]
fn Switcher() -> impl IntoView {
    let app = app();
    let name = Memo::new(move |_| app.circle().with(|circle| circle.about.name.clone()));
    let is_demo = Memo::new(move |_| app.entry.with(|entry| entry.as_ref().is_some_and(|entry| entry.is_demo)));
    let others = Memo::new(move |_| {
        let open = app.entry.with(|entry| entry.as_ref().map(|entry| entry.id.clone()));
        app.index().with(|index| {
            let others = index.entries(Removed::No).filter(|entry| Some(&entry.id) != open.as_ref());
            others.map(|entry| (entry.circle_id(), entry.name.clone())).collect::<Vec<_>>()
        })
    });
    let is_open = RwSignal::new(false);
    let list = move || {
        let entry = |(id, name): (CircleId, String)| {
            let switch = move |_| {
                is_open.set(false);
                app.switch_to(id.clone());
            };
            view! { <li><button type="button" on:click=switch><bdi>{name}</bdi></button></li> }
        };
        others.get().into_iter().map(entry).collect_view()
    };
    view! {
        <div class="switcher">
            <p class="brand">{text::APP}</p>
            <div class="switcher__row">
                <p class="switcher__name"><bdi>{name}</bdi></p>
                <When is=move || is_demo.get()><span class="tag" data-kind="demo">{words::DEMO}</span></When>
                <When is=move || others.with(|others| !others.is_empty())>
                    <button
                        type="button"
                        class="round"
                        aria-label=nav::SWITCH
                        aria-expanded=move || is_open.get().to_string()
                        on:click=move |_| is_open.update(|open| *open = !*open)
                    >
                        <Icon glyph=Glyph::Down />
                    </button>
                </When>
                <a class="round switcher__settings" href=Page::Settings.href() aria-label=nav::SETTINGS>
                    <Icon glyph=Glyph::Settings />
                </a>
            </div>
            <When is=move || is_open.get()><ul class="switcher__list">{list}</ul></When>
        </div>
    }
}

/// What must not be overlooked, above the page.
#[component]
fn Banners() -> impl IntoView {
    let desktop = desktop();
    let app = desktop.app;
    let banner = move |kind: &'static str, title: &'static str, text: &'static str, action: AnyView| {
        view! {
            <div class="banner" data-kind=kind role=if kind == "bad" { "alert" } else { "note" }>
                <p><strong>{title}</strong>" "{text}</p>
                {action}
            </div>
        }
        .into_any()
    };
    let export =
        move || view! { <a class="btn" data-kind="small" href=Page::Share.href()>{words::TO_SHARE}</a> }.into_any();
    let storage = move || {
        view! {
            <a class="btn" data-kind="small" href=Page::Share.href()>{words::TO_SHARE}</a>
            <a class="btn" data-kind="small" href=Page::Settings.href()>{words::TO_STORAGE}</a>
        }
        .into_any()
    };
    let saving = move || match app.save_state().get() {
        SaveState::Saved => ().into_any(),
        SaveState::Memory => banner("bad", words::MEMORY_TITLE, words::MEMORY, export()),
        SaveState::ReadOnly => banner("note", words::READ_ONLY_TITLE, words::READ_ONLY_TEXT, export()),
        SaveState::Failed(StorageError::Full { .. }) => banner("bad", words::FULL_TITLE, words::FULL, storage()),
        SaveState::Failed(_) => banner("bad", words::FULL_TITLE, words::DENIED, export()),
    };
    let is_demo = Memo::new(move |_| {
        app.phase().with(|phase| *phase == Phase::Ready)
            && app.entry.with(|entry| entry.as_ref().is_some_and(|entry| entry.is_demo))
    });
    let demo = move || {
        is_demo.get().then(|| {
            let start = view! { <a class="btn" data-kind="small" href=Page::Settings.href()>{words::DEMO_START}</a> }
                .into_any();
            banner("note", words::DEMO_TITLE, words::DEMO_TEXT, start)
        })
    };
    let unknown_zone = Memo::new(move |_| {
        let is_ready = app.phase().with(|phase| *phase == Phase::Ready);
        let zone = app.circle().with(|circle| circle.rhythm.newest().zone.clone());
        is_ready && BrowserZones.offset(&zone, app.now().get_untracked()).is_none()
    });
    let zone = move || {
        unknown_zone.get().then(|| {
            let choose = view! { <a class="btn" data-kind="small" href=Page::Rhythm.href()>{words::ZONE_CHOOSE}</a> };
            banner("bad", words::ZONE_TITLE, words::ZONE_TEXT, choose.into_any())
        })
    };
    let newer = move || {
        desktop.newer.is_ready.get().then(|| {
            let take = move |_| desktop.newer.take_over.run(());
            let button = view! { <button type="button" class="btn" data-kind="small" on:click=take>{words::NEW_VERSION_TAKE}</button> };
            banner("new", words::NEW_VERSION, "", button.into_any())
        })
    };
    view! { <aside class="banners" aria-label=words::NOTICES>{newer}{saving}{zone}{demo}</aside> }
}
