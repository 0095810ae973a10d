//! Everything about one turn: why it is whose it is, and what can be done about it.

use crate::domain::{Action, Arrange, Circle, MemberId, OverrideId, OverrideKind, Turn, TurnId, role};
use crate::state::Memo;
use crate::state::{App, RwSignal};
use crate::ui::ask::act;
use crate::ui::components::{SheetAbout, face, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::role::turns::{Person, Turns, offer, reasons, role_name, turn_title};
use crate::ui::shared::role::words;
use crate::ui::text::list;
use leptos::prelude::*;

/// The dialog, open while a turn is `chosen`.
#[component]
pub fn TurnSheet(rota: Memo<Turns>, forecast: Memo<Turns>, chosen: RwSignal<Option<TurnId>>) -> impl IntoView {
    let app = app();
    let title = Memo::new(move |_| {
        chosen.with(|id| id.as_ref().map(|id| app.circle().with(|circle| turn_title(circle, id)))).unwrap_or_default()
    });
    let about = move |id: TurnId, on_done: Callback<()>| {
        // What somebody else does meanwhile changes the open dialog too; time alone does not.
        let found = Memo::new(move |_| found(app, rota, forecast, &id));
        live(move || about(app, found.get(), on_done))
    };
    view! { <SheetAbout subject=chosen title about /> }
}

/// A turn and what I can do with it.
#[derive(Clone, PartialEq, Debug)]
struct Found {
    turn: Option<Turn>,
    is_forecast: bool,
    actions: Vec<Action>,
}

fn found(app: App, rota: Memo<Turns>, forecast: Memo<Turns>, id: &TurnId) -> Found {
    let published = rota.with(|rota| rota.turn(id));
    let is_forecast = published.is_none();
    let turn = published.or_else(|| forecast.with(|rota| rota.turn(id)));
    let me = app.me.get();
    let actions = me
        .filter(|_| !is_forecast)
        .map(|me| app.circle().with(|circle| rota.with(|rota| rota.actions(app.present(circle), &me, id))));
    let mut actions = actions.unwrap_or_default();
    // Last, since it is long.
    actions.arrange_by_key(|action| matches!(action, Action::OfferSwap(_)));
    Found { turn, is_forecast, actions }
}

fn about(app: App, found: Found, on_done: Callback<()>) -> AnyView {
    let Found { turn, is_forecast, actions } = found;
    let Some(turn) = turn else { return view! { <p>{words::GONE}</p> }.into_any() };
    let me = app.me.get_untracked();
    let what = app.circle().with_untracked(|circle| known(circle, &turn));
    let ways = if is_forecast {
        view! { <p class="quiet">{words::FORECAST}</p> }.into_any()
    } else if actions.is_empty() {
        let is_theirs = turn.holder != me && turn.id.cycle > app.cycle.get_untracked();
        let words = if is_theirs { words::THEIRS } else { words::NOTHING };
        view! { <p class="quiet">{words}</p> }.into_any()
    } else {
        let way = |action: Action| way(app, &turn.id, action, me.as_ref(), on_done);
        actions.into_iter().map(way).collect_view().into_any()
    };
    view! { <div class="stack role-sheet">{what} {ways}</div> }.into_any()
}

fn known(circle: &Circle, turn: &Turn) -> AnyView {
    let (why, before) = reasons(circle, turn);
    let who = turn.holder.as_ref().map(|id| Person::of(circle, id));
    let who = who.map_or_else(
        || view! { <p class="quiet">{words::NOBODY}</p> }.into_any(),
        |person| {
            view! {
                <p class="role-duty__who">
                    {face(&person.initials, person.seat)}
                    <bdi>{person.name}</bdi>
                </p>
            }
            .into_any()
        },
    );
    let before = before.map(|(name, reason)| {
        view! { <dt>{words::SCHEDULED}</dt><dd dir="auto"><bdi>{name}</bdi>" · "{reason}</dd> }
    });
    let shadows: Vec<_> = turn.shadows.iter().map(|id| Person::of(circle, id).name).collect();
    let shadows =
        (!shadows.is_empty()).then(|| view! { <dt>{words::SHADOWS}</dt><dd dir="auto">{list(&shadows)}</dd> });
    view! {
        {who}
        <dl class="role-reasons"><dt>{words::WHY}</dt><dd dir="auto">{why}</dd>{before}{shadows}</dl>
    }
    .into_any()
}

/// A button, or several, for something that can be done.
fn way(app: App, id: &TurnId, action: Action, me: Option<&MemberId>, on_done: Callback<()>) -> AnyView {
    match action {
        Action::OfferSwap(candidates) => {
            let each = candidates.into_iter().map(|(with, theirs)| {
                let label = app.circle().with_untracked(|circle| {
                    words::theirs(&Person::of(circle, &with).name, &role_name(circle, &theirs.role), theirs.cycle)
                });
                let command = role::Command::OnTurn(id.clone(), OverrideKind::Swap { with, theirs });
                view! { <li>{button(app, "", label, command, words::SAID_SWAP, on_done)}</li> }
            });
            view! {
                <section class="role-ways" aria-labelledby="swap-for">
                    <h3 id="swap-for">{words::SWAP}</h3>
                    <p class="quiet">{words::SWAP_HINT}</p>
                    <ul class="role-ways__list">{each.collect_view()}</ul>
                </section>
            }
            .into_any()
        }
        Action::AskCover => {
            let command = role::Command::OnTurn(id.clone(), OverrideKind::Cover);
            one(words::COVER_HINT, button(app, "main", words::COVER.to_owned(), command, words::SAID_COVER, on_done))
        }
        Action::Claim => {
            let command = role::Command::OnTurn(id.clone(), OverrideKind::Claim);
            one(words::CLAIM_HINT, button(app, "main", words::CLAIM.to_owned(), command, words::SAID_CLAIMED, on_done))
        }
        Action::MarkServed => {
            let command = role::Command::OnTurn(id.clone(), OverrideKind::Served);
            one(words::SERVED_HINT, button(app, "main", words::SERVED.to_owned(), command, words::SAID_SERVED, on_done))
        }
        Action::Take(one) => take(app, &one, me, on_done),
        Action::Cancel(one) => cancel(app, &one, me, on_done),
    }
}

/// Takes an offer or a request, with what it says.
pub(super) fn take(app: App, id: &OverrideId, me: Option<&MemberId>, on_done: Callback<()>) -> AnyView {
    let (said, is_swap) = app.circle().with_untracked(|circle| {
        let found = circle.overrides.get(id);
        let is_swap = found.is_some_and(|one| matches!(one.kind, OverrideKind::Swap { .. }));
        (found.map(|one| offer(circle, one, me)).unwrap_or_default(), is_swap)
    });
    let (label, done) = if is_swap { (words::AGREE, words::SAID_AGREED) } else { (words::TAKE, words::SAID_TAKEN) };
    let button = button(app, "main", label.to_owned(), role::Command::TakeTurn(id.clone()), done, on_done);
    view! { <div class="role-way-out"><p dir="auto">{said}"."</p>{button}</div> }.into_any()
}

/// Takes back what I said or took, or says no to what I am asked.
pub(super) fn cancel(app: App, id: &OverrideId, me: Option<&MemberId>, on_done: Callback<()>) -> AnyView {
    let (said, label) = app.circle().with_untracked(|circle| {
        let Some(one) = circle.overrides.get(id) else { return (String::new(), words::TAKE_BACK) };
        let has_taken = one.takes.iter().any(|(who, _)| Some(who) == me);
        let label = match () {
            () if Some(&one.by) == me => words::TAKE_BACK,
            () if has_taken => words::GIVE_BACK,
            () => words::DECLINE,
        };
        (offer(circle, one, me), label)
    });
    // Beside the button that takes it, an offer is told already.
    let said = (label != words::DECLINE).then(|| view! { <p dir="auto">{said}"."</p> });
    let button =
        button(app, "", label.to_owned(), role::Command::CancelOverride(id.clone()), words::SAID_CANCELLED, on_done);
    view! { <div class="role-way-out">{said}{button}</div> }.into_any()
}

fn one(hint: &'static str, button: AnyView) -> AnyView {
    view! { <div class="role-way-out">{button}<p class="quiet">{hint}</p></div> }.into_any()
}

fn button(
    app: App,
    kind: &'static str,
    label: String,
    command: role::Command,
    said: &'static str,
    on_done: Callback<()>,
) -> AnyView {
    let send = move |_| {
        act(app, command.clone(), said);
        on_done.run(());
    };
    view! { <button type="button" class="btn" data-kind=kind on:click=send><bdi>{label}</bdi></button> }.into_any()
}
