//! What must not break it: a browser that is killed, a storage that is full or refuses, a tab that slept, a file made to
//! stop the app, a clock that is wrong.

use crate::steps::{
    CIRCLE, PEOPLE, bring, circle_keys, commit, download_circle, go, join, promise, readable, see_key, site,
    start_circle,
};
use peer_circle_e2e::{Device, Find, Journey, Site, containing};
use serde_json::json;
use std::path::Path;

const COMMITMENT: &str = "Send 5 applications by Wednesday";
const LATER: &str = "Record 1 mock interview";
const THIRD: &str = "Call 3 studios by Friday";
const NOT_SAVED: &str = "Your last change is not saved.";

#[track_caller]
fn begun(site: &Site, journey: &Journey) -> Device {
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    see_key(&device);
    commit(&device, COMMITMENT);
    device
}

/// How many edits IndexedDB has.
const COPIES: &str = "return new Promise((done) => {
    const opening = indexedDB.open('peer-circle-edits');
    opening.onsuccess = () => {
        const database = opening.result;
        if (!database.objectStoreNames.length) return done(0);
        const count = database.transaction('peer-circle-edits').objectStore('peer-circle-edits').count();
        count.onsuccess = () => { database.close(); done(count.result); };
    };
});";

fn copies(device: &Device) -> u64 {
    device.execute(COPIES, &[]).as_u64().unwrap_or_default()
}

/// The browser is killed a moment after an edit: long before it writes localStorage to the disk.
pub fn killed(journey: &Journey) {
    let site = site();
    let mut device = begun(&site, journey);
    if !device.keeps_profile() {
        return;
    }
    device.see_worker();
    download_circle(&device);
    device.button("I sent it").click();
    // A browser that is closed puts all of it on the disk.
    device.reopen();
    device.open(&site.url(""));
    promise(&device, COMMITMENT).see();
    let before = copies(&device);
    commit(&device, LATER);
    device.wait_for("the second copy", || copies(&device) > before);
    device.crash();
    device.reopen();
    device.open(&site.url(""));
    promise(&device, COMMITMENT).see();
    promise(&device, LATER).see();
    // It is in the log again, and is still to be sent.
    device.reload();
    promise(&device, LATER).see();
    go(&device, "Sync");
    device.by_css(".sync__state").see_text("Not sent yet: 1 commitment.");
}

/// Fills the storage up to the last character.
const FILL: &str = "let text = 'x'.repeat(1 << 20), n = 0;
    while (text) {
        try { localStorage.setItem(`filler/${n}`, text); n += 1; } catch { text = text.slice(text.length / 2 + 1); }
    }
    return n;";
const EMPTY: &str = "Object.keys(localStorage).filter((key) => key.startsWith('filler/'))
    .forEach((key) => localStorage.removeItem(key));";

/// No room in the middle of an edit: it is said, what was stored stays as it was, and nothing of the edit is lost.
pub fn full(journey: &Journey) {
    let site = site();
    let device = begun(&site, journey);
    let bytes = |device: &Device| {
        let keys = circle_keys(device);
        let stored = device.local_storage();
        keys.into_iter().map(|key| (stored[&key].clone(), key)).collect::<Vec<_>>()
    };
    let before = bytes(&device);
    assert_ne!(device.execute(FILL, &[]), json!(0));
    commit(&device, LATER);
    device.by_text(NOT_SAVED).see();
    assert_eq!(bytes(&device), before);
    // Even a tab that is closed now loses nothing.
    device.reload();
    promise(&device, LATER).see();
    device.by_text(NOT_SAVED).see();
    assert!(readable(&download_circle(&device)).to_string().contains(LATER));

    device.execute(EMPTY, &[]);
    go(&device, "Week");
    commit(&device, THIRD);
    device.by_text(NOT_SAVED).see_gone();
    device.reload();
    for text in [COMMITMENT, LATER, THIRD] {
        promise(&device, text).see();
    }
}

/// Refuses to store what the page says in `window.refused`, a regular expression.
const REFUSING: &str = "{
    const store = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
        if (window.refused && new RegExp(window.refused).test(key)) throw new DOMException('no room', 'QuotaExceededError');
        return store.call(this, key, value);
    };
}";

/// A storage that takes all but half-written forms, all but edits, all but the list of circles.
pub fn refuses_some(journey: &Journey) {
    let site = site().with_script(REFUSING);
    let device = begun(&site, journey);
    let refuse = |keys: &str| device.execute("window.refused = arguments[0]", &[json!(keys)]);

    // Forms: what is typed stays on screen, and what it becomes is stored.
    refuse("/drafts?/");
    go(&device, "Check in");
    device.check(containing(COMMITMENT), "kept");
    device.fill("A win, however small", "Spoke up in the stand-up");
    device.by_label("A win, however small").see_value("Spoke up in the stand-up");
    device.check(containing("Confidence"), "4");
    device.fill("Next week I will", LATER);
    device.button("Check in").click();
    device.heading(containing("You are in, ")).see();
    refuse("");
    device.reload();
    device.heading(containing("You are in, ")).see();

    // Edits: said, and stored with the next one that finds room.
    go(&device, "Week");
    refuse("/log/");
    commit(&device, THIRD);
    device.by_text(NOT_SAVED).see();
    refuse("");
    device.button(format!("kept: {THIRD}")).click();
    device.by_text(NOT_SAVED).see_gone();
    device.reload();
    device.button(format!("kept: {THIRD}")).see_on();

    // The list of circles: the circle is there all the same.
    refuse("peer-circle/index");
    go(&device, "Circle");
    device.fill("Add somebody", "Femi");
    device.button("Add somebody").click();
    device.by_role("region", "Members").list_item(containing("Femi")).see();
    device.reload();
    device.by_role("region", "Members").list_item(containing("Femi")).see();
}

/// A storage that throws whatever is asked of it: everything works in the tab, which says that nothing is kept.
pub fn stores_nothing(journey: &Journey) {
    let denied =
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });";
    let site = site().with_script(denied);
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    commit(&device, COMMITMENT);
    device.by_text("Nothing is stored here.").see();
    assert!(readable(&download_circle(&device)).to_string().contains(COMMITMENT));
    device.by_text("Nothing is stored here.").see();
    // Nor anywhere else, when the tab goes out of sight.
    leave(&device);
    go(&device, "Week");
    commit(&device, LATER);
    assert!(!has_values(&device));
}

/// A tab that goes out of sight keeps what the next start shows first; a start from it is like any other.
pub fn out_of_sight(journey: &Journey) {
    let site = site();
    let device = begun(&site, journey);
    leave(&device);
    device.wait_for("kept values", || has_values(&device));
    device.reload();
    promise(&device, COMMITMENT).see();
    commit(&device, LATER);
    device.reload();
    for text in [COMMITMENT, LATER] {
        promise(&device, text).see();
    }
    assert_eq!(device.console_errors(), [""; 0]);
}

/// The page is told that it cannot be seen any more.
fn leave(device: &Device) {
    let script = "Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
        delete document.hidden;";
    device.execute(script, &[]);
}

fn has_values(device: &Device) -> bool {
    let script = "return indexedDB.databases().then((all) => all.some(({ name }) => name === 'peer-circle-values'))";
    device.execute(script, &[]).as_bool() == Some(true)
}

/// A tab that slept while another one wrote was told nothing, and catches up when it comes back.
pub fn slept(journey: &Journey) {
    let site = site().with_script(
        "window.addEventListener('storage', (event) => { if (window.asleep) event.stopImmediatePropagation(); });",
    );
    let device = begun(&site, journey);
    device.execute("window.asleep = true", &[]);
    let sleeping = device.tab();
    let awake = device.new_tab();
    device.open(&site.url(""));
    commit(&device, LATER);
    device.switch_tab(&sleeping);
    promise(&device, LATER).see_gone();
    commit(&device, THIRD);
    device.execute(
        "window.asleep = false; window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
        &[],
    );
    promise(&device, LATER).see();
    device.switch_tab(&awake);
    device.reload();
    for text in [COMMITMENT, LATER, THIRD] {
        promise(&device, text).see();
    }
}

/// Somebody clears the site's storage while the circle is open: what is on screen is stored anew.
pub fn cleared(journey: &Journey) {
    let site = site();
    let device = begun(&site, journey);
    let first = device.tab();
    let second = device.new_tab();
    device.open(&site.url("settings/"));
    device.execute("localStorage.clear()", &[]);
    device.switch_tab(&first);
    device.wait_for("the circle stored anew", || circle_keys(&device).len() > 1);
    device.switch_tab(&second);
    device.close_tab(&first);
    device.open(&site.url(""));
    promise(&device, COMMITMENT).see();
}

/// A file whose bytes make the library stop the app, behind a right checksum (a value in 400,000 lists, one within the
/// other): it costs one reload.
pub fn crafted(journey: &Journey) {
    let site = site();
    let device = begun(&site, journey);
    go(&device, "Sync");
    let stored = device.local_storage();
    let of_circle: Vec<_> = circle_keys(&device);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/traps/deep.circle.json");
    let file = file.canonicalize().expect("the fixture");
    device.upload("Open files", &[&file]);
    device.wait_for("the mark of what is opened", || device.local_storage().contains_key("peer-circle/merging"));
    device.reload();
    device.by_text(containing("stopped the app last time. Nothing of yours has changed.")).see();
    let now = device.local_storage();
    for key in of_circle {
        assert_eq!(now.get(&key), stored.get(&key), "{key}");
    }
    go(&device, "Week");
    promise(&device, COMMITMENT).see();
    commit(&device, LATER);
    device.reload();
    promise(&device, LATER).see();
}

/// A member whose clock is ten years ahead: what either writes reaches the other.
pub fn wrong_clock(journey: &Journey) {
    let right = site();
    let ana = begun(&right, journey);
    let file = download_circle(&ana);
    let ahead = "{ const real = Date.now; Date.now = () => real() + 3650 * 86400000; }";
    let wrong = site().with_script(ahead);
    let ben = journey.device("ben");
    ben.open(&wrong.url(""));
    ben.upload("Open a file", &[&file]);
    ben.button(containing("Ben")).click();
    commit(&ben, LATER);
    bring(&ben, &ana);
    go(&ana, "Circle");
    ana.fill("Add somebody", "Femi");
    ana.button("Add somebody").click();
    let back = download_circle(&ana);
    assert!(readable(&back).to_string().contains(LATER));
    bring(&ana, &ben);
    go(&ben, "Circle");
    ben.by_role("region", "Members").list_item(containing("Femi")).see();
    // Whoever joins then has all of it, and this week is this week.
    let chen = join(journey, &right, "Chen", &back);
    commit(&chen, THIRD);
    chen.reload();
    promise(&chen, THIRD).see();
}
