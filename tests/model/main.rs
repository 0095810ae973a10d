//! Whatever happens to several members' devices, each shows what a simple reference says, and all end alike.
//!
//! A few short runs belong to every test. As many as you like, of 200 steps each:
//!
//! ```sh
//! CARGO_PROFILE_DEV_OPT_LEVEL=2 PEER_CIRCLE_MODEL_RUNS=10000 cargo test -p peer-circle --no-default-features --test model
//! ```
//!
//! A run that fails is made as short as it can be and printed; its seed is kept in `tests/proptest-regressions/runs.txt` and
//! tried first from then on.

#![allow(clippy::unwrap_used, reason = "a test may end with a panic")]

use peer_circle_support as support;

mod reference;
mod runs;
mod step;
mod world;
