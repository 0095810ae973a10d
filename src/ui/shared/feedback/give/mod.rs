//! The dialog in which feedback is given. Its form is fetched when it is first opened, unless it came with the other
//! pages by then.

#![allow(unsafe_code)]

mod form;

use super::words;
use crate::domain::{Circle, FeedbackId, FeedbackRequestId, MemberId};
use crate::platform::part;
use crate::state::{Memo, RwSignal};
use crate::ui::components::SheetAbout;
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::parts::{self, Part, Surface};
use crate::ui::shared::role::turns::Person;
use crate::ui::text::clipped;
use form::GiveForm;
use leptos::prelude::*;

/// Feedback that is being written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Giving {
    /// To somebody who is still to be chosen.
    Anybody,
    /// To a member, about a situation that is known already.
    To(MemberId, String),
    /// The answer to a request.
    Answer(FeedbackRequestId),
    /// Other words for a note that was given.
    Reword(FeedbackId),
}

impl Giving {
    /// To `member`, whose check-in says `ask`.
    pub fn to_ask(member: MemberId, ask: &str) -> Self {
        Self::To(member, words::of_ask(&clipped(ask, 150)))
    }

    /// To `member`, who sits on the hot seat with `question`.
    pub fn to_hot_seat(member: MemberId, question: Option<&str>) -> Self {
        Self::To(member, words::of_hot_seat(question.map(|question| clipped(question, 150)).as_deref()))
    }
}

/// Draws the form for something, which ends with a callback.
type DrawForm = fn(Giving, Callback<()>) -> AnyView;

part!(load_form in whole: DrawForm = draw_form);

static FORM: Part<DrawForm> = Part::new(|| Box::pin(load_form()));

fn draw_form(giving: Giving, on_done: Callback<()>) -> AnyView {
    view! { <GiveForm giving on_done /> }.into_any()
}

/// The dialog, open while there is something to give.
#[component]
pub fn GiveSheet(giving: RwSignal<Option<Giving>>) -> AnyView {
    let app = app();
    let title = Memo::new(move |_| {
        let found = app.circle().with(|circle| giving.with(|giving| receiver(circle, giving.as_ref()?)));
        found.map_or_else(|| words::GIVE.to_owned(), |person| words::give_to(&person.name))
    });
    let about =
        |giving: Giving, on_done| parts::show(&FORM, Surface::Dialog, move |draw| draw(giving.clone(), on_done));
    view! { <SheetAbout subject=giving title about /> }.into_any()
}

/// Who shall get it, as far as that is known.
fn receiver(circle: &Circle, giving: &Giving) -> Option<Person> {
    let id = match giving {
        Giving::Anybody => return None,
        Giving::To(id, _) => id,
        Giving::Answer(id) => &circle.feedback_requests.get(id)?.from,
        Giving::Reword(id) => &circle.feedback.get(id)?.to,
    };
    Some(Person::of(circle, id))
}
