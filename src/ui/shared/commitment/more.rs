//! What fewer commitments need: a day of their own, and somebody who helps.

use super::words;
use crate::domain::{Commitment, CommitmentDraft, MemberId, iso_day, parse_day};
use crate::state::{App, Memo};
use crate::ui::ask::Entry;
use crate::ui::components::{DayField, Select};
use crate::ui::context::app;
use crate::ui::markup::view;
use leptos::prelude::*;

/// What is typed there.
#[derive(Clone, Copy)]
pub struct MoreForm {
    due: Entry,
    helper: Entry,
}

fn typed(now: &Commitment) -> [String; 2] {
    [now.due.map(iso_day).unwrap_or_default(), now.helper.as_ref().map(ToString::to_string).unwrap_or_default()]
}

impl MoreForm {
    /// Fields that hold what is known of `commitment`; empty ones for a new one.
    pub fn of(commitment: Option<&Commitment>) -> Self {
        let [due, helper] = commitment.map(typed).unwrap_or_default().map(Entry::of);
        Self { due, helper }
    }

    /// Both fields.
    pub fn entries(self) -> [Entry; 2] {
        [self.due, self.helper]
    }

    /// Whether somebody touched one.
    pub fn is_touched(self) -> bool {
        self.entries().into_iter().any(Entry::is_touched)
    }

    /// `draft` of a commitment that is like `now`, with what is typed here.
    pub fn over(self, draft: CommitmentDraft, now: &Commitment) -> CommitmentDraft {
        let [due, helper] = typed(now);
        with(draft, &self.due.over(&due), &self.helper.over(&helper))
    }

    /// The `draft` of a new one with what is typed here.
    pub fn draft(self, draft: CommitmentDraft) -> CommitmentDraft {
        with(draft, &self.due.text(), &self.helper.text())
    }
}

fn with(draft: CommitmentDraft, due: &str, helper: &str) -> CommitmentDraft {
    CommitmentDraft { due: parse_day(due), helper: (!helper.is_empty()).then(|| MemberId::new(helper)), ..draft }
}

/// The fields, folded away; their ids begin with `id`. The helper is somebody else than `owner`.
#[component]
pub fn MoreFields(#[prop(into)] id: String, form: MoreForm, owner: Memo<Option<MemberId>>) -> AnyView {
    let app = app();
    let today = Memo::new(move |_| app.today());
    let options = Memo::new(move |_| helpers(app, owner.get().as_ref()));
    let is_open = form.entries().into_iter().any(|entry| !entry.text().is_empty());
    view! {
        <details class="commitment-more" open=is_open>
            <summary>{words::MORE}</summary>
            <div class="two">
                <DayField id=format!("{id}-due") label=words::DUE value=form.due.typed today is_optional=true />
                <Select id=format!("{id}-helper") label=words::HELPER value=form.helper.typed options is_optional=true />
            </div>
        </details>
    }
    .into_any()
}

/// Nobody, and everybody but `owner`: id and name.
fn helpers(app: App, owner: Option<&MemberId>) -> Vec<(String, String)> {
    app.circle().with(|circle| {
        let others = circle.roster().into_iter().filter(|member| Some(&member.id) != owner);
        let none = std::iter::once((String::new(), words::NO_HELPER.to_owned()));
        none.chain(others.map(|member| (member.id.to_string(), member.name.clone()))).collect()
    })
}
