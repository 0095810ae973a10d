//! A link as a square code (QR, ISO/IEC 18004), for phones in one room: one shows it, the others point their cameras at it.

use qrcodegen::{DataTooLong, QrCode, QrCodeEcc, QrSegment, Version};
use std::fmt::Write;

/// The largest version that is shown: 117 modules, two and a half CSS pixels each on a narrow phone. It holds 1,273
/// characters.
const LARGEST: u8 = 25;
/// Empty modules on each side, as the standard asks for.
const MARGIN: i32 = 4;

/// A code that is drawn in a square of `side` × `side` modules, its margin included.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SquareCode {
    /// How many modules a side has.
    pub side: i32,
    /// The dark modules as the path of an SVG, a module being one unit: `M4 4h7v1h-7z…`.
    pub path: String,
}

/// `text` as a code; `None` where one that a phone can still read off another's screen does not hold it.
///
/// ```
/// let code = peer_circle::exchange::square_code::of("https://example.org/#update=1").expect("a short text");
/// assert_eq!(code.side, 25 + 2 * 4);
/// assert!(code.path.starts_with("M4 4h7v1h-7z"));
/// ```
pub fn of(text: &str) -> Option<SquareCode> {
    let code = encode(text).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let length = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if length > 0 {
                // Writing to a string does not fail.
                let _ = write!(path, "M{} {}h{length}v1h-{length}z", x + MARGIN, y + MARGIN);
            }
            x += length.max(1);
        }
    }
    Some(SquareCode { side: code.size() + 2 * MARGIN, path })
}

/// A screen is neither torn nor dirty: the least correction of errors, and the fewest modules.
fn encode(text: &str) -> Result<QrCode, DataTooLong> {
    let segments = [QrSegment::make_bytes(text.as_bytes())];
    QrCode::encode_segments_advanced(&segments, QrCodeEcc::Low, Version::MIN, Version::new(LARGEST), None, false)
}
