//! Buddy pairs: who calls whom this week.

use super::MemberId;
use crate::domain::records::Circle;
use crate::domain::rhythm::Cycle;

/// Seven people in six weeks: found by search, since turning the table repeats a pair within three weeks
/// at this size. Each pair meets; the group of three comes first.
const SEVEN: [[&[usize]; 3]; 6] = [
    [&[0, 2, 3], &[1, 6], &[4, 5]],
    [&[1, 2, 5], &[0, 4], &[3, 6]],
    [&[1, 3, 4], &[0, 5], &[2, 6]],
    [&[0, 1, 6], &[2, 3], &[4, 5]],
    [&[3, 5, 6], &[0, 4], &[1, 2]],
    [&[2, 4, 6], &[0, 5], &[1, 3]],
];

/// The buddies of `cycle`: pairs, and one group of three when the roster is odd; nobody in a circle of one.
///
/// A pure function of roster and meeting, by the circle method of round-robin tournaments (Kirkman 1847):
/// nobody meets the same buddy twice within three weeks. With two, three or five people that is
/// impossible: three weeks then need more pairs than there are. When the roster changes, the table does.
pub fn buddies(circle: &Circle, cycle: Cycle) -> Vec<Vec<MemberId>> {
    let roster: Vec<&MemberId> = circle.roster().into_iter().map(|member| &member.id).collect();
    let groups = groups(roster.len(), circle.rhythm.meeting(cycle));
    let named = |group: Vec<usize>| group.into_iter().map(|seat| roster[seat].clone()).collect();
    groups.into_iter().map(named).collect()
}

/// The groups of `count` seats in week `week`; a week before the first counts on backwards.
fn groups(count: usize, week: i64) -> Vec<Vec<usize>> {
    match count {
        0 | 1 => Vec::new(),
        7 => SEVEN[turn(week, 6)].iter().map(|group| group.to_vec()).collect(),
        _ if count.is_multiple_of(2) => even(count, turn(week, count - 1)),
        _ => odd(count, turn(week, count)),
    }
}

fn turn(week: i64, period: usize) -> usize {
    usize::try_from(week.rem_euclid(i64::try_from(period).unwrap_or(i64::MAX))).unwrap_or(0)
}

/// The last seat stays; the others turn around it.
fn even(count: usize, round: usize) -> Vec<Vec<usize>> {
    let ring = count - 1;
    let mut groups = facing(ring, round);
    groups.push(vec![round, ring]);
    groups
}

/// All turn; who faces nobody joins the pair three seats away, the nearest that repeats no pair within
/// three weeks.
fn odd(count: usize, round: usize) -> Vec<Vec<usize>> {
    let mut groups = facing(count, round);
    let nth = groups.len().min(3) - 1;
    groups[nth].push(round);
    groups
}

/// The seats of a ring that face each other when `round` faces nobody, the nearest first.
fn facing(ring: usize, round: usize) -> Vec<Vec<usize>> {
    (1..=ring / 2).map(|away| vec![(round + ring - away) % ring, (round + away) % ring]).collect()
}
