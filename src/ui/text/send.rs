//! Ways for a text to leave the app.

pub const COPY: &str = "Copy";
pub const WHATSAPP: &str = "WhatsApp";
pub const SHARE: &str = "Send another way";
pub const COPIED: &str = "Copied";
pub const REFUSED: &str = "The browser did not hand it over, and nothing was sent. Copy it instead.";
pub const SELECTED: &str = "The browser did not let the page copy. The text is selected: copy it by hand.";
/// Where a text is too long for WhatsApp's link, and the browser has a share sheet.
pub const SHARE_LONG: &str = "Too long for a link to WhatsApp. Send it another way, and choose WhatsApp there.";
/// The same without one.
pub const LINK_BEGINS: &str = "Too long for a link: WhatsApp gets the beginning. Copy it to paste the whole.";
/// What ends the beginning of a text.
pub const REST: &str = "… The rest is in our circle in Peer Circle.";

pub fn copy(what: &str) -> String {
    format!("{COPY} {what}")
}

pub fn whatsapp(what: &str) -> String {
    format!("{WHATSAPP}: send {what}, opens in a new tab")
}

pub fn share(what: &str) -> String {
    format!("{SHARE}: {what}")
}
