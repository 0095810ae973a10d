//! Update messages: what goes into the link comes out of it, whatever a messenger does to the text around and inside.

#![allow(clippy::unwrap_used, reason = "a test may end with a panic")]

use peer_circle_support as support;

mod code;
mod damage;
mod form;
mod week;

use peer_circle::domain::{CircleId, MemberId, Timestamp};
use peer_circle::exchange::update_message::{UpdateMessage, link};

/// Where the app is.
pub const APP: &str = "https://circles.example/app/";

/// A message of Ana's that carries `update`.
pub fn message(update: Vec<u8>) -> UpdateMessage {
    UpdateMessage {
        circle: CircleId::new("c"),
        circle_name: "Kin".to_owned(),
        sender: MemberId::new("m"),
        sender_name: "Ana".to_owned(),
        at: Timestamp::from_millis(1_500),
        heard: Vec::new(),
        update,
    }
}

/// A message whose link has about `chars` characters.
pub fn of_length(chars: usize) -> (UpdateMessage, String) {
    let mut seeded = support::Seeded(chars as u64);
    // Bytes that deflate finds nothing in; each is four thirds of a character.
    let bytes = (0..(chars - 90) * 3 / 4).map(|_| seeded.bits() as u8).collect();
    let message = message(bytes);
    let link = link(APP, &message).unwrap();
    assert!(link.len().abs_diff(chars) < 40, "{} of {chars}", link.len());
    (message, link)
}
