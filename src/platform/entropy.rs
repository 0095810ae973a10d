//! Randomness from the browser.

/// 32 random bits, for client ids that no two tabs share.
pub fn random_u32() -> u32 {
    (random_u64() >> 16) as u32
}

/// 64 random bits for ids; not for secrets. 16 of them from each of four calls, since a JavaScript number
/// has 53.
pub fn random_u64() -> u64 {
    (0..4).fold(0, |bits, _| (bits << 16) | (js_sys::Math::random() * 65_536.0) as u64)
}
