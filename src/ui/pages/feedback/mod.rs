//! Feedback: what waits for me, what I got and what came of it, what I gave, and who gives whom any.

mod ask;
mod balance;
mod data;
mod member;
mod note;
mod reply;
mod request;
mod send;
pub mod words;

use crate::domain::{MemberId, feedback_waiting};
use crate::state::{App, Memo, RwSignal};
use crate::ui::components::{Each, Empty, Given, Glyph, Heading, Icon, When};
use crate::ui::context::app;
use crate::ui::focus::focus_when_changed;
use crate::ui::markup::view;
use crate::ui::routes::MEMBER;
use crate::ui::shared::feedback::{GiveSheet, Giving, words as shared};
use ask::AskSheet;
use balance::Balance;
use data::{NoteData, RequestData};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use member::MemberFeedback;
use note::NoteCard;
use reply::{Replies, ReplySheets};
use request::{AskedByMe, AskedOfMe};

/// The id of the heading that the focus goes to when what was pressed is gone.
const WAITING: &str = "waiting";

/// The page; with a member in its address, that member's feedback.
#[component]
pub fn FeedbackPage() -> impl IntoView {
    let query = use_query_map();
    let member = Memo::new(move |_| query.with(|query| query.get(MEMBER)).map(|id| MemberId::new(&id)));
    focus_when_changed(member);
    let (giving, is_asking, replies) = (RwSignal::new(None::<Giving>), RwSignal::new(false), Replies::nothing());
    view! {
        <div class="page two-panes">
            <Given
                value=member
                view=move |member| view! { <MemberFeedback member giving replies /> }.into_any()
                otherwise=move || view! { <Own giving is_asking replies /> }
            />
            <GiveSheet giving />
            <AskSheet is_open=is_asking />
            <ReplySheets replies />
        </div>
    }
}

/// Everything that concerns the device's holder, and the balance of the circle.
#[component]
fn Own(giving: RwSignal<Option<Giving>>, is_asking: RwSignal<bool>, replies: Replies) -> AnyView {
    let app = app();
    let is_waited_for = Memo::new(move |_| {
        app.circle()
            .with(|circle| app.me.with(|me| me.as_ref().is_some_and(|me| !feedback_waiting(circle, me).is_empty())))
    });
    let unsent = app.unsent_notes();
    // What waits has its own next step, and asking comes after it.
    let ask_kind = move || if is_waited_for.get() || !unsent.with(Vec::is_empty) { "" } else { "main" };
    view! {
        <header class="head">
            <Heading text=words::NAME />
            <p>{words::LEAD}</p>
            <p class="feedback-seen">{words::SEEN}</p>
            <div class="row">
                <button type="button" class="btn" data-kind=ask_kind on:click=move |_| is_asking.set(true)>
                    <Icon glyph=Glyph::Plus />
                    {words::ASK}
                </button>
                <button type="button" class="btn" on:click=move |_| giving.set(Some(Giving::Anybody))>{shared::GIVE}</button>
            </div>
        </header>
        <div class="pane">
            <Waiting giving replies />
            <Got giving replies />
        </div>
        <div class="pane">
            <Asked />
            <Gave giving replies />
            <Balance giving is_asking />
        </div>
    }
    .into_any()
}

/// The notes that pass `test`, given who holds the device; the newest first.
fn notes(app: App, test: fn(&NoteData) -> bool) -> Memo<Vec<NoteData>> {
    Memo::new(move |_| NoteData::all(app).into_iter().rev().filter(test).collect())
}

/// Requests to me, and notes that want my next step.
#[component]
fn Waiting(giving: RwSignal<Option<Giving>>, replies: Replies) -> AnyView {
    let app = app();
    let requests = Memo::new(move |_| RequestData::to_me(app));
    let waiting = notes(app, |note| note.is_mine() && note.step.is_some());
    let is_empty = move || requests.with(Vec::is_empty) && waiting.with(Vec::is_empty);
    let request = move |request: Memo<RequestData>| view! { <AskedOfMe request giving /> }.into_any();
    let note = move |note: Memo<NoteData>| view! { <NoteCard note giving replies /> }.into_any();
    view! {
        <When is=move || !is_empty()>
            <section class="card" aria-labelledby=WAITING>
                <header class="card__head"><h2 id=WAITING tabindex="-1">{words::WAITING}</h2></header>
                <ul class="list">
                    <Each items=requests key=RequestData::key row=request />
                    <Each items=waiting key=NoteData::key row=note />
                </ul>
            </section>
        </When>
    }
    .into_any()
}

/// What I got and have answered.
#[component]
fn Got(giving: RwSignal<Option<Giving>>, replies: Replies) -> AnyView {
    let app = app();
    let got = notes(app, |note| note.is_mine() && note.step.is_none());
    let has_any = Memo::new(move |_| NoteData::all(app).iter().any(NoteData::is_mine));
    let note = move |note: Memo<NoteData>| view! { <NoteCard note giving replies /> }.into_any();
    view! {
        <When is=move || !has_any.get() || !got.with(Vec::is_empty)>
            <section class="card" aria-labelledby="got">
                <header class="card__head"><h2 id="got">{words::GOT}</h2></header>
                <When is=move || !has_any.get()>
                    <Empty title=words::EMPTY hint=words::EMPTY_HINT example=words::EMPTY_EXAMPLE />
                </When>
                <ul class="list"><Each items=got key=NoteData::key row=note /></ul>
            </section>
        </When>
    }
    .into_any()
}

/// What I asked and nobody has answered.
#[component]
fn Asked() -> AnyView {
    let app = app();
    let asked = Memo::new(move |_| RequestData::by_me(app));
    let row = move |request: Memo<RequestData>| view! { <AskedByMe request /> }.into_any();
    view! {
        <When is=move || !asked.with(Vec::is_empty)>
            <section class="card" aria-labelledby="asked">
                <header class="card__head"><h2 id="asked">{words::ASKED}</h2></header>
                <ul class="list"><Each items=asked key=RequestData::key row /></ul>
            </section>
        </When>
    }
    .into_any()
}

/// What I gave, and what came of it.
#[component]
fn Gave(giving: RwSignal<Option<Giving>>, replies: Replies) -> AnyView {
    let app = app();
    let gave = notes(app, NoteData::is_by_me);
    let note = move |note: Memo<NoteData>| view! { <NoteCard note giving replies /> }.into_any();
    view! {
        <section class="card" aria-labelledby="gave">
            <header class="card__head"><h2 id="gave">{words::GAVE}</h2></header>
            <When is=move || gave.with(Vec::is_empty)><p class="quiet">{words::NOTHING_GIVEN}</p></When>
            <ul class="list"><Each items=gave key=NoteData::key row=note /></ul>
        </section>
    }
    .into_any()
}
