//! FNV-1a, 64 bits: it tells versions of bytes apart, and is no protection against malice.

/// The mark of no bytes: the offset basis.
pub(super) const NOTHING: u64 = 0xcbf2_9ce4_8422_2325;

/// The mark of what `mark` stands for and `bytes` after it.
pub(super) fn marked(mark: u64, bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(mark, |mark, byte| (mark ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
