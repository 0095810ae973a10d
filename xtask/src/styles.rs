//! Joins the style sheets into the one file that the page is shipped with, `target/style/app.css`.
//!
//! A style sheet lies beside the Rust file that it belongs to and is one block of a cascade layer, so that it says
//! itself where it stands and the order of the files means nothing between layers. Within a layer files follow each
//! other by their paths. Nothing lists them: a file that is there is part of the page.

use crate::{Context, Error, Result, workspace};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The order of the layers, `@layer a, b, …;`, which comes first.
const ORDER: &str = "style/main.css";
/// Where style sheets are.
const FOLDERS: [&str; 2] = ["style", "src/ui"];
/// Where the layer is given: that of the pages, and of all else that the app draws.
const GIVEN: [(&str, &str); 2] = [("src/ui/pages", "pages"), ("src/ui", "components")];
const OUTPUT: &str = "target/style/app.css";

/// Writes `target/style/app.css`. Leaves the file alone when nothing changed, so that a watcher
/// is not woken for nothing.
pub fn join() -> Result<PathBuf> {
    let root = workspace::root();
    let output = root.join(OUTPUT);
    let css = joined(&root)?;
    if fs::read_to_string(&output).is_ok_and(|old| old == css) {
        return Ok(output);
    }
    let folder = output.parent().unwrap_or(&root);
    fs::create_dir_all(folder).context(|| format!("creating {}", folder.display()))?;
    fs::write(&output, css).context(|| format!("writing {OUTPUT}"))?;
    Ok(output)
}

/// All style sheets below `root`, the order of the layers first.
fn joined(root: &Path) -> Result<String> {
    let mut css = read(&root.join(ORDER))?;
    let layers = declared(&css).ok_or_else(|| Error::Invalid(format!("{ORDER} has to be `@layer a, b, …;` alone")))?;
    let layers: Vec<String> = layers.map(str::to_owned).collect();
    let mut files = Vec::new();
    for folder in FOLDERS {
        collect(&root.join(folder), &mut files)?;
    }
    files.retain(|file| *file != root.join(ORDER));
    files.sort();
    for file in &files {
        let text = read(file)?;
        let place = file.strip_prefix(root).unwrap_or(file);
        let given = GIVEN.iter().find(|(folder, _)| place.starts_with(folder));
        let possible = given.map_or_else(|| layers.clone(), |(_, layer)| vec![(*layer).to_owned()]);
        if !own_layer(&text).is_some_and(|own| possible.iter().any(|layer| layer == own)) {
            let (place, layers) = (place.display(), possible.join(" or "));
            return Err(Error::Invalid(format!("{place} has to be one block `@layer {layers} {{ … }}`")));
        }
        css.push_str(&text);
    }
    Ok(css)
}

/// The names in `@layer a, b;`.
fn declared(css: &str) -> Option<impl Iterator<Item = &str>> {
    let names = css.trim().strip_prefix("@layer ")?.strip_suffix(';')?;
    (!names.contains(['{', ';'])).then(|| names.split(',').map(str::trim))
}

/// The layer that a style sheet is one block of: it begins and ends at the margin, all else is further in.
fn own_layer(css: &str) -> Option<&str> {
    let (first, rest) = css.split_once('\n')?;
    let layer = first.strip_prefix("@layer ")?.strip_suffix(" {")?;
    let inside = rest.strip_suffix("\n}\n")?;
    inside.lines().all(|line| line.is_empty() || line.starts_with(' ')).then_some(layer)
}

/// The style sheets in `folder`, however deep.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).context(|| format!("listing {}", folder.display()))? {
        let path = entry.context(|| format!("listing {}", folder.display()))?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "css") {
            files.push(path);
        }
    }
    Ok(())
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).context(|| format!("reading {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let root = std::env::temp_dir().join(format!("xtask-styles-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        FOLDERS.iter().for_each(|folder| fs::create_dir_all(root.join(folder)).unwrap());
        for (path, text) in files {
            let file = root.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        root
    }

    const LAYERS: (&str, &str) = (ORDER, "@layer base, components, pages;\n");

    #[test]
    fn every_style_sheet_is_joined_after_the_order_of_layers() {
        let goal = ("src/ui/pages/goal/goal.css", "@layer pages {\n  .goal { }\n\n  .goal__a { }\n}\n");
        let ring = ("src/ui/plots/ring.css", "@layer components {\n  .ring { }\n}\n");
        let base = ("style/base.css", "@layer base {\n  a { }\n}\n");
        let card = ("src/ui/components/card.css", "@layer components {\n  .card { }\n}\n");
        let root = folder("joined", &[goal, ring, LAYERS, base, card]);
        assert_eq!(joined(&root).unwrap(), [LAYERS.1, card.1, goal.1, ring.1, base.1].concat());
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn a_style_sheet_outside_its_layer_is_named() {
        let check = |file: &str, text: &str, expected: &str| {
            let root = folder("outside", &[LAYERS, (file, text)]);
            let error = joined(&root).unwrap_err().to_string();
            assert!(error.contains(file) && error.contains(expected), "{error}");
            fs::remove_dir_all(root).unwrap();
        };
        check("src/ui/pages/goal.css", ".goal { }\n", "@layer pages {");
        check("src/ui/pages/goal.css", "@layer components {\n  .goal { }\n}\n", "@layer pages {");
        check("src/ui/components/card.css", "@layer components {\n}\n.card {\n}\n", "@layer components {");
        check("style/base.css", "@layer bas {\n  a { }\n}\n", "@layer base or components or pages {");
        check(ORDER, "@layer base;\n@import \"a.css\";\n", "alone");
    }
}
