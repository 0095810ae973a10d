//! How well people fit together as a circle, 0 to 100, with the reasons (design 2.1).
//!
//! Five parts earn points. A part that nothing is known of is left out with its points, and the rest counts as the
//! whole. The points of the parts are whole numbers that add up to their sum as shown, by the method of largest
//! remainders (Hamilton's apportionment).

mod advice;
mod help;
mod invited;
mod mix;
mod week;

use crate::domain::member::MemberId;
use crate::domain::order::Arrange;
use crate::domain::present::Present;
use crate::domain::profile::{CareerStage, Profile, TieKind};
use crate::domain::time::ZoneRules;

pub use advice::{CIRCLE_MOST, FitAdvice, PODS_FROM, fit_advice};
pub use help::{FitHelp, HelpStep, fit_help};
pub use invited::anonymous;
pub use mix::{Mix, OWN_INTENTION, SkillCount, TieCount, free_time, intention_keys};
pub use week::{FitWeek, FreeTime};

/// What the fit is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FitPart {
    /// How near the members are to each other in their careers.
    Stage,
    /// How much they want the same.
    Intention,
    /// How much time they have in common.
    Schedule,
    /// How much of what they want others can teach.
    Complement,
    /// How free they are to be honest: friends spare each other.
    Independence,
}

impl FitPart {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Stage, Self::Intention, Self::Schedule, Self::Complement, Self::Independence];

    /// Most points that it can earn.
    pub const fn weight(self) -> u8 {
        match self {
            Self::Stage | Self::Intention => 25,
            Self::Schedule | Self::Complement => 20,
            Self::Independence => 10,
        }
    }

    /// The name that stands for it in styles.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Stage => "stage",
            Self::Intention => "intention",
            Self::Schedule => "schedule",
            Self::Complement => "complement",
            Self::Independence => "independence",
        }
    }

    /// How much of its points `mix` earns, 0 to 1; `None` while too little is known.
    pub fn share(self, mix: &Mix) -> Option<f64> {
        match self {
            Self::Stage => stage_share(&mix.stages),
            Self::Intention => intention_share(&mix.intentions),
            Self::Schedule => (mix.timed >= 2).then(|| (f64::from(mix.common.minutes()) / 180.0).min(1.0)),
            Self::Complement => {
                let wanted: usize = mix.wants.iter().map(|want| want.members).sum();
                let met: usize = mix.wants.iter().map(|want| want.met).sum();
                (mix.skilled >= 2 && wanted > 0).then(|| met as f64 / wanted as f64)
            }
            Self::Independence => {
                let pairs = pairs(mix.members);
                (mix.tied > 0 && pairs > 0).then(|| 1.0 - mix.friends as f64 / pairs as f64)
            }
        }
    }

    /// Of how many members (of pairs, for independence) something is known.
    fn known(self, mix: &Mix) -> usize {
        match self {
            Self::Stage => mix.stages.len(),
            Self::Intention => mix.intentions.len(),
            Self::Schedule => mix.timed,
            Self::Complement => mix.skilled,
            Self::Independence => mix.tied,
        }
    }
}

/// One part, and what it earns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FitReason {
    /// Which part.
    pub part: FitPart,
    /// Its points; `None` while too little is known.
    pub points: Option<u8>,
    /// Of how many members, or pairs, something is known.
    pub known: usize,
    /// How many members, or pairs, there are.
    pub of: usize,
}

/// What stands in the way whatever the score says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Blocker {
    /// Those who said their time have no hour in common.
    NoCommonHour,
    /// One reports to the other: the report, then who they report to.
    ReportingLine(MemberId, MemberId),
}

/// How well people fit, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FitScore {
    /// The parts, in the order of [`FitPart::ALL`].
    pub reasons: Vec<FitReason>,
    /// What the parts that are known earn together: the sum of their points.
    pub points: u8,
    /// What they could earn.
    pub possible: u8,
    /// What stands in the way.
    pub blockers: Vec<Blocker>,
}

impl FitScore {
    /// 0 to 100: the points out of those that could be earned; `None` while nothing is known.
    pub fn score(&self) -> Option<u8> {
        let (points, possible) = (u32::from(self.points), u32::from(self.possible));
        // Rounded to the nearest, halves up.
        (possible > 0).then(|| ((200 * points + possible) / (2 * possible)) as u8)
    }

    /// Whether every part is known.
    pub fn is_whole(&self) -> bool {
        self.possible == 100
    }

    /// What is known of `part`.
    pub fn reason(&self, part: FitPart) -> FitReason {
        self.reasons[part as usize]
    }
}

/// How well the people of `mix` fit; `lines` are the reporting lines among them.
pub fn fit(mix: &Mix, lines: &[(MemberId, MemberId)]) -> FitScore {
    let shares = FitPart::ALL.map(|part| part.share(mix).map(|share| share * f64::from(part.weight())));
    let points = rounded(&shares);
    let reason = |(part, points): (FitPart, Option<u8>)| {
        let of = if part == FitPart::Independence { pairs(mix.members) } else { mix.members };
        FitReason { part, points, known: part.known(mix).min(of), of }
    };
    let mut blockers: Vec<_> =
        lines.iter().map(|(report, lead)| Blocker::ReportingLine(report.clone(), lead.clone())).collect();
    if mix.timed >= 2 && !mix.common.has_any_hour() {
        blockers.insert(0, Blocker::NoCommonHour);
    }
    let known = FitPart::ALL.into_iter().zip(points).filter(|(_, points)| points.is_some());
    FitScore {
        possible: known.clone().map(|(part, _)| part.weight()).sum(),
        points: known.filter_map(|(_, points)| points).sum(),
        reasons: FitPart::ALL.into_iter().zip(points).map(reason).collect(),
        blockers,
    }
}

/// The members of a circle and what is known of them; the week is the one at hand.
#[derive(Clone, PartialEq, Debug)]
pub struct FitCircle {
    /// Their profiles, in roster order.
    pub profiles: Vec<Profile>,
    /// Their mixture.
    pub mix: Mix,
    /// Who reports to whom.
    pub lines: Vec<(MemberId, MemberId)>,
}

impl FitCircle {
    /// Reads it off the circle as it is now.
    pub fn of(present: Present<'_>) -> Self {
        let circle = present.circle;
        let cycle = present.cycle();
        let week = FitWeek::of(present.zones, &circle.rhythm.of(cycle).zone, cycle);
        let roster = circle.roster();
        let profiles: Vec<_> = roster.iter().map(|member| circle.profile_of(&member.id)).collect();
        let mut ties = TieCount::default();
        for (nth, one) in roster.iter().enumerate() {
            for tie in roster[..nth].iter().filter_map(|other| circle.tie_of(&one.id, &other.id)) {
                ties.tied += 1;
                ties.friends += usize::from(tie.kind == TieKind::Friend);
            }
        }
        let mix = Mix::of(&profiles, ties, week, present.zones);
        Self { profiles, mix, lines: circle.reporting_lines() }
    }

    /// The same with one more person, who is friends with so many of them.
    #[must_use]
    pub fn trying(&self, person: &Profile, friends: usize, zones: &dyn ZoneRules) -> Self {
        let mut tried = self.clone();
        tried.mix = tried.mix.with(person, TieCount { tied: friends, friends }, zones);
        tried.profiles.push(person.clone());
        tried
    }

    /// How well they fit.
    pub fn fit(&self) -> FitScore {
        fit(&self.mix, &self.lines)
    }
}

/// How many pairs `members` people make.
pub fn pairs(members: usize) -> usize {
    members * members.saturating_sub(1) / 2
}

/// 1 − the mean gap of all pairs, of at most four steps.
fn stage_share(stages: &[CareerStage]) -> Option<f64> {
    let gap = |one: &CareerStage, other: &CareerStage| f64::from(one.number().abs_diff(other.number())) / 4.0;
    mean_of_pairs(stages, gap).map(|gap| 1.0 - gap)
}

/// The mean of all pairs' Jaccard index: what both want of what either wants.
fn intention_share(intentions: &[Vec<String>]) -> Option<f64> {
    mean_of_pairs(intentions, |one, other| {
        let both = one.iter().filter(|key| other.contains(key)).count();
        both as f64 / (one.len() + other.len() - both).max(1) as f64
    })
}

fn mean_of_pairs<T>(items: &[T], value: impl Fn(&T, &T) -> f64) -> Option<f64> {
    let mut sum = 0.0;
    for (nth, one) in items.iter().enumerate() {
        sum += items[..nth].iter().map(|other| value(one, other)).sum::<f64>();
    }
    (items.len() >= 2).then(|| sum / pairs(items.len()) as f64)
}

/// Whole numbers that add up to the rounded sum: each is rounded down, then the largest remainders get one more.
fn rounded(exact: &[Option<f64>; 5]) -> [Option<u8>; 5] {
    // What is a whole number but for the last bits of the arithmetic is one.
    let exact = exact.map(|value| value.map(|value| (value * 1e9).round() / 1e9));
    let sum = exact.iter().flatten().sum::<f64>().round();
    let mut points = exact.map(|value| value.map(|value| value.floor() as u8));
    let given: f64 = points.iter().flatten().map(|points| f64::from(*points)).sum();
    let remainder = |place: usize| exact[place].map_or(0.0, |value| value - value.floor());
    let mut places: Vec<usize> = (0..exact.len()).filter(|place| remainder(*place) > 0.0).collect();
    places.arrange_by(|one, other| remainder(*other).total_cmp(&remainder(*one)));
    for place in places.into_iter().take((sum - given).max(0.0) as usize) {
        points[place] = points[place].map(|points| points + 1);
    }
    points
}
