//! A device: one browser with a profile of its own, from its start to its end.

use crate::{
    Browser, DeviceOptions, Find, Locator,
    engine::{self, Profile},
    names,
    process::{Driver, free_port},
    wait::{self, Pending},
    webdriver::{Error, Session},
};
use serde_json::{Value, json};
use std::{fmt::Display, fs, path::PathBuf, thread, time::Duration};
use xtask::workspace;

/// One browser with a fresh profile, as on somebody's phone. It ends, with all of its processes,
/// when it goes out of scope; when the journey is failing then, it leaves a picture first.
#[derive(Debug)]
pub struct Device {
    /// `<journey>-<browser>-<device>`
    title: String,
    browser: Browser,
    pub(crate) options: DeviceOptions,
    pub(crate) profile: Profile,
    /// `None` between a crash and the next start.
    running: Option<Running>,
}

/// A started browser. The fields end in this order.
#[derive(Debug)]
struct Running {
    session: Session,
    _driver: Driver,
}

/// A tab, or in WebKitGTK a window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab(String);

impl Find for Device {
    fn scope(&self) -> Locator<'_> {
        Locator::root(self)
    }
}

impl Device {
    #[track_caller]
    pub(crate) fn start(title: String, browser: Browser, options: DeviceOptions) -> Self {
        let profile = Profile::new().unwrap_or_else(|error| panic!("{title}: no profile: {error}"));
        let mut device = Self { title, browser, options, profile, running: None };
        device.launch();
        device
    }

    /// The browser of this device.
    pub fn browser(&self) -> Browser {
        self.browser
    }

    /// Whether a browser that was ended, even by force, starts again with what it had stored.
    /// WebKitGTK does not: under WebDriver its profiles live in memory.
    pub fn keeps_profile(&self) -> bool {
        self.browser != Browser::WebKit
    }

    /// Closes the browser and opens it again with the same profile and an empty tab. In WebKitGTK,
    /// whose profile would be lost, opens a new window and closes all others.
    #[track_caller]
    pub fn reopen(&mut self) {
        if self.keeps_profile() {
            if let Some(running) = self.running.take() {
                self.must(running.session.close());
            }
            self.launch();
            return;
        }
        let old = self.tabs();
        let new = self.new_tab();
        for tab in &old {
            self.switch_tab(tab);
            self.must(self.session().close_tab());
        }
        self.switch_tab(&new);
    }

    /// Kills the browser, as an empty battery would. [`Device::reopen`] starts it again.
    #[track_caller]
    pub fn crash(&mut self) {
        assert!(self.keeps_profile(), "{} would lose its profile: ask keeps_profile() first", self.browser);
        self.running = None;
    }

    /// Opens an empty tab and goes there.
    #[track_caller]
    pub fn new_tab(&self) -> Tab {
        let kind = if self.browser == Browser::WebKit { "window" } else { "tab" };
        let answer = self.must(self.session().post("/window/new", &json!({ "type": kind })));
        let tab = Tab(answer["handle"].as_str().unwrap_or_default().to_owned());
        self.switch_tab(&tab);
        self.fit();
        tab
    }

    /// Goes to another tab.
    #[track_caller]
    pub fn switch_tab(&self, tab: &Tab) {
        self.must(self.session().post("/window", &json!({ "handle": tab.0 })));
    }

    /// The tab that the device is at.
    #[track_caller]
    pub fn tab(&self) -> Tab {
        let handle = self.must(self.session().get("/window"));
        Tab(handle.as_str().unwrap_or_default().to_owned())
    }

    /// Every open tab, also those that a page has opened. In no particular order.
    #[track_caller]
    pub fn tabs(&self) -> Vec<Tab> {
        let handles = self.must(self.session().get("/window/handles"));
        handles.as_array().into_iter().flatten().filter_map(|handle| Some(Tab(handle.as_str()?.to_owned()))).collect()
    }

    /// Closes the current tab and goes to another one.
    #[track_caller]
    pub fn close_tab(&self, then: &Tab) {
        self.must(self.session().close_tab());
        self.switch_tab(then);
    }

    /// Makes the visible part of the current tab this large.
    #[track_caller]
    pub fn set_size(&mut self, width: u32, height: u32) {
        (self.options.width, self.options.height) = (width, height);
        self.fit();
    }

    #[track_caller]
    pub(crate) fn session(&self) -> &Session {
        match &self.running {
            Some(running) => &running.session,
            None => panic!("{}: the browser has crashed and was not reopened", self.title),
        }
    }

    /// The value, or the end of the journey with what is on the page.
    #[track_caller]
    pub(crate) fn must<T, E: Display>(&self, result: Result<T, E>) -> T {
        match result {
            Ok(value) => value,
            Err(error) => panic!("{}: {error}\n{}", self.title, self.outline()),
        }
    }

    /// A browser that does not start, on a busy machine, says nothing of the page: it is started once more.
    #[track_caller]
    fn launch(&mut self) {
        let running = self.try_launch().or_else(|why| {
            eprintln!("{}: {} did not start, once more: {why}", self.title, self.browser);
            self.try_launch()
        });
        match running {
            Ok(running) => self.running = Some(running),
            Err(why) => panic!("{}: {} does not start: {why}", self.title, self.browser),
        }
        self.fit();
    }

    fn try_launch(&self) -> Result<Running, String> {
        let port = free_port().map_err(|error| error.to_string())?;
        let launch = engine::launch(self.browser, port, &self.profile, &self.options)?;
        let log = self.profile.path("driver.log");
        let driver = Driver::start(&launch.command, &log).map_err(|error| error.to_string())?;
        let with_log = |why: String| {
            let text = fs::read_to_string(&log).unwrap_or_default();
            let tail: Vec<&str> = text.lines().rev().take(8).collect();
            format!("{why}\n{}", tail.into_iter().rev().collect::<Vec<_>>().join("\n"))
        };
        wait::until("the driver", Duration::from_secs(20), || match Session::is_ready(port) {
            true => Ok(()),
            false => Err(Pending::NotYet("it does not answer".into())),
        })
        .map_err(with_log)?;
        let session = Session::start(port, &launch.capabilities).map_err(|error| with_log(error.to_string()))?;
        Ok(Running { session, _driver: driver })
    }

    /// Gives the visible part of the page the size of this device.
    #[track_caller]
    fn fit(&self) {
        let (width, height) = (self.options.width, self.options.height);
        let session = self.session();
        if self.browser == Browser::Chromium {
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.must(session.devtools("Emulation.setDeviceMetricsOverride", &metrics));
            return;
        }
        self.must(wait::until(&format!("a page of {width} × {height}"), Duration::from_secs(5), || {
            let sizes = session.execute("return [innerWidth, innerHeight, outerWidth, outerHeight]", &[])?;
            let size = |n: usize| sizes[n].as_i64().unwrap_or_default();
            let (inner, wanted) = ((size(0), size(1)), (i64::from(width), i64::from(height)));
            if inner == wanted {
                return Ok(());
            }
            let rect = json!({ "width": size(2) - inner.0 + wanted.0, "height": size(3) - inner.1 + wanted.1 });
            session.post("/window/rect", &rect)?;
            Err(Pending::NotYet(format!("it is {} × {}", inner.0, inner.1)))
        }));
    }

    /// What is on the page, for people.
    fn outline(&self) -> String {
        let outline = |running: &Running| running.session.execute(&names::script(names::OUTLINE), &[]);
        match self.running.as_ref().map(outline) {
            Some(Ok(Value::String(text))) => format!("On the page: {text}"),
            Some(Err(error)) => format!("What is on the page cannot be told: {error}"),
            Some(Ok(_)) | None => String::new(),
        }
    }

    fn leave_picture(&self, running: &Running) -> Result<PathBuf, Error> {
        let folder = workspace::root().join("target/e2e");
        let file = folder.join(format!("{}.png", self.title));
        let picture = running.session.screenshot()?;
        let written = fs::create_dir_all(&folder).and_then(|()| fs::write(&file, picture));
        written.map_err(|error| Error::Silent(error.to_string()))?;
        Ok(file)
    }
}

impl Drop for Device {
    fn drop(&mut self) {
        let Some(running) = self.running.take() else { return };
        if thread::panicking() {
            match self.leave_picture(&running) {
                Ok(file) => eprintln!("{}: see {}", self.title, file.display()),
                Err(error) => eprintln!("{}: no picture: {error}", self.title),
            }
        }
        // Dropping kills the browser: what a fresh profile holds is thrown away with it.
    }
}
