//! Letters without their accents and cases.

/// What the letters from U+00C0 to U+024F are read as, one each; `.` stands for a letter that stays as it is.
const LATIN: &str = "\
    aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggggggg\
    hhhhiiiiiiiiii..jjkkkllllllllllnnnnnnn..oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsb.......\
    ...............i........oo.............uu....zz......................aaiioouuuuuuuuuu.aaaa....ggkkoo\
    oo..j...gg..nnaa..ooaaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy...............b............";

/// The same from U+1E00 to U+1EFF: Vietnamese, and transliterations.
const LATIN_MORE: &str = "\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss\
    ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee\
    iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/// Calls `take` with each character of `text` as a search reads it, and with the byte in `text` that it comes from.
///
/// Upper and lower case are alike, and so are a letter with and without accents, whether it is written as one
/// character or as several (Unicode Standard Annex 15). `ß` is read as `ss`, `æ` as `ae`, `œ` as `oe`.
pub(super) fn each_folded(text: &str, mut take: impl FnMut(char, usize)) {
    for (at, c) in text.char_indices() {
        match c {
            '\u{0}'..='\u{7f}' => take(c.to_ascii_lowercase(), at),
            'ß' | 'ẞ' => "ss".chars().for_each(|c| take(c, at)),
            'æ' | 'Æ' => "ae".chars().for_each(|c| take(c, at)),
            'œ' | 'Œ' => "oe".chars().for_each(|c| take(c, at)),
            // Accents that follow their letter.
            '\u{300}'..='\u{36f}' => {}
            c => c.to_lowercase().for_each(|c| {
                if !matches!(c, '\u{300}'..='\u{36f}') {
                    take(bare(c), at);
                }
            }),
        }
    }
}

/// `text` as a search reads it.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    each_folded(text, |c, _| folded.push(c));
    folded
}

/// A small letter without its accents.
fn bare(c: char) -> char {
    let place = |from: char| u32::from(c).checked_sub(u32::from(from)).and_then(|place| usize::try_from(place).ok());
    let letter = match c {
        '\u{c0}'..='\u{24f}' => place('\u{c0}').and_then(|place| LATIN.as_bytes().get(place)),
        '\u{1e00}'..='\u{1eff}' => place('\u{1e00}').and_then(|place| LATIN_MORE.as_bytes().get(place)),
        _ => None,
    };
    match (c, letter) {
        (_, Some(letter)) if *letter != b'.' => char::from(*letter),
        ('ά', _) => 'α',
        ('έ', _) => 'ε',
        ('ή', _) => 'η',
        ('ί' | 'ϊ' | 'ΐ', _) => 'ι',
        ('ό', _) => 'ο',
        ('ύ' | 'ϋ' | 'ΰ', _) => 'υ',
        ('ώ', _) => 'ω',
        ('ς', _) => 'σ',
        ('ё', _) => 'е',
        ('й', _) => 'и',
        _ => c,
    }
}
