//! The fit as a ring: an arc for each part, as long as its weight and filled as far as it is earned.

use crate::domain::FitPart;
use crate::platform;
use crate::state::Memo;
use crate::ui::components::live;
use crate::ui::markup::view;
use leptos::prelude::*;
use std::f64::consts::TAU;

const RADIUS: f64 = 84.0;
const CENTRE: f64 = 100.0;
/// Between two arcs, as an angle.
const GAP: f64 = 0.1;

/// One part.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct FitArc {
    /// Which.
    pub part: FitPart,
    /// Its points; `None` while too little is known.
    pub points: Option<u8>,
}

/// Draws `arcs` around the line `score` with `foot` below; `words` say all of it.
#[component]
pub fn FitRing(
    #[prop(into)] arcs: Memo<Vec<FitArc>>,
    #[prop(into)] score: Memo<String>,
    #[prop(into)] foot: Memo<String>,
    #[prop(into)] words: Memo<String>,
) -> AnyView {
    let drawn = move || {
        let mut from = 0.0;
        let mut all = Vec::new();
        for arc in arcs.get() {
            let long = TAU * f64::from(arc.part.weight()) / 100.0;
            all.push(draw(arc, from + GAP / 2.0, long - GAP));
            from += long;
        }
        all
    };
    view! {
        <svg class="fit-ring" viewBox="0 0 200 200" role="img" aria-label=words>
            {live(drawn)}
            <text class="fit-ring__score" x=CENTRE y=CENTRE - 4.0>{score}</text>
            <text class="fit-ring__foot" x=CENTRE y=CENTRE + 28.0>{foot}</text>
        </svg>
    }
    .into_any()
}

fn draw(FitArc { part, points }: FitArc, from: f64, long: f64) -> AnyView {
    let share = points.map_or(0.0, |points| f64::from(points) / f64::from(part.weight()));
    let earned = (share > 0.0).then(|| view! { <path class="fit-ring__arc" d=arc(from, from + long * share) /> });
    let state = if points.is_some() { "known" } else { "unknown" };
    view! { <path class="fit-ring__bed" data-state=state d=arc(from, from + long) /> {earned} }.into_any()
}

fn point(angle: f64) -> (f64, f64) {
    let round = |value: f64| (value * 10.0).round() / 10.0;
    (round(CENTRE + RADIUS * platform::sine(angle)), round(CENTRE - RADIUS * platform::cosine(angle)))
}

fn arc(from: f64, to: f64) -> String {
    let ((x, y), (u, v)) = (point(from), point(to));
    let large = u8::from(to - from > TAU / 2.0);
    format!("M{x} {y}A{RADIUS} {RADIUS} 0 {large} 1 {u} {v}")
}
