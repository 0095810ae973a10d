//! What members have said of themselves.

use super::{CareerStage, Profile, SaidTie, Tie, TieId, TieKind, skill_key};
use crate::domain::member::MemberId;
use crate::domain::order::Arrange;
use crate::domain::records::Circle;

/// What a profile is made of, in the order in which it is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ProfileQuestion {
    /// What can you help others with?
    Offers,
    /// What do you want to learn?
    Wants,
    /// What are you here for?
    Intentions,
    /// Where are you in your career?
    Stage,
    /// When do you have time?
    Hours,
}

impl ProfileQuestion {
    /// All of them, in their order.
    pub const ALL: [Self; 5] = [Self::Offers, Self::Wants, Self::Intentions, Self::Stage, Self::Hours];

    /// The name that stands for it in addresses and styles.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Offers => "offers",
            Self::Wants => "wants",
            Self::Intentions => "intentions",
            Self::Stage => "stage",
            Self::Hours => "hours",
        }
    }

    /// Whether `profile` answers it.
    pub fn is_answered(self, profile: &Profile) -> bool {
        match self {
            Self::Offers => !profile.offers.is_empty(),
            Self::Wants => !profile.wants.is_empty(),
            Self::Intentions => profile.intentions.said().next().is_some() || !profile.own_intention.is_empty(),
            Self::Stage => profile.stage.is_some(),
            Self::Hours => !profile.hours.is_empty(),
        }
    }
}

/// A skill that somebody in the circle offers or wants.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KnownWord {
    /// As it was typed first.
    pub word: String,
    /// How many say it.
    pub count: usize,
}

/// The skills of `profiles`, those that most people say first; `of` picks what is read of each.
pub fn known_words<'a>(
    profiles: impl IntoIterator<Item = &'a Profile>,
    of: impl Fn(&'a Profile) -> Vec<&'a str>,
) -> Vec<KnownWord> {
    let mut found: Vec<(String, KnownWord)> = Vec::new();
    for word in profiles.into_iter().flat_map(of) {
        let key = skill_key(word);
        match found.iter_mut().find(|(known, _)| *known == key) {
            Some((_, known)) => known.count += 1,
            None => found.push((key, KnownWord { word: word.to_owned(), count: 1 })),
        }
    }
    found.arrange_by(|a, b| b.1.count.cmp(&a.1.count).then_with(|| a.0.cmp(&b.0)));
    found.into_iter().map(|(_, known)| known).collect()
}

impl Circle {
    /// What `member` said of themselves; empty where they said nothing.
    pub fn profile_of(&self, member: &MemberId) -> Profile {
        self.profiles.get(member).map_or_else(|| Profile::of(member.clone()), |profile| (**profile).clone())
    }

    /// The tie of two members, unless it was taken back.
    pub fn tie_of(&self, a: &MemberId, b: &MemberId) -> Option<&Tie> {
        let tie = self.ties.get(&TieId::of(a, b)?)?;
        tie.deleted_at.is_none().then_some(&**tie)
    }

    /// How `me` said that they know `them`.
    pub fn said_tie(&self, me: &MemberId, them: &MemberId) -> Option<SaidTie> {
        self.tie_of(me, them).map(|tie| tie.said_by(me))
    }

    /// Who reports to whom among those who belong now: the report, then who they report to.
    pub fn reporting_lines(&self) -> Vec<(MemberId, MemberId)> {
        let mut found = Vec::new();
        for tie in self.ties.values().filter(|tie| tie.deleted_at.is_none()) {
            let [one, other] = tie.id.both();
            let belongs = |id: &MemberId| self.members.get(id).is_some_and(|member| member.left_at.is_none());
            let TieKind::ReportsTo(report) = &tie.kind else { continue };
            if belongs(one) && belongs(other) && tie.id.has(report) {
                let lead = if report == one { other } else { one };
                found.push((report.clone(), lead.clone()));
            }
        }
        found
    }

    /// How many members are at each stage, the earliest first; those who did not say are left out.
    pub fn stage_mix(&self) -> Vec<(CareerStage, usize)> {
        let said: Vec<_> = self.roster().iter().filter_map(|member| self.profiles.get(&member.id)?.stage).collect();
        let counted = CareerStage::ALL.map(|stage| (stage, said.iter().filter(|one| **one == stage).count()));
        counted.into_iter().filter(|(_, count)| *count > 0).collect()
    }
}
