//! What holds for every kind of record, whichever it is.

use crate::support::sample_circle;
use peer_circle::domain::{Circle, Entity, EntityId, Kind, MemberId, Record, Subject};

#[test]
fn a_circle_is_the_sum_of_its_records() {
    let circle = sample_circle(3, 5, 8);
    let mut copy = Circle::new(circle.about.clone());
    for record in circle.records() {
        copy.put(record);
    }
    assert_eq!(copy, circle);
}

/// Nobody writes 6.8 applications.
#[test]
fn what_the_demo_counts_is_whole() {
    for seed in 0..20 {
        let circle = sample_circle(seed, 8, 12);
        assert!(!circle.progress.is_empty());
        for entry in circle.progress.values() {
            assert_eq!(entry.value.fract(), 0.0, "{} in seed {seed}", entry.value);
        }
    }
}

#[test]
fn what_is_forgotten_is_gone_and_nothing_else() {
    let circle = sample_circle(3, 3, 4);
    for goal in circle.goals.values() {
        let mut without = circle.clone();
        without.forget(Kind::Goal, &goal.id().to_key());
        assert!(!without.goals.contains_key(&goal.id));
        without.put(Record::Goal((**goal).clone()));
        assert_eq!(without, circle);
    }
}

#[test]
fn a_kind_has_a_name_of_its_own() {
    let mut names = Kind::ALL.map(Kind::name);
    names.sort_unstable();
    assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
}

#[test]
fn a_record_says_whose_it_is_and_what_it_is_about() {
    let circle = sample_circle(3, 3, 4);
    let subject = |kind, id: &str| circle.subject(kind, id);
    let said = |owner: Option<&MemberId>, title: &str| Subject {
        owner: owner.and_then(|owner| circle.name_of(owner)).map(str::to_owned),
        title: title.to_owned(),
    };
    let goal = circle.goals.values().next().unwrap();
    assert_eq!(subject(Kind::Goal, goal.id.as_str()), said(Some(&goal.owner), &goal.title));
    let commitment = circle.commitments.values().next().unwrap();
    assert_eq!(subject(Kind::Commitment, commitment.id.as_str()), said(Some(&commitment.owner), &commitment.text));
    let check_in = circle.check_ins.values().next().unwrap();
    assert_eq!(subject(Kind::CheckIn, check_in.id().as_str()), said(Some(&check_in.member), ""));
    let member = circle.roster()[0];
    assert_eq!(subject(Kind::Member, member.id.as_str()), said(Some(&member.id), ""));
    assert_eq!(subject(Kind::About, circle.about.id.as_str()), said(None, ""));
    assert_eq!(subject(Kind::Goal, "nobody's"), said(None, ""));
}
