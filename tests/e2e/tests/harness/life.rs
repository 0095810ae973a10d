//! What happens to a page and its browser over time.

use crate::page::TestSite;
use peer_circle_e2e::{Browser, DeviceOptions, Find, Journey, Theme};
use serde_json::json;

pub fn two_tabs(journey: &Journey) {
    let site = TestSite::start();
    let device = journey.device("ana");
    device.open(&site.site.url(""));
    let first = device.tab();
    let second = device.new_tab();
    device.open(&site.site.url(""));
    device.fill("Your name", "From the second 🚀");
    device.switch_tab(&first);
    device.by_css("#hello").see_text("From the second 🚀");
    device.fill("Your name", "From the first");
    device.switch_tab(&second);
    device.by_label("Your name").see_value("From the first");
    assert_eq!(device.execute("return [innerWidth, innerHeight]", &[]), json!([360, 740]));
    device.close_tab(&first);
    assert_eq!(device.tabs(), [first]);
}

pub fn offline(journey: &Journey) {
    let mut test = TestSite::start();
    let mut device = journey.device("ana");
    device.open(&test.site.url(""));
    device.see_worker();
    device.reload();
    test.site.stop();
    device.reload();
    device.heading("This week").see();
    device.fill("Your name", "Offline");
    device.reopen();
    device.open(&test.site.url(""));
    device.by_label("Your name").see_value("Offline");
    // Only the worker answers for a page the host never had.
    device.open(&test.site.url("goals?id=1"));
    device.heading("This week").see();
    test.site.start();
    device.reload();
    device.heading("This week").see();
    // The host is asked again at least for the worker.
    device.look_for_update();
    device.wait_for("a request", || !test.site.take_log().is_empty());
}

pub fn newer_build(journey: &Journey) {
    let mut test = TestSite::start();
    let device = journey.device("ana");
    let build = || {
        let answer = device.execute("return caches.keys().then((names) => names.sort())", &[]);
        answer.as_array().map(Vec::len)
    };
    device.open(&test.site.url(""));
    device.see_worker();
    assert_eq!(build(), Some(1));
    let id = test.site.deploy_newer();
    device.look_for_update();
    device.wait_for("two builds on the device", || build() == Some(2));
    let waits = "return navigator.serviceWorker.getRegistration().then((it) => !!it.waiting)";
    device.wait_for("the newer build waiting", || device.execute(waits, &[]) == json!(true));
    device.execute(
        "return navigator.serviceWorker.getRegistration().then((it) => it.waiting.postMessage('take over'))",
        &[],
    );
    device.wait_for("the newer build active", || device.execute(waits, &[]) == json!(false));
    device.reload();
    let shown = device.execute("return document.querySelector('meta[name=build]').content", &[]);
    assert_eq!(shown, json!(id));
}

pub fn reopening(journey: &Journey) {
    let site = TestSite::start();
    let mut device = journey.device("ana");
    device.open(&site.site.url(""));
    device.fill("Your name", "Ana 🚣");
    device.set_local_storage("peer-circle/x", Some("1"));
    device.set_local_storage("peer-circle/y", Some("2"));
    device.set_local_storage("peer-circle/y", None);
    device.execute("sessionStorage.setItem('gone', 'with the tab')", &[]);
    device.reopen();
    assert_eq!(device.tabs().len(), 1);
    device.open(&site.site.url(""));
    let stored = device.local_storage();
    let stored: Vec<_> = stored.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    assert_eq!(stored, [("name", "Ana 🚣"), ("peer-circle/x", "1")]);
    assert_eq!(device.execute("return sessionStorage.getItem('gone')", &[]), json!(null));
    assert_eq!(device.execute("return [innerWidth, innerHeight]", &[]), json!([360, 740]));

    if device.keeps_profile() {
        device.crash();
        device.reopen();
        device.open(&site.site.url(""));
        device.by_label("Your name").see_value("Ana 🚣");
    }
    // A fresh device has nothing of it.
    let other = journey.device("ben");
    other.open(&site.site.url(""));
    assert!(other.local_storage().is_empty());
}

pub fn settings(journey: &Journey) {
    let site = TestSite::start();
    let options = DeviceOptions::laptop().time_zone("Asia/Kathmandu").theme(Theme::Dark);
    let mut device = journey.device_with("ana", options);
    device.open(&site.site.url(""));
    let script = "const is = (query) => matchMedia(`(prefers-${query})`).matches;
        return [innerWidth, innerHeight, is('color-scheme: dark'), is('reduced-motion: reduce'),
            Intl.DateTimeFormat().resolvedOptions().timeZone, navigator.language]";
    let expected = json!([1280, 900, true, true, "Asia/Kathmandu", "en-US"]);
    let found = device.execute(script, &[]);
    // The zone has had two spellings.
    assert_eq!(found.to_string().replace("Katmandu", "Kathmandu"), expected.to_string());
    device.set_size(360, 740);
    assert_eq!(device.execute("return [innerWidth, innerHeight]", &[]), json!([360, 740]));
    device.execute("console.error('an error')", &[]);
    let errors = device.console_errors();
    assert_eq!(errors.iter().any(|error| error.contains("an error")), device.browser() == Browser::Chromium);

    let folder = tempfile::TempDir::new().expect("a folder");
    let file = folder.path().join("page.png");
    device.full_screenshot(&file);
    assert!(std::fs::read(&file).expect("a picture").starts_with(b"\x89PNG"));

    let light = journey.device_with("ben", DeviceOptions::phone());
    light.open(&site.site.url(""));
    assert_eq!(light.execute("return matchMedia('(prefers-color-scheme: dark)').matches", &[]), json!(false));
    assert_eq!(light.execute("return Intl.DateTimeFormat().resolvedOptions().timeZone", &[]), json!("UTC"));
}

/// A changed world, from before the page's own scripts on.
pub fn scripts(journey: &Journey) {
    let throws = "Storage.prototype.getItem = () => { throw new Error('no storage') }; window.first = 1;";
    let test = TestSite::start_with(throws);
    let device = journey.device("ana");
    device.open(&test.site.url(""));
    let script = "try { localStorage.getItem('name') } catch (error) { return [window.first, error.message] }";
    assert_eq!(device.execute(script, &[]), json!([1, "no storage"]));
}
