//! Bytes as text, fifteen bits in each character.
//!
//! localStorage holds strings of UTF-16, and Chromium and Firefox count their units, whatever is in them (measured:
//! 5,242,880 of them, of ASCII as of any other text); WebKit counts one byte for a unit where the whole string is
//! Latin-1, and two otherwise. So base64 uses six bits of sixteen, and of eight in WebKit; these characters use
//! fifteen of sixteen everywhere.
//!
//! Each character stands for a number from 0 to 32,767: U+3400 plus that number, up to U+B3FF. There are no surrogates
//! among them, nothing that JSON or a console would escape, and all have three bytes in UTF-8. Bits are taken from the
//! highest down; the last character is filled up with zeros. `hi` (0x6869) is `\u{6834}\u{7400}`.

const FIRST: u32 = 0x3400;
const BITS: u32 = 15;
/// Bytes of UTF-8 that each character has.
pub(super) const UTF8_BYTES: usize = 3;

/// How many characters `bytes` bytes take.
pub(super) fn chars_for(bytes: usize) -> usize {
    bytes.saturating_mul(8).div_ceil(BITS as usize)
}

pub(super) fn write(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(chars_for(bytes.len()) * UTF8_BYTES);
    let mut put = |number: u32| text.extend(char::from_u32(FIRST + number));
    let (mut held, mut count) = (0_u32, 0);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        count += 8;
        if count >= BITS {
            count -= BITS;
            put(held >> count);
            held &= (1 << count) - 1;
        }
    }
    if count > 0 {
        put(held << (BITS - count));
    }
    text
}

/// The `length` bytes that `text` holds; `None` when it is not what [`write`] makes of so many.
pub(super) fn read(text: &str, length: usize) -> Option<Vec<u8>> {
    if text.len() != chars_for(length).checked_mul(UTF8_BYTES)? {
        return None;
    }
    let mut bytes = Vec::with_capacity(length);
    let (mut held, mut count) = (0_u32, 0);
    for character in text.chars() {
        let number = u32::from(character).checked_sub(FIRST).filter(|number| *number < 1 << BITS)?;
        held = held << BITS | number;
        count += BITS;
        while count >= 8 && bytes.len() < length {
            count -= 8;
            bytes.push((held >> count) as u8);
            held &= (1 << count) - 1;
        }
    }
    (bytes.len() == length && held == 0).then_some(bytes)
}
