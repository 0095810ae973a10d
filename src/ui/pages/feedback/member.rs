//! One member's feedback: what they got, what they did with it, what came of it.

use super::data::NoteData;
use super::note::NoteCard;
use super::reply::Replies;
use super::words;
use crate::domain::MemberId;
use crate::state::{App, Memo, RwSignal};
use crate::ui::components::{Each, Glyph, Heading, Icon, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::shared::feedback::{Giving, words as shared};
use crate::ui::shared::role::turns::Person;
use leptos::prelude::*;

/// The notes to `member`, or those of them; the newest first.
fn notes(app: App, member: Memo<MemberId>, is_to: bool) -> Memo<Vec<NoteData>> {
    Memo::new(move |_| {
        let member = member.get();
        let is_theirs = |note: &NoteData| {
            let who = if is_to { &note.note.to } else { &note.note.from };
            *who == member
        };
        NoteData::all(app).into_iter().rev().filter(is_theirs).collect()
    })
}

/// The view.
#[component]
pub fn MemberFeedback(member: Memo<MemberId>, giving: RwSignal<Option<Giving>>, replies: Replies) -> AnyView {
    let app = app();
    let name = Memo::new(move |_| app.circle().with(|circle| member.with(|id| Person::of(circle, id).name)));
    let is_me = Memo::new(move |_| member.with(|member| app.me.with(|me| me.as_ref() == Some(member))));
    let give = move |_| giving.set(Some(Giving::To(member.get_untracked(), String::new())));
    let title = move || name.with(|name| words::member(name));
    view! {
        <header class="head">
            <p class="head__place"><a href=Page::Feedback.href()>{words::ALL}</a></p>
            <Heading text=title />
            <When is=move || !is_me.get()>
                <div class="row">
                    <button type="button" class="btn" data-kind="main" on:click=give>
                        <Icon glyph=Glyph::Plus />
                        {live(move || name.with(|name| shared::give(name)))}
                    </button>
                </div>
            </When>
        </header>
        <Notes id="member-got" title=Memo::new(move |_| name.with(|name| words::member_got(name))) notes=notes(app, member, true) giving replies />
        <Notes id="member-gave" title=Memo::new(move |_| name.with(|name| words::member_gave(name))) notes=notes(app, member, false) giving replies />
    }
    .into_any()
}

#[component]
fn Notes(
    id: &'static str,
    title: Memo<String>,
    notes: Memo<Vec<NoteData>>,
    giving: RwSignal<Option<Giving>>,
    replies: Replies,
) -> AnyView {
    let row = move |note: Memo<NoteData>| view! { <NoteCard note giving replies /> }.into_any();
    view! {
        <section class="card" aria-labelledby=id>
            <header class="card__head"><h2 id=id>{title}</h2></header>
            <When is=move || notes.with(Vec::is_empty)><p class="quiet">{words::MEMBER_NOTHING}</p></When>
            <ul class="list"><Each items=notes key=NoteData::key row /></ul>
        </section>
    }
    .into_any()
}
