//! Cuts the release wasm into the file that every visit needs and parts that are fetched when a screen of
//! theirs is first shown (`src/ui/parts.rs` marks them).
//!
//! Trunk knows nothing of parts: it binds the whole file. Here the file that cargo linked is cut,
//! its main part bound anew and put in the place of Trunk's, under Trunk's name, which has the hash
//! of the whole. The parts lie in a folder of that name too, so that a page never meets the parts of
//! another build.

use crate::{
    Context, Error, Result, imports, order,
    shell::{run, say},
    tools::WASM_TARGET,
    unused, workspace,
};
use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};
use wasm_split_cli_support::{Options, transform};

/// Which files each part consists of: `{"<part>": ["<path from the site's root>"]}`.
pub const PARTS: &str = "parts.json";
/// What every browser of the last years has. `--all-features` would name what none has.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Cuts the wasm of the site that Trunk left in `dist`; an error where cargo built it without parts.
pub fn cut(dist: &Path) -> Result<()> {
    let linked = linked_file();
    let whole = fs::read(&linked).context(|| format!("reading {}", linked.display()))?;
    let name = bound_name(dist)?;
    let work = workspace::root().join("target/parts");
    if work.exists() {
        fs::remove_dir_all(&work).context(|| "clearing target/parts")?;
    }
    let folder = format!("parts-{}", name.rsplit('-').next().unwrap_or(&name));
    fs::create_dir_all(work.join(&folder)).context(|| "creating target/parts")?;
    let main = work.join("main.wasm");
    let parts = split(&unused::without_streams(&whole)?, &work, &main, &folder, &name)?;
    bind(&main, &work.join("bound"), &name)?;
    shorten(&work.join("bound"), &name)?;

    for (file, kind) in [(format!("{name}.js"), "js"), (format!("{name}_bg.wasm"), "wasm")] {
        let (from, to) = (work.join("bound").join(&file), dist.join(&file));
        match kind {
            "wasm" => optimise(&from, &to)?,
            _ => minify(&from, &to)?,
        }
    }
    fs::create_dir_all(dist.join(&folder)).context(|| format!("creating {folder}"))?;
    minify(&work.join(&folder).join(LINK), &dist.join(&folder).join(LINK))?;
    for part in &parts.files {
        optimise(part, &dist.join(&folder).join(part.file_name().unwrap_or_default()))?;
    }
    let list = serde_json::json!(parts.of(&folder)).to_string();
    let file = dist.join(PARTS);
    fs::write(&file, list).context(|| format!("writing {PARTS}"))
}

const LINK: &str = "link.js";

struct Parts {
    files: Vec<PathBuf>,
    needs: BTreeMap<String, Vec<String>>,
}

impl Parts {
    /// Paths from the site's root by part, the linking script first.
    fn of(&self, folder: &str) -> BTreeMap<&str, Vec<String>> {
        let paths = |stems: &Vec<String>| {
            let files = stems.iter().map(|stem| format!("{folder}/{stem}.wasm"));
            std::iter::once(format!("{folder}/{LINK}")).chain(files).collect()
        };
        self.needs.iter().map(|(part, stems)| (part.as_str(), paths(stems))).collect()
    }
}

fn split(whole: &[u8], work: &Path, main: &Path, folder: &str, name: &str) -> Result<Parts> {
    let (link, script) = (format!("./{folder}/{LINK}"), format!("../{name}.js"));
    let mut options = Options::new(whole);
    options.output_dir = work;
    options.main_out_path = main;
    options.link_name = &link;
    options.main_module = &script;
    let cut = transform(options).map_err(|error| Error::Invalid(format!("the wasm cannot be cut: {error:#}")))?;
    if cut.split_modules.is_empty() {
        return Err(Error::Invalid("the wasm has no parts: was it built with the feature `split`?".into()));
    }
    let sizes = cut.split_modules.iter().filter_map(|file| Some((file.file_name()?, fs::metadata(file).ok()?.len())));
    for (file, size) in sizes {
        say(format!("part {} has {size} bytes before optimisation", file.to_string_lossy()));
    }
    Ok(Parts { files: cut.split_modules, needs: cut.prefetch_map.into_iter().collect() })
}

fn bind(main: &Path, out: &Path, name: &str) -> Result<()> {
    let mut command = Command::new("wasm-bindgen");
    command.args(["--target=web", "--no-typescript", "--keep-lld-exports", "--no-demangle"]);
    command.arg(format!("--out-name={name}")).arg("--out-dir").arg(out).arg(main);
    run(&mut command)
}

/// Gives short names to what the wasm in `bound` takes from its script.
fn shorten(bound: &Path, name: &str) -> Result<()> {
    let (script, wasm) = (bound.join(format!("{name}.js")), bound.join(format!("{name}_bg.wasm")));
    let text = fs::read_to_string(&script).context(|| format!("reading {}", script.display()))?;
    let bytes = fs::read(&wasm).context(|| format!("reading {}", wasm.display()))?;
    let (bytes, text) = imports::shorten(&bytes, &text, &format!("./{name}_bg.js"))?;
    fs::write(&script, text).context(|| format!("writing {}", script.display()))?;
    fs::write(&wasm, bytes).context(|| format!("writing {}", wasm.display()))
}

/// Makes a file small, and smaller still when it is packed.
fn optimise(from: &Path, to: &Path) -> Result<()> {
    // `-Oz` leaves fewer bytes than `-Os`, but more once they are packed. Rust puts nothing below the first kilobyte:
    // the stack ends there.
    // How an address is aligned is only a hint, which no browser's compiler takes on today's processors.
    let passes = ["-Os", "--low-memory-unused", "--dealign", "--reorder-functions-by-name"];
    // Some hundred bytes of each of forty files.
    let strip = ["--strip-producers", "--strip-target-features"];
    run(Command::new("wasm-opt").args(passes).args(strip).args(FEATURES).arg(from).arg("-o").arg(to))?;
    let small = fs::read(to).context(|| format!("reading {}", to.display()))?;
    fs::write(to, order::by_likeness(&small)?).context(|| format!("writing {}", to.display()))
}

/// Makes a script small.
fn minify(from: &Path, to: &Path) -> Result<()> {
    run(Command::new("terser").arg(from).args(["--module", "--compress", "--mangle", "--output"]).arg(to))
}

/// What cargo linked for the last release build.
fn linked_file() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace::root().join("target"), PathBuf::from);
    target.join(WASM_TARGET).join("release/peer-circle.wasm")
}

/// The name, with Trunk's hash, that the script and the wasm in `dist` have in common.
fn bound_name(dist: &Path) -> Result<String> {
    let entries = fs::read_dir(dist).context(|| format!("listing {}", dist.display()))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let found = names.filter_map(|file| file.strip_suffix("_bg.wasm").map(str::to_owned)).next();
    found.ok_or_else(|| Error::Invalid(format!("no bound wasm in {}", dist.display())))
}
