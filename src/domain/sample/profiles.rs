//! Who the people of the made-up circle are: what they can teach, want to learn, and when they have time.

use crate::domain::member::MemberId;
use crate::domain::profile::{CareerStage, Intention, Profile, SkillSet, Tie, TieId, TieKind, WeeklyHours};
use crate::domain::records::{Circle, Record};
use crate::domain::time::Timestamp;

/// Stage, field, intentions, what they offer, what they want, and free hours from Monday to Friday; the first has not
/// said when, which is what the demo asks for.
type SamplePerson = (
    CareerStage,
    &'static str,
    &'static [Intention],
    &'static [&'static str],
    &'static [&'static str],
    &'static [(u8, u8)],
);

use CareerStage::{Early, Lead, Mid, Senior};
use Intention::{Build, ChangeField, Consistent, FindJob, LearnSkill, Promotion};

const PROFILES: [SamplePerson; 12] = [
    (Mid, "Product", &[FindJob, Consistent], &["User research", "Interviewing"], &["Public speaking", "SQL"], &[]),
    (Senior, "Engineering", &[LearnSkill, Consistent], &["Rust", "SQL"], &["Public speaking"], &[(12, 13), (18, 22)]),
    (
        Mid,
        "Nursing",
        &[ChangeField, FindJob],
        &["Public speaking", "Teaching"],
        &["Writing", "Negotiation"],
        &[(17, 21)],
    ),
    (Early, "Design", &[FindJob], &["Figma", "Writing"], &["Interviewing", "Negotiation"], &[(9, 12), (18, 21)]),
    (Early, "Engineering", &[Build, LearnSkill], &["Figma"], &["Rust", "Interviewing"], &[(18, 23)]),
    (Lead, "Engineering", &[Promotion, Consistent], &["Hiring", "Public speaking"], &["Negotiation"], &[(18, 20)]),
    (Mid, "Engineering", &[FindJob, Consistent], &["Rust"], &["Interviewing"], &[(10, 14), (18, 20)]),
    (Early, "Finance", &[LearnSkill], &["Excel"], &["SQL"], &[(18, 20)]),
    (Mid, "תוכנה", &[ChangeField], &["כתיבה"], &["ניהול מוצר"], &[(18, 21)]),
    (Senior, "Translation", &[FindJob], &["Writing"], &["Negotiation"], &[(18, 20)]),
    (Senior, "Consulting", &[Promotion], &["Excel", "Hiring"], &["Negotiation"], &[(17, 20)]),
    (Mid, "Journalism", &[Consistent, Build], &["Writing"], &["Public speaking"], &[(16, 20)]),
];

/// Fills `circle`, which has people, with their profiles and ties.
pub(super) fn add_profiles(circle: &mut Circle, now: Timestamp) {
    let people: Vec<MemberId> = circle.roster().into_iter().map(|member| member.id.clone()).collect();
    let zone = circle.rhythm.newest().zone.clone();
    for (id, (stage, field, intentions, offers, wants, free)) in people.iter().zip(PROFILES) {
        let mut hours = WeeklyHours::default();
        for (day, (from, to)) in
            WeeklyHours::DAYS.into_iter().take(5).flat_map(|day| free.iter().map(move |free| (day, *free)))
        {
            (from..to).for_each(|hour| hours.set(day, hour, true));
        }
        circle.put(Record::Profile(Profile {
            stage: Some(stage),
            field: field.to_owned(),
            intentions: intentions.iter().copied().collect(),
            offers: offers.iter().copied().collect::<SkillSet>(),
            wants: wants.iter().copied().collect::<SkillSet>(),
            zone: (!free.is_empty()).then(|| zone.clone()),
            hours,
            ..Profile::of(id.clone())
        }));
    }
    for (one, other, kind) in [(0, 1, TieKind::Friend), (0, 2, TieKind::New), (1, 4, TieKind::Colleague)] {
        let (Some(one), Some(other)) = (people.get(one), people.get(other)) else { continue };
        if let Some(id) = TieId::of(one, other) {
            circle.put(Record::Tie(Tie { id, kind, said_at: now, deleted_at: None }));
        }
    }
}
