//! `cargo xtask fuzz`: tries the importers of `tests/hostile` with inputs that libFuzzer finds by the code they reach.
//!
//! Needs a C++ compiler. What makes an importer fail is left below `target/fuzz`, as is what reached new code.

use crate::{
    Context, Error, Result,
    shell::{capture, cargo, run},
    workspace,
};
use std::{fs, path::PathBuf, process::Command};

/// What libFuzzer wants to be told by the compiled code; stable options of rustc all of them.
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1";

/// What to try, and for how long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FuzzOptions {
    /// The importer's name; all of them without one.
    pub importer: Option<String>,
    /// For each importer.
    pub seconds: u32,
}

impl Default for FuzzOptions {
    fn default() -> Self {
        Self { importer: None, seconds: 60 }
    }
}

/// Builds the fuzzer and runs it; an error at the first input that makes an importer panic, hang or take more than a
/// gigabyte.
pub fn fuzz(options: &FuzzOptions) -> Result<()> {
    let fuzzer = build()?;
    let names = capture(&mut Command::new(&fuzzer)).unwrap_or_default();
    let chosen: Vec<_> =
        names.lines().filter(|name| options.importer.as_deref().is_none_or(|one| one == *name)).collect();
    if chosen.is_empty() {
        return Err(Error::Usage(format!("the importers are:\n{names}")));
    }
    for name in chosen {
        let folder = target().join(name.replace(' ', "-"));
        let corpus = folder.join("corpus");
        fs::create_dir_all(&corpus).context(|| format!("creating {}", corpus.display()))?;
        let mut command = Command::new(&fuzzer);
        command.env("PEER_CIRCLE_IMPORTER", name).env("PEER_CIRCLE_CORPUS", &corpus).current_dir(&folder).arg(&corpus);
        command.arg(format!("-max_total_time={}", options.seconds));
        run(command.args(["-timeout=20", "-rss_limit_mb=1024", "-print_final_stats=1", "-verbosity=0"]))?;
    }
    Ok(())
}

fn target() -> PathBuf {
    workspace::root().join("target/fuzz")
}

fn build() -> Result<PathBuf> {
    // With a target that is named, build scripts are compiled as always.
    let host = capture(Command::new("rustc").arg("-vV")).unwrap_or_default();
    let host = host.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.ok_or_else(|| Error::Invalid("rustc does not say what it compiles for".into()))?;
    let manifest = workspace::root().join("tests/fuzz/Cargo.toml");
    let mut command = cargo();
    command.args(["build", "--release", "--target", host, "--manifest-path"]).arg(manifest);
    run(command.arg("--target-dir").arg(target()).env("RUSTFLAGS", COVERAGE))?;
    Ok(target().join(host).join("release/peer-circle-fuzz"))
}
