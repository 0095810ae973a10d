//! The circle's shared aim: how far all of them have come, and who noted it.

use super::aim_form::AimForm;
use super::words;
use crate::domain::{Aim, AimId, Closing, Command, Field as Which, Measure, Refusal, Scale, aim};
use crate::platform;
use crate::state::{App, Memo, RwSignal};
use crate::ui::ask::{Entry, Request, act, submit};
use crate::ui::components::{Empty, Form, NumberField, Problem, Sheet, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::plots::{GoalLine, LinePoint};
use crate::ui::shared::aim::AimStanding;
use crate::ui::shared::goal::{points_drawn, words as goals};
use crate::ui::shared::role::turns::Person;
use crate::ui::text::{self, action};
use leptos::prelude::*;

/// How many measurements are in sight.
const IN_SIGHT: usize = 3;

/// The card; `outcome` is what the charter wants to reach, which can become the aim.
#[component]
pub fn AimCard(outcome: Memo<String>) -> AnyView {
    let app = app();
    let aim = Memo::new(move |_| app.circle().with(|circle| circle.aim().cloned()));
    let which = Memo::new(move |_| aim.with(|aim| aim.as_ref().map(drawn)));
    let editing = RwSignal::new(None::<AimId>);
    let (is_editing, is_setting) = (RwSignal::new(false), RwSignal::new(false));
    let edit = Callback::new(move |id: AimId| {
        editing.set(Some(id));
        is_editing.set(true);
    });
    let set = move |label: &'static str, kind: &'static str| {
        view! { <button type="button" class="btn" data-kind=kind on:click=move |_| is_setting.set(true)>{label}</button> }
    };
    let empty = move || {
        view! {
            <Empty title=words::AIM_EMPTY hint=words::AIM_EMPTY_HINT example=words::AIM_EMPTY_EXAMPLE>
                {set(words::AIM_SET, "")}
            </Empty>
        }
        .into_any()
    };
    let is_over = Memo::new(move |_| aim.with(|aim| aim.as_ref().is_some_and(|aim| !aim.is_open())));
    let done = move || Callback::new(move |()| [is_editing, is_setting].into_iter().for_each(|open| open.set(false)));
    view! {
        <section class="card charter-aim" aria-labelledby="aim">
            <header class="card__head"><h2 id="aim" tabindex="-1">{words::AIM}</h2></header>
            <When is=move || aim.with(Option::is_some) otherwise=empty>{live(move || shown(aim, which, edit))}</When>
            <When is=is_over><div class="row">{set(words::AIM_NEXT, "main")}</div></When>
            <Others />
            <Sheet is_open=is_setting title=words::AIM_SET><AimForm outcome on_done=done() /></Sheet>
            <Sheet is_open=is_editing title=words::AIM_EDIT>
                {live(move || editing.get().map(|id| view! { <AimForm id outcome on_done=done() /> }))}
            </Sheet>
        </section>
    }
    .into_any()
}

/// What of an aim decides how it is drawn: another one, or one that ended, is drawn anew. All else follows, so that
/// what somebody types there stays.
type DrawnAim = (AimId, bool, bool);

fn drawn(aim: &Aim) -> DrawnAim {
    (aim.id.clone(), aim.is_open(), matches!(aim.measure, Measure::Number { .. }))
}

/// One aim.
fn shown(aim: Memo<Option<Aim>>, which: Memo<Option<DrawnAim>>, edit: Callback<AimId>) -> Option<AnyView> {
    let app = app();
    let (id, is_open, is_number) = which.get()?;
    let first = aim.get_untracked()?;
    let aim = Memo::new(move |_| aim.get().unwrap_or_else(|| first.clone()));
    let points = Memo::new(move |_| aim.with(|aim| line_points(app, aim)));
    let lines = {
        let id = id.clone();
        Memo::new(move |_| noted(app, &id))
    };
    let line = |line: String| view! { <li dir="auto">{line}</li> };
    let rows = move || lines.get().into_iter().map(line).collect_view();
    let scale = Memo::new(move |_| aim.with(|aim| aim.measure.scale().cloned()).unwrap_or(Scale::Percent));
    let progress = (is_open && is_number).then(|| view! { <AimProgressForm id=id.clone() scale /> });
    Some(
        view! {
            <AimStanding aim />
            <GoalLine points />
            <When is=move || !lines.with(Vec::is_empty)>
                <div class="charter-noted"><h3>{words::AIM_LATEST}</h3><ul>{live(rows)}</ul></div>
            </When>
            {progress}
            {deeds(id, is_open, edit)}
        }
        .into_any(),
    )
}

fn close(app: App, id: &AimId, closing: Option<Closing>) {
    let said = closing.map_or(words::AIM_REOPENED, words::aim_closed);
    act(app, aim::Command::Close(id.clone(), closing), said);
    platform::focus_near("aim");
}

/// Ending, changing, opening again.
fn deeds(id: AimId, is_open: bool, edit: Callback<AimId>) -> AnyView {
    let app = app();
    let button = |label: &'static str, kind: &'static str, closing: Option<Closing>| {
        let id = id.clone();
        view! { <button type="button" class="btn" data-kind=kind on:click=move |_| close(app, &id, closing)>{label}</button> }
            .into_any()
    };
    let buttons = if is_open {
        let own = id.clone();
        let edit = view! { <button type="button" class="btn" data-kind="small" on:click=move |_| edit.run(own.clone())>{action::EDIT}</button> };
        vec![
            button(goals::ACHIEVE, "small", Some(Closing::Achieved)),
            edit.into_any(),
            button(goals::DROP, "quiet", Some(Closing::Dropped)),
        ]
    } else {
        vec![button(goals::REOPEN, "small", None)]
    };
    view! { <div class="row">{buttons}</div> }.into_any()
}

/// The newest measurements, and whose they are; tracked.
fn noted(app: App, id: &AimId) -> Vec<String> {
    app.circle().with(|circle| {
        let Some(measure) = circle.aims.get(id).map(|aim| &aim.measure) else { return Vec::new() };
        let entries = circle.aim_progress_of(id).into_iter().rev().take(IN_SIGHT);
        let line = |entry: &crate::domain::AimProgress| {
            let when = text::time::dated(app.day_of(entry.at), app.today());
            let value = measure.amount(entry.value).map(|amount| goals::amount(&amount)).unwrap_or_default();
            words::noted(&value, &Person::of(circle, &entry.by).name, &when)
        };
        entries.map(line).collect()
    })
}

fn line_points(app: App, aim: &Aim) -> Vec<LinePoint> {
    let Some(scale) = aim.measure.scale() else { return Vec::new() };
    app.circle().with(|circle| points_drawn(app, scale, circle.aim_points(aim)))
}

/// The form for the next number.
#[component]
fn AimProgressForm(id: AimId, #[prop(into)] scale: Memo<Scale>) -> AnyView {
    let (value, problem) = (Entry::empty(), Problem::none());
    let on_submit = submit(problem, Callback::new(move |()| value.clear()), move || {
        let read = scale.with_untracked(|scale| scale.read(&value.text(), platform::number_format()));
        let value = read.map_err(|fault| Refusal::Unread(Which::Value, fault))?;
        let (aim, note) = (id.clone(), String::new());
        let command = Command::from(aim::Command::RecordProgress { aim, value, note });
        Ok(Some(Request::new(command, goals::PROGRESSED)))
    });
    view! {
        <Form problem on_submit class="inline">
            <NumberField id="aim-progress" label=goals::PROGRESS value=value.typed scale problem field=Which::Value />
            <button class="btn" data-kind="small">{goals::PROGRESS_SAVE}</button>
        </Form>
    }
    .into_any()
}

/// Other aims that are open, since two devices set one: a way to give each up.
#[component]
fn Others() -> AnyView {
    let app = app();
    let others = Memo::new(move |_| {
        app.circle().with(|circle| {
            let others = circle.other_aims().into_iter();
            others.map(|aim| (aim.id.clone(), aim.title.clone())).collect::<Vec<_>>()
        })
    });
    let row = move |(id, title): (AimId, String)| {
        view! {
            <li>
                <bdi>{title}</bdi>
                <button type="button" class="btn" data-kind="small" on:click=move |_| close(app, &id, Some(Closing::Dropped))>
                    {words::AIM_KEEP_ONE}
                </button>
            </li>
        }
    };
    view! {
        <When is=move || !others.with(Vec::is_empty)>
            <p class="field-lint">{words::AIM_OTHERS}</p>
            <ul class="list list-spread">{live(move || others.get().into_iter().map(row).collect_view())}</ul>
        </When>
    }
    .into_any()
}
