//! Members as the page lists them.

use super::run::Run;
use crate::domain::{Circle, MemberId};
use crate::ui::components::Face;
use crate::ui::text::session as words;
use leptos::prelude::*;

/// Somebody on the roster.
#[derive(Clone, PartialEq, Debug)]
pub struct Person {
    /// Who.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// One or two letters of it.
    pub initials: String,
    /// Their place, which gives their colour.
    pub seat: usize,
}

impl Person {
    /// `id` as `circle` knows them; `None` for nobody it ever knew.
    pub fn of(circle: &Circle, id: &MemberId) -> Option<Self> {
        let member = circle.members.get(id)?;
        let (name, initials) = (member.name.clone(), member.initials());
        Some(Self { id: id.clone(), name, initials, seat: circle.seat_of(id) })
    }
}

/// Everybody who belongs now, in roster order.
pub fn roster(run: Run) -> Memo<Vec<Person>> {
    Memo::new(move |_| {
        run.app
            .circle()
            .with(|circle| circle.roster().into_iter().filter_map(|member| Person::of(circle, &member.id)).collect())
    })
}

/// Who was `first`, as they are called now.
pub fn person(run: Run, first: Person) -> Memo<Person> {
    Memo::new(move |_| run.app.circle().with(|circle| Person::of(circle, &first.id)).unwrap_or_else(|| first.clone()))
}

/// The roster as options of a list; `first` stands before it.
pub fn options(run: Run, first: Option<&'static str>) -> Signal<Vec<(String, String)>> {
    let roster = roster(run);
    Signal::derive(move || {
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
pub fn Who(#[prop(into)] person: Signal<Person>) -> impl IntoView {
    let initials = Signal::derive(move || person.with(|person| person.initials.clone()));
    let seat = Signal::derive(move || person.with(|person| person.seat));
    view! {
        <span class="mate">
            <Face initials seat />
            <bdi class="mate__name">{move || person.with(|person| person.name.clone())}</bdi>
        </span>
    }
}
