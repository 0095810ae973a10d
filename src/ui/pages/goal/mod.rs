//! Goals with measure and progress, and the commitments that serve them.

mod form;
pub mod words;

use crate::domain::{
    Closing, Command, CommitmentId, Cycle, Field as Which, Goal, GoalId, Measure, MemberId, Refusal, read_number,
};
use crate::platform::{self, DateStyle};
use crate::ui::ask::act;
use crate::ui::components::When;
use crate::ui::components::{Empty, Field, Glyph, Icon, Problem, Sheet};
use crate::ui::context::app;
use crate::ui::plots::{GoalLine, LinePoint};
use crate::ui::shared::commitment::CommitmentSheet;
use crate::ui::shared::commitment::toggle_kept;
use crate::ui::shared::commitment::{CommitmentRow, RowData};
use crate::ui::text;
use crate::ui::text::action;
use form::GoalForm;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// The page.
#[component]
pub fn GoalsPage() -> impl IntoView {
    let app = app();
    let whose = RwSignal::new(None::<MemberId>);
    let shown = Memo::new(move |_| whose.get().or_else(|| app.me.get()));
    let is_mine = Memo::new(move |_| shown.get() == app.me.get());
    let heading = move || {
        let name = app.circle().with(|circle| shown.get().and_then(|id| circle.name_of(&id).map(str::to_owned)));
        if is_mine.get() { words::MINE.to_owned() } else { words::of(&name.unwrap_or_default()) }
    };
    let goals = Memo::new(move |_| {
        app.circle().with(|circle| {
            shown
                .with(|id| id.as_ref().map(|id| circle.goals_of(id).into_iter().cloned().collect::<Vec<_>>()))
                .unwrap_or_default()
        })
    });
    let ids = Memo::new(move |_| goals.with(|goals| goals.iter().map(|goal| goal.id.clone()).collect::<Vec<_>>()));
    let is_adding = RwSignal::new(false);
    let card = move |id: GoalId| {
        let goal = Memo::new(move |_| goals.with(|goals| goals.iter().find(|goal| goal.id == id).cloned()));
        view! { <GoalCard goal is_mine /> }
    };
    view! {
        <div class="page two-panes">
            <header class="head">
                <h1 tabindex="-1">{heading}</h1>
                <Whose whose shown />
            </header>
            <div class="pane">
                <For each=move || ids.get() key=|id| id.clone() children=card />
                <When is=move || ids.with(Vec::is_empty)>
                    <section class="card">
                        <When
                            is=move || is_mine.get()
                            otherwise=|| view! { <p class="quiet">{words::EMPTY_OTHER}</p> }
                        >
                            <Empty title=words::EMPTY hint=words::EMPTY_HINT />
                        </When>
                    </section>
                </When>
                <When is=move || is_mine.get()>
                    <div class="row">
                        <button type="button" class="btn" data-kind="main" on:click=move |_| is_adding.set(true)>
                            <Icon glyph=Glyph::Plus />
                            {words::ADD}
                        </button>
                    </div>
                </When>
                <Sheet is_open=is_adding title=words::ADD_TITLE>
                    <GoalForm on_done=Callback::new(move |()| is_adding.set(false)) />
                </Sheet>
            </div>
            <div class="pane"><Commitments shown is_mine /></div>
        </div>
    }
}

/// Whose goals are shown.
#[component]
fn Whose(whose: RwSignal<Option<MemberId>>, shown: Memo<Option<MemberId>>) -> impl IntoView {
    let app = app();
    let members = Memo::new(move |_| {
        let me = app.me.get();
        app.circle().with(|circle| {
            let roster = circle.roster();
            let (own, others): (Vec<_>, Vec<_>) = roster.into_iter().partition(|m| Some(&m.id) == me.as_ref());
            own.into_iter().chain(others).map(|m| (m.id.clone(), m.name.clone())).collect::<Vec<_>>()
        })
    });
    let button = move |(id, name): (MemberId, String)| {
        let own = id.clone();
        let is_shown = move || shown.with(|shown| shown.as_ref() == Some(&own)).to_string();
        view! { <button type="button" class="chip" aria-pressed=is_shown on:click=move |_| whose.set(Some(id.clone()))><bdi>{name}</bdi></button> }
    };
    view! {
        <div class="chips" role="group" aria-label=words::WHOSE>
            {move || members.get().into_iter().map(button).collect_view()}
        </div>
    }
}

#[component]
fn GoalCard(goal: Memo<Option<Goal>>, is_mine: Memo<bool>) -> impl IntoView {
    let app = app();
    let is_editing = RwSignal::new(false);
    let field = move |read: fn(&Goal) -> String| move || goal.with(|goal| goal.as_ref().map(read).unwrap_or_default());
    let standing = Memo::new(move |_| {
        goal.with(|goal| goal.as_ref().map(|goal| app.circle().with(|circle| circle.standing_of(goal))))
    });
    let share = move || standing.get().map_or(0.0, |standing| standing.share);
    let is_number = Memo::new(move |_| {
        goal.with(|goal| goal.as_ref().is_some_and(|goal| matches!(goal.measure, Measure::Number { .. })))
    });
    let is_open = Memo::new(move |_| goal.with(|goal| goal.as_ref().is_some_and(Goal::is_open)));
    let said = move || {
        goal.with(|goal| {
            let goal = goal.as_ref()?;
            Some(words::standing(&goal.measure, standing.get()?))
        })
    };
    let expected = Memo::new(move |_| {
        let today = app.now().get().at_offset(0).date();
        goal.with(|goal| goal.as_ref().filter(|goal| goal.is_open()).and_then(|goal| goal.expected_share(today)))
    });
    let pace = move || expected.get().filter(|_| is_number.get()).map(|expected| words::pace(share(), expected));
    let due = move || {
        goal.with(|goal| {
            goal.as_ref().and_then(|goal| goal.due).map(|day| words::due(&platform::day_text(day, DateStyle::DayMonth)))
        })
    };
    let closed = move || goal.with(|goal| goal.as_ref().and_then(|goal| goal.closing).map(words::closing));
    let points =
        Signal::derive(move || goal.with(|goal| goal.as_ref().map(|goal| line_points(app, goal)).unwrap_or_default()));
    let id = move || goal.with_untracked(|goal| goal.as_ref().map(|goal| goal.id.clone()));
    let close = move |closing: Option<Closing>| {
        if let Some(id) = id() {
            act(app, Command::CloseGoal(id, closing), closing.map_or(words::REOPENED, words::closed));
        }
    };
    let actions = move || {
        is_mine.get().then(|| {
            view! {
                <When is=move || is_open.get() && is_number.get()><ProgressForm goal /></When>
                <div class="row">
                    <When
                        is=move || is_open.get()
                        otherwise=move || view! { <button type="button" class="btn" data-kind="small" on:click=move |_| close(None)>{words::REOPEN}</button> }
                    >
                        <button type="button" class="btn" data-kind="small" on:click=move |_| close(Some(Closing::Achieved))>{words::ACHIEVE}</button>
                        <button type="button" class="btn" data-kind="small" on:click=move |_| is_editing.set(true)>{action::EDIT}</button>
                        <button type="button" class="btn" data-kind="quiet" on:click=move |_| close(Some(Closing::Dropped))>{words::DROP}</button>
                    </When>
                </div>
            }
        })
    };
    view! {
        <article class="card goal" data-state=move || if is_open.get() { "open" } else { "closed" }>
            <header class="card__head">
                <h2 dir="auto">{field(|goal| goal.title.clone())}</h2>
                {move || closed().map(|words| view! { <span class="tag" data-kind="done">{words}</span> })}
            </header>
            <p class="goal__why" dir="auto">{field(|goal| goal.why.clone())}</p>
            <div class="goal__standing">
                <p><strong>{said}</strong> {move || due().map(|due| view! { <small>{due}</small> })}</p>
                <When is=move || is_number.get()>
                    <meter class="meter" min="0" max="1" prop:value=share aria-label=said></meter>
                    <p class="goal__pace">{pace}</p>
                </When>
            </div>
            <GoalLine points />
            {actions}
            <Sheet is_open=is_editing title=words::EDIT_TITLE>
                {move || goal.get_untracked().map(|goal| view! { <GoalForm goal on_done=Callback::new(move |()| is_editing.set(false)) /> })}
            </Sheet>
        </article>
    }
}

fn line_points(app: crate::state::App, goal: &Goal) -> Vec<LinePoint> {
    let Measure::Number { unit, start, target } = &goal.measure else { return Vec::new() };
    let end = goal.due.map_or(goal.created_at.plus(70 * crate::domain::DAY), |day| {
        crate::domain::Timestamp::from_local(day.and_time(chrono::NaiveTime::MIN), 0)
    });
    let whole = (end.millis() - goal.created_at.millis()).max(crate::domain::DAY) as f64;
    let point = |at: crate::domain::Timestamp, value: f64| LinePoint {
        time: (at.millis() - goal.created_at.millis()).max(0) as f64 / whole,
        share: (value - start) / (target - start),
        when: platform::instant_text(at, DateStyle::DayMonth, None),
        value: format!("{} {unit}", text::number(value)),
    };
    app.circle().with(|circle| {
        let entries = circle.progress_of(&goal.id).into_iter().map(|entry| point(entry.at, entry.value));
        std::iter::once(point(goal.created_at, *start)).chain(entries).collect()
    })
}

#[component]
fn ProgressForm(goal: Memo<Option<Goal>>) -> impl IntoView {
    let app = app();
    let value = RwSignal::new(String::new());
    let problem = Problem::none();
    let field_id =
        goal.with_untracked(|goal| goal.as_ref().map(|goal| format!("progress-{}", goal.id)).unwrap_or_default());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        problem.clear();
        let Some(id) = goal.with_untracked(|goal| goal.as_ref().map(|goal| goal.id.clone())) else { return };
        let read = value.with_untracked(|value| read_number(value, platform::number_format()));
        let sent = read.map_err(|fault| Refusal::Unread(Which::Value, fault)).and_then(|number| {
            app.dispatch(Command::RecordProgress { goal: id, value: number.value, note: String::new() })
        });
        match sent {
            Ok(undo) => {
                value.set(String::new());
                app.say(words::PROGRESSED, Some(Arc::new(move || app.undo(&undo))));
            }
            Err(refusal) => problem.show(refusal),
        }
    };
    view! {
        <form class="inline" on:submit=submit novalidate>
            <Field id=field_id kind="number" label=words::PROGRESS value problem field=Which::Value />
            <button class="btn" data-kind="small">{words::PROGRESS_SAVE}</button>
        </form>
    }
}

/// Commitments of this week, the next and the earlier ones.
#[component]
fn Commitments(shown: Memo<Option<MemberId>>, is_mine: Memo<bool>) -> impl IntoView {
    let app = app();
    let weeks = Memo::new(move |_| {
        let Some(member) = shown.get() else { return Vec::new() };
        app.circle().with(|circle| {
            let all = circle.commitments_where(&|c| c.owner == member);
            let mut cycles: Vec<Cycle> = all.iter().flat_map(|c| c.carried.keys().copied().chain([c.cycle])).collect();
            cycles.sort_unstable();
            cycles.dedup();
            let row = |cycle: Cycle| {
                let own = all.iter().filter(|c| c.touches(cycle));
                own.map(|c| {
                    RowData::of(c, cycle, c.goal.as_ref().and_then(|id| circle.goals.get(id)).map(|g| g.title.as_str()))
                })
                .collect::<Vec<_>>()
            };
            cycles.into_iter().rev().map(|cycle| (cycle, row(cycle))).collect::<Vec<_>>()
        })
    });
    let chosen = RwSignal::new(None::<CommitmentId>);
    let is_adding = RwSignal::new(false);
    let on_tick = Callback::new(move |id| toggle_kept(app, id));
    let on_options = Callback::new(move |id| chosen.set(Some(id)));
    let rows = move |rows: Vec<RowData>, is_editable: bool| {
        let row = move |data: RowData| {
            let data = Signal::stored(data);
            if is_editable && is_mine.get_untracked() {
                view! { <CommitmentRow data on_tick on_options /> }.into_any()
            } else {
                view! { <CommitmentRow data /> }.into_any()
            }
        };
        view! { <ul class="promises">{rows.into_iter().map(row).collect_view()}</ul> }
    };
    let current = move || {
        let now = app.cycle.get();
        is_mine.track();
        let open = weeks.get().into_iter().filter(|(cycle, _)| *cycle >= now);
        open.map(|(cycle, list)| {
            let name = if cycle == now { words::THIS_WEEK.to_owned() } else { text::week::NEXT.to_owned() };
            view! { <h3>{name}</h3> {rows(list, true)} }
        })
        .collect_view()
    };
    let earlier = move || {
        let now = app.cycle.get();
        let past: Vec<_> = weeks.get().into_iter().filter(|(cycle, _)| *cycle < now).collect();
        (!past.is_empty()).then(|| {
            let week = |(cycle, list): (Cycle, Vec<RowData>)| {
                view! { <h3>{platform::day_text(cycle.first_day(), DateStyle::WeekdayDayMonth)}</h3> {rows(list, false)} }
            };
            view! {
                <details class="earlier">
                    <summary>{words::EARLIER}</summary>
                    {past.into_iter().map(week).collect_view()}
                </details>
            }
        })
    };
    view! {
        <section class="card" aria-labelledby="promises">
            <header class="card__head"><h2 id="promises">{words::COMMITMENTS}</h2></header>
            <When is=move || weeks.with(Vec::is_empty)><p class="quiet">{words::NO_COMMITMENTS}</p></When>
            {current}
            <When is=move || is_mine.get()>
                <div class="row">
                    <button type="button" class="btn" on:click=move |_| is_adding.set(true)>
                        <Icon glyph=Glyph::Plus />
                        {text::action::COMMIT}
                    </button>
                </div>
            </When>
            {earlier}
            <CommitmentSheet is_adding chosen />
        </section>
    }
}
