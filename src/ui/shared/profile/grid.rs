//! A week of hours to draw on by pointer, touch or keyboard.
//!
//! Whoever draws turns the first hour, and every other one of the rectangle from there takes after it. Fingers scroll
//! the page everywhere but on the hours.

use super::words;
use crate::domain::WeeklyHours;
use crate::platform;
use crate::state::{Memo, RwSignal, StoredValue};
use crate::ui::components::live;
use crate::ui::markup::view;
use crate::ui::text::time;
use chrono::Weekday;
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;

/// The hours that are shown at first.
const DAYTIME: std::ops::Range<u8> = 7..23;

/// A place in the week: the day from Monday, 0, and the hour.
type Spot = (u8, u8);

/// A stroke that is being drawn: where it began, what was there before, and what it makes of each hour.
#[derive(Clone, Copy)]
struct Stroke {
    from: Spot,
    before: WeeklyHours,
    is_free: bool,
}

impl Stroke {
    /// The week with the stroke drawn up to `to`.
    fn up_to(&self, to: Spot) -> WeeklyHours {
        let mut hours = self.before;
        for day in self.from.0.min(to.0)..=self.from.0.max(to.0) {
            for hour in self.from.1.min(to.1)..=self.from.1.max(to.1) {
                hours.set(weekday(day), hour, self.is_free);
            }
        }
        hours
    }
}

fn weekday(day: u8) -> Weekday {
    WeeklyHours::DAYS[usize::from(day % 7)]
}

fn cell_id((day, hour): Spot) -> String {
    format!("hours-{day}-{hour}")
}

/// What the grid knows while it is drawn on.
#[derive(Clone, Copy)]
struct Board {
    hours: Memo<WeeklyHours>,
    on_draw: Callback<WeeklyHours>,
    /// Which hour the keyboard is at.
    cursor: RwSignal<Spot>,
    /// What the pointer draws, or the keyboard with shift.
    stroke: StoredValue<Option<Stroke>>,
    /// Whether the night is shown.
    is_long: RwSignal<bool>,
}

impl Board {
    /// Shows the night where some hour of it is free.
    fn of(hours: Memo<WeeklyHours>, on_draw: Callback<WeeklyHours>) -> Self {
        let is_at_night = hours.with_untracked(|hours| {
            let mut ranges = WeeklyHours::DAYS.iter().flat_map(|day| hours.ranges(*day));
            ranges.any(|(from, to)| from < DAYTIME.start || to > DAYTIME.end)
        });
        Self {
            hours,
            on_draw,
            cursor: RwSignal::new((0, 18)),
            stroke: StoredValue::new(None),
            is_long: RwSignal::new(is_at_night),
        }
    }

    fn has(self, (day, hour): Spot) -> bool {
        self.hours.with(|hours| hours.has(weekday(day), hour))
    }

    /// Begins a stroke at `spot`, which it turns.
    fn begin(self, spot: Spot) {
        let before = self.hours.get_untracked();
        let stroke = Stroke { from: spot, before, is_free: !before.has(weekday(spot.0), spot.1) };
        self.stroke.set_value(Some(stroke));
        self.cursor.set(spot);
        self.on_draw.run(stroke.up_to(spot));
    }

    /// Draws on to `spot`.
    fn draw(self, spot: Spot) {
        if let Some(stroke) = self.stroke.get_value() {
            self.on_draw.run(stroke.up_to(spot));
        }
    }

    fn press(self, event: &PointerEvent, spot: Spot) {
        if event.button() == 0 {
            platform::let_pointer_go(event);
            self.begin(spot);
        }
    }

    fn pass(self, event: &PointerEvent, spot: Spot) {
        match event.buttons() {
            // Let go outside of the grid.
            0 => self.stroke.set_value(None),
            _ => self.draw(spot),
        }
    }

    fn rows(self) -> std::ops::Range<u8> {
        if self.is_long.get() { 0..24 } else { DAYTIME }
    }

    fn key(self, event: &KeyboardEvent) {
        let (day, hour) = self.cursor.get_untracked();
        let rows = untrack(|| self.rows());
        let to = match event.key().as_str() {
            "ArrowLeft" => (day.saturating_sub(1), hour),
            "ArrowRight" => ((day + 1).min(6), hour),
            "ArrowUp" => (day, hour.saturating_sub(1).max(rows.start)),
            "ArrowDown" => (day, (hour + 1).min(rows.end - 1)),
            "Home" => (0, hour),
            "End" => (6, hour),
            " " => {
                platform::keep_from_page(event);
                self.begin((day, hour));
                return;
            }
            _ => return,
        };
        platform::keep_from_page(event);
        if event.shift_key() {
            // Goes on as the hour is where it began.
            if self.stroke.with_value(Option::is_none) {
                let before = self.hours.get_untracked();
                let is_free = before.has(weekday(day), hour);
                self.stroke.set_value(Some(Stroke { from: (day, hour), before, is_free }));
            }
            self.draw(to);
        } else {
            self.stroke.set_value(None);
        }
        self.cursor.set(to);
        platform::focus_near(&cell_id(to));
    }
}

/// The grid of `hours`; each change is handed to `on_draw`.
#[component]
pub fn HoursGrid(hours: Memo<WeeklyHours>, on_draw: Callback<WeeklyHours>) -> AnyView {
    let board = Board::of(hours, on_draw);
    let head = |day: Weekday| {
        let name = time::WEEKDAYS[day.num_days_from_monday() as usize];
        view! { <th scope="col"><abbr title=name>{name[..2].to_owned()}</abbr></th> }
    };
    let turn_night = move |_| {
        board.is_long.update(|is_long| *is_long = !*is_long);
        board.cursor.set((0, 18));
    };
    let night = move || if board.is_long.get() { words::DAY_ONLY } else { words::NIGHT };
    view! {
        <div class="hours">
            <table
                class="hours__grid"
                role="grid"
                aria-label=words::GRID
                aria-describedby="profile-grid-help"
                aria-multiselectable="true"
                on:keydown=move |event| board.key(&event)
                on:pointerup=move |_| board.stroke.set_value(None)
            >
                <thead><tr><td></td>{WeeklyHours::DAYS.map(head).collect_view()}</tr></thead>
                <tbody>{live(move || board.rows().map(|hour| row(board, hour)).collect_view())}</tbody>
            </table>
            <button type="button" class="btn" data-kind="small" on:click=turn_night>{live(night)}</button>
        </div>
    }
    .into_any()
}

fn row(board: Board, hour: u8) -> AnyView {
    let cells: Vec<_> = (0..7).map(|day| cell(board, (day, hour))).collect();
    view! { <tr><th scope="row">{time::clock(u16::from(hour) * 60)}</th>{cells}</tr> }.into_any()
}

fn cell(board: Board, spot: Spot) -> AnyView {
    let day = time::WEEKDAYS[usize::from(spot.0)];
    let at = time::clock(u16::from(spot.1) * 60);
    let name = move || words::cell(day, &at, board.has(spot));
    let tab = move || if board.cursor.get() == spot { "0" } else { "-1" };
    view! {
        <td
            role="gridcell"
            id=cell_id(spot)
            tabindex=tab
            aria-selected=move || board.has(spot).to_string()
            aria-label=name
            on:pointerdown=move |event| board.press(&event, spot)
            on:pointerover=move |event| board.pass(&event, spot)
        ></td>
    }
    .into_any()
}
