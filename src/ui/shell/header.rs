//! The header: which circle is open and the way to others, and how far it is in step with the other members.

use crate::domain::CircleId;
use crate::state::Memo;
use crate::state::Removed;
use crate::ui::components::{Glyph, Icon, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::text;
use crate::ui::text::{nav, shell as words};
use leptos::prelude::*;

/// Names the menu in the page.
const MENU: &str = "circle-menu";

/// The header. In a task it leads out of it instead of to other circles.
#[component]
pub fn Header(page: Memo<Option<Page>>, is_task: Memo<bool>) -> impl IntoView {
    let start = move || match is_task.get() {
        true => view! {
            <a class="top__close" href=Page::Week.href()><Icon glyph=Glyph::Close />{nav::LEAVE}</a>
        }
        .into_any(),
        false => view! { <CircleButton /> }.into_any(),
    };
    view! {
        <header class="top">
            <p class="brand">{text::APP}</p>
            <div class="top__row">{live(start)} <SyncLink page /></div>
            // Made anew with each page, so that a link in it closes it.
            {live(move || (!is_task.get()).then(|| menu(page.get())))}
        </header>
    }
}

/// The circle's name, which opens the menu.
#[component]
fn CircleButton() -> impl IntoView {
    let app = app();
    let name = Memo::new(move |_| app.circle().with(|circle| circle.about.name.clone()));
    let is_demo = Memo::new(move |_| app.entry.with(|entry| entry.as_ref().is_some_and(|entry| entry.is_demo)));
    view! {
        <button type="button" class="top__circle" popovertarget=MENU>
            <span class="unseen">{nav::SWITCH}": "</span>
            <bdi>{live(move || name.get())}</bdi>
            <Icon glyph=Glyph::Down />
        </button>
        <When is=move || is_demo.get()><span class="tag" data-kind="demo">{words::DEMO}</span></When>
    }
}

/// The other circles of this device, and the device itself.
fn menu(page: Option<Page>) -> AnyView {
    let app = app();
    let others = Memo::new(move |_| {
        let open = app.entry.with(|entry| entry.as_ref().map(|entry| entry.id.clone()));
        app.index().with(|index| {
            let others = index.entries(Removed::No).filter(|entry| Some(&entry.id) != open.as_ref());
            others.map(|entry| (entry.circle_id(), entry.name.clone())).collect::<Vec<_>>()
        })
    });
    let other = move |(id, name): (CircleId, String)| {
        view! {
            <li>
                <button type="button" popovertarget=MENU on:click=move |_| app.switch_to(id.clone())><bdi>{name}</bdi></button>
            </li>
        }
    };
    let is_here = page == Some(Page::Settings);
    view! {
        <ul class="top__menu" id=MENU popover="auto">
            {live(move || others.get().into_iter().map(other).collect_view())}
            <li><a href=Page::Invitations.href()><Icon glyph=Page::Invitations.glyph() />{Page::Invitations.label()}</a></li>
            <li>
                <a href=Page::Settings.href() aria-current=is_here.then_some("page")>
                    <Icon glyph=Page::Settings.glyph() />
                    {Page::Settings.label()}
                </a>
            </li>
        </ul>
    }
    .into_any()
}

/// The way to Sync.
#[component]
fn SyncLink(page: Memo<Option<Page>>) -> impl IntoView {
    let current = move || super::navigation::current(page.get(), Page::Sync);
    view! {
        <a class="top__sync" href=Page::Sync.href() aria-current=current>
            <Icon glyph=Page::Sync.glyph() />
            {Page::Sync.label()}
        </a>
    }
}
