//! Turns Trunk's output into a site that needs nothing of its host but files.
//!
//! [`stage`] works on a folder in place and may be repeated: it first takes its own earlier
//! marks away. It
//!
//! 1. gives the page a content security policy with the hash of each inline script ([`csp`]) and
//!    a build id, `<meta name="build">`;
//! 2. writes a copy of the page for each route, so that deep links work, and a `404.html` that finds the app from
//!    any folder ([`not_found`]);
//! 3. writes the build id and the list of files with their hashes into `sw.js` ([`worker`]).
//!
//! The build id is a hash over every file as it was before staging: the same sources give the
//! same id, and any change of any file gives another.

mod csp;
mod files;
mod html;
mod not_found;
mod routes;
mod worker;

use crate::{Context, Error, Result, cut};
pub use routes::routes;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::{collections::HashSet, fs, path::Path};

/// The part with the first screen of a new visitor.
const FIRST_PART: &str = "start";
/// The parts with a member's week: what the screen is drawn by, and the circle it shows.
const WEEK_PARTS: &[&str] = &["engine"];
const BUILD: &str = "meta[name=\"build\"]";
const PAGE: &str = "index.html";
const NOT_FOUND: &str = "404.html";

/// Stages the site in `dist`; returns its build id. See the module for what that means.
pub fn stage(dist: &Path) -> Result<String> {
    let page = html::without(&csp::without(&read(&dist.join(PAGE))?)?, BUILD)?;
    let lost = not_found::made_of(&page)?;
    let script = worker::blank(&read(&dist.join(worker::FILE))?)?;
    let id = build_id(dist, &[&page, &lost, &script])?;
    let page = csp::with(&with_build(&page, &id)?)?;

    write(&dist.join(PAGE), &page)?;
    write(&dist.join(NOT_FOUND), &csp::with(&with_build(&lost, &id)?)?)?;
    let deeper = html::with_base(&page, "../")?;
    for route in routes() {
        let folder = dist.join(route);
        fs::create_dir_all(&folder).context(|| format!("creating {}", folder.display()))?;
        write(&folder.join(PAGE), &deeper)?;
    }
    let precached = files::hashes(dist, worker::is_precached)?;
    write(&dist.join(worker::FILE), &worker::fill(&script, &id, &precached)?)?;
    Ok(id)
}

/// Whether the folder holds a staged site.
pub fn is_staged(dist: &Path) -> bool {
    read(&dist.join(PAGE)).is_ok_and(|page| build_of(&page).is_some())
}

/// The build id that a page bears.
pub fn build_of(page: &str) -> Option<String> {
    html::attribute(page, BUILD, "content").ok()?.filter(|id| !id.is_empty())
}

/// The files that a browser fetches to show the start page for the first time: the page, the files it names (in a tag
/// or a script), the worker and the part of the first screen, without what the worker keeps for later.
pub fn first_load(dist: &Path) -> Result<Vec<String>> {
    load(dist, &[FIRST_PART])
}

/// The files that a browser fetches to show a member's week.
pub fn week_load(dist: &Path) -> Result<Vec<String>> {
    load(dist, WEEK_PARTS)
}

/// All files that a device fetches in the end, the worker included; files of one content count once, as the worker
/// fetches them.
pub fn whole_load(dist: &Path) -> Result<Vec<String>> {
    let kept = files::hashes(dist, |path| path == worker::FILE || worker::is_precached(path))?;
    let mut seen = HashSet::new();
    Ok(kept.into_iter().filter(|(_, hash)| seen.insert(hash.clone())).map(|(path, _)| path).collect())
}

/// The page with the files it names, the worker, and the files of `parts`.
fn load(dist: &Path, parts: &[&str]) -> Result<Vec<String>> {
    let page = read(&dist.join(PAGE))?;
    let all = files::hashes(dist, |_| true)?.into_iter().map(|(path, _)| path);
    let mut parted = Vec::new();
    for part in parts {
        parted.extend(part_files(dist, part)?);
    }
    let is_loaded =
        |path: &String| path == PAGE || path == worker::FILE || page.contains(path.as_str()) || parted.contains(path);
    let loaded: Vec<String> = all.filter(is_loaded).collect();
    if loaded.iter().any(|path| path.ends_with(".wasm") && !parted.contains(path)) {
        return Ok(loaded);
    }
    Err(Error::Invalid(format!("{PAGE} names no wasm file")))
}

/// The files of a part of the app, by their paths in `dist`; see [`crate::cut`].
fn part_files(dist: &Path, part: &str) -> Result<Vec<String>> {
    let invalid = |error: &dyn std::fmt::Display| Error::Invalid(format!("{}: {error}", cut::PARTS));
    let list: Value = serde_json::from_str(&read(&dist.join(cut::PARTS))?).map_err(|error| invalid(&error))?;
    let files = list[part].as_array().ok_or_else(|| invalid(&format!("no part `{part}`")))?;
    Ok(files.iter().filter_map(|file| file.as_str().map(str::to_owned)).collect())
}

/// A short hash over everything that makes this build.
fn build_id(dist: &Path, texts: &[&str]) -> Result<String> {
    let mut hash = Sha256::new();
    texts.iter().for_each(|text| hash.update(text));
    for (path, integrity) in files::hashes(dist, |path| !is_written_here(path))? {
        hash.update(format!("\n{path} {integrity}"));
    }
    Ok(hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect())
}

fn is_written_here(path: &str) -> bool {
    let route = path.strip_suffix(PAGE).and_then(|path| path.strip_suffix('/'));
    [PAGE, NOT_FOUND, worker::FILE].contains(&path) || route.is_some_and(|r| routes().contains(&r))
}

fn with_build(page: &str, id: &str) -> Result<String> {
    html::insert_in_head(page, &format!("<meta name=\"build\" content=\"{id}\">"))
}

fn read(file: &Path) -> Result<String> {
    let text = fs::read_to_string(file);
    if text.as_ref().is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound) {
        return Err(Error::Invalid(format!("{} is not there to be staged", file.display())));
    }
    text.context(|| format!("reading {}", file.display()))
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).context(|| format!("writing {}", file.display()))
}

#[cfg(test)]
mod tests;
