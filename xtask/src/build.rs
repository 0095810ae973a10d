//! `cargo xtask build`: the release page, staged, in `dist/`.

use crate::{Error, Result, shell, stage, tools::Toolbox, workspace};
use std::{path::PathBuf, process::Command};

/// Builds and stages the page; answers its folder.
///
/// Trunk runs offline, so that it takes the pinned tools and fetches none of its own; the crates
/// are fetched before. Trunk's hooks (see `Trunk.toml`) join the styles before and stage after.
pub fn release(toolbox: &Toolbox) -> Result<PathBuf> {
    shell::run(shell::cargo().args(["fetch", "--quiet"]))?;
    let mut trunk = toolbox.command("trunk");
    trunk.args(["build", "--release", "--offline", "--features", "split"]);
    clean_environment(&mut trunk);
    shell::run(&mut trunk)?;
    let dist = workspace::dist();
    if !stage::is_staged(&dist) {
        return Err(Error::Invalid("Trunk built a page, but its hook did not stage it".into()));
    }
    Ok(dist)
}

/// Takes away what would change a build or stop Trunk: it reads `NO_COLOR` as true or false and
/// fails on the usual `1`.
pub(crate) fn clean_environment(trunk: &mut Command) {
    trunk.env_remove("NO_COLOR").env_remove("CARGO_BUILD_TARGET");
}
