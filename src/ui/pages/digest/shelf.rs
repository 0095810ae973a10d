//! All digests, week by week.

use crate::domain::Cycle;
use crate::ui::components::{Glyph, Icon, When};
use crate::ui::shared::digest::{href_of, week_name};
use crate::ui::text::digest as words;
use leptos::prelude::*;

/// How many weeks are in sight at once.
const IN_SIGHT: usize = 10;

/// The way to the digests of other weeks.
#[component]
pub fn Shelf(cycle: Memo<Option<Cycle>>, published: Memo<Vec<Cycle>>) -> impl IntoView {
    let previous = Memo::new(move |_| {
        let shown = cycle.get()?;
        published.with(|published| published.iter().rev().find(|other| **other < shown).copied())
    });
    let next = Memo::new(move |_| {
        let shown = cycle.get()?;
        published.with(|published| published.iter().find(|other| **other > shown).copied())
    });
    let newest_first =
        Memo::new(move |_| published.with(|published| published.iter().rev().copied().collect::<Vec<_>>()));
    let recent = Memo::new(move |_| newest_first.with(|all| all.iter().take(IN_SIGHT).copied().collect::<Vec<_>>()));
    let earlier = Memo::new(move |_| newest_first.with(|all| all.iter().skip(IN_SIGHT).copied().collect::<Vec<_>>()));
    let row = move |own: Cycle| {
        let current = move || (cycle.get() == Some(own)).then_some("page");
        view! { <li><a href=href_of(own) aria-current=current>{week_name(own)}</a></li> }
    };
    let rest = move || {
        view! {
            <details class="earlier">
                <summary>{words::EARLIER}</summary>
                <ul class="shelf"><For each=move || earlier.get() key=|own| *own children=row /></ul>
            </details>
        }
    };
    view! {
        <When is=move || !published.with(Vec::is_empty)>
            <nav class="card" aria-labelledby="shelf">
                <header class="card__head"><h2 id="shelf">{words::ALL}</h2></header>
                <div class="row beside">
                    {move || previous.get().map(|cycle| view! {
                        <a class="btn" data-kind="small" rel="prev" href=href_of(cycle)><Icon glyph=Glyph::Left />{words::PREVIOUS}</a>
                    })}
                    {move || next.get().map(|cycle| view! {
                        <a class="btn" data-kind="small" rel="next" href=href_of(cycle)>{words::NEXT}<Icon glyph=Glyph::Right /></a>
                    })}
                </div>
                <ul class="shelf"><For each=move || recent.get() key=|own| *own children=row /></ul>
                <When is=move || !earlier.with(Vec::is_empty)>{rest}</When>
            </nav>
        </When>
    }
}
