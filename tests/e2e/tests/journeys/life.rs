//! The app without a network, and the next version of it.

use crate::steps::{CIRCLE, PAGES, PEOPLE, commit, download_circle, go, promise, readable, site, start_circle};
use peer_circle_e2e::{Device, Find, Journey, containing};
use serde_json::json;
use std::time::Duration;

const COMMITMENT: &str = "Send 5 applications by Wednesday";
const LATER: &str = "Record 1 mock interview";
const WIN: &str = "Half a sentence about the win";
const NEXT: &str = "Call 3 studios by";
const BANNER: &str = "A new version is ready.";

/// Loaded once, everything works while nothing answers.
pub fn offline(journey: &Journey) {
    let mut site = site();
    let mut device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    commit(&device, COMMITMENT);
    device.see_worker();
    site.stop();
    device.reopen();
    for (page, _, heading) in PAGES {
        device.open(&site.url(page));
        device.by_css("main h1").see_text(containing(heading));
    }
    go(&device, "Week");
    promise(&device, COMMITMENT).see();
    commit(&device, LATER);
    device.reload();
    promise(&device, LATER).see();
    let circle = readable(&download_circle(&device)).to_string();
    assert!(circle.contains(LATER), "{circle}");
    device.open(&site.url("nowhere"));
    device.heading("There is no such page").see();
}

/// A newer version is offered, and taken without losing what is half written.
pub fn newer_version(journey: &Journey) {
    let mut site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    commit(&device, COMMITMENT);
    go(&device, "Settings");
    let old = device.by_text(containing("Version ")).text();
    device.see_worker();
    go(&device, "Check in");
    device.check(containing(COMMITMENT), "partial");
    device.fill("A win, however small", WIN);
    device.fill("Next week I will", NEXT);
    device.execute("window.stayed = true", &[]);

    let build = site.deploy_newer();
    device.look_for_update();
    device.by_text(BANNER).patiently(Duration::from_secs(30)).see();
    assert_eq!(device.execute("return window.stayed === true", &[]), json!(true), "reloaded unasked");
    see_half_written(&device);
    device.button("Use it now").click();
    device.wait_for("the newer version", || {
        device.execute("return window.stayed !== true && document.readyState === 'complete'", &[]) == json!(true)
    });
    see_half_written(&device);
    device.by_text(BANNER).see_gone();
    go(&device, "Settings");
    let new = device.by_text(containing("Version ")).text();
    assert_ne!(old, new);
    assert!(new.contains(&build), "{new} is not build {build}");
}

/// A page that stays open while the next version takes over is still answered with its own build's files.
pub fn earlier_page(journey: &Journey) {
    // Where the browser does not reload a page at once, as one that sleeps behind others.
    let asleep = "Object.defineProperty(ServiceWorkerContainer.prototype, 'oncontrollerchange', { set() {} });";
    let mut site = site().with_script(asleep);
    let device = journey.device("ana");
    let builds = || device.execute("return caches.keys().then((names) => names.length)", &[]);
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    device.see_worker();
    assert_eq!(builds(), json!(1));
    let build = site.deploy_newer();
    device.look_for_update();
    device.button("Use it now").patiently(Duration::from_secs(30)).click();
    let waits = "return navigator.serviceWorker.getRegistration().then((it) => !!it.waiting)";
    device.wait_for("the newer version", || device.execute(waits, &[]) == json!(false));
    let of_earlier = "return (async (id) => {
            const name = (await caches.keys()).find((name) => !name.endsWith(id));
            await (await caches.open(name)).put('only-earlier.txt', new Response('still here'));
            return (await fetch('only-earlier.txt')).text();
        })(arguments[0])";
    assert_eq!(device.execute(of_earlier, &[json!(build)]), json!("still here"));
    device.reload();
    device.heading(containing("no commitments yet")).see();
    // The page that is left still counts while the next one is asked for.
    device.reload();
    device.heading(containing("no commitments yet")).see();
    device.wait_for("the earlier files gone", || builds() == json!(1));
}

/// A part that is gone because the host has a newer build: the new version is offered, what was typed is kept.
pub fn part_gone(journey: &Journey) {
    let without_worker = "delete Navigator.prototype.serviceWorker;";
    let mut site = site().with_script(without_worker);
    let device = journey.device("ana");
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &PEOPLE);
    commit(&device, COMMITMENT);
    go(&device, "Check in");
    device.fill("A win, however small", WIN);
    site.deploy_with_other_parts();
    device.link("Close").click();
    // The roles are a part of their own, which nothing asked for yet.
    device.by_role("navigation", "Main").link(containing("Circle")).click();
    device.link(containing("Roles")).click();
    device.heading("There is a newer version of the app").see();
    device.button("Load the new version").click();
    device.heading("You are check-in lead this week").see();
    go(&device, "Check in");
    device.by_label("A win, however small").see_value(WIN);
}

#[track_caller]
fn see_half_written(device: &Device) {
    device.by_label("A win, however small").see_value(WIN);
    device.by_label("Next week I will").see_value(NEXT);
    device.group(containing(COMMITMENT)).by_role("radio", "partial").see_on();
}

/// On a home screen the mark fills its square: what the system does not cut reaches each edge, the rest the corners too.
pub fn on_a_home_screen(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    let icons = device.execute(
        r#"
        return (async () => {
            const manifest = await (await fetch("manifest.webmanifest")).json();
            const listed = manifest.icons.filter((icon) => icon.type === "image/png");
            const touch = document.querySelector("link[rel=apple-touch-icon]").getAttribute("href");
            const seen = [];
            for (const { src, sizes, purpose } of [...listed, { src: touch, sizes: "180x180", purpose: "maskable" }]) {
                const image = await createImageBitmap(await (await fetch(src)).blob());
                const paper = new OffscreenCanvas(image.width, image.height).getContext("2d");
                paper.drawImage(image, 0, 0);
                const [end, middle] = [image.width - 1, image.width / 2];
                const is_there = ([x, y]) => paper.getImageData(x, y, 1, 1).data[3] === 255;
                const edges = [[middle, 0], [0, middle], [middle, end], [end, middle]].every(is_there);
                const corners = [[0, 0], [end, 0], [0, end], [end, end]].every(is_there);
                const [red, green] = paper.getImageData(middle, middle, 1, 1).data;
                const is_sized = `${image.width}x${image.height}` === sizes;
                seen.push([src, is_sized, edges, corners === (purpose === "maskable"), red > green]);
            }
            return seen;
        })();
        "#,
        &[],
    );
    let icons = icons.as_array().expect("a list");
    assert_eq!(icons.len(), 4, "{icons:?}");
    for icon in icons {
        let is_right = icon.as_array().is_some_and(|seen| seen[1..].iter().all(|right| *right == json!(true)));
        assert!(is_right, "its size, its edges, its corners, the dot in its middle: {icon}");
    }
}
