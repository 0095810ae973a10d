//! What is published on npm.

use super::apt;
use crate::{
    Context, Error, Result,
    shell::{self, capture, run, say},
    workspace,
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A program from an npm package, in one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NpmTool {
    /// The package.
    pub package: &'static str,
    /// The program.
    pub binary: &'static str,
    /// The package's exact version.
    pub version: &'static str,
    /// The version as the program itself prints it.
    pub printed: &'static str,
}

impl NpmTool {
    fn prefix(&self) -> PathBuf {
        folder_of(self.package, self.version)
    }

    /// The folder of the program, whether it is there or not.
    pub fn folder(&self) -> PathBuf {
        self.prefix().join("node_modules/.bin")
    }

    /// The version that is installed here, if any: "wasm-opt version 132 (…)", "terser 5.51.4".
    pub fn found(&self) -> Option<String> {
        let suffix = if cfg!(windows) { ".cmd" } else { "" };
        let file = self.folder().join(format!("{}{suffix}", self.binary));
        let printed = capture(Command::new(file).arg("--version"))?;
        printed
            .split_whitespace()
            .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
            .map(str::to_owned)
    }

    /// Installs the program unless it is there; returns its folder.
    pub fn ensure(&self) -> Result<PathBuf> {
        if self.found().as_deref() == Some(self.printed) {
            return Ok(self.folder());
        }
        install(self.package, self.version, &self.prefix())?;
        if self.found().as_deref() == Some(self.printed) {
            return Ok(self.folder());
        }
        Err(Error::Invalid(format!("{} was installed but does not run", self.binary)))
    }
}

/// JavaScript from an npm package, in one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NpmLibrary {
    /// The package.
    pub package: &'static str,
    /// The package's exact version.
    pub version: &'static str,
}

impl NpmLibrary {
    /// The folder of the modules, whether they are there or not.
    pub fn modules(&self) -> PathBuf {
        folder_of(self.package, self.version).join("node_modules")
    }

    /// Installs the package unless it is there; returns the folder of its modules, for Node's `NODE_PATH`.
    pub fn ensure(&self) -> Result<PathBuf> {
        if !self.modules().join(self.package).join("package.json").is_file() {
            install(self.package, self.version, &folder_of(self.package, self.version))?;
        }
        Ok(self.modules())
    }
}

fn folder_of(package: &str, version: &str) -> PathBuf {
    workspace::tools().join(format!("{package}-{version}"))
}

fn install(package: &str, version: &str, prefix: &Path) -> Result<()> {
    if shell::find("npm").is_none() || shell::find("node").is_none() {
        apt::install(&["nodejs", "npm"])?;
    }
    say(format!("{package} {version} … downloading, once"));
    fs::create_dir_all(prefix).context(|| format!("creating {}", prefix.display()))?;
    let mut command = Command::new(format!("npm{}", if cfg!(windows) { ".cmd" } else { "" }));
    command.args(["install", "--no-audit", "--no-fund", "--no-save", "--ignore-scripts"]);
    command.arg("--prefix").arg(prefix);
    run(command.arg(format!("{package}@{version}")).current_dir(prefix))
}
