//! Coverage-guided fuzzing of everything that reads what others wrote, by libFuzzer: `cargo xtask fuzz`.
//!
//! The importers and their seeds are those of `tests/hostile`. `PEER_CIRCLE_IMPORTER` names the one to try, and
//! `PEER_CIRCLE_CORPUS` the folder that its seeds are written to first; without a name, all names are printed.

#![no_main]
#![allow(clippy::unwrap_used, reason = "a test may end with a panic")]

use peer_circle_support as support;

#[path = "../../hostile/importers.rs"]
mod importers;

use importers::{IMPORTERS, Importer};
use std::path::PathBuf;
use std::sync::OnceLock;
use std::{env, fs, process};

static CHOSEN: OnceLock<&Importer> = OnceLock::new();

libfuzzer_sys::fuzz_target!(
    init: begin(),
    |bytes: &[u8]| {
        if let Some(importer) = CHOSEN.get() {
            (importer.read)(bytes);
        }
    }
);

/// Chooses the importer and writes its seeds, before libFuzzer looks at the corpus.
fn begin() {
    let Ok(name) = env::var("PEER_CIRCLE_IMPORTER") else {
        IMPORTERS.iter().for_each(|importer| println!("{}", importer.name));
        process::exit(0);
    };
    let importer = IMPORTERS.iter().find(|importer| importer.name == name).expect("the name of an importer");
    if let Some(corpus) = env::var_os("PEER_CIRCLE_CORPUS").map(PathBuf::from) {
        for (number, seed) in (importer.seeds)().into_iter().enumerate() {
            fs::write(corpus.join(format!("seed-{number}")), seed).unwrap();
        }
    }
    CHOSEN.get_or_init(|| importer);
}
