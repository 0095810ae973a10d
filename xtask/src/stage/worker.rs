//! Fills the two lines of `sw.js` that differ from build to build.

use crate::{Error, Result, cut};

/// The service worker, copied by Trunk from `public/`.
pub(super) const FILE: &str = "sw.js";
const BUILD: &str = "const BUILD = ";
const FILES: &str = "const FILES = ";

/// What the worker keeps for offline use: every file but itself and what only hosts or
/// developers read.
pub(super) fn is_precached(path: &str) -> bool {
    ![FILE, cut::PARTS, "CNAME"].contains(&path) && !path.ends_with(".map") && !path.ends_with(".d.ts")
}

/// The worker as it is in `public/`, whatever build it was filled for.
pub(super) fn blank(script: &str) -> Result<String> {
    with_lines(script, "\"dev\"", "[]")
}

/// The worker of a build; `files` are paths with their integrity.
pub(super) fn fill(script: &str, id: &str, files: &[(String, String)]) -> Result<String> {
    let list = serde_json::json!(files);
    with_lines(script, &format!("\"{id}\""), &list.to_string())
}

fn with_lines(script: &str, build: &str, files: &str) -> Result<String> {
    let mut filled = 0;
    let mut text = String::with_capacity(script.len() + files.len());
    // Comments are for who reads the repository.
    for line in script.lines().filter(|line| !line.trim_start().starts_with("//")) {
        if line.starts_with(BUILD) {
            text.push_str(&format!("{BUILD}{build};"));
            filled += 1;
        } else if line.starts_with(FILES) {
            text.push_str(&format!("{FILES}{files};"));
            filled += 1;
        } else {
            text.push_str(line);
        }
        text.push('\n');
    }
    if filled == 2 {
        return Ok(text);
    }
    Err(Error::Invalid(format!("{FILE} needs one line `{BUILD}…` and one line `{FILES}…`")))
}
