//! Numbers and dates as people type them (design 2.10), on the screen.

use crate::steps::{CIRCLE, PEOPLE, go, site, start_circle};
use peer_circle_e2e::{Find, Journey, containing};

/// What was understood of a number stands beside its field before it is saved; what can be read in two ways is asked
/// about, and is not saved.
pub fn numbers(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    go(&device, "Goals");
    device.button("Set a goal").click();
    let dialog = device.dialog("New goal");
    dialog.fill("At the end I will have", "A novel");
    // A count takes whole numbers alone.
    dialog.fill("To", "7.5");
    device.wait_for("a whole number is asked for", || {
        dialog.by_label("To").description().contains("Write a whole number.")
    });
    dialog.check(containing("How you will know"), "A number");
    dialog.fill("Unit", "words");
    let read = [
        ("12,000", "Read as 12,000"),
        ("1.500,5", "Read as 1,500.5"),
        ("1 500", "Read as 1,500"),
        ("25 %", "Read as 25 %"),
        ("2.5k", "Read as 2,500"),
        ("−5", "Read as -5"),
        ("٢٥", "Read as 25"),
        ("twelve", "Write a number, such as 12 or 7.5."),
        ("12 pages", "Write the number alone, without “pages”."),
        ("12.000", "Is this 12000 or 12? Write it the way you mean it."),
    ];
    for (typed, said) in read {
        dialog.fill("To", typed);
        device
            .wait_for(&format!("“{said}” of “{typed}”"), || dialog.by_label("To").description().contains(said));
    }
    dialog.button("Save").click();
    dialog.by_label("To").see_invalid();
    dialog.by_label("To").see_focus();
    dialog.fill("To", "12,000");
    dialog.button("Save").click();
    dialog.see_gone();
    device.by_text("0 of 12000 words").see();
    device.fill("Where does it stand now?", "1.5k");
    device.button("Note it").click();
    device.by_text("1500 of 12000 words").see();
    assert_eq!(device.console_errors(), [""; 0]);
}

/// A day that is past is asked about wherever days are typed, and one of another year shows its year.
pub fn days(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    let asked = "That was 2 days ago. Is it the day you mean?";
    go(&device, "Goals");
    device.button("Set a goal").click();
    let goal = device.dialog("New goal");
    goal.fill("At the end I will have", "A novel");
    goal.fill("To", "12");
    goal.fill(containing("By when"), "2026-11-24");
    goal.by_text(asked).see();
    goal.fill(containing("By when"), "2026-12-31");
    goal.by_text(containing("Is it the day you mean?")).see_gone();
    goal.fill(containing("By when"), "2028-03-01");
    goal.by_text("In 2028.").see();
    goal.button("Save").click();
    device.by_text("by March 1, 2028").see();

    go(&device, "Roles");
    device.button("Say who is away").click();
    let away = device.dialog("Say who is away");
    away.fill("First day", "2026-11-24");
    away.by_text(asked).see();
    away.fill("Last day", "2027-01-05");
    away.by_text("In 2027.").see();
    away.button("Save").click();
    device.by_role("region", "Away").list_item(containing("January 5, 2027")).see();

    go(&device, "Rhythm");
    device.button(containing("Nov 23")).click();
    device.fill("Hold the session on", "2026-11-24");
    device.by_text(asked).see();
    device.button("Close").click();

    go(&device, "Session");
    device.button("Start the session").click();
    for step in ["Next: Commitment review", "Next: Hot seat", "Next: Decisions"] {
        device.button(step).click();
    }
    let form = device.by_role("form", "Write a decision down");
    form.fill("We decided", "Mock interviews on Tuesdays");
    form.fill(containing("Look at it again"), "2026-11-24");
    form.by_text(asked).see();
    form.fill(containing("Look at it again"), "2027-03-02");
    form.button("Record the decision").click();
    device.by_text(containing("March 2, 2027")).nth(0).see();
    assert_eq!(device.console_errors(), [""; 0]);
}
