//! What is said of a week, in English that a person would say.

use peer_circle::domain::{CheckInState, Tally, Wait};
use peer_circle::ui::pages::{check_in, goal, week};
use peer_circle::ui::text;

fn tally(kept: usize, open: usize, total: usize) -> Tally {
    Tally { kept, partial: 0, open, total }
}

#[test]
fn the_headline_of_a_week() {
    let check = |[kept, open, total]: [usize; 3], state: CheckInState, expected: &str| {
        assert_eq!(week::words::headline(tally(kept, open, total), state, None), expected, "{kept}, {open}, {total}");
    };
    let open = CheckInState::Open;
    check([0, 0, 0], open, "A new week, no commitments yet");
    check([0, 0, 0], CheckInState::Submitted, "Checked in. Next week is yours to plan");
    check([1, 0, 1], open, "Your commitment is kept");
    check([0, 0, 1], open, "Your commitment was not kept");
    check([2, 0, 2], open, "Both commitments kept");
    check([3, 0, 3], open, "All three commitments kept");
    check([2, 0, 3], open, "Two of three kept");
    check([0, 0, 3], open, "None of three kept");
    // Nothing is called unkept while it is open.
    check([0, 1, 1], open, "One to go this week");
    check([1, 2, 3], open, "One kept, two to go");
}

#[test]
fn what_is_open_is_not_counted_against_anybody() {
    let check = |[kept, open, total]: [usize; 3], expected: &str| {
        assert_eq!(text::week::kept(tally(kept, open, total)), expected);
    };
    check([0, 0, 0], "no commitments");
    check([0, 1, 1], "1 open");
    check([1, 2, 3], "1 kept, 2 open");
    check([0, 0, 1], "0 of 1 kept");
    check([3, 0, 3], "3 of 3 kept");
    assert_eq!(text::week::seat("Ana", "", tally(0, 1, 1)), "Ana: 1 open");
    assert_eq!(text::week::seat("Ana", "leads", tally(1, 0, 2)), "Ana (leads): 1 of 2 kept");
}

#[test]
fn the_time_of_the_next_commitments() {
    for (wait, on_week, with_the_check_in) in [
        (Wait::NextWeek, "Next week", "Your commitments for next week"),
        (Wait::AfterPause, "After the pause", "Your commitments for after the pause"),
        (Wait::Weeks(2), "In 2 weeks", "Your commitments for the meeting in 2 weeks"),
    ] {
        assert_eq!(text::week::next(wait), on_week);
        assert_eq!(check_in::words::done_next(wait), with_the_check_in);
    }
}

#[test]
fn where_a_goal_stands() {
    for (share, said) in
        [(0.2, "behind plan"), (0.46, "on track"), (0.54, "on track"), (0.6, "ahead of plan"), (1.0, "there")]
    {
        assert_eq!(goal::words::pace(share, 0.5), said, "{share}");
    }
}

#[test]
fn who_never_checked_in_is_not_said_to_have_missed_twelve_weeks() {
    assert_eq!(text::nudge::last_heard(None), "No check-in yet.");
    assert_eq!(text::nudge::last_heard(Some("9 Nov")), "Last check-in: week of 9 Nov.");
}
