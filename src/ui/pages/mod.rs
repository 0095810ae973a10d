//! One module per page.

mod check_in;
mod circle;
mod commitment_sheet;
mod digest;
mod digest_card;
mod first_run;
mod goal_form;
mod goals;
mod not_found;
mod rhythm;
mod rhythm_card;
mod role_card;
mod roles;
mod session;
mod session_card;
mod settings;
mod share;
mod unreadable;
mod week;
mod who;
mod work;

pub use check_in::CheckInPage;
pub use circle::CirclePage;
pub use digest::DigestPage;
pub use first_run::FirstRun;
pub use goals::GoalsPage;
pub use not_found::NotFound;
pub use rhythm::RhythmPage;
pub use roles::RolesPage;
pub use session::SessionPage;
pub use settings::SettingsPage;
pub use share::SharePage;
pub use unreadable::Unreadable;
pub use week::WeekPage;
pub use who::WhoAreYou;
pub use work::WorkPage;
