//! The second walk: what each item is, whose, and when; or which question it waits for.

use super::evidence::OrderEvidence;
use super::gather::NoteWalk;
use super::heading::NoteSection;
use super::inquiry::Inquiry;
use super::item::{ItemKind, ItemTime, NotTaken, NoteItem};
use super::mark::ItemMark;
use super::task::{TaskWords, bold_beginning, task_words};
use crate::domain::{
    Arrange, Closing, Day, Identity, Kind, MemberId, Offer, OfferOwner, OfferTime, Offered, OfferedCommitment,
    OfferedGoal, OfferedMember, Outcome, folded,
};
use crate::exchange::intake::{
    IntakeAnswers, IntakeChoice, IntakeKey, IntakeReading, IntakeReason, IntakeSetting, LeftOutRow, WaitingRow,
};
use std::collections::{BTreeMap, BTreeSet};

/// The second walk.
pub(super) struct NoteMaker<'a> {
    pub(super) setting: &'a IntakeSetting<'a>,
    pub(super) inquiry: Inquiry<'a>,
    pub(super) order: OrderEvidence,
    /// Whether some item says what became of it.
    pub(super) has_outcomes: bool,
    /// Whether some item has a box or a sign.
    has_boxes: bool,
    /// Where a chat said something first, by the key of it: its line, and its place among the offers.
    said: BTreeMap<String, (usize, usize)>,
    /// Whom the circle calls by a name.
    pub(super) member: &'a dyn Fn(&str) -> Option<MemberId>,
    offers: Vec<Offer>,
    /// The goals of headings, by line and owner.
    goals: BTreeMap<(usize, String), Identity>,
    /// Those who join.
    joining: BTreeSet<String>,
    /// How often a key came up.
    keys: BTreeMap<String, usize>,
}

/// Makes offers and questions of what was gathered.
pub(super) fn made(
    gathered: NoteWalk<'_>,
    answers: &IntakeAnswers,
    setting: &IntakeSetting<'_>,
    member: &dyn Fn(&str) -> Option<MemberId>,
) -> IntakeReading {
    let NoteWalk { items, mut left_out, passed_over, order, .. } = gathered;
    let has_outcomes = items.iter().any(|item| item.mark.is_some_and(|mark| mark.outcome().is_some()));
    let mut maker = NoteMaker {
        setting,
        inquiry: Inquiry::new(answers),
        order,
        has_outcomes,
        has_boxes: items.iter().any(|item| item.kind == ItemKind::Task && item.mark != Some(ItemMark::Numbered)),
        said: BTreeMap::new(),
        member,
        offers: Vec::new(),
        goals: BTreeMap::new(),
        joining: BTreeSet::new(),
        keys: BTreeMap::new(),
    };
    let mut waiting = Vec::new();
    for item in &items {
        let words = task_words(&item.text);
        match maker.item(item, &words) {
            Ok(()) => {}
            Err(NotTaken::Waits(question)) => waiting.push(WaitingRow { line: item.line, text: words.text, question }),
            Err(NotTaken::LeftOut(reason)) => left_out.push(LeftOutRow::new(item.line, &words.text, reason)),
        }
    }
    // A heading that names a goal is not left out.
    left_out.retain(|row| !maker.goals.keys().any(|(line, _)| *line == row.line));
    left_out.arrange_by_key(|row| row.line);
    let (offers, questions) = (maker.offers, maker.inquiry.questions);
    IntakeReading { offers, questions, waiting, left_out, passed_over }
}

impl NoteMaker<'_> {
    fn item(&mut self, item: &NoteItem, words: &TaskWords) -> Result<(), NotTaken> {
        if let Some(day) = &words.impossible {
            return Err(NotTaken::LeftOut(IntakeReason::NoSuchDay(day.clone())));
        }
        if words.text.is_empty() {
            return Err(NotTaken::LeftOut(IntakeReason::Empty));
        }
        if item.mark == Some(ItemMark::MovedOn) {
            return Err(NotTaken::LeftOut(IntakeReason::MovedOn));
        }
        if item.scope.owner.is_none() && (self.member)(without_remark(&words.text)).is_some() {
            return Err(NotTaken::LeftOut(IntakeReason::Present));
        }
        let kind = self.kind(item, words)?;
        if kind == Kind::Member {
            self.join(item.line, without_remark(&words.text));
            return Ok(());
        }
        let (owner, key, text) = self.owner(item, words)?;
        if kind == Kind::Goal {
            self.goal(item, words, owner, &key)
        } else {
            self.commitment(item, words, (owner, key, text))
        }
    }

    /// What the item is.
    fn kind(&mut self, item: &NoteItem, words: &TaskWords) -> Result<Kind, NotTaken> {
        use IntakeChoice::Nothing;
        let of = |kind| IntakeChoice::Kind(kind);
        let scope = &item.scope;
        let is_numbered = item.mark == Some(ItemMark::Numbered);
        let is_list = is_numbered || item.kind == ItemKind::Unclear;
        let (key, choices, decided) = match (item.kind, scope.section) {
            (ItemKind::Entry, _) => {
                (IntakeKey::Entries, vec![of(Kind::Commitment), Nothing], Some(of(Kind::Commitment)))
            }
            (_, NoteSection::Else) if is_list => return Err(NotTaken::LeftOut(IntakeReason::NoTask)),
            (_, NoteSection::Goals) => {
                let choices = vec![of(Kind::Goal), of(Kind::Commitment), Nothing];
                (IntakeKey::Rows(scope.list.clone()), choices, Some(of(Kind::Goal)))
            }
            (_, NoteSection::Attendance) => {
                let choices = vec![Nothing, of(Kind::Member), of(Kind::Commitment)];
                (IntakeKey::Rows(scope.list.clone()), choices, None)
            }
            // Beside boxes a mere number says as little as a bullet.
            (ItemKind::Task, _) if !(is_numbered && self.has_boxes && item.sender.is_none()) => {
                return Ok(Kind::Commitment);
            }
            (ItemKind::Task | ItemKind::Unclear, _) => {
                let choices = vec![of(Kind::Commitment), of(Kind::Goal), Nothing];
                (IntakeKey::Rows(scope.list.clone()), choices, None)
            }
        };
        match self.inquiry.ask((&key, &scope.list), &words.text, || choices, decided) {
            Some(IntakeChoice::Kind(kind)) => Ok(kind),
            Some(_) => Err(NotTaken::LeftOut(IntakeReason::NotWanted)),
            None => Err(NotTaken::Waits(key)),
        }
    }

    /// Has whoever is called `name` join, once.
    pub(super) fn join(&mut self, line: usize, name: &str) {
        if self.joining.insert(folded(name)) {
            let content = Offered::Member(OfferedMember { name: name.to_owned(), ..OfferedMember::default() });
            self.offers.push(Offer { line, heading: String::new(), identity: Identity::Key(folded(name)), content });
        }
    }

    /// Offers a goal of its own line.
    fn goal(&mut self, item: &NoteItem, words: &TaskWords, owner: OfferOwner, key: &str) -> Result<(), NotTaken> {
        let title = bold_beginning(&item.text).unwrap_or_else(|| words.text.clone());
        let closing = match item.mark.and_then(ItemMark::outcome) {
            Some(Outcome::Kept) => Some(Closing::Achieved),
            Some(Outcome::Dropped) => Some(Closing::Dropped),
            _ => None,
        };
        let due = match (words.due, item.due) {
            (None, Some(due)) => Some(self.day(due, item)?),
            (due, _) => due,
        };
        let content = OfferedGoal { closing, due, why: item.note.clone(), ..OfferedGoal::new(owner, title) };
        let identity = self.identity(key, None, &content.title);
        self.push(item, identity, Offered::Goal(content));
        Ok(())
    }

    fn commitment(
        &mut self,
        item: &NoteItem,
        words: &TaskWords,
        (owner, key, text): (OfferOwner, String, String),
    ) -> Result<(), NotTaken> {
        let outcome = match item.kind {
            _ if words.cancelled.is_some() => Some(Outcome::Dropped),
            _ if words.done.is_some() => item.mark.and_then(ItemMark::outcome).or(Some(Outcome::Kept)),
            ItemKind::Entry => Some(Outcome::Kept),
            ItemKind::Task | ItemKind::Unclear => item.mark.and_then(ItemMark::outcome),
        };
        let ItemTime { cycle, written, due, resolved, created } = self.time(item, words, outcome)?;
        if item.sent.is_some() {
            self.said_again(item.line, &format!("{key}\n{written}\n{}", folded(&text)), (outcome, resolved))?;
        }
        let goal = self.goal_above(item, &owner, &key, &text);
        let identity = self.identity(&key, Some(&written), &text);
        let content = OfferedCommitment {
            goal,
            cycle,
            due,
            outcome,
            resolved: resolved.map(OfferTime::Day),
            note: item.note.clone(),
            created: created.map(OfferTime::Day),
            ..OfferedCommitment::new(owner, text)
        };
        self.push(item, identity, Offered::Commitment(content));
        Ok(())
    }

    /// Who says in a chat again what they said in that week, says what has become of it.
    fn said_again(
        &mut self,
        line: usize,
        key: &str,
        (outcome, resolved): (Option<Outcome>, Option<Day>),
    ) -> Result<(), NotTaken> {
        let Some((first, place)) = self.said.get(key).copied() else {
            self.said.insert(key.to_owned(), (line, self.offers.len()));
            return Ok(());
        };
        if let Some(Offered::Commitment(of)) = self.offers.get_mut(place).map(|offer| &mut offer.content)
            && outcome.is_some()
        {
            of.outcome = outcome;
            of.resolved = resolved.map(OfferTime::Day);
        }
        Err(NotTaken::LeftOut(IntakeReason::Again { line: first }))
    }

    /// The goal that the heading above names, offered where the circle does not have it.
    fn goal_above(&mut self, item: &NoteItem, owner: &OfferOwner, owner_key: &str, sample: &str) -> Option<Identity> {
        let (title, line) = item.scope.goal.as_ref().filter(|_| item.sent.is_none())?;
        let key = IntakeKey::Heading(title.clone());
        let choices = || vec![IntakeChoice::Kind(Kind::Goal), IntakeChoice::Nothing];
        let decided = Some(IntakeChoice::Kind(Kind::Goal));
        let answer = self.inquiry.ask((&key, title), sample, choices, decided)?;
        if answer == IntakeChoice::Nothing {
            return None;
        }
        if let Some(known) = self.goals.get(&(*line, owner_key.to_owned())) {
            return Some(known.clone());
        }
        let circle = self.setting.present.circle;
        let is_it = |goal: &&crate::domain::Goal| {
            matches!(owner, OfferOwner::Id(id) if *id == goal.owner)
                && goal.deleted_at.is_none()
                && folded(&goal.title) == folded(title)
        };
        let identity = match circle.goals.values().map(|goal| &**goal).find(is_it) {
            Some(known) => Identity::Id(known.id.to_string()),
            None => {
                let identity = self.identity(owner_key, None, title);
                let content = Offered::Goal(OfferedGoal::new(owner.clone(), title.clone()));
                self.offers.push(Offer { line: *line, heading: String::new(), identity: identity.clone(), content });
                identity
            }
        };
        self.goals.insert((*line, owner_key.to_owned()), identity.clone());
        Some(identity)
    }

    /// What a record is known by: whose it is, when, and its words, with a number where that came before.
    fn identity(&mut self, owner: &str, when: Option<&str>, words: &str) -> Identity {
        let key = format!("{owner}\n{}\n{}", when.unwrap_or_default(), folded(words));
        let times = self.keys.entry(key.clone()).or_default();
        *times += 1;
        Identity::Key(if *times == 1 { key } else { format!("{key}\n{times}") })
    }

    fn push(&mut self, item: &NoteItem, identity: Identity, content: Offered) {
        self.offers.push(Offer { line: item.line, heading: item.scope.heading.clone(), identity, content });
    }
}

/// `text` without what stands in brackets behind it: `Tom (ill)`.
fn without_remark(text: &str) -> &str {
    let before = text.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    before.map_or(text, |(before, _)| before).trim()
}
