//! What a device does with the page in its current tab.

use crate::{
    Browser, Device, Key, Sheet, download,
    wait::{self, PATIENCE, Pending},
    webdriver::png,
};
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

impl Device {
    /// Goes to an address and waits until the page has loaded.
    #[track_caller]
    pub fn open(&self, address: &str) {
        self.must(self.session().post("/url", &json!({ "url": address })));
    }

    /// Reloads the page as its button in the browser does.
    #[track_caller]
    pub fn reload(&self) {
        if self.browser() != Browser::Firefox {
            self.must(self.session().post("/refresh", &json!({})));
            return;
        }
        // Firefox's own command goes past the service worker, as with the shift key held.
        self.execute("window.old = true; setTimeout(() => location.reload())", &[]);
        let script = "return !window.old && document.readyState === 'complete'";
        self.must(wait::until("the page to be loaded again", PATIENCE, || {
            match self.session().execute(script, &[])? {
                Value::Bool(true) => Ok(()),
                _ => Err(Pending::NotYet("it is not".into())),
            }
        }));
    }

    /// Goes back in the tab's history.
    #[track_caller]
    pub fn back(&self) {
        self.must(self.session().post("/back", &json!({})));
    }

    /// Goes forward in the tab's history.
    #[track_caller]
    pub fn forward(&self) {
        self.must(self.session().post("/forward", &json!({})));
    }

    /// The address of the page.
    #[track_caller]
    pub fn address(&self) -> String {
        self.must(self.session().get("/url")).as_str().unwrap_or_default().to_owned()
    }

    /// The title of the page.
    #[track_caller]
    pub fn title(&self) -> String {
        self.must(self.session().get("/title")).as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the address ends like this.
    #[track_caller]
    pub fn see_address(&self, end: &str) {
        self.wait_for(&format!("an address that ends in {end}"), || self.address().ends_with(end));
    }

    /// Waits for anything else, up to ten seconds.
    #[track_caller]
    pub fn wait_for(&self, what: &str, is_so: impl FnMut() -> bool) {
        self.wait_long_for(what, PATIENCE, is_so);
    }

    /// Waits for anything else that takes longer.
    #[track_caller]
    pub fn wait_long_for(&self, what: &str, patience: Duration, mut is_so: impl FnMut() -> bool) {
        self.must(wait::until(what, patience, || match is_so() {
            true => Ok(()),
            false => Err(Pending::NotYet("it is not so".into())),
        }));
    }

    /// Presses keys together on whatever has the focus: `[Key::Control, Key::Char('k')]`.
    #[track_caller]
    pub fn press(&self, keys: &[Key]) {
        self.must(self.session().press(keys));
    }

    /// Runs the body of a JavaScript function in the page; a promise that it returns is awaited.
    #[track_caller]
    pub fn execute(&self, script: &str, arguments: &[Value]) -> Value {
        self.must(self.session().execute(script, arguments))
    }

    /// Does what starts a download; returns the finished file under the name that the page gave it.
    /// It lives as long as the device.
    #[track_caller]
    pub fn download(&self, start: impl FnOnce()) -> PathBuf {
        let folder = self.profile.downloads();
        start();
        let mut last = None;
        let file = self.must(wait::until("a download", PATIENCE, || download::arrived(&folder, &mut last)));
        self.must(download::put_away(&file))
    }

    /// Everything in the local storage of the page's origin.
    #[track_caller]
    pub fn local_storage(&self) -> BTreeMap<String, String> {
        let entries = self.execute("return Object.entries(localStorage)", &[]);
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        entries.as_array().into_iter().flatten().map(|entry| (text(&entry[0]), text(&entry[1]))).collect()
    }

    /// Writes to the local storage of the page's origin; `None` removes the key.
    #[track_caller]
    pub fn set_local_storage(&self, key: &str, value: Option<&str>) {
        let script = "const [key, value] = arguments; \
                      value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value)";
        self.execute(script, &[json!(key), json!(value)]);
    }

    /// Waits until a service worker controls pages of this scope and has nothing left to install.
    #[track_caller]
    pub fn see_worker(&self) {
        let script = "return navigator.serviceWorker.getRegistration().then((it) => \
                      !!it?.active && it.active.state === 'activated' && !it.installing)";
        self.wait_long_for("a service worker that is ready", Duration::from_secs(30), || {
            self.execute(script, &[]) == json!(true)
        });
    }

    /// Asks the service worker to look for a newer build now, as browsers do from time to time.
    #[track_caller]
    pub fn look_for_update(&self) {
        self.execute("return navigator.serviceWorker.getRegistration().then((it) => it?.update()).then(() => 0)", &[]);
    }

    /// Errors on the console since the last call. Always empty except in Chromium.
    #[track_caller]
    pub fn console_errors(&self) -> Vec<String> {
        if self.browser() != Browser::Chromium {
            return Vec::new();
        }
        let entries = self.must(self.session().post("/se/log", &json!({ "type": "browser" })));
        let errors = entries.as_array().into_iter().flatten().filter(|entry| entry["level"] == "SEVERE");
        errors.filter_map(|entry| entry["message"].as_str().map(str::to_owned)).collect()
    }

    /// Shows the page as it is printed, in Chromium alone, until the next page is opened.
    #[track_caller]
    pub fn as_printed(&self) {
        assert_eq!(self.browser(), Browser::Chromium, "no other browser can be asked for that");
        self.must(self.session().devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" })));
    }

    /// Prints the page on A4 and reads the sheet with this number, from 1. WebKitGTK cannot be asked for that.
    #[track_caller]
    pub fn print_sheet(&self, number: usize) -> Sheet {
        let sheet = json!({ "page": { "width": 21.0, "height": 29.7 }, "pageRanges": [number.to_string()] });
        let printed = self.must(self.session().post("/print", &sheet));
        Sheet::of(&self.must(png(&printed)))
    }

    /// Installs the page as an app, and has the system open `files` with it, in Chromium alone.
    #[track_caller]
    pub fn open_installed_with(&self, files: &[&Path]) {
        assert_eq!(self.browser(), Browser::Chromium, "no other browser can be asked for that");
        let ask = |command: &str, parameters: Value| self.must(self.session().devtools(command, &parameters));
        let app = ask("Page.getAppId", json!({}))["appId"].clone();
        ask("PWA.install", json!({ "manifestId": app, "installUrlOrBundleUrl": self.address() }));
        ask("PWA.launchFilesInApp", json!({ "manifestId": app, "files": files }));
    }

    /// Shows the page in the few colours that a system forces on it, in Chromium alone, until the next page is opened.
    #[track_caller]
    pub fn with_forced_colours(&self) {
        assert_eq!(self.browser(), Browser::Chromium, "no other browser can be asked for that");
        let features = json!([{ "name": "forced-colors", "value": "active" }]);
        self.must(self.session().devtools("Emulation.setEmulatedMedia", &json!({ "features": features })));
    }

    /// Saves what is visible as PNG.
    #[track_caller]
    pub fn screenshot(&self, file: &Path) {
        let picture = self.must(self.session().screenshot());
        self.must(fs::write(file, picture));
    }

    /// Saves the whole page as PNG, below the fold too. In WebKitGTK only what is visible.
    #[track_caller]
    pub fn full_screenshot(&self, file: &Path) {
        let session = self.session();
        let picture = match self.browser() {
            Browser::Chromium => {
                let options = json!({ "captureBeyondViewport": true });
                session.devtools("Page.captureScreenshot", &options).and_then(|answer| png(&answer["data"]))
            }
            Browser::Firefox => session.get("/moz/screenshot/full").and_then(|answer| png(&answer)),
            Browser::WebKit => session.screenshot(),
        };
        let picture = self.must(picture);
        self.must(fs::write(file, picture));
    }
}
