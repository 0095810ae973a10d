//! One room per page: the page, its words, its styles.

pub mod check_in;
pub mod circle;
pub mod digest;
pub mod goal;
pub mod rhythm;
pub mod role;
pub mod session;
pub mod settings;
pub mod start;
pub mod sync;
pub mod week;
pub mod work;

pub use check_in::CheckInPage;
pub use circle::CirclePage;
pub use digest::DigestPage;
pub use goal::GoalsPage;
pub use rhythm::RhythmPage;
pub use role::RolesPage;
pub use session::SessionPage;
pub use settings::SettingsPage;
pub use start::{FirstRun, LeftCircle, NotFound, Unreadable, WhoAreYou};
pub use sync::SharePage;
pub use week::WeekPage;
pub use work::WorkPage;
