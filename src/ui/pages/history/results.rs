//! What was found, by kind.

use super::words;
use crate::domain::{
    BoardFilter, Circle, Cycle, Excerpt, Find, Finds, FoundPlace, MemberId, SearchIndex, SearchKind, SearchQuery,
    SearchSubject,
};
use crate::state::{App, Memo};
use crate::ui::components::{Each, Glyph, Icon, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::shared::board::board_address;
use crate::ui::shared::digest::week_name;
use crate::ui::text;
use leptos::prelude::*;

/// One find.
#[derive(Clone, PartialEq, Debug)]
struct FindRow {
    key: String,
    href: String,
    excerpt: Excerpt,
    note: String,
}

/// The finds of one kind.
#[derive(Clone, PartialEq, Debug)]
struct FindGroup {
    kind: SearchKind,
    count: usize,
    rows: Vec<FindRow>,
}

impl FindGroup {
    fn of(app: App, circle: &Circle, finds: Finds) -> Self {
        let rows = finds.shown.into_iter().filter_map(|find| FindRow::of(app, circle, find)).collect();
        Self { kind: finds.kind, count: finds.count, rows }
    }
}

impl FindRow {
    fn of(app: App, circle: &Circle, find: Find) -> Option<Self> {
        let place = find.subject.place(circle)?;
        let name = place.who.as_ref().and_then(|who| circle.name_of(who)).map(ToOwned::to_owned);
        let when = place.cycle.map_or_else(|| text::time::dated(app.day_of(find.at), app.today()), week_name);
        Some(Self {
            key: find.subject.key(),
            href: address(&find.subject, &place),
            excerpt: find.excerpt,
            note: name.into_iter().chain([when]).collect::<Vec<_>>().join(" · "),
        })
    }
}

/// Where something that was found is shown.
fn address(subject: &SearchSubject, place: &FoundPlace) -> String {
    let of_week = |page: Page| place.cycle.map_or_else(|| page.href(), |cycle| page.of_week(cycle));
    match subject.kind() {
        SearchKind::Commitment | SearchKind::CheckIn => on_board(place.cycle, place.who.clone()),
        SearchKind::Goal => place.who.as_ref().map_or_else(|| Page::Goals.href(), |who| Page::Goals.of_member(who)),
        SearchKind::Digest => of_week(Page::Digest),
        SearchKind::Decision | SearchKind::Agenda | SearchKind::Session => of_week(Page::Session),
    }
}

fn on_board(cycle: Option<Cycle>, member: Option<MemberId>) -> String {
    board_address(cycle, &BoardFilter { member, ..BoardFilter::default() })
}

/// The kinds with what was found of each, and how much it is in all.
#[component]
pub fn Results(query: Memo<Option<SearchQuery>>, index: Memo<SearchIndex>) -> AnyView {
    let app = app();
    let groups = Memo::new(move |_| {
        let Some(query) = query.get() else { return Vec::new() };
        app.circle().with(|circle| {
            let found = index.with(|index| index.find(circle, &query));
            found.into_iter().map(|finds| FindGroup::of(app, circle, finds)).collect::<Vec<_>>()
        })
    });
    let count = move || words::found(groups.with(|groups| groups.iter().map(|group| group.count).sum()));
    let key = |group: &FindGroup| group.kind.key().to_owned();
    view! {
        <div class="history-results">
            <p role="status">{live(count)}</p>
            <When is=move || groups.with(Vec::is_empty)><p class="quiet">{words::FOUND_HINT}</p></When>
            <Each items=groups key row=|group| view! { <Group group /> }.into_any() />
        </div>
    }
    .into_any()
}

#[component]
fn Group(group: Memo<FindGroup>) -> AnyView {
    let kind = group.with_untracked(|group| group.kind);
    let id = format!("found-{}", kind.key());
    let rows = Memo::new(move |_| group.with(|group| group.rows.clone()));
    let count = move || group.with(|group| group.count);
    let more = move || group.with(|group| words::more(group.rows.len(), group.count));
    view! {
        <section class="card" aria-labelledby=id.clone()>
            <header class="card__head"><h2 id=id.clone()>{words::kind(kind)}</h2><span>{live(count)}</span></header>
            <ul class="row-list">
                <Each items=rows key=|row: &FindRow| row.key.clone() row=|row| view! { <Line row /> }.into_any() />
            </ul>
            <p class="quiet">{live(more)}</p>
        </section>
    }
    .into_any()
}

#[component]
fn Line(row: Memo<FindRow>) -> AnyView {
    let words = move || {
        let Excerpt { before, hit, after } = row.with(|row| row.excerpt.clone());
        view! { {before}<mark>{hit}</mark>{after} }
    };
    view! {
        <li>
            <a class="row-link" href=move || row.with(|row| row.href.clone())>
                <span class="row-link__words">
                    <span dir="auto">{live(words)}</span>
                    <small dir="auto">{live(move || row.with(|row| row.note.clone()))}</small>
                </span>
                <Icon glyph=Glyph::Right />
            </a>
        </li>
    }
    .into_any()
}
