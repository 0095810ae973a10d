//! The way to what was there before.

use super::words;
use crate::domain::Kind;
use crate::ui::markup::view;
use crate::ui::routes::journal_address;
use leptos::prelude::*;

/// A link to all that was ever changed of one record.
pub fn earlier_versions(kind: Kind, id: &str) -> AnyView {
    let href = journal_address(None, None, Some(&format!("{}/{id}", kind.name())));
    view! { <a class="btn" data-kind="quiet" href=href>{words::EARLIER}</a> }.into_any()
}
