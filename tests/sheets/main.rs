//! Tables of other programs in, and this app's own out.

#![allow(clippy::unwrap_used, reason = "a test may end with a panic")]

use peer_circle_support as support;

mod cases;
mod forms;
mod guard;
mod hostile;
mod libreoffice;

mod round_trip;
mod told;
