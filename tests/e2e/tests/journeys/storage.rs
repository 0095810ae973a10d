//! Stored values that were damaged.

use crate::steps::{CIRCLE, PEOPLE, circle_keys, commit, promise, see_key, site, start_circle};
use peer_circle_e2e::{Device, Find, Journey, containing};
use std::{collections::BTreeMap, fs};

const COMMITMENT: &str = "Send 5 applications by Wednesday";
const LATER: &str = "Record 1 mock interview";
const SPARE: &str = "One of two stored copies was damaged. The other one had everything.";

const FORGET_COPIES: &str = "return new Promise((done) => {
    const gone = indexedDB.deleteDatabase('peer-circle-edits');
    gone.onsuccess = () => done(true);
});";

type Stored = BTreeMap<String, String>;
type Damage = (&'static str, fn(&str) -> Option<String>);

/// One character of the packed state.
fn flipped(value: &str) -> Option<String> {
    let mut chars: Vec<char> = value.chars().collect();
    let place = chars.len() - 20;
    chars[place] = if chars[place] == 'A' { 'B' } else { 'A' };
    Some(chars.into_iter().collect())
}

fn cut(value: &str) -> Option<String> {
    Some(value.chars().take(value.chars().count() / 2).collect())
}

fn removed(_: &str) -> Option<String> {
    None
}

/// One damaged generation costs nothing; two are left as they are and offered.
pub fn damage(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    see_key(&device);
    commit(&device, COMMITMENT);
    commit(&device, LATER);
    let sound = device.local_storage();
    let keys = circle_keys(&device);
    let [a, b] = ["/a", "/b"].map(|end| only(&keys, |key| key.ends_with(end)));
    let damages: [Damage; 3] = [("a flipped byte", flipped), ("a cut", cut), ("a removal", removed)];
    for key in [&a, &b] {
        for (what, damage) in damages {
            restore(&device, &sound);
            device.set_local_storage(key, damage(&sound[key]).as_deref());
            device.reload();
            let all_there = || [COMMITMENT, LATER].iter().all(|text| promise(&device, text).count() == 1);
            device.wait_for(&format!("everything after {what} of {key}"), all_there);
            device.by_text(SPARE).see();
        }
    }

    // An update in the log that cannot be read is there a second time, for a day.
    restore(&device, &sound);
    let log = keys.iter().filter(|key| key.contains("/log/")).max().expect("an update in the log");
    device.set_local_storage(log, flipped(&sound[log]).as_deref());
    device.reload();
    device.by_text(containing("The second copy on this device had everything")).see();
    promise(&device, COMMITMENT).see();
    promise(&device, LATER).see();

    // After that it takes only itself away.
    restore(&device, &sound);
    device.execute(FORGET_COPIES, &[]);
    device.set_local_storage(log, flipped(&sound[log]).as_deref());
    device.reload();
    device.by_text(containing("One stored change could not be read")).see();
    promise(&device, COMMITMENT).see();
    promise(&device, LATER).see_gone();

    restore(&device, &sound);
    let bytes = [(&a, flipped(&sound[&a])), (&b, cut(&sound[&b]))];
    for (key, value) in &bytes {
        device.set_local_storage(key, value.as_deref());
    }
    unreadable(&device, &bytes);
}

/// The screen for what cannot be read: bytes to take away, nothing overwritten, a way back.
fn unreadable(device: &Device, bytes: &[(&String, Option<String>)]) {
    for _ in 0..2 {
        device.reload();
        device.heading(format!("“{CIRCLE}” cannot be read here")).see();
    }
    let file = device.download(|| device.button("Save the stored bytes").click());
    let text = fs::read_to_string(file).expect("the bytes");
    let stored = device.local_storage();
    for (key, value) in bytes {
        assert_eq!(stored.get(*key), value.as_ref(), "{key}");
        let value = value.as_deref().unwrap_or_default();
        assert!(text.contains(&format!("{key}\n{value}\n")), "{key} is not in the download");
    }
    device.button("Take it off this device").click();
    device.heading("Six people, one page, every week").see();
    let stored = device.local_storage();
    for (key, value) in bytes {
        assert_eq!(stored.get(*key), value.as_ref(), "{key} after it was taken off");
    }
    assert_eq!(device.console_errors(), [""; 0]);
}

#[track_caller]
fn only(keys: &[String], is_it: impl Fn(&str) -> bool) -> String {
    let found: Vec<_> = keys.iter().filter(|key| is_it(key)).collect();
    assert_eq!(found.len(), 1, "{keys:?}");
    found[0].clone()
}

/// Puts the storage back to what it was.
fn restore(device: &Device, stored: &Stored) {
    for key in device.local_storage().keys().filter(|key| !stored.contains_key(*key)) {
        device.set_local_storage(key, None);
    }
    for (key, value) in stored {
        device.set_local_storage(key, Some(value));
    }
}
