//! One thing on a page: what a person does with it, and what they see of it.

use crate::{
    Browser, Device, Find, Name,
    find::Query,
    names,
    wait::{self, PATIENCE, Pending},
    webdriver::{Element, Key, Result, Session},
};
use serde_json::{Value, json};
use std::{fmt, path::Path, time::Duration};

/// How long a click may be on its way to the page.
const CLICK_PATIENCE: Duration = Duration::from_secs(2);

/// A description of a thing on a page. It is looked up anew at each use, and each use waits until
/// there is exactly one such thing; several are an error, as a person could not tell them apart.
#[derive(Debug, Clone)]
pub struct Locator<'d> {
    device: &'d Device,
    chain: Vec<Query>,
    patience: Duration,
}

impl Find for Locator<'_> {
    fn scope(&self) -> Locator<'_> {
        self.clone()
    }
}

impl fmt::Display for Locator<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<&str> = self.chain.iter().rev().map(|query| query.words.as_str()).collect();
        f.write_str(&words.join(", in "))
    }
}

impl<'d> Locator<'d> {
    pub(crate) fn root(device: &'d Device) -> Self {
        Self { device, chain: Vec::new(), patience: PATIENCE }
    }

    pub(crate) fn then(mut self, query: Query) -> Self {
        self.chain.push(query);
        self
    }

    /// The one at this place, from 0, among several.
    pub fn nth(self, n: usize) -> Self {
        self.then(Query { json: json!({ "by": "nth", "n": n }), words: format!("number {n}") })
    }

    /// Waits longer or shorter than ten seconds.
    pub fn patiently(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Waits until it is there, once or several times.
    #[track_caller]
    pub fn see(&self) {
        self.wait("", |session| match self.find(session)?.len() {
            0 => Err(Pending::NotYet("there is none".into())),
            _ => Ok(()),
        });
    }

    /// Waits until there is none.
    #[track_caller]
    pub fn see_gone(&self) {
        self.see_count(0);
    }

    /// Waits until there are so many.
    #[track_caller]
    pub fn see_count(&self, expected: usize) {
        self.wait(&format!("{expected} × "), |session| match self.find(session)?.len() {
            count if count == expected => Ok(()),
            count => Err(Pending::NotYet(format!("there are {count}"))),
        });
    }

    /// How many there are now.
    #[track_caller]
    pub fn count(&self) -> usize {
        self.device.must(self.find(self.device.session())).len()
    }

    /// Clicks it, or the label of a radio or checkbox that is hidden from the eye.
    #[track_caller]
    pub fn click(&self) {
        self.wait("clicking ", |session| {
            let element = self.one(session)?;
            let target = execute(session, names::CLICK_TARGET, &[element.to_json()])?;
            let target = Element::from_json(&target).unwrap_or(element);
            match self.device.browser() {
                Browser::Chromium | Browser::Firefox => Ok(session.click(&target)?),
                Browser::WebKit => click_until_it_lands(session, &target),
            }
        });
    }

    /// Clicks it until it is checked: a radio, which a second click leaves as it is.
    #[track_caller]
    pub(crate) fn turn_on(&self) {
        let is_on = |session: &Session| match self.state(session)?["is_on"] {
            Value::Bool(true) => Ok(()),
            _ => Err(Pending::NotYet("it is not checked".into())),
        };
        self.wait("checking ", |session| {
            self.click();
            wait::until("the check mark", CLICK_PATIENCE, || is_on(session)).map_err(Pending::NotYet)
        });
    }

    /// Clicks an option of a select. It has no place of its own on the page: the select is brought into sight.
    #[track_caller]
    pub(crate) fn pick(&self) {
        self.wait("choosing ", |session| {
            let option = self.one(session)?;
            execute(session, names::SHOW_SELECT, &[option.to_json()])?;
            Ok(session.click(&option)?)
        });
    }

    /// Replaces the text of a field; see [`Find::fill`].
    #[track_caller]
    pub fn enter(&self, text: &str) {
        self.wait("filling ", |session| {
            let element = self.one(session)?;
            if is_typed(session, &element, text)? {
                if execute(session, names::SELECT, &[element.to_json()])? == json!(true) {
                    session.send_keys(&element, &Key::Delete.code().to_string())?;
                }
                // WebKitGTK refuses to type nothing, and on a busy machine it loses keys: then the text is put in at once.
                if !text.is_empty() {
                    session.send_keys(&element, text)?;
                }
                if execute(session, "return arguments[0].value;", &[element.to_json()])? == json!(text) {
                    return Ok(());
                }
            }
            Ok(execute(session, names::INSERT, &[element.to_json(), json!(text)]).map(drop)?)
        });
        self.see_value(text);
    }

    /// Types these characters after what the field holds.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.wait("typing into ", |session| Ok(session.send_keys(&self.one(session)?, text)?));
    }

    /// Gives files to a file input.
    #[track_caller]
    pub(crate) fn give_files(&self, files: &[&Path]) {
        let paths: Vec<String> = files.iter().map(|path| path.display().to_string()).collect();
        self.wait("giving files to ", |session| Ok(session.send_keys(&self.one(session)?, &paths.join("\n"))?));
    }

    /// What it says, with white space as single blanks.
    #[track_caller]
    pub fn text(&self) -> String {
        self.state_text("text")
    }

    /// The value of a field, or the text of a select's chosen option.
    #[track_caller]
    pub fn value(&self) -> String {
        self.state_text("value")
    }

    /// Its accessible name.
    #[track_caller]
    pub fn name(&self) -> String {
        self.state_text("name")
    }

    /// What its hint and error say.
    #[track_caller]
    pub fn description(&self) -> String {
        self.state_text("description")
    }

    /// Waits until it says this; white space counts as one blank.
    #[track_caller]
    pub fn see_text(&self, expected: impl Into<Name>) {
        let expected = expected.into();
        let what = format!("text{} of ", expected.describe());
        self.wait(&what, |session| match self.state(session)?["text"].as_str().unwrap_or_default() {
            found if expected.fits(found) => Ok(()),
            found => Err(Pending::NotYet(format!("it is “{found}”"))),
        });
    }

    /// Waits until the field holds this value, or the select's chosen option says it.
    #[track_caller]
    pub fn see_value(&self, expected: &str) {
        self.see_state("value", &json!(expected));
    }

    /// Waits until it is checked, selected, pressed or the current one.
    #[track_caller]
    pub fn see_on(&self) {
        self.see_state("is_on", &json!(true));
    }

    /// Waits until it is not checked, selected, pressed or the current one.
    #[track_caller]
    pub fn see_off(&self) {
        self.see_state("is_on", &json!(false));
    }

    /// Waits until it cannot be used.
    #[track_caller]
    pub fn see_disabled(&self) {
        self.see_state("is_disabled", &json!(true));
    }

    /// Waits until it is marked as wrong.
    #[track_caller]
    pub fn see_invalid(&self) {
        self.see_state("is_invalid", &json!(true));
    }

    /// Waits until it has the keyboard's focus.
    #[track_caller]
    pub fn see_focus(&self) {
        self.see_state("has_focus", &json!(true));
    }

    /// Whether it has the keyboard's focus now.
    #[track_caller]
    pub fn has_focus(&self) -> bool {
        self.is_now("has_focus")
    }

    /// Whether it stands before what has the keyboard's focus now.
    #[track_caller]
    pub fn is_before_focus(&self) -> bool {
        self.is_now("is_before_focus")
    }

    fn is_now(&self, key: &str) -> bool {
        self.state(self.device.session()).is_ok_and(|state| state[key] == json!(true))
    }

    #[track_caller]
    fn see_state(&self, key: &str, expected: &Value) {
        self.wait(&format!("{key} = {expected} of "), |session| match &self.state(session)?[key] {
            found if found == expected => Ok(()),
            found => Err(Pending::NotYet(format!("it is {found}"))),
        });
    }

    #[track_caller]
    fn state_text(&self, key: &str) -> String {
        let state = self.wait("", |session| self.state(session));
        state[key].as_str().unwrap_or_default().to_owned()
    }

    fn state(&self, session: &Session) -> std::result::Result<Value, Pending> {
        Ok(execute(session, names::STATE, &[self.one(session)?.to_json()])?)
    }

    #[track_caller]
    fn wait<T>(&self, doing: &str, mut attempt: impl FnMut(&Session) -> std::result::Result<T, Pending>) -> T {
        let what = format!("{doing}{self}");
        self.device.must(wait::until(&what, self.patience, || attempt(self.device.session())))
    }

    fn one(&self, session: &Session) -> std::result::Result<Element, Pending> {
        let mut found = self.find(session)?;
        match found.len() {
            1 => Ok(found.remove(0)),
            0 => Err(Pending::NotYet("there is none".into())),
            count => Err(Pending::NotYet(format!("there are {count}, which a person could not tell apart"))),
        }
    }

    fn find(&self, session: &Session) -> Result<Vec<Element>> {
        let chain: Vec<&Value> = self.chain.iter().map(|query| &query.json).collect();
        let found = execute(session, names::FIND, &[json!(chain)])?;
        Ok(found.as_array().into_iter().flatten().filter_map(Element::from_json).collect())
    }
}

/// WebKitGTK on a busy machine loses clicks between its driver and the page: a person would click again.
fn click_until_it_lands(session: &Session, target: &Element) -> std::result::Result<(), Pending> {
    session.execute(names::AWAIT_CLICK, &[target.to_json()])?;
    session.click(target)?;
    wait::until("the click to reach the page", CLICK_PATIENCE, || match session.execute(names::CLICK_CAME, &[])? {
        Value::Bool(false) => Err(Pending::NotYet("none came".into())),
        // `null` is a new page: the click has led there.
        _ => Ok(()),
    })
    .map_err(Pending::NotYet)
}

/// Whether keys can type this text into this field.
fn is_typed(session: &Session, element: &Element, text: &str) -> Result<bool> {
    let kind = execute(session, "return arguments[0].type ?? 'text';", &[element.to_json()])?;
    let has_keys = ["text", "textarea", "search", "email", "url", "tel", "number", "password"];
    let is_plain = text.chars().all(|char| char.len_utf16() == 1 && char != '\n' && char != '\t');
    Ok(is_plain && kind.as_str().is_some_and(|kind| has_keys.contains(&kind)))
}

fn execute(session: &Session, script: &str, arguments: &[Value]) -> Result<Value> {
    session.execute(&names::script(script), arguments)
}
