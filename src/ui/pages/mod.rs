//! One room per page: the page, its words, its styles.
//!
//! The table below is the only list of pages. The router, the navigation, the parts of the app that are fetched
//! together and the addresses that the build writes are all read off it. Here it makes [`Page`] and [`Screen`], which
//! every page may name; what draws them, and so names every page, is made of it in [`draw`].

mod board;
mod charter;
mod check_in;
mod circle;
mod digest;
mod feedback;
mod fit;
mod goal;
mod history;
mod insights;
mod invitation;
mod journal;
mod profile;
mod rhythm;
mod role;
mod season;
mod session;
mod settings;
mod sheets;
pub mod start;
mod sync;
mod table;
mod week;
mod work;

use crate::ui::components::Glyph;
use crate::ui::text::nav;
use table::pages;

/// Where the navigation has a page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NavPlace {
    /// One of the five places that are always at hand.
    Bar,
    /// Led to by the page of one of the five.
    Under(Page),
    /// In the header.
    Header,
}

/// Hands the table to the macro `$make`.
macro_rules! with_pages {
    ($make:ident) => {
        $make! {
            engine: load_weekly, draw_weekly {
                pages {
                    /// This week.
                    Week "", NavPlace::Bar, Week, nav::WEEK, week::WeekPage;
                }
                screens {}
            }
            whole: load_whole, draw_whole {
                pages {
                    /// Goals and commitments.
                    Goals "goals", NavPlace::Bar, Goals, nav::GOALS, goal::GoalsPage;
                    /// The check-in.
                    CheckIn "check-in", NavPlace::Bar, CheckIn, nav::CHECK_IN, check_in::CheckInPage;
                    /// Members and purpose, and the way to all that the circle shares.
                    Circle "circle", NavPlace::Bar, Circle, nav::CIRCLE, circle::CirclePage;
                    /// Files in and out. Its address is older than its name.
                    Sync "share", NavPlace::Header, Sync, nav::SYNC, sync::SharePage;
                    /// This device.
                    Settings "settings", NavPlace::Header, Settings, nav::SETTINGS, settings::SettingsPage;
                }
                screens {
                    /// A circle, but nobody has said who holds the device.
                    WhoAreYou, start::WhoAreYou;
                    /// A circle that who holds the device has left.
                    Left, start::LeftCircle;
                    /// Stored bytes that cannot be read.
                    Unreadable, start::Unreadable;
                }
            }
            whole: load_past, draw_past {
                pages {
                    /// What was: boards, digests, sessions, decisions, and what is found of all that people wrote.
                    History "history", NavPlace::Bar, History, nav::HISTORY, history::HistoryPage;
                    /// One week of everybody.
                    Board "board", NavPlace::Under(Page::History), Board, board::words::NAME, board::BoardPage;
                    /// The last weeks in pictures.
                    Insights "insights", NavPlace::Under(Page::History), Insights, insights::words::NAME, insights::InsightsPage;
                    /// What was changed, by whom.
                    Journal "journal", NavPlace::Under(Page::History), History, journal::words::NAME, journal::JournalPage;
                }
                screens {}
            }
            rounds: load_rounds, draw_rounds {
                pages {
                    /// The session of the week.
                    Session "session", NavPlace::Under(Page::History), Session, nav::SESSION, session::SessionPage;
                    /// Whose turn it is.
                    Roles "roles", NavPlace::Under(Page::Circle), Roles, nav::ROLES, role::RolesPage;
                    /// The fixed times.
                    Rhythm "rhythm", NavPlace::Under(Page::Circle), Clock, nav::RHYTHM, rhythm::RhythmPage;
                    /// What the summarizer sent round.
                    Digest "digest", NavPlace::Under(Page::History), Digest, nav::DIGEST, digest::DigestPage;
                    /// What members say of each other's work, and what comes of it.
                    Feedback "feedback", NavPlace::Under(Page::Circle), Feedback, feedback::words::NAME, feedback::FeedbackPage;
                    /// What a role has to do this week.
                    Work "work", NavPlace::Under(Page::Circle), Roles, nav::WORK, work::WorkPage;
                }
                screens {}
            }
            rounds: load_purpose, draw_purpose {
                pages {
                    /// What the circle is for, and what its members hold each other to.
                    Charter "charter", NavPlace::Under(Page::Circle), Charter, charter::words::NAME, charter::CharterPage;
                    /// The end of a season: looking back, going on, beginning the next one.
                    Season "season", NavPlace::Under(Page::Circle), Season, season::words::NAME, season::SeasonPage;
                }
                screens {}
            }
            choosing: load_choosing, draw_choosing {
                pages {
                    /// How well the members suit each other.
                    Fit "fit", NavPlace::Under(Page::Circle), Fit, fit::words::NAME, fit::FitPage;
                    /// What a member says of themselves.
                    Profile "profile", NavPlace::Under(Page::Circle), Circle, profile::words::NAME, profile::ProfilePage;
                    /// Invitations to others, and from others.
                    Invitations "invitations", NavPlace::Under(Page::Circle), Share, nav::INVITATIONS, invitation::InvitationsPage;
                }
                screens {}
            }
            rounds: load_sheets, draw_sheets {
                pages {
                    /// What the group has in other programs, in and out.
                    Sheets "sheets", NavPlace::Under(Page::Sync), File, sheets::words::NAME, sheets::SheetsPage;
                }
                screens {}
            }
            start: load_start, draw_start {
                pages {}
                screens {
                    /// No circle yet.
                    FirstRun, start::FirstRun;
                    /// An address that leads nowhere.
                    NotFound, start::NotFound;
                }
            }
        }
    };
}

with_pages!(pages);

pub mod draw;
