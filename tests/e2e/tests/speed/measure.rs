//! Clicks that are timed.

use peer_circle_e2e::Device;

/// Presses the first thing that a selector finds and that says some words, and waits until the browser has painted a
/// change of what another selector finds.
///
/// The press comes at the beginning of a frame, whose style, layout and paint follow by themselves: what is measured is
/// the work, without the wait for the screen's next frame, and whole frames more where the change needs more than one.
const TO_PAINT: &str = "
    const [selector, words, changes] = arguments;
    const target = [...document.querySelectorAll(selector)].find((one) => one.textContent.trim().includes(words));
    if (!target) throw new Error(`no ${selector} says “${words}”`);
    const look = () => changes && document.querySelector(changes)?.outerHTML;
    const before = look();
    return new Promise((done) => requestAnimationFrame(() => {
        const start = performance.now();
        target.click();
        const painted = () => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => {
                const end = performance.now();
                if (!changes || look() !== before) done(end - start); else requestAnimationFrame(painted);
            };
            channel.port2.postMessage(0);
        };
        painted();
    }));";

/// Milliseconds, one for each time.
pub type Times = Vec<f64>;

/// What may not take longer than so many milliseconds.
#[derive(Clone, Copy)]
pub enum Limit {
    /// The time in the middle.
    Middle(f64),
    /// The 95th percentile.
    NinetyFifth(f64),
    /// How many times as long as beside it, in the middle.
    Ratio(f64),
}

pub trait ToPaint {
    /// Returns the milliseconds from a press on the `selector` that says `words` to the paint of a change of what
    /// `changes` finds, or of the next frame where it finds nothing.
    fn to_paint(&self, selector: &str, words: &str, changes: &str) -> f64;
}

impl ToPaint for Device {
    #[track_caller]
    fn to_paint(&self, selector: &str, words: &str, changes: &str) -> f64 {
        let took = self.execute(TO_PAINT, &[selector.into(), words.into(), changes.into()]);
        took.as_f64().unwrap_or_else(|| panic!("{selector} “{words}”: no time but {took}"))
    }
}

/// Prints the times of the large circle, those of the new one beside them, and whether they are within `limit`.
pub fn tell(what: &str, (large, new): (Times, Times), limit: Option<Limit>) {
    let (middle, late) = (at(&large, 50), at(&large, 95));
    let beside = match (at(&new, 50), at(&new, 95)) {
        _ if new.is_empty() => String::new(),
        (new_middle, new_late) => {
            format!("; a new circle {new_middle:.1} and {new_late:.1} ms, ratio {:.1}", middle / new_middle)
        }
    };
    let verdict = limit.map_or_else(String::new, |limit| {
        let (found, most, unit) = match limit {
            Limit::Middle(most) => (middle, most, " ms"),
            Limit::NinetyFifth(most) => (late, most, " ms"),
            Limit::Ratio(most) => (middle / at(&new, 50), most, ""),
        };
        let state = if found <= most { "within" } else { "over" };
        format!("; {found:.1}{unit} is {state} the limit of {most}{unit}")
    });
    println!(
        "bench: 12 members, 104 weeks: {what}: {middle:.1} ms in the middle, {late:.1} ms at the 95th percentile{beside}{verdict}"
    );
}

/// The time that so many of a hundred are below.
fn at(times: &[f64], part: usize) -> f64 {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    times.get(times.len() * part / 100).copied().unwrap_or_default()
}
