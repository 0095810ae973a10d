//! What is said of an older commitment before something new is promised.

use super::{OutcomeFields, OutcomeForm, words};
use crate::domain::{Command, Commitment, CommitmentDraft, CommitmentId, Cycle, Settlement, commitment};
use crate::state::{App, Memo};
use crate::ui::ask::{Entry, Request, submit};
use crate::ui::components::{Elsewhere, Form, Problem};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::text::action;
use leptos::prelude::*;

/// The oldest commitment of mine that is open from a week before both `cycle` and the running one; tracked.
pub fn unresolved(app: App, cycle: Cycle) -> Option<CommitmentId> {
    app.circle().with(|circle| {
        let me = app.me.get()?;
        let oldest = circle.unresolved_before(&me, cycle.min(app.cycle.get())).into_iter().next();
        oldest.map(|commitment| commitment.id.clone())
    })
}

/// The words of `about`, and what became of it.
#[component]
pub fn First(about: Commitment) -> AnyView {
    let app = app();
    let problem = Problem::none();
    let (outcome, smaller) = (OutcomeForm::of(&about, problem), Entry::of(about.text.clone()));
    let (text, demand) = (about.text.clone(), about.carry_demand());
    let cycle = Memo::new(move |_| app.cycle.get());
    let on_submit = submit(problem, Callback::new(|()| ()), move || {
        let draft = smaller.is_touched().then(|| CommitmentDraft { text: smaller.text(), ..about.draft() });
        let settlement = Settlement { draft, ..outcome.over(&about) };
        let Some(verdict) = settlement.verdict else { return Ok(None) };
        let said = words::settled(verdict, about.carried.len());
        let cycle = cycle.get_untracked();
        Ok(Some(Request::new(Command::from(commitment::Command::Settle { cycle, settlement }), said)))
    });
    view! {
        <Form problem on_submit>
            <p>{words::FIRST}</p>
            <p class="lead" dir="auto">{text}</p>
            <OutcomeFields id="first" form=outcome demand smaller />
            <Elsewhere problem />
            <div class="row"><button class="btn" data-kind="main">{action::SAVE}</button></div>
        </Form>
    }
    .into_any()
}
