//! The outcomes of the last commitments.

use super::words;
use super::writing::Writing;
use crate::domain::{Commitment, CommitmentId, MemberId, Refusal, TEXT_MAX, to_settle};
use crate::state::Memo;
use crate::ui::components::{Each, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::commitment::{OutcomeFields, RowData, words as promise};
use leptos::prelude::*;

/// Each commitment that wants an outcome, or has one.
#[component]
pub fn Outcomes(writing: Writing, me: MemberId) -> AnyView {
    let app = app();
    let commitments = Memo::new(move |_| {
        app.circle().with(|circle| {
            let found = to_settle(circle, &me, writing.cycle);
            found.into_iter().cloned().collect::<Vec<Commitment>>()
        })
    });
    let key = |commitment: &Commitment| commitment.id.to_string();
    view! {
        <section class="card form" aria-label=words::OUTCOMES>
            <Each items=commitments key row=move |commitment| view! { <OneOutcome writing commitment /> }.into_any() />
            <When is=move || commitments.with(Vec::is_empty)><p class="quiet">{words::NO_COMMITMENTS}</p></When>
        </section>
    }
    .into_any()
}

#[component]
fn OneOutcome(writing: Writing, commitment: Memo<Commitment>) -> AnyView {
    let app = app();
    let first = commitment.get_untracked();
    let line = writing.outcome(&first);
    let problem = line.form.problem;
    let detail = move || {
        commitment.with(|commitment| {
            app.circle().with(|circle| {
                let goal = commitment.goal.as_ref().and_then(|id| circle.goals.get(id));
                RowData::of(commitment, writing.cycle, goal.map(|goal| goal.title.as_str())).words.detail
            })
        })
    };
    let times = first.carried.len();
    let is_wrong = Memo::new(move |_| problem.elsewhere().is_some());
    let id = format!("outcome-{}", first.id);
    view! {
        <fieldset
            class="field-group"
            aria-invalid=move || is_wrong.get().then_some("true")
            tabindex=move || is_wrong.get().then_some("-1")
        >
            <legend>
                <span dir="auto">{live(move || commitment.with(|commitment| commitment.text.clone()))}</span>
                <small dir="auto">{live(detail)}</small>
                {(times > 0).then(|| view! { <span class="tag" data-kind="carried">{promise::carried(times)}</span> })}
            </legend>
            <OutcomeFields id form=line.form demand=first.carry_demand() smaller=line.smaller />
            <When is=is_wrong><p class="field__problem">{live(move || problem.elsewhere())}</p></When>
        </fieldset>
    }
    .into_any()
}

impl Writing {
    /// Shows `refusal` at the commitments that it is about. Returns whether it is about any.
    pub fn show_at_outcomes(self, refusal: &Refusal) -> bool {
        let waiting: Vec<CommitmentId> = match refusal {
            Refusal::Unresolved(ids) => ids.clone(),
            Refusal::CarryNeedsReason(id) | Refusal::CarryNeedsChange(id) => vec![id.clone()],
            Refusal::TooLong { max: TEXT_MAX, .. } => self.too_long(),
            _ => Vec::new(),
        };
        let shown = waiting.iter().filter_map(|id| self.problem_of(id)).map(|problem| match refusal {
            Refusal::Unresolved(_) => problem.say_whole(promise::OUTCOME),
            refusal => problem.show(refusal.clone()),
        });
        let is_about_outcomes = shown.count() > 0;
        // How many there are is said once, for the form as a whole.
        is_about_outcomes && !matches!(refusal, Refusal::Unresolved(_))
    }
}
