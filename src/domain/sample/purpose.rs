//! What the made-up circle agreed on: a charter, a change of it that waits for signatures, and a shared aim.

use super::Dice;
use crate::domain::aim::{Aim, AimId, AimProgress, AimProgressId};
use crate::domain::charter::{CharterFocus, CharterId, CharterTerms, CharterVersion, Signature};
use crate::domain::goal::{Measure, Scale};
use crate::domain::member::MemberId;
use crate::domain::records::{Circle, Record};
use crate::domain::time::{DAY, HOUR, Timestamp, day_plus};

const NORMS: [&str; 4] = [
    "We say numbers before we say stories.",
    "Two questions before any advice.",
    "A missed commitment is told without an apology and without a reason.",
    "Camera on, phones away.",
];

/// What the change says instead of the last rule.
const CHANGED: &str = "Camera on when the connection allows it, phones away.";
const ADDED: &str = "We end on time, whatever is open.";

/// Days since the beginning, and how many interviews were counted then.
const COUNTED: [(i64, f64); 5] = [(6, 4.0), (13, 9.0), (27, 15.0), (40, 22.0), (55, 31.0)];

/// Adds the charter and the aim to `circle`, which was `begun` then.
pub(super) fn add_purpose(circle: &mut Circle, dice: &mut Dice, begun: Timestamp, now: Timestamp) {
    let people: Vec<MemberId> = circle.roster().into_iter().map(|member| member.id.clone()).collect();
    let Some(founder) = people.first() else { return };
    let terms = CharterTerms {
        focus: Some(CharterFocus::Goals),
        focus_words: String::new(),
        purpose: circle.about.purpose.clone(),
        outcome: "By the end of the season each of us has kept 20 commitments, and all of us have had 40 interviews."
            .to_owned(),
        norms: NORMS.map(str::to_owned).to_vec(),
        confidentiality: "Everything stays here, unless who said it says otherwise.".to_owned(),
        absence: "A word a day before, and the check-in all the same.".to_owned(),
        leaving: "Say so in a session, and say goodbye in the next one.".to_owned(),
        contact: String::new(),
    };
    let first = add_version(circle, dice, founder, begun.plus(DAY), (None, terms.clone()));
    for (place, member) in people.iter().enumerate().skip(1) {
        sign(circle, &first, member, begun.plus(DAY + place as i64 * HOUR));
    }
    add_aim(circle, dice, &people, begun, now);
    if let Some(member) = people.get(1) {
        let mut changed = terms;
        changed.norms.pop();
        changed.norms.extend([CHANGED, ADDED].map(str::to_owned));
        let written = now.plus(-DAY - 4 * HOUR).max(begun.plus(2 * DAY));
        add_version(circle, dice, member, written, (Some(first), changed));
    }
}

/// A version that `by` writes and signs.
fn add_version(
    circle: &mut Circle,
    dice: &mut Dice,
    by: &MemberId,
    written_at: Timestamp,
    (based_on, terms): (Option<CharterId>, CharterTerms),
) -> CharterId {
    let id = CharterId::new(&dice.id());
    let by = by.clone();
    sign(circle, &id, &by, written_at);
    let version = CharterVersion { id: id.clone(), based_on, terms, by: Some(by), written_at, deleted_at: None };
    circle.put(Record::Charter(version));
    id
}

fn sign(circle: &mut Circle, version: &CharterId, member: &MemberId, signed_at: Timestamp) {
    let (id, version, member) = (Signature::id_of(version, member), version.clone(), member.clone());
    circle.put(Record::Signature(Signature { id, version, member, signed_at, withdrawn_at: None }));
}

fn add_aim(circle: &mut Circle, dice: &mut Dice, people: &[MemberId], begun: Timestamp, now: Timestamp) {
    let id = AimId::new(&dice.id());
    let measure = Measure::Number { scale: Scale::Count("interviews".to_owned()), start: 0.0, target: 40.0 };
    circle.put(Record::Aim(Aim {
        id: id.clone(),
        title: "40 interviews, all of us together".to_owned(),
        measure,
        due: Some(day_plus(begun.at_offset(0).date(), 70)),
        by: people[0].clone(),
        set_at: begun.plus(DAY),
        closing: None,
        closed_at: None,
        deleted_at: None,
    }));
    for (place, (days, value)) in COUNTED.into_iter().enumerate() {
        let at = begun.plus(days * DAY);
        if at < now {
            let (id, aim, by) = (AimProgressId::new(&dice.id()), id.clone(), people[place % people.len()].clone());
            circle.put(Record::AimProgress(AimProgress {
                id,
                aim,
                by,
                at,
                value,
                note: String::new(),
                deleted_at: None,
            }));
        }
    }
}
