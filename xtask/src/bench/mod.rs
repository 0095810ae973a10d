//! `cargo xtask bench`: measures what the design promises: how many bytes are fetched, how long the rota takes in a
//! browser, how long opening and merging take, and how long people wait in a large circle.

mod size;

use crate::{
    Context, Error, Result, build,
    shell::{cargo, describe, run, say},
    stage, test,
    tools::{Browser, Toolbox, YJS},
    workspace,
};
use std::{path::Path, process::Command};

/// A measurement: prints its table and fails when it is over its limit.
type Bench = fn(&Path) -> Result<()>;

/// The longest that the rota of twelve members, 104 weeks and five roles may take in a browser, in milliseconds.
const ROTA_LIMIT: f64 = 30.0;

/// The longest that the fit of twelve members, with what helps and advice, may take natively, in milliseconds.
const FIT_LIMIT: f64 = 5.0;

/// How many times as long as one year ten years may take to open.
const OPENING_LIMIT: f64 = 11.0;

/// How many times as long as Yjs in the same browser we may take to take in a year of another member's changes.
const MERGING_LIMIT: f64 = 1.5;

const BENCHES: &[(&str, Bench)] = &[
    ("bytes", size::sizes),
    ("rota in Chromium", rota),
    ("fit, natively", fit),
    ("opening, natively", opening),
    ("merging beside Yjs in Chromium", merging),
    ("a large circle in Chromium", speed),
];

/// Runs every bench on the release page, building it if it is absent or `is_fresh` asks for it.
pub fn bench(is_fresh: bool) -> Result<()> {
    let dist = workspace::dist();
    if is_fresh || !stage::is_staged(&dist) {
        build::build(build::Page::Release, &Toolbox::for_building()?)?;
    }
    let mut failure = None;
    for (name, bench) in BENCHES {
        println!("\n{name}\n");
        if let Err(error) = bench(&dist) {
            say(format!("{name}: {error}"));
            failure = Some(error);
        }
    }
    failure.map_or(Ok(()), Err)
}

/// Runs `tests/web/bench.rs`, built as the release is, and reads the time at best off the line it prints: on a
/// machine that does other things too, it says most of the code.
fn rota(_: &Path) -> Result<()> {
    let lines = told(test::in_browser("bench")?.args(["--release", "--", "--nocapture"]))?;
    within(&lines, "the rota", ROTA_LIMIT)
}

/// Runs the measurement among the native tests of the fit.
fn fit(_: &Path) -> Result<()> {
    let lines = told(&mut natively("domain", "speed_of_the_fit"))?;
    within(&lines, "the fit", FIT_LIMIT)
}

/// Runs the measurement among the native tests of the document.
fn opening(_: &Path) -> Result<()> {
    let lines = told(&mut natively("document", "speed_of_opening"))?;
    in_ratio(&lines, "opening ten years", OPENING_LIMIT)
}

/// Writes the case of `tests/yjs/merging.rs` and runs `tests/web/merging.rs`, built as the release is.
fn merging(_: &Path) -> Result<()> {
    run(natively("yjs", "case_of_merging").env("PEER_CIRCLE_YJS", YJS.ensure()?))?;
    let features = ["--release", "--features", "beside-yjs", "--", "--nocapture"];
    let lines = told(test::in_browser("merging")?.args(features))?;
    in_ratio(&lines, "merging", MERGING_LIMIT)
}

/// A measurement among the native tests of an area.
fn natively(area: &str, measurement: &str) -> Command {
    let mut command = cargo();
    command.args(["test", "--release", "-p", "peer-circle", "--no-default-features", "--test", area]);
    command.args([measurement, "--", "--ignored", "--nocapture"]);
    command
}

/// Prints `lines`, of which the last tells a ratio that must be within `limit`.
fn in_ratio(lines: &[String], what: &str, limit: f64) -> Result<()> {
    lines.iter().for_each(|line| println!("{line}"));
    let line = lines.last().map_or("", String::as_str);
    println!("limit of the ratio: {limit}");
    match number_after(line, "ratio ") {
        Some(ratio) if ratio <= limit => Ok(()),
        _ => Err(Error::Limit(format!("{what} takes too long: {line}"))),
    }
}

/// Prints the first of `lines` and reads the time at best off it, which must be within `limit` milliseconds.
fn within(lines: &[String], what: &str, limit: f64) -> Result<()> {
    let line = lines.first().map_or("", String::as_str);
    println!("{line}; limit {limit} ms");
    let best = line.split_once(" ms at best").and_then(|(before, _)| before.rsplit(' ').next()?.parse::<f64>().ok());
    match best {
        Some(best) if best <= limit => Ok(()),
        _ => Err(Error::Limit(format!("{what} takes too long: {line}"))),
    }
}

/// The number that follows `mark` in `line`.
fn number_after(line: &str, mark: &str) -> Option<f64> {
    let (_, after) = line.split_once(mark)?;
    after.split([' ', ',', ';']).next()?.parse().ok()
}

/// Runs `tests/e2e/tests/speed` through the page in `dist`, which knows the limits and says what is over one. On a
/// machine that does other things too, the times of a new circle beside them tell how much of it is that.
fn speed(dist: &Path) -> Result<()> {
    let lines = told(test::end_to_end(&["speed"], dist, &[Browser::Chromium])?.arg("--nocapture"))?;
    lines.iter().for_each(|line| println!("{line}"));
    match lines.iter().find(|line| line.contains(" is over the limit ")) {
        Some(line) => Err(Error::Limit(line.clone())),
        None => Ok(()),
    }
}

/// What follows `bench: ` in the lines that a command prints; an error without any.
fn told(command: &mut Command) -> Result<Vec<String>> {
    let output = command.output().context(|| format!("starting {}", describe(command)))?;
    let text = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    let said = text.lines().filter_map(|line| line.split_once("bench: ").map(|(_, said)| said.trim().to_owned()));
    let lines: Vec<String> = said.collect();
    if lines.is_empty() || !output.status.success() {
        return Err(Error::Invalid(format!("the bench failed:\n{text}")));
    }
    Ok(lines)
}
