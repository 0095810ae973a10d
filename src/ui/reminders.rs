//! Reminders as notifications: when they are looked for, and what they say. The code that makes them is fetched
//! where they are turned on.

#![allow(unsafe_code)]

use crate::domain::{Circle, Reminder, ReminderKind, Timestamp};
use crate::platform::{self, DateStyle, SystemNote, part};
use crate::state::{App, Effect};
use crate::ui::routes::Page;
use crate::ui::shared::role::turns::role_name;
use crate::ui::text::PLAIN;
use crate::ui::text::reminder as words;
use crate::ui::text::time;

/// How long after a change is looked, so that a burst of them is looked at once and typing never waits.
const CALM: u64 = 1_000;
/// How much is said of somebody's words.
const NAME: usize = 40;

/// Shows what is worth a notification now, and how much waits; what was shown is not shown again.
type Remind = fn(App);

part!(load_remind in whole: Remind = remind);

fn remind(app: App) {
    app.remind_now(note_of);
}

/// Looks for reminders with each tick of the page's clock and each change, while they are turned on.
pub fn run_reminders(app: App) {
    let look = move || {
        leptos::task::spawn_local(async move {
            // Without a connection it is tried again at the next tick.
            if let Ok(remind) = load_remind().await {
                remind(app);
            }
        });
    };
    Effect::new(move |_| {
        app.now().track();
        app.circle().track();
        app.me.track();
        if app.preferences().with(|preferences| preferences.reminders) {
            // The next run of this effect calls it off, and plans it anew.
            platform::after(CALM, look);
        }
    });
}

/// The notification of `reminder`; `platform::address_of` makes its address whole.
fn note_of(circle: &Circle, reminder: &Reminder) -> SystemNote {
    let name = PLAIN.said(&circle.about.name, NAME);
    let until = |at: Timestamp| time::relative(platform::now(), at);
    let ((title, text), page) = match &reminder.kind {
        ReminderKind::WindowOpened { due } => (words::window_opened(&name, &time::short(*due)), Page::CheckIn),
        ReminderKind::CheckInSoon { due } => {
            (words::check_in_soon(&name, &time::short(*due), &until(*due)), Page::CheckIn)
        }
        ReminderKind::CheckInLast { due } => {
            (words::check_in_last(&name, &time::short(*due), &until(*due)), Page::CheckIn)
        }
        ReminderKind::SessionSoon { session } => {
            let place = PLAIN.said(&circle.rhythm.of(session.cycle).session.place, 2 * NAME);
            (words::review_soon(&name, &time::short(session.at), &until(session.at), &place), Page::Session)
        }
        ReminderKind::StepsSoon { due } => (words::steps_soon(&name, &time::short(*due)), Page::Week),
        ReminderKind::TurnBegun(role) => {
            (words::turn_begun(&name, &PLAIN.said(&role_name(circle, role), NAME)), Page::Roles)
        }
        ReminderKind::Offered { turn, by, is_swap, .. } => {
            let who = PLAIN.said(circle.name_of(by).unwrap_or_default(), NAME);
            let role = PLAIN.said(&role_name(circle, &turn.role), NAME);
            let week = platform::day_text(turn.cycle.first_day(), DateStyle::DayMonth);
            (words::offered(&name, &who, &role, &week, *is_swap), Page::Roles)
        }
    };
    SystemNote {
        title,
        text,
        mark: format!("{} {}", circle.about.id, reminder.key()),
        address: platform::address_of(&page.href()),
    }
}
