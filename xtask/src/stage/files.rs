//! The files of a site and their hashes.

use crate::{Context, Result};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::{fs, path::Path};

/// `sha256-…`, as in integrity attributes and content security policies.
pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// The files for which `wanted` holds, sorted: path relative to `root` with `/`, and integrity.
pub(super) fn hashes(root: &Path, wanted: fn(&str) -> bool) -> Result<Vec<(String, String)>> {
    let mut paths = Vec::new();
    collect(root, "", &mut paths)?;
    paths.retain(|path| wanted(path));
    paths.sort();
    let hash = |path: String| {
        let bytes = fs::read(root.join(&path)).context(|| format!("reading {path}"))?;
        let integrity = integrity(&bytes);
        Ok((path, integrity))
    };
    paths.into_iter().map(hash).collect()
}

fn collect(folder: &Path, prefix: &str, paths: &mut Vec<String>) -> Result<()> {
    let entries = fs::read_dir(folder).context(|| format!("listing {}", folder.display()))?;
    for entry in entries {
        let entry = entry.context(|| format!("listing {}", folder.display()))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let path = format!("{prefix}{name}");
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}
