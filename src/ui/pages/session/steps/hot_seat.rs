//! The hot seat: who sits, with what question, and who waits how long.

use crate::domain::{
    AgendaId, AgendaSubject, Circle, Cycle, HotSeat, HotTurn, MemberId, Presence, Session, SessionAct, Step,
    hot_seat_question, hot_seat_queue,
};
use crate::platform::{self, DateStyle};
use crate::state::Memo;
use crate::ui::components::{For, Glyph, Icon, When, face, live};
use crate::ui::markup::view;
use crate::ui::pages::session::give::give_button;
use crate::ui::pages::session::items::ItemCard;
use crate::ui::pages::session::people::{Person, Who};
use crate::ui::pages::session::run::Run;
use crate::ui::pages::session::words;
use crate::ui::shared::feedback::Giving;
use leptos::prelude::*;

/// The ids of the headings that the focus goes to when what was pressed moves on.
const QUEUE: &str = "queue";
const SEAT: &str = "seat";

/// Why somebody stands where they do in the queue of `cycle`.
pub fn why(circle: &Circle, cycle: Cycle, seat: &HotSeat) -> String {
    let is_away = circle.session(cycle).and_then(|session| session.presence_of(&seat.member)) == Some(Presence::Away);
    match (seat.turn, seat.last) {
        (HotTurn::Passed, _) => words::PASSED.to_owned(),
        (HotTurn::Waiting | HotTurn::Sat(_), _) if is_away => words::IS_AWAY.to_owned(),
        (_, None) => words::NEVER_SAT.to_owned(),
        (_, Some(last)) => words::last_sat(&platform::day_text(last.first_day(), DateStyle::DayMonth)),
    }
}

/// The step.
#[component]
pub fn HotSeatStep(run: Run) -> impl IntoView {
    let sat = Memo::new(move |_| run.session.with(Session::seated));
    let sitter = Memo::new(move |_| sat.with(|sat| sat.last().cloned()));
    let earlier = Memo::new(move |_| sat.with(|sat| sat.split_last().map(|(_, earlier)| earlier.to_vec())));
    view! {
        <Seat run sitter />
        <Queue run is_free=Memo::new(move |_| sitter.with(Option::is_none)) />
        <Earlier run earlier=Memo::new(move |_| earlier.get().unwrap_or_default()) />
        <Questions run />
    }
}

/// Who sits now, large, with their question and how to treat it.
#[component]
fn Seat(run: Run, sitter: Memo<Option<MemberId>>) -> impl IntoView {
    let person =
        Memo::new(move |_| run.app.circle().with(|circle| sitter.with(|id| Person::known(circle, id.as_ref()?))));
    let free = || {
        view! {
            <h2>{words::NOBODY_SITS}</h2>
            <p class="quiet">{words::NOBODY_SITS_HINT}</p>
        }
    };
    view! {
        <section class="session-seat" aria-label=words::NOW_SITS data-state=move || if sitter.with(Option::is_some) { "taken" } else { "free" }>
            <When is=move || sitter.with(Option::is_some) otherwise=free>{live(move || person.get().map(|person| sitting(run, person)))}</When>
            <ol class="session-phases">
                <li><strong>{words::PHASE_ASK}</strong><span>{words::PHASE_ASK_HINT}</span></li>
                <li><strong>{words::PHASE_ADVISE}</strong><span>{words::PHASE_ADVISE_HINT}</span></li>
            </ol>
        </section>
    }
}

/// Who sits, with their question and the way back to the queue.
fn sitting(run: Run, person: Person) -> AnyView {
    let Person { id, name, initials, seat } = person;
    let sitter = id.clone();
    let give = give_button(run, &id, &name, move || {
        run.app.circle().with_untracked(|circle| {
            let question = hot_seat_question(circle, run.cycle, &sitter).map(|item| item.title.as_str());
            Giving::to_hot_seat(sitter.clone(), question)
        })
    });
    let (title, detail) = run.app.circle().with(|circle| {
        let question = hot_seat_question(circle, run.cycle, &id);
        question
            .map_or((words::NO_QUESTION.to_owned(), String::new()), |item| (item.title.clone(), item.detail.clone()))
    });
    let label = words::wait(&name);
    let wait = move |_| {
        if run.quietly(SessionAct::Wait(id.clone())) {
            platform::focus_near(QUEUE);
        }
    };
    view! {
        <div class="session-seat__who">
            {face(&initials, seat)}
            <h2 id=SEAT tabindex="-1"><small>{words::NOW_SITS}</small><bdi>{name}</bdi></h2>
        </div>
        <p class="session-seat__question" dir="auto">{title}</p>
        <p class="session-seat__detail" dir="auto">{detail}</p>
        <div class="row">
            {give}
            <button type="button" class="btn" data-kind="quiet" aria-label=label on:click=wait>{words::WAIT}</button>
        </div>
    }
    .into_any()
}

/// Who waits, longest first.
#[component]
fn Queue(run: Run, #[prop(into)] is_free: Memo<bool>) -> impl IntoView {
    let queue = Memo::new(move |_| places(run));
    // Their order is their identity here: a queue is short, and is drawn anew when it moves.
    let rows = move || {
        let is_free = is_free.get();
        let row = |(place, (person, turn, why, question)): (usize, (Person, HotTurn, String, Option<String>))| {
            let kind = if is_free && place == 0 && turn == HotTurn::Waiting { "main" } else { "small" };
            view! {
                <li class="session-queue__place" data-state=if turn == HotTurn::Passed { "passed" } else { "waiting" }>
                    <Who person=Memo::stored(person.clone()) />
                    <p class="quiet">{why}</p>
                    {question.map(|question| view! { <p class="session-queue__question" dir="auto">{words::asks(&question)}</p> })}
                    {turns(run, &person, turn, kind)}
                </li>
            }
        };
        queue.get().into_iter().enumerate().map(row).collect_view()
    };
    view! {
        <section class="card" aria-labelledby=QUEUE>
            <header class="card__head"><h2 id=QUEUE tabindex="-1">{words::QUEUE}</h2></header>
            <When
                is=move || !queue.with(Vec::is_empty)
                otherwise=|| view! { <p class="quiet">{words::QUEUE_EMPTY}</p> }
            >
                <p class="quiet">{words::QUEUE_HINT}</p>
                <ol class="list session-queue">{live(rows)}</ol>
            </When>
        </section>
    }
}

/// Who waits, their turn, why they stand where they do, and their question.
fn places(run: Run) -> Vec<(Person, HotTurn, String, Option<String>)> {
    run.app.circle().with(|circle| {
        let place = |seat: HotSeat| {
            let question = seat.request.as_ref().and_then(|id| circle.agenda.get(id));
            let why = why(circle, run.cycle, &seat);
            let question = question.map(|item| item.title.clone());
            Some((Person::known(circle, &seat.member)?, seat.turn, why, question))
        };
        hot_seat_queue(circle, run.cycle).into_iter().filter_map(place).collect()
    })
}

/// What a person in the queue can do.
fn turns(run: Run, person: &Person, turn: HotTurn, kind: &'static str) -> AnyView {
    let button = |kind: &'static str, words: &'static str, label: String, act: SessionAct| {
        let is_sitting = matches!(act, SessionAct::Sit(_));
        let done = move |_| {
            // The queue is drawn anew, and with it what was pressed.
            if run.quietly(act.clone()) {
                platform::focus_near(if is_sitting { SEAT } else { QUEUE });
            }
        };
        view! { <button type="button" class="btn" data-kind=kind aria-label=label on:click=done>{words}</button> }
    };
    let id = || person.id.clone();
    let other = match turn {
        HotTurn::Passed => button("quiet", words::WAIT, words::wait(&person.name), SessionAct::Wait(id())),
        HotTurn::Waiting | HotTurn::Sat(_) => {
            button("quiet", words::PASS, words::pass(&person.name), SessionAct::Pass(id()))
        }
    };
    let sit = button(kind, words::SIT, words::sit(&person.name), SessionAct::Sit(id()));
    view! { <div class="row">{sit}{other}</div> }.into_any()
}

/// Who sat before the one who sits now.
#[component]
fn Earlier(run: Run, #[prop(into)] earlier: Memo<Vec<MemberId>>) -> impl IntoView {
    let row = move |id: MemberId| {
        let person = run.app.circle().with_untracked(|circle| Person::known(circle, &id))?;
        let label = words::wait(&person.name);
        let wait = move |_| {
            if run.quietly(SessionAct::Wait(id.clone())) {
                platform::focus_near(QUEUE);
            }
        };
        Some(view! {
            <li>
                <Who person=Memo::stored(person) />
                <button type="button" class="btn" data-kind="quiet" aria-label=label on:click=wait>{words::WAIT}</button>
            </li>
        })
    };
    view! {
        <When is=move || earlier.with(|earlier| !earlier.is_empty())>
            <section class="card" aria-labelledby="sat">
                <header class="card__head"><h2 id="sat"><Icon glyph=Glyph::Check />{words::SAT}</h2></header>
                <ul class="list list-spread">{live(move || earlier.get().into_iter().filter_map(row).collect_view())}</ul>
            </section>
        </When>
    }
}

/// Every question that was brought, with its notes; also those of people who are in no queue.
#[component]
fn Questions(run: Run) -> impl IntoView {
    let entries = run.entries(Some(Step::HotSeat));
    let items = Memo::new(move |_| {
        let item = |entry: crate::domain::AgendaEntry| match entry.subject {
            AgendaSubject::Item(id) => Some((id, entry.carried)),
            AgendaSubject::Derived(_) => None,
        };
        entries.get().into_iter().filter_map(item).collect::<Vec<(AgendaId, i64)>>()
    });
    view! {
        <When is=move || items.with(|items| !items.is_empty())>
            <section class="card" aria-labelledby="questions">
                <header class="card__head"><h2 id="questions" tabindex="-1">{words::QUESTIONS}</h2></header>
                <ul class="list">
                    <For
                        each=move || items.get()
                        key=|(id, _)| id.clone()
                        children=move |(id, carried)| view! { <ItemCard run id carried home="questions" /> }
                    />
                </ul>
            </section>
        </When>
    }
}
