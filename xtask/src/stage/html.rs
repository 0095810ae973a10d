//! Finds and changes a few elements of a page, by CSS selectors.

use crate::{Error, Result};
use lol_html::{
    ElementContentHandlers, RewriteStrSettings, Selector, element,
    html_content::{ContentType, Element},
    rewrite_str, text,
};
use std::{borrow::Cow, cell::RefCell};

/// What is done with elements, and with which ones.
pub(super) type Handler<'h> = (Cow<'h, Selector>, ElementContentHandlers<'h>);

/// The page as the handlers leave it.
pub(super) fn rewrite(html: &str, handlers: Vec<Handler<'_>>) -> Result<String> {
    let settings = handlers
        .into_iter()
        .fold(RewriteStrSettings::new(), |settings, handler| settings.append_element_content_handler(handler));
    rewrite_str(html, settings).map_err(|error| Error::Invalid(format!("the page cannot be read: {error}")))
}

/// The texts of the elements that `selector` finds, such as inline scripts.
pub(super) fn texts(html: &str, selector: &str) -> Result<Vec<String>> {
    let texts = RefCell::new(Vec::<String>::new());
    let begin = element!(selector, |_| {
        texts.borrow_mut().push(String::new());
        Ok(())
    });
    let add = text!(selector, |chunk| {
        if let Some(text) = texts.borrow_mut().last_mut() {
            text.push_str(chunk.as_str());
        }
        Ok(())
    });
    rewrite(html, vec![begin, add])?;
    Ok(texts.into_inner())
}

/// An attribute of the first element that `selector` finds.
pub(super) fn attribute(html: &str, selector: &str, name: &str) -> Result<Option<String>> {
    let mut found = None;
    let look = element!(selector, |element| {
        found = found.take().or_else(|| element.get_attribute(name));
        Ok(())
    });
    rewrite(html, vec![look])?;
    Ok(found)
}

/// The page without the elements that `selector` finds.
pub(super) fn without(html: &str, selector: &str) -> Result<String> {
    let remove = element!(selector, |element| {
        element.remove();
        Ok(())
    });
    rewrite(html, vec![remove])
}

/// The page with another base address.
pub(super) fn with_base(html: &str, address: &str) -> Result<String> {
    change(html, "base[href]", "<base href=\"./\">", |base| Ok(base.set_attribute("href", address)?))
}

/// The page with a tag directly after `<meta charset>`.
pub(super) fn insert_in_head(html: &str, tag: &str) -> Result<String> {
    change(html, "meta[charset]", "<meta charset>", |charset| {
        charset.after(tag, ContentType::Html);
        Ok(())
    })
}

/// Changes the elements that `selector` finds, of which there has to be one, `name`.
fn change(
    html: &str,
    selector: &str,
    name: &str,
    mut change: impl FnMut(&mut Element) -> lol_html::HandlerResult,
) -> Result<String> {
    let mut is_there = false;
    let apply = element!(selector, |element| {
        is_there = true;
        change(element)
    });
    let text = rewrite(html, vec![apply])?;
    if is_there { Ok(text) } else { Err(Error::Invalid(format!("index.html has no {name}"))) }
}
