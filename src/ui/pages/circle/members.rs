//! Who belongs to the circle.

use super::member_form::{AddMember, MemberForm};
use super::words;
use crate::domain::{Member, MemberId, member};
use crate::state::{Memo, RwSignal};
use crate::ui::ask::act;
use crate::ui::components::{Each, Glyph, Icon, SheetAbout, When, face, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::text;
use leptos::prelude::*;

/// The members, a way to add one, and those who left.
#[component]
pub fn Members() -> AnyView {
    let app = app();
    let roster =
        Memo::new(move |_| app.circle().with(|circle| circle.roster().into_iter().cloned().collect::<Vec<_>>()));
    let chosen = RwSignal::new(None::<MemberId>);
    let advice = move || match roster.with(Vec::len) {
        0 | 1 => Some(words::ALONE),
        n if n > 8 => Some(words::LARGE),
        _ => None,
    };
    view! {
        <section class="card" aria-labelledby="members">
            <header class="card__head">
                <h2 id="members">{words::MEMBERS}</h2>
                <span>{live(move || roster.with(Vec::len))}</span>
            </header>
            <ul class="list">
                <Each items=roster key=key row=move |member| view! { <MemberCard member chosen /> }.into_any() />
            </ul>
            {live(move || advice().map(|words| view! { <p class="field-lint">{words}</p> }))}
            <AddMember />
            <Former />
            <SheetAbout subject=chosen title=words::MEMBERS about=|id, on_done| view! { <MemberForm id on_done /> }.into_any() />
        </section>
    }
    .into_any()
}

fn key(member: &Member) -> String {
    member.id.to_string()
}

/// Those who left, each with a way back.
#[component]
fn Former() -> AnyView {
    let app = app();
    let former =
        Memo::new(move |_| app.circle().with(|circle| circle.former().into_iter().cloned().collect::<Vec<_>>()));
    let row = move |member: Memo<Member>| {
        let restore = move |_| {
            let Member { id, name, .. } = member.get_untracked();
            act(app, member::Command::Restore(id), &words::returned(&name));
        };
        view! {
            <li>
                <bdi>{live(move || member.with(|member| member.name.clone()))}</bdi>
                <button type="button" class="btn" data-kind="small" on:click=restore>{words::RESTORE}</button>
            </li>
        }
        .into_any()
    };
    view! {
        <When is=move || !former.with(Vec::is_empty)>
            <details class="card-earlier">
                <summary>{words::FORMER}</summary>
                <ul class="list list-spread"><Each items=former key=key row=row /></ul>
            </details>
        </When>
    }
    .into_any()
}

#[component]
fn MemberCard(member: Memo<Member>, chosen: RwSignal<Option<MemberId>>) -> AnyView {
    let app = app();
    let picture = move || {
        member
            .with(|member| face(&text::initials(&member.name), app.circle().with(|circle| circle.seat_of(&member.id))))
    };
    let name = move || member.with(|member| member.name.clone());
    let focus = move || {
        let focus = member.with(|member| member.focus.clone());
        if focus.is_empty() { words::FOCUS_EMPTY.to_owned() } else { focus }
    };
    let is_me = move || member.with(|member| Some(&member.id) == app.me.get().as_ref());
    let profile = move || member.with(|member| Page::Profile.of_member(&member.id));
    let edit = move |_| chosen.set(Some(member.with_untracked(|member| member.id.clone())));
    view! {
        <li class="person">
            {live(picture)}
            <div>
                <p class="person__name">
                    <a href=profile><bdi>{live(name)}</bdi></a>
                    {live(move || is_me().then(|| view! { <span class="tag" data-kind="done">{text::week::YOU}</span> }))}
                </p>
                <p class="person__focus" dir="auto">{live(focus)}</p>
            </div>
            <button type="button" class="btn-round" aria-label=move || words::edit(&name()) on:click=edit>
                <Icon glyph=Glyph::More />
            </button>
        </li>
    }
    .into_any()
}
