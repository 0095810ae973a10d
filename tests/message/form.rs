//! The form itself.

use crate::{APP, message};
use peer_circle::domain::{CircleId, MemberId, Timestamp};
use peer_circle::exchange::update_message::{MessageError, UpdateMessage, is_in, link, read};
use proptest::prelude::*;

const EXAMPLE: &str = "AQAAFmBlR33dY0xm9s7MY8xldsxLvMPNkJGak5MPAAz";

#[test]
fn the_documented_example_is_what_is_written() {
    let written = link(APP, &message(b"hello".to_vec())).unwrap();
    assert_eq!(written, format!("{APP}#update={EXAMPLE}"));
    assert_eq!(read(&written), [Ok(message(b"hello".to_vec()))]);
}

#[test]
fn the_fragment_takes_the_place_of_another_one_and_of_a_query() {
    let written = link("https://circles.example/app/?from=x#update=old", &message(vec![1])).unwrap();
    assert!(written.starts_with("https://circles.example/app/#update=AQ"), "{written}");
}

#[test]
fn a_newer_version_is_told_from_damage() {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
    use sha2::{Digest, Sha256};
    let body = b"what a later version writes";
    let signed = [&[2, 0, 0, body.len() as u8][..], body].concat();
    let head = [&signed[..4], &Sha256::digest(&signed)[..5]].concat();
    let text = format!("{APP}#update={}{}z", BASE64.encode(head), BASE64.encode(body));
    assert_eq!(read(&text), [Err(MessageError::Newer(2))]);
}

#[test]
fn what_is_no_message_is_none() {
    for text in ["", "hello", "https://circles.example/app/", "#updat=AQAA", "update=soon"] {
        assert!(!is_in(text), "{text}");
        assert_eq!(read(text), [], "{text}");
    }
    assert_eq!(read("#update="), [Err(MessageError::CutShort { found: 0, whole: 13 })]);
}

#[test]
fn too_much_for_any_message_is_none() {
    let mut seeded = crate::support::Seeded(1);
    assert_eq!(link(APP, &message((0..60_000).map(|_| seeded.bits() as u8).collect())), None);
}

fn messages() -> impl Strategy<Value = UpdateMessage> {
    let heard = proptest::collection::vec(("[a-z0-9]{12}", 0_i64..1_000_000), 0..12);
    let bytes = proptest::collection::vec(any::<u8>(), 0..400);
    ("\\PC{0,20}", "\\PC{0,40}", "[a-z0-9]{1,12}", "\\PC{0,40}", 1_000_000_000_000_i64..3_000_000_000_000, heard, bytes)
        .prop_map(|(circle, circle_name, sender, sender_name, at, heard, update)| UpdateMessage {
            circle: CircleId::new(&circle),
            circle_name,
            sender: MemberId::new(&sender),
            sender_name,
            at: Timestamp::from_millis(at),
            heard: heard
                .into_iter()
                .map(|(member, minutes)| (MemberId::new(&member), Timestamp::from_millis(at - minutes * 60_000)))
                .collect(),
            update,
        })
}

proptest! {
    #[test]
    fn what_goes_in_comes_out(message in messages()) {
        let link = link(APP, &message).unwrap();
        prop_assert!(link.ends_with('z'));
        prop_assert_eq!(read(&link), [Ok(message)]);
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,60}(#update=)?[A-Za-z0-9_%> \n-]{0,80}") {
        let _ = read(&text);
    }
}
