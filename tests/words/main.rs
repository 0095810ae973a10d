//! Words that leave the app: the digest and the nudges, with hostile words of people in them.

#![allow(clippy::unwrap_used, reason = "a test may end with a panic")]

use peer_circle_support as support;

mod plain;
mod vocabulary;

use peer_circle::ui::shared::digest::words as digest;
use peer_circle::ui::text::nudge;
use peer_circle::{domain, exchange};
use proptest::prelude::*;
use support::{at, cycle, new_circle, present, sample_circle};

use domain::{
    CheckIn, Circle, Commitment, CommitmentId, DIGEST_MAX, Decision, DecisionId, Lateness, Outcome, Record, TEXT_MAX,
    Timestamp, draft_digest,
};
use exchange::Form;
use exchange::whatsapp::{Mark, beginning, link, runs};
use support::Graphemes;

const PLAIN: Form<'static> = Form::plain(&Graphemes);
const WHATSAPP: Form<'static> = Form::whatsapp(&Graphemes);

fn now() -> Timestamp {
    at("2026-11-06T20:00:00Z")
}

/// Ana and Ben; Ana's check-in, promise and decision, and her name, are `words`.
fn circle_saying(words: &str) -> Circle {
    let (mut circle, ana) = new_circle(&["Ana", "Ben"]);
    let cycle = cycle("2026-11-02");
    let mut member = (*circle.members[&ana]).clone();
    member.name = words.to_owned();
    circle.put(Record::Member(member));
    let (win, blocker, ask) = (words.to_owned(), words.to_owned(), words.to_owned());
    let submitted_at = at("2026-11-05T09:00:00Z");
    circle.put(Record::CheckIn(CheckIn {
        cycle,
        member: ana.clone(),
        submitted_at,
        win,
        blocker,
        ask,
        confidence: None,
    }));
    for (nth, (cycle, outcome)) in
        [(cycle, Some(Outcome::Kept)), (cycle, None), (cycle.plus(1), None)].into_iter().enumerate()
    {
        circle.put(Record::Commitment(Commitment {
            id: CommitmentId::new(&format!("c{nth}")),
            owner: ana.clone(),
            goal: None,
            text: words.to_owned(),
            cycle,
            due: None,
            cue: String::new(),
            action: String::new(),
            helper: None,
            outcome,
            resolved_at: None,
            note: String::new(),
            carried: std::collections::BTreeMap::new(),
            eased: std::collections::BTreeMap::new(),
            created_at: now(),
            deleted_at: None,
        }));
    }
    circle.put(Record::Decision(Decision {
        id: DecisionId::new("d"),
        cycle,
        text: words.to_owned(),
        decided_at: now(),
        by: None,
        owner: Some(ana),
        review_on: None,
        revisited: String::new(),
        closed_at: None,
        deleted_at: None,
    }));
    circle
}

/// What is said of the next week, without its roles.
fn outlook(due: &str) -> digest::Outlook {
    digest::Outlook { monday: "9 Nov".to_owned(), due: due.to_owned(), roles: Vec::new() }
}

fn written(circle: &Circle, form: Form) -> String {
    let draft = draft_digest(present(circle, now()), cycle("2026-11-02"));
    digest::draft(&draft, "2 to 8 November", &outlook("Thu 18:00"), form)
}

#[test]
fn a_digest_reads_well() {
    let circle = circle_saying("Slept");
    let expected = "\
*Northlight: week 1 of 10*
2 to 8 November · 1 of 2 checked in

*Slept* · 1 kept, 1 open
_Win:_ Slept
_Blocker:_ Slept
_Ask:_ Slept
_Next:_ Slept

*Ben*
Check-in still to come

*Decided*
• Slept (Slept)

_Next check-ins are due Thu 18:00._";
    assert_eq!(written(&circle, WHATSAPP), expected);
    assert_eq!(written(&circle, PLAIN), expected.replace(['*', '_'], ""));
}

#[test]
fn a_digest_says_who_has_which_role_next() {
    let draft = draft_digest(present(&circle_saying("Slept"), now()), cycle("2026-11-02"));
    let roles = [("Check-in lead", "Ben"), ("Time *keeper*", "Ana\nChen")];
    let roles = roles.map(|(role, who)| (role.to_owned(), who.to_owned())).to_vec();
    let next = digest::Outlook { roles, ..outlook("Thu 18:00") };
    let text = digest::draft(&draft, "2 to 8 November", &next, WHATSAPP);
    let end = "\
*Roles from 9 Nov*
Check-in lead: Ben
Time ∗keeper∗: Ana Chen

_Next check-ins are due Thu 18:00._";
    assert!(text.ends_with(end), "{text}");
}

/// What the WhatsApp form makes of somebody's `words`.
fn check_said(words: &str, expected: &str) {
    assert_eq!(WHATSAPP.said(words, 40), expected, "{words:?}");
}

#[test]
fn people_s_words_open_no_mark() {
    check_said("*bold* _it_ ~no~", "∗bold∗ ＿it＿ ∼no∼");
    check_said("```rm -rf```", "ˋˋˋrm -rfˋˋˋ");
    check_said("snake_case and 2*3", "snake_case and 2*3");
    check_said("see https://x.org/_a_*b now", "see https://x.org/_a_*b now");
    check_said("*https://x.org/a*", "∗https://x.org/a∗");
    check_said("one\n*Ben* · 9 kept\r\n- two", "one ∗Ben∗ · 9 kept - two");
    check_said("a\u{202e}b\u{2066}c\u{0}d", "abc d");
    check_said("  \u{2003}\u{2028}\u{200f} ", "");
    check_said("<b>&amp;</b> =1+1", "<b>&amp;</b> =1+1");
    check_said("שלום 👩‍👩‍👧‍👦", "שלום 👩‍👩‍👧‍👦");
    check_said(&"word ".repeat(12), "word word word word word word word word…");
    check_said(&"x".repeat(41), &("x".repeat(40) + "…"));
    // Never inside a joined emoji.
    check_said(&("x".repeat(38) + "👩‍👩‍👧"), &("x".repeat(38) + "…"));
    assert_eq!(PLAIN.said("*bold*\n_it_", 40), "*bold* _it_");
    assert_eq!(WHATSAPP.bold(" "), " ");
}

#[test]
fn the_largest_circle_can_publish_its_draft() {
    let mut circle = sample_circle(3, 12, 4);
    let cycle = cycle("2026-11-23");
    for member in circle.members.keys().cloned().collect::<Vec<_>>() {
        let (win, blocker, ask) = ("w ".repeat(TEXT_MAX), "é".repeat(TEXT_MAX), "👩‍👩‍👧‍👦".repeat(600));
        circle.put(Record::CheckIn(CheckIn {
            cycle,
            member,
            submitted_at: now(),
            win,
            blocker,
            ask,
            confidence: None,
        }));
    }
    for form in [PLAIN, WHATSAPP] {
        let draft = draft_digest(present(&circle, now()), cycle);
        let text = digest::draft(&draft, "this week", &outlook("Thu"), form);
        assert!(text.chars().count() <= DIGEST_MAX);
        for member in circle.roster() {
            assert!(text.contains(&form.said(&member.name, 60)), "{} is missing", member.name);
        }
        assert!(text.contains("Next check-ins are due Thu."));
    }
    // Sixty people with all they can say: cut, not refused.
    let people: Vec<_> = (0..60).map(|nth| format!("P{nth}")).collect();
    let (mut crowd, _) = new_circle(&people.iter().map(String::as_str).collect::<Vec<_>>());
    for member in crowd.members.keys().cloned().collect::<Vec<_>>() {
        let (win, blocker, ask) = ("x".repeat(TEXT_MAX), "y".repeat(TEXT_MAX), "z".repeat(TEXT_MAX));
        crowd.put(Record::CheckIn(CheckIn { cycle, member, submitted_at: now(), win, blocker, ask, confidence: None }));
    }
    let text = digest::draft(&draft_digest(present(&crowd, now()), cycle), "w", &outlook("Thu"), WHATSAPP);
    assert!(text.chars().count() <= DIGEST_MAX && text.ends_with("_Next check-ins are due Thu._"));
}

proptest! {
    #[test]
    fn no_words_break_the_lines_or_marks(words in "[a-z0-9 *_~`.,:/\\n\\u{2028}\\u{202e}\u{200d}é👩-]{1,60}") {
        let plain = written(&circle_saying("Slept"), WHATSAPP);
        let text = written(&circle_saying(&words), WHATSAPP);
        // The app's marks are there, and those alone can begin or end one.
        let marks = |text: &str| {
            let chars: Vec<char> = text.chars().collect();
            let is_letter = |nth: Option<usize>| nth.and_then(|nth| chars.get(nth)).is_some_and(|c| c.is_alphanumeric());
            let is_mark = |nth: usize| {
                let is_inside = is_letter(nth.checked_sub(1)) && is_letter(Some(nth + 1));
                matches!(chars[nth], '*' | '_' | '~' | '`') && !is_inside
            };
            (0..chars.len()).filter(|nth| is_mark(*nth)).count()
        };
        if !words.contains("://") && !WHATSAPP.said(&words, 40).is_empty() {
            prop_assert_eq!(text.lines().count(), plain.lines().count(), "{}", text);
            prop_assert_eq!(marks(&text), marks(&plain), "{}", text);
        }
        let has_turned = text.contains(['\u{202e}', '\u{2028}']);
        prop_assert!(!has_turned);
    }
}

/// The runs of `line`: bold ones in brackets, italic ones in braces.
fn check_runs(line: &str, expected: &str) {
    let shown: String = runs(line)
        .into_iter()
        .map(|(mark, text)| match mark {
            Mark::Plain => text.to_owned(),
            Mark::Bold => format!("[{text}]"),
            Mark::Italic => format!("{{{text}}}"),
        })
        .collect();
    assert_eq!(shown, expected, "{line:?}");
}

#[test]
fn marks_are_read_as_whatsapp_reads_them() {
    check_runs("", "");
    check_runs("nothing marked", "nothing marked");
    check_runs("*Ana* · 1 kept", "[Ana] · 1 kept");
    check_runs("_Win:_ Slept", "{Win:} Slept");
    check_runs("(*a b*), _c_.", "([a b]), {c}.");
    check_runs("*שלום* 👩‍👩‍👧 _é_", "[שלום] 👩‍👩‍👧 {é}");
    // Within words, around blanks, or alone, they are letters.
    check_runs("snake_case_name 2*3*4", "snake_case_name 2*3*4");
    check_runs("2*3 and 4* b", "2*3 and 4* b");
    check_runs("* a* b_ _ c", "* a* b_ _ c");
    check_runs("*open", "*open");
    check_runs("** __", "** __");
    check_runs("*a*b* c", "[a*b] c");
    check_runs("*a _b_ c*", "[a _b_ c]");
}

#[test]
fn a_digest_is_shown_as_it_was_marked() {
    let text = written(&circle_saying("*Slept* _well_"), WHATSAPP);
    let shown: String = text.lines().flat_map(runs).filter(|(mark, _)| *mark == Mark::Bold).map(|(_, t)| t).collect();
    assert_eq!(shown, "Northlight: week 1 of 10∗Slept∗ ＿well＿BenDecided");
}

#[test]
fn a_link_holds_every_character() {
    assert_eq!(
        link("Hi Ana, 50% & more?\n#1+1").unwrap(),
        "https://wa.me/?text=Hi%20Ana%2C%2050%25%20%26%20more%3F%0A%231%2B1"
    );
    assert_eq!(link("é👩~-._").unwrap(), "https://wa.me/?text=%C3%A9%F0%9F%91%A9~-._");
    assert!(link(&"x".repeat(7_900)).is_some());
    assert_eq!(link(&"é".repeat(1_400)), None);
}

#[test]
fn what_is_too_long_for_a_link_is_begun_in_it() {
    const REST: &str = "… the rest is in the circle.";
    assert_eq!(beginning("*Win*\nSlept", REST), "*Win*\nSlept");
    // Whole lines, as many as fit beside the last one; here of a digest in Hindi, nine bytes a letter.
    let line = "इस सप्ताह मैंने तीन स्टूडियो को अपना पोर्टफोलियो भेजा और एक का उत्तर आया।";
    let digest = [line; 30].join("\n");
    let short = beginning(&digest, REST);
    assert!(link(&digest).is_none() && link(&short).is_some());
    let (kept, rest) = short.rsplit_once("\n\n").unwrap();
    assert_eq!(rest, REST);
    assert!(kept.lines().count() > 5 && kept.lines().all(|kept| kept == line), "{short}");
    assert!(link(&format!("{kept}\n{line}\n\n{REST}")).is_none(), "one more line would have fitted");
    // A single line is cut between two words.
    let short = beginning(&[line; 30].join(" "), REST);
    let words: Vec<&str> = line.split(' ').collect();
    assert!(short.split_once("\n\n").unwrap().0.split(' ').all(|word| words.contains(&word)), "{short}");
    assert_eq!(beginning(&"é".repeat(4_000), REST), REST);
}

proptest! {
    #[test]
    fn runs_lose_no_letter(line in "[ab *_.é👩]{0,24}") {
        let kept: String = runs(&line).into_iter().map(|(_, text)| text).collect();
        let marks = runs(&line).iter().filter(|(mark, _)| *mark != Mark::Plain).count();
        prop_assert_eq!(line.chars().count(), kept.chars().count() + 2 * marks);
        prop_assert!(runs(&line).iter().all(|(_, text)| !text.is_empty()));
    }
}

#[test]
fn nudges_are_kind_and_brief() {
    let situations =
        [Lateness::DueSoon, Lateness::Overdue, Lateness::Missed(1), Lateness::Missed(2), Lateness::Missed(3)];
    let texts = situations.map(|lateness| nudge::message(lateness, "*Ana*\nBen", "Thu 18:00", WHATSAPP));
    let asked = [
        nudge::about_commitment("*Ana*\nBen", &"_x_ ".repeat(200), WHATSAPP),
        nudge::about_goal("*Ana*\nBen", "Slept", WHATSAPP),
    ];
    let all: Vec<_> = texts.iter().chain(&asked).collect();
    for (nth, text) in all.iter().enumerate() {
        assert!(text.starts_with("Hi ∗Ana∗ Ben, ") && text.chars().count() < 320, "{text}");
        assert!(!all[..nth].contains(text), "two situations, one text: {text}");
        for word in ["failed", "must", "again", "fault", "disappoint", "!!"] {
            assert!(!text.to_lowercase().contains(word), "“{word}” in {text}");
        }
    }
    assert!(asked[0].contains("＿x＿") && asked[1].contains("“Slept”"));
    assert_eq!(texts[2], nudge::message(Lateness::Missed(0), "*Ana*\nBen", "Thu 18:00", WHATSAPP));
    assert_eq!(texts[4], nudge::message(Lateness::Missed(u32::MAX), "*Ana*\nBen", "Thu 18:00", WHATSAPP));
}
