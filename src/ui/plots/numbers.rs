//! What a picture shows as a table, for people who do not see it.

use crate::platform;
use crate::state::{Memo, RwSignal};
use crate::ui::components::{Each, When, live, live_row};
use crate::ui::markup::view;
use leptos::prelude::*;

/// A table.
#[derive(Clone, PartialEq, Debug)]
pub struct Numbers {
    /// Its title.
    pub title: &'static str,
    /// What the columns are called.
    pub head: Vec<String>,
    /// The cells, row by row, each beginning with what the row is about.
    pub rows: Vec<Vec<String>>,
}

impl Numbers {
    /// A table of `rows` below `head`.
    pub fn new(title: &'static str, head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Self {
        Self { title, head: head.iter().map(|&head| head.to_owned()).collect(), rows: rows.collect() }
    }
}

/// The table of what a picture shows. It comes once the picture is painted: it may have hundreds of cells.
pub fn numbers(read: impl Fn() -> Numbers + Send + Sync + 'static) -> AnyView {
    table(Memo::derive(read))
}

fn table(numbers: Memo<Numbers>) -> AnyView {
    let is_due = RwSignal::new(false);
    platform::after_paint(move || is_due.set(true));
    let title = move || numbers.with(|numbers| numbers.title);
    let head = move || {
        let head = numbers.with(|numbers| numbers.head.clone());
        head.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view()
    };
    // Two rows may be about things of one name.
    let rows = Memo::new(move |_| {
        let rows = numbers.with(|numbers| numbers.rows.clone());
        rows.into_iter().enumerate().collect::<Vec<_>>()
    });
    view! {
        <When is=is_due>
            <div class="unseen"><table>
                <caption>{live(title)}</caption>
                <thead><tr>{live(head)}</tr></thead>
                <tbody><Each items=rows key=|(place, _)| place.to_string() row=live_row(row) /></tbody>
            </table></div>
        </When>
    }
    .into_any()
}

fn row((_, cells): &(usize, Vec<String>)) -> AnyView {
    let mut cells = cells.iter().cloned();
    let about = cells.next();
    let cells: Vec<_> = cells.map(|cell| view! { <td>{cell}</td> }).collect();
    view! { <tr><th scope="row">{about}</th>{cells}</tr> }.into_any()
}
