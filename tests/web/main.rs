//! Browser code in a browser: the platform's small functions and the app's state over real storage.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod kept;
mod markup;
mod sealed;
mod sealing;
mod signal;

/// Where `view!` looks for what draws it.
mod ui {
    pub use peer_circle::ui::markup;
}

use leptos::prelude::*;
use peer_circle::domain::{
    CommitmentDraft, Cycle, FeedbackDraft, LocalTime, Rhythm, Timestamp, Visibility, ZoneId, ZoneRules, commitment,
    feedback, parse_day,
};
use peer_circle::platform::{BrowserStorage, BrowserZones, DateStyle, Theme, instant_text};
use peer_circle::state::{App, Phase, SaveState, Undo};
use peer_circle::vault::Storage;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A start on an empty device.
fn fresh() -> App {
    // Mounting does this for the page; here nothing is mounted. A second call only says so.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let storage = BrowserStorage::open().expect("the test browser has storage");
    for key in storage.keys().expect("readable") {
        storage.remove(&key).expect("writable");
    }
    App::start().0
}

fn started() -> App {
    let app = fresh();
    let people = ["Ana".to_owned(), "Ben".to_owned()];
    app.begin_circle("Northlight", &people, Rhythm::default(), 10).expect("a good circle");
    app
}

/// Waits for the clock to go on: what was made in the same millisecond has no order of its own.
fn next_millisecond() {
    let begun = peer_circle::platform::now();
    while peer_circle::platform::now() == begun {}
}

fn promise(app: App, text: &str) {
    next_millisecond();
    let cycle = app.cycle.get_untracked();
    let draft = CommitmentDraft { text: text.to_owned(), ..CommitmentDraft::default() };
    app.dispatch(commitment::Command::Add { cycle, draft }).expect("a good promise");
}

fn texts(app: App) -> Vec<String> {
    app.circle()
        .with_untracked(|circle| circle.commitments_where(&|_| true).into_iter().map(|c| c.text.clone()).collect())
}

#[wasm_bindgen_test]
fn zone_rules_of_the_browser_know_the_changes_of_clocks() {
    let check = |zone: &str, day: &str, hour: u32, minute: u32, kind: LocalTime, utc: &str| {
        let local = parse_day(day).unwrap().and_hms_opt(hour, minute, 0).unwrap();
        let resolved = BrowserZones.resolve(&ZoneId::new(zone), local);
        assert_eq!(
            (resolved.kind, resolved.at),
            (kind, Timestamp::parse(utc).unwrap()),
            "{zone} {day} {hour}:{minute}"
        );
    };
    check("Europe/Lisbon", "2026-11-26", 18, 0, LocalTime::Unambiguous, "2026-11-26T18:00:00Z");
    check("Europe/Lisbon", "2026-03-29", 1, 30, LocalTime::Gap, "2026-03-29T01:30:00Z");
    check("America/New_York", "2026-11-01", 1, 30, LocalTime::Fold, "2026-11-01T05:30:00Z");
    check("Australia/Lord_Howe", "2026-04-05", 1, 45, LocalTime::Fold, "2026-04-04T14:45:00Z");
    check("Asia/Kolkata", "2027-01-01", 9, 0, LocalTime::Unambiguous, "2027-01-01T03:30:00Z");
}

#[wasm_bindgen_test]
fn an_unknown_zone_reads_as_greenwich() {
    let at = Timestamp::parse("2026-11-26T18:00:00Z").unwrap();
    assert_eq!(BrowserZones.offset(&ZoneId::new("Nowhere/Atlantis"), at), None);
    assert_eq!(BrowserZones.local(&ZoneId::new("Nowhere/Atlantis"), at), at.at_offset(0));
}

#[wasm_bindgen_test]
fn the_name_of_no_zone_is_none_and_two_names_have_the_same_clocks() {
    let at = Timestamp::parse("2026-11-26T18:00:00Z").unwrap();
    assert_eq!(BrowserZones.offset(&ZoneId::new("Etc/Unknown"), at), None);
    assert_eq!(BrowserZones.offset(&ZoneId::new("Asia/Calcutta"), at), Some(19_800));
    assert_eq!(BrowserZones.offset(&ZoneId::new("Europe/Kyiv"), at), Some(7_200));
    let said = instant_text(at, DateStyle::WeekdayTime, Some(&ZoneId::new("Etc/Unknown")));
    assert!(said.contains("18:00") && said.ends_with(" UTC") && !said.contains("2026"), "{said}");
}

/// What an index of an earlier version says of the open circle.
fn with_index(change: impl FnOnce(&mut serde_json::Value)) {
    let storage = BrowserStorage::open().unwrap();
    let index = storage.get("peer-circle/index").unwrap().unwrap();
    let mut index: serde_json::Value = serde_json::from_str(&index).unwrap();
    change(&mut index["circles"][0]);
    storage.set("peer-circle/index", &index.to_string()).unwrap();
}

#[wasm_bindgen_test]
fn what_waits_to_be_sent_is_known_after_a_new_start() {
    let owner = Owner::new();
    owner.with(|| {
        let app = started();
        assert!(app.unsent.get_untracked().is_whole);
        let file = app.outgoing().expect("a file");
        assert!(file.stem.starts_with("northlight-ana-20"), "{}", file.stem);
        app.note_file_saved(&file, "northlight.circle.json");
        assert!(app.unsent.get_untracked().is_whole, "a saved file is not a sent one");
        app.confirm_saved();
        assert!(app.unsent.get_untracked().is_empty());
        promise(app, "Send three letters");
        let (again, _) = App::start();
        assert_eq!(again.unsent.get_untracked().commitments, 1);
        again.note_sent(&again.outgoing().expect("a file"));
        assert_eq!(again.unsent.get_untracked().count(), 0);
    });
}

#[wasm_bindgen_test]
fn stored_data_of_before_says_what_was_written_since_the_last_file() {
    let owner = Owner::new();
    owner.with(|| {
        let app = started();
        promise(app, "Send three letters");
        let id = app.entry.get_untracked().expect("listed").id;
        BrowserStorage::open().unwrap().remove(&format!("peer-circle/sending/{id}")).unwrap();
        with_index(|entry| entry["exported_at"] = serde_json::json!(1_000));
        assert_eq!(App::start().0.unsent.get_untracked().commitments, 1);
        with_index(|entry| entry["exported_at"] = serde_json::json!(9_000_000_000_000_i64));
        let (again, _) = App::start();
        assert!(again.unsent.get_untracked().is_empty());
        assert_eq!(
            again.entry.get_untracked().and_then(|entry| entry.sent()).map(Timestamp::millis),
            Some(9_000_000_000_000)
        );
    });
}

#[wasm_bindgen_test]
fn a_circle_is_there_again_after_a_new_start() {
    let owner = Owner::new();
    owner.with(|| {
        let app = started();
        promise(app, "Send three letters");
        let before = app.circle().get_untracked();
        let (again, losses) = App::start();
        assert_eq!(again.phase().get_untracked(), Phase::Ready);
        assert_eq!(again.circle().get_untracked(), before);
        assert_eq!(losses, peer_circle::state::Losses::default());
        assert_eq!(again.me.get_untracked(), app.me.get_untracked());
    });
}

#[wasm_bindgen_test]
fn undo_takes_back_only_what_nobody_changed_since() {
    let owner = Owner::new();
    owner.with(|| {
        let app = started();
        promise(app, "One page");
        next_millisecond();
        let cycle = app.cycle.get_untracked();
        let draft = CommitmentDraft { text: "Two pages".to_owned(), ..CommitmentDraft::default() };
        let undo = app.dispatch(commitment::Command::Add { cycle, draft }).expect("a good promise");
        assert_eq!(texts(app), ["One page", "Two pages"]);
        app.undo(&undo);
        assert_eq!(texts(app), ["One page"]);
    });
}

#[wasm_bindgen_test]
fn a_refusal_changes_nothing() {
    let owner = Owner::new();
    owner.with(|| {
        let app = started();
        let storage = BrowserStorage::open().unwrap();
        let keys = storage.keys().unwrap();
        let draft = CommitmentDraft { text: "   ".to_owned(), ..CommitmentDraft::default() };
        let cycle = Cycle::of(parse_day("2026-11-23").unwrap());
        assert!(app.dispatch(commitment::Command::Add { cycle, draft }).is_err());
        assert_eq!(storage.keys().unwrap().len(), keys.len());
        assert_eq!(texts(app), Vec::<String>::new());
    });
}

/// Fills what is left of the storage, in ever smaller pieces.
fn fill(storage: &BrowserStorage) {
    let mut piece = 1 << 20;
    let mut number = 0;
    while piece > 0 {
        match storage.set(&format!("filler-{number}"), &"x".repeat(piece)) {
            Ok(()) => number += 1,
            Err(_) => piece /= 2,
        }
    }
}

fn make_room(storage: &BrowserStorage) {
    for key in storage.keys().unwrap().into_iter().filter(|key| key.starts_with("filler")) {
        storage.remove(&key).unwrap();
    }
}

/// Gives the other member a note for two.
fn give_for_two(app: App, words: &str) -> Undo {
    let to = app.circle().with_untracked(|circle| circle.roster()[1].id.clone());
    let (situation, impact, next_time) = (String::new(), String::new(), String::new());
    let (visibility, behaviour) = (Visibility::Two, words.to_owned());
    let draft = FeedbackDraft { to, visibility, request: None, situation, behaviour, impact, next_time };
    app.dispatch(feedback::Command::Give(draft)).expect("a good note")
}

fn notes(app: App) -> Vec<String> {
    app.circle()
        .with_untracked(|circle| circle.feedback_where(&|_| true).into_iter().map(|n| n.behaviour.clone()).collect())
}

#[wasm_bindgen_test]
fn notes_for_two_are_kept_beside_the_circle() {
    let owner = Owner::new();
    owner.with(|| {
        let app = started();
        let storage = BrowserStorage::open().unwrap();
        drop(give_for_two(app, "Before"));
        next_millisecond();
        let undo = give_for_two(app, "A slip");
        app.undo(&undo);
        assert_eq!(notes(app), ["Before"]);
        assert_eq!(notes(App::start().0), ["Before"]);
        assert!(!app.outgoing().unwrap().text.contains("Before"));

        fill(&storage);
        next_millisecond();
        drop(give_for_two(app, "While full"));
        assert!(matches!(app.save_state().get_untracked(), SaveState::Failed(_)));
        assert_eq!(notes(app), ["Before", "While full"]);
        assert_eq!(notes(App::start().0), ["Before"]);
        make_room(&storage);
        app.retry_save();
        assert_eq!(app.save_state().get_untracked(), SaveState::Saved);
        assert_eq!(notes(App::start().0), ["Before", "While full"]);

        // One that cannot be read is said, and left as it is.
        let keys = storage.keys().unwrap();
        let key = keys.iter().find(|key| key.starts_with("peer-circle/notes/")).unwrap();
        let damaged = storage.get(key).unwrap().unwrap().replace("e", "3");
        storage.set(key, &damaged).unwrap();
        let (after, losses) = App::start();
        assert_eq!((notes(after).len(), losses.unreadable_edits), (1, 1));
        assert_eq!(storage.get(key).unwrap(), Some(damaged));

        let id = app.circle().with_untracked(|circle| circle.about.id.clone());
        app.erase_circle(&id).unwrap();
        assert!(storage.keys().unwrap().iter().all(|key| !key.starts_with("peer-circle/notes/")));
    });
}

#[wasm_bindgen_test]
fn a_full_storage_is_said_and_earlier_bytes_stay() {
    let owner = Owner::new();
    owner.with(|| {
        let app = started();
        promise(app, "Before");
        let storage = BrowserStorage::open().unwrap();
        fill(&storage);
        promise(app, "While full");
        assert!(matches!(app.save_state().get_untracked(), SaveState::Failed(_)));
        assert_eq!(texts(app), ["Before", "While full"]);
        let (meanwhile, _) = App::start();
        assert_eq!(texts(meanwhile), ["Before"]);
        make_room(&storage);
        app.retry_save();
        assert_eq!(app.save_state().get_untracked(), SaveState::Saved);
        let (after, _) = App::start();
        assert_eq!(texts(after), ["Before", "While full"]);
    });
}

#[wasm_bindgen_test]
fn a_removed_circle_can_be_brought_back() {
    let owner = Owner::new();
    owner.with(|| {
        let app = started();
        promise(app, "Stay");
        let id = app.entry.get_untracked().expect("listed").circle_id();
        app.remove_circle(&id);
        assert_eq!(app.phase().get_untracked(), Phase::FirstRun);
        app.restore_circle(&id);
        assert_eq!(app.phase().get_untracked(), Phase::Ready);
        assert_eq!(texts(app), ["Stay"]);
    });
}

#[wasm_bindgen_test]
fn preferences_of_an_older_version_open_and_each_choice_leaves_the_others() {
    let owner = Owner::new();
    owner.with(|| {
        fresh();
        let storage = BrowserStorage::open().unwrap();
        storage.set("peer-circle/preferences", r#"{"theme":"dark"}"#).unwrap();
        let (app, _) = App::start();
        let chosen = |app: App| app.preferences().with_untracked(|chosen| (chosen.theme, chosen.reminders));
        assert_eq!(chosen(app), (Theme::Dark, false));
        app.set_reminders(true);
        app.set_theme(Theme::Light);
        let (again, _) = App::start();
        assert_eq!(chosen(again), (Theme::Light, true));
        again.set_theme(Theme::System);
    });
}

#[wasm_bindgen_test]
fn a_lost_index_is_made_anew_from_the_circles() {
    let owner = Owner::new();
    owner.with(|| {
        let app = started();
        promise(app, "Still here");
        let storage = BrowserStorage::open().unwrap();
        storage.set("peer-circle/index", "{ this is not JSON").unwrap();
        let (again, _) = App::start();
        assert_eq!(again.phase().get_untracked(), Phase::WhoAreYou);
        assert_eq!(texts(again), ["Still here"]);
        let kept = storage.keys().unwrap().into_iter().any(|key| key.starts_with("peer-circle/set-aside/index"));
        assert!(kept, "the text that could not be read is kept");
    });
}
