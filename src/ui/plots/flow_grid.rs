//! Who gave feedback to whom: a row for each giver, a column for each receiver, with its table.

use super::{Numbers, numbers};
use crate::state::Memo;
use crate::ui::components::live;
use crate::ui::markup::view;
use crate::ui::shared::role::turns::Person;
use leptos::prelude::*;

/// People, and how much went from each to each: by giver, then by receiver.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct FlowData {
    /// The people, in the order of rows and columns.
    pub people: Vec<Person>,
    /// How much went from each to each.
    pub counts: Vec<Vec<usize>>,
}

/// What is said of the grid.
#[derive(Clone, Copy)]
pub struct FlowWords {
    /// The table's title.
    pub title: &'static str,
    /// The head of the givers.
    pub from: &'static str,
    /// What stands above the receivers.
    pub to: &'static str,
}

const STEP: f64 = 22.0;

/// Draws `flow`; `summary` says in a sentence what the picture shows.
#[component]
pub fn FlowGrid(flow: Memo<FlowData>, summary: Memo<String>, words: FlowWords) -> AnyView {
    let size = Memo::new(move |_| (flow.with(|flow| flow.people.len()) as f64 + 1.0) * STEP);
    let content = move || flow.with(|flow| (marks(flow), heads(flow)));
    view! {
        <figure class="flow-grid">
            <p class="flow-grid__axes" aria-hidden="true"><span>{words.from}" ↓"</span><span>{words.to}" →"</span></p>
            <svg viewBox=move || format!("0 0 {0} {0}", size.get()) role="img" aria-label=summary>
                {live(content)}
            </svg>
            {numbers(move || flow.with(|flow| table(flow, words)))}
        </figure>
    }
    .into_any()
}

/// Initials beside the rows and above the columns.
fn heads(flow: &FlowData) -> AnyView {
    let head = |(nth, person): (usize, &Person)| {
        let at = middle(nth);
        view! {
            <text class="flow-grid__head" x=STEP / 2.0 y=at + 3.0 text-anchor="middle">{person.initials.clone()}</text>
            <text class="flow-grid__head" x=at y=STEP / 2.0 + 3.0 text-anchor="middle">{person.initials.clone()}</text>
        }
    };
    flow.people.iter().enumerate().map(head).collect_view().into_any()
}

/// A circle where something went from one to another, by its area, with the number where there is room; a dot where
/// nothing did.
fn marks(flow: &FlowData) -> AnyView {
    let most = flow.counts.iter().flatten().copied().max().unwrap_or(0).max(1) as f64;
    let mark = |from: usize, to: usize, count: usize| {
        let (x, y) = (middle(to), middle(from));
        if from == to {
            return view! { <path class="flow-grid__self" d=format!("M{} {}l8 8", x - 4.0, y - 4.0) /> }.into_any();
        }
        if count == 0 {
            return view! { <circle class="flow-grid__none" cx=x cy=y r="1.5" /> }.into_any();
        }
        let radius = 6.0 + 4.0 * (count as f64 / most).sqrt();
        view! {
            <circle class="flow-grid__some" cx=x cy=y r=radius />
            <text class="flow-grid__count" x=x y=y + 3.2 text-anchor="middle">{count}</text>
        }
        .into_any()
    };
    let row = |(from, counts): (usize, &Vec<usize>)| {
        counts.iter().enumerate().map(|(to, count)| mark(from, to, *count)).collect_view()
    };
    flow.counts.iter().enumerate().map(row).collect_view().into_any()
}

/// The middle of the row or column `nth`.
fn middle(nth: usize) -> f64 {
    (nth as f64 + 1.5) * STEP
}

fn table(flow: &FlowData, words: FlowWords) -> Numbers {
    let names = flow.people.iter().map(|person| person.name.as_str());
    let head: Vec<_> = [words.from].into_iter().chain(names).collect();
    let row = |(person, counts): (&Person, &Vec<usize>)| {
        std::iter::once(person.name.clone()).chain(counts.iter().map(usize::to_string)).collect()
    };
    Numbers::new(words.title, &head, flow.people.iter().zip(&flow.counts).map(row))
}
