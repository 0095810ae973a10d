//! The others: what each promised, and what came of it.

use super::words;
use crate::domain::{CheckIn, Circle, Commitment, CommitmentId, Cycle, Seat, WeekView};
use crate::state::{Memo, RwSignal};
use crate::ui::components::{Each, When, face, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::check_in::{said, state_tag, words as check_in};
use crate::ui::shared::commitment::{RowData, commitment_row, row};
use crate::ui::shared::feedback::{GiveSheet, Giving, words as feedback};
use crate::ui::shared::reply::ReplySheet;
use crate::ui::text;
use leptos::prelude::*;

/// Another member, as the card shows them.
#[derive(Clone, PartialEq, Debug)]
struct Other {
    seat: Seat,
    /// What their colour is chosen by.
    hue: usize,
    rows: Vec<RowData>,
    said: Option<CheckIn>,
}

impl Other {
    /// The member of `seat`, to whom some of the `commitments` of `cycle` belong.
    fn of(circle: &Circle, commitments: &[&Commitment], seat: &Seat, cycle: Cycle) -> Self {
        let said = circle.check_in(cycle, &seat.member).cloned();
        let own = commitments.iter().filter(|commitment| commitment.owner == seat.member);
        let rows = own.map(|commitment| row(circle, commitment, cycle)).collect();
        Self { seat: seat.clone(), hue: circle.seat_of(&seat.member), rows, said }
    }

    /// Who they are, and how they stand.
    fn line(&self) -> AnyView {
        let Seat { name, tally, check_in, .. } = &self.seat;
        view! {
            {face(&text::initials(name), self.hue)}
            <bdi class="week-member__name">{name.clone()}</bdi>
            <span class="week-member__tally">{text::week::kept(*tally)}</span>
            {state_tag(*check_in)}
        }
        .into_any()
    }

    /// What they said in their check-in, as far as the others act on it.
    fn told(&self) -> Option<AnyView> {
        let said_by = self.said.as_ref()?;
        Some(said(&[(check_in::WIN, &said_by.win), (check_in::ASKS, &said_by.ask)]))
    }

    /// Feedback to them: about what they ask in their check-in, where they ask for something.
    fn giving(&self) -> Giving {
        let member = self.seat.member.clone();
        match self.said.as_ref().filter(|said| !said.ask.is_empty()) {
            Some(said) => Giving::to_ask(member, &said.ask),
            None => Giving::To(member, String::new()),
        }
    }
}

/// One line for each, to be opened. A line follows what is merged; what is open stays open.
#[component]
pub fn Everyone(week: Memo<WeekView>) -> impl IntoView {
    let app = app();
    let others = Memo::new(move |_| {
        let (me, cycle) = (app.me.get(), app.cycle.get());
        app.circle().with(|circle| {
            let commitments = circle.commitments_of_cycle(cycle);
            week.with(|week| {
                let others = week.seats.iter().filter(|seat| Some(&seat.member) != me.as_ref());
                others.map(|seat| Other::of(circle, &commitments, seat, cycle)).collect::<Vec<_>>()
            })
        })
    });
    let key = |other: &Other| other.seat.member.to_string();
    let giving = RwSignal::new(None::<Giving>);
    let replying = RwSignal::new(None::<CommitmentId>);
    let row = move |other: Memo<Other>| view! { <li><OtherRow other giving replying /></li> }.into_any();
    view! {
        <When is=move || !others.with(Vec::is_empty)>
            <section class="card" aria-labelledby="everyone">
                <header class="card__head"><h2 id="everyone">{words::EVERYONE}</h2></header>
                <ul class="list"><Each items=others key row /></ul>
                <GiveSheet giving />
                <ReplySheet chosen=replying />
            </section>
        </When>
    }
}

#[component]
fn OtherRow(
    other: Memo<Other>,
    giving: RwSignal<Option<Giving>>,
    replying: RwSignal<Option<CommitmentId>>,
) -> impl IntoView {
    let on_reply = Some(Callback::new(move |id| replying.set(Some(id))));
    let give = move |_| giving.set(Some(other.with_untracked(Other::giving)));
    let give_label = move || other.with(|other| feedback::give(&other.seat.name));
    let promised = move || other.with(|other| promised(other, on_reply));
    view! {
        <details class="week-member">
            <summary>{live(move || other.with(Other::line))}</summary>
            <div class="week-member__more">
                {live(move || other.with(Other::told))}
                <div class="row"><button type="button" class="btn" data-kind="small" aria-label=give_label on:click=give>{feedback::GIVE}</button></div>
                {live(promised)}
            </div>
        </details>
    }
}

/// What they promised, with the way to say something to it.
fn promised(other: &Other, on_reply: Option<Callback<CommitmentId>>) -> AnyView {
    let nothing = other.rows.is_empty().then(|| view! { <p class="quiet">{words::MEMBER_NOTHING}</p> });
    let rows: Vec<_> = other.rows.iter().map(|row| commitment_row(row, on_reply)).collect();
    view! {
        {nothing}
        <ul class="commitment-list">{rows}</ul>
    }
    .into_any()
}
