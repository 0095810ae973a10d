//! What goes round in the made-up circle: sessions, decisions, digests, turns served, absences, offers.

use super::Dice;
use crate::domain::Arrange;
use crate::domain::digest::Digest;
use crate::domain::member::MemberId;
use crate::domain::present::Present;
use crate::domain::records::{Circle, Record};
use crate::domain::rhythm::{Clock, Cycle};
use crate::domain::role::{
    Absence, AbsenceId, Action, Override, OverrideId, OverrideKind, RoleKind, Rota, TurnId, rota,
};
use crate::domain::session::{
    AgendaId, AgendaItem, AgendaKind, Decision, DecisionId, HotTurn, Move, Note, Presence, Session, Step, Tick, Topic,
};
use crate::domain::time::{DAY, HOUR, MINUTE, Timestamp, ZoneRules, day_plus};

const DECISIONS: [&str; 6] = [
    "Mock interviews move to Tuesday lunch for four weeks",
    "Whoever misses a check-in gets one message from the lead, not six",
    "Portfolio links go into the circle's shared folder by Friday",
    "The hot seat gets five more minutes, the round five less",
    "Two of us practise salary talks together before each offer",
    "No advice before three clarifying questions",
];

/// Title and detail.
const TOPICS: [(&str, &str); 4] = [
    ("Shall we invite a seventh person?", "Somebody from design has asked. Our round is at its 45 minutes already."),
    ("Which job boards are worth a weekly look?", ""),
    ("One evening without screens", "A walk instead of the call, once a season."),
    ("Who knows a good book on negotiating?", ""),
];

const QUESTIONS: [&str; 4] = [
    "Two offers, one of them safe: how do I decide by Monday?",
    "How do I say no to my old team without burning the bridge?",
    "My case study is too long. What would you cut?",
    "I keep postponing the call. What am I afraid of?",
];

const SUMMARIES: [&str; 4] = [
    "A quiet week with more done than it felt like. The hot seat was worth its time.",
    "Two of us were tired, and said so. We cut the list instead of the sleep.",
    "Many small commitments kept. What was carried got smaller.",
    "Good questions before any advice, for the second time in a row.",
];

/// Fills `circle`, which has people and check-ins, with what goes round.
pub(super) fn add_rounds(circle: &mut Circle, dice: &mut Dice, now: Timestamp, zones: &dyn ZoneRules) {
    let current = circle.rhythm.cycle_at(zones, now);
    let rota = rota(circle, zones, current, &[]);
    let weeks = current.since(rota.first());
    for cycle in (0..=weeks).map(|week| rota.first().plus(week)) {
        let Some(review) = circle.rhythm.occasion(zones, cycle, Clock::Session) else { continue };
        if review.at.plus(HOUR) >= now {
            continue;
        }
        let lead = holder(&rota, cycle, RoleKind::Lead);
        add_session(circle, dice, cycle, review.at, lead.as_ref());
        if cycle.number() % 2 == 0 {
            add_decision(circle, dice, cycle, (review.at.plus(35 * MINUTE), now), lead.as_ref());
        }
        let published_at = review.at.plus(20 * HOUR).min(now.plus(-MINUTE));
        add_digest(circle, dice, cycle, published_at, holder(&rota, cycle, RoleKind::Summarizer).as_ref());
        add_served(circle, dice, &rota, cycle, published_at);
    }
    add_agenda(circle, dice, current, now);
    add_plans(circle, dice, (&rota, current), now, zones);
}

fn holder(rota: &Rota, cycle: Cycle, kind: RoleKind) -> Option<MemberId> {
    rota.turns(cycle).into_iter().find(|turn| turn.kind == kind).and_then(|turn| turn.holder)
}

fn add_session(circle: &mut Circle, dice: &mut Dice, cycle: Cycle, at: Timestamp, lead: Option<&MemberId>) {
    let people: Vec<MemberId> = circle.roster().into_iter().map(|member| member.id.clone()).collect();
    let mut session = Session::new(cycle);
    (session.started_at, session.started_by, session.length) = (Some(at.plus(2 * MINUTE)), lead.cloned(), Some(45));
    let mut clock = at.plus(2 * MINUTE);
    for step in Step::ALL.into_iter().skip(1) {
        clock = clock.plus((5 + dice.below(6) as i64) * MINUTE);
        session.push(clock, Move::Enter(step));
    }
    session.ended_at = Some(clock.plus(3 * MINUTE));
    for member in &people {
        let sent = circle.check_in(cycle, member).is_some();
        let presence = if sent || dice.one_in(2) { Presence::Here } else { Presence::Away };
        session.presence.push((member.clone(), presence));
        if presence == Presence::Here {
            session.ticks.push((Topic::Round(member.clone()), Tick::Done));
        }
    }
    let here = session.presence.iter().filter(|(_, presence)| *presence == Presence::Here);
    let here: Vec<MemberId> = here.map(|(member, _)| member.clone()).collect();
    let seat = cycle.number().rem_euclid(here.len().max(1) as i64) as usize;
    if let Some(member) = here.get(seat) {
        session.turns.push((member.clone(), HotTurn::Sat(at.plus(20 * MINUTE))));
        let text = dice.pick(&QUESTIONS).to_owned();
        session.notes.push(Note { at: at.plus(21 * MINUTE), by: member.clone(), text });
    }
    // As a document lists them.
    session.presence.arrange_by(|a, b| a.0.cmp(&b.0));
    session.ticks.arrange_by(|a, b| a.0.cmp(&b.0));
    session.summary = dice.pick(&SUMMARIES).to_owned();
    circle.put(Record::Session(session));
}

/// A decision that was looked at again after four weeks, where those are over.
fn add_decision(
    circle: &mut Circle,
    dice: &mut Dice,
    cycle: Cycle,
    (at, now): (Timestamp, Timestamp),
    by: Option<&MemberId>,
) {
    let closed_at = Some(at.plus(28 * DAY)).filter(|at| at.plus(7 * DAY) < now);
    circle.put(Record::Decision(Decision {
        id: DecisionId::new(&dice.id()),
        cycle,
        text: dice.pick(&DECISIONS).to_owned(),
        decided_at: at,
        by: by.cloned(),
        owner: by.cloned(),
        review_on: Some(day_plus(cycle.last_day(), 28)),
        revisited: if closed_at.is_some() { "It holds.".to_owned() } else { String::new() },
        closed_at,
        deleted_at: None,
    }));
}

fn add_digest(circle: &mut Circle, dice: &mut Dice, cycle: Cycle, at: Timestamp, by: Option<&MemberId>) {
    let told = circle.roster().into_iter().filter_map(|member| {
        let win = circle.check_in(cycle, &member.id).map(|check_in| check_in.win.as_str())?;
        (!win.is_empty()).then(|| format!("*{}* {win}", member.name))
    });
    let told: Vec<String> = told.collect();
    let text = format!("{}\n\n{}", dice.pick(&SUMMARIES), told.join("\n")).trim_end().to_owned();
    let by = by.cloned();
    circle.put(Record::Digest(Digest { cycle, text, by, first_published_at: at, published_at: at }));
}

/// Marks of those who said that they served; one in six forgets to.
fn add_served(circle: &mut Circle, dice: &mut Dice, rota: &Rota, cycle: Cycle, at: Timestamp) {
    for turn in rota.turns(cycle) {
        if let (Some(by), false) = (turn.holder, dice.one_in(6)) {
            add_override(circle, dice, turn.id, OverrideKind::Served, by, at);
        }
    }
}

fn add_override(
    circle: &mut Circle,
    dice: &mut Dice,
    turn: TurnId,
    kind: OverrideKind,
    by: MemberId,
    made_at: Timestamp,
) {
    let (id, takes) = (OverrideId::new(&dice.id()), Vec::new());
    circle.put(Record::Override(Override { id, turn, kind, by, made_at, takes, cancelled_at: None }));
}

/// Two topics, one of them carried over from last week, and a wish for the hot seat.
fn add_agenda(circle: &mut Circle, dice: &mut Dice, current: Cycle, now: Timestamp) {
    let people: Vec<MemberId> = circle.roster().into_iter().map(|member| member.id.clone()).collect();
    let first = dice.below(TOPICS.len());
    for (nth, cycle) in [current.plus(-1), current].into_iter().enumerate() {
        let (title, detail) = TOPICS[(first + nth) % TOPICS.len()];
        let owner = people.get(1 + nth).or(people.first()).cloned();
        circle.put(Record::AgendaItem(item(dice, cycle, (title, detail), owner, AgendaKind::Topic, now)));
    }
    if let Some(owner) = people.get(3) {
        let question = (dice.pick(&QUESTIONS), "");
        circle.put(Record::AgendaItem(item(dice, current, question, Some(owner.clone()), AgendaKind::HotSeat, now)));
    }
}

fn item(
    dice: &mut Dice,
    cycle: Cycle,
    (title, detail): (&str, &str),
    owner: Option<MemberId>,
    kind: AgendaKind,
    now: Timestamp,
) -> AgendaItem {
    AgendaItem {
        id: AgendaId::new(&dice.id()),
        cycle,
        title: title.to_owned(),
        detail: detail.to_owned(),
        owner,
        kind,
        notes: Vec::new(),
        created_at: now.plus(-DAY),
        done_at: None,
        done_in: None,
        deleted_at: None,
    }
}

/// What lies ahead: an absence, and an offer to the first of the roster.
fn add_plans(
    circle: &mut Circle,
    dice: &mut Dice,
    (rota, current): (&Rota, Cycle),
    now: Timestamp,
    zones: &dyn ZoneRules,
) {
    let people: Vec<MemberId> = circle.roster().into_iter().map(|member| member.id.clone()).collect();
    let [me, by, _, _, away, ..] = people.as_slice() else { return };
    let declared_at = now.plus(-2 * HOUR);
    let offer = rota.turns_of(by, current.plus(1)).into_iter().find_map(|turn| {
        let actions = rota.actions(Present { circle, zones, now }, by, &turn.id);
        let swaps = actions.into_iter().find_map(|action| match action {
            Action::OfferSwap(candidates) => candidates.into_iter().find(|(with, _)| with == me),
            _ => None,
        });
        swaps.map(|(with, theirs)| (turn.id, OverrideKind::Swap { with, theirs }))
    });
    if let Some((turn, kind)) = offer {
        add_override(circle, dice, turn, kind, by.clone(), declared_at);
    }
    let first = day_plus(current.plus(2).first_day(), 2);
    circle.put(Record::Absence(Absence {
        id: AbsenceId::new(&dice.id()),
        member: away.clone(),
        first,
        last: Some(day_plus(first, 9)),
        note: "Conference, then a few days off".to_owned(),
        declared_at,
        cancelled_at: None,
    }));
}
