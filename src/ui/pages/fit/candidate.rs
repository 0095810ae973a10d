//! Trying somebody before they are invited. What is said of them stays on this device.

use super::words;
use crate::domain::{Field as Which, FitCircle, MemberId, NewProfile, profile};
use crate::platform;
use crate::state::{KeptPerson, Memo, RwSignal};
use crate::ui::ask::{Entry, Kept, Request, submit};
use crate::ui::components::{Elsewhere, Field, Form, Problem, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::profile::{CircleWords, Questions, Whose};
use crate::ui::shared::role::turns::Person;
use leptos::prelude::*;

/// The id of the card's heading.
const HEADING: &str = "fit-try";

/// The card.
#[component]
pub fn TryCard(candidate: KeptPerson, fit: Memo<FitCircle>, tried: Memo<Option<FitCircle>>) -> AnyView {
    let is_open = RwSignal::new(untrack(|| candidate.is_there()));
    let forget = Callback::new(move |()| {
        candidate.forget();
        is_open.set(false);
        platform::focus_near(HEADING);
    });
    let open = move |_| {
        is_open.set(true);
        platform::focus_near(HEADING);
    };
    let change = move || {
        let score = |fit: &FitCircle| fit.fit().score();
        tried.with(|tried| tried.as_ref().map(|tried| words::with(fit.with(score), score(tried))))
    };
    view! {
        <section class="card stack" aria-labelledby=HEADING>
            <header class="card__head"><h2 id=HEADING tabindex="-1">{words::TRY}</h2></header>
            <p class="quiet">{words::TRY_LEAD}</p>
            <p class="fit-change" role="status">{live(change)}</p>
            <When
                is=is_open
                otherwise=move || view! {
                    <div class="row"><button type="button" class="btn" on:click=open>{words::TRY_BEGIN}</button></div>
                }
            >
                <Trying candidate forget />
            </When>
        </section>
    }
    .into_any()
}

#[component]
fn Trying(candidate: KeptPerson, forget: Callback<()>) -> AnyView {
    let app = app();
    let words_of = Memo::new(move |_| app.circle().with(|circle| CircleWords::of(circle, None)));
    view! {
        <Questions whose=Whose::Theirs(candidate) words_of />
        <Friends candidate />
        <AddForm candidate forget />
        <div class="row">
            <button type="button" class="btn" data-kind="quiet" on:click=move |_| forget.run(())>{words::FORGET}</button>
        </div>
    }
    .into_any()
}

/// Which members they are friends with.
#[component]
fn Friends(candidate: KeptPerson) -> AnyView {
    let app = app();
    let people = Memo::new(move |_| {
        app.circle()
            .with(|circle| circle.roster().iter().map(|member| Person::of(circle, &member.id)).collect::<Vec<_>>())
    });
    let chip = move |person: Person| {
        let (own, shown) = (person.id.clone(), person.id);
        let is_friend = move || candidate.friends().contains(&shown);
        view! {
            <button type="button" class="chip" aria-pressed=move || is_friend().to_string() on:click=move |_| turn(candidate, &own)>
                <bdi>{person.name}</bdi>
            </button>
        }
    };
    view! {
        <fieldset class="field-group">
            <legend>{words::FRIENDS}</legend>
            <div class="chip-list">{live(move || people.get().into_iter().map(chip).collect_view())}</div>
        </fieldset>
    }
    .into_any()
}

fn turn(candidate: KeptPerson, member: &MemberId) {
    candidate.turn_friend(member);
}

/// Adds them to the circle with what was said of them.
#[component]
fn AddForm(candidate: KeptPerson, forget: Callback<()>) -> AnyView {
    let name = Entry::empty();
    let problem = Problem::none();
    let on_done = Kept::of("candidate", &[name]).until(forget);
    let on_submit = submit(problem, on_done, move || {
        let profile = untrack(|| candidate.profile());
        let new = NewProfile { name: name.text(), profile };
        Ok(Some(Request::new(profile::Command::Join(new), words::ADDED)))
    });
    view! {
        <Form problem on_submit label=words::ADD>
            <div class="inline">
                <Field id="candidate-name" label=words::THEIR_NAME value=name.typed problem field=Which::Name />
                <button class="btn">{words::ADD}</button>
            </div>
            <Elsewhere problem />
        </Form>
    }
    .into_any()
}
