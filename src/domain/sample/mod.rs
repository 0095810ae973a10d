//! A made-up circle with a believable past: the demo, and the load that tests and benches measure.

mod feedback;
mod profiles;
mod purpose;
mod replies;
mod rounds;

use crate::domain::check_in::CheckIn;
use crate::domain::circle::{About, CircleId};
use crate::domain::commitment::{Commitment, CommitmentId, Outcome};
use crate::domain::goal::{Goal, GoalId, Measure, MeasureKind, Progress, ProgressId};
use crate::domain::ids::random_id;
use crate::domain::member::{Member, MemberId};
use crate::domain::records::{Circle, Record};
use crate::domain::rhythm::{Cycle, Rhythm, Rhythms, Season, SeasonId};
use crate::domain::time::{DAY, HOUR, Timestamp, ZoneRules};
use std::collections::BTreeMap;

/// What the made-up circle shall be like.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Same seed, same circle.
    pub seed: u64,
    /// Its name.
    pub name: String,
    /// How many people, 1 to 12.
    pub members: usize,
    /// How many cycles it has had, the running one included.
    pub weeks: usize,
    /// The present instant.
    pub now: Timestamp,
    /// Its fixed times.
    pub rhythm: Rhythm,
}

const PEOPLE: [(&str, &str); 12] = [
    ("Ana", "A product role in a climate company by spring"),
    ("Ben", "Speak at one conference and enjoy it"),
    ("Chen", "From ward nurse to clinical educator"),
    ("Dana", "A portfolio that opens doors"),
    ("Elif", "Ship a side project in Rust"),
    ("Femi", "Lead a team without burning out"),
    ("Goran", "Back to engineering after parental leave"),
    ("Hana", "Pass the certification in June"),
    ("ליאור", "לעבור לניהול מוצר"),
    ("João Miguel", "Remote work in two languages"),
    ("Kavya", "Negotiate the next contract well"),
    ("Maximiliane von Hohenstein-Bergmann", "Write every week, publish every month"),
];

/// Title, unit, start, target; a target of 0 with an empty unit means done or not.
const GOALS: [(&str, MeasureKind, &str, f64, f64); 8] = [
    ("Three offers to choose from", MeasureKind::Count, "applications", 0.0, 24.0),
    ("Case study online and read by five people", MeasureKind::Done, "", 0.0, 0.0),
    ("Ship a Rust side project", MeasureKind::Percent, "", 0.0, 100.0),
    ("Twelve mock interviews", MeasureKind::Count, "interviews", 0.0, 12.0),
    ("My story told in two minutes", MeasureKind::Time, "", 300.0, 120.0),
    ("Read the whole anatomy course", MeasureKind::Count, "chapters", 0.0, 18.0),
    ("Weekly overtime down to an hour", MeasureKind::Quantity, "hours", 9.0, 1.0),
    ("Forty outreach messages with an answer each", MeasureKind::Count, "messages", 0.0, 40.0),
];

const PROMISES: [(&str, &str, &str); 12] = [
    ("Send the portfolio to three studios by Wednesday", "it is 8:00 and coffee is made", "write one mail"),
    ("Mock interview, 45 minutes, recorded", "Tuesday lunch ends", "call my partner"),
    ("Finish all 12 exercises of chapter 4", "", ""),
    ("Write 600 words of the case study", "it is Tuesday 20:00", "open the draft and write 300 words"),
    ("Ask two former colleagues for a reference", "", ""),
    ("Run the talk once from start to end for one listener", "the kids are asleep", "stand up and start the timer"),
    ("Publish one page about what I learned", "", ""),
    ("Apply to four roles that I would accept", "it is Monday morning", "send the first one before mail"),
    ("Leave work by 17:30 on three days", "the 17:15 alarm rings", "write tomorrow's list and go"),
    ("Fix the two oldest bugs in the tracker", "", ""),
    ("Book one coffee with somebody in the new field", "", ""),
    ("Practise the salary conversation twice aloud", "I walk to the tram", "say the first three sentences"),
];

const WINS: [&str; 6] = [
    "A studio wrote back within the hour.",
    "Said no to a meeting and nothing broke.",
    "Finished before the weekend for once.",
    "The second take was half as long and twice as clear.",
    "Someone asked me for advice on it.",
    "",
];
const BLOCKERS: [&str; 5] =
    ["Two evenings went to the release at work.", "", "Waiting for one signature.", "", "A cold, three days."];
const ASKS: [&str; 4] = ["", "A second pair of eyes on the first page?", "", "Who knows somebody in procurement?"];
const REASONS: [&str; 3] =
    ["Two evenings went to the release at work", "The date moved without me", "It was bigger than it looked"];

/// SplitMix64 (Steele, Lea, Flood 2014): small, seedable and the same everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.roll() % end.max(1) as u64) as usize
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }

    fn id(&mut self) -> String {
        random_id(&mut || self.roll())
    }
}

/// Makes the circle that `sample` describes; its founder is the first of the roster.
pub fn sample(sample: &Sample, zones: &dyn ZoneRules) -> Circle {
    let mut dice = Dice(sample.seed);
    let rhythm = Rhythms::new(sample.rhythm.clone());
    let current = rhythm.cycle_at(zones, sample.now);
    let first = current.plus(1 - sample.weeks.max(1) as i64);
    let begun = rhythm.due(zones, first).at.plus(-3 * DAY - 8 * HOUR);
    let about = About {
        id: CircleId::new(&dice.id()),
        name: sample.name.clone(),
        purpose: "Each of us takes one visible step a week towards work we want.".to_owned(),
        created_at: begun,
    };
    let mut circle = Circle::new(about);
    circle.rhythm = rhythm;
    for number in 0..sample.weeks.div_ceil(10).max(1) {
        let id = SeasonId::new(&dice.id());
        circle.put(Record::Season(Season { id, first: first.plus(number as i64 * 10), weeks: 10 }));
    }
    for (place, (name, focus)) in PEOPLE.iter().take(sample.members.clamp(1, 12)).enumerate() {
        let id = MemberId::new(&dice.id());
        let joined_at = begun.plus(place as i64);
        let member =
            Member { id: id.clone(), name: (*name).to_owned(), focus: (*focus).to_owned(), joined_at, left_at: None };
        circle.put(Record::Member(member));
        let goals = add_goals(&mut circle, &mut dice, &id, place, begun);
        for week in 0..sample.weeks {
            let writer = SampleWriter { owner: &id, goals: &goals, now: sample.now, zones };
            writer.add_week(&mut circle, &mut dice, first.plus(week as i64), place);
        }
    }
    rounds::add_rounds(&mut circle, &mut dice, sample.now, zones);
    feedback::add_feedback(&mut circle, &mut dice, sample.now, zones);
    purpose::add_purpose(&mut circle, &mut dice, begun, sample.now);
    profiles::add_profiles(&mut circle, sample.now);
    replies::add_replies(&mut circle, &mut dice, sample.now);
    circle
}

fn add_goals(circle: &mut Circle, dice: &mut Dice, owner: &MemberId, place: usize, begun: Timestamp) -> Vec<GoalId> {
    let mut ids = Vec::new();
    for nth in 0..2 {
        let (title, kind, unit, start, target) = GOALS[(place * 2 + nth) % GOALS.len()];
        let id = GoalId::new(&dice.id());
        let measure = match kind.scale(unit) {
            Some(scale) => Measure::Number { scale, start, target },
            None => Measure::Done,
        };
        let created_at = begun.plus(HOUR + nth as i64);
        circle.put(Record::Goal(Goal {
            id: id.clone(),
            owner: owner.clone(),
            title: title.to_owned(),
            why: "So that the next choice is mine.".to_owned(),
            measure,
            due: Some(crate::domain::time::day_plus(created_at.at_offset(0).date(), 70)),
            obstacle: "Evenings fill up by themselves.".to_owned(),
            created_at,
            closing: None,
            closed_at: None,
            deleted_at: None,
        }));
        ids.push(id);
    }
    ids
}

/// Writes one member's weeks.
struct SampleWriter<'a> {
    owner: &'a MemberId,
    goals: &'a [GoalId],
    now: Timestamp,
    zones: &'a dyn ZoneRules,
}

impl SampleWriter<'_> {
    fn add_week(&self, circle: &mut Circle, dice: &mut Dice, cycle: Cycle, place: usize) {
        let window = circle.rhythm.window(self.zones, cycle);
        let opened = window.due.plus(-3 * DAY - 6 * HOUR);
        let sent_at = window.due.plus(-HOUR * (2 + dice.below(40) as i64));
        let is_past = window.closes < self.now;
        // In the running cycle about half are in; the first member, who looks at the demo, is not yet.
        let is_in = if is_past { !dice.one_in(9) } else { place % 2 == 1 };
        let first_promise = dice.below(PROMISES.len());
        for nth in 0..3 {
            let promise = (first_promise + nth * 5) % PROMISES.len();
            let goal = &self.goals[nth % self.goals.len()];
            self.add_commitment(
                circle,
                dice,
                &WeekOf { cycle, made: opened.plus(nth as i64), goal, is_past, is_in, place, nth, promise },
            );
        }
        if is_in {
            let submitted_at = sent_at.min(self.now.plus(-HOUR));
            circle.put(Record::CheckIn(CheckIn {
                cycle,
                member: self.owner.clone(),
                submitted_at,
                win: dice.pick(&WINS).to_owned(),
                blocker: dice.pick(&BLOCKERS).to_owned(),
                ask: dice.pick(&ASKS).to_owned(),
                confidence: Some(2 + dice.below(4) as u8),
            }));
            self.add_progress(circle, dice, submitted_at);
        }
    }

    fn add_commitment(&self, circle: &mut Circle, dice: &mut Dice, slot: &WeekOf<'_>) {
        let (text, cue, action) = PROMISES[slot.promise];
        let roll = dice.below(10);
        let outcome = if slot.is_past || slot.is_in {
            Some(if roll < 6 {
                Outcome::Kept
            } else if roll < 8 {
                Outcome::Partial
            } else {
                Outcome::Missed
            })
        } else {
            (slot.nth == 0).then_some(Outcome::Kept)
        };
        let mut carried = BTreeMap::new();
        if roll == 9 || (!slot.is_past && slot.place == 0 && slot.nth == 2) {
            carried.insert(slot.cycle.plus(-1), dice.pick(&REASONS).to_owned());
        }
        circle.put(Record::Commitment(Commitment {
            id: CommitmentId::new(&dice.id()),
            owner: self.owner.clone(),
            goal: Some(slot.goal.clone()),
            text: text.to_owned(),
            cycle: slot.cycle,
            due: None,
            cue: cue.to_owned(),
            action: action.to_owned(),
            helper: None,
            outcome,
            resolved_at: outcome.map(|_| slot.made.plus(2 * DAY).min(self.now)),
            note: String::new(),
            carried,
            eased: BTreeMap::new(),
            created_at: slot.made,
            deleted_at: None,
        }));
    }

    fn add_progress(&self, circle: &mut Circle, dice: &mut Dice, at: Timestamp) {
        for id in self.goals {
            let Some(goal) = circle.goals.get(id) else { continue };
            let Measure::Number { start, target, .. } = goal.measure else { continue };
            let value = circle.standing_of(goal).value;
            let step = (target - start) / 12.0 * (dice.below(16) as f64 / 10.0);
            let next = (value + step).round();
            let id = ProgressId::new(&dice.id());
            circle.put(Record::Progress(Progress {
                id,
                goal: goal.id.clone(),
                at,
                value: next,
                note: String::new(),
                deleted_at: None,
            }));
        }
    }
}

/// Where a made-up commitment goes.
struct WeekOf<'a> {
    cycle: Cycle,
    made: Timestamp,
    goal: &'a GoalId,
    is_past: bool,
    is_in: bool,
    place: usize,
    nth: usize,
    promise: usize,
}
