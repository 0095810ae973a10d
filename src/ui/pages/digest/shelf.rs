//! All digests, week by week.

use crate::domain::Cycle;
use crate::state::Memo;
use crate::ui::components::{For, Glyph, Icon, When, live};
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::shared::digest::week_name;
use crate::ui::shared::digest::words;
use leptos::prelude::*;

/// How many weeks are in sight at once.
const IN_SIGHT: usize = 10;

/// The way to the digests of other weeks.
#[component]
pub fn Shelf(shown: Memo<Cycle>, published: Memo<Vec<Cycle>>) -> impl IntoView {
    let newest_first = move |from: usize, most: usize| {
        Memo::new(move |_| published.with(|all| all.iter().rev().skip(from).take(most).copied().collect::<Vec<_>>()))
    };
    let (recent, earlier) = (newest_first(0, IN_SIGHT), newest_first(IN_SIGHT, usize::MAX));
    let row = move |own: Cycle| {
        let current = move || (shown.get() == own).then_some("page");
        view! { <li><a href=Page::Digest.of_week(own) aria-current=current>{week_name(own)}</a></li> }
    };
    let rest = move || {
        view! {
            <details class="card-earlier">
                <summary>{words::EARLIER}</summary>
                <ul class="digest-shelf"><For each=move || earlier.get() key=|own| *own children=row /></ul>
            </details>
        }
    };
    view! {
        <When is=move || !published.with(Vec::is_empty)>
            <nav class="card" aria-labelledby="shelf">
                <header class="card__head"><h2 id="shelf">{words::ALL}</h2></header>
                <Beside shown published />
                <ul class="digest-shelf"><For each=move || recent.get() key=|own| *own children=row /></ul>
                <When is=move || !earlier.with(Vec::is_empty)>{live(rest)}</When>
            </nav>
        </When>
    }
}

/// The digests before and after the one that is shown.
#[component]
fn Beside(shown: Memo<Cycle>, published: Memo<Vec<Cycle>>) -> impl IntoView {
    let previous = move || {
        let shown = shown.get();
        let found = published.with(|all| all.iter().rev().find(|other| **other < shown).copied())?;
        let href = Page::Digest.of_week(found);
        Some(
            view! { <a class="btn" data-kind="small" rel="prev" href=href><Icon glyph=Glyph::Left />{words::PREVIOUS}</a> },
        )
    };
    let next = move || {
        let shown = shown.get();
        let found = published.with(|all| all.iter().find(|other| **other > shown).copied())?;
        let href = Page::Digest.of_week(found);
        Some(
            view! { <a class="btn" data-kind="small" rel="next" href=href>{words::NEXT}<Icon glyph=Glyph::Right /></a> },
        )
    };
    view! { <div class="row digest-beside">{live(previous)}{live(next)}</div> }
}
