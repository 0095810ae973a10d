//! The app without a pointer: nothing but keys.

use crate::steps::{CIRCLE, site};
use peer_circle_e2e::{Device, Find, Journey, Key, Locator, containing};

/// More than any page has to tab through.
const MANY: usize = 90;

const QUESTION: &str = "Where did you stop reading?";
const SEEN: &str = "You name 3 numbers before you say what you built";

/// What people do with keys.
pub trait Keyboard {
    /// Presses Tab, or Shift and Tab where it stands before the focus, until `what` has it.
    fn tab_to(&self, what: Locator<'_>);

    /// Tabs to `what` and presses Enter on it.
    fn enter_on(&self, what: Locator<'_>);

    /// Tabs to a field and writes into it.
    fn write_into(&self, field: Locator<'_>, text: &str);

    /// Tabs to a list and presses the key that `option` begins with.
    fn pick_from(&self, list: Locator<'_>, option: &str);
}

impl Keyboard for Device {
    #[track_caller]
    fn tab_to(&self, what: Locator<'_>) {
        what.see();
        let keys: &[Key] = if what.is_before_focus() { &[Key::Shift, Key::Tab] } else { &[Key::Tab] };
        for _ in 0..MANY {
            if what.has_focus() {
                return;
            }
            self.press(keys);
        }
        what.see_focus();
    }

    #[track_caller]
    fn enter_on(&self, what: Locator<'_>) {
        self.tab_to(what);
        self.press(&[Key::Enter]);
    }

    #[track_caller]
    fn write_into(&self, field: Locator<'_>, text: &str) {
        self.tab_to(field.clone());
        field.type_text(text);
    }

    #[track_caller]
    fn pick_from(&self, list: Locator<'_>, option: &str) {
        self.tab_to(list.clone());
        if let Some(first) = option.chars().next() {
            self.press(&[Key::Char(first)]);
        }
        list.see_value(option);
    }
}

/// A circle is started, feedback is asked for, given, taken back and given again, without a pointer.
pub fn feedback(journey: &Journey) {
    let site = site();
    let device = journey.device("ana");
    device.open(&site.url(""));
    device.enter_on(device.button(containing("Start a circle")));
    device.write_into(device.by_label("Name of the circle"), CIRCLE);
    device.write_into(device.by_label("Your name"), "Ana");
    device.write_into(device.by_label("The others"), "Ben");
    device.enter_on(device.button("Start the circle"));
    device.heading(containing("no commitments yet")).see();

    device.enter_on(device.by_role("navigation", "Main").link(containing("Circle")));
    device.enter_on(device.link(containing("Feedback")));
    device.heading("Feedback").see();
    device.enter_on(device.button("Ask for feedback"));
    let dialog = device.dialog("Ask for feedback");
    dialog.by_label("Ask whom").see();
    device.pick_from(dialog.by_label("Ask whom"), "Ben");
    device.write_into(dialog.by_label("Your question"), QUESTION);
    device.enter_on(dialog.button("Ask"));
    dialog.see_gone();
    device.by_text(containing(QUESTION)).see();

    device.enter_on(device.button("Give feedback").nth(0));
    let dialog = device.dialog(containing("eedback"));
    device.pick_from(dialog.by_label("To whom"), "Ben");
    device.write_into(dialog.by_label("What did you see or hear"), SEEN);
    device.enter_on(dialog.button("Give it"));
    device.by_text(SEEN).see();
    device.enter_on(device.button("Undo"));
    device.by_text(SEEN).see_gone();
    // What closes a dialog is a key as well, and the focus is where it was.
    device.enter_on(device.button("Give feedback").nth(0));
    device.dialog(containing("eedback")).see();
    device.press(&[Key::Escape]);
    device.dialog(containing("eedback")).see_gone();
    device.button("Give feedback").nth(0).see_focus();
    assert_eq!(device.console_errors(), [""; 0]);
}
