//! `cargo xtask bench`: measures what the design promises: how many bytes are fetched, how long the rota takes in a
//! browser, and how long people wait in a large circle.

mod size;

use crate::{
    Context, Error, Result, build,
    shell::{cargo, describe, say},
    stage, test,
    tools::{Browser, Toolbox},
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

const BENCHES: &[(&str, Bench)] = &[
    ("bytes", size::sizes),
    ("rota in Chromium", rota),
    ("fit, natively", fit),
    ("opening, natively", opening),
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
    let lines = natively("domain", "speed_of_the_fit")?;
    within(&lines, "the fit", FIT_LIMIT)
}

/// Runs the measurement among the native tests of the document.
fn opening(_: &Path) -> Result<()> {
    let lines = natively("document", "speed_of_opening")?;
    let (ratio, others) = lines.split_last().map_or((String::new(), &lines[..]), |(last, rest)| (last.clone(), rest));
    others.iter().for_each(|line| println!("{line}"));
    println!("{ratio}; limit {OPENING_LIMIT}");
    let is_within = number_after(&ratio, "ratio ").is_some_and(|ratio| ratio <= OPENING_LIMIT);
    if is_within { Ok(()) } else { Err(Error::Limit(format!("ten years open too slowly: {ratio}"))) }
}

/// The lines that a measurement prints which is among the native tests of an area.
fn natively(area: &str, measurement: &str) -> Result<Vec<String>> {
    let test = ["test", "--release", "-p", "peer-circle", "--no-default-features", "--test", area];
    told(cargo().args(test).args([measurement, "--", "--ignored", "--nocapture"]))
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

/// Runs `tests/e2e/tests/speed` through the page in `dist`. What it prints is for people: another machine, other times.
fn speed(dist: &Path) -> Result<()> {
    let lines = told(test::end_to_end(&["speed"], dist, &[Browser::Chromium])?.arg("--nocapture"))?;
    lines.iter().for_each(|line| println!("{line}"));
    Ok(())
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
