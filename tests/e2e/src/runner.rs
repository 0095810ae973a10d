//! Runs journeys as tests with the usual output of `cargo test`.

use crate::{Browser, Journey};
use libtest_mimic::{Arguments, Trial};
use std::{
    env,
    os::unix::process::CommandExt as _,
    process::{Command, ExitCode},
};

/// Which browsers to test, by name and parted by commas. Unset: all.
const BROWSERS: &str = "PEER_CIRCLE_BROWSERS";

/// A named journey; [`crate::journeys!`] makes them.
pub type Named = (&'static str, fn(&Journey));

/// Lists journeys by their paths: `journeys![two_tabs, sharing::two_devices]`.
#[macro_export]
macro_rules! journeys {
    ($($journey:path),+ $(,)?) => {
        &[$((stringify!($journey), $journey as fn(&$crate::Journey))),+]
    };
}

/// The `main` of a test: runs each journey in each browser, as `two_devices::firefox`. Browsers that
/// were not asked for are shown as ignored; one that was asked for and is missing fails.
///
/// Two run at a time unless `--test-threads` says otherwise.
pub fn run(journeys: &[Named]) -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert(2);
    let chosen = match chosen(env::var(BROWSERS).ok().as_deref()) {
        Ok(chosen) => chosen,
        Err(why) => {
            eprintln!("{BROWSERS}: {why}");
            return ExitCode::FAILURE;
        }
    };
    if chosen.contains(&Browser::WebKit) && !arguments.list {
        move_to_screen();
    }
    let trials = journeys.iter().flat_map(|&journey| Browser::ALL.map(|browser| trial(journey, browser, &chosen)));
    libtest_mimic::run(&arguments, trials.collect()).exit_code()
}

fn trial((name, journey): Named, browser: Browser, chosen: &[Browser]) -> Trial {
    let name = name.replace(' ', "");
    let test = format!("{name}::{browser}");
    let run = move || {
        journey(&Journey::new(&name, browser));
        Ok(())
    };
    Trial::test(test, run).with_ignored_flag(!chosen.contains(&browser))
}

fn chosen(text: Option<&str>) -> xtask::Result<Vec<Browser>> {
    match text.map(str::trim) {
        None | Some("") => Ok(Browser::ALL.to_vec()),
        Some(text) => text.split(',').map(|name| name.trim().parse()).collect(),
    }
}

/// WebKitGTK has no headless mode. Without a screen, these tests start again within a virtual one
/// and a session bus of its own; where that cannot be had, WebKitGTK's tests say so themselves.
fn move_to_screen() {
    if env::var_os("DISPLAY").is_some() {
        return;
    }
    let Ok(program) = env::current_exe() else { return };
    let mut command = Command::new("xvfb-run");
    command.args(["-a", "dbus-run-session", "--"]).arg(program).args(env::args_os().skip(1));
    let error = command.exec();
    eprintln!("xvfb-run: {error}");
}
