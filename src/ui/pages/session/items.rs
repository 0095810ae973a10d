//! Agenda items: bringing one, changing it, and its card while it has its time.

use super::choice::{opened_by, touched};
use super::chosen::NotesOf;
use super::elsewhere::Elsewhere;
use super::notes::{NoteLines, add_note};
use super::run::Run;
use super::words;
use crate::domain::{AgendaDraft, AgendaId, AgendaItem, AgendaKind, Command, Field as Which, Note, session};
use crate::platform;
use crate::ui::ask::act;
use crate::ui::components::{Area, Choice, Field, Pick, Problem, Sheet};
use crate::ui::text::action;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

const KINDS: [(AgendaKind, &str); 3] =
    [(AgendaKind::Topic, "topic"), (AgendaKind::HotSeat, "hot-seat"), (AgendaKind::Discuss, "discuss")];

/// The dialogs for an item: a new one, or the chosen one.
#[component]
pub fn ItemSheet(run: Run) -> impl IntoView {
    let is_bringing = run.chosen.is_bringing;
    let is_chosen = opened_by(run.chosen.item);
    let about = move || {
        let (id, home) = run.chosen.item.get()?;
        let item = now(run, &id)?;
        Some(view! { <ItemForm run item=Some(item) home is_open=is_chosen /> })
    };
    view! {
        <Sheet is_open=is_bringing title=words::BRING>
            <ItemForm run item=None home="agenda" is_open=is_bringing />
        </Sheet>
        <Sheet is_open=is_chosen title=words::EDIT_ITEM>{about}</Sheet>
    }
}

/// The item as it stands now.
fn now(run: Run, id: &AgendaId) -> Option<AgendaItem> {
    run.app.circle().with_untracked(|circle| circle.agenda.get(id).map(|item| (**item).clone()))
}

/// `typed`, but what nobody touched since `opening` as it is by now.
fn merged(run: Run, opening: &AgendaItem, typed: AgendaDraft) -> AgendaDraft {
    let now = now(run, &opening.id).unwrap_or_else(|| opening.clone());
    AgendaDraft {
        title: touched(&opening.title, typed.title, now.title),
        detail: touched(&opening.detail, typed.detail, now.detail),
        owner: touched(&opening.owner, typed.owner, now.owner),
        kind: touched(&opening.kind, typed.kind, now.kind),
    }
}

#[component]
fn ItemForm(run: Run, item: Option<AgendaItem>, home: &'static str, is_open: RwSignal<bool>) -> impl IntoView {
    let text = |read: fn(&AgendaItem) -> &String| RwSignal::new(item.as_ref().map(read).cloned().unwrap_or_default());
    let (title, detail) = (text(|item| &item.title), text(|item| &item.detail));
    let first = item.as_ref().map_or(AgendaKind::Topic, |item| item.kind);
    let name = KINDS.iter().find(|(kind, _)| *kind == first).map_or("topic", |(_, name)| *name);
    let kind = RwSignal::new(name.to_owned());
    let problem = Problem::none();
    let id = item.as_ref().map(|item| item.id.clone());
    let owner = item.as_ref().map_or_else(|| run.app.me.get_untracked(), |item| item.owner.clone());
    let held = StoredValue::new((item, owner));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (item, owner) = held.get_value();
        let chosen = kind.with_untracked(|kind| KINDS.iter().find(|(_, name)| name == kind).map(|(kind, _)| *kind));
        let kind = chosen.unwrap_or(AgendaKind::Topic);
        let draft = AgendaDraft { title: title.get_untracked(), detail: detail.get_untracked(), owner, kind };
        let (command, said) = match item {
            Some(item) => (
                Command::Session(session::Command::EditItem(item.id.clone(), merged(run, &item, draft))),
                words::ITEM_CHANGED,
            ),
            None => (Command::Session(session::Command::AddItem { cycle: run.cycle, draft }), words::BROUGHT),
        };
        if run.submit(command, said, problem) {
            is_open.set(false);
        }
    };
    let drop_it = id.map(|id| {
        let drop_it = move |_| {
            act(run.app, Command::Session(session::Command::DeleteItem(id.clone())), words::ITEM_DROPPED);
            is_open.set(false);
            platform::focus_near(home);
        };
        view! { <button type="button" class="btn" data-kind="quiet" on:click=drop_it>{words::DROP}</button> }
    });
    let choices = KINDS.iter().map(|(kind, name)| Choice::new(*name, words::kind(*kind))).collect();
    view! {
        <form class="form" on:submit=submit novalidate>
            <Field id="item-title" label=words::TITLE example=words::TITLE_EXAMPLE value=title problem field=Which::Text />
            <Area id="item-detail" label=words::DETAIL value=detail is_optional=true problem field=Which::Detail />
            <fieldset class="outcome">
                <legend>{words::KIND}</legend>
                <Pick name="item-kind" choices value=kind />
            </fieldset>
            <Elsewhere problem />
            <div class="row"><button class="btn" data-kind="main">{action::SAVE}</button>{drop_it}</div>
        </form>
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
        <li class="agenda-item" data-state=move || if is_open.get() { "open" } else { "done" }>
            <p class="agenda-item__title" dir="auto">{title}</p>
            <p class="agenda-item__facts"><bdi>{facts}</bdi></p>
            <p class="agenda-item__detail" dir="auto">{detail}</p>
            <ItemActions run held is_open title=Signal::derive(title) home />
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
    title: Signal<String>,
    home: &'static str,
) -> impl IntoView {
    let toggle = move |_| {
        let id = held.get_value();
        if is_open.get_untracked() {
            act(run.app, Command::Session(session::Command::FinishItem { id, cycle: run.cycle }), words::ITEM_DONE);
        } else {
            act(run.app, Command::Session(session::Command::ReopenItem(id)), words::ITEM_OPEN);
        }
    };
    let drop_it = move |_| {
        act(run.app, Command::Session(session::Command::DeleteItem(held.get_value())), words::ITEM_DROPPED);
        platform::focus_near(home);
    };
    let edit = move |_| run.chosen.item.set(Some((held.get_value(), home)));
    let label = move || if is_open.get() { words::finish(&title.get()) } else { words::reopen(&title.get()) };
    let (edit_label, drop_label) = (move || words::edit_item(&title.get()), move || words::drop_item(&title.get()));
    view! {
        <div class="row">
            <button type="button" class="btn" data-kind="small" aria-label=label on:click=toggle>
                {move || if is_open.get() { words::DONE } else { words::OPEN_AGAIN }}
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
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let command = Command::Session(session::Command::AddItemNote(held.get_value(), text.get_untracked()));
        add_note(run, command, text, problem);
    };
    let count = Memo::new(move |_| notes.with(|notes| notes.iter().filter(|note| !note.text.is_empty()).count()));
    view! {
        <details class="agenda-item__notes" open=is_writing>
            <summary>{move || words::item_notes(count.get())}</summary>
            <NoteLines run notes of=NotesOf::Item(held.get_value()) />
            <form class="form" on:submit=submit novalidate>
                <Area id=format!("note-{key}") label=words::ITEM_NOTE value=text problem />
                <Elsewhere problem />
                <div class="row"><button class="btn" data-kind="small">{words::NOTE_ADD}</button></div>
            </form>
        </details>
    }
}
