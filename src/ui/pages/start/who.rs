//! "Who are you?", asked once per circle and device.

use super::words;
use crate::domain::{Circle, Field as Which, member};
use crate::state::Memo;
use crate::ui::ask::{Entry, Request, submit};
use crate::ui::components::{Elsewhere, Field, Form, Heading, Problem, face, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::text;
use leptos::prelude::*;

/// The members to choose from, and a way to join.
#[component]
pub fn WhoAreYou() -> impl IntoView {
    let app = app();
    let name = Entry::empty();
    let problem = Problem::none();
    let circle_name = Memo::new(move |_| app.circle().with(|circle| circle.about.name.clone()));
    let joined = Callback::new(move |()| {
        let named = |circle: &Circle| circle.member_named(&name.text()).map(|member| member.id.clone());
        if let Some(id) = app.circle().with_untracked(named) {
            app.i_am(&id);
        }
    });
    let on_submit = submit(problem, joined, move || {
        let add = member::Command::Add { name: name.text() };
        Ok(Some(Request::new(add, words::WHO_JOINED)))
    });
    view! {
        <section class="narrow stack">
            <header class="head">
                <Heading text=move || circle_name.with(|name| words::who_heading(name)) />
                <p>{words::WHO_LEAD}</p>
            </header>
            <Members />
            <Form problem on_submit class="card form">
                <h2>{words::WHO_NEW}</h2>
                <Field id="who-name" label=words::WHO_NEW_NAME value=name.typed problem field=Which::Name />
                <Elsewhere problem />
                <div class="row"><button class="btn">{words::WHO_JOIN}</button></div>
            </Form>
        </section>
    }
}

/// Everybody who is there, to be chosen from.
#[component]
fn Members() -> impl IntoView {
    let app = app();
    let members = Memo::new(move |_| {
        app.circle().with(|circle| {
            let roster = circle.roster().into_iter();
            roster
                .map(|m| (m.id.clone(), m.name.clone(), text::initials(&m.name), circle.seat_of(&m.id)))
                .collect::<Vec<_>>()
        })
    });
    let button = move |(id, name, initials, seat): (_, String, String, usize)| {
        view! {
            <li>
                <button type="button" class="start-who" on:click=move |_| app.i_am(&id)>
                    {face(&initials, seat)}
                    <bdi>{name}</bdi>
                </button>
            </li>
        }
    };
    view! { <ul class="start-people">{live(move || members.get().into_iter().map(button).collect_view())}</ul> }
}
