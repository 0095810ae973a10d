//! Finding things as a person would, on a whole page or within one part of it.

use crate::locator::Locator;
use serde_json::{Value, json};
use std::path::Path;

/// What the thing that is looked for is called. White space counts as one blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// Exactly this.
    Exact(String),
    /// This is part of it.
    Containing(String),
    /// Anything.
    Any,
}

/// A name of which only a part is known.
pub fn containing(part: impl Into<String>) -> Name {
    Name::Containing(part.into())
}

/// Whatever it is called.
pub fn any() -> Name {
    Name::Any
}

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        Self::Exact(text.to_owned())
    }
}

impl From<String> for Name {
    fn from(text: String) -> Self {
        Self::Exact(text)
    }
}

impl From<&String> for Name {
    fn from(text: &String) -> Self {
        Self::Exact(text.clone())
    }
}

impl Name {
    fn to_json(&self) -> Value {
        match self {
            Self::Exact(text) => json!({ "exact": text }),
            Self::Containing(text) => json!({ "containing": text }),
            Self::Any => json!({}),
        }
    }

    /// Whether a text whose white space is single blanks is this.
    pub(crate) fn fits(&self, text: &str) -> bool {
        let tidy = |wanted: &str| wanted.split_whitespace().collect::<Vec<_>>().join(" ");
        match self {
            Self::Exact(wanted) => text == tidy(wanted),
            Self::Containing(wanted) => text.contains(&tidy(wanted)),
            Self::Any => true,
        }
    }

    pub(crate) fn describe(&self) -> String {
        match self {
            Self::Exact(text) => format!(" “{text}”"),
            Self::Containing(text) => format!(" containing “{text}”"),
            Self::Any => String::new(),
        }
    }
}

/// One step of a search.
#[derive(Debug, Clone)]
pub(crate) struct Query {
    /// For the script within the page.
    pub json: Value,
    /// For people.
    pub words: String,
}

impl Query {
    fn new(words: &str, name: &Name, mut json: Value) -> Self {
        json["name"] = name.to_json();
        Self { json, words: format!("{words}{}", name.describe()) }
    }
}

/// Where things can be found: a [`crate::Device`]'s page, or a [`Locator`]'s part of it.
///
/// Nothing is looked up before it is used, and then anew: a locator never goes stale.
pub trait Find {
    /// The page or part itself.
    fn scope(&self) -> Locator<'_>;

    /// By ARIA role, own or of the native element, and accessible name.
    fn by_role(&self, role: &str, name: impl Into<Name>) -> Locator<'_> {
        self.scope().then(Query::new(role, &name.into(), json!({ "by": "role", "role": role })))
    }

    /// A form field by its label.
    fn by_label(&self, label: impl Into<Name>) -> Locator<'_> {
        self.scope().then(Query::new("field", &label.into(), json!({ "by": "label" })))
    }

    /// The smallest element with this text.
    fn by_text(&self, text: impl Into<Name>) -> Locator<'_> {
        self.scope().then(Query::new("text", &text.into(), json!({ "by": "text" })))
    }

    /// By CSS selector: only for what no person names, such as a part of a picture.
    fn by_css(&self, selector: &str) -> Locator<'_> {
        self.scope().then(Query::new(selector, &Name::Any, json!({ "by": "css", "selector": selector })))
    }

    /// A link.
    fn link(&self, name: impl Into<Name>) -> Locator<'_> {
        self.by_role("link", name)
    }

    /// A button.
    fn button(&self, name: impl Into<Name>) -> Locator<'_> {
        self.by_role("button", name)
    }

    /// A heading of any level.
    fn heading(&self, name: impl Into<Name>) -> Locator<'_> {
        self.by_role("heading", name)
    }

    /// A dialog by its name.
    fn dialog(&self, name: impl Into<Name>) -> Locator<'_> {
        self.by_role("dialog", name)
    }

    /// The innermost item of a list by what it says, which an item has instead of a name.
    fn list_item(&self, text: impl Into<Name>) -> Locator<'_> {
        self.scope().then(Query::new("list item", &text.into(), json!({ "by": "text", "roles": ["listitem"] })))
    }

    /// A row of a table by what it says.
    fn row(&self, text: impl Into<Name>) -> Locator<'_> {
        self.scope().then(Query::new("row", &text.into(), json!({ "by": "text", "roles": ["row"] })))
    }

    /// A group of fields (fieldset, radio group) by its legend.
    fn group(&self, name: impl Into<Name>) -> Locator<'_> {
        let query = json!({ "by": "role", "role": ["group", "radiogroup"] });
        self.scope().then(Query::new("group", &name.into(), query))
    }

    /// Replaces what is in a text field by this text, typed key by key; what keys cannot type
    /// (emoji, dates as `2026-11-02`) is put in at once.
    #[track_caller]
    fn fill(&self, label: impl Into<Name>, text: &str) {
        self.by_label(label).enter(text);
    }

    /// Chooses an option of a select.
    #[track_caller]
    fn choose(&self, label: impl Into<Name>, option: impl Into<Name>) {
        let select = self.by_label(label);
        let option = option.into();
        select.by_role("option", option.clone()).pick();
        if let Name::Exact(text) = option {
            select.see_value(&text);
        }
    }

    /// Picks one radio of a named group.
    #[track_caller]
    fn check(&self, group: impl Into<Name>, option: impl Into<Name>) {
        let group = self.group(group);
        group.by_role("radio", option).turn_on();
    }

    /// Gives files to a file input: by its label, or by the button that opens it.
    #[track_caller]
    fn upload(&self, label: impl Into<Name>, files: &[impl AsRef<Path>]) {
        let paths: Vec<&Path> = files.iter().map(AsRef::as_ref).collect();
        let query = Query::new("file input", &label.into(), json!({ "by": "file" }));
        self.scope().then(query).give_files(&paths);
    }
}
