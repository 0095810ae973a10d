//! The content security policy, in a meta tag because a dumb host sends no headers of ours.

use super::{files::integrity, html};
use crate::Result;

const ATTRIBUTE: &str = "http-equiv";
const NAME: &str = "Content-Security-Policy";

/// The page without what staging adds to its head.
pub(super) fn without(page: &str) -> String {
    let page = html::remove(page, |tag| tag.is_meta(ATTRIBUTE, NAME));
    html::remove(&page, |tag| tag.is_meta("name", "build"))
}

/// The page with its policy before anything that the policy is about.
pub(super) fn with(page: &str) -> Result<String> {
    let policy = policy(page);
    html::insert_in_head(page, &format!("<meta {ATTRIBUTE}=\"{NAME}\" content=\"{policy}\">"))
}

/// Nothing but the site's own files, and the inline scripts as they are now.
fn policy(page: &str) -> String {
    let scripts: String = html::inline_scripts(page)
        .iter()
        // A browser hashes the text as parsed, and parsing turns CRLF to LF.
        .map(|text| format!(" '{}'", integrity(text.replace("\r\n", "\n").as_bytes())))
        .collect();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'; \
         img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; \
         worker-src 'self'; base-uri 'self'; form-action 'none'"
    )
}
