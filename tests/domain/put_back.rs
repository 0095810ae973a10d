//! Whose words can be put back to what they were, and by whom.

use crate::support::new_circle;
use peer_circle::domain::{CheckIn, Cycle, EntityId, Kind, MemberId, Record, Timestamp, is_needed};

/// Whether Ana, and whether Ben can put `field` of a record back; `id` may be Ana's check-in.
fn check(kind: Kind, id: &str, field: &str, ana_can: bool, ben_can: bool) {
    let (mut circle, ana) = new_circle(&["Ana", "Ben"]);
    let cycle = Cycle::parse("2026-11-02").expect("a Monday");
    let (win, blocker, ask) = ("A win".to_owned(), String::new(), String::new());
    let submitted_at = Timestamp::default();
    circle.put(Record::CheckIn(CheckIn {
        cycle,
        member: ana.clone(),
        submitted_at,
        win,
        blocker,
        ask,
        confidence: None,
    }));
    let ben = circle.members.values().find(|member| member.name == "Ben").expect("Ben").id.clone();
    let own = CheckIn::id_of(cycle, &ana).to_key();
    let id = if id == "Ana's" { own.as_str() } else { id };
    let can = |me: &MemberId| circle.can_put_back(kind, id, field, me);
    assert_eq!([can(&ana), can(&ben)], [ana_can, ben_can], "{kind:?} {id} {field}");
}

#[test]
fn what_somebody_says_is_put_back_by_them_alone() {
    check(Kind::CheckIn, "Ana's", "win", true, false);
    check(Kind::CheckIn, "gone", "win", false, false);
    check(Kind::Profile, "gone", "field", false, false);
}

#[test]
fn what_belongs_to_all_is_put_back_by_anybody() {
    for kind in [Kind::About, Kind::Goal, Kind::Commitment, Kind::Decision, Kind::AgendaItem, Kind::Digest] {
        check(kind, "any", "text", true, true);
    }
    check(Kind::Session, "2026-11-02", "summary", true, true);
}

#[test]
fn what_has_rules_of_its_own_is_not_put_back() {
    check(Kind::Session, "2026-11-02", "ended_at", false, false);
    let kinds = [Kind::Feedback, Kind::Signature, Kind::Override, Kind::Rhythm, Kind::Charter, Kind::SealedNote];
    for kind in kinds {
        check(kind, "any", "text", false, false);
    }
}

#[test]
fn what_a_record_is_nothing_without_is_not_put_back_to_nothing() {
    assert!(["name", "title", "text", "created_at"].into_iter().all(is_needed));
    assert!(!["purpose", "focus", "outcome", "deleted_at", "note"].into_iter().any(is_needed));
}
