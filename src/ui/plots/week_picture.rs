//! A week as one picture that speaks for itself: the ring, and beneath it everybody with their numbers.

use super::ring;
use crate::domain::Seat;
use crate::state::Memo;
use crate::ui::components::live;
use crate::ui::markup::view;
use crate::ui::text;
use leptos::prelude::*;

/// What the picture shows.
#[derive(Clone, PartialEq, Debug)]
pub struct PictureData {
    /// Above the ring: whose week, and which.
    pub head: [String; 2],
    /// In its middle.
    pub middle: [String; 3],
    /// Around it, and one below the other beneath it.
    pub seats: Vec<Seat>,
}

const WIDTH: f64 = 400.0;
/// Where the ring begins, and the names beneath it.
const RING: f64 = 78.0;
const NAMES: f64 = 490.0;
/// From one name to the next.
const STEP: f64 = 28.0;
const MARGIN: f64 = 32.0;
/// The most characters of the circle's and of a member's name.
const NAME: usize = 26;

/// Draws `data` in an SVG of this `id`, which `words` say in a sentence.
#[component]
pub fn WeekPicture(data: Memo<PictureData>, id: &'static str, words: Memo<String>) -> AnyView {
    let height = Memo::new(move |_| NAMES + data.with(|data| data.seats.len() as f64) * STEP);
    let seats = Memo::new(move |_| data.with(|data| data.seats.clone()));
    let middle = [0, 1, 2].map(|nth| Memo::new(move |_| data.with(|data| data.middle[nth].clone())));
    let ring = ring::drawing(seats, Memo::stored(Vec::new()), Memo::stored(None), middle);
    let head = move |nth: usize| Memo::new(move |_| data.with(|data| text::clipped(&data.head[nth], NAME)));
    let names = move || seats.with(|seats| seats.iter().enumerate().map(name).collect_view());
    view! {
        <svg id=id class="week-picture" viewBox=move || format!("0 0 {WIDTH} {}", height.get()) role="img" aria-label=words>
            <rect class="week-picture__paper" width="100%" height="100%" />
            <text class="week-picture__title" x=WIDTH / 2.0 y="42" text-anchor="middle">{head(0)}</text>
            <text class="week-picture__week" x=WIDTH / 2.0 y="66" text-anchor="middle">{head(1)}</text>
            <g class="ring" transform=format!("translate(10 {RING})")>{ring}</g>
            {live(names)}
        </svg>
    }
    .into_any()
}

fn name((nth, seat): (usize, &Seat)) -> AnyView {
    let y = NAMES + nth as f64 * STEP;
    view! {
        <text class="week-picture__name" x=MARGIN y=y>{text::clipped(&seat.name, NAME)}</text>
        <text class="week-picture__kept" x=WIDTH - MARGIN y=y text-anchor="end">{text::week::kept(seat.tally)}</text>
    }
    .into_any()
}
