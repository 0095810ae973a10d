//! The page for addresses that lead nowhere, `404.html`. A host answers with it in any folder, however deep, where the
//! page's own relative addresses lead nowhere either. So what the page loads lies in a template, until a script has
//! climbed to the folder where the app is. The app then says itself that there is no such page. Where it cannot be
//! found, what stands here is all there is, so it brings its own style.

use super::html;
use crate::Result;
use lol_html::{element, end_tag, html_content::ContentType::Html};

const TITLE: &str = "There is no such page";
const LEAD: &str = "This address leads nowhere. <a href=\"./\">To the start page</a>";
const CLIMB: &str = include_str!("climb.js");
const STYLE: &str = include_str!("lost.css");

/// The page for addresses that lead nowhere, made of the start page.
pub(super) fn made_of(page: &str) -> Result<String> {
    let mut is_past_base = false;
    let mut is_open = false;
    let loaded = element!("head > base, head > link, head > script", |element| {
        is_past_base |= element.tag_name() == "base";
        if is_past_base && !is_open && element.tag_name() != "base" {
            element.before("<template id=\"app\">", Html);
            is_open = true;
        }
        Ok(())
    });
    let head = element!("head", |head| {
        let end = format!("</template><style>{STYLE}</style>");
        head.on_end_tag(end_tag!(move |tag| {
            tag.before(&end, Html);
            Ok(())
        }))
    });
    let title = element!("title", |title| {
        title.prepend(&format!("{TITLE} · "), Html);
        Ok(())
    });
    let words = [("#splash .splash__title", TITLE), ("#splash > .lead", LEAD)].map(|(place, words)| {
        element!(place, move |element| {
            element.set_inner_content(words, Html);
            Ok(())
        })
    });
    let body = element!("body", |body| {
        body.append(&format!("<script>{CLIMB}</script>"), Html);
        Ok(())
    });
    html::rewrite(page, [loaded, head, title, body].into_iter().chain(words).collect())
}
