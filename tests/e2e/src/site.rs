//! A host for the page under test, on a port of its own: its storage is nobody else's.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};
use tempfile::TempDir;
use xtask::{
    serve::{Answered, Serve, ServeOptions},
    stage, workspace,
};

/// The folder of the built page; unset: `dist/` of the workspace.
const DIST: &str = "PEER_CIRCLE_DIST";
/// Not the root of the host: the page must work at any path.
const PREFIX: &str = "/some/path/";

/// A plain static host.
#[derive(Debug)]
pub struct Site {
    root: PathBuf,
    port: u16,
    /// `None` while stopped.
    serve: Option<Serve>,
    /// The changed copy that is served instead of the release page.
    changed: Option<TempDir>,
}

impl Site {
    /// Serves the release page.
    #[track_caller]
    pub fn release() -> Self {
        let root = env::var_os(DIST).map_or_else(workspace::dist, PathBuf::from);
        assert!(stage::is_staged(&root), "{}: no page; run `cargo xtask build`", root.display());
        Self::of(&root)
    }

    /// Serves any folder.
    #[track_caller]
    pub fn of(root: &Path) -> Self {
        let mut site = Self { root: root.to_path_buf(), port: 0, serve: None, changed: None };
        site.start();
        site
    }

    /// With a script that runs before anything else on every page: for a clock that is wrong, a
    /// storage that throws, a share sheet that remembers what it got. Staged anew, so that the
    /// page's security policy lets it run.
    #[track_caller]
    pub fn with_script(mut self, script: &str) -> Self {
        self.change(|page| page.replacen("<head>", &format!("<head><script>{script}</script>"), 1));
        self
    }

    /// The address of a page: `url("")` is the start page, `url("goals")` another.
    pub fn url(&self, page: &str) -> String {
        format!("http://127.0.0.1:{}{PREFIX}{page}", self.port)
    }

    /// Goes off the net: every request is refused from now on.
    pub fn stop(&mut self) {
        self.serve = None;
    }

    /// Goes back on the net, at the same address.
    #[track_caller]
    pub fn start(&mut self) {
        let options = ServeOptions { root: self.root.clone(), prefix: PREFIX.into(), port: self.port, gzip: true };
        let serve = Serve::start(options).unwrap_or_else(|error| panic!("the site does not start: {error}"));
        self.port = serve.port();
        self.serve = Some(serve);
    }

    /// Serves a newer build from now on: the same page with another build id, which is answered.
    #[track_caller]
    pub fn deploy_newer(&mut self) -> String {
        self.change(|page| format!("{page}<!-- newer -->\n"))
    }

    /// Serves a newer build whose parts have other names; those that an open page knows are gone.
    #[track_caller]
    pub fn deploy_with_other_parts(&mut self) -> String {
        let copied = TempDir::with_prefix("peer-circle-parts-").and_then(|folder| {
            copy(&self.root, folder.path())?;
            rename_parts(folder.path()).map(|()| folder)
        });
        let folder = copied.unwrap_or_else(|error| panic!("no page with other parts: {error}"));
        self.root = folder.path().to_path_buf();
        let id = self.deploy_newer();
        drop(folder);
        id
    }

    /// Serves a copy with a changed start page, staged anew; returns its build id.
    #[track_caller]
    fn change(&mut self, change: impl Fn(&str) -> String) -> String {
        let changed = changed_copy(&self.root, change);
        let (folder, id) = changed.unwrap_or_else(|error| panic!("no changed page: {error}"));
        self.root = folder.path().to_path_buf();
        if let Some(serve) = &self.serve {
            serve.set_root(&self.root);
        }
        self.changed = Some(folder);
        id
    }

    /// The requests that were answered since the last call, and none while stopped.
    pub fn take_log(&self) -> Vec<Answered> {
        self.serve.as_ref().map(Serve::take_log).unwrap_or_default()
    }
}

fn changed_copy(root: &Path, change: impl Fn(&str) -> String) -> Result<(TempDir, String), String> {
    let copied = || -> io::Result<TempDir> {
        let folder = TempDir::with_prefix("peer-circle-changed-")?;
        copy(root, folder.path())?;
        let page = folder.path().join("index.html");
        let text = fs::read_to_string(&page)?;
        let changed = change(&text);
        if changed == text {
            return Err(io::Error::other("the page stayed the same"));
        }
        fs::write(page, changed)?;
        Ok(folder)
    };
    let folder = copied().map_err(|error| error.to_string())?;
    let id = stage::stage(folder.path()).map_err(|error| error.to_string())?;
    Ok((folder, id))
}

/// Gives the parts, the script and the wasm the names of another build, of the same length, and calls them so wherever
/// they are named: a browser that kept one of them under its old name asks for it anew.
fn rename_parts(root: &Path) -> io::Result<()> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    let Some(build) = names.iter().find_map(|name| name.strip_prefix("parts-")) else {
        return Err(io::Error::other("the page is in one file: build it as a release"));
    };
    let other: String = build.chars().rev().collect();
    for name in names.iter().filter(|name| name.contains(build)) {
        fs::rename(root.join(name), root.join(name.replace(build, &other)))?;
    }
    replace_in(root, build.as_bytes(), other.as_bytes())
}

fn replace_in(folder: &Path, from: &[u8], to: &[u8]) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            replace_in(&entry.path(), from, to)?;
            continue;
        }
        let mut bytes = fs::read(entry.path())?;
        let places: Vec<_> =
            bytes.windows(from.len()).enumerate().filter(|(_, part)| *part == from).map(|(at, _)| at).collect();
        for at in &places {
            bytes[*at..at + to.len()].copy_from_slice(to);
        }
        if !places.is_empty() {
            fs::write(entry.path(), bytes)?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            fs::create_dir(&target)?;
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
