//! The steps of `cargo xtask test`.
//!
//! Leptos is the costly part: it is checked once (clippy for wasm), built once for the tests in
//! the browser and once for the release page. Natively only the core is built.

use super::{
    TestOptions,
    report::{self, Count},
};
use crate::{
    Context, Error, Result, build,
    shell::{self, cargo, describe, run, say},
    tools::{Browser, Toolbox, WASM_TARGET, YJS},
    workspace,
};
use std::{
    fmt, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    str::FromStr,
};

/// A step of the check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The format of the code.
    Fmt,
    /// Lints, without any warning.
    Clippy,
    /// The core builds without the app.
    Core,
    /// Tests of the core and of these tasks.
    Native,
    /// Tests of the app's parts in a browser.
    Web,
    /// Journeys through the release page.
    E2e,
}

impl Step {
    /// In the order they run: what fails quickly first.
    pub const ALL: [Self; 6] = [Self::Fmt, Self::Clippy, Self::Core, Self::Native, Self::Web, Self::E2e];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Clippy => "clippy",
            Self::Core => "core",
            Self::Native => "native",
            Self::Web => "web",
            Self::E2e => "e2e",
        }
    }

    pub(super) fn run(self, options: &TestOptions) -> Result<Count> {
        match self {
            Self::Fmt => check(cargo().args(["fmt", "--all", "--check"])),
            Self::Clippy => clippy(),
            Self::Core => check(cargo().args(["check", "-p", APP, "--lib", "--no-default-features"])),
            Self::Native => native(),
            Self::Web => web(),
            Self::E2e => journeys(options),
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Step {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|step| step.name() == text).ok_or_else(|| {
            Error::Usage(format!("unknown step `{text}`; known are {}", Self::ALL.map(Self::name).join(", ")))
        })
    }
}

const APP: &str = "peer-circle";
const E2E: &str = "peer-circle-e2e";

fn check(command: &mut Command) -> Result<Count> {
    run(command).map(|()| Count::SUCCESS)
}

/// The core and the tools natively, the app for wasm.
fn clippy() -> Result<Count> {
    let mut native = cargo();
    native.args(["clippy", "--workspace", "--no-default-features"]);
    native.arg("--all-targets");
    let mut wasm = cargo();
    wasm.args(["clippy", "-p", APP, "--target", WASM_TARGET, "--lib", "--bins", "--test", "web", "--test", "bench"]);
    let mut count = Count::default();
    Toolbox::for_building()?;
    for command in [&mut native, &mut wasm] {
        command.args(["--", "-D", "warnings"]);
        count += check(command).unwrap_or_else(|error| {
            say(error.to_string());
            Count::FAILURE
        });
    }
    Ok(count)
}

fn native() -> Result<Count> {
    let mut command = cargo();
    command.args(["test", "-p", APP, "-p", "xtask", "--no-default-features", "--no-fail-fast"]);
    command.env("PEER_CIRCLE_YJS", YJS.ensure()?);
    counted(&mut command)
}

fn web() -> Result<Count> {
    let mut command = in_browser("web")?;
    counted(&mut command)
}

/// `cargo test` of one of the tests that run in a browser.
pub(crate) fn in_browser(test: &str) -> Result<Command> {
    let toolbox = Toolbox::for_browsers(&[Browser::Chromium])?;
    let mut command = cargo();
    command
        .args(["test", "-p", APP, "--target", WASM_TARGET, "--test", test])
        .env("PATH", toolbox.path())
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", toolbox.program("wasm-bindgen-test-runner"))
        .env("CHROMEDRIVER", shell::find("chromedriver").unwrap_or_else(|| "chromedriver".into()))
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities()?)
        // Seconds; a busy machine needs more than the runner's own 20 and 5.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "180")
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60");
    Ok(command)
}

/// Chromium without a window and without the services that would use the network. The sandbox
/// cannot be used by root, as in containers.
fn capabilities() -> Result<PathBuf> {
    let json = serde_json::json!({ "goog:chromeOptions": { "args": [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-quic", "--no-first-run", "--no-default-browser-check", "--disable-extensions",
    ] } });
    let file = workspace::tools().join("webdriver.json");
    fs::write(&file, format!("{json:#}\n")).context(|| format!("writing {}", file.display()))?;
    Ok(file)
}

fn journeys(options: &TestOptions) -> Result<Count> {
    let dist = build::build(options.page, &Toolbox::for_building()?)?;
    let mut command = end_to_end(&["harness", "journeys"], &dist, &options.browsers)?;
    counted(command.args(&options.journey))
}

/// `cargo test` of these end-to-end tests, up to the arguments for their runner.
pub(crate) fn end_to_end(tests: &[&str], dist: &Path, browsers: &[Browser]) -> Result<Command> {
    let toolbox = Toolbox::for_browsers(browsers)?;
    let names: Vec<&str> = browsers.iter().map(|browser| browser.name()).collect();
    let mut command = on_a_screen(browsers);
    command
        .args(["test", "-p", E2E, "--no-fail-fast"])
        .args(tests.iter().flat_map(|test| ["--test", *test]))
        .arg("--")
        .env("PATH", toolbox.path())
        .env("GECKODRIVER", toolbox.program("geckodriver"))
        .env("PEER_CIRCLE_DIST", dist)
        .env("PEER_CIRCLE_BROWSERS", names.join(","));
    Ok(command)
}

/// Cargo, for WebKitGTK within a virtual screen and a session bus of its own.
fn on_a_screen(browsers: &[Browser]) -> Command {
    let cargo = cargo();
    if !browsers.contains(&Browser::WebKit) {
        return cargo;
    }
    let mut command = Command::new("xvfb-run");
    command.args(["-a", "dbus-run-session", "--"]).arg(cargo.get_program());
    command.current_dir(workspace::root());
    command
}

/// Runs test runners, shows their output as it comes and counts by their closing lines.
fn counted(command: &mut Command) -> Result<Count> {
    let description = describe(command);
    say(format!("$ {description}"));
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().context(|| format!("starting {description}"))?;
    let (mut count, mut skipped) = (Count::default(), 0);
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.context(|| "reading the tests' output")?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            count += report::parse(&line).unwrap_or_default();
            skipped += u32::from(report::is_skip(&line));
        }
    }
    // Its runner has counted it among those that passed.
    skipped = skipped.min(count.passed);
    count.passed -= skipped;
    count.skipped += skipped;
    let status = child.wait().context(|| "waiting for the tests")?;
    if !status.success() && count.failed == 0 {
        count += Count::FAILURE;
    }
    Ok(count)
}
