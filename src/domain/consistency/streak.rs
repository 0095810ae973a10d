//! Streaks that forgive, consistency and comebacks.

use super::{Attendance, MemberWeek};

/// After how many weeks a week counts half as much as a new one.
pub const HALF_LIFE: f64 = 5.0;
/// One missed week in so many is forgiven by itself.
pub const GRACE_WEEKS: usize = 6;

/// What the weeks of a member come to.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Streak {
    /// Weeks with a check-in in the run that reaches to now.
    pub weeks: usize,
    /// The same of the longest run of the time looked at.
    pub longest: usize,
    /// Whether one of the last [`GRACE_WEEKS`] - 1 weeks was forgiven, so that another miss would shorten the run.
    pub has_used_grace: bool,
    /// How often the member came back after missing a week or more.
    pub comebacks: usize,
    /// Mean of what the weeks count, 0 to 1, newer ones weighing more; `None` where no week says anything yet.
    pub consistency: Option<f64>,
}

/// Reads `weeks`, the oldest first.
///
/// A run is a span of weeks of which no [`GRACE_WEEKS`] in a row hold two misses: one is forgiven by itself, and a second
/// one cuts off what was before the first. Weeks that are excused or can still be sent are left out as if they had never
/// been. So an absence declared afterwards heals a run and never shortens it, in whatever order facts come in.
pub fn streak(weeks: &[MemberWeek]) -> Streak {
    let counted: Vec<(bool, f64)> =
        weeks.iter().filter_map(|week| Some((week.attendance == Attendance::Missed, week.value()?))).collect();
    let (mut begin, mut last_miss) = (0, None::<usize>);
    let (mut ins_before, mut comebacks, mut longest) = (vec![0], 0, 0);
    for (place, (is_missed, _)) in counted.iter().enumerate() {
        let ins = ins_before[place];
        if *is_missed {
            if let Some(last) = last_miss.filter(|last| place - last < GRACE_WEEKS) {
                begin = last + 1;
            }
            last_miss = Some(place);
        } else if ins > 0 && last_miss.is_some_and(|last| last + 1 == place) {
            comebacks += 1;
        }
        ins_before.push(ins + usize::from(!is_missed));
        longest = longest.max(ins_before[place + 1] - ins_before[begin]);
    }
    let weeks = ins_before[counted.len()] - ins_before[begin];
    let has_used_grace = weeks > 0 && last_miss.is_some_and(|last| counted.len() - last < GRACE_WEEKS);
    Streak { weeks, longest, has_used_grace, comebacks, consistency: consistency(&counted) }
}

fn consistency(counted: &[(bool, f64)]) -> Option<f64> {
    let fading = 0.5_f64.powf(1.0 / HALF_LIFE);
    let faded = |(sum, weight): (f64, f64), (_, value): &(bool, f64)| (sum * fading + value, weight * fading + 1.0);
    let (sum, weight) = counted.iter().fold((0.0, 0.0), faded);
    (weight > 0.0).then(|| sum / weight)
}
