//! Words that look like something else.

use crate::steps::{check_in, commit, download_circle, go, promise, set_goal, site, start_circle};
use peer_circle_e2e::{Find, Journey, containing};
use serde_json::json;

const CIRCLE: &str = "<b>Rowers</b> & \"friends\" 🚣🏽‍♀️";
const ME: &str = "<img src=x onerror=hit()>";
const PEOPLE: [&str; 5] = [ME, "דנה כהן", "=HYPERLINK(1)", "Zoë 👩‍💻", "{{name}} %s ${x}"];
const GOAL: &str = "<script>hit()</script> שלום 100%";
const COMMITMENT: &str = "=1+1 <svg onload=hit()> 🎯 by Friday 5";
const WIN: &str = "'); hit(); // לכתוב 3 מכתבים";
const NEXT: &str = "javascript:hit() 2 × <a href=x>mail</a>";

/// Everything is shown as it was typed, and nothing of it runs, on both sides of a file.
pub fn strange_words(journey: &Journey) {
    let site = site().with_script("window.hits = 0; window.hit = () => { window.hits += 1; };");
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    let everyone = device.by_role("region", "Everyone");
    for name in &PEOPLE[1..] {
        everyone.list_item(containing(*name)).see();
    }
    commit(&device, COMMITMENT);
    go(&device, "Goals");
    set_goal(&device, GOAL, "3", "<i>%</i>");
    device.by_text("0 of 3 <i>%</i>").see();
    device.group("Whose goals").button(PEOPLE[2]).click();
    device.heading(format!("Goals of {}", PEOPLE[2])).see();
    go(&device, "Check in");
    device.heading(format!("How did the week go, {ME}?")).see();
    device.check(containing(COMMITMENT), "kept");
    check_in(&device, WIN, NEXT);
    device.by_text(WIN).see();
    go(&device, "Circle");
    device.heading(CIRCLE).see();
    let file = download_circle(&device);
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    assert!(
        name.starts_with("b-rowers-b-friends-img-src-x-onerror-hit-20") && name.ends_with(".circle.json"),
        "{name}"
    );
    assert_eq!(device.execute("return window.hits", &[]), json!(0));

    let other = journey.device("dana");
    other.open(&site.url(""));
    other.upload("Open a file", &[&file]);
    other.heading(format!("Who are you in {CIRCLE}?")).see();
    other.button(containing(PEOPLE[1])).click();
    other.button(containing(ME)).click();
    promise(&other, COMMITMENT).see();
    other.by_text(containing(WIN)).see();
    go(&other, "Goals");
    other.group("Whose goals").button(ME).click();
    other.heading(GOAL).see();
    promise(&other, NEXT).see();
    assert_eq!(other.execute("return window.hits", &[]), json!(0));
    assert_eq!(device.console_errors(), [""; 0]);
    assert_eq!(other.console_errors(), [""; 0]);
}
