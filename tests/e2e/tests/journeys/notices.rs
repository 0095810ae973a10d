//! Notices: they are heard each time, and lie above nothing that is needed next.

use crate::steps::{CIRCLE, PEOPLE, check_in, commit, go, site, start_circle};
use peer_circle_e2e::{Device, Find, Journey};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const FIRST: &str = "Send 5 applications by Wednesday";
const SECOND: &str = "Record 1 mock interview";

/// Notes what comes into the live region from now on.
const LISTEN: &str = "
    window.heard = [];
    const note = ({ addedNodes }) => [...addedNodes].forEach((node) => window.heard.push(node.textContent));
    new MutationObserver((changes) => changes.forEach(note))
        .observe(document.querySelector('[role=status][aria-live]'), { childList: true, subtree: true });";

/// Two notices with the same words are spoken twice: each is new in the live region.
pub fn spoken_twice(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    device.execute(LISTEN, &[]);
    let heard = || {
        let heard = device.execute("return window.heard.filter((words) => words.trim())", &[]);
        heard.as_array().cloned().unwrap_or_default()
    };
    commit(&device, FIRST);
    device.wait_for("the first notice", || heard().len() == 1);
    commit(&device, SECOND);
    device.wait_for("the second notice", || heard().len() == 2);
    let heard = heard();
    assert!(heard[0].as_str().is_some_and(|words| !words.is_empty()));
    assert_eq!(heard[0], heard[1]);
    assert_eq!(device.console_errors(), [""; 0]);
}

/// Every notice is in sight for its time, also after another one went by itself.
pub fn each_has_its_time(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    let notice = device.by_css(".notice").patiently(Duration::from_secs(30));
    for text in [FIRST, SECOND] {
        commit(&device, text);
        notice.see();
        let begun = Instant::now();
        notice.see_gone();
        assert!(begun.elapsed() > Duration::from_secs(5), "{text}: gone after {:?}", begun.elapsed());
    }
    assert_eq!(device.console_errors(), [""; 0]);
}

/// On a small phone no notice lies above what is done next, seen where the page comes to rest: the way to send a
/// check-in, the button that sends it, and the one that opens the others' files. The session's way on is looked at in
/// `session::on_a_phone`.
pub fn cover_nothing(journey: &Journey) {
    // Where files can be shared, the button that does it comes first.
    let shares = "Object.defineProperty(navigator, 'canShare', { value: () => true, configurable: true });
        Object.defineProperty(navigator, 'share', { value: async () => {}, configurable: true });";
    let site = site().with_script(shares);
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    go(&device, "Check in");
    check_in(&device, "Two answers", FIRST);
    hold(&device);
    see_free(&device, "main #send .btn[data-kind=main]");
    go(&device, "Sync");
    device.by_css(".sync__state").see();
    for button in ["main .sync .btn[data-kind=main]", "main label[for=open-files]"] {
        see_free(&device, button);
    }
    assert_eq!(device.console_errors(), [""; 0]);
}

/// Keeps the notice in sight, as a pointer above it does.
#[track_caller]
fn hold(device: &Device) {
    device.by_css(".notice").see();
    device.execute("document.querySelector('.notice').dispatchEvent(new PointerEvent('pointerenter'))", &[]);
}

/// Sees that `selector` is in reach while a notice is shown, brought into sight as a person scrolls to it: whatever the
/// way to it, the notice does not lie above it, and its middle can be touched.
#[track_caller]
fn see_free(device: &Device, selector: &str) {
    let script = "
        const [notice, button] = [document.querySelector('.notice'), document.querySelector(arguments[0])];
        if (!notice || !button) return 'missing';
        button.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        const [a, b] = [notice.getBoundingClientRect(), button.getBoundingClientRect()];
        const apart = a.bottom <= b.top || b.bottom <= a.top || a.right <= b.left || b.right <= a.left;
        const top = document.elementFromPoint(b.left + b.width / 2, b.top + b.height / 2);
        return apart && (button.contains(top) || button === top) ? 'free' : `${JSON.stringify([a, b])} ${top?.outerHTML}`;";
    let mut found = Value::Null;
    device.wait_for(&format!("{selector} to be in reach"), || {
        found = device.execute(script, &[json!(selector)]);
        found != json!("missing")
    });
    assert_eq!(found, json!("free"), "{selector}");
}
