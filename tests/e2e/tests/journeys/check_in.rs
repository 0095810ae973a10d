//! The check-in by itself; how it travels is told by `sharing`.

use crate::clock::{LATER, later};
use crate::steps::{CIRCLE, PEOPLE, Taps, check_in, commit, go, promise, set_goal, site, start_circle};
use peer_circle_e2e::{Find, Journey, any, containing};

const COMMITMENT: &str = "Send 5 applications by Wednesday";
const GOAL: &str = "A book of short stories";
const NEXT: &str = "Call 3 studios by Friday";

/// It is not sent before every promise has its outcome, and can be changed and taken back.
pub fn outcomes_first(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    commit(&device, COMMITMENT);
    go(&device, "Check in");
    device.fill("A win, however small", "Half a sentence");
    device.button("Check in").click();
    device.by_text("1 commitment wants an outcome first.").see();
    let outcome = device.group(containing(COMMITMENT));
    outcome.see_focus();
    device.check(containing(COMMITMENT), "carry");
    device.button("Check in").click();
    device.by_text("Say in a few words what got in the way.").see();
    outcome.fill("What got in the way?", "The printer");
    check_in(&device, "Two answers already", NEXT);
    device.list_item(containing(COMMITMENT)).nth(0).see_text(containing("carry"));

    // The notice lies above the end of the page.
    device.button("Close").click();
    device.button("Change it").click();
    device.by_label("A win, however small").see_value("Two answers already");
    device.fill("A win, however small", "Three answers");
    device.button("Save the changes").click();
    device.by_text("Three answers").see();
    device.button("Undo").click();
    device.by_text("Two answers already").see();
    assert_eq!(device.console_errors(), [""; 0]);
}

/// The window closes under the form: the words stay in sight, after a reload as well, and go into this week.
pub fn closed_window(journey: &Journey) {
    let site = site().with_script(LATER);
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    commit(&device, COMMITMENT);
    // From Thursday 8:30 to Monday 17:58; the next window opens at 18:00.
    let monday = 4 * 24 * 60 + 9 * 60 + 28;
    later(&device, monday);
    go(&device, "Check in");
    device.by_text(containing("was due")).see();
    device.fill("A win, however small", "Half a sentence");
    device.check(containing(COMMITMENT), "kept");
    later(&device, monday + 3);
    device.by_text(containing("closed while you were writing")).see();
    device.by_label("A win, however small").see_value("Half a sentence");
    device.reload();
    device.by_text(containing("closed while you were writing")).see();
    device.by_label("A win, however small").see_value("Half a sentence");

    device.button("Bring it into this week").click();
    device.by_text(containing("closed while you were writing")).see_gone();
    device.by_label("A win, however small").see_value("Half a sentence");
    check_in(&device, "A whole sentence", NEXT);
    device.by_text("A whole sentence").see();
    assert_eq!(device.console_errors(), [""; 0]);
}

/// Two tabs write one check-in: field by field, and what one sends takes nothing from the other.
pub fn two_tabs(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    go(&device, "Check in");
    let first = device.tab();
    let second = device.new_tab();
    device.open(&site.url("check-in/"));
    device.fill(containing("What stood in your way"), "The printer");

    device.switch_tab(&first);
    device.by_label(containing("What stood in your way")).see_value("The printer");
    device.fill("A win, however small", "Two answers");

    device.switch_tab(&second);
    device.by_label("A win, however small").see_value("Two answers");
    device.fill("Next week I will", NEXT);
    device.button("Check in").click();
    device.heading(containing("You are in, ")).see();

    // The first tab says that it was sent, and has it all.
    device.switch_tab(&first);
    device.heading(containing("You are in, ")).see();
    device.list_item(containing(NEXT)).see_count(1);
    device.button("Change it").click();
    device.by_label("A win, however small").see_value("Two answers");
    promise(&device, NEXT).see();
    assert_eq!(device.console_errors(), [""; 0]);
}

/// What was emptied while changing a check-in stays empty after a reload.
pub fn emptied_field(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    go(&device, "Check in");
    check_in(&device, "Two answers", NEXT);
    device.button("Change it").click();
    // What is promised for next week stays in sight.
    promise(&device, NEXT).see();
    device.fill("A win, however small", "");
    device.reload();
    device.by_label("A win, however small").see_value("");
    device.button("Save the changes").click();
    device.heading(containing("You are in, ")).see();
    device.by_text("Two answers").see_gone();
    assert_eq!(device.console_errors(), [""; 0]);
}

/// What was promised before the circle paused next week is shown for the time after the pause: in the confirmation, on
/// Week, and in the digest of this week.
pub fn before_a_pause(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    go(&device, "Check in");
    check_in(&device, "Two answers", NEXT);
    device.heading("Your commitments for next week").see();
    go(&device, "Rhythm");
    device.button(containing("Week 2 Nov 30")).click();
    device.button("Pause this week").click();
    device.button(containing("Week 2 Nov 30")).see_text(containing("paused"));
    go(&device, "Check in");
    device.heading("Your commitments for after the pause").see();
    promise(&device, NEXT).see();
    go(&device, "Week");
    let mine = device.by_role("region", "Your commitments");
    mine.by_text("After the pause").see();
    mine.list_item(containing(NEXT)).see();
    mine.by_text(containing("no commitments")).see_gone();
    device.open(&site.url("digest/?cycle=2026-11-23"));
    let digest = device.by_label("The digest");
    device.wait_for("the digest to name it", || digest.value().contains(NEXT));
    assert_eq!(device.console_errors(), [""; 0]);
}

/// An empty check-in is asked about, and goes out once somebody says that there is nothing to say.
pub fn nothing_to_say(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    go(&device, "Check in");
    device.button("Check in").click();
    device.by_text(containing("Nothing is written yet")).see();
    device.button("Nothing to say this week").click();
    device.heading(containing("You are in, ")).see();
    assert_eq!(device.console_errors(), [""; 0]);
}

/// A practised check-in with three commitments, a goal and every field takes 15 taps at most, from Week on. On a phone
/// that are some 20 seconds, and what is typed some 45 more (by Palin and others, 2019, 36 words a minute): of two
/// minutes, one is left for thinking.
pub fn few_taps(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    let commitments = [COMMITMENT, "Record 1 mock interview", "Read 2 chapters by Sunday"];
    go(&device, "Goals");
    set_goal(&device, GOAL, "2400", "words");
    go(&device, "Week");
    commitments.iter().for_each(|text| commit(&device, text));
    let taps = Taps::default();
    taps.tap(device.by_role("navigation", "Main").link(containing("Check in")));
    for text in commitments {
        taps.check(&device, containing(text), "kept");
    }
    let fields =
        ["A win, however small", "What stood in your way", "What can the circle help with", "Next week I will"];
    for field in fields {
        taps.write(device.by_label(containing(field)), "Five or six words, and 3");
    }
    taps.write(device.by_role("region", "Where your goals stand now").by_label(containing(GOAL)), "1200");
    taps.check(&device, containing("Confidence"), "4");
    taps.tap(device.button("Check in"));
    device.heading(containing("You are in, ")).see();
    taps.tap(device.button("Save the file"));
    taps.see_at_most(15);
    assert_eq!(device.console_errors(), [""; 0]);
}

/// What is refused of the next week is said at its own line, and at no other.
pub fn refused_line(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    go(&device, "Check in");
    device.fill("A win, however small", "Two answers");
    device.fill("Next week I will", NEXT);
    device.button("Add another").click();
    let line = |nth: usize| device.by_css(".check-in-next").nth(nth);
    let long = "Call 3 studios and write down what each of them says. ".repeat(4);
    line(1).fill("Next week I will", long.trim());
    device.button("Check in").click();
    line(1).by_label("Next week I will").see_invalid();
    line(1).by_label("Next week I will").see_focus();
    line(0).by_text(containing("characters long")).see_gone();
    device.by_text(containing("characters long")).see_count(1);
    // Whoever shortens it, can send it; an empty line before it does not count.
    line(0).fill("Next week I will", "");
    device.button("Check in").click();
    line(1).by_label("Next week I will").see_invalid();
    line(1).fill("Next week I will", NEXT);
    device.by_text(containing("characters long")).see_gone();
    device.button("Check in").click();
    device.heading(containing("You are in, ")).see();
    device.by_role("alert", any()).see_gone();
    assert_eq!(device.console_errors(), [""; 0]);
}

/// The numbers of goals are asked for with the check-in, read as they are written, and shown on the page of goals.
pub fn goal_numbers(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    go(&device, "Goals");
    set_goal(&device, GOAL, "2400", "words");
    go(&device, "Check in");
    let numbers = device.by_role("region", "Where your goals stand now");
    let number = numbers.by_label(containing(GOAL));
    number.enter("many");
    device.fill("A win, however small", "Two answers already");
    device.button("Check in").click();
    number.see_invalid();
    number.see_focus();
    number.enter("1,200");
    device.reload();
    number.see_value("1,200");
    check_in(&device, "Two answers already", NEXT);
    go(&device, "Goals");
    device.by_text("1200 of 2400 words").see();
    device.button("Undo").click();
    device.by_text("1200 of 2400 words").see_gone();
    assert_eq!(device.console_errors(), [""; 0]);
}
