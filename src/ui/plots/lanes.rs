//! Who can teach what to whom: a lane for each skill, from those who offer it to those who want it.

use super::{Numbers, numbers};
use crate::state::Memo;
use crate::ui::components::{face, live};
use crate::ui::markup::view;
use crate::ui::shared::role::turns::Person;
use leptos::prelude::*;

/// A skill with the people on both sides.
#[derive(Clone, PartialEq, Debug)]
pub struct Lane {
    /// The skill as somebody typed it.
    pub skill: String,
    /// Who offers it.
    pub from: Vec<Person>,
    /// Who wants it.
    pub to: Vec<Person>,
}

impl Lane {
    /// How the sides meet: somebody can teach somebody, somebody looks for it, or it is only offered.
    fn state(&self) -> &'static str {
        let meets = self.from.iter().any(|from| self.to.iter().any(|to| to.id != from.id));
        match (meets, self.to.is_empty()) {
            (true, _) => "met",
            (false, true) => "spare",
            (false, false) => "missing",
        }
    }
}

/// What is said of the lanes.
#[derive(Clone, Copy)]
pub struct LaneWords {
    /// The table's title.
    pub title: &'static str,
    /// The head of the skills.
    pub skill: &'static str,
    /// The head of those who offer.
    pub from: &'static str,
    /// The head of those who want.
    pub to: &'static str,
    /// In the place of nobody.
    pub nobody: &'static str,
}

/// Draws `lanes`.
#[component]
pub fn Lanes(#[prop(into)] lanes: Memo<Vec<Lane>>, words: LaneWords) -> AnyView {
    let rows = move || lanes.get().into_iter().map(|lane| row(lane, words)).collect_view();
    view! {
        <figure class="lanes">
            <div class="lanes__head" aria-hidden="true"><span>{words.from}</span><span>{words.to}</span></div>
            <ul aria-hidden="true">{live(rows)}</ul>
            {numbers(move || lanes.with(|lanes| table(lanes, words)))}
        </figure>
    }
    .into_any()
}

fn row(lane: Lane, words: LaneWords) -> AnyView {
    let state = lane.state();
    let faces = move |people: Vec<Person>| {
        if people.is_empty() {
            return view! { <span class="lanes__nobody">{words.nobody}</span> }.into_any();
        }
        people.into_iter().map(|person| face(&person.initials, person.seat)).collect_view().into_any()
    };
    view! {
        <li class="lanes__row" data-state=state>
            <span class="lanes__side">{faces(lane.from)}</span>
            <span class="lanes__way">
                <bdi>{lane.skill}</bdi>
                <svg class="lanes__line" viewBox="0 0 120 10" preserveAspectRatio="none">
                    <path d="M1 5H119" />
                </svg>
                <svg class="lanes__tip" viewBox="0 0 8 10"><path d="M1 1l6 4-6 4" /></svg>
            </span>
            <span class="lanes__side">{faces(lane.to)}</span>
        </li>
    }
    .into_any()
}

fn table(lanes: &[Lane], words: LaneWords) -> Numbers {
    let names = |people: &[Person]| {
        let names: Vec<_> = people.iter().map(|person| person.name.as_str()).collect();
        if names.is_empty() { words.nobody.to_owned() } else { names.join(", ") }
    };
    let row = |lane: &Lane| vec![lane.skill.clone(), names(&lane.from), names(&lane.to)];
    Numbers::new(words.title, &[words.skill, words.from, words.to], lanes.iter().map(row))
}
