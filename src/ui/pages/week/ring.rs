//! The circle ring of this week.

use super::words;
use crate::domain::{Circle, RoleKind, Seat, Turn, WeekView};
use crate::state::Memo;
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::plots::{Numbers, Ring, numbers};
use crate::ui::shared::role::turns::{Turns, role_name};
use crate::ui::shared::role::usual;
use crate::ui::text;
use leptos::prelude::*;

/// Who has kept what, who is in, and when check-ins are due.
#[component]
pub fn WeekRing(week: Memo<WeekView>, rota: Memo<Turns>) -> impl IntoView {
    let app = app();
    let seats = Memo::new(move |_| week.with(|week| week.seats.clone()));
    let window = Memo::new(move |_| week.with(|week| week.window));
    let is_upcoming = Memo::new(move |_| app.now().get() < window.get().opens);
    let what = Memo::new(move |_| if is_upcoming.get() { words::UNTIL_OPEN } else { words::DUE }.to_owned());
    let at = move || if is_upcoming.get() { window.get().opens } else { window.get().due };
    let when = Memo::new(move |_| text::time::short(at()));
    let foot = Memo::new(move |_| {
        let (checked_in, all) = week.with(|week| (week.checked_in(), week.seats.len()));
        words::ring_foot(&text::time::relative(app.now().get(), at()), checked_in, all)
    });
    let marks = Memo::new(move |_| {
        let cycle = app.cycle.get();
        app.circle().with(|circle| {
            let mark = |seat: &Seat| rota.with(|rota| marks(circle, &rota.held(cycle, &seat.member)));
            seats.with(|seats| seats.iter().map(mark).collect::<Vec<_>>())
        })
    });
    view! {
        <section class="week__ring" aria-label=words::RING>
            <Ring seats marks me=app.me what when foot />
            {numbers(move || seats.with(|seats| table(seats)))}
        </section>
    }
}

fn table(seats: &[Seat]) -> Numbers {
    let row = |seat: &Seat| vec![seat.name.clone(), text::week::kept(seat.tally)];
    Numbers::new(words::RING, &[words::RING_MEMBER, words::COMMITMENTS_OF], seats.iter().map(row))
}

/// The roles of `turns` in few letters, for the ring.
fn marks(circle: &Circle, turns: &[Turn]) -> String {
    let mark = |turn: &Turn| match turn.kind {
        RoleKind::Custom => text::clipped(&role_name(circle, &turn.id.role), 12),
        kind => usual::mark(kind).to_owned(),
    };
    turns.iter().map(mark).collect::<Vec<_>>().join(" · ")
}
