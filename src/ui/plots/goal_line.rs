//! A goal's progress over time against the straight path to its target, with its table.

use super::{Numbers, numbers};
use crate::state::Memo;
use crate::ui::components::{When, live};
use crate::ui::markup::view;
use crate::ui::shared::goal::words;
use leptos::prelude::*;

/// One measurement.
#[derive(Clone, PartialEq, Debug)]
pub struct LinePoint {
    /// Share of the time from the goal's beginning to its due day, 0 to 1; may pass 1.
    pub time: f64,
    /// Share of the way from start to target; may lie outside 0 to 1.
    pub share: f64,
    /// When, in words.
    pub when: String,
    /// The value, in words.
    pub value: String,
}

const WIDTH: f64 = 240.0;
const HEIGHT: f64 = 64.0;

/// Draws `points`, oldest first; nothing below two of them.
#[component]
pub fn GoalLine(#[prop(into)] points: Memo<Vec<LinePoint>>) -> impl IntoView {
    let path = move || points.with(|points| path(points));
    let end = move || {
        let last = points.with(|points| places(points).last().copied());
        last.map(|(x, y)| view! { <circle class="goal-line__end" cx=x cy=y r="4" /> })
    };
    let table = move || {
        let row = |point: LinePoint| vec![point.when, point.value];
        Numbers::new(words::LINE, &[words::LINE_WHEN, words::LINE_VALUE], points.get().into_iter().map(row))
    };
    view! {
        <When is=move || { points.with(|points| points.len() > 1) }>
            <figure class="goal-line">
                <svg viewBox="-4 0 248 64" aria-hidden="true">
                    <path class="goal-line__straight" d="M0 60L240 4" />
                    <path class="goal-line__path" d=path />
                    {live(end)}
                </svg>
                {numbers(table)}
            </figure>
        </When>
    }
}

/// Where each point lies in the picture.
fn places(points: &[LinePoint]) -> Vec<(f64, f64)> {
    let last = points.iter().map(|point| point.time).fold(1.0, f64::max);
    let height = |share: f64| HEIGHT - 4.0 - share.clamp(0.0, 1.0) * (HEIGHT - 8.0);
    points.iter().map(|point| (point.time / last * WIDTH, height(point.share))).collect()
}

/// The line through them.
fn path(points: &[LinePoint]) -> String {
    let step = |(n, (x, y)): (usize, (f64, f64))| format!("{}{x:.1} {y:.1}", if n == 0 { "M" } else { "L" });
    places(points).into_iter().enumerate().map(step).collect()
}
