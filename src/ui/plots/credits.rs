//! Credits per member and role: a bar each, with its table.

use super::{Numbers, numbers};
use crate::state::Memo;
use crate::ui::components::{face, live};
use crate::ui::markup::view;
use crate::ui::shared::role::turns::Person;
use crate::ui::shared::role::words;
use leptos::prelude::*;

/// One member's credits.
#[derive(Clone, PartialEq, Debug)]
pub struct CreditRow {
    /// Whose.
    pub person: Person,
    /// Turns held per role.
    pub turns: Vec<i64>,
    /// Given without a turn; below zero never.
    pub allowance: i64,
    /// All together.
    pub total: i64,
}

/// Draws `rows`, each as long as its credits are against the most; the parts in the order of `roles`.
#[component]
pub fn CreditBars(#[prop(into)] roles: Memo<Vec<String>>, #[prop(into)] rows: Memo<Vec<CreditRow>>) -> impl IntoView {
    let most = Memo::new(move |_| rows.with(|rows| rows.iter().map(|row| row.total).max().unwrap_or(0).max(1)));
    let has_allowance = Memo::new(move |_| rows.with(|rows| rows.iter().any(|row| row.allowance > 0)));
    let legend = move || {
        let own = |(nth, role): (usize, String)| view! { <li><span class="credits__key" data-role=nth.to_string()></span><bdi>{role}</bdi></li> };
        let given = has_allowance
            .get()
            .then(|| view! { <li><span class="credits__key" data-role="given"></span>{words::ALLOWANCE}</li> });
        view! { {roles.get().into_iter().enumerate().map(own).collect_view()} {given} }
    };
    let bars = move || rows.get().into_iter().map(|row| bar(row, most.get())).collect_view();
    view! {
        <figure class="credits">
            <ul class="credits__legend" aria-hidden="true">{live(legend)}</ul>
            <ul class="credits__bars" aria-hidden="true">{live(bars)}</ul>
            {numbers(move || table(&roles.get(), &rows.get()))}
        </figure>
    }
}

fn bar(row: CreditRow, most: i64) -> AnyView {
    let CreditRow { person, turns, allowance, total } = row;
    let part = |kind: String, credits: i64| {
        (credits > 0)
            .then(|| view! { <span class="credits__part" data-role=kind style:flex-grow=credits.to_string()></span> })
    };
    let parts: Vec<_> = turns.iter().enumerate().map(|(nth, credits)| part(nth.to_string(), *credits)).collect();
    view! {
        <li class="credits-row">
            {face(&person.initials, person.seat)}
            <bdi class="credits-row__name">{person.name}</bdi>
            <span class="credits-row__total">{total}</span>
            <span class="credits-row__bar">
                {parts}
                {part("given".to_owned(), allowance)}
                <span style:flex-grow=(most - total).max(0).to_string()></span>
            </span>
        </li>
    }
    .into_any()
}

fn table(roles: &[String], rows: &[CreditRow]) -> Numbers {
    let head: Vec<_> = [words::MEMBER]
        .into_iter()
        .chain(roles.iter().map(String::as_str))
        .chain([words::ALLOWANCE, words::ALL])
        .collect();
    let row = |row: &CreditRow| {
        let numbers = row.turns.iter().chain([&row.allowance, &row.total]).map(i64::to_string);
        std::iter::once(row.person.name.clone()).chain(numbers).collect()
    };
    Numbers::new(words::CREDITS_TABLE, &head, rows.iter().map(row))
}
