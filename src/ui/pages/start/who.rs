//! "Who are you?", asked once per circle and device.

use super::words;
use crate::domain::{Command, Field as Which, member};
use crate::ui::components::{Face, Field, Problem};
use crate::ui::context::app;
use crate::ui::text;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The members to choose from, and a way to join.
#[component]
pub fn WhoAreYou() -> impl IntoView {
    let app = app();
    let name = RwSignal::new(String::new());
    let problem = Problem::none();
    let circle_name = Memo::new(move |_| app.circle().with(|circle| circle.about.name.clone()));
    let members = Memo::new(move |_| {
        app.circle().with(|circle| {
            let roster = circle.roster().into_iter();
            roster
                .map(|m| (m.id.clone(), m.name.clone(), text::initials(&m.name), circle.seat_of(&m.id)))
                .collect::<Vec<_>>()
        })
    });
    let buttons = move || {
        let button = |(id, name, initials, seat): (_, String, String, usize)| {
            view! {
                <li>
                    <button type="button" class="start-who" on:click=move |_| app.i_am(&id)>
                        <Face initials seat />
                        <bdi>{name}</bdi>
                    </button>
                </li>
            }
        };
        members.get().into_iter().map(button).collect_view()
    };
    let join = move |event: SubmitEvent| {
        event.prevent_default();
        problem.clear();
        let known: Vec<_> = app.circle().with_untracked(|circle| circle.members.keys().cloned().collect());
        match app.dispatch(Command::Member(member::Command::Add { name: name.get_untracked() })) {
            Ok(_) => {
                let added =
                    app.circle().with_untracked(|circle| circle.members.keys().find(|id| !known.contains(id)).cloned());
                if let Some(id) = added {
                    app.i_am(&id);
                }
            }
            Err(refusal) => problem.show(refusal),
        }
    };
    view! {
        <section class="narrow stack">
            <header class="head">
                <h1 tabindex="-1">{move || circle_name.with(|name| words::who_heading(name))}</h1>
                <p>{words::WHO_LEAD}</p>
            </header>
            <ul class="start-people">{buttons}</ul>
            <form class="card form" on:submit=join novalidate>
                <h2>{words::WHO_NEW}</h2>
                <Field id="who-name" label=words::WHO_NEW_NAME value=name problem field=Which::Name />
                <div class="row"><button class="btn">{words::WHO_JOIN}</button></div>
            </form>
        </section>
    }
}
