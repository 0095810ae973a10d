//! The rows of a text: what would come in, what waits, what is left out.

use super::words;
use crate::domain::{Circle, Offer, OfferOwner, Offered};
use crate::exchange::intake::{IntakeReading, LeftOutRow, WaitingRow};
use crate::state::{Memo, RwSignal};
use crate::ui::components::{When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::text;
use leptos::prelude::*;
use std::sync::Arc;

/// How many rows are shown before somebody asks for all.
const FEW: usize = 12;
/// How many are shown at most: a list of thousands helps nobody.
const MOST: usize = 300;

/// What would come in.
#[component]
pub fn Offers(reading: Memo<Arc<IntakeReading>>) -> AnyView {
    let app = app();
    let shows_all = RwSignal::new(false);
    let count = Memo::new(move |_| reading.with(|reading| reading.offers.len()));
    let list = move || {
        let shown = if shows_all.get() { MOST } else { FEW };
        reading.with(|reading| {
            app.circle().with(|circle| reading.offers.iter().take(shown).map(|offer| row(circle, offer)).collect_view())
        })
    };
    let has_more = Memo::new(move |_| !shows_all.get() && count.get() > FEW);
    let rest = move || words::rest(count.get().saturating_sub(MOST));
    view! {
        <When is=move || { count.get() > 0 }>
            <section aria-labelledby="sheets-offers">
                <h3 id="sheets-offers">{words::OFFERS}</h3>
                <ul class="list sheets-rows">{live(list)}</ul>
                <When is=has_more>
                    <button type="button" class="btn" data-kind="small" on:click=move |_| shows_all.set(true)>
                        {live(move || words::show_all(count.get()))}
                    </button>
                </When>
                <When is=move || shows_all.get()>{live(rest)}</When>
            </section>
        </When>
    }
    .into_any()
}

fn row(circle: &Circle, offer: &Offer) -> AnyView {
    let title = words::title(&offer.content);
    let mut about: Vec<String> = Vec::new();
    about.extend(offer.content.owner().map(|owner| owner_name(circle, owner)));
    about.extend(details(&offer.content));
    let heading = Some(offer.heading.clone()).filter(|heading| !heading.is_empty());
    view! {
        <li>
            <p>
                <span class="tag">{words::kind(offer.content.kind())}</span>
                " "
                <span dir="auto">{title}</span>
            </p>
            <small>
                {words::line(offer.line)}
                {heading.map(|heading| view! { " · "<bdi>{heading}</bdi> })}
                {about.into_iter().map(|part| view! { " · "<bdi>{part}</bdi> }).collect_view()}
            </small>
        </li>
    }
    .into_any()
}

fn owner_name(circle: &Circle, owner: &OfferOwner) -> String {
    match owner {
        OfferOwner::Id(id) => circle.name_of(id).unwrap_or_default().to_owned(),
        OfferOwner::Named(name) => name.clone(),
    }
}

/// What else is said: day, week, outcome.
fn details(content: &Offered) -> Vec<String> {
    let mut said = Vec::new();
    match content {
        Offered::Commitment(commitment) => {
            said.extend(commitment.due.map(|day| words::due(&text::time::day(day), day)));
            let week = commitment.cycle.filter(|_| commitment.due.is_none());
            said.extend(week.map(|cycle| words::week(&text::time::day(cycle.first_day()))));
            said.extend(commitment.outcome.map(words::outcome));
        }
        Offered::Goal(goal) => {
            said.extend(goal.due.map(|day| words::due(&text::time::day(day), day)));
            said.extend(words::measure(&goal.measure));
            said.extend(goal.closing.map(words::closing));
        }
        Offered::Progress(progress) => said.extend((!progress.note.is_empty()).then(|| progress.note.clone())),
        Offered::Reply(reply) => said.extend((!reply.text.is_empty()).then(|| words::reply(reply.kind))),
        Offered::CheckIn(check_in) => said.push(words::week(&text::time::day(check_in.cycle.first_day()))),
        Offered::Member(member) => said.extend((!member.focus.is_empty()).then(|| member.focus.clone())),
    }
    said
}

/// Rows that wait for an answer.
#[component]
pub fn Waiting(reading: Memo<Arc<IntakeReading>>) -> AnyView {
    let count = Memo::new(move |_| reading.with(|reading| reading.waiting.len()));
    let one = |row: &WaitingRow| said(row.line, &row.text, words::WAITS.to_owned());
    let list = move || reading.with(|reading| reading.waiting.iter().take(MOST).map(one).collect_view());
    listed(count, words::waiting, Arc::new(move || list().into_any()))
}

/// Rows that are not taken, each with its line and the reason.
#[component]
pub fn LeftOut(reading: Memo<Arc<IntakeReading>>) -> AnyView {
    let count = Memo::new(move |_| {
        reading.with(|reading| reading.left_out.len() + reading.passed_over.values().sum::<usize>())
    });
    let one = |row: &LeftOutRow| said(row.line, &row.text, words::reason(&row.reason));
    let list = move || {
        reading.with(|reading| {
            let passed = reading.passed_over.iter().map(|(what, count)| words::passed_over(*what, *count));
            let passed = passed.map(|words| view! { <li><small>{words}</small></li> }.into_any());
            reading.left_out.iter().take(MOST).map(one).chain(passed).collect_view()
        })
    };
    listed(count, words::left_out, Arc::new(move || list().into_any()))
}

fn listed(count: Memo<usize>, title: fn(usize) -> String, list: Arc<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
    view! {
        <When is=move || { count.get() > 0 }>
            <details class="sheets-more">
                <summary>{live(move || title(count.get()))}</summary>
                <ul class="list sheets-rows">{let list = Arc::clone(&list); live(move || list())}</ul>
            </details>
        </When>
    }
    .into_any()
}

fn said(line: usize, text: &str, why: String) -> AnyView {
    view! {
        <li>
            <p dir="auto">{text.to_owned()}</p>
            <small>{words::line(line)}" · "{why}</small>
        </li>
    }
    .into_any()
}
