//! `cargo xtask bench`: measures what the design promises: the size of the first load, and how long the rota
//! takes in a browser.

use crate::{Context, Error, Result, build, serve, shell::say, stage, test, tools::Toolbox, workspace};
use flate2::Compression;
use std::{fs, path::Path};

/// The size we want, in bytes packed by gzip.
const GOAL: usize = 400_000;
/// The size from which the task fails.
const LIMIT: usize = 450_000;

/// A measurement: prints its table and fails when it is over its limit.
type Bench = fn(&Path) -> Result<()>;

/// The longest that the rota of twelve members, 104 weeks and five roles may take in a browser, in milliseconds.
const ROTA_LIMIT: f64 = 30.0;

const BENCHES: &[(&str, Bench)] = &[("first load", first_load), ("rota in Chromium", rota)];

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

struct Size {
    path: String,
    raw: usize,
    packed: usize,
}

/// Everything a browser fetches to show the start page for the first time, the worker included
/// but not the files that the worker keeps for later.
fn first_load(dist: &Path) -> Result<()> {
    let mut sizes = Vec::new();
    for path in stage::first_load(dist)? {
        let bytes = fs::read(dist.join(&path)).context(|| format!("reading {path}"))?;
        let packed = serve::pack(&bytes, Compression::best()).map_or(bytes.len(), |packed| packed.len());
        sizes.push(Size { path, raw: bytes.len(), packed });
    }
    sizes.sort_by_key(|size| std::cmp::Reverse(size.packed));
    let sum = |part: fn(&Size) -> usize| sizes.iter().map(part).sum();
    let total = Size { path: "all-in first load".into(), raw: sum(|size| size.raw), packed: sum(|size| size.packed) };
    println!("{:>12} {:>12}  file", "bytes", "gzip -9");
    for size in sizes.iter().chain([&total]) {
        println!("{:>12} {:>12}  {}", size.raw, size.packed, size.path);
    }
    let kilo = |bytes: usize| format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100);
    println!("\n{} packed; goal {}, limit {}", kilo(total.packed), kilo(GOAL), kilo(LIMIT));
    if total.packed > LIMIT {
        return Err(Error::Limit(format!("{} is over {}", kilo(total.packed), kilo(LIMIT))));
    }
    Ok(())
}

/// Runs `tests/web/bench.rs`, built as the release is, and reads the time at best off the line it prints: on a
/// machine that does other things too, it says most of the code.
fn rota(_: &Path) -> Result<()> {
    let output = test::in_browser("bench")?
        .args(["--release", "--", "--nocapture"])
        .output()
        .context(|| "measuring the rota".to_owned())?;
    let text = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    let line = text.lines().find_map(|line| line.split_once("bench: ").map(|(_, said)| said.trim()));
    let line = line.ok_or_else(|| Error::Invalid(format!("the bench said nothing:\n{text}")))?;
    println!("{line}; limit {ROTA_LIMIT} ms");
    let best = line.split_once(" ms at best").and_then(|(before, _)| before.rsplit(' ').next()?.parse::<f64>().ok());
    match best {
        Some(best) if best <= ROTA_LIMIT => Ok(()),
        _ => Err(Error::Limit(format!("the rota takes too long: {line}"))),
    }
}
