//! Commands about profiles and ties, chosen by dice.

use super::Seeded;
use super::history::WORDS;
use chrono::Weekday;
use peer_circle::domain::{
    Answer, CareerStage, Command, Intention, MemberId, SaidTie, SkillSide, WeeklyHours, ZoneId, profile,
};

/// A command about who holds the device, or how they know `member`.
pub fn profile_command(dice: &mut Seeded, member: MemberId) -> Command {
    let word = |dice: &mut Seeded| WORDS[dice.below(WORDS.len())].to_owned();
    let answer = profile::Command::Answer;
    Command::from(match dice.below(8) {
        0 => answer(Answer::Stage(Some(CareerStage::ALL[dice.below(5)]), word(dice))),
        1 => answer(Answer::Intentions((0..3).map(|_| Intention::ALL[dice.below(6)]).collect(), word(dice))),
        2 | 3 => answer(Answer::Skills(SkillSide::Offers, vec![(word(dice), dice.below(3) > 0)])),
        4 => answer(Answer::Skills(SkillSide::Wants, vec![(word(dice), dice.below(3) > 0), (word(dice), true)])),
        5 => {
            let mut hours = WeeklyHours::default();
            let days = [Weekday::Mon, Weekday::Wed, Weekday::Sun];
            (0..9).for_each(|_| hours.set(days[dice.below(3)], u8::try_from(dice.below(24)).expect("small"), true));
            answer(Answer::Hours(ZoneId::new(["Europe/Lisbon", "Asia/Kolkata"][dice.below(2)]), hours))
        }
        6 => profile::Command::Tie(member, None),
        _ => profile::Command::Tie(member, Some(SaidTie::ALL[dice.below(5)])),
    })
}
