//! Notes: everybody's, each with its time and author.

use super::chosen::NotesOf;
use super::run::Run;
use super::words;
use crate::domain::{Command, Note, SessionAct, session};
use crate::platform::{self, DateStyle};
use crate::state::{Memo, RwSignal, StoredValue};
use crate::ui::ask::{Entry, Kept, Request, act, submit};
use crate::ui::components::{Area, Each, Elsewhere, Form, Glyph, Icon, Problem, SheetAbout, When, live};
use crate::ui::markup::view;
use crate::ui::text::action;
use leptos::prelude::*;

/// The session's own notes, with the form for one more.
#[component]
pub fn SessionNotes(run: Run) -> impl IntoView {
    let notes = Memo::new(move |_| run.session.with(|session| session.notes.clone()));
    let is_empty = Memo::new(move |_| notes.with(|notes| notes.iter().all(|note| note.text.is_empty())));
    let problem = Problem::none();
    let on_submit = Callback::new(move |()| {
        let act = SessionAct::AddNote(run.pad.note.get_untracked());
        add_note(run, Command::from(session::Command::Run { cycle: run.cycle, act }), run.pad.note, problem);
    });
    view! {
        <section class="card stack session-notes" aria-labelledby="notes">
            <header class="card__head"><h2 id="notes" tabindex="-1">{words::NOTES}</h2></header>
            <When is=move || is_empty.get()><p class="quiet">{words::NO_NOTES}</p></When>
            <NoteLines run notes of=NotesOf::Session />
            <Form problem on_submit>
                <Area id="session-note" label=words::NOTE value=run.pad.note problem />
                <Elsewhere problem />
                <div class="row"><button class="btn" data-kind="small">{words::NOTE_ADD}</button></div>
            </Form>
        </section>
    }
}

/// Writes the note that `command` carries; empties `text` once it is written.
pub fn add_note(run: Run, command: Command, text: RwSignal<String>, problem: Problem) {
    run.take_in(command, &[text], words::NOTE_ADDED, problem);
}

/// The note as it stands now; `None` once it is gone.
fn now(run: Run, of: &NotesOf, note: &Note) -> Option<Note> {
    let is_it = |other: &&Note| other.at == note.at && other.by == note.by;
    match of {
        NotesOf::Session => run.session.with_untracked(|session| session.notes.iter().find(is_it).cloned()),
        NotesOf::Item(id) => run
            .app
            .circle()
            .with_untracked(|circle| circle.agenda.get(id).and_then(|item| item.notes.iter().find(is_it).cloned())),
    }
}

/// Gives `note` other words; none delete it.
fn edit(run: Run, of: &NotesOf, note: &Note, text: String) -> Command {
    let (at, by) = (note.at, note.by.clone());
    match of {
        NotesOf::Session => {
            Command::from(session::Command::Run { cycle: run.cycle, act: SessionAct::EditNote { at, by, text } })
        }
        NotesOf::Item(id) => Command::from(session::Command::EditItemNote { item: id.clone(), at, by, text }),
    }
}

/// `notes`, oldest first; those of one's own can be changed.
#[component]
pub fn NoteLines(run: Run, notes: Memo<Vec<Note>>, of: NotesOf) -> impl IntoView {
    let choose = Callback::new(move |note: Note| run.chosen.note.set(Some((note, of.clone()))));
    let written = move || notes.get().into_iter().filter(|note| !note.text.is_empty()).collect::<Vec<_>>();
    let key = |note: &Note| format!("{}/{}", note.at.millis(), note.by);
    let row = move |note: Memo<Note>| view! { <NoteLine run note choose /> }.into_any();
    view! {
        <ol class="session-note-lines"><Each items=Memo::new(move |_| written()) key row /></ol>
    }
}

#[component]
fn NoteLine(run: Run, note: Memo<Note>, choose: Callback<Note>) -> impl IntoView {
    let by = move || {
        let name = note.with(|note| run.name(&note.by));
        if name.is_empty() { words::SOMEBODY.to_owned() } else { name }
    };
    let when = move || {
        let style = DateStyle::WeekdayTime;
        note.with(|note| platform::instant_text(note.at, style, None))
    };
    let text = move || note.with(|note| note.text.clone());
    let is_mine = Memo::new(move |_| run.app.me.with(|me| me.as_ref() == Some(&note.get().by)));
    let pick = move |_| choose.run(note.get_untracked());
    view! {
        <li>
            <p class="session-note-line__text" dir="auto">{live(text)}</p>
            <p class="session-note-line__by"><bdi>{live(by)}</bdi>", "{live(when)}</p>
            <When is=move || is_mine.get()>
                <button type="button" class="btn-round" aria-label=move || words::note_options(&by(), &when()) on:click=pick>
                    <Icon glyph=Glyph::More />
                </button>
            </When>
        </li>
    }
}

/// The dialog for the chosen note.
#[component]
pub fn NoteSheet(run: Run) -> impl IntoView {
    let form = move |(note, of), on_done| view! { <NoteForm run note of on_done /> }.into_any();
    view! { <SheetAbout subject=run.chosen.note title=words::NOTE_EDIT about=form /> }
}

#[component]
fn NoteForm(run: Run, note: Note, of: NotesOf, on_done: Callback<()>) -> impl IntoView {
    let text = Entry::of(note.text.clone());
    let on_done = Kept::of(&format!("note/{}/{}", note.at.millis(), note.by), &[text]).until(on_done);
    let problem = Problem::none();
    let held = StoredValue::new((note, of));
    let on_submit = submit(problem, on_done, move || {
        let command = held.with_value(|(note, of)| {
            let now = now(run, of, note).map_or_else(String::new, |now| now.text);
            edit(run, of, note, text.over(&now))
        });
        Ok(Some(Request::new(command, words::NOTE_CHANGED)))
    });
    let delete = move |_| {
        act(run.app, held.with_value(|(note, of)| edit(run, of, note, String::new())), words::NOTE_DELETED);
        on_done.run(());
        platform::focus_near("notes");
    };
    view! {
        <Form problem on_submit>
            <Area id="edit-note" label=words::NOTE value=text.typed problem />
            <Elsewhere problem />
            <div class="row">
                <button class="btn" data-kind="main">{action::SAVE}</button>
                <button type="button" class="btn" data-kind="quiet" on:click=delete>{action::DELETE}</button>
            </div>
        </Form>
    }
}
