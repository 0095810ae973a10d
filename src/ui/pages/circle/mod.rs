//! The circle: purpose and members; its rhythm stands beside them.

pub mod words;

use crate::domain::{Command, Field as Which, Member, MemberId};
use crate::ui::ask::act;
use crate::ui::components::When;
use crate::ui::components::{Area, Face, Field, Glyph, Icon, Problem, Sheet};
use crate::ui::context::app;
use crate::ui::shared::rhythm::RhythmCard;
use crate::ui::text;
use crate::ui::text::action;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// The page.
#[component]
pub fn CirclePage() -> impl IntoView {
    let app = app();
    let name = Memo::new(move |_| app.circle().with(|circle| circle.about.name.clone()));
    let purpose = Memo::new(move |_| app.circle().with(|circle| circle.about.purpose.clone()));
    let is_describing = RwSignal::new(false);
    view! {
        <div class="page two-panes">
            <header class="head">
                <h1 tabindex="-1"><bdi>{name}</bdi></h1>
                <When
                    is=move || purpose.with(|purpose| !purpose.is_empty())
                    otherwise=|| view! { <p>{words::PURPOSE_EMPTY}</p> }
                >
                    <p class="purpose" dir="auto">{purpose}</p>
                </When>
                <div class="row">
                    <button type="button" class="btn" data-kind="small" on:click=move |_| is_describing.set(true)>
                        {move || if purpose.with(String::is_empty) { words::PURPOSE_ADD } else { words::PURPOSE_EDIT }}
                    </button>
                </div>
                <Sheet is_open=is_describing title=words::PURPOSE_EDIT>
                    <DescribeForm on_done=Callback::new(move |()| is_describing.set(false)) />
                </Sheet>
            </header>
            <div class="pane"><Members /></div>
            <div class="pane"><RhythmCard /></div>
        </div>
    }
}

#[component]
fn DescribeForm(on_done: Callback<()>) -> impl IntoView {
    let app = app();
    let (name, purpose) =
        app.circle().with_untracked(|circle| (circle.about.name.clone(), circle.about.purpose.clone()));
    let (name, purpose) = (RwSignal::new(name), RwSignal::new(purpose));
    let problem = Problem::none();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        problem.clear();
        match app.dispatch(Command::Describe { name: name.get_untracked(), purpose: purpose.get_untracked() }) {
            Ok(undo) => {
                app.say(words::CHANGED, Some(Arc::new(move || app.undo(&undo))));
                on_done.run(());
            }
            Err(refusal) => problem.show(refusal),
        }
    };
    view! {
        <form class="form" on:submit=submit novalidate>
            <Field id="circle-name" label=words::NAME value=name problem field=Which::Name />
            <Area id="circle-purpose" label=words::PURPOSE value=purpose is_optional=true problem field=Which::Purpose />
            <div class="row"><button class="btn" data-kind="main">{action::SAVE}</button></div>
        </form>
    }
}

#[component]
fn Members() -> impl IntoView {
    let app = app();
    let roster =
        Memo::new(move |_| app.circle().with(|circle| circle.roster().into_iter().cloned().collect::<Vec<_>>()));
    let former =
        Memo::new(move |_| app.circle().with(|circle| circle.former().into_iter().cloned().collect::<Vec<_>>()));
    let chosen = RwSignal::new(None::<MemberId>);
    let is_editing = RwSignal::new(false);
    let edit = Callback::new(move |id: MemberId| {
        chosen.set(Some(id));
        is_editing.set(true);
    });
    let advice = move || match roster.with(Vec::len) {
        0 | 1 => Some(words::ALONE),
        n if n > 8 => Some(words::LARGE),
        _ => None,
    };
    let card = move |id: MemberId| {
        let member = Memo::new(move |_| roster.with(|roster| roster.iter().find(|member| member.id == id).cloned()));
        view! { <MemberCard member on_edit=edit /> }
    };
    let back = move |member: Member| {
        let (id, name) = (member.id.clone(), member.name.clone());
        let restore = move |_| act(app, Command::RestoreMember(id.clone()), &words::returned(&name));
        view! {
            <li>
                <bdi>{member.name}</bdi>
                <button type="button" class="btn" data-kind="small" on:click=restore>{words::RESTORE}</button>
            </li>
        }
    };
    let form = move || {
        let found = chosen.with(|id| app.circle().with_untracked(|circle| circle.members.get(id.as_ref()?).cloned()));
        found.map(|member| view! { <MemberForm member=(*member).clone() on_done=Callback::new(move |()| is_editing.set(false)) /> })
    };
    view! {
        <section class="card" aria-labelledby="members">
            <header class="card__head">
                <h2 id="members">{words::MEMBERS}</h2>
                <span>{move || roster.with(Vec::len)}</span>
            </header>
            <ul class="plain">
                <For each=move || roster.with(|roster| roster.iter().map(|m| m.id.clone()).collect::<Vec<_>>()) key=|id| id.clone() children=card />
            </ul>
            {move || advice().map(|words| view! { <p class="lint">{words}</p> })}
            <AddMember />
            <When is=move || !former.with(Vec::is_empty)>
                <details class="earlier">
                    <summary>{words::FORMER}</summary>
                    <ul class="plain spread">{move || former.get().into_iter().map(back).collect_view()}</ul>
                </details>
            </When>
            <Sheet is_open=is_editing title=words::MEMBERS>{form}</Sheet>
        </section>
    }
}

#[component]
fn MemberCard(member: Memo<Option<Member>>, on_edit: Callback<MemberId>) -> impl IntoView {
    let app = app();
    let initials =
        Signal::derive(move || member.with(|m| m.as_ref().map(|m| text::initials(&m.name)).unwrap_or_default()));
    let seat = Signal::derive(move || {
        member.with(|m| m.as_ref().map_or(0, |m| app.circle().with(|circle| circle.seat_of(&m.id))))
    });
    let name = move || member.with(|m| m.as_ref().map(|m| m.name.clone()).unwrap_or_default());
    let focus = move || member.with(|m| m.as_ref().map(|m| m.focus.clone()).filter(|focus| !focus.is_empty()));
    let is_me = move || member.with(|m| m.as_ref().map(|m| &m.id) == app.me.get().as_ref());
    let edit = move |_| {
        if let Some(id) = member.with_untracked(|m| m.as_ref().map(|m| m.id.clone())) {
            on_edit.run(id);
        }
    };
    view! {
        <li class="person">
            <Face initials seat />
            <div class="person__body">
                <p class="person__name">
                    <bdi>{name}</bdi>
                    {move || is_me().then(|| view! { <span class="tag" data-kind="done">{text::week::YOU}</span> })}
                </p>
                <p class="person__focus" dir="auto">{move || focus().unwrap_or_else(|| words::FOCUS_EMPTY.to_owned())}</p>
            </div>
            <button type="button" class="round" aria-label=move || words::edit(&name()) on:click=edit>
                <Icon glyph=Glyph::More />
            </button>
        </li>
    }
}

#[component]
fn MemberForm(member: Member, on_done: Callback<()>) -> impl IntoView {
    let app = app();
    let name = RwSignal::new(member.name.clone());
    let focus = RwSignal::new(member.focus.clone());
    let problem = Problem::none();
    let held = StoredValue::new(member);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        problem.clear();
        let command = Command::EditMember {
            id: held.with_value(|m| m.id.clone()),
            name: name.get_untracked(),
            focus: focus.get_untracked(),
        };
        match app.dispatch(command) {
            Ok(undo) => {
                app.say(words::CHANGED, Some(Arc::new(move || app.undo(&undo))));
                on_done.run(());
            }
            Err(refusal) => problem.show(refusal),
        }
    };
    let remove = move |_| {
        let (id, name) = held.with_value(|m| (m.id.clone(), m.name.clone()));
        act(app, Command::RemoveMember(id), &words::left(&name));
        on_done.run(());
    };
    view! {
        <form class="form" on:submit=submit novalidate>
            <Field id="member-name" label=words::ADD_NAME value=name problem field=Which::Name />
            <Field id="member-focus" label=words::FOCUS value=focus is_optional=true problem field=Which::Purpose />
            <div class="row">
                <button class="btn" data-kind="main">{action::SAVE}</button>
                <button type="button" class="btn" data-kind="quiet" on:click=remove>{words::REMOVE}</button>
            </div>
            <p class="field__hint">{words::REMOVE_HINT}</p>
        </form>
    }
}

#[component]
fn AddMember() -> impl IntoView {
    let app = app();
    let name = RwSignal::new(String::new());
    let problem = Problem::none();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        problem.clear();
        match app.dispatch(Command::AddMember { name: name.get_untracked() }) {
            Ok(undo) => {
                name.set(String::new());
                app.say(words::ADDED, Some(Arc::new(move || app.undo(&undo))));
            }
            Err(refusal) => problem.show(refusal),
        }
    };
    view! {
        <form class="inline" on:submit=submit novalidate>
            <Field id="add-member" label=words::ADD value=name problem field=Which::Name />
            <button class="btn" data-kind="small"><Icon glyph=Glyph::Plus />{words::ADD}</button>
        </form>
    }
}
