//! A person in a list of the role's work, with a message to them behind it.

use super::nudge::Nudge;
use crate::domain::{Arrange, Circle, MemberId};
use crate::state::Memo;
use crate::ui::components::{For, Glyph, Icon, When, face, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::routes::Page;
use crate::ui::shared::role::turns::Person as Somebody;
use crate::ui::text::nudge as words;
use leptos::prelude::*;

/// What a row shows.
#[derive(Clone, PartialEq, Debug)]
pub struct PersonData {
    /// Tells it apart from the other rows of its list.
    pub key: String,
    /// Who.
    pub person: Somebody,
    /// A word beside the name, and its kind.
    pub tag: (&'static str, String),
    /// What stands below the name.
    pub line: String,
    /// What the circle does about it, in sentences.
    pub more: Vec<String>,
    /// The message to them.
    pub ready: String,
    /// What the person who reads this does instead, where the row is about themselves, and where.
    pub own: (&'static str, Page),
}

impl PersonData {
    /// The member called `id`, with nothing said of them yet.
    pub fn of(circle: &Circle, id: &MemberId) -> Self {
        Self {
            key: id.to_string(),
            person: Somebody::of(circle, id),
            tag: ("quiet", String::new()),
            line: String::new(),
            more: Vec::new(),
            ready: String::new(),
            own: (words::YOU_CHECK_IN, Page::CheckIn),
        }
    }
}

/// Everybody of `people`; the first one's message is open.
#[component]
pub fn People(
    /// Tells the fields of two lists on one page apart.
    list: &'static str,
    people: Memo<Vec<PersonData>>,
) -> impl IntoView {
    let app = app();
    let people = Memo::new(move |_| {
        let mut people = people.get();
        // Whom to write to comes first; oneself, last.
        app.me.with(|me| people.arrange_by_key(|person| Some(&person.person.id) == me.as_ref()));
        people
    });
    let row = move |first: PersonData| {
        let key = first.key.clone();
        let data = Memo::new(move |_| {
            let found = people.with(|people| people.iter().find(|person| person.key == key).cloned());
            found.unwrap_or_else(|| first.clone())
        });
        let is_first = data.with_untracked(|data| people.with_untracked(|people| people.first() == Some(data)));
        view! { <Person list data is_open=is_first /> }
    };
    view! {
        <ul class="list">
            <For each=move || people.get() key=|person| person.key.clone() children=row />
        </ul>
    }
}

fn summary(data: &PersonData) -> AnyView {
    view! {
        {face(&data.person.initials, data.person.seat)}
        <bdi class="work-person__name">{data.person.name.clone()}</bdi>
        <span class="tag" data-kind=data.tag.0>{data.tag.1.clone()}</span>
        <span class="work-person__line">{data.line.clone()}</span>
    }
    .into_any()
}

#[component]
fn Person(list: &'static str, data: Memo<PersonData>, is_open: bool) -> impl IntoView {
    let app = app();
    let part = move |read: fn(&PersonData) -> String| Memo::new(move |_| data.with(read));
    let (name, ready) = (part(|data| data.person.name.clone()), part(|data| data.ready.clone()));
    let id = data.with_untracked(|data| format!("{list}-{}", data.key));
    let is_me = Memo::new(move |_| app.me.with(|me| data.with(|data| me.as_ref() == Some(&data.person.id))));
    let more = move || {
        let lines = data.with(|data| data.more.clone());
        lines.into_iter().map(|line| view! { <p class="quiet" dir="auto">{line}</p> }).collect_view()
    };
    let own = move || {
        let (label, page) = data.with(|data| data.own);
        view! {
            <p class="row">
                <span>{words::YOU}</span>
                <a class="btn" data-kind="main" href=page.href()>{label}</a>
            </p>
        }
    };
    view! {
        <li>
            <details class="work-person" open=is_open>
                <summary>
                    {live(move || data.with(summary))}
                    <Icon glyph=Glyph::Down />
                </summary>
                <div class="work-person__more">
                    {live(more)}
                    <When is=move || !is_me.get() otherwise=own><Nudge id=id.clone() name ready /></When>
                </div>
            </details>
        </li>
    }
}
