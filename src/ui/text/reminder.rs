//! Reminders: what a notification says, and what this browser can do.

use crate::platform::{Badge, Notices};

pub const TITLE: &str = "Reminders";
pub const TURN_ON: &str = "Turn reminders on";
pub const TURN_OFF: &str = "Turn reminders off";
pub const TRY: &str = "Show me one now";
pub const ON: &str = "on";
pub const OFF: &str = "off";
pub const TURNED_ON: &str = "Reminders are on for this device";
pub const TURNED_OFF: &str = "Reminders are off for this device";
pub const TRIED: &str = "Sent to your notifications. If you see none, the system’s own settings hold it back.";
pub const NOT_TRIED: &str = "The browser did not take it.";
pub const WHAT: &str = "Each once, for the circle that is open: when your check-in opens, a day and two hours before it is \
    due, half an hour before a session, before next commitments are due, when your turn begins or somebody offers you one.";
pub const BLOCKED_NOW: &str = "The browser said no. It will not ask again by itself.";

/// What works here, and what does not.
pub const fn reach(notices: Notices) -> &'static str {
    match notices {
        Notices::Unasked | Notices::Allowed => {
            "This browser can notify you while Peer Circle is open, also in the background. When it is closed, only \
             your calendar’s alarms reach you."
        }
        Notices::Blocked => {
            "Notifications are blocked for this site. Allow them in the browser’s settings for it, then turn reminders \
             on here. Until then, your calendar’s alarms reach you."
        }
        Notices::OnceInstalled => {
            "On an iPhone or iPad, notifications work once Peer Circle is on the home screen: Share, then “Add to Home \
             Screen”. Until then, your calendar’s alarms reach you."
        }
        Notices::Missing => "This browser has no notifications for pages. Your calendar’s alarms reach you.",
    }
}

/// Whether the app's icon shows how much waits.
pub const fn badge(badge: Badge) -> &'static str {
    match badge {
        Badge::Works => "The app’s icon shows how many things wait for you.",
        Badge::OnceInstalled => "Once the app is installed, its icon shows how many things wait for you.",
        Badge::Missing => "This browser puts no number on the app’s icon.",
    }
}

/// The title and text of the one that is shown for trying.
pub fn sample(circle: &str) -> (&'static str, String) {
    ("This is how a reminder looks", format!("{circle}: nothing is due, you only asked to see one."))
}

pub fn window_opened(circle: &str, due: &str) -> (String, String) {
    ("Your check-in is open".to_owned(), format!("{circle}: it is due {due}. A few lines are enough."))
}

/// `until` as in "in 23 h".
pub fn check_in_soon(circle: &str, due: &str, until: &str) -> (String, String) {
    (format!("Your check-in is due {until}"), format!("{circle}: due {due}. A few lines are enough."))
}

pub fn check_in_last(circle: &str, due: &str, until: &str) -> (String, String) {
    (format!("Your check-in is due {until}"), format!("{circle} still waits for it: due {due}. A few lines will do."))
}

pub fn review_soon(circle: &str, at: &str, until: &str, place: &str) -> (String, String) {
    let place = if place.is_empty() { String::new() } else { format!(" {place}") };
    (format!("The session begins {until}"), format!("{circle} meets {at}.{place}"))
}

pub fn steps_soon(circle: &str, due: &str) -> (String, String) {
    (
        "What do you do next week?".to_owned(),
        format!("{circle}: next commitments are due {due}, and you have made none yet."),
    )
}

pub fn turn_begun(circle: &str, role: &str) -> (String, String) {
    (format!("Your turn: {role}"), format!("{circle}: this week it is yours. See what there is to do."))
}

pub fn offered(circle: &str, who: &str, role: &str, week: &str, is_swap: bool) -> (String, String) {
    let title = if is_swap { format!("{who} offers you a swap") } else { format!("{who} asks who can step in") };
    (title, format!("{circle}: {role}, in the week of {week}."))
}
