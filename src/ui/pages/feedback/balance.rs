//! Who gives and who gets, and who was forgotten.

use super::words;
use crate::domain::{FeedbackBalance, feedback_balance, without_feedback};
use crate::state::{Memo, RwSignal};
use crate::ui::components::{Row, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
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
            let row = |one: FeedbackBalance| {
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
    let chip = move |person: Person| {
        let is_me = app.me.with_untracked(|me| me.as_ref() == Some(&person.id));
        without_chip(person, is_me, giving, is_asking)
    };
    let row = |(href, title, note): (String, String, String)| view! { <Row href title note /> };
    view! {
        <section class="card" aria-labelledby="balance">
            <header class="card__head"><h2 id="balance">{words::BALANCE}</h2></header>
            <When is=move || !without.with(Vec::is_empty)>
                <div class="feedback-without" role="group" aria-labelledby="without">
                    <p id="without">{words::WITHOUT}</p>
                    <div class="chip-list">{live(move || without.get().into_iter().map(chip).collect_view())}</div>
                </div>
            </When>
            <ul class="row-list">{live(move || balance.get().into_iter().map(row).collect_view())}</ul>
        </section>
    }
    .into_any()
}

/// The way to change that for one of those who had none: by asking for some, or by giving it.
fn without_chip(person: Person, is_me: bool, giving: RwSignal<Option<Giving>>, is_asking: RwSignal<bool>) -> AnyView {
    let Person { id, name, .. } = person;
    let label = if is_me { words::ASK.to_owned() } else { shared::give(&name) };
    let open = move |_| {
        if is_me {
            is_asking.set(true);
        } else {
            giving.set(Some(Giving::To(id.clone(), String::new())));
        }
    };
    let shown = if is_me { words::YOU.to_owned() } else { name };
    view! { <button type="button" class="chip" aria-label=label on:click=open>{shown}</button> }.into_any()
}
