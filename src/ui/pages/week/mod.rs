//! This week: where everybody stands, and what I said I would do.

pub mod words;

use crate::domain::{
    CheckInState, Circle, Commitment, CommitmentId, Cycle, MemberId, RoleKind, Seat, Tally, Turn, WeekView,
};
use crate::platform::BrowserZones;
use crate::ui::components::When;
use crate::ui::components::{Empty, Face, Glyph, Icon, Strip};
use crate::ui::context::app;
use crate::ui::plots::Ring;
use crate::ui::routes::Page;
use crate::ui::shared::commitment::{CommitmentRow, RowData};
use crate::ui::shared::commitment::{CommitmentSheet, toggle_kept};
use crate::ui::shared::digest::DigestCard;
use crate::ui::shared::role::RoleCard;
use crate::ui::shared::role::turns::{Turns, held, role_name, turns};
use crate::ui::shared::role::usual;
use crate::ui::shared::session::SessionCard;
use crate::ui::text;
use leptos::prelude::*;

/// The page.
#[component]
pub fn WeekPage() -> impl IntoView {
    let app = app();
    let week = Memo::new(move |_| {
        app.circle().with(|circle| WeekView::of(circle, &BrowserZones, app.now().get(), app.cycle.get()))
    });
    let season =
        Memo::new(move |_| app.circle().with(|circle| circle.season_at(app.cycle.get()).map(|(_, week)| week)));
    let own = Memo::new(move |_| {
        let me = app.me.get();
        week.with(|week| {
            let seat = week.seats.iter().find(|seat| Some(&seat.member) == me.as_ref());
            seat.map_or((Tally::default(), CheckInState::Excused), |seat| (seat.tally, seat.check_in))
        })
    });
    let rota = turns(app);
    let role = Memo::new(move |_| {
        let me = app.me.get()?;
        rota.with(|rota| held(rota, app.cycle.get(), &me).first().map(|turn| turn.kind))
    });
    let headline = move || {
        let (tally, state) = own.get();
        words::headline(tally, state, role.get())
    };
    let place = move || {
        let name = app.circle().with(|circle| circle.about.name.clone());
        text::week::place(&name, season.get())
    };
    view! {
        <div class="page two-panes">
            <header class="head">
                <p class="head__place"><bdi>{place}</bdi></p>
                <h1 tabindex="-1">{headline}</h1>
                {move || season.get().map(|week| view! { <Strip week /> })}
            </header>
            <div class="pane">
                <WeekRing week rota />
                <RoleCard rota />
                <SessionCard />
                <FirstSteps />
            </div>
            <div class="pane">
                <MyCommitments state=Signal::derive(move || own.get()) />
                <Everyone week />
                <DigestCard />
            </div>
        </div>
    }
}

#[component]
fn WeekRing(week: Memo<WeekView>, rota: Memo<Turns>) -> impl IntoView {
    let app = app();
    let seats = Memo::new(move |_| week.with(|week| week.seats.clone()));
    let window = Memo::new(move |_| week.with(|week| week.window));
    let is_upcoming = Memo::new(move |_| app.now().get() < window.get().opens);
    let what = Signal::derive(move || if is_upcoming.get() { words::UNTIL_OPEN } else { words::DUE }.to_owned());
    let at = move || if is_upcoming.get() { window.get().opens } else { window.get().due };
    let when = Signal::derive(move || text::time::short(at()));
    let foot = Signal::derive(move || {
        let (checked_in, all) = week.with(|week| (week.checked_in(), week.seats.len()));
        words::ring_foot(&text::time::relative(app.now().get(), at()), checked_in, all)
    });
    let marks = Memo::new(move |_| {
        let cycle = app.cycle.get();
        app.circle().with(|circle| {
            let mark = |seat: &Seat| rota.with(|rota| marks(circle, &held(rota, cycle, &seat.member)));
            seats.with(|seats| seats.iter().map(mark).collect::<Vec<_>>())
        })
    });
    view! { <section class="ring-card"><Ring seats marks me=app.me what when foot /></section> }
}

/// The roles of `turns` in few letters, for the ring.
fn marks(circle: &Circle, turns: &[Turn]) -> String {
    let mark = |turn: &Turn| match turn.kind {
        RoleKind::Custom => text::clipped(&role_name(circle, &turn.id.role), 12),
        kind => usual::mark(kind).to_owned(),
    };
    turns.iter().map(mark).collect::<Vec<_>>().join(" · ")
}

/// My commitments of `cycle` as rows.
fn rows(circle: &Circle, me: &MemberId, cycle: Cycle) -> Vec<RowData> {
    circle.commitments_in(me, cycle).into_iter().map(|commitment| row(circle, commitment, cycle)).collect()
}

fn row(circle: &Circle, commitment: &Commitment, cycle: Cycle) -> RowData {
    let goal = commitment.goal.as_ref().and_then(|id| circle.goals.get(id)).map(|goal| goal.title.as_str());
    RowData::of(commitment, cycle, goal)
}

#[component]
fn MyCommitments(state: Signal<(Tally, CheckInState)>) -> impl IntoView {
    let app = app();
    let list = move |cycle: Cycle| {
        app.circle().with(|circle| app.me.with(|me| me.as_ref().map(|me| rows(circle, me, cycle)).unwrap_or_default()))
    };
    let current = Memo::new(move |_| list(app.cycle.get()));
    let next = Memo::new(move |_| {
        let me = app.me.get()?;
        app.circle().with(|circle| {
            let next = circle.next_commitments(&me, app.cycle.get());
            // What was carried is shown where it stands now.
            let rows = next.commitments.into_iter().map(|one| row(circle, one, next.cycle));
            Some((next.wait, rows.collect::<Vec<_>>()))
        })
    });
    let next_rows = Memo::new(move |_| next.get().map(|(_, rows)| rows).unwrap_or_default());
    let next_title = move || next.get().map(|(wait, _)| text::week::next(wait));
    let is_adding = RwSignal::new(false);
    let chosen = RwSignal::new(None::<CommitmentId>);
    let on_tick = Callback::new(move |id| toggle_kept(app, id));
    let on_options = Callback::new(move |id| chosen.set(Some(id)));
    let call = move || {
        let (tally, check_in) = state.get();
        let kind = if check_in.is_in() || is_blank(tally, check_in) { "" } else { "main" };
        view! { <a class="btn" data-kind=kind href=Page::CheckIn.href()>{words::check_in_call(check_in)}</a> }
    };
    // With nothing promised yet, promising comes first.
    let add_kind = move || {
        let (tally, check_in) = state.get();
        if is_blank(tally, check_in) { "main" } else { "" }
    };
    view! {
        <section class="card" aria-labelledby="mine">
            <header class="card__head">
                <h2 id="mine">{words::COMMITMENTS}</h2>
                // Nothing is said above what is promised for later.
                <When is=move || state.get().0.total != 0 || next_rows.with(Vec::is_empty)>
                    <span>{move || text::week::kept(state.get().0)}</span>
                </When>
            </header>
            <When is=move || current.with(Vec::is_empty) && next_rows.with(Vec::is_empty)>
                <Empty title=words::EMPTY hint=words::EMPTY_HINT example=words::EMPTY_EXAMPLE />
            </When>
            <When is=move || !current.with(Vec::is_empty)>
                <Rows list=current on_tick on_options />
            </When>
            <When is=move || !next_rows.with(Vec::is_empty)>
                <h3>{next_title}</h3>
                <Rows list=next_rows on_tick on_options />
            </When>
            <div class="row">
                {call}
                <button type="button" class="btn" data-kind=add_kind on:click=move |_| is_adding.set(true)>
                    <Icon glyph=Glyph::Plus />
                    {text::action::COMMIT}
                </button>
            </div>
            <CommitmentSheet is_adding chosen />
        </section>
    }
}

/// Whether the week has nothing in it that could be checked in.
fn is_blank(tally: Tally, check_in: CheckInState) -> bool {
    tally.total == 0 && !check_in.is_in() && check_in != CheckInState::Overdue
}

#[component]
fn Rows(
    list: Memo<Vec<RowData>>,
    on_tick: Callback<CommitmentId>,
    on_options: Callback<CommitmentId>,
) -> impl IntoView {
    let row = move |first: RowData| {
        let id = first.id.clone();
        let data = Memo::new(move |_| {
            let found = list.with(|list| list.iter().find(|row| row.id == id).cloned());
            found.unwrap_or_else(|| first.clone())
        });
        view! { <CommitmentRow data on_tick on_options /> }
    };
    view! {
        <ul class="promises">
            <For each=move || list.get() key=|row| row.id.clone() children=row />
        </ul>
    }
}

#[component]
fn Everyone(week: Memo<WeekView>) -> impl IntoView {
    let app = app();
    let others = Memo::new(move |_| {
        let me = app.me.get();
        week.with(|week| {
            week.seats.iter().filter(|seat| Some(&seat.member) != me.as_ref()).cloned().collect::<Vec<_>>()
        })
    });
    let entry = move |seat: Seat| {
        let id = seat.member.clone();
        let (rows, said, hue) = app.circle().with_untracked(|circle| {
            let said = circle.check_in(app.cycle.get_untracked(), &id).cloned();
            (rows(circle, &id, app.cycle.get_untracked()), said, circle.seat_of(&id))
        });
        let list = rows.into_iter().map(|data| view! { <CommitmentRow data=Signal::stored(data) /> }).collect_view();
        let is_quiet = seat.tally.total == 0;
        let words_of = said.map(|check_in| {
            let line = |label: &'static str, text: String| {
                (!text.is_empty()).then(|| view! { <p class="said" dir="auto"><small>{label}</small>" "{text}</p> })
            };
            view! { {line(words::WIN, check_in.win)} {line(words::ASKS, check_in.ask)} }
        });
        view! {
            <li>
                <details class="member">
                    <summary>
                        <Face initials=Signal::stored(text::initials(&seat.name)) seat=Signal::stored(hue) />
                        <bdi class="member__name">{seat.name.clone()}</bdi>
                        <span class="member__tally">{text::week::kept(seat.tally)}</span>
                        <span class="tag" data-kind=tag_kind(seat.check_in)>{words::state(seat.check_in)}</span>
                    </summary>
                    <div class="member__more">
                        {words_of}
                        {is_quiet.then(|| view! { <p class="quiet">{words::MEMBER_NOTHING}</p> })}
                        <ul class="promises">{list}</ul>
                    </div>
                </details>
            </li>
        }
    };
    view! {
        <When is=move || !others.with(Vec::is_empty)>
            <section class="card" aria-labelledby="everyone">
                <header class="card__head"><h2 id="everyone">{words::EVERYONE}</h2></header>
                <ul class="plain">{move || others.get().into_iter().map(entry).collect_view()}</ul>
            </section>
        </When>
    }
}

const fn tag_kind(state: CheckInState) -> &'static str {
    match state {
        CheckInState::Submitted | CheckInState::Late => "done",
        CheckInState::Overdue => "due",
        CheckInState::Upcoming | CheckInState::Open | CheckInState::Missed | CheckInState::Excused => "quiet",
    }
}

/// The way from an empty circle to a living one; gone once it is walked.
#[component]
fn FirstSteps() -> impl IntoView {
    let app = app();
    let steps = Memo::new(move |_| {
        let me = app.me.get();
        let (goal, commitment) = app.circle().with(|circle| {
            let goal = circle.goals.values().any(|goal| Some(&goal.owner) == me.as_ref());
            (goal, circle.commitments.values().any(|c| Some(&c.owner) == me.as_ref()))
        });
        let shared =
            app.entry.with(|entry| entry.as_ref().is_some_and(|entry| entry.sent_at.is_some() || entry.is_demo));
        let others = app.circle().with(|circle| circle.roster().len() > 1);
        let mut steps = vec![(goal, words::STEP_GOAL, Page::Goals), (commitment, words::STEP_COMMITMENT, Page::Goals)];
        if others {
            steps.push((shared, words::STEP_SHARE, Page::Share));
        }
        steps
    });
    let step = |(is_done, label, page): (bool, &'static str, Page)| {
        let mark = is_done.then(|| view! { <Icon glyph=Glyph::Check /> });
        let state = if is_done { "done" } else { "open" };
        view! {
            <li data-state=state>
                <span class="step__mark">{mark}</span>
                <a href=page.href()>{label}</a>
                {is_done.then(|| view! { <span class="unseen">{words::STEP_DONE}</span> })}
            </li>
        }
    };
    view! {
        <When is=move || steps.with(|steps| steps.iter().any(|(is_done, ..)| !is_done))>
            <section class="card steps" aria-labelledby="steps">
                <header class="card__head"><h2 id="steps">{words::FIRST_STEPS}</h2></header>
                <ol>{move || steps.get().into_iter().map(step).collect_view()}</ol>
            </section>
        </When>
    }
}
