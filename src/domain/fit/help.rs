//! The one change that would help a part most.

use super::week::{hour_starts, instant};
use super::{FitCircle, FitPart, Mix, free_time, pairs};
use crate::domain::member::MemberId;
use crate::domain::order::Arrange;
use crate::domain::profile::{CareerStage, Intention, Profile, skill_key};
use crate::domain::time::{Timestamp, ZoneRules};

/// What would help.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum HelpStep {
    /// These have not said it yet.
    Ask(Vec<MemberId>),
    /// Nobody has said who knows whom.
    AskTies,
    /// Somebody at this stage would bring the others together.
    InviteStage(CareerStage),
    /// This many share an intention; the others may mean it too.
    ShareIntention(Intention, usize),
    /// The hour that begins then would be common if these found it.
    FreeHour(Timestamp, Vec<MemberId>),
    /// Somebody who offers this, which so many want.
    FindOffer(String, usize),
    /// Somebody whom nobody knows yet.
    InviteStranger,
}

/// What would help, and how many points it would bring, to the nearest; 0 where that cannot be told ahead.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FitHelp {
    /// What to do.
    pub step: HelpStep,
    /// The points that the part would gain.
    pub gain: u8,
}

/// The change that would help `part` most; `None` where it has all its points or nothing simple would help.
pub fn fit_help(circle: &FitCircle, part: FitPart, zones: &dyn ZoneRules) -> Option<FitHelp> {
    let Some(share) = part.share(&circle.mix) else { return ask(circle, part) };
    if share >= 1.0 {
        return None;
    }
    let (step, after) = match part {
        FitPart::Stage => stage(&circle.mix),
        FitPart::Intention => intention(circle),
        FitPart::Schedule => schedule(circle, zones),
        FitPart::Complement => complement(&circle.mix),
        FitPart::Independence => stranger(&circle.mix),
    }?;
    let gain = ((after - share) * f64::from(part.weight())).round();
    (gain >= 1.0).then_some(FitHelp { step, gain: gain as u8 })
}

/// Those who have not said what the part is made of.
fn ask(circle: &FitCircle, part: FitPart) -> Option<FitHelp> {
    let is_silent = |profile: &&Profile| match part {
        FitPart::Stage => profile.stage.is_none(),
        FitPart::Intention => super::intention_keys(profile).is_empty(),
        FitPart::Schedule => profile.hours.is_empty(),
        FitPart::Complement => profile.wants.is_empty(),
        FitPart::Independence => false,
    };
    if circle.mix.members < 2 {
        return None;
    }
    let silent: Vec<_> = circle.profiles.iter().filter(is_silent).map(|profile| profile.id.clone()).collect();
    let step = match part {
        FitPart::Independence => HelpStep::AskTies,
        _ => HelpStep::Ask(silent),
    };
    Some(FitHelp { step, gain: 0 })
}

fn stage(mix: &Mix) -> Option<(HelpStep, f64)> {
    let sum: usize = mix.stages.iter().map(|stage| usize::from(stage.number())).sum();
    // Of stages that help alike, the one nearest to the middle of all.
    let mut nearest = CareerStage::ALL;
    nearest.arrange_by_key(|stage| (usize::from(stage.number()) * mix.stages.len()).abs_diff(sum));
    let tried = nearest.into_iter().filter_map(|stage| {
        let mut stages = mix.stages.clone();
        stages.push(stage);
        Some((stage, super::stage_share(&stages)?))
    });
    let best = tried.fold(
        None,
        |best: Option<(CareerStage, f64)>, one| {
            if best.is_some_and(|best| best.1 >= one.1) { best } else { Some(one) }
        },
    );
    best.map(|(stage, share)| (HelpStep::InviteStage(stage), share))
}

fn intention(circle: &FitCircle) -> Option<(HelpStep, f64)> {
    let said =
        |one: Intention| circle.mix.intentions.iter().filter(|keys| keys.iter().any(|key| key == one.key())).count();
    let total = circle.mix.intentions.len();
    let shared = Intention::ALL.into_iter().map(|one| (one, said(one))).filter(|(_, count)| (1..total).contains(count));
    let (most, count) = shared.fold(
        None,
        |best: Option<(Intention, usize)>, one| {
            if best.is_some_and(|best| best.1 >= one.1) { best } else { Some(one) }
        },
    )?;
    let mut tried = circle.mix.intentions.clone();
    for keys in tried.iter_mut().filter(|keys| !keys.iter().any(|key| key == most.key())) {
        keys.push(most.key().to_owned());
    }
    Some((HelpStep::ShareIntention(most, count), super::intention_share(&tried)?))
}

fn schedule(circle: &FitCircle, zones: &dyn ZoneRules) -> Option<(HelpStep, f64)> {
    let week = circle.mix.week;
    let times = circle.profiles.iter().filter_map(|profile| Some((&profile.id, free_time(profile, week, zones)?)));
    let times: Vec<_> = times.collect();
    let mut best: Option<(usize, Vec<MemberId>)> = None;
    for nth in hour_starts() {
        let missing: Vec<_> =
            times.iter().filter(|(_, free)| !free.has_hour(nth)).map(|(id, _)| (*id).clone()).collect();
        let is_better = best.as_ref().is_none_or(|(_, fewest)| missing.len() < fewest.len());
        // An hour that nobody has is not worth a word.
        if !missing.is_empty() && missing.len() < times.len() && is_better {
            best = Some((nth, missing));
        }
    }
    let (nth, missing) = best?;
    let mut with = circle.mix.common;
    with.add(week, instant(week, nth), instant(week, nth + 4));
    let mix = Mix { common: with, ..circle.mix.clone() };
    Some((HelpStep::FreeHour(instant(week, nth), missing), FitPart::Schedule.share(&mix)?))
}

fn complement(mix: &Mix) -> Option<(HelpStep, f64)> {
    let missing = mix.wants.iter().filter(|want| want.met < want.members);
    let most = missing.fold(None, |best: Option<&super::SkillCount>, want| match best {
        Some(best) if best.members - best.met >= want.members - want.met => Some(best),
        _ => Some(want),
    })?;
    let mut tried = mix.clone();
    for want in tried.wants.iter_mut().filter(|want| skill_key(&want.word) == skill_key(&most.word)) {
        want.met = want.members;
    }
    let step = HelpStep::FindOffer(most.word.clone(), most.members - most.met);
    Some((step, FitPart::Complement.share(&tried)?))
}

fn stranger(mix: &Mix) -> Option<(HelpStep, f64)> {
    let pairs = pairs(mix.members + 1);
    Some((HelpStep::InviteStranger, 1.0 - mix.friends as f64 / pairs as f64))
}
