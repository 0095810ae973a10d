//! Whole records out of offers.

use super::{
    Identity, Offer, OfferOwner, OfferTime, Offered, OfferedCheckIn, OfferedCommitment, OfferedGoal, OfferedMember,
    OfferedProgress, OfferedReply, check_in_key,
};
use crate::domain::check_in::{CheckIn, CheckInId};
use crate::domain::checks::{line, number, optional_line, text};
use crate::domain::commitment::{Commitment, CommitmentId};
use crate::domain::goal::{Goal, GoalId, Progress, ProgressId, checked_measure};
use crate::domain::member::{Member, MemberId};
use crate::domain::present::Present;
use crate::domain::records::{Kind, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::reply::Reply;
use crate::domain::rhythm::Cycle;
use crate::domain::segment::folded;
use crate::domain::time::{Timestamp, ZoneId};
use chrono::{NaiveTime, Timelike};
use std::collections::{BTreeMap, BTreeSet};

/// What comes of an offer.
pub(super) enum Made {
    New(Box<Record>),
    Known,
    Refused(Refusal),
}

/// What comes of each of `offers`, in their order. The work grows with their number, not with its square.
pub(super) fn made(present: Present<'_>, offers: &[Offer]) -> Vec<Made> {
    let mut maker = Maker::new(present, offers);
    (0_i64..).zip(offers).map(|(place, offer)| maker.make(place, offer)).collect()
}

struct Maker<'a> {
    present: Present<'a>,
    zone: &'a ZoneId,
    /// The members by what their names are compared by: those of the circle, and those who are offered.
    names: BTreeMap<String, MemberId>,
    /// The ids of members, goals and commitments that another row brings.
    brought: BTreeSet<(Kind, String)>,
    /// What the circle had before, by owner, week and words.
    alike: BTreeSet<(Kind, MemberId, Option<Cycle>, String)>,
    /// What was made so far: of two rows for one record the first counts.
    done: BTreeSet<(Kind, String)>,
}

impl<'a> Maker<'a> {
    fn new(present: Present<'a>, offers: &[Offer]) -> Self {
        let circle = present.circle;
        let mut names = BTreeMap::new();
        let mut brought = BTreeSet::new();
        for member in circle.former().into_iter().chain(circle.roster()) {
            names.insert(folded(&member.name), member.id.clone());
        }
        for offer in offers {
            let kind = offer.content.kind();
            let id = offer.identity.id_in(&circle.about.id, kind);
            if let Offered::Member(member) = &offer.content {
                names.entry(folded(&member.name)).or_insert_with(|| MemberId::new(&id));
            }
            if matches!(kind, Kind::Member | Kind::Goal | Kind::Commitment) {
                brought.insert((kind, id));
            }
        }
        let goals = circle.goals.values().filter(|goal| goal.deleted_at.is_none());
        let commitments = circle.commitments.values().filter(|commitment| commitment.deleted_at.is_none());
        let mut alike = BTreeSet::new();
        alike.extend(goals.map(|g| (Kind::Goal, g.owner.clone(), None, folded(&g.title))));
        alike.extend(commitments.map(|c| (Kind::Commitment, c.owner.clone(), Some(c.cycle), folded(&c.text))));
        let zone = &circle.rhythm.of(present.cycle()).zone;
        Self { present, zone, names, brought, alike, done: BTreeSet::new() }
    }

    fn make(&mut self, place: i64, offer: &Offer) -> Made {
        let made = match &offer.content {
            Offered::Member(member) => self.member(place, offer, member),
            Offered::Goal(goal) => self.goal(place, offer, goal),
            Offered::Progress(progress) => self.progress(place, offer, progress),
            Offered::Commitment(commitment) => self.commitment(place, offer, commitment),
            Offered::CheckIn(check_in) => self.check_in(check_in),
            Offered::Reply(reply) => self.reply(place, reply),
        };
        match made {
            Ok(Some(record)) => Made::New(Box::new(record)),
            Ok(None) => Made::Known,
            Err(refusal) => Made::Refused(refusal),
        }
    }

    /// The id of what `offer` brings, unless the circle or an earlier row has it.
    fn fresh(&mut self, offer: &Offer) -> Option<String> {
        let circle = self.present.circle;
        let kind = offer.content.kind();
        let id = offer.identity.id_in(&circle.about.id, kind);
        let is_known = match kind {
            Kind::Member => circle.members.contains_key(&MemberId::new(&id)),
            Kind::Goal => circle.goals.contains_key(&GoalId::new(&id)),
            Kind::Progress => circle.progress.contains_key(&ProgressId::new(&id)),
            Kind::Commitment => circle.commitments.contains_key(&CommitmentId::new(&id)),
            _ => false,
        };
        (!is_known && self.done.insert((kind, id.clone()))).then_some(id)
    }

    /// Whether the circle has words like these from `owner`, written by hand. An id of this app's own says it better.
    fn is_alike(&self, offer: &Offer, owner: &MemberId, cycle: Option<Cycle>, words: &str) -> bool {
        let has_id = matches!(offer.identity, Identity::Id(_));
        !has_id && self.alike.contains(&(offer.content.kind(), owner.clone(), cycle, folded(words)))
    }

    fn owner(&self, owner: &OfferOwner) -> Result<MemberId, Refusal> {
        let found = match owner {
            OfferOwner::Id(id) if self.present.circle.members.contains_key(id) => Some(id),
            OfferOwner::Id(id) => self.brought.contains(&(Kind::Member, id.to_string())).then_some(id),
            OfferOwner::Named(name) => self.names.get(&folded(name)),
        };
        found.cloned().ok_or(Refusal::Gone("member"))
    }

    fn goal_id(&self, identity: &Identity) -> Option<GoalId> {
        let id = identity.id_in(&self.present.circle.about.id, Kind::Goal);
        let found = GoalId::new(&id);
        let is_there = self.present.circle.goals.contains_key(&found) || self.brought.contains(&(Kind::Goal, id));
        is_there.then_some(found)
    }

    /// The instant that `time` names, and otherwise now; milliseconds apart, so that rows keep their order.
    fn instant(&self, time: Option<OfferTime>, place: i64) -> Timestamp {
        match time {
            Some(OfferTime::Instant(at)) => at,
            Some(OfferTime::Day(day)) => {
                let noon = day.and_time(NaiveTime::MIN.with_hour(12).unwrap_or_default());
                self.present.zones.resolve(self.zone, noon).at.plus(place)
            }
            None => self.present.now.plus(place),
        }
    }

    /// When the outcome was given: a past commitment's on the day it was due, where nothing is said.
    fn resolved(&self, commitment: &OfferedCommitment, place: i64) -> Timestamp {
        let said = commitment.resolved.or(commitment.due.map(OfferTime::Day));
        let at = self.instant(said, place);
        if commitment.resolved.is_none() { at.min(self.present.now.plus(place)) } else { at }
    }

    fn member(&mut self, place: i64, offer: &Offer, member: &OfferedMember) -> Result<Option<Record>, Refusal> {
        let name = line(Field::Name, &member.name)?;
        let focus = optional_line(Field::Purpose, &member.focus)?;
        let Some(id) = self.fresh(offer).map(|id| MemberId::new(&id)) else { return Ok(None) };
        // Somebody else of that name: who is here is not made anew.
        if self.names.get(&folded(&name)).is_some_and(|known| *known != id) {
            return match offer.identity {
                Identity::Id(_) => Err(Refusal::NameTaken(name)),
                Identity::Key(_) => Ok(None),
            };
        }
        Ok(Some(Record::Member(Member {
            id,
            name,
            focus,
            joined_at: self.instant(member.joined, place),
            left_at: member.left.map(|left| self.instant(Some(left), place)),
        })))
    }

    fn goal(&mut self, place: i64, offer: &Offer, goal: &OfferedGoal) -> Result<Option<Record>, Refusal> {
        let owner = self.owner(&goal.owner)?;
        let title = line(Field::Text, &goal.title)?;
        let why = text(Field::Why, &goal.why)?;
        let obstacle = text(Field::Obstacle, &goal.obstacle)?;
        let measure = checked_measure(goal.measure.clone())?;
        let Some(id) = self.fresh(offer) else { return Ok(None) };
        if self.is_alike(offer, &owner, None, &title) {
            return Ok(None);
        }
        Ok(Some(Record::Goal(Goal {
            id: GoalId::new(&id),
            owner,
            title,
            why,
            measure,
            due: goal.due,
            obstacle,
            created_at: self.instant(goal.created, place),
            closing: goal.closing,
            closed_at: goal.closing.map(|_| self.instant(goal.closed, place)),
            deleted_at: None,
        })))
    }

    fn progress(&mut self, place: i64, offer: &Offer, progress: &OfferedProgress) -> Result<Option<Record>, Refusal> {
        let goal = self.goal_id(&progress.goal).ok_or(Refusal::Gone("goal"))?;
        let value = number(Field::Value, progress.value)?;
        let note = text(Field::Note, &progress.note)?;
        let Some(id) = self.fresh(offer) else { return Ok(None) };
        let at = self.instant(progress.at, place);
        Ok(Some(Record::Progress(Progress { id: ProgressId::new(&id), goal, at, value, note, deleted_at: None })))
    }

    fn commitment(
        &mut self,
        place: i64,
        offer: &Offer,
        commitment: &OfferedCommitment,
    ) -> Result<Option<Record>, Refusal> {
        let owner = self.owner(&commitment.owner)?;
        let words = line(Field::Text, &commitment.text)?;
        let (cue, action) =
            (optional_line(Field::Cue, &commitment.cue)?, optional_line(Field::Action, &commitment.action)?);
        let note = text(Field::Note, &commitment.note)?;
        let goal = commitment.goal.as_ref().and_then(|goal| self.served(goal));
        let of_due = commitment.due.map(Cycle::of);
        let cycle = commitment.cycle.or(of_due).unwrap_or_else(|| self.present.cycle_for_new(&owner));
        let Some(id) = self.fresh(offer) else { return Ok(None) };
        if self.is_alike(offer, &owner, Some(cycle), &words) {
            return Ok(None);
        }
        Ok(Some(Record::Commitment(Commitment {
            id: CommitmentId::new(&id),
            owner,
            goal,
            text: words,
            cycle,
            due: commitment.due,
            cue,
            action,
            helper: commitment.helper.as_ref().and_then(|helper| self.owner(helper).ok()),
            outcome: commitment.outcome,
            resolved_at: commitment.outcome.map(|_| self.resolved(commitment, place)),
            note,
            carried: commitment.carried.clone(),
            eased: commitment.eased.clone(),
            created_at: self.instant(commitment.created, place),
            deleted_at: None,
        })))
    }

    /// The goal that a commitment serves; it may come with another table.
    fn served(&self, goal: &Identity) -> Option<GoalId> {
        match goal {
            Identity::Id(id) => Some(GoalId::new(id)),
            Identity::Key(_) => self.goal_id(goal),
        }
    }

    fn check_in(&mut self, check_in: &OfferedCheckIn) -> Result<Option<Record>, Refusal> {
        let member = self.owner(&check_in.owner)?;
        let cycle = check_in.cycle;
        let win = text(Field::Win, &check_in.win)?;
        let blocker = text(Field::Blocker, &check_in.blocker)?;
        let ask = text(Field::Ask, &check_in.ask)?;
        let confidence = check_in.confidence;
        if confidence.is_some_and(|confidence| !(1..=5).contains(&confidence)) {
            return Err(Refusal::NotANumber(Field::Confidence));
        }
        let key = check_in_key(cycle, &member);
        let is_known = self.present.circle.check_ins.contains_key(&CheckInId::new(&key));
        if is_known || !self.done.insert((Kind::CheckIn, key)) {
            return Ok(None);
        }
        let last = self.instant(Some(OfferTime::Day(cycle.last_day())), 0).min(self.present.now);
        let submitted_at = check_in.submitted.map_or(last, |at| self.instant(Some(at), 0));
        Ok(Some(Record::CheckIn(CheckIn { cycle, member, submitted_at, win, blocker, ask, confidence })))
    }
    fn reply(&mut self, place: i64, reply: &OfferedReply) -> Result<Option<Record>, Refusal> {
        let from = self.owner(&reply.from)?;
        let (commitment, kind) = (reply.commitment.clone(), reply.kind);
        let is_there = self.present.circle.commitments.contains_key(&commitment)
            || self.brought.contains(&(Kind::Commitment, commitment.to_string()));
        if !is_there {
            return Err(Refusal::Gone("commitment"));
        }
        let text = optional_line(Field::Note, &reply.text)?;
        let id = Reply::id_of(&commitment, &from, kind);
        let is_known = self.present.circle.replies.contains_key(&id);
        if is_known || !self.done.insert((Kind::Reply, id.to_string())) {
            return Ok(None);
        }
        let at = self.instant(reply.at, place);
        Ok(Some(Record::Reply(Reply { id, commitment, from, kind, text, at, deleted_at: None })))
    }
}
