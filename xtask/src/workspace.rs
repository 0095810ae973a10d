//! Where things are in this workspace.

use std::path::{Path, PathBuf};

/// The folder of the workspace's `Cargo.toml`.
pub fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_path_buf()
}

/// The staged site that `cargo xtask build` writes.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The staged site that `cargo xtask build --quick` writes.
pub fn quick_dist() -> PathBuf {
    root().join("target/quick-dist")
}

/// Where pinned tools are installed. Kept below `target/`, whatever `CARGO_TARGET_DIR` says, so
/// that one folder can be cached and `cargo clean` removes everything.
pub fn tools() -> PathBuf {
    root().join("target/tools")
}
