//! The WebDriver protocol (W3C), as far as journeys need it.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use std::{fmt, time::Duration};
use ureq::{Agent, http::Request};

/// How an element is written in JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Why a command failed.
#[derive(Debug)]
pub(crate) enum Error {
    /// The browser refused; `code` is one of the protocol's error codes.
    Refused { code: String, message: String },
    /// The driver did not answer, or not in its own protocol.
    Silent(String),
}

pub(crate) type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// Whether the same command may succeed once the page has moved on.
    pub(crate) fn may_pass(&self) -> bool {
        const PASSING: &[&str] = &[
            "detached shadow root",
            "element click intercepted",
            "element not interactable",
            "javascript error",
            "move target out of bounds",
            "no such element",
            "stale element reference",
        ];
        matches!(self, Self::Refused { code, .. } if PASSING.contains(&code.as_str()))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused { code, message } => {
                write!(f, "{code}: {}", message.lines().next().unwrap_or_default())
            }
            Self::Silent(why) => write!(f, "the driver does not answer: {why}"),
        }
    }
}

/// An element of the page in the current tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element(String);

impl Element {
    pub(crate) fn from_json(value: &Value) -> Option<Self> {
        value.get(ELEMENT)?.as_str().map(|id| Self(id.to_owned()))
    }

    pub(crate) fn to_json(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

/// A key that is no character, for [`crate::Device::press`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Backspace,
    Tab,
    Enter,
    Escape,
    Space,
    Home,
    End,
    Left,
    Up,
    Right,
    Down,
    Delete,
    Shift,
    Control,
    Alt,
    /// A key with a character on it.
    Char(char),
}

impl Key {
    /// The protocol's own code point for the key.
    pub(crate) fn code(self) -> char {
        match self {
            Self::Backspace => '\u{e003}',
            Self::Tab => '\u{e004}',
            Self::Enter => '\u{e007}',
            Self::Escape => '\u{e00c}',
            Self::Space => ' ',
            Self::End => '\u{e010}',
            Self::Home => '\u{e011}',
            Self::Left => '\u{e012}',
            Self::Up => '\u{e013}',
            Self::Right => '\u{e014}',
            Self::Down => '\u{e015}',
            Self::Delete => '\u{e017}',
            Self::Shift => '\u{e008}',
            Self::Control => '\u{e009}',
            Self::Alt => '\u{e00a}',
            Self::Char(char) => char,
        }
    }
}

/// A browser session. Closing it is up to [`Session::close`]; dropping does nothing.
#[derive(Debug)]
pub(crate) struct Session {
    agent: Agent,
    address: String,
}

impl Session {
    /// Whether a driver listens on the port and takes sessions.
    pub(crate) fn is_ready(port: u16) -> bool {
        let address = format!("http://127.0.0.1:{port}/status");
        agent(Duration::from_secs(1)).get(address).call().is_ok()
    }

    /// Starts a browser.
    pub(crate) fn start(port: u16, capabilities: &Value) -> Result<Self> {
        let mut session =
            Self { agent: agent(Duration::from_secs(90)), address: format!("http://127.0.0.1:{port}/session") };
        let answer = session.post("", &json!({ "capabilities": { "alwaysMatch": capabilities } }))?;
        let id = answer["sessionId"].as_str().ok_or_else(|| Error::Silent("no session id".into()))?;
        session.address = format!("{}/{id}", session.address);
        Ok(session)
    }

    pub(crate) fn get(&self, path: &str) -> Result<Value> {
        self.send("GET", path, None)
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Result<Value> {
        self.send("POST", path, Some(body))
    }

    /// Ends the browser as a person would who closes its window.
    pub(crate) fn close(&self) -> Result<()> {
        self.send("DELETE", "", None).map(drop)
    }

    /// Closes the current tab; returns the others.
    pub(crate) fn close_tab(&self) -> Result<Value> {
        self.send("DELETE", "/window", None)
    }

    /// Runs a function body in the page; a promise it returns is awaited.
    pub(crate) fn execute(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.post("/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    pub(crate) fn click(&self, element: &Element) -> Result<()> {
        self.post(&format!("/element/{}/click", element.0), &json!({})).map(drop)
    }

    /// Types into the element: characters, [`Key`] codes, or paths for a file input.
    pub(crate) fn send_keys(&self, element: &Element, text: &str) -> Result<()> {
        self.post(&format!("/element/{}/value", element.0), &json!({ "text": text })).map(drop)
    }

    /// Presses all keys together on whatever has the focus, and lets them go in reverse order.
    pub(crate) fn press(&self, keys: &[Key]) -> Result<()> {
        let step = |kind: &str, key: &Key| json!({ "type": kind, "value": key.code() });
        let down = keys.iter().map(|key| step("keyDown", key));
        let up = keys.iter().rev().map(|key| step("keyUp", key));
        let steps: Vec<Value> = down.chain(up).collect();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": steps });
        self.post("/actions", &json!({ "actions": [keyboard] })).map(drop)
    }

    /// What the page shows now, as PNG.
    pub(crate) fn screenshot(&self) -> Result<Vec<u8>> {
        png(&self.get("/screenshot")?)
    }

    /// A command of Chromium's own protocol.
    pub(crate) fn devtools(&self, command: &str, parameters: &Value) -> Result<Value> {
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    fn send(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value> {
        let silent = |error: ureq::Error| Error::Silent(error.to_string());
        let text = body.map(Value::to_string).unwrap_or_default();
        let request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.address))
            .header("content-type", "application/json")
            .body(text)
            .map_err(|error| silent(error.into()))?;
        let mut response = self.agent.run(request).map_err(silent)?;
        let mut answer: Value = response.body_mut().with_config().limit(256 << 20).read_json().map_err(silent)?;
        let value = answer["value"].take();
        match value["error"].as_str() {
            Some(code) if !response.status().is_success() => Err(Error::Refused {
                code: code.to_owned(),
                message: value["message"].as_str().unwrap_or_default().to_owned(),
            }),
            _ => Ok(value),
        }
    }
}

/// Reads an image that the protocol sends as text.
pub(crate) fn png(value: &Value) -> Result<Vec<u8>> {
    let text = value.as_str().ok_or_else(|| Error::Silent("no picture".into()))?;
    BASE64_STANDARD.decode(text).map_err(|error| Error::Silent(error.to_string()))
}

fn agent(patience: Duration) -> Agent {
    Agent::config_builder()
        .http_status_as_error(false)
        .allow_non_standard_methods(true)
        .timeout_global(Some(patience))
        .proxy(None)
        .build()
        .into()
}
