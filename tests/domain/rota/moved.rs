//! What changed for somebody since they last looked.

use crate::support::turns::{Turns, turn};
use crate::support::{at, cycle, present};
use peer_circle::domain::{Action, MovedTurns, OverrideKind, role};

const NOW: &str = "2026-11-18T10:00:00Z";
const SEEN: &str = "2026-11-16";
const NEXT: &str = "2026-11-23";
const LATER: &str = "2026-11-30";

#[test]
fn a_swap_that_others_agreed_on_is_told_to_who_offered_it() {
    let mut turns = Turns::of(5);
    let rota = turns.rota(SEEN);
    let ana = rota.turn(&turn(NEXT, "lead")).unwrap().holder.unwrap();
    let seen = rota.seen_turns(&ana, cycle(SEEN));
    assert_eq!(rota.moved_since(&seen, &ana, cycle(SEEN)), MovedTurns::default());
    let name = turns.circle.name_of(&ana).unwrap().to_owned();
    let actions = rota.actions(present(&turns.circle, at(NOW)), &ana, &turn(NEXT, "lead"));
    let Some(Action::OfferSwap(candidates)) = actions.first() else { panic!("{actions:?}") };
    let (ben, theirs) = candidates.iter().find(|(_, id)| id.cycle == cycle(LATER)).unwrap().clone();
    turns.act(NOW, &name, NEXT, "lead", OverrideKind::Swap { with: ben.clone(), theirs: theirs.clone() }).unwrap();
    assert!(turns.rota(SEEN).moved_since(&seen, &ana, cycle(SEEN)).is_empty(), "an offer moved something");
    let id = turns.newest().id;
    let other = turns.circle.name_of(&ben).unwrap().to_owned();
    turns.must(NOW, &other, role::Command::TakeTurn(id));

    let rota = turns.rota(SEEN);
    let moved = rota.moved_since(&seen, &ana, cycle(SEEN));
    assert_eq!(moved, MovedTurns { gained: vec![theirs], lost: vec![turn(NEXT, "lead")] });
    // Once looked at, nothing is left to tell; a week later, what is published since is no news.
    let seen = rota.seen_turns(&ana, cycle(SEEN));
    assert!(rota.moved_since(&seen, &ana, cycle(SEEN)).is_empty());
    assert!(turns.rota(NEXT).moved_since(&seen, &ana, cycle(NEXT)).is_empty());
}

#[test]
fn what_one_took_oneself_is_no_news() {
    let mut turns = Turns::of(5);
    let rota = turns.rota(SEEN);
    let holder = rota.turn(&turn(NEXT, "lead")).unwrap().holder.unwrap();
    let asker = turns.circle.name_of(&holder).unwrap().to_owned();
    let idle = turns
        .circle
        .roster()
        .into_iter()
        .find(|m| rota.turns_of(&m.id, cycle(NEXT)).iter().all(|t| t.id.cycle != cycle(NEXT)));
    let (taker, name) = idle.map(|member| (member.id.clone(), member.name.clone())).unwrap();
    let seen = [&holder, &taker].map(|who| rota.seen_turns(who, cycle(SEEN)));
    turns.act(NOW, &asker, NEXT, "lead", OverrideKind::Cover).unwrap();
    let id = turns.newest().id;
    turns.must(NOW, &name, role::Command::TakeTurn(id));
    let rota = turns.rota(SEEN);
    assert_eq!(rota.moved_since(&seen[0], &holder, cycle(SEEN)).lost, [turn(NEXT, "lead")]);
    let own = rota.moved_since(&seen[1], &taker, cycle(SEEN));
    assert!(!own.gained.contains(&turn(NEXT, "lead")), "{own:?}");
}
