//! What the summarizer sent round: to read, to send on, to change.

mod shelf;

use crate::domain::{Cycle, digest_cycle, has_digest};
use crate::platform::{self, BrowserZones};
use crate::state::{App, Memo, RwSignal};
use crate::ui::components::{Empty, Given, Heading, When, live};
use crate::ui::context::app;
use crate::ui::focus::focus_when_changed;
use crate::ui::markup::view;
use crate::ui::routes::{CYCLE, Page};
use crate::ui::shared::digest::words;
use crate::ui::shared::digest::{DigestEditor, Onward, Reader, week_name};
use crate::ui::text::week;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shelf::Shelf;

/// The page: the newest digest, or that of the week which the address asks for.
#[component]
pub fn DigestPage() -> impl IntoView {
    let app = app();
    let all = move || app.circle().with(|circle| circle.digests.iter().map(|(cycle, _)| *cycle).collect::<Vec<_>>());
    let published = Memo::new(move |_| all());
    // The week that is being changed; another one that is looked at is not. What another device publishes
    // meanwhile takes nobody's pen away.
    let changing = RwSignal::new(None::<Cycle>);
    let asked = asked_cycle(app);
    let newest = move || published.with(|published| published.last().copied());
    let cycle = Memo::new(move |_| asked.get().or_else(|| changing.get()).or_else(newest));
    focus_when_changed(cycle);
    let is_reading = Memo::new(move |_| {
        cycle.get().is_some_and(|cycle| published.with(|all| all.contains(&cycle)) && changing.get() != Some(cycle))
    });
    let content = move || match cycle.get() {
        Some(cycle) if is_reading.get() => view! { <Reader cycle /> }.into_any(),
        Some(cycle) => view! { <Writer cycle published changing /> }.into_any(),
        None => view! { <Nothing published /> }.into_any(),
    };
    let onward = move || {
        let cycle = cycle.get().filter(|_| is_reading.get())?;
        Some(view! { <Onward cycle on_edit=Callback::new(move |()| changing.set(Some(cycle))) /> })
    };
    let beside = move |shown: Memo<Cycle>| {
        view! { <div class="pane">{live(onward)} {to_write(published, cycle)} <Shelf shown published /></div> }
            .into_any()
    };
    view! {
        <div class="page two-panes digest-page">
            <Head cycle />
            <div class="pane">{live(content)}</div>
            <Given value=cycle view=beside />
        </div>
    }
}

/// The week that the address asks for. Before the circle began, and in weeks to come, there is nothing to tell.
fn asked_cycle(app: App) -> Memo<Option<Cycle>> {
    let query = use_query_map();
    Memo::new(move |_| {
        let asked = query.with(|query| query.get(CYCLE).and_then(|text| Cycle::parse_exact(&text)))?;
        let is_told = app.circle().with(|circle| has_digest(circle, &BrowserZones, app.cycle.get(), asked));
        is_told.then_some(asked)
    })
}

/// What a digest is, where there is none yet.
#[component]
fn Nothing(published: Memo<Vec<Cycle>>) -> impl IntoView {
    view! {
        <section class="card">
            <Empty title=words::EMPTY hint=words::EMPTY_HINT>{to_write(published, Memo::stored(None))}</Empty>
        </section>
    }
}

/// Which week it is, in the circle's own counting and in days.
#[component]
fn Head(cycle: Memo<Option<Cycle>>) -> impl IntoView {
    let app = app();
    let heading =
        move || cycle.get().map_or_else(|| words::TITLE.to_owned(), |cycle| words::of_week(&week_name(cycle)));
    let place = move || {
        let cycle = cycle.get().unwrap_or_else(|| app.cycle.get());
        app.circle().with(|circle| week::place(&circle.about.name, circle.season_at(cycle).map(|(_, week)| week)))
    };
    view! {
        <header class="head">
            <p class="head__place"><bdi>{live(place)}</bdi></p>
            <Heading text=heading />
        </header>
    }
}

/// The editor, where there is no digest yet or somebody changes it.
#[component]
fn Writer(cycle: Cycle, published: Memo<Vec<Cycle>>, changing: RwSignal<Option<Cycle>>) -> impl IntoView {
    let is_published = Memo::new(move |_| published.with(|published| published.contains(&cycle)));
    let begin = Callback::new(move |()| changing.set(Some(cycle)));
    let close = Callback::new(move |()| {
        changing.set(None);
        platform::focus_heading();
    });
    view! {
        <section class="card stack" aria-label=words::TEXT>
            <DigestEditor cycle on_begun=begin on_done=close />
            <When is=move || is_published.get()>
                <button type="button" class="btn" data-kind="quiet" on:click=move |_| close.run(())>{words::READ}</button>
            </When>
        </section>
    }
}

/// The way to the week that waits for its digest, while another one is shown.
fn to_write(published: Memo<Vec<Cycle>>, shown: Memo<Option<Cycle>>) -> AnyView {
    let app = app();
    let waiting = Memo::new(move |_| {
        let found = app.circle().with(|circle| digest_cycle(circle, app.cycle.get()));
        let is_told = published.with(|published| published.contains(&found));
        (!is_told && shown.get() != Some(found)).then_some(found)
    });
    live(move || {
        let cycle = waiting.get()?;
        let kind = if published.with(Vec::is_empty) { "main" } else { "" };
        let href = Page::Digest.of_week(cycle);
        Some(view! { <a class="btn" data-kind=kind href=href>{words::write(&week_name(cycle))}</a> })
    })
}
