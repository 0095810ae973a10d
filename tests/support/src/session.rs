//! Generated commands about sessions, their agenda, decisions and digests.

use super::history::WORDS;
use super::{Seeded, cycle};
use peer_circle::domain::{
    AgendaDraft, AgendaId, AgendaKind, Circle, Command, CommitmentDraft, DecisionDraft, DecisionId, MemberId, Presence,
    SessionAct, Step, Tick, Topic, commitment, day_plus, digest, session,
};

/// A command that `dice` choose, about `member` and whatever `view` knows.
pub fn session_command(view: &Circle, dice: &mut Seeded, member: MemberId) -> Command {
    let cycle = cycle("2026-11-02").plus(dice.below(3) as i64);
    let nth_item = dice.below(view.agenda.len());
    let item = view.agenda.keys().nth(nth_item).cloned().unwrap_or(AgendaId::new("none"));
    let nth_decision = dice.below(view.decisions.len());
    let decision = view.decisions.keys().nth(nth_decision).cloned().unwrap_or(DecisionId::new("none"));
    let word = WORDS[dice.below(WORDS.len())].to_owned();
    match dice.below(20) {
        0 => Command::from(session::Command::AddItem { cycle, draft: agenda_draft(dice, word, member) }),
        1 => Command::from(session::Command::EditItem(item, agenda_draft(dice, word, member))),
        2 => Command::from(session::Command::AddItemNote(item, format!("N {word}"))),
        3 => match view.agenda.get(&item).and_then(|item| item.notes.first()) {
            Some(note) => {
                Command::from(session::Command::EditItemNote { item, at: note.at, by: note.by.clone(), text: word })
            }
            None => Command::from(session::Command::AddItemNote(item, format!("N {word}"))),
        },
        4 => Command::from(session::Command::FinishItem { id: item, cycle }),
        5 => Command::from(session::Command::ReopenItem(item)),
        6 => Command::from(session::Command::DeleteItem(item)),
        7 => Command::from(session::Command::RecordDecision { cycle, draft: decision_draft(dice, word, member) }),
        8 => Command::from(session::Command::EditDecision(decision, decision_draft(dice, word, member))),
        9 => Command::from(session::Command::CloseDecision(decision, [None, Some(word)][dice.below(2)].clone())),
        10 => Command::from(session::Command::DeleteDecision(decision)),
        11 => Command::from(digest::Command::Publish { cycle, text: format!("D {word}") }),
        12 => {
            let draft = CommitmentDraft { text: format!("F {word}"), ..CommitmentDraft::default() };
            Command::from(commitment::Command::AddFor { owner: member, cycle, draft })
        }
        _ => Command::from(session::Command::Run { cycle, act: act(dice, word, member) }),
    }
}

fn act(dice: &mut Seeded, word: String, member: MemberId) -> SessionAct {
    let step = Step::ALL[dice.below(6)];
    match dice.below(14) {
        0 | 1 => SessionAct::Start { length: 10 + dice.below(230) as u8 },
        2 => SessionAct::Enter(step),
        3 => SessionAct::Pause,
        4 => SessionAct::Resume,
        5 => SessionAct::More(step, 1 + dice.below(60) as u8),
        6 => SessionAct::End,
        7 => SessionAct::Reopen,
        8 => SessionAct::Attend(member, [Presence::Here, Presence::Away][dice.below(2)]),
        9 => SessionAct::Sit(member),
        10 => [SessionAct::Pass(member.clone()), SessionAct::Wait(member)][dice.below(2)].clone(),
        11 => SessionAct::Tick(Topic::Charter(member), [Tick::Done, Tick::Open][dice.below(2)]),
        12 => SessionAct::AddNote(format!("S {word}")),
        _ => SessionAct::Summarize(word),
    }
}

fn agenda_draft(dice: &mut Seeded, word: String, member: MemberId) -> AgendaDraft {
    let kind = [AgendaKind::Topic, AgendaKind::HotSeat, AgendaKind::Discuss][dice.below(3)];
    let owner = (dice.below(2) == 0).then_some(member);
    AgendaDraft { title: format!("A {word}"), detail: word, owner, kind }
}

fn decision_draft(dice: &mut Seeded, word: String, member: MemberId) -> DecisionDraft {
    let review_on = (dice.below(2) == 0).then(|| day_plus(cycle("2026-11-02").first_day(), dice.below(60) as i64));
    let owner = (dice.below(2) == 0).then_some(member);
    DecisionDraft { text: format!("D {word}"), owner, review_on }
}
