//! The turn: who has it, and the way to say that it is done.

use super::words;
use crate::domain::{Action, Circle, Cycle, OverrideKind, Role, Timestamp, TurnId, role};
use crate::platform::{DateStyle, day_text};
use crate::state::App;
use crate::state::Memo;
use crate::ui::ask::act;
use crate::ui::components::{Given, When, face, live};
use crate::ui::context::app;
use crate::ui::focus::to_heading;
use crate::ui::markup::{Drawn, view};
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
pub fn TurnCard(role: Memo<Role>, turns: Memo<Turns>) -> impl IntoView {
    let app = app();
    let find = move |cycle: Cycle| {
        turns.with(|turns| app.circle().with(|circle| role.with(|role| TurnData::of(app, turns, circle, cycle, role))))
    };
    let this = Memo::new(move |_| find(app.cycle.get()));
    let last = Memo::new(move |_| {
        let cycle = app.circle().with(|circle| circle.rhythm.last_held(app.cycle.get()));
        find(cycle).filter(|turn| turn.kind.is_some())
    });
    let heading = NodeRef::<H2>::new();
    let on_gone = to_heading(heading);
    let this_turn = move |data| view! { <ThisTurn data on_gone /> }.into_any();
    let last_turn = move |data| view! { <LastTurn data on_gone /> }.into_any();
    view! {
        <section class="card" aria-labelledby="turn">
            <header class="card__head"><h2 id="turn" tabindex="-1" node_ref=heading>{words::TURN}</h2></header>
            <Given value=this view=this_turn otherwise=move || nobody(app) />
            <Given value=last view=last_turn />
            <p class="work-turn__all"><a href=Page::Roles.href()>{words::TO_ROLES}</a></p>
        </section>
    }
}

/// That nobody has this week's turn.
fn nobody(app: App) -> AnyView {
    let is_paused = app.circle().with(|circle| circle.rhythm.is_skipped(app.cycle.get()));
    let until = words_until(app.cycle.get());
    let said = if is_paused { words::PAUSED_WEEK.to_owned() } else { words::nobody(&until) };
    view! { <p>{said}</p> }.into_any()
}

#[component]
fn ThisTurn(data: Memo<TurnData>, on_gone: Callback<()>) -> impl IntoView {
    let app = app();
    let said = move || {
        let until = words_until(app.cycle.get());
        if data.with(|turn| turn.is_mine) { words::mine(&until) } else { words::theirs(&until) }
    };
    let shadows = move || {
        let names = data.with(|turn| turn.shadows.clone());
        (!names.is_empty()).then(|| view! { <p class="quiet">{words::shadows(&text::list(&names))}</p> })
    };
    view! {
        <Whose data said otherwise=move || nobody(app) />
        {live(shadows)}
        <Deeds data on_gone />
    }
}

#[component]
fn LastTurn(data: Memo<TurnData>, on_gone: Callback<()>) -> impl IntoView {
    let is_mine = Memo::new(move |_| data.with(|turn| turn.is_mine));
    let week = Memo::new(move |_| data.with(|turn| day_text(turn.id.cycle.first_day(), DateStyle::DayMonth)));
    let said = move || week.with(|week| if is_mine.get() { words::last_mine(week) } else { words::last_theirs(week) });
    let none = move || view! { <p>{week.with(|week| words::last_nobody(week))}</p> };
    view! {
        <div class="work-turn__last">
            <Whose data said otherwise=none />
            <p class="quiet">{live(move || words::last_turn_hint(is_mine.get()))}</p>
            <Deeds data on_gone />
        </div>
    }
}

/// The holder's face, their name unless they are me, and what is `said` of the turn.
#[component]
fn Whose(data: Memo<TurnData>, #[prop(into)] said: Memo<String>, #[prop(into)] otherwise: Drawn) -> impl IntoView {
    let holder = Memo::new(move |_| data.with(|turn| turn.holder.clone()));
    let is_mine = Memo::new(move |_| data.with(|turn| turn.is_mine));
    let whose = move |holder: Memo<Person>| {
        let name = move || holder.with(|holder| holder.name.clone());
        view! {
            <div class="work-turn__whose">
                {live(move || holder.with(|holder| face(&holder.initials, holder.seat)))}
                <p>
                    <When is=move || !is_mine.get()><bdi class="work-turn__name">{live(name)}</bdi>" "</When>
                    {live(move || said.get())}
                </p>
            </div>
        }
        .into_any()
    };
    view! { <Given value=holder view=whose otherwise /> }
}

/// What I can do about the turn, or when it was done; the button goes away when it is pressed.
#[component]
fn Deeds(data: Memo<TurnData>, on_gone: Callback<()>) -> impl IntoView {
    let app = app();
    let kind = Memo::new(move |_| data.with(|turn| turn.kind.clone()));
    let served = Memo::new(move |_| data.with(|turn| turn.served_at));
    let run = move |kind: OverrideKind, said: &'static str| {
        let id = data.with_untracked(|turn| turn.id.clone());
        act(app, role::Command::OnTurn(id, kind), said);
        on_gone.run(());
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
    view! { {live(button)} {live(done)} }
}

/// The day that a turn of `cycle` ends on: "Sunday".
pub fn words_until(cycle: Cycle) -> String {
    day_text(cycle.last_day(), DateStyle::Weekday)
}
