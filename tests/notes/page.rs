//! The page for Notion: what it says, and that reading it back changes nothing.

use super::NOW;
use crate::support::{Device, Seeded, at, cycle, day, present};
use peer_circle::domain::{
    Circle, Command, Commitment, CommitmentDraft, Cycle, GoalDraft, Measure, NumberFormat, OfferOwner, Offered,
    Outcome, Record, commitment, goal,
};
use peer_circle::exchange::intake::{IntakeAnswers, IntakeReading, IntakeSetting};
use peer_circle::exchange::notes::read_notes;
use peer_circle::exchange::notes_page::notes_page;
use proptest::prelude::*;

const WEEK: &str = "2026-11-16";

fn read(circle: &Circle, device: &Device, text: &str) -> IntakeReading {
    let setting = IntakeSetting {
        present: present(circle, device.now),
        me: device.me.as_ref(),
        numbers: NumberFormat { decimal: '.' },
    };
    read_notes(text, &IntakeAnswers::default(), &setting)
}

/// A commitment of `owner` in `cycle`; nothing where the rules refuse its words.
fn promise(device: &mut Device, owner: &str, text: &str, change: impl FnOnce(&mut Commitment)) -> Option<Commitment> {
    let draft = CommitmentDraft { text: text.to_owned(), ..CommitmentDraft::default() };
    let add = commitment::Command::AddFor { owner: device.member(owner), cycle: cycle(WEEK), draft };
    let Record::Commitment(mut made) = device.decide(Command::from(add)).ok()?.remove(0) else { return None };
    change(&mut made);
    device.put(&[Record::Commitment(made.clone())]);
    Some(made)
}

fn end(outcome: Outcome) -> impl FnOnce(&mut Commitment) {
    move |commitment| {
        commitment.outcome = Some(outcome);
        commitment.resolved_at = Some(at("2026-11-18T23:30:00Z"));
    }
}

#[test]
fn a_page_of_a_week() {
    let mut ana = Device::found(1, &["Ana", "Ben", "C# & Co: *"]);
    ana.now = at(NOW);
    promise(&mut ana, "Ana", "Send 3 applications", end(Outcome::Kept));
    promise(&mut ana, "Ana", "Call 2 studios", |commitment| commitment.due = Some(day("2026-11-20")));
    promise(&mut ana, "Ben", "Write 4 pages", end(Outcome::Partial));
    promise(&mut ana, "Ben", "Ana: ask her", |_| {});
    promise(&mut ana, "C# & Co: *", "Nov 27 – 2 posts", end(Outcome::Dropped));
    promise(&mut ana, "C# & Co: *", "Walk", |commitment| {
        commitment.cycle = cycle("2026-11-23");
        commitment.carried.insert(cycle(WEEK), "rain".to_owned());
    });
    let measure =
        Measure::Number { scale: peer_circle::domain::Scale::Quantity("km".to_owned()), start: 0.0, target: 10.0 };
    let draft =
        GoalDraft { title: "Run **10**".to_owned(), why: String::new(), measure, due: None, obstacle: String::new() };
    ana.must(Command::from(goal::Command::Add(draft)));
    let page = notes_page(present(&ana.view, ana.now), &[cycle(WEEK)]);
    let expected = "# Week of 2026-11-16: Northlight

## Ana

- [x] Send 3 applications ✅ 2026-11-18
- [ ] Call 2 studios 📅 2026-11-20

## Ben

- 🚧 Write 4 pages
- [ ] Ana\\: ask her

## C\\# \\& Co: \\*

- 🚫 &#78;ov 27 – 2 posts
- ➡️ Walk

## Goals

### Ana

- **Run \\*\\*10\\*\\*** · 0 of 10 km
";
    assert_eq!(page, expected);
    assert_eq!(read(&ana.view, &ana, &page).offers, []);
    let season = notes_page(present(&ana.view, ana.now), &[cycle("2026-11-09"), cycle(WEEK), cycle("2026-11-23")]);
    assert!(season.starts_with("# Northlight\n\n## Week of 2026-11-16\n\n### Ana\n\n- [x] Send"), "{season}");
    assert!(season.contains("## Week of 2026-11-23\n\n### C\\# \\& Co: \\*\n\n- [ ] Walk"), "{season}");
    assert_eq!(read(&ana.view, &ana, &season).offers, []);
}

/// What a commitment says, to be compared.
type Told = (String, String, Option<Outcome>, Option<String>, Option<Cycle>);

fn told(circle: &Circle, of: &Commitment) -> Told {
    let owner = circle.name_of(&of.owner).unwrap().to_owned();
    (owner, of.text.clone(), of.outcome, of.due.map(|due| due.to_string()), Some(of.cycle))
}

fn offered(circle: &Circle, reading: &IntakeReading) -> Vec<Told> {
    let told = |content: &Offered| {
        let Offered::Commitment(of) = content else { return None };
        let OfferOwner::Id(owner) = &of.owner else { return None };
        let owner = circle.name_of(owner).unwrap().to_owned();
        Some((owner, of.text.clone(), of.outcome, of.due.map(|due| due.to_string()), of.cycle))
    };
    let mut all: Vec<Told> = reading.offers.iter().filter_map(|offer| told(&offer.content)).collect();
    all.sort();
    all
}

fn words() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "- [x] ",
        "[x]",
        "✅ 2026-11-19",
        "📅 2026-02-30",
        "Ben: ",
        "@Ana ",
        "2026-11-19: ",
        "Nov 27 – ",
        "3/4/26 ",
        "**",
        "*a*",
        "\\",
        "&#65;",
        "| a |",
        "# ",
        "[due:: 2026-11-30]",
        "Ana",
        "~~",
        "`",
        "<b>",
        "1. ",
        "❌",
        " · ",
        "__x__",
        "(due::2026-11-30)",
    ]);
    prop::collection::vec(prop_oneof![odd.prop_map(str::to_owned), "\\PC{1,8}", "[a-z0-9:*_ -]{1,8}"], 1..5)
        .prop_map(|parts| parts.concat())
        .prop_filter("marks of direction at the ends are trimmed", |text| {
            let unseen = |c: char| matches!(u32::from(c), 0x61c | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x2069 | 0xfeff | 0xfe0f);
            let text = text.trim();
            text.trim_matches(unseen).len() == text.len()
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn reading_a_page_back_gives_what_was_written(
        texts in prop::collection::vec((words(), 0..3_usize, 0..6_usize, any::<bool>()), 1..8),
        seed in any::<u64>(),
    ) {
        let mut ana = Device::found(1, &["Ana", "Ben", "Ana 🌱"]);
        ana.now = at(NOW);
        let bare = ana.view.clone();
        let mut written = Vec::new();
        let mut dice = Seeded(seed);
        for (text, owner, outcome, has_due) in texts {
            let owner = ["Ana", "Ben", "Ana 🌱"][owner];
            let outcome = Outcome::ALL.get(outcome).copied();
            let due = has_due.then(|| day(&format!("2026-11-{:02}", 16 + dice.below(14))));
            let made = promise(&mut ana, owner, &text, |commitment| {
                commitment.due = due;
                commitment.outcome = outcome;
                commitment.resolved_at = outcome.map(|_| at("2026-11-18T12:00:00Z"));
            });
            written.extend(made);
        }
        let page = notes_page(present(&ana.view, ana.now), &[cycle(WEEK)]);
        let mut expected: Vec<Told> = written.iter().map(|made| told(&ana.view, made)).collect();
        expected.sort();
        let reading = read(&bare, &ana, &page);
        prop_assert_eq!(&offered(&bare, &reading), &expected, "{}", page);
        prop_assert!(reading.waiting.is_empty(), "{:?}", reading.waiting);
        // The circle that wrote it has all of it.
        prop_assert_eq!(read(&ana.view, &ana, &page).offers, vec![], "{}", page);
    }
}
