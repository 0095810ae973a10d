//! A check-in while it is being written: raw words, kept as a draft on the device.
//!
//! Texts are what people typed; [`CheckInTexts::draft`] makes of them what the circle is asked. Stored drafts have
//! this shape: `outcomes` by the id of the commitment, each verdict by its key.

use super::CheckInDraft;
use crate::domain::commitment::{CarryDemand, Commitment, CommitmentDraft, CommitmentId, Settlement, Verdict};
use crate::domain::goal::GoalId;
use crate::domain::member::MemberId;
use crate::domain::number::NumberFormat;
use crate::domain::order::gathered;
use crate::domain::records::Circle;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rhythm::Cycle;
use crate::domain::typing::{Typing, below, merged_choice, merged_choices, merged_text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is typed about a commitment.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CommitmentTexts {
    /// The commitment.
    pub text: String,
    /// A goal's id, or nothing.
    pub goal: String,
    /// The if part.
    pub cue: String,
    /// The then part.
    pub action: String,
}

/// What is typed about what became of a commitment.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct OutcomeTexts {
    /// The key of a [`Verdict`], or nothing.
    pub outcome: String,
    /// A word about it; the reason of a carry.
    pub note: String,
    /// Other words for the commitment, which a second carry asks for.
    pub smaller: String,
}

/// What is typed into a check-in.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CheckInTexts {
    /// By the id of the commitment.
    pub outcomes: BTreeMap<String, OutcomeTexts>,
    /// The number that says where a goal stands now, by the id of the goal.
    pub progress: BTreeMap<String, String>,
    /// What went well.
    pub win: String,
    /// What stood in the way.
    pub blocker: String,
    /// What the circle can help with.
    pub ask: String,
    /// A number from 1 to 5, or nothing.
    pub confidence: String,
    /// Commitments for the next cycle.
    pub next: Vec<CommitmentTexts>,
}

impl CommitmentTexts {
    /// Whether there is no commitment in it.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// As the domain takes it.
    pub fn draft(&self) -> CommitmentDraft {
        let Self { text, goal, cue, action } = self.clone();
        let goal = (!goal.is_empty()).then(|| GoalId::new(&goal));
        CommitmentDraft { text, goal, cue, action, ..CommitmentDraft::default() }
    }
}

impl Typing for CommitmentTexts {
    fn merged(&self, base: &Self, theirs: &Self) -> Self {
        Self {
            text: merged_text(&base.text, &self.text, &theirs.text),
            goal: merged_choice(&base.goal, &self.goal, &theirs.goal),
            cue: merged_text(&base.cue, &self.cue, &theirs.cue),
            action: merged_text(&base.action, &self.action, &theirs.action),
        }
    }
}

impl OutcomeTexts {
    /// What would be typed to say what the circle knows of `commitment`.
    pub fn known(commitment: &Commitment) -> Self {
        let outcome = commitment.outcome.map(Verdict::Ended).map_or("", Verdict::key).to_owned();
        Self { outcome, note: commitment.note.clone(), smaller: commitment.text.clone() }
    }

    /// What the circle is asked about `commitment` in `cycle`; `None` while nothing is chosen, or when it is known.
    pub fn settlement(&self, commitment: &Commitment, cycle: Cycle) -> Option<Settlement> {
        let verdict = Verdict::from_key(&self.outcome)?;
        let is_known = match verdict {
            Verdict::Ended(outcome) => {
                commitment.outcome == Some(outcome) && self.note.trim() == commitment.note.as_str()
            }
            Verdict::Carried => commitment.cycle > cycle,
        };
        let is_smaller = verdict == Verdict::Carried
            && commitment.carry_demand() == CarryDemand::Change
            && self.smaller.trim() != commitment.text;
        let draft = is_smaller.then(|| CommitmentDraft { text: self.smaller.clone(), ..commitment.draft() });
        let (commitment, note) = (commitment.id.clone(), Some(self.note.clone()));
        (!is_known).then_some(Settlement { commitment, draft, verdict: Some(verdict), note })
    }
}

impl Typing for OutcomeTexts {
    fn merged(&self, base: &Self, theirs: &Self) -> Self {
        Self {
            outcome: merged_choice(&base.outcome, &self.outcome, &theirs.outcome),
            note: merged_text(&base.note, &self.note, &theirs.note),
            smaller: merged_text(&base.smaller, &self.smaller, &theirs.smaller),
        }
    }
}

impl CheckInTexts {
    /// What would be typed to say what the circle knows of the check-in of `cycle`.
    pub fn known(circle: &Circle, cycle: Cycle, me: &MemberId) -> Self {
        let outcomes = to_settle(circle, me, cycle);
        let outcomes = gathered(outcomes.into_iter().map(|c| (c.id.to_string(), OutcomeTexts::known(c))));
        let Some(sent) = circle.check_in(cycle, me) else {
            return Self { outcomes, ..Self::default() };
        };
        Self {
            outcomes,
            progress: BTreeMap::new(),
            win: sent.win.clone(),
            blocker: sent.blocker.clone(),
            ask: sent.ask.clone(),
            confidence: sent.confidence.map(|n| n.to_string()).unwrap_or_default(),
            next: Vec::new(),
        }
    }

    /// The numbers that are typed, read as people of `format` write them.
    ///
    /// # Errors
    /// [`Refusal::OfGoal`] names the first goal whose number cannot be read.
    pub fn noted(&self, circle: &Circle, format: NumberFormat) -> Result<Vec<(GoalId, f64)>, Refusal> {
        let typed = self.progress.iter().filter(|(_, typed)| !typed.trim().is_empty());
        let read = typed.filter_map(|(id, typed)| {
            let goal = GoalId::new(id);
            let scale = circle.goals.get(&goal)?.measure.scale()?.clone();
            Some(match scale.read(typed, format) {
                Ok(value) => Ok((goal, value)),
                Err(fault) => Err(Refusal::OfGoal { goal, refusal: Box::new(Refusal::Unread(Field::Value, fault)) }),
            })
        });
        read.collect()
    }

    /// What the circle is asked: whatever it does not know yet. Numbers of goals are [read](Self::noted) apart.
    pub fn draft(&self, circle: &Circle, cycle: Cycle, me: &MemberId) -> CheckInDraft {
        let settlements = self.outcomes.iter().filter_map(|(id, texts)| {
            let commitment = circle.commitments.get(&CommitmentId::new(id))?;
            let is_mine = &commitment.owner == me && commitment.deleted_at.is_none();
            is_mine.then(|| texts.settlement(commitment, cycle)).flatten()
        });
        CheckInDraft {
            cycle,
            settlements: settlements.collect(),
            progress: Vec::new(),
            win: self.win.clone(),
            blocker: self.blocker.clone(),
            ask: self.ask.clone(),
            confidence: self.confidence.parse().ok(),
            next: self.new_commitments(circle, cycle, me).map(|(_, line)| line.draft()).collect(),
            has_nothing_to_say: false,
        }
    }

    /// Which line of the next week became the commitment at `place` of the [draft](Self::draft).
    pub fn line_of_next(&self, circle: &Circle, cycle: Cycle, me: &MemberId, place: usize) -> Option<usize> {
        self.new_commitments(circle, cycle, me).nth(place).map(|(line, _)| line)
    }

    /// The lines that are no commitment yet, with their places: another tab may have sent some of them.
    fn new_commitments<'a>(
        &'a self,
        circle: &Circle,
        cycle: Cycle,
        me: &MemberId,
    ) -> impl Iterator<Item = (usize, &'a CommitmentTexts)> + use<'a> {
        let next = circle.rhythm.next_held(cycle);
        let known: Vec<String> = circle.commitments_in(me, next).iter().map(|c| c.text.clone()).collect();
        let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_new = move |line: &CommitmentTexts| !line.is_blank() && !known.contains(&squeezed(&line.text));
        self.next.iter().enumerate().filter(move |(_, line)| is_new(line))
    }

    /// Whether something is typed that the circle does not know.
    pub fn is_unsent(&self, circle: &Circle, cycle: Cycle, me: &MemberId) -> bool {
        let known = Self::known(circle, cycle, me);
        let differs = |ours: &str, known: &str| ours.trim() != known.trim();
        let words = [(&self.win, &known.win), (&self.blocker, &known.blocker), (&self.ask, &known.ask)];
        let draft = self.draft(circle, cycle, me);
        let has_note = self
            .outcomes
            .iter()
            .any(|(id, texts)| known.outcomes.get(id).is_some_and(|known| differs(&texts.note, &known.note)));
        words.into_iter().any(|(ours, known)| differs(ours, known))
            || self.confidence != known.confidence
            || has_note
            || self.progress.values().any(|typed| !typed.trim().is_empty())
            || !draft.settlements.is_empty()
            || !draft.next.is_empty()
    }

    /// The same words in a later week whose check-in reads like `later` so far.
    pub fn brought_into(self, later: Self) -> Self {
        let mut outcomes = self.outcomes;
        outcomes.extend(later.outcomes.into_iter().filter(|(_, texts)| !texts.outcome.is_empty()));
        let confidence = if later.confidence.is_empty() { self.confidence } else { later.confidence };
        let lines = later.next.into_iter().chain(self.next);
        let mut progress = self.progress;
        progress.extend(later.progress.into_iter().filter(|(_, typed)| !typed.is_empty()));
        Self {
            outcomes,
            progress,
            win: below(&later.win, &self.win),
            blocker: below(&later.blocker, &self.blocker),
            ask: below(&later.ask, &self.ask),
            confidence,
            next: lines.filter(|line| !line.is_blank()).collect(),
        }
    }
}

impl Typing for CheckInTexts {
    fn merged(&self, base: &Self, theirs: &Self) -> Self {
        let mut outcomes = theirs.outcomes.clone();
        for (id, ours) in &self.outcomes {
            let merged = match (base.outcomes.get(id), theirs.outcomes.get(id)) {
                (Some(base), Some(theirs)) => ours.merged(base, theirs),
                _ => ours.clone(),
            };
            outcomes.insert(id.clone(), merged);
        }
        Self {
            outcomes,
            progress: merged_choices(&base.progress, &self.progress, &theirs.progress),
            win: merged_text(&base.win, &self.win, &theirs.win),
            blocker: merged_text(&base.blocker, &self.blocker, &theirs.blocker),
            ask: merged_text(&base.ask, &self.ask, &theirs.ask),
            confidence: merged_choice(&base.confidence, &self.confidence, &theirs.confidence),
            next: merged_lines(&base.next, &self.next, &theirs.next),
        }
    }
}

/// The commitments of `me` that the check-in of `cycle` asks about: those of that week that have an outcome, then
/// the open ones up to it.
pub fn to_settle<'a>(circle: &'a Circle, me: &MemberId, cycle: Cycle) -> Vec<&'a Commitment> {
    let settled = circle.commitments_where(&|c| &c.owner == me && c.cycle == cycle && c.outcome.is_some());
    settled.into_iter().chain(circle.unresolved(me, cycle)).collect()
}

/// Lines by their place; lines that both added in one place are both kept.
fn merged_lines(
    base: &[CommitmentTexts],
    ours: &[CommitmentTexts],
    theirs: &[CommitmentTexts],
) -> Vec<CommitmentTexts> {
    if ours == base {
        return theirs.to_vec();
    }
    if theirs == base {
        return ours.to_vec();
    }
    let mut lines = ours.to_vec();
    for (place, theirs) in theirs.iter().enumerate() {
        let was_blank = base.get(place).is_none_or(CommitmentTexts::is_blank);
        match (base.get(place), lines.get(place)) {
            (Some(base), Some(ours)) if !was_blank => lines[place] = ours.merged(base, theirs),
            _ if theirs.is_blank() || lines.contains(theirs) => {}
            (_, Some(ours)) if ours.is_blank() => lines[place] = theirs.clone(),
            _ => lines.push(theirs.clone()),
        }
    }
    lines
}
