//! The dialog in which somebody says whether they go on, and with which goals.

use super::data::SeasonData;
use super::words;
use crate::domain::{
    Field as Which, GoalId, GoalNext, RecommitDraft, Recommitment, SeasonChoice, SeasonPhase, gathered, season,
};
use crate::state::{App, Memo, RwSignal, StoredValue};
use crate::ui::ask::{Entry, Request, submit};
use crate::ui::components::{Area, Choice, Elsewhere, Form, Pick, Problem, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use leptos::prelude::*;

/// A goal that is open, and what shall become of it.
#[derive(Clone)]
struct GoalChoice {
    id: GoalId,
    title: String,
    next: RwSignal<String>,
}

impl GoalChoice {
    fn chosen(&self) -> (GoalId, GoalNext) {
        let next = self.next.with_untracked(|key| GoalNext::from_key(key)).unwrap_or(GoalNext::Carried);
        (self.id.clone(), next)
    }
}

/// The open goals of the device's holder.
fn open_goals(app: App) -> Vec<GoalChoice> {
    let Some(me) = app.me.get_untracked() else { return Vec::new() };
    app.circle().with_untracked(|circle| {
        let open = circle.goals_of(&me).into_iter().filter(|goal| goal.is_open());
        let of = |goal: &crate::domain::Goal| GoalChoice {
            id: goal.id.clone(),
            title: goal.title.clone(),
            next: RwSignal::new(GoalNext::Carried.key().to_owned()),
        };
        open.map(of).collect()
    })
}

/// What they said before.
fn said_before(app: App, data: Memo<Option<SeasonData>>) -> Option<Recommitment> {
    let me = app.me.get_untracked()?;
    let id = data.with_untracked(|data| data.as_ref().map(|data| Recommitment::id_of(&data.season.id, &me)))?;
    app.circle().with_untracked(|circle| circle.recommitments.get(&id).map(|said| (**said).clone()))
}

/// The form.
#[component]
pub fn RecommitForm(data: Memo<Option<SeasonData>>, on_done: Callback<()>) -> AnyView {
    let app = app();
    let before = said_before(app, data);
    let choice = RwSignal::new(before.as_ref().map_or(SeasonChoice::Stay, |said| said.choice).key().to_owned());
    let word = Entry::of(before.map(|said| said.word).unwrap_or_default());
    let goals = StoredValue::new(open_goals(app));
    let problem = Problem::none();
    let is_leaving = Memo::new(move |_| choice.with(|key| key == SeasonChoice::Leave.key()));
    let on_submit = submit(problem, on_done, move || {
        let choice = if is_leaving.get_untracked() { SeasonChoice::Leave } else { SeasonChoice::Stay };
        let chosen = |goals: &Vec<GoalChoice>| gathered(goals.iter().map(GoalChoice::chosen));
        let goals = if choice == SeasonChoice::Leave { Default::default() } else { goals.with_value(chosen) };
        let draft = RecommitDraft { choice, goals, word: word.text() };
        Ok(Some(Request::new(season::Command::Recommit(draft), words::CHOSEN)))
    });
    let is_over = data.with_untracked(|data| data.as_ref().is_some_and(|data| data.phase == SeasonPhase::Over));
    let has_goals = goals.with_value(|goals| !goals.is_empty());
    let choices = SeasonChoice::ALL.map(|choice| Choice::new(choice.key(), words::choice(choice))).to_vec();
    let hint = move || if is_over { words::LEAVES_NOW } else { words::LEAVES_AT_END };
    view! {
        <Form problem on_submit>
            <fieldset class="field-group">
                <legend>{words::CHOICE}</legend>
                <Pick name="season-choice" choices value=choice />
                <When is=is_leaving><p class="field__hint">{live(hint)}</p></When>
            </fieldset>
            <When is=move || has_goals && !is_leaving.get()>
                <div class="season-goals">
                    <h3>{words::GOALS}</h3>
                    {goals.with_value(|goals| goals.iter().map(goal).collect_view())}
                </div>
            </When>
            <Area id="recommit-word" label=words::WORD value=word.typed example=words::WORD_EXAMPLE is_optional=true problem field=Which::Word />
            <Elsewhere problem />
            <div class="row"><button class="btn" data-kind="main">{words::SAY}</button></div>
        </Form>
    }
    .into_any()
}

fn goal(goal: &GoalChoice) -> AnyView {
    let choices = GoalNext::ALL.map(|next| Choice::new(next.key(), words::goal_next(next))).to_vec();
    view! {
        <fieldset class="field-group">
            <legend dir="auto">{goal.title.clone()}</legend>
            <Pick name=format!("goal-next-{}", goal.id) choices value=goal.next />
        </fieldset>
    }
    .into_any()
}
