//! What must not be overlooked, above the page.

use crate::domain::ZoneRules;
use crate::platform::BrowserZones;
use crate::state::Memo;
use crate::state::{Phase, SaveState};
use crate::ui::components::{Glyph, Icon, live};
use crate::ui::context::{Desktop, app, desktop};
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::text::action;
use crate::ui::text::shell as words;
use crate::vault::StorageError;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// A banner of `kind`, with what can be done about it.
fn banner(kind: &'static str, title: &'static str, text: &'static str, action: AnyView) -> AnyView {
    view! {
        <div class="banner" data-kind=kind role=if kind == "bad" { "alert" } else { "note" }>
            <p><strong>{title}</strong>" "{text}</p>
            {action}
        </div>
    }
    .into_any()
}

fn link(page: Page, label: &'static str) -> AnyView {
    view! { <a class="btn" data-kind="small" href=page.href()>{label}</a> }.into_any()
}

/// All of them.
#[component]
pub fn Banners() -> impl IntoView {
    view! { <aside class="banners" aria-label=words::NOTICES>{newer()}{saving()}{zone()}{demo()}</aside> }
}

/// A new version of the app.
fn newer() -> AnyView {
    let newer = desktop().newer;
    let shown = move || {
        newer.is_ready.get().then(|| {
            let take = move |_| newer.take_over.run(());
            let button = view! {
                <button type="button" class="btn" data-kind="small" on:click=take>{words::NEW_VERSION_TAKE}</button>
            };
            banner("new", words::NEW_VERSION, "", button.into_any())
        })
    };
    live(shown)
}

/// What of the last change is not stored.
fn saving() -> AnyView {
    let app = app();
    let export = || link(Page::Sync, words::TO_SHARE);
    let shown = move || match app.save_state().get() {
        SaveState::Saved => ().into_any(),
        SaveState::Memory => banner("bad", words::MEMORY_TITLE, words::MEMORY, export()),
        SaveState::ReadOnly => banner("note", words::READ_ONLY_TITLE, words::READ_ONLY_TEXT, export()),
        SaveState::Failed(StorageError::Full { .. }) => {
            let ways = view! { {export()} {link(Page::Settings, words::TO_STORAGE)} };
            banner("bad", words::FULL_TITLE, words::FULL, ways.into_any())
        }
        SaveState::Failed(_) => banner("bad", words::FULL_TITLE, words::DENIED, export()),
    };
    live(shown)
}

/// A zone that this device knows nothing of: it is asked for instead of counting in UTC.
fn zone() -> AnyView {
    let app = app();
    let is_unknown = Memo::new(move |_| {
        let is_ready = app.phase().with(|phase| *phase == Phase::Ready);
        let zone = app.circle().with(|circle| circle.rhythm.newest().zone.clone());
        is_ready && BrowserZones.offset(&zone, app.now().get_untracked()).is_none()
    });
    let shown = move || {
        is_unknown
            .get()
            .then(|| banner("bad", words::ZONE_TITLE, words::ZONE_TEXT, link(Page::Rhythm, words::ZONE_CHOOSE)))
    };
    live(shown)
}

/// Where it is said that the demo is made up.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Saying {
    /// Nowhere yet.
    NotYet,
    /// On the page with this path, the first one that is seen of it.
    On(String),
    /// Nowhere any more.
    Said,
}

impl Saying {
    /// What follows on the page with `path`, while the demo is to be spoken of or not.
    fn next(self, is_asked: bool, path: String) -> Self {
        match self {
            Self::NotYet if is_asked => Self::On(path),
            Self::On(page) if is_asked && page == path => Self::On(page),
            Self::On(_) => Self::Said,
            other => other,
        }
    }
}

/// Said on the first page alone; afterwards the badge in the header tells a demo from a circle.
fn demo() -> AnyView {
    let Desktop { app, says_demo, .. } = desktop();
    let path = use_location().pathname;
    let saying = Memo::new(move |last: Option<&Saying>| {
        last.cloned().unwrap_or(Saying::NotYet).next(says_demo.get(), path.get())
    });
    let is_shown = Memo::new(move |_| {
        let is_demo = app.entry.with(|entry| entry.as_ref().is_some_and(|entry| entry.is_demo));
        is_demo && saying.with(|saying| matches!(saying, Saying::On(_)))
    });
    let shown = move || {
        is_shown.get().then(|| {
            let ways = view! {
                {link(Page::Settings, words::DEMO_START)}
                <button type="button" class="btn-round" aria-label=action::CLOSE on:click=move |_| says_demo.set(false)>
                    <Icon glyph=Glyph::Close />
                </button>
            };
            banner("note", words::DEMO_TITLE, words::DEMO_TEXT, ways.into_any())
        })
    };
    live(shown)
}
