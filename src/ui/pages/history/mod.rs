//! What was: the board of every week, digests, sessions, decisions, and a search over all that people wrote.

mod results;
mod search_field;
mod shelves;
pub mod words;

use crate::domain::{SearchIndex, SearchQuery};
use crate::state::Memo;
use crate::ui::components::{Heading, When};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::WORDS;
use crate::ui::text::nav;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use results::Results;
use search_field::SearchField;
use shelves::Shelves;

/// The page. What is looked for stands in its address.
#[component]
pub fn HistoryPage() -> impl IntoView {
    let app = app();
    let address = use_query_map();
    let typed = Memo::new(move |_| address.with(|address| address.get(WORDS)).unwrap_or_default());
    let query = Memo::new(move |_| typed.with(|typed| SearchQuery::of(typed)));
    // Read when somebody searches, and then once for all that they type.
    let index = Memo::new(move |_| app.circle().with(SearchIndex::of));
    view! {
        <div class="page two-panes">
            <header class="head">
                <Heading text=nav::HISTORY />
                <p>{words::LEAD}</p>
                <SearchField typed />
            </header>
            <When is=move || query.with(Option::is_some) otherwise=|| view! { <Shelves /> }>
                <Results query index />
            </When>
        </div>
    }
}
