//! The journal: what was changed, by whom, the newest first, and the way back to what was there before.

mod data;
mod entry;
mod filter;
mod topic;
pub mod words;

use crate::state::{Memo, RwSignal};
use crate::ui::components::{Each, Empty, Heading, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::{MEMBER, RECORD, TOPIC};
use data::{DayGroup, EntryRow, days};
use entry::Entry;
use filter::{Filters, JournalFilter};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// How many entries are shown at first, and how many more each time.
const SHOWN: usize = 50;

/// The page.
#[component]
pub fn JournalPage() -> AnyView {
    let app = app();
    let query = use_query_map();
    let filter = Memo::new(move |_| {
        query.with(|query| JournalFilter::asked(query.get(MEMBER), query.get(TOPIC), query.get(RECORD)))
    });
    let journal = app.journal();
    let shown = RwSignal::new(SHOWN);
    let found = Memo::new(move |_| {
        journal.with(|journal| filter.with(|filter| journal.iter().filter(|entry| filter.leaves(entry)).count()))
    });
    let groups = Memo::new(move |_| {
        journal.with(|journal| {
            let left = journal.iter().filter(|entry| filter.with(|filter| filter.leaves(entry)));
            days(app, left.take(shown.get()))
        })
    });
    let is_empty = Memo::new(move |_| groups.with(Vec::is_empty));
    let nothing = move || match filter.with(JournalFilter::is_all) {
        true => view! { <Empty title=words::EMPTY hint=words::EMPTY_HINT /> }.into_any(),
        false => view! { <p class="quiet">{words::NONE}</p> }.into_any(),
    };
    view! {
        <div class="page journal-page">
            <header class="head"><Heading text=words::NAME /><p>{words::LEAD}</p></header>
            <Filters journal filter />
            <When is=is_empty><section class="card">{live(nothing)}</section></When>
            <Each items=groups key=|group: &DayGroup| group.key.clone() row=|group| view! { <Day group /> }.into_any() />
            <When is=move || { found.get() > shown.get() }>
                <div class="row">
                    <button type="button" class="btn" on:click=move |_| shown.update(|shown| *shown += SHOWN)>{words::EARLIER}</button>
                </div>
            </When>
        </div>
    }
    .into_any()
}

/// What was changed on one day.
#[component]
fn Day(group: Memo<DayGroup>) -> AnyView {
    let id = group.with_untracked(|group| format!("day-{}", group.key));
    let name = move || group.with(|group| group.name.clone());
    let rows = Memo::new(move |_| group.with(|group| group.rows.clone()));
    view! {
        <section class="card" aria-labelledby=id.clone()>
            <header class="card__head"><h2 id=id.clone()>{live(name)}</h2></header>
            <ul class="list">
                <Each items=rows key=|row: &EntryRow| row.key.clone() row=|row| view! { <Entry row /> }.into_any() />
            </ul>
        </section>
    }
    .into_any()
}
