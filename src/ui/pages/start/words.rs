//! First run, "Who are you?", and the screen for bytes that cannot be read.

pub use crate::ui::shared::circle::words::*;

pub const HEADING: &str = "Six people, one page, every week";
pub const LEAD: &str = "In a peer circle people keep their word, because somebody looks. Say what you will do, come back on \
    the same day each week, and tell each other how it went.";
pub const PRIVATE: &str = "No account and no server. Your circle lives on your devices and travels as a file.";
pub const WAYS: &str = "Where to begin";
pub const BEGIN_HINT: &str = "You need a name for it and the names of the others. Two minutes.";
pub const OPEN_HINT: &str = "Somebody sent you a circle file? Open it here.";
pub const MESSAGE: &str = "Open a message";
pub const MESSAGE_HINT: &str = "Somebody sent you one in a chat? Paste it here.";
pub const DEMO_HINT: &str = "A made-up circle in its seventh week.";
pub const INVITED: &str = "I was invited to a circle";
pub const REMOVED: &str = "Removed circles";

pub const WHO_TITLE: &str = "Who are you?";
pub const WHO_LEAD: &str = "So that this device knows whose commitments are yours.";
pub const WHO_NEW: &str = "I am not in the list";
pub const WHO_NEW_NAME: &str = "Your name";
pub const WHO_JOIN: &str = "Join the circle";
pub const WHO_JOINED: &str = "You are in the circle";

pub fn who_heading(circle: &str) -> String {
    format!("Who are you in {circle}?")
}

pub const UNREADABLE_TITLE: &str = "Cannot be read";
pub const UNREADABLE_LEAD: &str =
    "What this device has stored of the circle is damaged. Nothing was deleted or overwritten.";
pub const UNREADABLE_NEXT: &str = "Save the bytes as a file to keep them safe. Then ask a member for their circle file and open it: \
    everything the others know comes back.";
pub const UNREADABLE_DOWNLOAD: &str = "Save the stored bytes";
pub const UNREADABLE_ERASE: &str = "Take it off this device";
pub const UNREADABLE_OPEN: &str = "Open a member's file";

pub fn unreadable_heading(circle: &str) -> String {
    format!("“{circle}” cannot be read here")
}

pub const LEFT_TITLE: &str = "You left";
pub const LEFT_SEND: &str = "The others learn of it once they open your file. What you did there stays in the circle.";
pub const LEFT_TO_SEND: &str = "Send it to the circle";
pub const COME_BACK: &str = "Come back";
pub const BACK_AGAIN: &str = "You are back in the circle";
pub const LEFT_REMOVE: &str =
    "You can take the circle off this device. For 30 days it can be brought back, in Settings.";
pub const LEFT_TAKE_OFF: &str = "Take it off this device";
pub const LEFT_OTHER: &str = "Does another member use this device now?";
pub const LEFT_OTHER_LINK: &str = "Say who, in Settings";

pub fn left_heading(circle: &str) -> String {
    format!("You left “{circle}”")
}

pub fn left_on(day: &str) -> String {
    format!("You left on {day}. Everything is still on this device, but nothing in it can be changed from here.")
}

pub fn removed(circle: &str) -> String {
    format!("“{circle}” is off this device")
}
