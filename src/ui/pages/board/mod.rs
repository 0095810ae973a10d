//! The board: one week, everybody at once, this one or any that was.

mod data;
mod filters;
mod member;
mod outside;
pub mod words;

use crate::state::Memo;
use crate::ui::components::{Each, Glyph, Heading, Icon, When, live};
use crate::ui::context::app;
use crate::ui::focus::focus_when_changed;
use crate::ui::markup::view;
use crate::ui::shared::board::{board_address, board_asked};
use crate::ui::shared::digest::week_name;
use crate::ui::text::week;
use data::{BoardData, MemberRow, board};
use filters::Filters;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use member::MemberCard;
use outside::Outside;

/// The page.
#[component]
pub fn BoardPage() -> impl IntoView {
    let app = app();
    let query = use_query_map();
    let asked = Memo::new(move |_| query.with(|query| board_asked(|name| query.get(name))));
    let board = board(app, asked);
    let cycle = Memo::new(move |_| board.with(|board| board.cycle));
    focus_when_changed(cycle);
    let rows = Memo::new(move |_| board.with(|board| board.rows.clone()));
    let place = move || {
        app.circle().with(|circle| week::place(&circle.about.name, circle.season_at(cycle.get()).map(|(_, week)| week)))
    };
    view! {
        <div class="page board-page">
            <header class="head">
                <p class="head__place"><bdi>{live(place)}</bdi></p>
                <Heading text=words::NAME />
                <Weeks board />
            </header>
            <Filters board />
            <When is=move || rows.with(Vec::is_empty)><Nothing board /></When>
            <ul class="board-rows" aria-label=words::MEMBERS>
                <Each items=rows key=MemberRow::key row=|row| view! { <MemberCard row /> }.into_any() />
            </ul>
            <Outside cycle />
        </div>
    }
}

/// Which week it is, and the way to those before and after. What is filtered stays filtered.
#[component]
fn Weeks(board: Memo<BoardData>) -> AnyView {
    let app = app();
    let name = move || {
        let cycle = board.with(|board| board.cycle);
        words::week(&week_name(cycle), cycle.since(app.cycle.get()))
    };
    let to = move |glyph: Glyph, label: &'static str, of: fn(&BoardData) -> Option<String>| {
        let href = Memo::new(move |_| board.with(of));
        let link = move || {
            href.get().map(|href| {
                view! { <a class="btn-round" href=href data-noscroll="" aria-label=label><Icon glyph /></a> }
            })
        };
        view! { <span class="board-weeks__step">{live(link)}</span> }
    };
    let now = move || {
        board
            .with(|board| (board.cycle != app.cycle.get()).then(|| board_address(None, &board.filter)))
            .map(|href| view! { <a class="btn" data-kind="small" href=href data-noscroll="">{words::NOW}</a> })
    };
    view! {
        <nav class="board-weeks" aria-label=words::WEEKS>
            {to(Glyph::Left, words::EARLIER, BoardData::earlier)}
            <p class="board-weeks__name">{live(name)}</p>
            {to(Glyph::Right, words::LATER, BoardData::later)}
            {live(now)}
        </nav>
    }
    .into_any()
}

/// Nothing is left of the board.
#[component]
fn Nothing(board: Memo<BoardData>) -> AnyView {
    let all = move || board.with(BoardData::unfiltered);
    view! {
        <section class="card">
            <p class="quiet">{words::NOTHING}</p>
            <div class="row"><a class="btn" href=all data-noscroll="">{words::SHOW_ALL}</a></div>
        </section>
    }
    .into_any()
}
