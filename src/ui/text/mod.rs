//! Words that several pages say; a page's own are in its room, in `words.rs`.
//!
//! Words that need a value are functions, so that another language can put it elsewhere in the sentence. What needs
//! the browser to say it is compiled for the page alone, all else for native tests too.

pub mod calendar;
#[cfg(page)]
mod cut;
pub mod nudge;
#[cfg(page)]
pub mod numbers;
#[cfg(page)]
pub mod problems;
#[cfg(page)]
pub mod reminder;
pub mod send;
#[cfg(page)]
pub mod time;
pub mod week;

#[cfg(page)]
pub use cut::{PLAIN, WHATSAPP, clipped, initials};

/// The name of the app.
pub const APP: &str = "Peer Circle";

/// Navigation.
pub mod nav {
    pub const WEEK: &str = "Week";
    pub const GOALS: &str = "Goals";
    pub const CHECK_IN: &str = "Check in";
    pub const SESSION: &str = "Session";
    pub const ROLES: &str = "Roles";
    pub const RHYTHM: &str = "Rhythm";
    pub const DIGEST: &str = "Digest";
    pub const WORK: &str = "This week's role";
    pub const CIRCLE: &str = "Circle";
    pub const SYNC: &str = "Sync";
    pub const HISTORY: &str = "History";
    pub const INVITATIONS: &str = "Invitations";
    pub const SETTINGS: &str = "Settings";
    pub const MAIN: &str = "Main";
    pub const SKIP: &str = "Skip to the page";
    pub const SWITCH: &str = "Circle menu";
    pub const LEAVE: &str = "Close";
    pub const ASKED: &str = "open now";
}

/// Words on buttons that occur everywhere.
pub mod action {
    pub const SAVE: &str = "Save";
    pub const CANCEL: &str = "Cancel";
    pub const CLOSE: &str = "Close";
    pub const UNDO: &str = "Undo";
    pub const EDIT: &str = "Edit";
    pub const DELETE: &str = "Delete";
    pub const COMMIT: &str = "Add a commitment";
    pub const RESTORE: &str = "Bring back";
    pub const OPTIONAL: &str = "optional";
}

/// What stands at the foot of the navigation and in banners.
pub mod shell {
    pub const NOTICES: &str = "Notices";
    pub const NOTICE: &str = "Last change";
    pub const SAVED: &str = "Saved on this device";
    pub const NOT_SAVED: &str = "Not saved";
    pub const READ_ONLY: &str = "Read only";
    pub const MEMORY_TITLE: &str = "Nothing is stored here.";
    pub const MEMORY: &str = "This browser keeps no data for this page, as in some private windows. Send the circle to somebody before you close the tab.";
    pub const FULL_TITLE: &str = "Your last change is not saved.";
    pub const FULL: &str =
        "The browser's room for this page is used up. Send the circle to somebody now, then free some room.";
    pub const DENIED: &str =
        "The browser refused to store it. Send the circle to somebody now; the next change tries again.";
    pub const READ_ONLY_TITLE: &str = "This circle is newer than this app.";
    pub const READ_ONLY_TEXT: &str = "You can read and send it. To change it, load the newer version of the app.";
    pub const DEMO: &str = "Demo";
    pub const DEMO_TITLE: &str = "This is a made-up circle.";
    pub const DEMO_TEXT: &str = "Try everything; it never mixes with a real one.";
    pub const DEMO_START: &str = "Start your own";
    pub const ZONE_TITLE: &str = "This browser does not know the circle's time zone.";
    pub const ZONE_TEXT: &str = "Its times are counted in UTC here, and may be wrong by hours.";
    pub const ZONE_CHOOSE: &str = "See the rhythm";
    pub const NEW_VERSION: &str = "A new version is ready.";
    pub const NEW_VERSION_TAKE: &str = "Use it now";
    pub const TO_SHARE: &str = "Send the circle";
    pub const TO_STORAGE: &str = "See what takes room";
    pub const NOT_FOUND: &str = "There is no such page";
    pub const NOT_FOUND_TEXT: &str = "The address leads nowhere in this app. Your circles are all still here.";
    pub const NOT_FOUND_BACK: &str = "To this week";
    pub const LOADING: &str = "Loading";
    pub const PART_MISSING: &str = "This screen could not be loaded";
    pub const PART_MISSING_TEXT: &str =
        "The connection seems to be gone. Everything of yours is still on this device, half-written forms too.";
    pub const PART_AGAIN: &str = "Try again";
    pub const REPLACED: &str = "There is a newer version of the app";
    pub const REPLACED_TEXT: &str = "This screen belongs to a version that is no longer there. Load the new one to go on: everything of yours stays on this device, half-written forms too.";
    pub const REPLACED_LOAD: &str = "Load the new version";

    pub fn title(page: &str, circle: &str) -> String {
        match (page, circle) {
            ("", _) => super::APP.to_owned(),
            (page, "") => format!("{page} · {}", super::APP),
            (page, circle) => format!("{page} · {circle} · {}", super::APP),
        }
    }

    pub fn stopped_by(file: &str) -> String {
        format!("Opening “{file}” stopped the app last time. Nothing of yours has changed. Ask for the file again.")
    }

    pub fn unreadable_edits(count: usize) -> String {
        match count {
            1 => "One stored change could not be read and was left where it is. Everything else is here.".to_owned(),
            n => format!("{n} stored changes could not be read and were left where they are. Everything else is here."),
        }
    }

    pub fn mended(count: usize) -> String {
        let what = super::count(count, "change", "changes");
        format!("The browser had lost {what} of yours. The second copy on this device had everything.")
    }

    pub const SPARE_COPY: &str = "One of two stored copies was damaged. The other one had everything.";
}

/// `one` or `many`, with the count.
pub fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

/// "Ana", "Ana and Ben", "Ana, Ben and Chen".
pub fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A number without needless decimals.
pub fn number(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    format!("{rounded}")
}
