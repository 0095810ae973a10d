//! Where somebody is in their career, and what they are here for.

use super::buttons::buttons;
use super::whose::Whose;
use super::words;
use crate::domain::{Answer, CareerStage, Field as Which, Intention, Intentions};
use crate::ui::ask::{Entry, Kept};
use crate::ui::components::{Choice, Elsewhere, Field, Form, Pick, Problem};
use crate::ui::markup::view;
use leptos::prelude::*;

/// Career stage and field.
#[component]
pub fn StageForm(whose: Whose, go_on: Callback<()>) -> AnyView {
    let profile = whose.profile();
    let said = profile.get_untracked();
    let (stage, field) = (Entry::of(said.stage.map_or("", CareerStage::key)), Entry::of(said.field));
    let problem = Problem::none();
    let on_done = Kept::of(&format!("profile/{}/stage", whose.key()), &[stage, field]).until(go_on);
    let on_submit = whose.answering(problem, on_done, move || {
        let now = profile.get_untracked();
        let stage = stage.over(now.stage.map_or("", CareerStage::key));
        Ok(Answer::Stage(CareerStage::from_key(&stage), field.over(&now.field)))
    });
    let choices = CareerStage::ALL.map(|stage| Choice::new(stage.key(), words::stage(stage))).to_vec();
    view! {
        <Form problem on_submit>
            <fieldset class="field-group">
                <legend>{words::STAGE}</legend>
                <Pick name="profile-stage" choices value=stage.typed />
            </fieldset>
            <Field id="profile-field" label=words::FIELD value=field.typed example=words::FIELD_EXAMPLE is_optional=true problem field=Which::Focus />
            <Elsewhere problem />
            {buttons(None, go_on)}
        </Form>
    }
    .into_any()
}

/// The keys of what is said, one a line.
fn keys(said: &Intentions) -> String {
    said.said().map(Intention::key).collect::<Vec<_>>().join("\n")
}

fn read(keys: &str) -> Intentions {
    keys.lines().filter_map(Intention::from_key).collect()
}

/// What somebody is here for; several at once, and words of their own.
#[component]
pub fn IntentionForm(whose: Whose, go_on: Callback<()>) -> AnyView {
    let profile = whose.profile();
    let said = profile.get_untracked();
    let (chosen, own) = (Entry::of(keys(&said.intentions)), Entry::of(said.own_intention));
    let problem = Problem::none();
    let on_done = Kept::of(&format!("profile/{}/intentions", whose.key()), &[chosen, own]).until(go_on);
    let on_submit = whose.answering(problem, on_done, move || {
        let now = profile.get_untracked();
        Ok(Answer::Intentions(read(&chosen.over(&keys(&now.intentions))), own.over(&now.own_intention)))
    });
    let chip = move |one: Intention| {
        let is_chosen = move || chosen.typed.with(|keys| read(keys).get(one) == Some(true));
        let turn = move |_| {
            let is_said = !untrack(is_chosen);
            chosen.typed.update(|text| *text = keys(&read(text).with(one, Some(is_said))));
        };
        view! {
            <button type="button" class="chip" aria-pressed=move || is_chosen().to_string() on:click=turn>{words::intention(one)}</button>
        }
    };
    view! {
        <Form problem on_submit>
            <div class="chip-list" role="group" aria-labelledby="profile-question">{Intention::ALL.map(chip).collect_view()}</div>
            <Field id="profile-own" label=words::OWN value=own.typed example=words::OWN_EXAMPLE is_optional=true problem field=Which::Purpose />
            <Elsewhere problem />
            {buttons(None, go_on)}
        </Form>
    }
    .into_any()
}
