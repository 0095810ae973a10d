//! Who is away, and saying so.

use super::words;
use crate::domain::{AbsenceId, Command, Field as Which, MemberId, Refusal, ZoneRules, parse_day, role};
use crate::platform::{self, BrowserZones};
use crate::state::App;
use crate::ui::ask::act;
use crate::ui::components::{Empty, Face, Field, Glyph, Icon, Problem, Select, Sheet, When};
use crate::ui::context::app;
use crate::ui::shared::role::turns::Person;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// One absence in the list.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Row {
    id: AbsenceId,
    person: Person,
    days: String,
    note: String,
}

/// Who is or will be away, in roster order.
fn rows(app: App) -> Vec<Row> {
    let now = app.now().get();
    app.circle().with(|circle| {
        let today = BrowserZones.local(&circle.rhythm.newest().zone, now).date();
        let mut rows = Vec::new();
        for member in circle.roster() {
            rows.extend(circle.absences_ahead(&member.id, today).into_iter().map(|absence| Row {
                id: absence.id.clone(),
                person: Person::of(circle, &member.id),
                days: words::days(absence.first, absence.last),
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
    let entry = move |row: Row| {
        let Row { id, person, days, note } = row;
        let cancel = move |_| {
            act(app, Command::Role(role::Command::CancelAbsence(id.clone())), words::AWAY_CANCELLED);
            platform::focus_near("away");
        };
        let label = words::not_away(&person.name);
        view! {
            <li class="person">
                <Face initials=Signal::stored(person.initials) seat=Signal::stored(person.seat) />
                <div class="person__body">
                    <p class="person__name"><bdi>{person.name}</bdi>" "<span class="quiet">{days}</span></p>
                    <p class="person__focus" dir="auto">{note}</p>
                </div>
                <button type="button" class="round" aria-label=label on:click=cancel><Icon glyph=Glyph::Close /></button>
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="away">
            <header class="card__head"><h2 id="away" tabindex="-1">{words::AWAY}</h2></header>
            <When is=move || found.with(Vec::is_empty)>
                <Empty title=words::AWAY_EMPTY_TITLE hint=words::AWAY_EMPTY />
            </When>
            <ul class="plain"><For each=move || found.get() key=Clone::clone children=entry /></ul>
            <div class="row">
                <button type="button" class="btn" on:click=move |_| is_adding.set(true)>{words::AWAY_ADD}</button>
            </div>
            <Sheet is_open=is_adding title=words::AWAY_ADD>
                <Form on_done=Callback::new(move |()| is_adding.set(false)) />
            </Sheet>
        </section>
    }
}

#[component]
fn Form(on_done: Callback<()>) -> impl IntoView {
    let app = app();
    let who = RwSignal::new(app.me.get_untracked().map(|id| id.to_string()).unwrap_or_default());
    let (first, last, note) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let problem = Problem::none();
    let members = Signal::derive(move || {
        app.circle().with(|circle| {
            circle.roster().into_iter().map(|member| (member.id.to_string(), member.name.clone())).collect::<Vec<_>>()
        })
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        problem.clear();
        let (first, last) = match (parse_day(&first.get_untracked()), parse_day(&last.get_untracked())) {
            (Some(first), Some(last)) => (first, last),
            (None, _) => return problem.show(Refusal::Empty(Which::FirstDay)),
            (Some(_), None) => return problem.show(Refusal::Empty(Which::LastDay)),
        };
        let member = MemberId::new(&who.get_untracked());
        match app.dispatch(Command::Role(role::Command::DeclareAbsence {
            member,
            first,
            last,
            note: note.get_untracked(),
        })) {
            Ok(undo) => {
                app.say(words::AWAY_SAID, Some(Arc::new(move || app.undo(&undo))));
                on_done.run(());
            }
            Err(refusal) => problem.show(refusal),
        }
    };
    view! {
        <form class="form" on:submit=submit novalidate>
            <Select id="away-who" label=words::AWAY_WHO value=who options=members />
            <div class="two">
                <Field id="away-first" kind="date" label=words::AWAY_FIRST value=first problem field=Which::FirstDay />
                <Field id="away-last" kind="date" label=words::AWAY_LAST value=last problem field=Which::LastDay />
            </div>
            <Field id="away-note" label=words::AWAY_NOTE value=note is_optional=true problem field=Which::Note />
            <p class="field__hint">{words::AWAY_HINT}</p>
            <When is=move || problem.elsewhere().is_some()>
                <p class="field__problem" role="alert">{move || problem.elsewhere()}</p>
            </When>
            <div class="row"><button class="btn" data-kind="main">{words::AWAY_SAVE}</button></div>
        </form>
    }
}
