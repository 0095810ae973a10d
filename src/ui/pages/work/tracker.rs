//! The goal tracker's work: commitments without an outcome, and goals that have not moved.

use super::nudge::Nudge;
use super::standing_goals::StandingGoals;
use super::waiting::{OwnerData, owners};
use super::words::tracker as words;
use crate::domain::{AgendaDraft, AgendaKind, MemberId, session, tracking};
use crate::state::{Memo, StoredValue};
use crate::ui::ask::act;
use crate::ui::components::{Empty, For, Glyph, Icon, When, face, live};
use crate::ui::context::app;
use crate::ui::focus::to_heading;
use crate::ui::markup::view;
use crate::ui::pages::work::waiting::WaitingData;
use crate::ui::routes::Page;
use crate::ui::shared::commitment::words as commitment_words;
use crate::ui::text::nudge;
use leptos::html::H2;
use leptos::prelude::*;

/// The surface.
#[component]
pub fn Tracker() -> impl IntoView {
    let app = app();
    let found = Memo::new(move |_| app.circle().with(|circle| tracking(app.present(circle))));
    let owners = Memo::new(move |_| found.with(|found| app.circle().with(|circle| owners(circle, &found.members))));
    let goals = Memo::new(move |_| found.with(|found| found.goals.clone()));
    let rolls_on = Memo::new(move |_| owners.with(|owners| owners.iter().any(|owner| !owner.waiting.is_empty())));
    let heading = NodeRef::<H2>::new();
    let on_gone = to_heading(heading);
    let group = move |first: OwnerData| {
        let id = first.person.id.clone();
        let data = Memo::new(move |_| {
            let found = owners.with(|owners| owners.iter().find(|owner| owner.person.id == id).cloned());
            found.unwrap_or_else(|| first.clone())
        });
        view! { <Owner data on_gone /> }
    };
    view! {
        <section class="card" aria-labelledby="waiting">
            <header class="card__head"><h2 id="waiting" tabindex="-1" node_ref=heading>{words::WAITING}</h2></header>
            <When
                is=move || rolls_on.get()
                otherwise=|| view! { <Empty title=words::NOTHING hint=words::NOTHING_HINT /> }
            >
                <p class="quiet">{words::BY_ITSELF}</p>
            </When>
            <ul class="list work-waits-owners">
                <For each=move || owners.get() key=|owner| owner.person.id.clone() children=group />
            </ul>
        </section>
        <StandingGoals goals />
    }
}

/// One member's commitments: those from earlier weeks, and behind them this week's.
#[component]
fn Owner(data: Memo<OwnerData>, on_gone: Callback<()>) -> impl IntoView {
    let waiting = Memo::new(move |_| data.with(|data| data.waiting.clone()));
    let fresh = Memo::new(move |_| data.with(|data| data.fresh.clone()));
    let name = Memo::new(move |_| data.with(|data| data.person.name.clone()));
    let owner = StoredValue::new(data.with_untracked(|data| data.person.id.clone()));
    let row = move |first: WaitingData| {
        let id = first.id.clone();
        let row = Memo::new(move |_| {
            let found = waiting.with(|rows| rows.iter().find(|row| row.id == id).cloned());
            found.unwrap_or_else(|| first.clone())
        });
        view! { <WaitingRow data=row owner=owner.get_value() name on_gone /> }
    };
    let texts = move || {
        let texts = fresh.get();
        texts.into_iter().map(|text| view! { <li dir="auto">{text}</li> }).collect_view()
    };
    view! {
        <li class="work-waits-owner">
            <h3 class="work-waits-owner__name">
                {live(move || data.with(|data| face(&data.person.initials, data.person.seat)))}
                <bdi>{name}</bdi>
            </h3>
            <ul class="work-waits">
                <For each=move || waiting.get() key=|row| row.id.clone() children=row />
            </ul>
            <When is=move || !fresh.with(Vec::is_empty)>
                <details class="work-fresh">
                    <summary>{live(move || words::fresh(fresh.with(Vec::len)))}</summary>
                    <ul>{live(texts)}</ul>
                </details>
            </When>
        </li>
    }
}

/// A commitment from an earlier week, and what can be done about it.
#[component]
fn WaitingRow(
    data: Memo<WaitingData>,
    owner: MemberId,
    #[prop(into)] name: Memo<String>,
    on_gone: Callback<()>,
) -> impl IntoView {
    let app = app();
    let text = Memo::new(move |_| data.with(|data| data.text.clone()));
    let detail = move || data.with(WaitingData::detail);
    let tag = move || {
        data.with(|data| {
            (data.carries > 0).then(
                || view! { <span class="tag" data-kind="carried">{commitment_words::carried(data.carries)}</span> },
            )
        })
    };
    let ready = Memo::new(move |_| {
        data.with(|data| name.with(|name| nudge::about_commitment(name, &data.text, crate::ui::text::WHATSAPP)))
    });
    let id = data.with_untracked(|data| format!("ask-{}", data.id));
    let owner = StoredValue::new(owner);
    let is_mine = Memo::new(move |_| app.me.with(|me| owner.with_value(|owner| me.as_ref() == Some(owner))));
    let own = || view! { <a class="btn" data-kind="small" href=Page::Goals.href()>{nudge::YOU_RESOLVE}</a> };
    let ask = move || view! { <Ask id=id.clone() text name ready /> };
    view! {
        <li>
            <p class="work-waits__text" dir="auto">{text}</p>
            <p class="work-waits__detail">{live(tag)}<span>{live(detail)}</span></p>
            <div class="work-waits__ways">
                <When is=move || is_mine.get() otherwise=ask>{own}</When>
                <Agenda data owner=owner.get_value() on_gone />
            </div>
        </li>
    }
}

/// A message to its owner, folded away.
#[component]
fn Ask(id: String, text: Memo<String>, name: Memo<String>, ready: Memo<String>) -> impl IntoView {
    view! {
        <details class="work-ask">
            <summary>{nudge::ASK}<span class="unseen">": "{text}</span><Icon glyph=Glyph::Down /></summary>
            <Nudge id name ready />
        </details>
    }
}

/// Brings a commitment to the session, unless it comes there anyway; the button goes away then.
#[component]
fn Agenda(data: Memo<WaitingData>, owner: MemberId, on_gone: Callback<()>) -> impl IntoView {
    let app = app();
    let owner = StoredValue::new(owner);
    let is_on_it = Memo::new(move |_| data.with(|data| data.is_on_agenda));
    let comes = Memo::new(move |_| data.with(WaitingData::comes_by_itself));
    let add = move |_| {
        let title = data.with_untracked(|data| data.text.clone());
        let draft =
            AgendaDraft { title, detail: String::new(), owner: Some(owner.get_value()), kind: AgendaKind::Discuss };
        act(app, session::Command::AddItem { cycle: app.cycle.get_untracked(), draft }, words::ADDED);
        on_gone.run(());
    };
    let button = move || {
        view! {
            <button
                type="button"
                class="btn"
                data-kind="quiet"
                aria-label=move || data.with(|data| words::add(&data.text))
                on:click=add
            >
                {words::ADD}
            </button>
        }
    };
    view! {
        <When is=move || !comes.get()>
            <When is=move || is_on_it.get() otherwise=button>
                <span class="tag" data-kind="done">{words::ON_AGENDA}</span>
            </When>
        </When>
    }
}
