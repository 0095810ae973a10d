//! What has no picture of its own.

/// Marks of direction, joints without a picture of their own, and the mark at the start of a file.
pub(in crate::exchange) fn is_unseen(c: char) -> bool {
    matches!(u32::from(c), 0x61c | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x2069 | 0xfeff)
}
