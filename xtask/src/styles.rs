//! Joins the style sheets: `style/main.css` lists its layers as `@import "x.css";` lines, and the
//! page is shipped one file, `target/style/app.css`.
//!
//! Only that plain form is inlined. A media query or layer on an import would have to wrap the
//! text, so it is refused instead of being changed in meaning.

use crate::{Context, Error, Result, workspace};
use std::{
    fs,
    path::{Path, PathBuf},
};

const ENTRY: &str = "style/main.css";
const OUTPUT: &str = "target/style/app.css";

/// Writes `target/style/app.css`. Leaves the file alone when nothing changed, so that a watcher
/// is not woken for nothing.
pub fn join() -> Result<PathBuf> {
    let root = workspace::root();
    let output = root.join(OUTPUT);
    let css = inline(&root.join(ENTRY), &mut Vec::new())?;
    if fs::read_to_string(&output).is_ok_and(|old| old == css) {
        return Ok(output);
    }
    let folder = output.parent().unwrap_or(&root);
    fs::create_dir_all(folder).context(|| format!("creating {}", folder.display()))?;
    fs::write(&output, css).context(|| format!("writing {OUTPUT}"))?;
    Ok(output)
}

fn inline(file: &Path, open: &mut Vec<PathBuf>) -> Result<String> {
    let file = &file.canonicalize().context(|| format!("opening {}", file.display()))?;
    if open.contains(file) {
        return Err(Error::Invalid(format!("{} imports itself", file.display())));
    }
    open.push(file.clone());
    let text = fs::read_to_string(file).context(|| format!("reading {}", file.display()))?;
    let mut css = String::with_capacity(text.len());
    for line in text.lines() {
        match imported(line) {
            Ok(None) => {
                css.push_str(line);
                css.push('\n');
            }
            Ok(Some(name)) => {
                let folder = file.parent().unwrap_or(Path::new("."));
                css.push_str(&inline(&folder.join(name), open)?);
            }
            Err(()) => {
                let place = file.display();
                let hint = "write @import \"x.css\"; alone on its line";
                return Err(Error::Invalid(format!("{place}: cannot inline `{line}`: {hint}")));
            }
        }
    }
    open.pop();
    Ok(css)
}

/// The file that a line imports, `None` for any other line.
fn imported(line: &str) -> std::result::Result<Option<&str>, ()> {
    let Some(rest) = line.trim().strip_prefix("@import") else { return Ok(None) };
    let name = rest.trim().strip_suffix(';').ok_or(())?.trim();
    let quoted = |mark| name.strip_prefix(mark)?.strip_suffix(mark);
    let file: &str = quoted('"').or_else(|| quoted('\'')).ok_or(())?;
    (file.ends_with(".css") && !file.contains(['"', '\'', ':'])).then_some(Some(file)).ok_or(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_imports_are_inlined() {
        let check = |line, expected| assert_eq!(imported(line), expected, "{line}");
        check("@import \"base.css\";", Ok(Some("base.css")));
        check("  @import 'pages/week.css' ;", Ok(Some("pages/week.css")));
        check("@layer base { }", Ok(None));
        check("@import \"a.css\" print;", Err(()));
        check("@import url(a.css);", Err(()));
        check("@import \"https://example.org/a.css\";", Err(()));
    }

    #[test]
    fn files_are_joined_in_order() {
        let folder = std::env::temp_dir().join(format!("xtask-styles-{}", std::process::id()));
        fs::create_dir_all(folder.join("pages")).unwrap();
        fs::write(folder.join("main.css"), "@layer a, b;\n@import \"a.css\";\nend {}\n").unwrap();
        fs::write(folder.join("a.css"), "@import \"pages/b.css\";\na {}").unwrap();
        fs::write(folder.join("pages/b.css"), "b {}\n").unwrap();
        let css = inline(&folder.join("main.css"), &mut Vec::new()).unwrap();
        assert_eq!(css, "@layer a, b;\nb {}\na {}\nend {}\n");

        fs::write(folder.join("pages/b.css"), "@import \"../main.css\";\n").unwrap();
        assert!(inline(&folder.join("main.css"), &mut Vec::new()).is_err());
        fs::remove_dir_all(folder).unwrap();
    }
}
