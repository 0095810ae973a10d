//! How many bytes a device fetches, packed as hosts pack them at best.

use crate::{Context, Error, Result, serve, stage};
use flate2::Compression;
use std::{cmp::Reverse, fs, path::Path};

/// What is fetched on one occasion.
struct Load {
    name: &'static str,
    files: fn(&Path) -> Result<Vec<String>>,
    /// The size we want, in packed bytes.
    goal: usize,
    /// The size from which the task fails.
    limit: usize,
}

const LOADS: [Load; 3] = [
    Load { name: "the first screen", files: stage::first_load, goal: 280_000, limit: 300_000 },
    Load { name: "a member's Week with all it needs", files: stage::week_load, goal: 520_000, limit: 580_000 },
    Load { name: "everything", files: stage::whole_load, goal: 1_200_000, limit: 1_400_000 },
];

struct Size {
    path: String,
    raw: usize,
    packed: usize,
}

/// Prints the files of each load and their sum; an error where one is over its limit.
pub(super) fn sizes(dist: &Path) -> Result<()> {
    let mut failures = Vec::new();
    for load in &LOADS {
        let total = print(load.name, measure(dist, &(load.files)(dist)?)?);
        println!("{} packed; goal {}, limit {}\n", kilo(total), kilo(load.goal), kilo(load.limit));
        if total > load.limit {
            failures.push(format!("{} is {}, over {}", load.name, kilo(total), kilo(load.limit)));
        }
    }
    if failures.is_empty() { Ok(()) } else { Err(Error::Limit(failures.join("; "))) }
}

fn measure(dist: &Path, paths: &[String]) -> Result<Vec<Size>> {
    let size = |path: &String| {
        let bytes = fs::read(dist.join(path)).context(|| format!("reading {path}"))?;
        let packed = serve::pack(&bytes, Compression::best()).map_or(bytes.len(), |packed| packed.len());
        Ok(Size { path: path.clone(), raw: bytes.len(), packed })
    };
    paths.iter().map(size).collect()
}

/// Prints the largest files first, and the rest in one line; returns the sum of the packed sizes.
fn print(name: &str, mut sizes: Vec<Size>) -> usize {
    const SHOWN: usize = 12;
    let sum = |sizes: &[Size], part: fn(&Size) -> usize| sizes.iter().map(part).sum::<usize>();
    let line = |raw: usize, packed: usize, what: &str| println!("{raw:>12} {packed:>12}  {what}");
    sizes.sort_by_key(|size| Reverse(size.packed));
    println!("{:>12} {:>12}  file", "bytes", "gzip -9");
    let (shown, rest) = sizes.split_at(sizes.len().min(SHOWN));
    shown.iter().for_each(|size| line(size.raw, size.packed, &size.path));
    if !rest.is_empty() {
        line(sum(rest, |size| size.raw), sum(rest, |size| size.packed), &format!("{} more files", rest.len()));
    }
    let packed = sum(&sizes, |size| size.packed);
    line(sum(&sizes, |size| size.raw), packed, name);
    packed
}

fn kilo(bytes: usize) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}
