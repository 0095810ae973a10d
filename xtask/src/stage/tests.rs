use super::*;
use std::{collections::BTreeMap, path::PathBuf};

const INDEX: &str = "<!DOCTYPE html><html lang=en><head>\n<meta charset=\"utf-8\">\n\
    <base href=\"./\"><!-- <script>no</script> -->\n<script>let a = \"<b>\";</script>\n\
    <script src=\"x.js\"></script></head><body>\n<script type=module>\nimport './y.js';\n</script>\n\
    </body></html>\n";
const WORKER: &str = "// worker\nconst BUILD = \"dev\";\nconst FILES = [];\nrest();\n";

fn site(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("xtask-stage-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("icons")).unwrap();
    fs::write(folder.join("index.html"), INDEX).unwrap();
    fs::write(folder.join("sw.js"), WORKER).unwrap();
    fs::write(folder.join("app.css"), "a {}").unwrap();
    fs::write(folder.join("app.js.map"), "{}").unwrap();
    fs::write(folder.join("icons/icon.svg"), "<svg/>").unwrap();
    folder
}

fn contents(folder: &Path) -> BTreeMap<String, String> {
    let paths = files::hashes(folder, |_| true).unwrap().into_iter();
    paths.map(|(path, _)| (path.clone(), read(&folder.join(path)).unwrap())).collect()
}

#[test]
fn staging_twice_changes_nothing() {
    let folder = site("twice");
    let first = stage(&folder).unwrap();
    let before = contents(&folder);
    assert_eq!(stage(&folder).unwrap(), first);
    assert_eq!(contents(&folder), before);
    assert!(is_staged(&folder));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn any_change_of_any_file_is_another_build() {
    let folder = site("change");
    let mut ids = vec![stage(&folder).unwrap()];
    for (path, text) in [
        ("app.css", "a { color: red }".to_owned()),
        ("icons/new.svg", "<svg/>".to_owned()),
        ("index.html", read(&folder.join("index.html")).unwrap().replace("lang=en", "lang=de")),
        ("sw.js", read(&folder.join("sw.js")).unwrap().replace("rest", "more")),
    ] {
        write(&folder.join(path), &text).unwrap();
        let id = stage(&folder).unwrap();
        assert!(!ids.contains(&id), "{path}");
        ids.push(id);
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn every_route_has_a_page() {
    let folder = site("routes");
    let id = stage(&folder).unwrap();
    let page = read(&folder.join("index.html")).unwrap();
    assert_eq!(build_of(&page), Some(id));
    for route in routes() {
        let copy = read(&folder.join(route).join("index.html")).unwrap();
        assert_eq!(copy, page.replace("<base href=\"./\">", "<base href=\"../\">"), "{route}");
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_policy_comes_first_and_names_the_inline_scripts_only() {
    let folder = site("policy");
    stage(&folder).unwrap();
    let page = read(&folder.join("index.html")).unwrap();
    let place = |text: &str| page.find(text).unwrap();
    let meta = place("<meta http-equiv=\"Content-Security-Policy\"");
    assert!(meta < place("<base"));
    assert!(meta < place("<script>"));

    let policy = html::attribute(&page, "meta[http-equiv]", "content").unwrap().unwrap();
    assert_eq!(policy.matches("'sha256-").count(), 2);
    for script in ["let a = \"<b>\";", "\nimport './y.js';\n"] {
        assert!(policy.contains(&files::integrity(script.as_bytes())), "{script}");
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn an_unknown_address_gets_the_app_in_a_template() {
    let folder = site("not-found");
    let id = stage(&folder).unwrap();
    let lost = read(&folder.join("404.html")).unwrap();
    assert_eq!(build_of(&lost), Some(id));
    let place = |text: &str| lost.find(text).unwrap_or_else(|| panic!("no {text} in {lost}"));
    assert!(place("<base") < place("<template id=\"app\"><script>let a"));
    assert!(place("x.js") < place("</template>"));
    let policy = html::attribute(&lost, "meta[http-equiv]", "content").unwrap().unwrap();
    for text in html::texts(&lost, "script:not([src]), style").unwrap() {
        assert!(policy.contains(&files::integrity(text.as_bytes())), "{text}");
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_worker_lists_every_file_with_its_hash() {
    let folder = site("worker");
    let id = stage(&folder).unwrap();
    let script = read(&folder.join("sw.js")).unwrap();
    assert!(script.contains(&format!("const BUILD = \"{id}\";\n")));
    let line = script.lines().find_map(|line| line.strip_prefix("const FILES = ")).unwrap();
    let list: Vec<(String, String)> = serde_json::from_str(line.trim_end_matches(';')).unwrap();
    let paths: Vec<&str> = list.iter().map(|(path, _)| path.as_str()).collect();
    let mut expected: Vec<String> = routes().iter().map(|r| format!("{r}/index.html")).collect();
    expected.extend(["404.html", "app.css", "icons/icon.svg", "index.html"].map(String::from));
    expected.sort();
    assert_eq!(paths, expected);
    for (path, integrity) in &list {
        assert_eq!(*integrity, files::integrity(&fs::read(folder.join(path)).unwrap()), "{path}");
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_cannot_be_staged_is_named() {
    let check = |name: &str, file: &str, text: &str, expected: &str| {
        let folder = site(name);
        fs::write(folder.join(file), text).unwrap();
        let error = stage(&folder).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
        fs::remove_dir_all(folder).unwrap();
    };
    check("no-base", "index.html", "<meta charset=utf-8>", "<base");
    check("no-charset", "index.html", "<base href=./>", "charset");
    check("no-marker", "sw.js", "const BUILD = 1;", "const FILES");
}

#[test]
fn sha256_is_written_as_browsers_expect() {
    let empty = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    assert_eq!(files::integrity(b""), empty);
}

#[test]
fn a_load_is_what_the_page_names_and_its_parts() {
    let folder = site("first-load");
    fs::create_dir_all(folder.join("parts-1")).unwrap();
    fs::write(folder.join("parts-1/start.wasm"), "").unwrap();
    fs::write(folder.join("parts-1/later.wasm"), "").unwrap();
    stage(&folder).unwrap();
    assert!(first_load(&folder).is_err(), "nobody says what the parts are");
    let parts =
        r#"{"start": ["parts-1/start.wasm"], "weekly": ["parts-1/later.wasm"], "engine": ["parts-1/later.wasm"]}"#;
    write(&folder.join(cut::PARTS), parts).unwrap();
    assert!(first_load(&folder).is_err(), "a page without wasm is no app");
    fs::write(folder.join("app.wasm"), "").unwrap();
    let page = read(&folder.join("index.html")).unwrap();
    write(&folder.join("index.html"), &page.replace("let a", "fetch('./app.wasm'); let a")).unwrap();
    assert_eq!(first_load(&folder).unwrap(), ["app.wasm", "index.html", "parts-1/start.wasm", "sw.js"]);
    assert_eq!(week_load(&folder).unwrap(), ["app.wasm", "index.html", "parts-1/later.wasm", "sw.js"]);
    let whole = whole_load(&folder).unwrap();
    assert!(whole.contains(&"index.html".to_owned()) && !whole.contains(&cut::PARTS.to_owned()), "{whole:?}");
    // The routes' pages are one content under many addresses, the empty files another.
    let count = |end: &str| whole.iter().filter(|path| path.ends_with(end)).count();
    assert_eq!((count("/index.html"), count(".wasm")), (1, 1), "{whole:?}");
    fs::remove_dir_all(folder).unwrap();
}
