//! Advice: what the numbers do not say by themselves.

use super::{FitCircle, FreeTime, free_time, intention_keys, pairs};
use crate::domain::member::MemberId;
use crate::domain::profile::Profile;
use crate::domain::time::ZoneRules;

/// Most members of a circle in whose sessions everyone gets a word; above it the page warns.
pub const CIRCLE_MOST: usize = 8;
/// From this many on two pods or more are proposed.
pub const PODS_FROM: usize = 11;

/// One piece of advice.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FitAdvice {
    /// So many want a skill that nobody offers.
    NobodyOffers(String, usize),
    /// So many of so many pairs are friends.
    FriendPairs(usize, usize),
    /// More members than a session has time for.
    Large(usize),
    /// Pods that would fit, in the order of the roster.
    Pods(Vec<Vec<MemberId>>),
}

/// What is worth saying of a circle, the most pressing first.
pub fn fit_advice(circle: &FitCircle, zones: &dyn ZoneRules) -> Vec<FitAdvice> {
    let mix = &circle.mix;
    let mut found = Vec::new();
    if mix.members >= PODS_FROM {
        found.push(FitAdvice::Pods(pods(&circle.profiles, circle, zones)));
    } else if mix.members > CIRCLE_MOST {
        found.push(FitAdvice::Large(mix.members));
    }
    if mix.friends > 0 && mix.friends * 2 >= pairs(mix.members) {
        found.push(FitAdvice::FriendPairs(mix.friends, pairs(mix.members)));
    }
    // Only those who know each other's skills can miss some.
    let unmet = mix.wants.iter().filter(|want| mix.skilled >= 2 && want.met == 0);
    found.extend(unmet.map(|want| FitAdvice::NobodyOffers(want.word.clone(), want.members)));
    found
}

/// How close members are to one another.
struct Closeness<'a> {
    profiles: &'a [Profile],
    times: Vec<Option<FreeTime>>,
}

impl Closeness<'_> {
    /// How close two are, by their places in the roster. Common time counts most, then stages, then intentions.
    fn of_two(&self, one: usize, other: usize) -> u64 {
        let (first, second) = (&self.profiles[one], &self.profiles[other]);
        let time = match (&self.times[one], &self.times[other]) {
            (Some(one), Some(other)) => u64::from(one.and(other).minutes().min(600)),
            _ => 0,
        };
        let stage = match (first.stage, second.stage) {
            (Some(one), Some(other)) => 4 - u64::from(one.number().abs_diff(other.number())),
            _ => 0,
        };
        let wanted = intention_keys(second);
        let shared = intention_keys(first).iter().filter(|key| wanted.contains(key)).count() as u64;
        time * 2 + stage * 60 + shared * 60
    }

    /// How close `who` is to those of a pod, on average.
    fn to_pod(&self, pod: &[usize], who: usize) -> u64 {
        let sum: u64 = pod.iter().map(|other| self.of_two(who, *other)).sum();
        sum / pod.len().max(1) as u64
    }
}

/// Splits `profiles` into pods of four to six. The first ones of the roster lead a pod each; then whoever is closest to
/// a pod of all joins it, as long as it has room. Equal ones are taken in roster order, so that every device proposes
/// the same.
fn pods(profiles: &[Profile], circle: &FitCircle, zones: &dyn ZoneRules) -> Vec<Vec<MemberId>> {
    let count = profiles.len().div_ceil(6).max(2);
    let room = |pod: usize| profiles.len() / count + usize::from(pod < profiles.len() % count);
    let times = profiles.iter().map(|profile| free_time(profile, circle.mix.week, zones)).collect();
    let closeness = Closeness { profiles, times };
    let mut pods: Vec<Vec<usize>> = (0..count).map(|pod| vec![pod]).collect();
    let mut left: Vec<usize> = (count..profiles.len()).collect();
    while !left.is_empty() {
        let mut best: Option<(u64, usize, usize)> = None;
        for (place, who) in left.iter().enumerate() {
            for (nth, pod) in pods.iter().enumerate().filter(|(nth, pod)| pod.len() < room(*nth)) {
                let near = closeness.to_pod(pod, *who);
                if best.is_none_or(|(most, ..)| near > most) {
                    best = Some((near, place, nth));
                }
            }
        }
        let Some((_, place, nth)) = best else { break };
        let who = left.remove(place);
        pods[nth].push(who);
    }
    let named = |pod: Vec<usize>| {
        let mut pod = pod;
        crate::domain::order::Arrange::arrange(pod.as_mut_slice());
        pod.into_iter().map(|who| profiles[who].id.clone()).collect()
    };
    pods.into_iter().map(named).collect()
}
