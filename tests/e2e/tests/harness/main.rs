//! Shows that the harness sees and does in each browser what journeys rely on, on a small page.

mod life;
mod page;
mod people;

use peer_circle_e2e::{journeys, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    run(journeys![
        people::finding,
        people::filling,
        people::files,
        people::failing,
        life::two_tabs,
        life::offline,
        life::newer_build,
        life::reopening,
        life::settings,
        life::scripts,
    ])
}
