//! Commands about feedback, chosen by dice.

use super::Seeded;
use super::history::WORDS;
use peer_circle::domain::{
    Circle, Command, CommitmentDraft, FeedbackDraft, FeedbackId, FeedbackRequestDraft, MemberId, Visibility, feedback,
};

/// A command about feedback: to `member`, or about whatever `view` knows of it.
pub fn feedback_command(view: &Circle, dice: &mut Seeded, member: MemberId) -> Command {
    let nth = |dice: &mut Seeded, count: usize| dice.below(count.max(1));
    let request = view.feedback_requests.keys().nth(nth(dice, view.feedback_requests.len())).cloned();
    let note = view.feedback.keys().nth(nth(dice, view.feedback.len())).cloned();
    let id = note.unwrap_or_else(|| FeedbackId::new("nothing"));
    let word = |dice: &mut Seeded| format!("W {}", WORDS[dice.below(WORDS.len())]);
    let draft = |dice: &mut Seeded| FeedbackDraft {
        to: member.clone(),
        visibility: Visibility::Circle,
        request: request.clone().filter(|_| dice.below(3) == 0),
        situation: word(dice),
        behaviour: word(dice),
        impact: word(dice),
        next_time: word(dice),
    };
    Command::from(match (dice.below(14), request.clone()) {
        (0 | 1, _) => {
            let (question, about) = (word(dice), word(dice));
            feedback::Command::Ask(FeedbackRequestDraft { to: member.clone(), question, about, until: None })
        }
        (2, Some(request)) => feedback::Command::Withdraw(request),
        (3, Some(request)) => feedback::Command::Decline(request),
        (4, _) => feedback::Command::Reword(id, draft(dice)),
        (5, _) => feedback::Command::TakeBack(id),
        (6 | 7, _) => feedback::Command::Thank(id, word(dice)),
        (8, _) => feedback::Command::Act(id, CommitmentDraft { text: word(dice), ..CommitmentDraft::default() }),
        (9, _) => feedback::Command::KeepInMind(id),
        (10, _) => feedback::Command::Discuss(id, word(dice)),
        (11, _) => feedback::Command::Close(id, word(dice)),
        (12, _) => feedback::Command::Reopen(id),
        _ => feedback::Command::Give(draft(dice)),
    })
}
