//! For eyes that need other sizes or other colours.

use crate::steps::{CIRCLE, PAGES, check_in, commit, go, site, start_circle};
use peer_circle_e2e::{Browser, Device, DeviceOptions, Find, Journey, containing};
use serde_json::{Value, json};

/// A window of 320 pixels, and one of 1280 at 200 %: nothing has to be scrolled sideways, on no page and in no form.
pub fn reflow(journey: &Journey) {
    let site = site();
    for (width, height) in [(320, 640), (640, 450)] {
        let options = DeviceOptions::phone().size(width, height);
        let device = journey.device_with(&format!("ana-{width}"), options);
        device.open(&site.url(""));
        device.heading("Six people, one page, every week").see();
        see_no_overflow(&device, "the first screen");
        device.button(containing("Start a circle")).click();
        device.heading("Start a circle").see();
        see_no_overflow(&device, "the form that starts a circle");
        device.button("Back").click();
        device.button(containing("Try the demo")).click();
        device.by_role("navigation", "Main").see();
        for (page, _, heading) in PAGES {
            device.open(&site.url(page));
            device.by_css("main h1").see_text(containing(heading));
            unfold(&device);
            see_no_overflow(&device, page);
        }
        for page in ["work/?role=lead", "work/?role=summarizer", "work/?role=tracker"] {
            device.open(&site.url(page));
            device.by_css("main h1").see();
            unfold(&device);
            see_no_overflow(&device, page);
        }
        device.open(&site.url("goals"));
        device.button("Set a goal").click();
        device.dialog("New goal").see();
        see_no_overflow(&device, "the form of a goal");
        device.open(&site.url("rhythm"));
        device.button("Change the rhythm").click();
        device.dialog("Change the rhythm").see();
        see_no_overflow(&device, "the form of the rhythm");
        assert_eq!(device.console_errors(), [""; 0]);
    }
}

/// The same at 320 pixels in what people are asked for and do: a check-in, dialogs, a session; with a word that does
/// not fit into one line.
pub fn reflow_in_tasks(journey: &Journey) {
    let site = site();
    let device = journey.device_with("ana", DeviceOptions::phone().size(320, 640));
    device.open(&site.url(""));
    start_circle(&device, CIRCLE, &["Ana", LONG, "Chen"]);
    commit(&device, LONG);
    see_no_overflow(&device, "week");
    device.button(format!("Options: {LONG}")).click();
    device.check("What became of it?", "carry");
    see_no_overflow(&device, "what became of it");
    device.button("Close").click();
    go(&device, "Check in");
    device.check(containing(LONG), "carry");
    device.button("Check in").click();
    device.by_text("Say in a few words what got in the way.").see();
    see_no_overflow(&device, "check-in");
    device.check(containing(LONG), "kept");
    check_in(&device, LONG, LONG);
    see_no_overflow(&device, "what was sent");
    go(&device, "Roles");
    device.by_css("[data-mine]").nth(0).click();
    see_no_overflow(&device, "a turn");
    device.button("Close").click();
    go(&device, "Rhythm");
    device.button(containing("Nov 23")).click();
    see_no_overflow(&device, "a week");
    device.button("Close").click();
    go(&device, "Session");
    see_no_overflow(&device, "before a session");
    device.button("Start the session").click();
    for next in ["Commitment review", "Hot seat", "Decisions", "next week", "Close"] {
        unfold(&device);
        see_no_overflow(&device, &format!("the step before {next}"));
        device.button(format!("Next: {next}")).click();
    }
    see_no_overflow(&device, "the close of a session");
    device.button("End the session").click();
    device.button("Open it again").see();
    see_no_overflow(&device, "after a session");
    assert_eq!(device.console_errors(), [""; 0]);
}

const LONG: &str = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

#[track_caller]
fn unfold(device: &Device) {
    device.execute("document.querySelectorAll('main details').forEach((details) => { details.open = true; })", &[]);
}

/// Neither the page nor an open dialog is wider than its window. Only a table with two dimensions may be scrolled in
/// itself.
#[track_caller]
fn see_no_overflow(device: &Device, page: &str) {
    let script = "
        const [root, dialog] = [document.documentElement, document.querySelector('dialog[open]')];
        const wide = (e) => e.scrollWidth > e.clientWidth;
        if (![root, document.body, dialog].some((e) => e && wide(e))) return [];
        const out = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1);
        return out.slice(0, 5).map((e) => `${e.localName}.${e.className}`).concat('is too wide');";
    assert_eq!(device.execute(script, &[]), json!([]), "{page}");
}

/// On a small phone: my commitments come first on Week, no role lies on the ring, no digest is cut through a line, the
/// place where one is can be seen, and what is chosen stays where it was before.
pub fn on_a_small_phone(journey: &Journey) {
    let site = site();
    let device = journey.device_with("ana", DeviceOptions::phone().size(360, 740));
    device.open(&site.url(""));
    device.button(containing("Try the demo")).click();
    device.by_css(".ring .ring__mark").nth(2).see();
    for (what, script) in [("a role lies on the ring", ON_THE_RING), ("a digest is cut through a line", CUT)] {
        assert_eq!(device.execute(script, &[]), json!([]), "{what}");
    }
    let mine = "return document.querySelector('main h2').id === 'mine'
        && document.getElementById('mine').getBoundingClientRect().top < innerHeight";
    assert_eq!(device.execute(mine, &[]), json!(true), "my commitments are out of sight");
    for (page, _, heading) in PAGES {
        device.open(&site.url(page));
        device.by_css("main h1").see_text(containing(heading));
        assert_eq!(device.execute(OUT_OF_SIGHT, &[]), json!([]), "{page}");
    }
    device.open(&site.url("rhythm"));
    device.by_css(".rhythm-weeks [data-state=now]").see();
    let now = "const [week, bar] = ['.rhythm-weeks [data-state=now] .rhythm-week__number', '.bar'];
        const box = (one) => document.querySelector(one).getBoundingClientRect();
        return box(week).bottom < box(bar).top";
    assert_eq!(device.execute(now, &[]), json!(true), "the running week is below the fold");
    device.open(&site.url("goals"));
    device.group("Whose goals").by_css("button").nth(5).click();
    assert_eq!(device.execute(OUT_OF_SIGHT, &[]), json!([]), "whose goals");

    device.open(&site.url("check-in"));
    device.by_css("fieldset .pick").nth(0).see();
    let places: Vec<_> = ["kept", "partial", "carry", "missed"]
        .map(|choice| {
            device.by_css("fieldset").nth(0).by_role("radio", choice).click();
            device.execute(CHOICES, &[])
        })
        .to_vec();
    assert!(places.iter().all(|other| other == &places[0]), "{places:?}");
    assert_eq!(device.console_errors(), [""; 0]);
}

/// The roles whose words touch an arc of the ring.
const ON_THE_RING: &str = "
    const all = (name) => [...document.querySelectorAll(`.ring .ring__${name}`)];
    const along = (arc) => Array.from({ length: 50 }, (_, n) => arc.getPointAtLength(arc.getTotalLength() * n / 49));
    const points = all('bed').flatMap(along);
    const isOn = (mark) => {
        const { x, y, width, height } = mark.getBBox();
        const isNear = (at, from, size) => at > from - 6 && at < from + size + 6;
        return points.some((point) => isNear(point.x, x, width) && isNear(point.y, y, height));
    };
    return all('mark').filter(isOn).map((mark) => mark.textContent);";

/// The paragraphs of a digest card that end within a line.
const CUT: &str = "
    const lines = (text) => text.clientHeight / parseFloat(getComputedStyle(text).lineHeight);
    const texts = [...document.querySelectorAll('.digest-card__text p')];
    if (!texts.length) return ['no digest'];
    return texts.filter((text) => Math.abs(lines(text) - Math.round(lines(text))) > 0.1).map((text) => text.textContent);";

/// What is marked as the present one and cannot be seen without moving sideways.
const OUT_OF_SIGHT: &str = "
    const isOut = ({ left, right }) => left < 0 || right > innerWidth;
    const marked = [...document.querySelectorAll('[aria-current], [aria-pressed=true], [aria-selected=true]')];
    return marked.filter((one) => isOut(one.getBoundingClientRect())).map((one) => one.textContent);";

/// Where the first choices are, within their group.
const CHOICES: &str = "
    const group = document.querySelector('fieldset .pick'), whole = group.getBoundingClientRect();
    return [...group.querySelectorAll('label')].map((label) => {
        const { left, top, width } = label.getBoundingClientRect();
        return [left - whole.left, top - whole.top, width].map(Math.round);
    });";

/// Under forced colours the weeks of the season are told apart: past, running, to come. In Chromium alone, which can be
/// asked for them.
pub fn forced_colours(journey: &Journey) {
    if journey.browser() != Browser::Chromium {
        return;
    }
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    device.button(containing("Try the demo")).click();
    device.by_role("navigation", "Main").see();
    device.with_forced_colours();
    assert_eq!(device.execute("return matchMedia('(forced-colors: active)').matches", &[]), json!(true));
    let strip = "return ['past', 'now', 'next'].map((state) => {
        const style = getComputedStyle(document.querySelector(`.strip [data-state=${state}]`));
        return [style.backgroundColor, style.outlineStyle];
    })";
    see_different(&device.execute(strip, &[]));
    go(&device, "Rhythm");
    let weeks = "return ['past', 'now', 'next'].map((state) => {
        const style = getComputedStyle(document.querySelector(`.rhythm-weeks [data-state=${state}] .rhythm-week`));
        return [style.borderBlockStartColor, style.outlineStyle];
    })";
    see_different(&device.execute(weeks, &[]));
    assert_eq!(device.console_errors(), [""; 0]);
}

#[track_caller]
fn see_different(looks: &Value) {
    let [past, now, next] = [&looks[0], &looks[1], &looks[2]];
    assert!(past != now && now != next && past != next, "{looks}");
}
