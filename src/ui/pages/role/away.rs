//! Who is away, and saying so.

use super::words;
use crate::domain::{AbsenceId, Field as Which, Member, MemberId, Refusal, parse_day, role};
use crate::platform;
use crate::state::Memo;
use crate::state::{App, RwSignal};
use crate::ui::ask::{Entry, Kept, Request, act, submit};
use crate::ui::components::{
    DayField, Elsewhere, Empty, Field, For, Form, Glyph, Icon, Problem, Select, Sheet, When, face,
};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::role::turns::Person;
use leptos::prelude::*;

/// One absence in the list.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct AwayRow {
    id: AbsenceId,
    person: Person,
    days: String,
    note: String,
}

/// Who was away lately, is or will be, in roster order.
fn rows(app: App) -> Vec<AwayRow> {
    let (running, today) = (app.cycle.get(), app.today());
    app.circle().with(|circle| {
        // Also what was said afterwards, for as long as the last session is fresh.
        let since = circle.rhythm.last_held(running).first_day();
        let mut rows = Vec::new();
        for member in circle.roster() {
            rows.extend(circle.absences_ahead(&member.id, since).into_iter().map(|absence| AwayRow {
                id: absence.id.clone(),
                person: Person::of(circle, &member.id),
                days: words::days(absence.first, absence.last, today),
                note: absence.note.clone(),
            }));
        }
        rows
    })
}

/// The card.
#[component]
pub fn Away() -> impl IntoView {
    let app = app();
    let is_adding = RwSignal::new(false);
    let found = Memo::new(move |_| rows(app));
    let entry = move |row: AwayRow| {
        let AwayRow { id, person, days, note } = row;
        let cancel = move |_| {
            act(app, role::Command::CancelAbsence(id.clone()), words::AWAY_CANCELLED);
            platform::focus_near("away");
        };
        let label = words::not_away(&person.name);
        view! {
            <li class="person">
                {face(&person.initials, person.seat)}
                <div>
                    <p class="person__name"><bdi>{person.name}</bdi>" "<span class="quiet">{days}</span></p>
                    <p class="person__focus" dir="auto">{note}</p>
                </div>
                <button type="button" class="btn-round" aria-label=label on:click=cancel><Icon glyph=Glyph::Close /></button>
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="away">
            <header class="card__head"><h2 id="away" tabindex="-1">{words::AWAY}</h2></header>
            <When is=move || found.with(Vec::is_empty)>
                <Empty title=words::AWAY_EMPTY_TITLE hint=words::AWAY_EMPTY />
            </When>
            <ul class="list"><For each=move || found.get() key=Clone::clone children=entry /></ul>
            <div class="row">
                <button type="button" class="btn" on:click=move |_| is_adding.set(true)>{words::AWAY_ADD}</button>
            </div>
            <Sheet is_open=is_adding title=words::AWAY_ADD>
                <AwayForm on_done=Callback::new(move |()| is_adding.set(false)) />
            </Sheet>
        </section>
    }
}

#[component]
fn AwayForm(on_done: Callback<()>) -> impl IntoView {
    let app = app();
    let who = RwSignal::new(app.me.get_untracked().map(|id| id.to_string()).unwrap_or_default());
    let [first, last, note] = [Entry::empty(), Entry::empty(), Entry::empty()];
    let on_done = Kept::of("absence", &[first, last, note]).until(on_done);
    let problem = Problem::none();
    let today = Memo::new(move |_| app.today());
    let members = Memo::new(move |_| {
        let named = |member: &Member| (member.id.to_string(), member.name.clone());
        app.circle().with(|circle| circle.roster().into_iter().map(named).collect::<Vec<_>>())
    });
    let on_submit = submit(problem, on_done, move || {
        let day = |entry: Entry, field| parse_day(&entry.text()).ok_or(Refusal::Empty(field));
        let member = MemberId::new(&who.get_untracked());
        let (first, last) = (day(first, Which::FirstDay)?, day(last, Which::LastDay)?);
        let command = role::Command::DeclareAbsence { member, first, last, note: note.text() };
        Ok(Some(Request::new(command, words::AWAY_SAID)))
    });
    view! {
        <Form problem on_submit>
            <Select id="away-who" label=words::AWAY_WHO value=who options=members />
            <div class="two">
                <DayField id="away-first" today label=words::AWAY_FIRST value=first.typed problem field=Which::FirstDay />
                <DayField id="away-last" today label=words::AWAY_LAST value=last.typed problem field=Which::LastDay />
            </div>
            <Field id="away-note" label=words::AWAY_NOTE value=note.typed is_optional=true problem field=Which::Note />
            <p class="field__hint">{words::AWAY_HINT}</p>
            <Elsewhere problem />
            <div class="row"><button class="btn" data-kind="main">{words::AWAY_SAVE}</button></div>
        </Form>
    }
}
