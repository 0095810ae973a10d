//! Member by week: how full a square is says how much was kept, with its table.

use super::{Numbers, numbers};
use crate::state::Memo;
use crate::ui::components::{face, live};
use crate::ui::markup::view;
use crate::ui::shared::role::turns::Person;
use leptos::prelude::*;

/// One week of a member.
#[derive(Clone, PartialEq, Debug)]
pub struct MapCell {
    /// The share that was kept, 0 to 1; `None` where there was nothing to keep.
    pub share: Option<f64>,
    /// The same in words.
    pub said: String,
}

/// One member's weeks, oldest first.
#[derive(Clone, PartialEq, Debug)]
pub struct MapRow {
    /// Whose.
    pub person: Person,
    /// One for each week.
    pub cells: Vec<MapCell>,
}

/// What is said of the map.
#[derive(Clone, Copy)]
pub struct MapWords {
    /// The table's title.
    pub title: &'static str,
    /// The head of the members.
    pub member: &'static str,
    /// What a full, a half and an empty square and a dot mean.
    pub legend: [&'static str; 4],
}

/// For how many weeks there is room at least: fewer are no larger.
const WEEKS: usize = 12;
/// The side of a square, and from one to the next.
const SIDE: f64 = 17.0;
const STEP: f64 = 20.0;

/// Draws `rows` over `weeks`, which are named in words; `summary` says in a sentence what the picture shows.
#[component]
pub fn WeeksMap(weeks: Memo<Vec<String>>, rows: Memo<Vec<MapRow>>, summary: Memo<String>, words: MapWords) -> AnyView {
    let shares = [Some(1.0), Some(0.5), Some(0.0), None];
    let key = |(share, label): (Option<f64>, &'static str)| {
        view! { <li><svg viewBox="0 0 18 18">{cell(0, share)}</svg>{label}</li> }
    };
    let legend = shares.into_iter().zip(words.legend).map(key).collect_view();
    let lines = move || rows.get().into_iter().map(line).collect_view();
    let ends = move || weeks.with(|weeks| (weeks.first().cloned(), weeks.last().filter(|_| weeks.len() > 1).cloned()));
    let part = move || weeks.with(|weeks| format!("{}%", weeks.len().min(WEEKS) * 100 / WEEKS));
    view! {
        <figure class="weeks-map">
            <ul class="weeks-map__legend" aria-hidden="true">{legend}</ul>
            <div role="img" aria-label=summary>
                <ul class="weeks-map__rows">{live(lines)}</ul>
                <div class="weeks-map__foot">
                    <p class="weeks-map__ends" style:inline-size=part>
                        <span>{live(move || ends().0)}</span>
                        <span>{live(move || ends().1)}</span>
                    </p>
                </div>
            </div>
            {numbers(move || weeks.with(|weeks| rows.with(|rows| table(weeks, rows, words))))}
        </figure>
    }
    .into_any()
}

fn line(row: MapRow) -> AnyView {
    let MapRow { person, cells } = row;
    let width = cells.len().max(WEEKS) as f64 * STEP;
    let squares: Vec<_> = cells.iter().enumerate().map(|(nth, one)| cell(nth, one.share)).collect();
    view! {
        <li>
            {face(&person.initials, person.seat)}
            <bdi class="weeks-map__name">{person.name}</bdi>
            <svg viewBox=format!("0 0 {width} 18")>{squares}</svg>
        </li>
    }
    .into_any()
}

/// A square that is filled from below, or a dot.
fn cell(nth: usize, share: Option<f64>) -> AnyView {
    let x = nth as f64 * STEP + 0.5;
    let Some(share) = share else {
        return view! { <circle class="weeks-map__none" cx=x + SIDE / 2.0 cy="9" r="2" /> }.into_any();
    };
    let height = share.clamp(0.0, 1.0) * SIDE;
    view! {
        <rect class="weeks-map__frame" x=x y="0.5" width=SIDE height=SIDE rx="3" />
        <rect class="weeks-map__kept" x=x y=0.5 + SIDE - height width=SIDE height=height rx="3" />
    }
    .into_any()
}

fn table(weeks: &[String], rows: &[MapRow], words: MapWords) -> Numbers {
    let head: Vec<_> = [words.member].into_iter().chain(weeks.iter().map(String::as_str)).collect();
    let row = |row: &MapRow| {
        let said = row.cells.iter().map(|cell| cell.said.clone());
        std::iter::once(row.person.name.clone()).chain(said).collect()
    };
    Numbers::new(words.title, &head, rows.iter().map(row))
}
