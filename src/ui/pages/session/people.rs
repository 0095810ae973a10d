//! Members as the page lists them.

use super::run::Run;
use super::words;
use crate::state::Memo;
use crate::ui::components::{face, live};
use crate::ui::markup::view;
pub use crate::ui::shared::role::turns::Person;
use leptos::prelude::*;

/// Everybody who belongs now, in roster order.
pub fn roster(run: Run) -> Memo<Vec<Person>> {
    Memo::new(move |_| {
        run.app
            .circle()
            .with(|circle| circle.roster().into_iter().filter_map(|member| Person::known(circle, &member.id)).collect())
    })
}

/// Who was `first`, as they are called now.
pub fn person(run: Run, first: Person) -> Memo<Person> {
    Memo::new(move |_| {
        run.app.circle().with(|circle| Person::known(circle, &first.id)).unwrap_or_else(|| first.clone())
    })
}

/// The roster as options of a list; `first` stands before it.
pub fn options(run: Run, first: Option<&'static str>) -> Memo<Vec<(String, String)>> {
    let roster = roster(run);
    Memo::new(move |_| {
        let me = run.app.me.get();
        let name = |person: Person| {
            let words = if Some(&person.id) == me.as_ref() { words::you(&person.name) } else { person.name };
            (person.id.to_string(), words)
        };
        let first = first.map(|words| (String::new(), words.to_owned()));
        first.into_iter().chain(roster.get().into_iter().map(name)).collect()
    })
}

/// Face and name.
#[component]
pub fn Who(#[prop(into)] person: Memo<Person>) -> impl IntoView {
    let who = |person: &Person| {
        view! {
            {face(&person.initials, person.seat)}
            <bdi class="session-mate__name">{person.name.clone()}</bdi>
        }
    };
    view! { <span class="session-mate">{live(move || person.with(who))}</span> }
}
