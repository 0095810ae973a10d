//! Commands about what the circle is for, chosen by dice.

use super::Seeded;
use super::history::WORDS;
use peer_circle::domain::{
    AimDraft, AimId, CharterFocus, CharterId, CharterTerms, Circle, Closing, Command, GoalId, GoalNext, Measure,
    MemberId, RecommitDraft, RetroDraft, Scale, SeasonChoice, aim, charter, season,
};

/// A command about the charter or the shared aim: about whatever `view` knows of them.
pub fn purpose_command(view: &Circle, dice: &mut Seeded, member: MemberId) -> Command {
    let nth = |dice: &mut Seeded, count: usize| dice.below(count.max(1));
    let version = view.charters.keys().nth(nth(dice, view.charters.len())).cloned();
    let aim = view.aims.keys().nth(nth(dice, view.aims.len())).cloned();
    let id = || version.clone().unwrap_or_else(|| CharterId::new("nothing"));
    let aim_id = || aim.clone().unwrap_or_else(|| AimId::new("nothing"));
    let word = |dice: &mut Seeded| WORDS[dice.below(WORDS.len())].to_owned();
    let draft = |dice: &mut Seeded| {
        let number =
            Measure::Number { scale: Scale::Quantity(word(dice)), start: 0.0, target: 1.0 + dice.below(9) as f64 };
        let measure = if dice.below(3) == 0 { Measure::Done } else { number };
        AimDraft { title: format!("A {}", word(dice)), measure, due: None }
    };
    match dice.below(16) {
        0..3 => Command::from(charter::Command::Write {
            based_on: version.clone().filter(|_| dice.below(4) > 0),
            terms: Box::new(CharterTerms {
                focus: CharterFocus::ALL.get(dice.below(5)).copied(),
                purpose: format!("P {}", word(dice)),
                outcome: word(dice),
                norms: (0..dice.below(4)).map(|_| word(dice)).collect(),
                leaving: word(dice),
                ..CharterTerms::default()
            }),
            people: Vec::new(),
        }),
        3..5 => Command::from(charter::Command::Sign(id())),
        5 => Command::from(charter::Command::Unsign(id())),
        6 => Command::from(charter::Command::TakeBack(id())),
        7 => Command::from(aim::Command::Set(draft(dice))),
        8 => Command::from(aim::Command::Edit(aim_id(), draft(dice))),
        9 => {
            let closing = [None, Some(Closing::Achieved), Some(Closing::Dropped)][dice.below(3)];
            Command::from(aim::Command::Close(aim_id(), closing))
        }
        10 => Command::from(aim::Command::Delete(aim_id())),
        11 => {
            let thanks_to = Some(member).filter(|_| dice.below(2) == 0);
            let (keep, change, thanks) = (word(dice), word(dice), word(dice));
            Command::from(season::Command::LookBack(RetroDraft { keep, change, thanks_to, thanks }))
        }
        12 => {
            let choice = SeasonChoice::ALL[dice.below(2)];
            let next = |goal: &GoalId| (goal.clone(), GoalNext::ALL[goal.as_str().len() % 3]);
            let goals = view.goals.keys().take(dice.below(3)).map(next).collect();
            Command::from(season::Command::Recommit(RecommitDraft { choice, goals, word: word(dice) }))
        }
        13 => Command::from(season::Command::Farewell(member)),
        14 => Command::from(season::Command::Begin(4 + dice.below(13) as u16)),
        _ => {
            let (value, note) = (dice.below(100) as f64 / 4.0, word(dice));
            Command::from(aim::Command::RecordProgress { aim: aim_id(), value, note })
        }
    }
}
