//! Feedback all the way round: asked, given, thanked for, acted on, kept, closed.

use crate::steps::{
    CIRCLE, PEOPLE, Taps, bring, check_in, download_circle, go, join, open_file, readable, site, start_circle,
};
use peer_circle_e2e::{Device, Find, Journey, containing};
use std::path::PathBuf;

const QUESTION: &str = "Where did you stop reading?";
const OTHER: &str = "Wednesday writers";
const SEEN: &str = "You name 3 numbers before you say what you built";
const SECRET: &str = "You spoke over Chen 3 times on Friday";
const PROMISE: &str = "Move the picture to the top by Friday 18:00";

/// Two devices that send each other files; at the end the giver reads what came of it.
pub fn all_the_way_round(journey: &Journey) {
    let site = site();
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
    act_and_close(&ana);
    bring(&ana, &ben);
    go(&ben, "Feedback");
    ben.by_text("Two studios wrote back").see();
    ben.link(containing("Ana")).click();
    ben.heading("Ana: feedback").see();
    ben.by_text("Two studios wrote back").see();
    assert_eq!([ana.console_errors(), ben.console_errors()], [[""; 0], [""; 0]]);
}

/// Ana thanks for what came in, commits to something because of it, keeps that, and says what came of it.
#[track_caller]
fn act_and_close(ana: &Device) {
    ana.by_text(containing("gave Ana feedback")).see();
    go(ana, "Week");
    ana.link(containing("Ben gave you feedback")).click();
    ana.button("Thanks").click();
    ana.button("Commit to something").click();
    let dialog = ana.dialog("What do you make of it?");
    dialog.fill("I will", PROMISE);
    dialog.button("I commit to it").click();
    ana.by_text(containing(PROMISE)).see();
    ana.button("Say what came of it").see();
    go(ana, "Week");
    ana.button(containing("kept: Move the picture")).click();
    ana.link(containing("What came of Ben's feedback?")).click();
    ana.button("Say what came of it").click();
    let dialog = ana.dialog("Say what came of it");
    dialog.fill("What came of it", "Two studios wrote back");
    dialog.button("Close it").click();
    ana.by_text("Two studios wrote back").see();
    ana.button("Open it again").see();
}

/// Feedback to what somebody asked in a check-in takes few taps, and can be taken back.
pub fn few_taps(journey: &Journey) {
    let site = site();
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
    ana.by_text("Your feedback for Ben is in the circle").see();
    ana.button("Undo").click();
    go(&ana, "Feedback");
    ana.by_text(SEEN).see_gone();
    assert_eq!(ana.console_errors(), [""; 0]);
}

/// A note for two stays out of the circle's file, reaches its receiver by its own, and nobody else; the answer comes
/// back in the same way.
pub fn for_two_alone(journey: &Journey) {
    let site = site();
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    let [ben, chen] = ["Ben", "Chen"].map(|who| join(journey, &site, who, &download_circle(&ana)));
    let note = give_to_ben_alone(&ana);
    let circle = download_circle(&ana);
    assert!(!std::fs::read_to_string(&circle).unwrap_or_default().contains(SECRET));
    assert!(!readable(&circle).to_string().contains("feedback"));

    open_file(&chen, &note);
    chen.by_text(containing("for two others, and nothing of it was kept")).see();
    assert!(!chen.local_storage().values().any(|value| value.contains(SECRET)));

    open_file(&ben, &note);
    ben.by_text(containing("gave Ben feedback")).see();
    go(&ben, "Week");
    ben.link(containing("Ana gave you feedback")).click();
    ben.button("Thanks in words").click();
    let dialog = ben.dialog("Thanks in words");
    dialog.fill("Your words", "I had not heard that");
    dialog.button("Say thanks").click();
    ben.by_text("I had not heard that").see();
    let answer = ben.download(|| ben.button("Save its file").click());
    // It is still there after a reload.
    ben.open(&site.url("feedback/"));
    ben.by_text("I had not heard that").see();

    // A second device of whom it is for gets it by the same files.
    let other = join(journey, &site, "Ben", &circle);
    open_file(&other, &answer);
    go(&other, "Feedback");
    other.by_text(SECRET).see();
    other.by_text("I had not heard that").see();

    open_file(&ana, &answer);
    go(&ana, "Feedback");
    ana.by_text("I had not heard that").see();
    open_file(&ana, &answer);
    ana.by_text(containing("Nothing new")).nth(0).see();
    for device in [&ana, &ben, &chen, &other] {
        assert_eq!(device.console_errors(), [""; 0]);
    }
}

/// Ana writes a note for Ben alone, saves its file and says that it was sent.
#[track_caller]
fn give_to_ben_alone(ana: &Device) -> PathBuf {
    go(ana, "Feedback");
    ana.button("Give feedback").nth(0).click();
    let dialog = ana.dialog(containing("eedback"));
    dialog.choose("To whom", "Ben");
    dialog.fill("What did you see or hear", SECRET);
    dialog.check("Who can read it", "Only the two of us");
    dialog.by_text(containing("never in the circle's file")).see();
    dialog.button("Give it").click();
    ana.by_text(SECRET).see();
    ana.by_text(containing("for the two of you")).see();
    let note = ana.download(|| ana.button("Save its file").click());
    assert!(note.to_string_lossy().ends_with(".note.json"), "{}", note.display());
    ana.button("I sent it").click();
    ana.button("I sent it").see_gone();
    note
}

/// What is for two is in both tabs of a device, and gone from both when it is taken back; the hot seat has its way to it.
pub fn in_two_tabs(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    let first = device.tab();
    let second = device.new_tab();
    device.open(&site.url("feedback/"));
    device.heading("Feedback").see();
    device.switch_tab(&first);
    go(&device, "Session");
    device.button("Start the session").click();
    device.button("Step 1 of 6: all steps and the time").click();
    device.by_role("navigation", "Steps").button(containing("Hot seat")).click();
    device.button("Take the seat: Ben").click();
    device.button("Give Ben feedback").click();
    let dialog = device.dialog("Feedback for Ben");
    dialog.fill("What did you see or hear", SECRET);
    dialog.check("Who can read it", "Only the two of us");
    dialog.button("Give it").click();
    device.button("Undo").see();
    device.switch_tab(&second);
    device.by_text(SECRET).see();
    device.by_text("On the hot seat").see();
    device.switch_tab(&first);
    device.button("Undo").click();
    device.switch_tab(&second);
    device.by_text(SECRET).see_gone();
    device.reload();
    device.heading("Feedback").see();
    device.by_text(SECRET).see_gone();
    assert_eq!(device.console_errors(), [""; 0]);
}

/// A note goes into its own circle while another is open; where its circle is not on the device, that is said.
pub fn while_another_is_open(journey: &Journey) {
    let site = site();
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    let circle = download_circle(&ana);
    let note = give_to_ben_alone(&ana);

    let ben = journey.device("ben");
    ben.open(&site.url(""));
    start_circle(&ben, OTHER, &["Ben", "Ida"]);
    go(&ben, "Sync");
    ben.upload("Open files", &[&note]);
    ben.by_text(containing("which is not on this device. Open its circle file first.")).see();
    assert!(!ben.local_storage().values().any(|value| value.contains(SECRET)));

    ben.upload("Open files", &[&circle]);
    ben.button(format!("Open “{CIRCLE}”")).click();
    ben.button(containing("Ben")).click();
    ben.button(containing("Circle menu")).click();
    ben.button(OTHER).click();
    open_file(&ben, &note);
    ben.by_text(containing("gave Ben feedback")).see();
    ben.by_text(SECRET).see_gone();
    ben.button(containing("Circle menu")).click();
    ben.button(CIRCLE).click();
    go(&ben, "Week");
    ben.link(containing("Ana gave you feedback")).click();
    ben.by_text(SECRET).see();
    assert_eq!([ana.console_errors(), ben.console_errors()], [[""; 0], [""; 0]]);
}

/// What somebody asks for in their check-in is answered from the session's round, where it is read out.
pub fn from_the_round(journey: &Journey) {
    let site = site();
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    let ben = join(journey, &site, "Ben", &download_circle(&ana));
    go(&ben, "Check in");
    ben.fill(containing("What can the circle help with"), QUESTION);
    check_in(&ben, "Two answers", PROMISE);
    bring(&ben, &ana);

    go(&ana, "Session");
    ana.button("Start the session").click();
    let taps = Taps::default();
    taps.tap(ana.by_role("region", "One after the other").button("Give Ben feedback"));
    let dialog = ana.dialog("Feedback for Ben");
    taps.write(dialog.by_label("What did you see or hear"), SEEN);
    taps.tap(dialog.button("Give it"));
    taps.see_at_most(3);
    dialog.see_gone();
    go(&ana, "Feedback");
    ana.by_text(SEEN).see();
    ana.by_text(containing("You asked:")).see();
    assert_eq!([ana.console_errors(), ben.console_errors()], [[""; 0], [""; 0]]);
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
