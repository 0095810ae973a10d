//! `cargo xtask doctor`: lists what the tasks need and what is here. Changes nothing.

use crate::{
    Result, shell,
    shell::capture,
    tools::{self, Browser},
};
use std::process::Command;

struct Finding {
    what: String,
    wanted: String,
    found: Option<String>,
    remedy: String,
}

/// Prints the table; returns whether everything is there.
pub fn doctor() -> Result<bool> {
    let mut findings = toolchain();
    findings.extend(pinned()?);
    for browser in Browser::ALL {
        findings.extend(browser.programs().iter().map(|program| Finding {
            what: format!("{browser}: {}", program.names[0]),
            wanted: "any".into(),
            found: program.found().map(|path| path.display().to_string()),
            remedy: format!("`cargo xtask test`, or apt-get install {}", program.package),
        }));
    }
    let width = |part: fn(&Finding) -> usize| findings.iter().map(part).max().unwrap_or(0);
    let what = width(|finding| finding.what.len());
    let wanted = width(|finding| finding.wanted.len());
    for finding in &findings {
        let state = match &finding.found {
            Some(found) => format!("ok       {found}"),
            None => format!("missing  get it by {}", finding.remedy),
        };
        println!("{:what$}  {:wanted$}  {state}", finding.what, finding.wanted);
    }
    let missing = findings.iter().filter(|finding| finding.found.is_none()).count();
    println!("\n{} of {} found", findings.len() - missing, findings.len());
    Ok(missing == 0)
}

fn toolchain() -> Vec<Finding> {
    let version = |program: &str| capture(Command::new(program).arg("--version"));
    let place = |program| shell::find(program).map(|path| path.display().to_string());
    let finding = |what: &str, wanted: &str, found, remedy: &str| Finding {
        what: what.into(),
        wanted: wanted.into(),
        found,
        remedy: remedy.into(),
    };
    let wasm = tools::has_wasm_target().unwrap_or(false).then(|| "installed".to_owned());
    let target = format!("rustup target add {}", tools::WASM_TARGET);
    vec![
        finding("rustc", env!("CARGO_PKG_RUST_VERSION"), version("rustc"), "rustup"),
        finding("wasm target", tools::WASM_TARGET, wasm, &target),
        finding("C linker", "any", place("cc"), "apt-get install build-essential"),
        finding("node", "any", version("node"), "apt-get install nodejs"),
        finding("npm", "any", place("npm"), "apt-get install npm"),
    ]
}

/// A pinned tool of another version counts as missing: the tasks would install theirs beside it.
fn pinned() -> Result<Vec<Finding>> {
    let bindgen = tools::wasm_bindgen()?;
    let (trunk, gecko) = (tools::TRUNK, tools::GECKODRIVER);
    let (opt, terser) = (tools::WASM_OPT, tools::TERSER);
    let rows = [
        (trunk.package, trunk.version, trunk.found(), trunk.version),
        (bindgen.package, bindgen.version.as_str(), bindgen.found(), bindgen.version.as_str()),
        (opt.binary, opt.version, opt.found(), opt.printed),
        (terser.binary, terser.version, terser.found(), terser.printed),
        (gecko.package, gecko.version, gecko.found(), gecko.version),
    ];
    let finding = |(what, wanted, found, printed): (&str, &str, Option<String>, &str)| Finding {
        what: what.into(),
        wanted: wanted.into(),
        found: found.filter(|found| found == printed),
        remedy: "`cargo xtask build` or `cargo xtask test`".into(),
    };
    Ok(rows.into_iter().map(finding).collect())
}
