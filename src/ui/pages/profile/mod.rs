//! A member's own page: what they said of themselves, and how the reader knows them.

mod ties;
pub mod words;

use crate::domain::MemberId;
use crate::state::Memo;
use crate::ui::components::{Heading, Row, When, live};
use crate::ui::context::app;
use crate::ui::focus::focus_when_changed;
use crate::ui::markup::view;
use crate::ui::routes::{MEMBER, Page};
use crate::ui::shared::profile::{CircleWords, Questions, Whose, answer_list};
use crate::ui::shared::role::turns::Person;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ties::{TieCard, TiesCard};

/// The page of the member in the address, or else of the device's holder.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let app = app();
    let query = use_query_map();
    let member = Memo::new(move |_| {
        let named = query.with(|query| query.get(MEMBER)).map(|id| MemberId::new(&id));
        named.or_else(|| app.me.get())
    });
    focus_when_changed(member);
    let is_mine = Memo::new(move |_| member.with(|member| app.me.with(|me| me == member)));
    view! {
        <div class="page two-panes">
            <When is=is_mine otherwise=move || view! { <Theirs member /> }><Mine /></When>
        </div>
    }
}

/// The reader's own.
#[component]
fn Mine() -> AnyView {
    let app = app();
    let words_of =
        Memo::new(move |_| app.circle().with(|circle| app.me.with(|me| CircleWords::of(circle, me.as_ref()))));
    view! {
        <header class="head">
            <p class="head__place"><a href=Page::Fit.href()>{words::FIT}</a></p>
            <Heading text=words::MINE />
            <p>{words::LEAD}</p>
        </header>
        <div class="pane">
            <section class="card" aria-labelledby="profile-questions">
                <header class="card__head"><h2 id="profile-questions">{words::QUESTIONS}</h2></header>
                <Questions whose=Whose::Mine words_of />
            </section>
        </div>
        <div class="pane"><TiesCard /></div>
    }
    .into_any()
}

/// What is known of a member.
#[component]
fn SaidCard(member: Memo<Option<MemberId>>) -> AnyView {
    let app = app();
    let profile = Memo::new(move |_| {
        app.circle().with(|circle| member.with(|member| member.as_ref().map(|id| circle.profile_of(id))))
    });
    let nothing = || view! { <p class="quiet">{words::NOTHING}</p> }.into_any();
    let said = move || profile.with(|profile| profile.as_ref().and_then(answer_list).unwrap_or_else(nothing));
    view! {
        <section class="card" aria-labelledby="profile-said">
            <header class="card__head"><h2 id="profile-said">{words::SAID}</h2></header>
            {live(said)}
        </section>
    }
    .into_any()
}

/// Somebody else's.
#[component]
fn Theirs(member: Memo<Option<MemberId>>) -> AnyView {
    let app = app();
    let person = Memo::new(move |_| {
        app.circle().with(|circle| member.with(|member| member.as_ref().map(|id| Person::of(circle, id))))
    });
    let name =
        Memo::new(move |_| person.with(|person| person.as_ref().map(|one| one.name.clone())).unwrap_or_default());
    let focus = move || {
        app.circle().with(|circle| member.with(|id| circle.members.get(id.as_ref()?).map(|one| one.focus.clone())))
    };
    let feedback = move || member.get().map(|id| Page::Feedback.of_member(&id)).unwrap_or_default();
    let feedback_row = move || {
        let note = name.with(|name| words::feedback_of(name));
        view! { <Row href=feedback() title=words::FEEDBACK.to_owned() note glyph=Page::Feedback.glyph() /> }
    };
    view! {
        <header class="head">
            <p class="head__place"><a href=Page::Fit.href()>{words::FIT}</a></p>
            <Heading text=Memo::new(move |_| name.with(|name| words::about(name))) />
            <p dir="auto">{live(focus)}</p>
        </header>
        <div class="pane"><SaidCard member /></div>
        <div class="pane">
            <TieCard member name />
            <nav class="card" aria-label=words::FEEDBACK><ul class="row-list">{live(feedback_row)}</ul></nav>
        </div>
    }
    .into_any()
}
