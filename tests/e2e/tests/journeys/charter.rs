//! The charter: written from an example, signed, edited on two devices at once, and taken over from a written text.

use crate::keys::Keyboard;
use crate::steps::{CIRCLE, PEOPLE, bring, download_circle, go, join, site, start_circle};
use peer_circle_e2e::{Device, Find, Journey, containing};

const PURPOSE: &str = "We help each other to work that we would choose again";
const ANAS_RULE: &str = "We end on time";
const BENS_PURPOSE: &str = "Five of us, five better jobs";

/// Ana begins with an example, Ben signs; both change it without hearing of each other, and both versions are there.
pub fn signed_and_edited_apart(journey: &Journey) {
    let site = site();
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    go(&ana, "Charter");
    ana.by_text("What do you want from each other?").see();
    ana.button(containing("Looking for a job")).click();
    let dialog = ana.dialog("The charter");
    assert!(dialog.by_label(containing("Rules")).value().contains("We ask two questions"));
    dialog.fill("What you are together for", "");
    dialog.by_text(containing("There is no purpose yet")).see();
    dialog.fill("What you are together for", PURPOSE);
    dialog.by_text("11 of 25 words").see();
    dialog.fill(containing("How somebody leaves"), "");
    dialog.by_text(containing("There is no way to leave yet")).see();
    // What is typed outlives the dialog and the page.
    dialog.button("Close").click();
    ana.reload();
    ana.button("Write your own").click();
    let dialog = ana.dialog("The charter");
    dialog.by_label("What you are together for").see_value(PURPOSE);
    dialog.button("Sign it and ask the others").click();
    ana.by_text(PURPOSE).see();
    // What is taken back is back in the form.
    ana.button("Undo").click();
    ana.by_text("What do you want from each other?").see();
    ana.button("Write your own").click();
    let dialog = ana.dialog("The charter");
    dialog.by_label("What you are together for").see_value(PURPOSE);
    dialog.button("Sign it and ask the others").click();
    ana.by_text("1 of 5 have signed").see();
    go(&ana, "Circle");
    ana.by_text(PURPOSE).see();

    let ben = join(journey, &site, "Ben", &download_circle(&ana));
    go(&ben, "Circle");
    ben.link(containing("You are asked to sign")).click();
    ben.by_text("You are asked to sign this.").see();
    ben.button("Sign it").click();
    ben.by_text("2 of 5 have signed").see();
    bring(&ben, &ana);
    ana.by_text("signed the charter").see();

    change(&ana, "Rules", &format!("Camera on\n{ANAS_RULE}"));
    change(&ben, "What you are together for", BENS_PURPOSE);
    bring(&ben, &ana);
    bring(&ana, &ben);
    for device in [&ana, &ben] {
        assert_eq!(device.by_text("Two of you changed this").count(), 0);
        go(device, "Charter");
        // One stands behind each: the older one counts, the other one is proposed with what it changes.
        device.by_role("region", "Counts now").by_text(ANAS_RULE).nth(0).see();
        let proposed = device.by_role("region", "Proposed");
        proposed.by_text(BENS_PURPOSE).nth(0).see();
        proposed.by_text(PURPOSE).nth(0).see();
    }
    ana.by_role("region", "Proposed").button("Sign it").click();
    ana.by_role("region", "Counts now").by_text(BENS_PURPOSE).see();
    ana.button("Undo").click();
    ana.by_role("region", "Counts now").by_text(ANAS_RULE).nth(0).see();
    // Both in one, made from Ben's.
    ana.by_role("region", "Proposed").button("Make a third one from it").click();
    let dialog = ana.dialog("The charter");
    dialog.fill(containing("Rules"), ANAS_RULE);
    dialog.button("Sign it and ask the others").click();
    bring(&ana, &ben);
    go(&ben, "Charter");
    ben.by_role("region", "Proposed").button("Sign it").click();
    let counts = ben.by_role("region", "Counts now");
    counts.by_text(BENS_PURPOSE).nth(0).see();
    counts.by_text(ANAS_RULE).nth(0).see();
    ben.by_role("region", "Proposed").see_gone();
    ben.by_role("region", "Earlier versions").see();
    assert_eq!([ana.console_errors(), ben.console_errors()], [[""; 0], [""; 0]]);
}

#[track_caller]
fn change(device: &Device, field: &str, text: &str) {
    go(device, "Charter");
    device.button("Change it").click();
    let dialog = device.dialog("The charter");
    dialog.fill(containing(field), text);
    dialog.button("Sign it and ask the others").click();
    device.by_text("Written and signed by you. Send the circle, so that the others can sign").see();
}

/// The same by keys alone: an example, other words, signing, withdrawing.
pub fn by_keyboard(journey: &Journey) {
    let site = site();
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &["Ana"]);
    ana.open(&site.url("charter/"));
    ana.heading("Charter").see();
    ana.enter_on(ana.button(containing("Founders")));
    let dialog = ana.dialog("The charter");
    ana.write_into(dialog.by_label("What you are together for"), "!");
    ana.enter_on(dialog.button("Sign it and ask the others"));
    ana.by_text(containing("what nobody else tells us.!")).see();
    ana.heading("Charter").see_focus();
    ana.enter_on(ana.button("Withdraw my signature"));
    ana.by_text("0 of 1 have signed").see();
    ana.enter_on(ana.button("Sign it"));
    ana.by_text("everyone has signed").see();
    assert_eq!(ana.console_errors(), [""; 0]);
}

const AGREEMENT: &str = "# How we work\n\n| Name | Time zone | Contact |\n|---|---|---|\n| Hana | UTC+9 | chat |\n| Omar | UTC+1 | chat |\n\n1. We meet Sundays, 45 minutes, camera on.\n2. Who cannot come says so a day before.\n3. What is said here stays here.\n\n## When we disagree\n\nWe ask a third member.\n\n## Signatures\n";

/// A written agreement is read line by line, shown with choices, taken over, and taken back as a whole.
pub fn agreement(journey: &Journey) {
    let site = site();
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &["Ana"]);
    go(&ana, "Charter");
    ana.button("Paste what you have").click();
    let dialog = ana.dialog("Your written agreement");
    dialog.button("See what it becomes").click();
    dialog.by_text("There is no text yet. Paste it here.").see();
    dialog.fill("The text", AGREEMENT);
    dialog.button("See what it becomes").click();
    dialog.by_text("3 rules, 2 new members, 1 line waits for your choice").see();
    dialog.choose("Line 14 becomes", "A rule");
    dialog.choose("Line 9 becomes", "Who cannot come");
    dialog.by_text("3 rules, 1 line of other text, 2 new members").see();
    dialog.button("5 lines are left out").click();
    dialog.by_text(containing("Line 16: a heading")).see();
    dialog.button("Sign it and ask the others").click();
    ana.by_text("When we disagree: We ask a third member.").see();
    ana.by_text(containing("Hana: UTC+9, chat")).see();
    ana.by_text("1 of 3 have signed").see();
    ana.button("Undo").click();
    ana.by_text("What do you want from each other?").see();
    go(&ana, "Circle");
    ana.by_text("Hana").see_gone();

    // Taken over twice it changes nothing.
    go(&ana, "Charter");
    for _ in 0..2 {
        ana.button("Paste what you have").click();
        let dialog = ana.dialog("Your written agreement");
        dialog.fill("The text", AGREEMENT);
        dialog.button("See what it becomes").click();
        dialog.button("Sign it and ask the others").click();
        dialog.see_gone();
    }
    ana.by_text("All of it is in the charter already: nothing was changed").see();
    ana.by_text("1 of 3 have signed").see();
    ana.by_role("region", "Earlier versions").see_gone();
    assert_eq!(ana.console_errors(), [""; 0]);
}

/// One aim of all, measured by whoever has something to count, above the goals of each.
pub fn shared_aim(journey: &Journey) {
    let site = site();
    let ana = journey.device("ana");
    ana.open(&site.url(""));
    start_circle(&ana, CIRCLE, &PEOPLE);
    go(&ana, "Charter");
    ana.button("Set a shared aim").click();
    let dialog = ana.dialog("Set a shared aim");
    dialog.fill("At the end we will have", "20 interviews together");
    dialog.fill("To", "20");
    dialog.fill("Unit", "interviews");
    dialog.button("Save").click();
    ana.by_text("0 of 20 interviews").see();
    let ben = join(journey, &site, "Ben", &download_circle(&ana));
    go(&ben, "Goals");
    ben.link(containing("20 interviews together")).click();
    ben.fill("Where does it stand now?", "7");
    ben.button("Note it").click();
    ben.by_text("7 of 20 interviews").see();
    bring(&ben, &ana);
    go(&ana, "Goals");
    ana.link(containing("7 of 20 interviews")).click();
    ana.by_text(containing("7 interviews by Ben")).see();
    ana.button("Reached").click();
    ana.by_text("Reached, by all of you").see();
    go(&ana, "Goals");
    ana.link(containing("20 interviews together")).see_gone();
    assert_eq!([ana.console_errors(), ben.console_errors()], [[""; 0], [""; 0]]);
}
