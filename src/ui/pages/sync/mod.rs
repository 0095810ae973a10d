//! Files out and in, and what came in.

pub mod words;

use crate::document::{Change, Place, Value};
use crate::domain::{News, people};
use crate::exchange::circle_file::file_name;
use crate::platform;
use crate::state::{App, CircleEntry, ConflictChoice, FileImport, ImportReport};
use crate::ui::components::When;
use crate::ui::components::{FilePicker, Glyph, Icon};
use crate::ui::context::{app, desktop};
use crate::ui::text;
use crate::ui::text::problems;
use leptos::ev::DragEvent;
use leptos::prelude::*;

/// The page.
#[component]
pub fn SharePage() -> impl IntoView {
    let desktop = desktop();
    let over = RwSignal::new(false);
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(files) = event.data_transfer().and_then(|data| data.files()).filter(|files| files.length() > 0) {
            desktop.receive(files, |_| {});
        }
    };
    let drag = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    view! {
        <div
            class="page two-panes"
            data-over=move || over.get().then_some("true")
            on:dragover=drag
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            <header class="head">
                <h1 tabindex="-1">{words::HEADING}</h1>
                <p>{words::LEAD}</p>
            </header>
            <div class="pane"><Outgoing /></div>
            <div class="pane">
                <section class="card" aria-labelledby="in">
                    <header class="card__head"><h2 id="in">{words::IN}</h2></header>
                    <p class="quiet">{words::OPEN_HINT}</p>
                    <div class="row">
                        <FilePicker id="open-files" label=words::OPEN on_files=Callback::new(move |files| desktop.receive(files, |_| {})) />
                    </div>
                    <When is=move || desktop.is_receiving.get()><p class="quiet" role="status">{words::READING}</p></When>
                </section>
                <Arrivals />
            </div>
        </div>
    }
}

#[component]
fn Outgoing() -> impl IntoView {
    let app = app();
    let contains = move || {
        app.circle().with(|circle| {
            let goals = circle.goals.values().filter(|goal| goal.deleted_at.is_none()).count();
            let commitments = circle.commitments.values().filter(|c| c.deleted_at.is_none()).count();
            words::contains(circle.roster().len(), goals, commitments, circle.check_ins.len())
        })
    };
    let last = move || {
        let at = app.entry.with(|entry| entry.as_ref().and_then(CircleEntry::exported));
        words::last(at.map(|at| text::time::relative(app.now().get(), at)).as_deref())
    };
    let name = move || app.circle().with_untracked(|circle| circle.about.name.clone());
    let download = move |_| {
        if let Some(file) = app.export()
            && platform::download(&file_name(&name(), "json"), "application/json", &file).is_some()
        {
            app.note_export();
            app.say(words::DOWNLOADED, None);
        }
    };
    let send = move |_| {
        let Some(file) = app.export() else { return };
        let name = name();
        leptos::task::spawn_local(async move {
            if platform::share_text_file(&file_name(&name, "txt"), &name, &file).await {
                app.note_export();
            }
        });
    };
    let can_send = platform::can_share_files();
    view! {
        <section class="card" aria-labelledby="out">
            <header class="card__head"><h2 id="out">{words::OUT}</h2></header>
            <p>{contains}</p>
            <p class="quiet">{last}</p>
            <div class="row">
                {can_send.then(|| view! { <button type="button" class="btn" data-kind="main" on:click=send><Icon glyph=Glyph::Share />{words::SEND}</button> })}
                <button type="button" class="btn" data-kind=if can_send { "" } else { "main" } on:click=download>{words::DOWNLOAD}</button>
            </div>
        </section>
    }
}

#[component]
fn Arrivals() -> impl IntoView {
    let desktop = desktop();
    let list = move || desktop.imports.get().into_iter().map(import_view).collect_view();
    view! {
        <When is=move || desktop.imports.with(|imports| !imports.is_empty())>
            <section class="card" aria-labelledby="came-in" role="status">
                <header class="card__head"><h2 id="came-in">{words::CAME_IN}</h2></header>
                {list}
            </section>
        </When>
    }
}

fn import_view(import: FileImport) -> AnyView {
    let app = app();
    let (state, content) = match import.result {
        Err(problem) => ("bad", view! { <p>{problems::incoming(&problem)}</p> }.into_any()),
        Ok(ImportReport::NewCircle { name, is_rebuilt }) => {
            let said = if is_rebuilt { words::rebuilt(&name) } else { words::new_circle(&name) };
            ("good", view! { <p>{said}</p> }.into_any())
        }
        Ok(ImportReport::NothingNew { name }) => ("same", view! { <p>{words::nothing_new(&name)}</p> }.into_any()),
        Ok(ImportReport::Merged { name, news, conflicts, hand_edits }) => {
            let content = view! {
                <p>{words::merged(&name, news.len())}</p>
                {news_view(app, &news)}
                {conflicts_view(app, conflicts)}
                {hand_edits_view(app, hand_edits)}
            };
            ("good", content.into_any())
        }
    };
    view! {
        <article class="import" data-state=state>
            <h3><bdi>{import.file}</bdi></h3>
            {content}
        </article>
    }
    .into_any()
}

fn news_view(app: App, news: &[News]) -> impl IntoView + use<> {
    let group = |who: Option<crate::domain::MemberId>| {
        let (name, initials, seat) = app.circle().with_untracked(|circle| {
            let member = who.as_ref().and_then(|id| circle.members.get(id));
            let seat = who.as_ref().map_or(0, |id| circle.seat_of(id));
            (
                words::who(member.map(|m| m.name.as_str()), who.as_ref()),
                member.map_or_else(|| "·".to_owned(), |m| crate::ui::text::initials(&m.name)),
                seat,
            )
        });
        let items = news.iter().filter(|item| item.who == who);
        let items = items.map(|item| view! { <li dir="auto">{words::happening(&item.what)}</li> }).collect_view();
        view! {
            <li class="news__person">
                <crate::ui::components::Face initials=Signal::stored(initials) seat=Signal::stored(seat) />
                <div><strong><bdi>{name}</bdi></strong><ul>{items}</ul></div>
            </li>
        }
    };
    view! { <ul class="news">{people(news).into_iter().map(group).collect_view()}</ul> }
}

fn conflicts_view(app: App, conflicts: Vec<ConflictChoice>) -> impl IntoView {
    let count = conflicts.len();
    let one = move |choice: ConflictChoice| {
        let place = choice.conflict.place.clone();
        let (who, subject) = app.subject_of(&place);
        let is_taken = RwSignal::new(false);
        let (standing, other) = (choice.standing.clone(), choice.other().clone());
        let (shown, offered) = (words::value(&standing), words::value(&other));
        let take = move |_| {
            app.choose_values(vec![(place.clone(), other.clone())]);
            is_taken.set(true);
        };
        let title =
            [who, Some(subject).filter(|s| !s.is_empty()), Some(words::field(&choice.conflict.place).to_owned())];
        view! {
            <li class="conflict">
                <p><bdi>{title.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</bdi></p>
                <dl>
                    <dt>{words::STANDS}</dt><dd dir="auto">{shown}</dd>
                    <dt>{words::OTHER}</dt><dd dir="auto">{offered}</dd>
                </dl>
                <button type="button" class="btn" data-kind="small" prop:disabled=is_taken on:click=take>
                    {move || if is_taken.get() { words::TAKEN } else { words::TAKE }}
                </button>
            </li>
        }
    };
    (count > 0).then(
        || view! { <h4>{words::CONFLICTS}</h4> <ul class="plain">{conflicts.into_iter().map(one).collect_view()}</ul> },
    )
}

fn hand_edits_view(app: App, edits: Vec<Change>) -> impl IntoView {
    let count = edits.len();
    let is_taken = RwSignal::new(false);
    let line = |edit: &Change| {
        view! { <li dir="auto">{words::field(&edit.place)}": "{words::value(&edit.before)}" → "{words::value(&edit.after)}</li> }
    };
    let lines = edits.iter().map(line).collect_view();
    let values: Vec<(Place, Value)> = edits.into_iter().map(|edit| (edit.place, edit.after)).collect();
    let take = move |_| {
        app.choose_values(values.clone());
        is_taken.set(true);
    };
    (count > 0).then(|| {
        view! {
            <h4>{words::HAND_EDITS}</h4>
            <ul class="edits">{lines}</ul>
            <button type="button" class="btn" data-kind="small" prop:disabled=is_taken on:click=take>
                {move || if is_taken.get() { words::TAKEN } else { words::HAND_EDITS_TAKE }}
            </button>
        }
    })
}
