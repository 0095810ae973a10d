//! `cargo xtask build`: the page, staged.

use crate::{Error, Result, shell, stage, tools::Toolbox, workspace};
use std::{env, fs, path::PathBuf, process::Command};

/// Which page to build.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// As small and fast as it gets, cut into parts: what is published.
    #[default]
    Release,
    /// Barely optimised and in one piece, for trying journeys while writing them (the profile `quick`).
    Quick,
}

/// Builds and stages the page; returns its folder.
///
/// Trunk runs offline, so that it takes the pinned tools and fetches none of its own; the crates
/// are fetched before. Trunk's hooks (see `Trunk.toml`) join the styles before and, for a release,
/// cut and stage after.
pub fn build(page: Page, toolbox: &Toolbox) -> Result<PathBuf> {
    shell::run(shell::cargo().args(["fetch", "--quiet"]))?;
    let mut trunk = toolbox.command("trunk");
    trunk.args(["build", "--offline"]);
    clean_environment(&mut trunk);
    match page {
        Page::Release => release(&mut trunk),
        Page::Quick => quick(&mut trunk),
    }
}

fn release(trunk: &mut Command) -> Result<PathBuf> {
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", without_paths());
    shell::run(trunk.args(["--release", "--features", "split"]))?;
    let dist = workspace::dist();
    if !stage::is_staged(&dist) {
        return Err(Error::Invalid("Trunk built a page, but its hook did not stage it".into()));
    }
    Ok(dist)
}

/// What lets the compiler say `leptos-0.8.23/src/…` where a panic names its place: the same on every machine, and short.
/// Cargo adds it to the flags of `.cargo/config.toml`.
fn without_paths() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sources = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    let folders =
        sources.into_iter().flatten().filter_map(|entry| entry.ok()?.path().into_os_string().into_string().ok());
    // Cargo splits the flags at spaces.
    let folders = folders.filter(|folder| !folder.contains(' '));
    folders.map(|folder| format!("--remap-path-prefix={folder}/= ")).collect()
}

fn quick(trunk: &mut Command) -> Result<PathBuf> {
    let dist = workspace::quick_dist();
    shell::run(trunk.args(["--cargo-profile", "quick", "--dist"]).arg(&dist))?;
    stage::stage(&dist)?;
    Ok(dist)
}

/// Takes away what would change a build or stop Trunk: it reads `NO_COLOR` as true or false and
/// fails on the usual `1`.
pub(crate) fn clean_environment(trunk: &mut Command) {
    trunk.env_remove("NO_COLOR").env_remove("CARGO_BUILD_TARGET");
}
