//! The circle ring: members as seats, each arc filling with the week's kept commitments, the next clock in
//! the middle.

use crate::domain::{CheckInState, MemberId, Seat};
use crate::platform;
use crate::state::Memo;
use crate::ui::components::{Each, live_row};
use crate::ui::markup::view;
use crate::ui::text;
use leptos::prelude::*;
use std::f64::consts::TAU;

/// The ring's radius and its centre, in the units of its view box.
const RADIUS: f64 = 118.0;
const CENTRE: f64 = 190.0;
/// How far outside the arc the seats sit.
const OUT: f64 = 38.0;

/// Draws `seats` with the middle lines `what`, `when` and `foot`.
#[component]
pub fn Ring(
    #[prop(into)] seats: Memo<Vec<Seat>>,
    /// What each seat's member does this week, in few letters; empty for nothing.
    #[prop(into)]
    marks: Memo<Vec<String>>,
    #[prop(into)] me: Memo<Option<MemberId>>,
    #[prop(into)] what: Memo<String>,
    #[prop(into)] when: Memo<String>,
    #[prop(into)] foot: Memo<String>,
) -> impl IntoView {
    let words = move || {
        let marks = marks.get();
        let mark = |place: usize| marks.get(place).map_or("", String::as_str);
        let parts: Vec<_> = seats.with(|seats| {
            seats.iter().enumerate().map(|(nth, seat)| text::week::seat(&seat.name, mark(nth), seat.tally)).collect()
        });
        text::week::ring(&parts.join(", "))
    };
    view! {
        <svg class="ring" viewBox="-2 -8 384 396" role="img" aria-label=words>
            {drawing(seats, marks, me, [what, when, foot])}
        </svg>
    }
}

/// A seat and where in the ring it stands.
#[derive(Clone, PartialEq, Debug)]
struct Placed {
    seat: Seat,
    place: usize,
    /// How many seats there are.
    count: usize,
    mark: String,
    is_me: bool,
}

impl Placed {
    fn all(seats: &[Seat], marks: &[String], me: Option<&MemberId>) -> Vec<Self> {
        let count = seats.len();
        let placed = |(place, seat): (usize, &Seat)| Self {
            seat: seat.clone(),
            place,
            count,
            mark: marks.get(place).cloned().unwrap_or_default(),
            is_me: me == Some(&seat.member),
        };
        seats.iter().enumerate().map(placed).collect()
    }
}

/// What is within the view box: the seats, and the lines in their middle. A seat is drawn again when it has changed,
/// without the others.
pub(super) fn drawing(
    seats: Memo<Vec<Seat>>,
    marks: Memo<Vec<String>>,
    me: Memo<Option<MemberId>>,
    [what, when, foot]: [Memo<String>; 3],
) -> AnyView {
    let placed = Memo::new(move |_| {
        seats.with(|seats| marks.with(|marks| me.with(|me| Placed::all(seats, marks, me.as_ref()))))
    });
    view! {
        <Each items=placed key=|placed: &Placed| placed.seat.member.to_string() row=live_row(draw) />
        <text class="ring__what" x=CENTRE y=CENTRE - 30.0>{what}</text>
        <text class="ring__when" x=CENTRE y=CENTRE>{when}</text>
        <text class="ring__what" x=CENTRE y=CENTRE + 30.0>{foot}</text>
    }
    .into_any()
}

fn draw(Placed { seat, place, count, mark, is_me }: &Placed) -> AnyView {
    let step = TAU / *count as f64;
    let gap = (step * 0.12).min(0.12);
    let middle = step * *place as f64;
    let (from, to) = (middle - step / 2.0 + gap, middle + step / 2.0 - gap);
    let share = seat.tally.share();
    let filled = (share > 0.0).then(|| view! { <path class="ring__arc" d=arc(from, from + (to - from) * share) /> });
    let (x, y) = point(middle, RADIUS + OUT);
    let size = if *count > 9 { 17.0 } else { 20.0 };
    let state = match seat.check_in {
        CheckInState::Submitted | CheckInState::Late => "done",
        CheckInState::Open | CheckInState::Overdue => "due",
        CheckInState::Upcoming | CheckInState::Missed | CheckInState::Excused => "quiet",
    };
    view! {
        <path class="ring__bed" d=arc(from, to) />
        {filled}
        <circle class="ring__seat" data-state=state data-me=is_me.then_some("true") cx=x cy=y r=size />
        <text class="ring__name" data-me=is_me.then_some("true") x=x y=y>{text::initials(&seat.name)}</text>
        {(!mark.is_empty()).then(|| draw_mark(mark, middle, size))}
    }
    .into_any()
}

/// A word above a seat of the upper half, below one of the lower.
fn draw_mark(mark: &str, angle: f64, size: f64) -> impl IntoView + use<> {
    let (x, y) = point(angle, RADIUS + OUT);
    let is_above = platform::cosine(angle) > -0.01;
    let y = if is_above { y - size - 10.0 } else { y + size + 11.0 };
    view! { <text class="ring__mark" x=x y=y>{mark.to_owned()}</text> }
}

fn point(angle: f64, radius: f64) -> (f64, f64) {
    let round = |value: f64| (value * 10.0).round() / 10.0;
    (round(CENTRE + radius * platform::sine(angle)), round(CENTRE - radius * platform::cosine(angle)))
}

fn arc(from: f64, to: f64) -> String {
    let to = to.min(from + TAU - 0.001);
    let ((x, y), (u, v)) = (point(from, RADIUS), point(to, RADIUS));
    let large = u8::from(to - from > TAU / 2.0);
    format!("M{x} {y}A{RADIUS} {RADIUS} 0 {large} 1 {u} {v}")
}
