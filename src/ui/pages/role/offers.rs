//! Offers and requests about turns: what I am asked, and what I asked myself.

use super::turn_sheet::{cancel, take};
use super::words;
use crate::domain::{Action, OverrideId, OverrideKind, OverrideState};
use crate::platform;
use crate::state::App;
use crate::state::Memo;
use crate::ui::components::{For, When};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::role::turns::{Turns, offer};
use leptos::prelude::*;

/// Something that waits for an answer.
#[derive(Clone, PartialEq, Debug)]
struct Ask {
    id: OverrideId,
    /// What it says, so that a row is drawn anew when a name in it changes.
    said: String,
    can_take: bool,
    can_end: bool,
}

/// Every open offer or request that I can take, refuse or take back.
fn asks(app: App, rota: Memo<Turns>) -> Vec<Ask> {
    let Some(me) = app.me.get() else { return Vec::new() };
    app.circle().with(|circle| {
        rota.with(|rota| {
            let open = circle.overrides.values().filter(|one| {
                let is_offer = matches!(one.kind, OverrideKind::Swap { .. } | OverrideKind::Cover);
                is_offer && rota.standing(&one.id) == Some(OverrideState::Open)
            });
            let ask = |one: &std::sync::Arc<crate::domain::Override>| {
                let actions = rota.actions(app.present(circle), &me, &one.turn);
                let can_take = actions.contains(&Action::Take(one.id.clone()));
                let can_end = actions.contains(&Action::Cancel(one.id.clone()));
                (can_take || can_end).then(|| Ask {
                    id: one.id.clone(),
                    said: offer(circle, one, Some(&me)),
                    can_take,
                    can_end,
                })
            };
            open.filter_map(ask).collect()
        })
    })
}

/// The card; nothing where nothing waits.
#[component]
pub fn Offers(rota: Memo<Turns>) -> impl IntoView {
    let app = app();
    let list = Memo::new(move |_| asks(app, rota));
    let entry = move |ask: Ask| {
        // The button that was pressed is gone then.
        let done = Callback::new(|()| platform::focus_near("offers"));
        let me = app.me.get_untracked();
        let taking = ask.can_take.then(|| take(app, &ask.id, me.as_ref(), done));
        let ending = ask.can_end.then(|| cancel(app, &ask.id, me.as_ref(), done));
        view! { <li class="role-offer">{taking}{ending}</li> }
    };
    view! {
        <When is=move || !list.with(Vec::is_empty)>
            <section class="card" aria-labelledby="offers">
                <header class="card__head"><h2 id="offers" tabindex="-1">{words::OFFERS}</h2></header>
                <ul class="list">
                    <For each=move || list.get() key=|ask| (ask.id.clone(), ask.said.clone(), ask.can_take, ask.can_end) children=entry />
                </ul>
            </section>
        </When>
    }
}
