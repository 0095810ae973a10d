//! Agenda items: bringing one, changing it, and its card while it has its time.

use super::chosen::NotesOf;
use super::notes::{NoteLines, add_note};
use super::run::Run;
use super::words;
use crate::domain::{AgendaDraft, AgendaId, AgendaItem, AgendaKind, Command, Field as Which, Note, Refusal, session};
use crate::platform;
use crate::state::{Memo, StoredValue};
use crate::ui::ask::{Entry, Kept, Request, act, submit};
use crate::ui::components::{Area, Choice, Elsewhere, Field, Form, Pick, Problem, Sheet, SheetAbout, live};
use crate::ui::markup::view;
use crate::ui::text::action;
use leptos::prelude::*;

/// The dialogs for an item: a new one, or the chosen one.
#[component]
pub fn ItemSheet(run: Run) -> impl IntoView {
    let is_bringing = run.chosen.is_bringing;
    let brought = Callback::new(move |()| is_bringing.set(false));
    let chosen = move |(id, home): (AgendaId, &'static str), on_done| {
        let item = now(run, &id);
        item.map_or_else(|| ().into_any(), |item| view! { <ItemForm run item=Some(item) home on_done /> }.into_any())
    };
    view! {
        <Sheet is_open=is_bringing title=words::BRING>
            <ItemForm run item=None home="agenda" on_done=brought />
        </Sheet>
        <SheetAbout subject=run.chosen.item title=words::EDIT_ITEM about=chosen />
    }
}

/// The item as it stands now.
fn now(run: Run, id: &AgendaId) -> Option<AgendaItem> {
    run.app.circle().with_untracked(|circle| circle.agenda.get(id).map(|item| (**item).clone()))
}

/// The fields of an item.
#[derive(Clone, Copy)]
struct ItemFields {
    title: Entry,
    detail: Entry,
    kind: Entry,
}

impl ItemFields {
    fn of(item: Option<&AgendaItem>) -> Self {
        let entry = |read: fn(&AgendaItem) -> &String| Entry::of(item.map(read).cloned().unwrap_or_default());
        let kind = item.map_or(AgendaKind::Topic, |item| item.kind);
        Self { title: entry(|item| &item.title), detail: entry(|item| &item.detail), kind: Entry::of(kind.key()) }
    }

    /// What is to be saved of an item that is like `now`.
    fn over(self, now: AgendaDraft) -> AgendaDraft {
        AgendaDraft {
            title: self.title.over(&now.title),
            detail: self.detail.over(&now.detail),
            owner: now.owner,
            kind: AgendaKind::from_key(&self.kind.over(now.kind.key())).unwrap_or(now.kind),
        }
    }
}

/// What the form asks for: a new item, or a change of the one called `id`.
fn asked(run: Run, fields: ItemFields, id: Option<AgendaId>) -> Result<Request, Refusal> {
    let Some(id) = id else {
        let (title, detail) = (String::new(), String::new());
        let blank = AgendaDraft { title, detail, owner: run.app.me.get_untracked(), kind: AgendaKind::Topic };
        let add = session::Command::AddItem { cycle: run.cycle, draft: fields.over(blank) };
        return Ok(Request::new(add, words::BROUGHT));
    };
    let AgendaItem { title, detail, owner, kind, .. } = now(run, &id).ok_or(Refusal::Gone("item"))?;
    let edit = session::Command::EditItem(id, fields.over(AgendaDraft { title, detail, owner, kind }));
    Ok(Request::new(edit, words::ITEM_CHANGED))
}

#[component]
fn ItemForm(run: Run, item: Option<AgendaItem>, home: &'static str, on_done: Callback<()>) -> impl IntoView {
    let fields = ItemFields::of(item.as_ref());
    let id = item.map(|item| item.id);
    let subject = id.as_ref().map_or_else(|| "item".to_owned(), |id| format!("item/{id}"));
    let on_done = Kept::of(&subject, &[fields.title, fields.detail, fields.kind]).until(on_done);
    let problem = Problem::none();
    let held = StoredValue::new(id.clone());
    let on_submit = submit(problem, on_done, move || asked(run, fields, held.get_value()).map(Some));
    let drop_it = id.map(|id| {
        let drop_it = move |_| {
            act(run.app, session::Command::DeleteItem(id.clone()), words::ITEM_DROPPED);
            on_done.run(());
            platform::focus_near(home);
        };
        view! { <button type="button" class="btn" data-kind="quiet" on:click=drop_it>{words::DROP}</button> }
    });
    let choices = AgendaKind::ALL.iter().map(|kind| Choice::new(kind.key(), words::kind(*kind))).collect();
    let (title, detail) = (fields.title.typed, fields.detail.typed);
    view! {
        <Form problem on_submit>
            <Field id="item-title" label=words::TITLE example=words::TITLE_EXAMPLE value=title problem field=Which::Text />
            <Area id="item-detail" label=words::DETAIL value=detail is_optional=true problem field=Which::Detail />
            <fieldset class="field-group">
                <legend>{words::KIND}</legend>
                <Pick name="item-kind" choices value=fields.kind.typed />
            </fieldset>
            <Elsewhere problem />
            <div class="row"><button class="btn" data-kind="main">{action::SAVE}</button>{drop_it}</div>
        </Form>
    }
}

/// An item while it has its time, under the heading called `home`: what it says, what is noted, and what
/// becomes of it.
#[component]
pub fn ItemCard(run: Run, id: AgendaId, carried: i64, home: &'static str) -> impl IntoView {
    let held = StoredValue::new(id.clone());
    let item = Memo::new(move |_| run.app.circle().with(|circle| circle.agenda.get(&id).map(|item| (**item).clone())));
    let is_open = Memo::new(move |_| item.with(|item| item.as_ref().is_some_and(AgendaItem::is_open)));
    let title = move || item.with(|item| item.as_ref().map(|item| item.title.clone()).unwrap_or_default());
    let detail = move || item.with(|item| item.as_ref().map(|item| item.detail.clone()).unwrap_or_default());
    let facts = move || {
        let item = item.get()?;
        let owner = item.owner.as_ref().map(|owner| words::brought_by(&run.name(owner)));
        let facts = owner.into_iter().chain([words::kind(item.kind).to_owned()]).chain(words::carried_over(carried));
        Some(facts.collect::<Vec<_>>().join(" · "))
    };
    let notes = Memo::new(move |_| item.with(|item| item.as_ref().map(|item| item.notes.clone()).unwrap_or_default()));
    view! {
        <li class="session-agenda-item" data-state=move || if is_open.get() { "open" } else { "done" }>
            <p class="session-agenda-item__title" dir="auto">{live(title)}</p>
            <p class="session-agenda-item__facts"><bdi>{live(facts)}</bdi></p>
            <p class="session-agenda-item__detail" dir="auto">{live(detail)}</p>
            <ItemActions run held is_open title=Memo::derive(title) home />
            <ItemNotes run held notes />
        </li>
    }
}

/// Done or open again, changed, dropped.
#[component]
fn ItemActions(
    run: Run,
    held: StoredValue<AgendaId>,
    is_open: Memo<bool>,
    title: Memo<String>,
    home: &'static str,
) -> impl IntoView {
    let toggle = move |_| {
        let id = held.get_value();
        if is_open.get_untracked() {
            act(run.app, session::Command::FinishItem { id, cycle: run.cycle }, words::ITEM_DONE);
        } else {
            act(run.app, session::Command::ReopenItem(id), words::ITEM_OPEN);
        }
    };
    let drop_it = move |_| {
        act(run.app, session::Command::DeleteItem(held.get_value()), words::ITEM_DROPPED);
        platform::focus_near(home);
    };
    let edit = move |_| run.chosen.item.set(Some((held.get_value(), home)));
    let label = move || if is_open.get() { words::finish(&title.get()) } else { words::reopen(&title.get()) };
    let (edit_label, drop_label) = (move || words::edit_item(&title.get()), move || words::drop_item(&title.get()));
    view! {
        <div class="row">
            <button type="button" class="btn" data-kind="small" aria-label=label on:click=toggle>
                {live(move || if is_open.get() { words::DONE } else { words::OPEN_AGAIN })}
            </button>
            <button type="button" class="btn" data-kind="quiet" aria-label=edit_label on:click=edit>{action::EDIT}</button>
            <button type="button" class="btn" data-kind="quiet" aria-label=drop_label on:click=drop_it>{words::DROP}</button>
        </div>
    }
}

/// What was said about an item, folded away until there is something or somebody wants to write.
#[component]
fn ItemNotes(run: Run, held: StoredValue<AgendaId>, notes: Memo<Vec<Note>>) -> impl IntoView {
    let key = held.with_value(ToString::to_string);
    let text = run.pad.item_notes.field(&key);
    let is_writing = text.with_untracked(|text| !text.is_empty());
    let problem = Problem::none();
    let on_submit = Callback::new(move |()| {
        let command = Command::from(session::Command::AddItemNote(held.get_value(), text.get_untracked()));
        add_note(run, command, text, problem);
    });
    let count = Memo::new(move |_| notes.with(|notes| notes.iter().filter(|note| !note.text.is_empty()).count()));
    view! {
        <details class="session-agenda-item__notes" open=is_writing>
            <summary>{live(move || words::item_notes(count.get()))}</summary>
            <NoteLines run notes of=NotesOf::Item(held.get_value()) />
            <Form problem on_submit>
                <Area id=format!("note-{key}") label=words::ITEM_NOTE value=text problem />
                <Elsewhere problem />
                <div class="row"><button class="btn" data-kind="small">{words::NOTE_ADD}</button></div>
            </Form>
        </details>
    }
}
