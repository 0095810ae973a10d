//! Where text is cut, and what is left of a name.

use crate::support::Graphemes;
use peer_circle::domain::{CautiousSegmenter, Segmenter, clipped, initials};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

const FAMILY: &str = "👩‍👩‍👧‍👦";
const FLAG: &str = "🇵🇹";
const SCOTLAND: &str = "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}";

#[test]
fn text_is_cut_between_whole_characters() {
    let check = |text: &str, max: usize, expected: &str| {
        for segmenter in [&Graphemes as &dyn Segmenter, &CautiousSegmenter] {
            assert_eq!(clipped(text, max, segmenter), expected, "{text:?} {max}");
        }
    };
    check("Ana", 3, "Ana");
    check("Ana", 2, "An");
    check("Ana", 0, "");
    check("", 2, "");
    for whole in [
        FAMILY,
        FLAG,
        SCOTLAND,
        "e\u{301}",
        "1️⃣",
        "👍🏽",
        "क्षि",
        "क\u{94d}\u{301}क",
        "क\u{94d}\u{200d}\u{301}क",
        "நி",
        "か\u{3099}",
        "\u{1112}\u{1161}\u{11ab}",
    ] {
        let text = format!("ab{whole}");
        for max in 2..text.chars().count() {
            check(&text, max, "ab");
        }
        check(&text, text.chars().count(), &text);
        check(&format!("{text}!"), text.chars().count(), &text);
    }
    // A heap of marks is cut: no name or answer becomes nothing because of it.
    let heap = format!("a{}", "\u{301}".repeat(500));
    assert_eq!(clipped(&heap, 40, &Graphemes).chars().count(), 40);
    assert!(clipped(&heap, 40, &CautiousSegmenter).chars().count() <= 40);
}

#[test]
fn flags_are_cut_in_pairs() {
    let flags = "🇵🇹🇧🇷🇩🇪";
    let check = |max: usize, expected: &str| assert_eq!(clipped(flags, max, &Graphemes), expected, "{max}");
    check(2, "🇵🇹");
    check(3, "🇵🇹");
    check(4, "🇵🇹🇧🇷");
    check(5, "🇵🇹🇧🇷");
}

#[test]
fn initials_of_names_from_everywhere() {
    let check = |name: &str, expected: &str| assert_eq!(initials(name, &Graphemes), expected, "{name:?}");
    check("Ana", "AN");
    check("ana maria silva", "AS");
    check("  João   Miguel ", "JM");
    check("X", "X");
    check("Maximiliane von Hohenstein-Bergmann", "MH");
    check("Ana (London)", "AL");
    check("Ana 🙂", "A");
    check("O'Neill", "ON");
    check("Élif", "ÉL");
    check("E\u{301}lif", "E\u{301}L");
    check("कविता", "कवि");
    check("क्षमा शर्मा", "क्षश");
    check("நிதி", "நிதி");
    // One letter becomes two in upper case; two initials are enough.
    check("ßa", "SA");
    check("ליאור", "לי");
    check("ליאור כהן", "לכ");
    check("محمد", "مح");
    check("王小明", "王");
    check("김철수", "김");
    check("田中 太郎", "田");
    check("🙂", "🙂");
    check("👩‍👩‍👧‍👦 Family", "👩‍👩‍👧‍👦");
    check("👍🏽 Ben", "👍🏽");
    check("🇵🇹🇧🇷", "🇵🇹");
    check(
        "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} Isla",
        "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
    );
    check("1️⃣ One", "1️⃣");
    check("❤️", "❤️");
    // Letters in parts: Hangul syllables and kana with a voiced mark, as some systems write them.
    check("\u{1112}\u{1161}\u{11ab}", "\u{1112}\u{1161}\u{11ab}");
    check("か\u{3099}", "か\u{3099}");
    check("葛\u{e0100}城", "葛\u{e0100}");
    // Marks that turn the direction are no initials.
    check("\u{200f}ליאור", "לי");
    check("\u{202e}Ana", "AN");
    check("\u{feff}\u{200b}", "?");
    check("\u{301}", "\u{301}");
    check("", "?");
    check("   ", "?");
}

/// What is hard to cut.
fn hard() -> impl Strategy<Value = String> {
    let pieces = [
        "a",
        "é",
        "e\u{301}",
        " ",
        "\r\n",
        FAMILY,
        FLAG,
        "🇵",
        SCOTLAND,
        "👍🏽",
        "1️⃣",
        "क",
        "क्",
        "षि",
        "நி",
        "ก",
        "กำ",
        "한",
        "\u{1112}\u{1161}",
        "か\u{3099}",
        "\u{200d}",
        "\u{feff}",
        "\u{600}",
        "١",
        "བ",
        "\u{301}",
        "𑄣",
        "🙂",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn a_cut_is_where_characters_end(text in hard(), max in 0_usize..60) {
        let kept = clipped(&text, max, &Graphemes);
        prop_assert!(text.starts_with(kept) && kept.chars().count() <= max);
        let ends_whole = text.graphemes(true).scan(0, |at, one| { *at += one.len(); Some(*at) }).any(|at| at == kept.len());
        let first_is_larger = text.graphemes(true).next().is_none_or(|one| one.chars().count() > max);
        prop_assert!(ends_whole || first_is_larger, "{:?} of {:?}", kept, text);
    }

    #[test]
    fn the_cautious_segmenter_cuts_nothing_in_two(text in hard()) {
        let ends: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
        for (at, _) in text.char_indices() {
            let found = CautiousSegmenter.character(&text, at);
            prop_assert!(found.contains(&at));
            prop_assert!(ends.contains(&found.start) || found.len() > 150, "{:?} in {:?}", found, text);
        }
    }

    #[test]
    fn initials_are_short_and_never_empty(name in any::<String>()) {
        let initials = initials(&name, &Graphemes);
        prop_assert!(!initials.is_empty() && initials.graphemes(true).count() <= 2);
    }
}
