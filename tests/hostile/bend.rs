//! Inputs made of sound ones: bytes turned, parts cut out, doubled, exchanged, and what readers stumble over put in.

use crate::support::Seeded;

/// Longer inputs than this are cut: what is tried is the form, not the length.
const LONGEST: usize = 64 * 1024;

/// Pieces that readers have stumbled over.
const PIECES: [&str; 30] = [
    "null",
    "true",
    "[",
    "]",
    "{",
    "}",
    "[[[[[[[[[[[[[[[[",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "1e999",
    "-1",
    "0",
    "99999999999999999999",
    "9223372036854775807",
    "4294967296",
    "0.0000000001",
    "2026-02-30",
    "9999-12-31T23:59:60Z",
    "-000001-01-01",
    "\r\n",
    "\t",
    ",",
    ";",
    "\u{202e}",
    "\u{0}",
    "\u{feff}",
    "👩‍👩‍👧‍👦",
    "e\u{301}\u{301}\u{301}",
];

/// The input that `number` stands for.
pub fn bent(seeds: &[Vec<u8>], number: u64) -> Vec<u8> {
    let mut dice = Seeded(number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let mut bytes = seeds[dice.below(seeds.len())].clone();
    for _ in 0..1 + dice.below(6) {
        let other = &seeds[dice.below(seeds.len())];
        bend(&mut bytes, other, &mut dice);
    }
    bytes.truncate(LONGEST);
    bytes
}

fn bend(bytes: &mut Vec<u8>, other: &[u8], dice: &mut Seeded) {
    let length = 1 + match dice.below(3) {
        0 => dice.below(4),
        1 => dice.below(40),
        _ => dice.below(1 + bytes.len() / 2),
    };
    let at = dice.below(bytes.len() + 1);
    let part = at..bytes.len().min(at + length);
    match dice.below(10) {
        0 if !part.is_empty() => bytes[at] = dice.bits() as u8,
        1 if !part.is_empty() => bytes[at] ^= 1 << dice.below(8),
        2 => drop(bytes.drain(part)),
        3 => bytes.truncate(at),
        4 => {
            let copy = bytes[part].to_vec();
            let to = dice.below(bytes.len() + 1);
            drop(bytes.splice(to..to, copy));
        }
        5 => {
            let from = dice.below(other.len() + 1);
            let piece = other[from..other.len().min(from + length)].to_vec();
            drop(bytes.splice(part, piece));
        }
        6 => drop(bytes.splice(at..at, PIECES[dice.below(PIECES.len())].repeat(1 + dice.below(200)).into_bytes())),
        7 => turn_a_number(bytes, dice),
        _ => drop(bytes.splice(at..at, PIECES[dice.below(PIECES.len())].bytes())),
    }
}

/// Puts another number in the place of one.
fn turn_a_number(bytes: &mut Vec<u8>, dice: &mut Seeded) {
    let from = dice.below(bytes.len() + 1);
    let Some(start) = bytes[from..].iter().position(u8::is_ascii_digit).map(|at| from + at) else { return };
    let end = start + bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let number = match dice.below(4) {
        0 => dice.bits().to_string(),
        1 => dice.below(400).to_string(),
        2 => format!("{}.{}", dice.below(100), dice.below(100)),
        _ => "0".to_owned(),
    };
    drop(bytes.splice(start..end, number.bytes()));
}
