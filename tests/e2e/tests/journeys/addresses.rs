//! Every page by its own address.

use crate::steps::{CIRCLE, PAGES, PEOPLE, go, site, start_circle};
use peer_circle_e2e::{Device, DeviceOptions, Find, Journey, Site, containing};

/// Each page opens by its address, with and without a slash at the end, and on reload.
pub fn deep_links(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    // Before there is a circle, every address leads to the first screen and stays; an invitation needs no circle.
    for (page, ..) in PAGES {
        device.open(&site.url(page));
        let heading = if page == "invitations" { "Invitations" } else { "Six people, one page, every week" };
        device.heading(heading).see();
        assert_same(&device.address(), &site.url(page));
    }
    start_circle_at_home(&device, &site);
    for (page, name, heading) in PAGES {
        let slashed = if page.is_empty() { String::new() } else { format!("{page}/") };
        for address in [site.url(page), site.url(&slashed)] {
            device.open(&address);
            see_page(&device, name, heading);
            assert_same(&device.address(), &address);
        }
        device.reload();
        see_page(&device, name, heading);
    }
    // No navigation leads to a role's work, only the roles do.
    device.open(&site.url("work"));
    see_page(&device, "This week's role", "Check-in lead");
    assert_eq!(device.console_errors(), [""; 0]);
}

/// Pages by the navigation, back and forward: the title names the page, its heading has the focus.
pub fn history(journey: &Journey) {
    let site = site();
    // Where each page is one step away.
    let device = journey.device_with("ana", DeviceOptions::laptop());
    start_circle_at_home(&device, &site);
    let near = PAGES.into_iter().filter(|(_, name, _)| ["Week", "Goals", "Circle", "History", "Sync"].contains(name));
    let near: Vec<_> = near.collect();
    for &(_, name, heading) in near.iter().skip(1) {
        go(&device, name);
        see_page(&device, name, heading);
        device.by_css("main h1").see_focus();
    }
    for &(_, name, heading) in near.iter().rev().skip(1) {
        device.back();
        see_page(&device, name, heading);
        device.by_css("main h1").see_focus();
    }
    for &(_, name, heading) in near.iter().skip(1) {
        device.forward();
        see_page(&device, name, heading);
    }
    assert_eq!(device.console_errors(), [""; 0]);
}

/// An address that leads nowhere says so and leads back.
pub fn nowhere(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    start_circle_at_home(&device, &site);
    for address in ["nowhere", "nowhere?id=1"] {
        device.open(&site.url(address));
        device.heading("There is no such page").see();
        device.wait_for("its title", || device.title() == format!("There is no such page · {CIRCLE} · Peer Circle"));
        device.link("To this week").click();
        device.heading(containing("no commitments yet")).see();
        assert_same(&device.address(), &site.url(""));
    }
}

/// However deep an unknown address lies, the app is found above it, and leads back: on a device that has never seen
/// the app, on one that has, and without a network.
pub fn nowhere_deep(journey: &Journey) {
    const ADDRESSES: [&str; 3] = ["nonsense/", "a/b/nonsense", "goals/nonsense/?id=1#there"];
    let mut site = site();
    let device = journey.device("ana");
    for address in ADDRESSES {
        device.open(&site.url(address));
        device.button(containing("Start a circle")).see();
    }
    start_circle_at_home(&device, &site);
    device.see_worker();
    for is_online in [true, false] {
        if !is_online {
            site.stop();
        }
        for address in ADDRESSES {
            device.open(&site.url(address));
            device.heading("There is no such page").see();
            device.by_css("h1").see_count(1);
            device.link("To this week").click();
            device.heading(containing("no commitments yet")).see();
            assert_same(&device.address(), &site.url(""));
        }
    }
}

#[track_caller]
fn start_circle_at_home(device: &Device, site: &Site) {
    device.open(&site.url(""));
    start_circle(device, CIRCLE, &PEOPLE);
}

#[track_caller]
fn see_page(device: &Device, name: &str, heading: &str) {
    device.by_css("main h1").see_text(containing(heading));
    device.by_css("h1").see_count(1);
    device.wait_for("the title of the page", || device.title() == format!("{name} · {CIRCLE} · Peer Circle"));
}

/// The host adds a slash to a folder, the app's own links have none: the same page.
#[track_caller]
fn assert_same(found: &str, expected: &str) {
    assert_eq!(found.trim_end_matches('/'), expected.trim_end_matches('/'));
}
