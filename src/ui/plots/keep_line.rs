//! The keep rate over time, with its table.

use super::{Numbers, numbers};
use crate::state::Memo;
use crate::ui::components::live;
use crate::ui::markup::view;
use leptos::prelude::*;

/// One week.
#[derive(Clone, PartialEq, Debug)]
pub struct KeepPoint {
    /// Which week, in words.
    pub when: String,
    /// The share that was kept, 0 to 1; `None` where there was nothing to keep.
    pub share: Option<f64>,
    /// The same in words.
    pub said: String,
}

/// What is said of the line.
#[derive(Clone, Copy)]
pub struct KeepWords {
    /// The table's title.
    pub title: &'static str,
    /// The head of the weeks.
    pub week: &'static str,
    /// The head of the shares.
    pub kept: &'static str,
}

const WIDTH: f64 = 288.0;
const HEIGHT: f64 = 96.0;
/// Room for the words beside the scale, and above and below the line.
const LEFT: f64 = 34.0;
const EDGE: f64 = 8.0;

/// Draws `points`, oldest first; `summary` says in a sentence what the picture shows.
#[component]
pub fn KeepLine(points: Memo<Vec<KeepPoint>>, summary: Memo<String>, words: KeepWords) -> AnyView {
    let scale = [(0.0, "0 %"), (0.5, "50 %"), (1.0, "100 %")].map(|(share, label)| {
        let y = height(share);
        view! {
            <path class="keep-line__rule" d=format!("M{LEFT} {y}H{WIDTH}") />
            <text class="keep-line__scale" x=LEFT - 6.0 y=y + 3.5 text-anchor="end">{label}</text>
        }
    });
    let lines = move || {
        points
            .with(|points| lines(points))
            .into_iter()
            .map(|d| view! { <path class="keep-line__path" d=d /> })
            .collect_view()
    };
    let dots = move || {
        let dot = |(x, y)| view! { <circle class="keep-line__dot" cx=x cy=y r="4" /> };
        points.with(|points| places(points)).into_iter().flatten().map(dot).collect_view()
    };
    let ends = move || {
        let end = |point: Option<&KeepPoint>| point.map(|point| point.when.clone());
        points.with(|points| (end(points.first()), end(points.last())))
    };
    view! {
        <figure class="keep-line">
            <svg viewBox=format!("0 0 {} {HEIGHT}", WIDTH + EDGE) role="img" aria-label=summary>
                {scale}
                {live(lines)}
                {live(dots)}
            </svg>
            <p class="keep-line__ends" aria-hidden="true">
                <span>{live(move || ends().0)}</span>
                <span>{live(move || ends().1)}</span>
            </p>
            {numbers(move || points.with(|points| table(points, words)))}
        </figure>
    }
    .into_any()
}

fn height(share: f64) -> f64 {
    HEIGHT - EDGE - share.clamp(0.0, 1.0) * (HEIGHT - 2.0 * EDGE)
}

/// Where each week lies in the picture; `None` where there was nothing to keep.
fn places(points: &[KeepPoint]) -> Vec<Option<(f64, f64)>> {
    let step = (WIDTH - LEFT - EDGE) / (points.len().max(2) - 1) as f64;
    let place = |(nth, point): (usize, &KeepPoint)| Some((LEFT + EDGE + nth as f64 * step, height(point.share?)));
    points.iter().enumerate().map(place).collect()
}

/// A line through weeks that follow one another; a gap where there was nothing to keep.
fn lines(points: &[KeepPoint]) -> Vec<String> {
    let places = places(points);
    let parts = places.split(Option::is_none).filter(|part| part.len() > 1);
    let step = |(nth, place): (usize, &Option<(f64, f64)>)| {
        place.map(|(x, y)| format!("{}{x:.1} {y:.1}", if nth == 0 { 'M' } else { 'L' }))
    };
    parts.map(|part| part.iter().enumerate().filter_map(step).collect()).collect()
}

fn table(points: &[KeepPoint], words: KeepWords) -> Numbers {
    let row = |point: &KeepPoint| vec![point.when.clone(), point.said.clone()];
    Numbers::new(words.title, &[words.week, words.kept], points.iter().map(row))
}
