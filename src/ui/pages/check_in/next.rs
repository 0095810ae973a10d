//! The next week: the commitments it has already, and those on top.

use super::words;
use super::writing::{NextLine, Writing};
use crate::domain::{Cycle, MemberId, Refusal, SOFT_LIMIT};
use crate::state::Memo;
use crate::ui::components::{For, Glyph, Icon, When, live};
use crate::ui::context::app;
use crate::ui::markup::view;
use crate::ui::shared::commitment::{
    CommitmentFields, CommitmentForm, RowActs, RowData, commitment_rows, goal_options, words as promise,
};
use leptos::prelude::*;

/// A member's commitments of the week after `cycle`, or of the one after the pause, as rows.
pub fn promised(cycle: Cycle, me: MemberId) -> Memo<Vec<RowData>> {
    let app = app();
    Memo::new(move |_| {
        app.circle().with(|circle| {
            let next = circle.next_commitments(&me, cycle);
            let goal = |id| circle.goals.get(id).map(|goal| goal.title.as_str());
            let own = next.commitments.into_iter();
            own.map(|c| RowData::of(c, next.cycle, c.goal.as_ref().and_then(goal))).collect()
        })
    })
}

/// The lines, and a way to another one.
#[component]
pub fn NextWeek(writing: Writing, me: MemberId) -> AnyView {
    let app = app();
    let next = writing.next;
    let goals = goal_options(app);
    let promised = promised(writing.cycle, me);
    let add = move |_| writing.add_next();
    let is_several = Memo::new(move |_| next.with(|next| next.len() > 1));
    let in_all = Memo::new(move |_| promised.with(Vec::len) + next.with(Vec::len));
    let line = move |NextLine { number, form, problem }: NextLine| {
        let remove = move |_| next.update(|next| next.retain(|other| other.number != number));
        view! {
            <div class="check-in-next">
                <CommitmentFields id=format!("next-{number}") form goals label=words::NEXT problem />
                <When is=is_several>
                    <button type="button" class="btn" data-kind="quiet" on:click=remove>{words::NEXT_REMOVE}</button>
                </When>
            </div>
        }
    };
    view! {
        <section class="card form" aria-label=words::NEXT_LEGEND>
            <When is=move || !promised.with(Vec::is_empty)>
                <p class="quiet">{words::NEXT_ALREADY}</p>
                <ul class="commitment-list">{commitment_rows(promised, RowActs::default())}</ul>
            </When>
            <For each=move || next.get() key=|line| line.number children=line />
            <When is=move || { in_all.get() > SOFT_LIMIT }><p class="field-lint">{live(move || promise::over_limit(in_all.get() - 1))}</p></When>
            <div class="row">
                <button type="button" class="btn" data-kind="small" on:click=add>
                    <Icon glyph=Glyph::Plus />
                    {words::NEXT_MORE}
                </button>
            </div>
        </section>
    }
    .into_any()
}

impl Writing {
    /// Shows `refusal` at the line of the next week that it is about. Returns whether it is about one.
    pub fn show_at_next(self, refusal: &Refusal) -> bool {
        let Refusal::OfNext { place, refusal } = refusal else { return false };
        let line = self.line_of_next(*place).and_then(|line| self.next.with_untracked(|next| next.get(line).copied()));
        line.inspect(|line| line.problem.show((**refusal).clone())).is_some()
    }

    /// Adds an empty line for the next week.
    fn add_next(self) {
        self.next.update(|next| {
            let number = next.iter().map(|line| line.number + 1).max().unwrap_or(0);
            next.push(NextLine::of(number, CommitmentForm::empty()));
        });
    }

    /// Nothing is wrong with the lines of the next week any more.
    pub fn mend_next(self) {
        self.next.with_untracked(|next| next.iter().for_each(|line| line.problem.clear()));
    }
}
