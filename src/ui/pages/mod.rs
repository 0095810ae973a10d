//! One module per page.

mod check_in;
mod circle;
mod commitment_sheet;
mod first_run;
mod goal_form;
mod goals;
mod not_found;
mod rhythm_card;
mod settings;
mod share;
mod unreadable;
mod week;
mod who;

pub use check_in::CheckInPage;
pub use circle::CirclePage;
pub use first_run::FirstRun;
pub use goals::GoalsPage;
pub use not_found::NotFound;
pub use settings::SettingsPage;
pub use share::SharePage;
pub use unreadable::Unreadable;
pub use week::WeekPage;
pub use who::WhoAreYou;
