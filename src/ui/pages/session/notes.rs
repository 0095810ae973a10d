//! Notes: everybody's, each with its time and author.

use super::run::Run;
use crate::domain::{Command, Note, SessionAct};
use crate::platform::{self, DateStyle};
use crate::ui::components::{Area, Glyph, Icon, Problem, Sheet, When};
use crate::ui::pages::week::act;
use crate::ui::text::{action, session as words};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// The session's own notes, with the form for one more.
#[component]
pub fn SessionNotes(run: Run) -> impl IntoView {
    let notes = Memo::new(move |_| run.session.with(|session| session.notes.clone()));
    let is_empty = Memo::new(move |_| notes.with(|notes| notes.iter().all(|note| note.text.is_empty())));
    let problem = Problem::none();
    let edit = Callback::new(move |(note, text): (Note, String)| {
        let act = SessionAct::EditNote { at: note.at, by: note.by, text };
        Command::RunSession { cycle: run.cycle, act }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let act = SessionAct::AddNote(run.pad.note.get_untracked());
        add_note(run, Command::RunSession { cycle: run.cycle, act }, run.pad.note, problem);
    };
    view! {
        <section class="card stack notes" aria-labelledby="notes">
            <header class="card__head"><h2 id="notes">{words::NOTES}</h2></header>
            <When is=move || is_empty.get()><p class="quiet">{words::NO_NOTES}</p></When>
            <NoteLines run notes edit />
            <form class="form" on:submit=submit novalidate>
                <Area id="session-note" label=words::NOTE value=run.pad.note problem />
                <div class="row"><button class="btn" data-kind="small">{words::NOTE_ADD}</button></div>
            </form>
        </section>
    }
}

/// Writes the note that `command` carries; empties `text` once it is written.
pub fn add_note(run: Run, command: Command, text: RwSignal<String>, problem: Problem) {
    problem.clear();
    match run.app.dispatch(command) {
        Ok(undo) => {
            let typed = text.get_untracked();
            text.set(String::new());
            let back = Arc::new(move || {
                run.app.undo(&undo);
                // The field may be gone by now, or hold the next one.
                if text.try_with_untracked(String::is_empty) == Some(true) {
                    let _ = text.try_set(typed.clone());
                }
            });
            run.app.say(words::NOTE_ADDED, Some(back));
        }
        Err(refusal) => problem.show(refusal),
    }
}

/// The command that gives a note other words.
pub type EditNote = Callback<(Note, String), Command>;

/// `notes`, oldest first; those of one's own can be changed.
#[component]
pub fn NoteLines(run: Run, notes: Memo<Vec<Note>>, edit: EditNote) -> impl IntoView {
    let chosen = RwSignal::new(None::<Note>);
    let is_open = RwSignal::new(false);
    let choose = Callback::new(move |note: Note| {
        chosen.set(Some(note));
        is_open.set(true);
    });
    let shown = move || notes.get().into_iter().filter(|note| !note.text.is_empty()).collect::<Vec<_>>();
    let key = |note: &Note| (note.at, note.by.clone());
    let row = move |note: Note| {
        let (at, by) = (note.at, note.by);
        let own = by.clone();
        let note = Memo::new(move |_| notes.with(|notes| notes.iter().find(|n| n.at == at && n.by == own).cloned()));
        view! { <NoteLine run note choose /> }
    };
    let form = move || chosen.get().map(|note| view! { <NoteForm run note edit is_open /> });
    view! {
        <ol class="note-lines"><For each=shown key=key children=row /></ol>
        <Sheet is_open title=words::NOTE_EDIT>{form}</Sheet>
    }
}

#[component]
fn NoteLine(run: Run, note: Memo<Option<Note>>, choose: Callback<Note>) -> impl IntoView {
    let by = move || {
        let name = note.with(|note| note.as_ref().map(|note| run.name(&note.by))).unwrap_or_default();
        if name.is_empty() { words::SOMEBODY.to_owned() } else { name }
    };
    let when = move || {
        let style = DateStyle::WeekdayTime;
        note.with(|note| note.as_ref().map(|note| platform::instant_text(note.at, style, None)).unwrap_or_default())
    };
    let text = move || note.with(|note| note.as_ref().map(|note| note.text.clone()).unwrap_or_default());
    let is_mine = Memo::new(move |_| note.with(|note| note.as_ref().map(|note| note.by.clone())) == run.app.me.get());
    let pick = move |_| {
        if let Some(note) = note.get_untracked() {
            choose.run(note);
        }
    };
    view! {
        <li>
            <p class="note-line__text" dir="auto">{text}</p>
            <p class="note-line__by"><bdi>{by}</bdi>", "{when}</p>
            <When is=move || is_mine.get()>
                <button type="button" class="round" aria-label=move || words::note_options(&by(), &when()) on:click=pick>
                    <Icon glyph=Glyph::More />
                </button>
            </When>
        </li>
    }
}

#[component]
fn NoteForm(run: Run, note: Note, edit: EditNote, is_open: RwSignal<bool>) -> impl IntoView {
    let text = RwSignal::new(note.text.clone());
    let problem = Problem::none();
    let held = StoredValue::new(note);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if run.submit(edit.run((held.get_value(), text.get_untracked())), words::NOTE_CHANGED, problem) {
            is_open.set(false);
        }
    };
    let delete = move |_| {
        act(run.app, edit.run((held.get_value(), String::new())), words::NOTE_DELETED);
        is_open.set(false);
    };
    view! {
        <form class="form" on:submit=submit novalidate>
            <Area id="edit-note" label=words::NOTE value=text problem />
            <When is=move || problem.elsewhere().is_some()>
                <p class="field__problem" role="alert">{move || problem.elsewhere()}</p>
            </When>
            <div class="row">
                <button class="btn" data-kind="main">{action::SAVE}</button>
                <button type="button" class="btn" data-kind="quiet" on:click=delete>{action::DELETE}</button>
            </div>
        </form>
    }
}
