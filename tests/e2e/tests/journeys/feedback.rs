//! Feedback all the way round: asked, given, thanked for, acted on, kept, closed.

use crate::steps::{CIRCLE, PEOPLE, Taps, download_circle, go, on_thursday, start_circle};
use peer_circle_e2e::{Device, Find, Journey, Site, containing};

const QUESTION: &str = "Where did you stop reading?";
const SEEN: &str = "You name 3 numbers before you say what you built";
const PROMISE: &str = "Move the picture to the top by Friday 18:00";

/// Two devices that send each other files; at the end the giver reads what came of it.
pub fn all_the_way_round(journey: &Journey) {
    let site = Site::release().with_script(&on_thursday());
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    go(&ana, "Feedback");
    ana.heading("Feedback").see();
    ana.by_text("What would you like to know about your work?").see();
    ask(&ana, "Ben", QUESTION);

    let ben = journey.device("ben");
    ben.open(&site.url(""));
    ben.upload("Open a file", &[download_circle(&ana)]);
    ben.button(containing("Ben")).click();
    ben.heading(containing("no commitments yet")).see();
    // The week of who is asked shows the question, which leads to it.
    ben.link(containing(QUESTION)).click();
    ben.button("Answer").click();
    let dialog = ben.dialog("Feedback for Ana");
    dialog.fill("What did you see or hear", "You always name numbers first");
    dialog.by_text(containing("one exception and nobody listens")).see();
    dialog.fill("What did you see or hear", SEEN);
    dialog.by_text(containing("one exception and nobody listens")).see_gone();
    dialog.button("Give it").click();
    ben.by_text(SEEN).see();
    ben.by_text(containing("Ana asks")).see_count(1);

    bring(&ben, &ana);
    ana.by_text(containing("gave Ana feedback")).see();
    go(&ana, "Week");
    ana.link(containing("Ben gave you feedback")).click();
    ana.button("Thanks").click();
    ana.button("Commit to something").click();
    let dialog = ana.dialog("What do you make of it?");
    dialog.fill("I will", PROMISE);
    dialog.button("I commit to it").click();
    ana.by_text(containing(PROMISE)).see();
    ana.button("Say what came of it").see();
    go(&ana, "Week");
    ana.button(containing("kept: Move the picture")).click();
    ana.link(containing("What came of Ben's feedback?")).click();
    ana.button("Say what came of it").click();
    let dialog = ana.dialog("Say what came of it");
    dialog.fill("What came of it", "Two studios wrote back");
    dialog.button("Close it").click();
    ana.by_text("Two studios wrote back").see();
    ana.button("Open it again").see();

    bring(&ana, &ben);
    go(&ben, "Feedback");
    ben.by_text("Two studios wrote back").see();
    ben.link(containing("Ana")).click();
    ben.heading("Ana: feedback").see();
    ben.by_text("Two studios wrote back").see();
    assert_eq!([ana.console_errors(), ben.console_errors()], [[""; 0], [""; 0]]);
}

/// Feedback to what somebody asked in a check-in takes few taps, and can be taken back.
pub fn few_taps(journey: &Journey) {
    let site = Site::release().with_script(&on_thursday());
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    let taps = Taps::default();
    taps.tap(ana.button(containing("Ben no commitments")));
    taps.tap(ana.button("Give Ben feedback"));
    let dialog = ana.dialog("Feedback for Ben");
    taps.write(dialog.by_label("What did you see or hear"), SEEN);
    taps.tap(dialog.button("Give it"));
    taps.see_at_most(4);
    ana.by_text("Ben has your feedback").see();
    ana.button("Undo").click();
    go(&ana, "Feedback");
    ana.by_text(SEEN).see_gone();
    assert_eq!(ana.console_errors(), [""; 0]);
}

#[track_caller]
fn ask(device: &Device, whom: &str, question: &str) {
    device.button("Ask for feedback").click();
    let dialog = device.dialog("Ask for feedback");
    dialog.choose("Ask whom", whom);
    dialog.fill("Your question", question);
    dialog.button("Ask").click();
    device.by_text(containing(question)).see();
}

/// `from` saves the circle's file, `to` opens it.
#[track_caller]
fn bring(from: &Device, to: &Device) {
    let file = download_circle(from);
    go(to, "Sync");
    to.upload("Open files", &[file]);
    to.by_role("region", "What came in").see();
}
