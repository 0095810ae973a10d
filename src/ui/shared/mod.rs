//! What several pages show of one feature. Pages never name each other: what two of them need is here.

pub mod aim;
pub mod board;
pub mod check_in;
pub mod circle;
pub mod commitment;
pub mod digest;
pub mod feedback;
pub mod goal;
pub mod imports;
pub mod profile;
pub mod reply;
pub mod rhythm;
pub mod role;
pub mod sealed;
pub mod session;
pub mod sync;
pub mod values;
