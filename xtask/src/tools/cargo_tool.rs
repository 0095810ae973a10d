//! Programs that cargo builds from their published source.

use crate::{
    Context, Error, Result,
    shell::{capture, cargo, run, say},
    workspace,
};
use std::{env, fs, path::PathBuf, process::Command};

/// A program from a crate, in one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CargoTool<V = &'static str> {
    /// The crate.
    pub package: &'static str,
    /// The program by whose presence and version the tool is recognised.
    pub binary: &'static str,
    /// The exact version.
    pub version: V,
    /// Whether to build with the lock file the crate ships.
    pub is_locked: bool,
    /// How long the build takes on two cores, for the developer who waits.
    pub takes: &'static str,
}

impl<V: AsRef<str>> CargoTool<V> {
    /// The folder of the program, whether it is there or not.
    pub fn folder(&self) -> PathBuf {
        workspace::tools().join(format!("{}-{}", self.package, self.version.as_ref())).join("bin")
    }

    /// The version that is installed here, if any.
    pub fn found(&self) -> Option<String> {
        let file = format!("{}{}", self.binary, env::consts::EXE_SUFFIX);
        let printed = capture(Command::new(self.folder().join(file)).arg("--version"))?;
        // "trunk 0.21.14", "geckodriver 0.37.1 (abc 2026-01-01)"
        printed.lines().next()?.split_whitespace().nth(1).map(str::to_owned)
    }

    /// Builds the program unless it is there; returns its folder.
    pub fn ensure(&self) -> Result<PathBuf> {
        let version = self.version.as_ref();
        if self.found().as_deref() == Some(version) {
            return Ok(self.folder());
        }
        say(format!("{} {version} … building, {}, once", self.package, self.takes));
        run(&mut self.install_command()?)?;
        if self.found().as_deref() == Some(version) {
            return Ok(self.folder());
        }
        Err(Error::Invalid(format!("{} was installed but does not run", self.package)))
    }

    /// Tools share one target folder: common dependencies are built once, and an interrupted
    /// build goes on where it was. They run for seconds, so they are built for quick building.
    fn install_command(&self) -> Result<Command> {
        let folder = workspace::tools();
        fs::create_dir_all(&folder).context(|| format!("creating {}", folder.display()))?;
        let version = self.version.as_ref();
        let mut command = cargo();
        command.args(["install", self.package, "--version", version, "--force"]);
        if self.is_locked {
            command.arg("--locked");
        }
        command
            .arg("--root")
            .arg(folder.join(format!("{}-{version}", self.package)))
            .env("CARGO_TARGET_DIR", folder.join("build"))
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            .env_remove("CARGO_BUILD_TARGET")
            .env_remove("RUSTFLAGS");
        Ok(command)
    }
}
