//! The turn: who has it, and the way to say that it is done.

use super::words;
use crate::domain::{Action, Circle, Command, Cycle, OverrideKind, Role, Timestamp, TurnId, role};
use crate::platform::{DateStyle, day_text};
use crate::state::App;
use crate::state::Memo;
use crate::ui::ask::act;
use crate::ui::components::{Face, When, live};
use crate::ui::context::app;
use crate::ui::focus::to_heading;
use crate::ui::routes::Page;
use crate::ui::shared::role::turns::{Person, Turns};
use crate::ui::text;
use leptos::html::H2;
use leptos::prelude::*;

/// A turn as the card shows it.
#[derive(Clone, PartialEq, Debug)]
pub struct TurnData {
    id: TurnId,
    /// Whose it is; `None` when nobody was there.
    pub holder: Option<Person>,
    /// Whether it is mine.
    pub is_mine: bool,
    served_at: Option<Timestamp>,
    /// What I can do about it now: mark it as served, or step in.
    kind: Option<OverrideKind>,
    shadows: Vec<String>,
}

impl TurnData {
    /// The turn of `role` in `cycle` as `me` has it at `now`; `None` where there is none.
    pub fn of(app: App, rota: &Turns, circle: &Circle, cycle: Cycle, role: &Role) -> Option<Self> {
        let id = TurnId { cycle, role: role.id.clone() };
        let turn = rota.turn(&id)?;
        let me = app.me.get();
        let actions = me.as_ref().map(|me| rota.actions(app.present(circle), me, &id));
        let kind = actions.unwrap_or_default().into_iter().find_map(|action| match action {
            Action::MarkServed => Some(OverrideKind::Served),
            Action::Claim => Some(OverrideKind::Claim),
            Action::OfferSwap(_) | Action::AskCover | Action::Take(_) | Action::Cancel(_) => None,
        });
        let shadows = turn.shadows.iter().filter_map(|id| circle.name_of(id)).map(str::to_owned);
        Some(Self {
            id,
            is_mine: turn.holder.is_some() && turn.holder == me,
            shadows: shadows.collect(),
            holder: turn.holder.map(|id| Person::of(circle, &id)),
            served_at: turn.served_at,
            kind,
        })
    }

    /// The holder's name; empty when nobody has it.
    pub fn name(&self) -> String {
        self.holder.as_ref().map(|holder| holder.name.clone()).unwrap_or_default()
    }
}

/// This week's turn, and last week's while something is to be done about it.
#[component]
pub fn TurnCard(role: Memo<Option<Role>>, turns: Memo<Turns>) -> impl IntoView {
    let app = app();
    let find = move |cycle: Cycle| {
        let role = role.get()?;
        turns.with(|turns| app.circle().with(|circle| TurnData::of(app, turns, circle, cycle, &role)))
    };
    let this = Memo::new(move |_| find(app.cycle.get()));
    let last = Memo::new(move |_| {
        let cycle = app.circle().with(|circle| circle.rhythm.last_held(app.cycle.get()));
        find(cycle).filter(|turn| turn.kind.is_some())
    });
    let heading = NodeRef::<H2>::new();
    let on_gone = to_heading(heading);
    view! {
        <section class="card" aria-labelledby="turn">
            <header class="card__head"><h2 id="turn" tabindex="-1" node_ref=heading>{words::TURN}</h2></header>
            <ThisTurn data=this on_gone />
            <When is=move || last.with(Option::is_some)><LastTurn data=last on_gone /></When>
            <p class="work-turn__all"><a href=Page::Roles.href()>{words::TO_ROLES}</a></p>
        </section>
    }
}

#[component]
fn ThisTurn(data: Memo<Option<TurnData>>, on_gone: Callback<()>) -> impl IntoView {
    let app = app();
    let until = Memo::new(move |_| words_until(app.cycle.get()));
    let is_held = Memo::new(move |_| data.with(|data| data.as_ref().is_some_and(|turn| turn.holder.is_some())));
    let is_mine = Memo::new(move |_| data.with(|data| data.as_ref().is_some_and(|turn| turn.is_mine)));
    let said = move || until.with(|until| if is_mine.get() { words::mine(until) } else { words::theirs(until) });
    let none = move || {
        let is_paused = app.circle().with(|circle| circle.rhythm.is_skipped(app.cycle.get()));
        let said = if is_paused { words::PAUSED_WEEK.to_owned() } else { until.with(|until| words::nobody(until)) };
        view! { <p>{said}</p> }
    };
    let shadows = move || {
        let names = data.with(|data| data.as_ref().map(|turn| turn.shadows.clone()).unwrap_or_default());
        (!names.is_empty()).then(|| view! { <p class="quiet">{words::shadows(&text::list(&names))}</p> })
    };
    view! {
        <When is=move || is_held.get() otherwise=none>
            <div class="work-turn__whose">
                <Holder data />
                <p>
                    <When is=move || !is_mine.get()><bdi class="work-turn__name">{live(move || name_of(data))}</bdi>" "</When>
                    {live(said)}
                </p>
            </div>
        </When>
        {live(shadows)}
        <Deeds data on_gone />
    }
}

#[component]
fn LastTurn(data: Memo<Option<TurnData>>, on_gone: Callback<()>) -> impl IntoView {
    let is_mine = Memo::new(move |_| data.with(|data| data.as_ref().is_some_and(|turn| turn.is_mine)));
    let is_held = Memo::new(move |_| data.with(|data| data.as_ref().is_some_and(|turn| turn.holder.is_some())));
    let week = Memo::new(move |_| {
        let cycle = data.with(|data| data.as_ref().map(|turn| turn.id.cycle));
        cycle.map(|cycle| day_text(cycle.first_day(), DateStyle::DayMonth)).unwrap_or_default()
    });
    let said = move || week.with(|week| if is_mine.get() { words::last_mine(week) } else { words::last_theirs(week) });
    let none = move || view! { <p>{week.with(|week| words::last_nobody(week))}</p> };
    view! {
        <div class="work-turn__last">
            <When is=move || is_held.get() otherwise=none>
                <div class="work-turn__whose">
                    <Holder data />
                    <p>
                        <When is=move || !is_mine.get()><bdi class="work-turn__name">{live(move || name_of(data))}</bdi>" "</When>
                        {live(said)}
                    </p>
                </div>
            </When>
            <p class="quiet">{live(move || words::last_turn_hint(is_mine.get()))}</p>
            <Deeds data on_gone />
        </div>
    }
}

/// The holder's face.
#[component]
fn Holder(data: Memo<Option<TurnData>>) -> impl IntoView {
    let holder = Memo::new(move |_| data.with(|data| data.as_ref().and_then(|turn| turn.holder.clone())));
    let initials =
        move || holder.with(|holder| holder.as_ref().map(|holder| holder.initials.clone()).unwrap_or_default());
    let seat = move || holder.with(|holder| holder.as_ref().map_or(0, |holder| holder.seat));
    view! { <Face initials=Memo::derive(initials) seat=Memo::derive(seat) /> }
}

/// What I can do about the turn, or when it was done; the button goes away when it is pressed.
#[component]
fn Deeds(data: Memo<Option<TurnData>>, on_gone: Callback<()>) -> impl IntoView {
    let app = app();
    let kind = Memo::new(move |_| data.with(|data| data.as_ref().and_then(|turn| turn.kind.clone())));
    let served = Memo::new(move |_| data.with(|data| data.as_ref().and_then(|turn| turn.served_at)));
    let run = move |kind: OverrideKind, said: &'static str| {
        if let Some(id) = data.with_untracked(|data| data.as_ref().map(|turn| turn.id.clone())) {
            act(app, Command::Role(role::Command::OnTurn(id, kind)), said);
            on_gone.run(());
        }
    };
    let button = move || {
        match kind.get() {
        Some(OverrideKind::Claim) => view! {
            <button type="button" class="btn" on:click=move |_| run(OverrideKind::Claim, words::CLAIM_SAID)>{words::CLAIM}</button>
        }
        .into_any(),
        Some(_) => view! {
            <button type="button" class="btn" on:click=move |_| run(OverrideKind::Served, words::SERVED_SAID)>{words::SERVED}</button>
        }
        .into_any(),
        None => ().into_any(),
    }
    };
    let done = move || {
        let ago = served.get().map(|at| text::time::relative(app.now().get(), at))?;
        Some(view! { <p><span class="tag" data-kind="done">{words::served(&ago)}</span></p> })
    };
    view! { {button} {live(done)} }
}

fn name_of(data: Memo<Option<TurnData>>) -> String {
    data.with(|data| data.as_ref().map(TurnData::name).unwrap_or_default())
}

/// The day that a turn of `cycle` ends on: "Sunday".
pub fn words_until(cycle: Cycle) -> String {
    day_text(cycle.last_day(), DateStyle::Weekday)
}
