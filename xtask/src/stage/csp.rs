//! The content security policy, in a meta tag because a dumb host sends no headers of ours.

use super::{files::integrity, html};
use crate::Result;

const META: &str = "meta[http-equiv=\"Content-Security-Policy\" i]";

/// The page without its policy.
pub(super) fn without(page: &str) -> Result<String> {
    html::without(page, META)
}

/// The page with its policy before anything that the policy is about.
pub(super) fn with(page: &str) -> Result<String> {
    let policy = policy(page)?;
    html::insert_in_head(page, &format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"))
}

/// Nothing but the site's own files, and the inline scripts and styles as they are now.
fn policy(page: &str) -> Result<String> {
    let (scripts, styles) = (hashes(page, "script:not([src])")?, hashes(page, "style")?);
    Ok(format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; \
         img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; \
         worker-src 'self'; base-uri 'self'; form-action 'none'"
    ))
}

fn hashes(page: &str, selector: &str) -> Result<String> {
    // A browser hashes the text as parsed, and parsing turns CRLF to LF.
    let hash = |text: &String| format!(" '{}'", integrity(text.replace("\r\n", "\n").as_bytes()));
    Ok(html::texts(page, selector)?.iter().map(hash).collect())
}
