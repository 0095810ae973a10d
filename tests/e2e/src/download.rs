//! The folder into which a browser puts what a page offers for download.
//!
//! It is empty before each download: WebKitGTK refuses a name that is taken, the others change it.

use crate::wait::Pending;
use std::{
    fs, io,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// What unfinished files end with, per browser.
const UNFINISHED: &[&str] = &[".crdownload", ".part", ".wkdownload", ".tmp"];

/// The one finished file in the folder. `last` remembers between calls: a file is finished once it
/// has kept its size from one look to the next.
pub(crate) fn arrived(folder: &Path, last: &mut Option<(PathBuf, u64)>) -> Result<PathBuf, Pending> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    let names: Vec<String> = files.iter().filter_map(|path| Some(path.file_name()?.to_str()?.to_owned())).collect();
    let is_partial = |name: &String| name.starts_with('.') || UNFINISHED.iter().any(|end| name.ends_with(end));
    match &files[..] {
        [] => Err(Pending::NotYet("no file has arrived".into())),
        [path] if !names.iter().any(is_partial) => {
            let seen = (path.clone(), fs::metadata(path).map_or(0, |data| data.len()));
            if last.as_ref() == Some(&seen) && seen.1 > 0 {
                return Ok(seen.0);
            }
            *last = Some(seen);
            Err(Pending::NotYet(format!("{} is still being written", names.concat())))
        }
        _ => Err(Pending::NotYet(format!("these files are there: {}", names.join(", ")))),
    }
}

/// Moves a finished file to a new folder beside that of the downloads, where it keeps its name.
pub(crate) fn put_away(file: &Path) -> io::Result<PathBuf> {
    let home = file.parent().and_then(Path::parent).unwrap_or(Path::new("."));
    let target = TempDir::with_prefix_in("download-", home)?.keep().join(file.file_name().unwrap_or_default());
    fs::rename(file, &target)?;
    Ok(target)
}
