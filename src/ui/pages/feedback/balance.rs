//! Who gives and who gets, and who was forgotten.

use super::words;
use crate::domain::{MemberId, feedback_balance, without_feedback};
use crate::state::Memo;
use crate::ui::components::{Row, live};
use crate::ui::context::app;
use crate::ui::routes::Page;
use crate::ui::shared::feedback::{Giving, words as shared};
use crate::ui::shared::role::turns::Person;
use leptos::prelude::*;

/// A row for each member, and a quiet word about those who had none for three weeks.
#[component]
pub fn Balance(giving: RwSignal<Option<Giving>>, is_asking: RwSignal<bool>) -> AnyView {
    let app = app();
    let balance = Memo::new(move |_| {
        app.circle().with(|circle| {
            let row = |one: crate::domain::FeedbackBalance| {
                (
                    Page::Feedback.of_member(&one.member),
                    Person::of(circle, &one.member).name,
                    words::balance(one.given, one.received),
                )
            };
            feedback_balance(circle).into_iter().map(row).collect::<Vec<_>>()
        })
    });
    let without = Memo::new(move |_| {
        app.circle().with(|circle| {
            let ids = without_feedback(app.present(circle));
            ids.iter().map(|id| Person::of(circle, id)).collect::<Vec<_>>()
        })
    });
    let prompt = move |person: Person| prompt(person.id, person.name, giving, is_asking);
    let row = |(href, title, note): (String, String, String)| view! { <Row href title note /> };
    view! {
        <section class="card" aria-labelledby="balance">
            <header class="card__head"><h2 id="balance">{words::BALANCE}</h2></header>
            <ul class="feedback-without">{live(move || without.get().into_iter().map(prompt).collect_view())}</ul>
            <ul class="row-list">{live(move || balance.get().into_iter().map(row).collect_view())}</ul>
        </section>
    }
    .into_any()
}

/// A word about somebody who had none, with the way to change that.
fn prompt(id: MemberId, name: String, giving: RwSignal<Option<Giving>>, is_asking: RwSignal<bool>) -> AnyView {
    let is_me = app().me.with(|me| me.as_ref() == Some(&id));
    if is_me {
        let ask = move |_| is_asking.set(true);
        let button = view! { <button type="button" class="btn" data-kind="small" on:click=ask>{words::ASK}</button> };
        return view! { <li><span>{words::YOU_WITHOUT}</span>{button}</li> }.into_any();
    }
    let label = shared::give(&name);
    let give = move |_| giving.set(Some(Giving::To(id.clone(), String::new())));
    view! {
        <li>
            <span>{words::without(&name)}</span>
            <button type="button" class="btn" data-kind="small" aria-label=label on:click=give>{shared::GIVE}</button>
        </li>
    }
    .into_any()
}
