//! What the fit of a circle depends on, without anybody's name: what an invitation can carry.

use super::week::{FitWeek, FreeTime};
use crate::domain::order::Arrange;
use crate::domain::profile::{CareerStage, Profile, skill_key};
use crate::domain::segment::folded;
use crate::domain::time::ZoneRules;

/// A skill, and how many members say it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SkillCount {
    /// As somebody typed it.
    pub word: String,
    /// How many say it.
    pub members: usize,
    /// Of those who want it, for how many somebody else offers it.
    pub met: usize,
}

/// A circle as a mixture. Lists are sorted by themselves, so that nobody can be told by their place.
#[derive(Clone, PartialEq, Debug)]
pub struct Mix {
    /// The week that the common time is of.
    pub week: FitWeek,
    /// How many members there are.
    pub members: usize,
    /// The stages of those who said theirs.
    pub stages: Vec<CareerStage>,
    /// The intentions of those who said theirs, as keys; what is in own words begins with [`OWN_INTENTION`].
    pub intentions: Vec<Vec<String>>,
    /// How many said when they have time.
    pub timed: usize,
    /// The time that all of them have.
    pub common: FreeTime,
    /// How many said a skill of either side.
    pub skilled: usize,
    /// What is offered.
    pub offers: Vec<SkillCount>,
    /// What is wanted.
    pub wants: Vec<SkillCount>,
    /// How many pairs said how they know each other.
    pub tied: usize,
    /// How many pairs are friends.
    pub friends: usize,
}

/// How an intention in own words begins.
pub const OWN_INTENTION: &str = "own:";

/// How a person knows the members of a circle: how many pairs are said, and how many are friends.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct TieCount {
    /// Pairs that said how they know each other.
    pub tied: usize,
    /// Pairs of friends.
    pub friends: usize,
}

impl Mix {
    /// Nobody yet.
    pub fn empty(week: FitWeek) -> Self {
        Self {
            week,
            members: 0,
            stages: Vec::new(),
            intentions: Vec::new(),
            timed: 0,
            common: FreeTime::default(),
            skilled: 0,
            offers: Vec::new(),
            wants: Vec::new(),
            tied: 0,
            friends: 0,
        }
    }

    /// The mixture of `profiles`, whose ties are counted in `ties`.
    pub fn of(profiles: &[Profile], ties: TieCount, week: FitWeek, zones: &dyn ZoneRules) -> Self {
        let one_by_one = |mix: Self, profile: &Profile| mix.with(profile, TieCount::default(), zones);
        let mix = profiles.iter().fold(Self::empty(week), one_by_one);
        Self { tied: ties.tied, friends: ties.friends, ..mix }
    }

    /// The same with one more person, who knows the others as `ties` says.
    #[must_use]
    pub fn with(mut self, profile: &Profile, ties: TieCount, zones: &dyn ZoneRules) -> Self {
        self.members += 1;
        self.tied += ties.tied;
        self.friends += ties.friends;
        self.stages.extend(profile.stage);
        self.stages.arrange();
        let intentions = intention_keys(profile);
        if !intentions.is_empty() {
            self.intentions.push(intentions);
            self.intentions.arrange();
        }
        self.take_time(profile, zones);
        self.take_skills(profile);
        self
    }

    fn take_time(&mut self, profile: &Profile, zones: &dyn ZoneRules) {
        let Some(free) = free_time(profile, self.week, zones) else { return };
        self.common = if self.timed == 0 { free } else { self.common.and(&free) };
        self.timed += 1;
    }

    fn take_skills(&mut self, profile: &Profile) {
        let (offers, wants) = (profile.offers.words(), profile.wants.words());
        self.skilled += usize::from(!offers.is_empty() || !wants.is_empty());
        for want in &wants {
            let met = usize::from(count_of(&self.offers, want) > 0);
            add(&mut self.wants, want, met);
        }
        for offer in offers {
            add(&mut self.offers, offer, 0);
            let key = skill_key(offer);
            // Whoever offers what they want themselves does not help themselves.
            let own = usize::from(wants.iter().any(|want| skill_key(want) == key));
            let is_first = count_of(&self.offers, offer) == 1;
            if let Some(want) = self.wants.iter_mut().find(|want| skill_key(&want.word) == key) {
                want.met = if is_first { want.members - own } else { want.members };
            }
        }
    }
}

/// When somebody has time in `week`; `None` where they did not say.
pub fn free_time(profile: &Profile, week: FitWeek, zones: &dyn ZoneRules) -> Option<FreeTime> {
    let zone = profile.zone.as_ref().filter(|_| !profile.hours.is_empty())?;
    Some(FreeTime::of(&profile.hours, zone, week, zones))
}

/// What somebody is here for, as sorted keys.
pub fn intention_keys(profile: &Profile) -> Vec<String> {
    let mut keys: Vec<String> = profile.intentions.said().map(|one| one.key().to_owned()).collect();
    let own = folded(&profile.own_intention);
    if !own.is_empty() {
        keys.push(format!("{OWN_INTENTION}{own}"));
    }
    keys.arrange();
    keys
}

fn count_of(counts: &[SkillCount], word: &str) -> usize {
    let key = skill_key(word);
    counts.iter().find(|one| skill_key(&one.word) == key).map_or(0, |one| one.members)
}

fn add(counts: &mut Vec<SkillCount>, word: &str, met: usize) {
    let key = skill_key(word);
    match counts.iter_mut().find(|one| skill_key(&one.word) == key) {
        Some(known) => {
            known.members += 1;
            known.met += met;
        }
        None => {
            let place = counts.partition_point(|one| skill_key(&one.word) < key);
            counts.insert(place, SkillCount { word: word.to_owned(), members: 1, met });
        }
    }
}
