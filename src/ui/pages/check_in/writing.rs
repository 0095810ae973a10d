//! A check-in as it is typed: its fields, its draft, and what other tabs type into the same one.

use crate::domain::{
    CheckInTexts, Circle, Commitment, CommitmentId, CommitmentTexts, Cycle, GoalId, MemberId, OutcomeTexts, Refusal,
    TEXT_MAX, gathered,
};
use crate::state::{App, Draft, RwSignal, StoredValue};
use crate::ui::ask::{DraftForm, Entry, SharedDraft};
use crate::ui::components::Problem;
use crate::ui::shared::commitment::{CommitmentForm, OutcomeForm};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// One line of the next week.
#[derive(Clone, Copy)]
pub struct NextLine {
    /// Its identity in the list.
    pub number: u32,
    /// What is typed.
    pub form: CommitmentForm,
    /// What is wrong with it.
    pub problem: Problem,
}

impl NextLine {
    /// A line that nothing is wrong with.
    pub fn of(number: u32, form: CommitmentForm) -> Self {
        Self { number, form, problem: Problem::none() }
    }
}

/// What is typed about one commitment.
#[derive(Clone, Copy)]
pub struct OutcomeLine {
    /// Verdict and note.
    pub form: OutcomeForm,
    /// Other words for it.
    pub smaller: Entry,
}

impl OutcomeLine {
    fn of(texts: OutcomeTexts) -> Self {
        let (verdict, note) = (Entry::of(texts.outcome), Entry::of(texts.note));
        Self { form: OutcomeForm { verdict, note, problem: Problem::none() }, smaller: Entry::of(texts.smaller) }
    }

    fn entries(self) -> [Entry; 3] {
        [self.form.verdict, self.form.note, self.smaller]
    }

    fn texts(self) -> OutcomeTexts {
        let [outcome, note, smaller] = self.entries().map(|entry| entry.typed.get());
        OutcomeTexts { outcome, note, smaller }
    }
}

/// Where a goal stands now, as it is typed.
#[derive(Clone, Copy)]
pub struct GoalLine {
    /// The number.
    pub number: Entry,
    /// What is wrong with it.
    pub problem: Problem,
}

impl GoalLine {
    fn of(typed: impl Into<String>) -> Self {
        Self { number: Entry::of(typed), problem: Problem::none() }
    }
}

/// The fields of one check-in, and where their draft is.
#[derive(Clone, Copy)]
pub struct Writing {
    app: App,
    /// Which check-in it is.
    pub cycle: Cycle,
    me: StoredValue<MemberId>,
    outcomes: RwSignal<BTreeMap<CommitmentId, OutcomeLine>>,
    progress: RwSignal<BTreeMap<GoalId, GoalLine>>,
    /// What went well.
    pub win: Entry,
    /// What stood in the way.
    pub blocker: Entry,
    /// What the circle can help with.
    pub ask: Entry,
    /// A number from 1 to 5, or nothing.
    pub confidence: Entry,
    /// Commitments for the next week.
    pub next: RwSignal<Vec<NextLine>>,
    draft: SharedDraft<CheckInTexts>,
    owner: StoredValue<Owner>,
}

/// Where the check-in of `cycle` is kept while it is written.
pub fn draft_of(app: App, cycle: Cycle, me: &MemberId) -> Draft<CheckInTexts> {
    Draft::of(app, &format!("check-in/{cycle}~{me}"))
}

/// The newest week before `current` for which something was written and never sent.
pub fn left_over(app: App, current: Cycle, me: &MemberId) -> Option<Cycle> {
    let names = Draft::<CheckInTexts>::names(app, "check-in/");
    let cycles = names.iter().filter_map(|name| {
        let (cycle, member) = name.strip_prefix("check-in/")?.split_once('~')?;
        Cycle::parse_exact(cycle).filter(|cycle| *cycle < current && member == me.as_str())
    });
    let is_unsent = |cycle: &Cycle| {
        let texts = draft_of(app, *cycle, me).load(app);
        texts.is_some_and(|texts| app.circle().with_untracked(|circle| texts.is_unsent(circle, *cycle, me)))
    };
    cycles.filter(is_unsent).max()
}

impl Writing {
    /// The check-in of `cycle`: as its draft has it, or as the circle knows it. It is kept as it is typed, and
    /// what another tab types comes in.
    pub fn of(app: App, cycle: Cycle, me: MemberId) -> Self {
        let draft = SharedDraft::of(app, draft_of(app, cycle, &me));
        let known = app.circle().with_untracked(|circle| CheckInTexts::known(circle, cycle, &me));
        let texts = match draft.load() {
            Some(mut texts) => {
                for (id, outcome) in &known.outcomes {
                    texts.outcomes.entry(id.clone()).or_insert_with(|| outcome.clone());
                }
                texts
            }
            None => known,
        };
        let outcomes = texts.outcomes.iter().map(|(id, texts)| (CommitmentId::new(id), OutcomeLine::of(texts.clone())));
        let writing = Self {
            app,
            cycle,
            me: StoredValue::new(me),
            outcomes: RwSignal::new(gathered(outcomes)),
            progress: RwSignal::new(goal_lines(&texts)),
            win: Entry::of(texts.win.clone()),
            blocker: Entry::of(texts.blocker.clone()),
            ask: Entry::of(texts.ask.clone()),
            confidence: Entry::of(texts.confidence.clone()),
            next: RwSignal::new(lines(&texts.next)),
            draft,
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
        };
        draft.share(writing);
        writing
    }

    /// What is typed, tracked.
    pub fn texts(self) -> CheckInTexts {
        let outcomes = gathered(self.outcomes.get().into_iter().map(|(id, line)| (id.to_string(), line.texts())));
        let [win, blocker, ask, confidence] = self.fields().map(|entry| entry.typed.get());
        let next = self.next.get().into_iter().map(|line| line.form.texts()).collect();
        let progress = self.progress.get().into_iter().map(|(id, line)| (id.to_string(), line.number.typed.get()));
        let progress = gathered(progress.filter(|(_, typed)| !typed.is_empty()));
        CheckInTexts { outcomes, progress, win, blocker, ask, confidence, next }
    }

    fn fields(self) -> [Entry; 4] {
        [self.win, self.blocker, self.ask, self.confidence]
    }

    /// Where is said what is wrong with the outcome of a commitment.
    pub fn problem_of(self, id: &CommitmentId) -> Option<Problem> {
        self.outcomes.with_untracked(|outcomes| outcomes.get(id).map(|line| line.form.problem))
    }

    /// Which line of the next week is the commitment at `place` of what is sent.
    pub fn line_of_next(self, place: usize) -> Option<usize> {
        let texts = untrack(|| self.texts());
        let line = |circle: &Circle| self.me.with_value(|me| texts.line_of_next(circle, self.cycle, me, place));
        self.app.circle().with_untracked(line)
    }

    /// The commitments whose note is longer than is kept.
    pub fn too_long(self) -> Vec<CommitmentId> {
        self.outcomes.with_untracked(|outcomes| {
            let is_long = |line: &OutcomeLine| line.form.note.text().chars().count() > TEXT_MAX;
            outcomes.iter().filter(|(_, line)| is_long(line)).map(|(id, _)| id.clone()).collect()
        })
    }

    /// What is typed about `commitment`.
    pub fn outcome(self, commitment: &Commitment) -> OutcomeLine {
        if let Some(line) = self.outcomes.with_untracked(|outcomes| outcomes.get(&commitment.id).copied()) {
            return line;
        }
        // A commitment that another device brought: its fields live as long as the others.
        let line = self.owner.with_value(|owner| owner.with(|| OutcomeLine::of(OutcomeTexts::known(commitment))));
        self.outcomes.update(|outcomes| {
            outcomes.insert(commitment.id.clone(), line);
        });
        line
    }

    /// What is typed about the goal called `id`.
    pub fn goal_line(self, id: &GoalId) -> GoalLine {
        if let Some(line) = self.progress.with_untracked(|lines| lines.get(id).copied()) {
            return line;
        }
        let line = self.owner.with_value(|owner| owner.with(|| GoalLine::of("")));
        self.progress.update(|lines| {
            lines.insert(id.clone(), line);
        });
        line
    }

    /// Shows `refusal` at the goal that it is about, if it is about one.
    pub fn show_at_goal(self, refusal: &Refusal) -> bool {
        let Refusal::OfGoal { goal, refusal } = refusal else { return false };
        let line = self.progress.with_untracked(|lines| lines.get(goal).copied());
        line.inspect(|line| line.problem.show((**refusal).clone())).is_some()
    }

    /// Types `texts` into the fields.
    pub fn show(self, texts: &CheckInTexts) {
        for (entry, text) in self.fields().into_iter().zip([&texts.win, &texts.blocker, &texts.ask, &texts.confidence])
        {
            entry.show(text);
        }
        for (id, line) in self.outcomes.try_get_untracked().unwrap_or_default() {
            let Some(texts) = texts.outcomes.get(id.as_str()) else { continue };
            for (entry, text) in line.entries().into_iter().zip([&texts.outcome, &texts.note, &texts.smaller]) {
                entry.show(text);
            }
        }
        for (id, line) in self.progress.try_get_untracked().unwrap_or_default() {
            line.number.show(texts.progress.get(id.as_str()).map_or("", String::as_str));
        }
        let here = self.next.try_get_untracked().unwrap_or_default();
        if here.len() == texts.next.len() {
            here.iter().zip(&texts.next).for_each(|(line, texts)| line.form.show(texts));
        } else {
            let fresh = self.owner.try_with_value(|owner| owner.with(|| lines(&texts.next)));
            // Whoever takes a sending back may have left the page.
            self.next.try_set(fresh.unwrap_or_default());
        }
    }

    /// Types what the circle knows, and forgets the draft.
    pub fn reset(self) {
        self.show_known(&self.me.get_value());
        self.forget();
    }

    /// Shows what the circle knows of it, if the form is still there.
    pub fn show_known(self, me: &MemberId) {
        let known = self.app.circle().with_untracked(|circle| CheckInTexts::known(circle, self.cycle, me));
        self.show(&CheckInTexts { next: vec![CommitmentTexts::default()], ..known });
    }

    /// Forgets the draft.
    pub fn forget(self) {
        self.draft.forget();
    }

    /// Whether `texts` say something that the circle does not know; tracks the circle.
    pub fn is_unsent(self, texts: &CheckInTexts) -> bool {
        self.me.with_value(|me| self.app.circle().with(|circle| texts.is_unsent(circle, self.cycle, me)))
    }

    /// A way back after sending: the draft is there again, in the form as well if it still is.
    pub fn way_back(self, texts: CheckInTexts) -> impl Fn() {
        let (app, draft) = (self.app, self.draft.draft());
        move || {
            draft.keep(app, &texts);
            self.show(&texts);
        }
    }
}

impl DraftForm for Writing {
    type Texts = CheckInTexts;

    fn texts(self) -> CheckInTexts {
        Self::texts(self)
    }

    fn show(self, texts: &CheckInTexts) {
        Self::show(self, texts);
    }

    fn opening(self) -> CheckInTexts {
        self.me.with_value(|me| self.app.circle().with(|circle| CheckInTexts::known(circle, self.cycle, me)))
    }

    fn is_worth_keeping(self, texts: &CheckInTexts) -> bool {
        self.is_unsent(texts)
    }
}

fn goal_lines(texts: &CheckInTexts) -> BTreeMap<GoalId, GoalLine> {
    gathered(texts.progress.iter().map(|(id, typed)| (GoalId::new(id), GoalLine::of(typed.clone()))))
}

/// Fields for the lines of the next week, of which there is always one.
fn lines(texts: &[CommitmentTexts]) -> Vec<NextLine> {
    let forms = texts.iter().cloned().map(CommitmentForm::of);
    let forms = if texts.is_empty() { vec![CommitmentForm::empty()] } else { forms.collect() };
    (0..).zip(forms).map(|(number, form)| NextLine::of(number, form)).collect()
}
