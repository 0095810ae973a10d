//! The round of check-ins: who is here, what they said, who had their word.

use crate::domain::{CheckIn, MemberId, Presence, SessionAct, Topic, session};
use crate::platform;
use crate::state::TakeBack;
use crate::state::{Memo, StoredValue};
use crate::ui::components::{For, When, live};
use crate::ui::markup::view;
use crate::ui::pages::session::give::give_button;
use crate::ui::pages::session::people::{Person, Who, person, roster};
use crate::ui::pages::session::run::Run;
use crate::ui::pages::session::tick::Tick;
use crate::ui::pages::session::words;
use crate::ui::shared::feedback::Giving;
use crate::ui::text::problems;
use leptos::prelude::*;
use std::sync::Arc;

/// The step.
#[component]
pub fn CheckIns(run: Run) -> impl IntoView {
    let roster = roster(run);
    let done = Memo::new(move |_| {
        let all = roster.get();
        let had = |person: &&Person| run.session.with(|session| session.has_ticked(&Topic::Round(person.id.clone())));
        (all.iter().filter(had).count(), all.len())
    });
    let unnoted = Memo::new(move |_| {
        let is_unnoted = |person: &Person| run.session.with(|session| session.presence_of(&person.id).is_none());
        roster.get().into_iter().filter(is_unnoted).map(|person| person.id).collect::<Vec<_>>()
    });
    let is_somebody_away = Memo::new(move |_| {
        let is_away = |person: &Person| run.session.with(|s| s.presence_of(&person.id)) == Some(Presence::Away);
        roster.with(|roster| roster.iter().any(is_away))
    });
    let all_here = move |_| {
        let said = if is_somebody_away.get_untracked() { words::OTHERS_NOTED } else { words::ALL_NOTED };
        note_here(run, unnoted.get_untracked(), said);
        platform::focus_near("round");
    };
    view! {
        <section class="card" aria-labelledby="round">
            <header class="card__head">
                <h2 id="round" tabindex="-1">{words::ROUND}</h2>
                <span>{live(move || words::of(done.get().0, done.get().1))}</span>
            </header>
            <When is=move || unnoted.with(|unnoted| unnoted.len() > 1)>
                <div class="row session-all">
                    <button type="button" class="btn" data-kind="small" on:click=all_here>
                        {live(move || if is_somebody_away.get() { words::OTHERS_HERE } else { words::ALL_HERE })}
                    </button>
                </div>
            </When>
            <ul class="list session-turns">
                <For each=move || roster.get() key=|person| person.id.clone() children=move |first| view! { <Word run first /> } />
            </ul>
        </section>
    }
}

/// Notes `members` as here and says `said`, or why the first who could not be noted was not.
fn note_here(run: Run, members: Vec<MemberId>, said: &str) {
    let (mut done, mut refused) = (Vec::new(), None);
    for id in members {
        let act = SessionAct::Attend(id, Presence::Here);
        match run.app.dispatch(session::Command::Run { cycle: run.cycle, act }) {
            Ok(undo) => done.push(undo),
            Err(refusal) => {
                refused = Some(problems::refusal(&refusal));
                break;
            }
        }
    }
    let is_done = !done.is_empty();
    let back: TakeBack = Arc::new(move || done.iter().rev().for_each(|undo| run.app.undo(undo)));
    run.app.say(refused.as_deref().unwrap_or(said), is_done.then_some(back));
}

/// One member's word.
#[component]
fn Word(run: Run, first: Person) -> impl IntoView {
    let id = first.id.clone();
    let person = person(run, first);
    let label = Memo::new(move |_| person.with(|person| words::had_word(&person.name)));
    let (is_done, on_toggle) = run.ticking(Topic::Round(id.clone()));
    let owner = id.clone();
    let presence = Memo::new(move |_| run.session.with(|session| session.presence_of(&id)));
    let said = Memo::new(move |_| run.app.circle().with(|circle| circle.check_in(run.cycle, &owner).cloned()));
    let state = move || match (presence.get(), is_done.get()) {
        (Some(Presence::Away), _) => "away",
        (_, true) => "done",
        (_, false) => "open",
    };
    view! {
        <li class="session-topic" data-state=state>
            <Tick is_done label on_toggle />
            <Who person />
            <Attendance run person presence />
            <div class="session-topic__said">{live(move || told(run, &person.get(), said.get()))}</div>
        </li>
    }
}

/// Here or not; nothing is pressed until somebody noted it.
#[component]
fn Attendance(run: Run, person: Memo<Person>, presence: Memo<Option<Presence>>) -> impl IntoView {
    let held = StoredValue::new(person.with_untracked(|person| person.id.clone()));
    let chip = move |own: Presence, words: &'static str| {
        let is_pressed = move || (presence.get() == Some(own)).to_string();
        let note = move |_| {
            run.quietly(SessionAct::Attend(held.get_value(), own));
        };
        view! { <button type="button" class="chip" aria-pressed=is_pressed on:click=note>{words}</button> }
    };
    view! {
        <div class="session-attendance" role="group" aria-label=move || person.with(|person| words::attendance(&person.name))>
            {chip(Presence::Here, words::HERE)}
            {chip(Presence::Away, words::AWAY)}
        </div>
    }
}

/// What `of` said in their check-in; who asks for something can be given feedback about it at once.
fn told(run: Run, of: &Person, said: Option<CheckIn>) -> AnyView {
    let Some(said) = said else { return view! { <p class="quiet">{words::SILENT}</p> }.into_any() };
    let part = |label: &'static str, text: String| {
        (!text.is_empty()).then(|| view! { <div><dt>{label}</dt><dd dir="auto">{text}</dd></div> })
    };
    let (id, ask) = (of.id.clone(), said.ask.clone());
    let give = (!ask.is_empty()).then(|| give_button(run, &of.id, &of.name, move || Giving::to_ask(id.clone(), &ask)));
    view! {
        <dl class="session-telling">
            {part(words::WIN, said.win)}
            {part(words::BLOCKER, said.blocker)}
            {part(words::ASK, said.ask)}
            {part(words::CONFIDENCE, said.confidence.map(words::out_of_five).unwrap_or_default())}
        </dl>
        {give}
    }
    .into_any()
}
