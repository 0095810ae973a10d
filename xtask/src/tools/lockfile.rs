//! Reads one version out of `Cargo.lock`.

use crate::{Context, Error, Result, shell, workspace};
use std::fs;

/// The version of `wasm-bindgen` that this workspace is locked to.
pub(super) fn wasm_bindgen_version() -> Result<String> {
    let file = workspace::root().join("Cargo.lock");
    if !file.exists() {
        shell::run(shell::cargo().arg("generate-lockfile"))?;
    }
    let text = fs::read_to_string(&file).context(|| "reading Cargo.lock")?;
    version_of(&text, "wasm-bindgen")
        .map(str::to_owned)
        .ok_or_else(|| Error::Invalid("Cargo.lock names no wasm-bindgen".into()))
}

/// Cargo writes each package as `name = "…"` directly followed by `version = "…"`.
fn version_of<'a>(lockfile: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lockfile.lines();
    lines.find(|line| *line == name)?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::version_of;

    #[test]
    fn the_exact_package_is_found() {
        let text = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(version_of(text, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_of(text, "trunk"), None);
    }
}
