//! The outside programs this workspace needs, each in one exact version.
//!
//! What cargo or npm can provide is installed below `target/tools/`, nothing globally. System
//! packages (a linker, browsers) come from apt when this user may install them; otherwise the
//! error says what to install.

pub mod apt;
pub mod browsers;
mod cargo_tool;
mod lockfile;
mod npm_tool;

pub use browsers::Browser;
pub use cargo_tool::CargoTool;
pub use npm_tool::{NpmLibrary, NpmTool};

use crate::{
    Error, Result,
    shell::{self, capture, run, say},
};
use std::{env, ffi::OsString, path::PathBuf, process::Command};

/// Bundles the page: HTML, wasm and assets.
pub const TRUNK: CargoTool =
    CargoTool { package: "trunk", binary: "trunk", version: "0.21.14", is_locked: true, takes: "about 4 minutes" };

/// Lets WebDriver drive Firefox.
pub const GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    binary: "geckodriver",
    version: "0.37.1",
    is_locked: true,
    takes: "about 1 minute",
};

/// Makes the wasm a third to a half smaller.
pub const WASM_OPT: NpmTool = NpmTool { package: "binaryen", binary: "wasm-opt", version: "132.0.0", printed: "132" };

/// Makes the script that wasm-bindgen writes a quarter smaller.
pub const TERSER: NpmTool = NpmTool { package: "terser", binary: "terser", version: "5.51.4", printed: "5.51.4" };

/// The official Yjs: what we write is held against what it reads, and how long merging takes against how long it does.
pub const YJS: NpmLibrary = NpmLibrary { package: "yjs", version: "13.6.27" };

/// The target the page is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// `wasm-bindgen`, in exactly the version that `Cargo.lock` has: the two must agree.
pub fn wasm_bindgen() -> Result<CargoTool<String>> {
    Ok(CargoTool {
        package: "wasm-bindgen-cli",
        binary: "wasm-bindgen",
        version: lockfile::wasm_bindgen_version()?,
        is_locked: false,
        takes: "about 2 minutes",
    })
}

/// Pinned programs that are present, to be found by the commands made here.
#[derive(Debug, Default)]
pub struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// Everything that building the page needs; installs what is absent.
    pub fn for_building() -> Result<Self> {
        ensure_linker()?;
        ensure_wasm_target()?;
        let trunk = TRUNK.ensure()?;
        let bindgen = wasm_bindgen()?.ensure()?;
        let (wasm_opt, terser) = (WASM_OPT.ensure()?, TERSER.ensure()?);
        Ok(Self { folders: vec![trunk, bindgen, wasm_opt, terser] })
    }

    /// What the tests in a browser need besides; installs what is absent.
    pub fn for_browsers(browsers: &[Browser]) -> Result<Self> {
        let mut toolbox = Self::for_building()?;
        browsers::ensure(browsers)?;
        if browsers.contains(&Browser::Firefox) {
            toolbox.folders.push(GECKODRIVER.ensure()?);
        }
        Ok(toolbox)
    }

    /// `PATH` with the pinned programs in front.
    pub fn path(&self) -> OsString {
        let old = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&old));
        env::join_paths(folders).unwrap_or(old)
    }

    /// The full path of a pinned program, or its bare name when it is not pinned here.
    pub fn program(&self, name: &str) -> PathBuf {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        let found = self.folders.iter().map(|folder| folder.join(&file)).find(|p| p.exists());
        found.unwrap_or_else(|| name.into())
    }

    /// A command in the workspace's root that sees the pinned programs.
    pub fn command(&self, name: &str) -> Command {
        let mut command = Command::new(self.program(name));
        command.current_dir(crate::workspace::root()).env("PATH", self.path());
        command
    }
}

/// Cargo needs a C linker for build scripts and procedural macros.
fn ensure_linker() -> Result<()> {
    if cfg!(windows) || shell::find("cc").is_some() {
        return Ok(());
    }
    if cfg!(target_os = "macos") {
        let remedy = "Run: xcode-select --install".to_owned();
        return Err(Error::Missing { what: "A C linker (cc)".into(), remedy });
    }
    apt::install(&["build-essential"])
}

/// Whether the standard library for wasm is there; `None` without rustup.
pub fn has_wasm_target() -> Option<bool> {
    let installed = capture(Command::new("rustup").args(["target", "list", "--installed"]))?;
    Some(installed.lines().any(|line| line == WASM_TARGET))
}

fn ensure_wasm_target() -> Result<()> {
    match has_wasm_target() {
        Some(true) => Ok(()),
        Some(false) => {
            say(format!("Rust's standard library for {WASM_TARGET} … downloading, once"));
            run(Command::new("rustup").args(["target", "add", WASM_TARGET]))
        }
        None if wasm_library_exists() => Ok(()),
        None => Err(Error::Missing {
            what: format!("Rust's standard library for {WASM_TARGET}"),
            remedy: "Install Rust by rustup, or your distribution's package of that library.".into(),
        }),
    }
}

fn wasm_library_exists() -> bool {
    let sysroot = capture(Command::new("rustc").args(["--print", "sysroot"]));
    sysroot.is_some_and(|folder| PathBuf::from(folder).join("lib/rustlib").join(WASM_TARGET).is_dir())
}
