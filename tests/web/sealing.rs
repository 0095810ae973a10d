//! Notes for two, sealed in the circle's file, between devices whose storages take turns in one browser.

use super::fresh;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use leptos::prelude::*;
use miniz_oxide::inflate::decompress_to_vec;
use peer_circle::domain::{
    CircleId, DeviceId, DeviceKey, Feedback, FeedbackDraft, FeedbackId, Happening, MemberId, Rhythm, SealedNote,
    SealedNoteId, Timestamp, Visibility, feedback,
};
use peer_circle::exchange::sealed_note;
use peer_circle::platform::{BrowserStorage, CipherError, KeyPair, PickedFile, SealingPair};
use peer_circle::state::{App, ImportGain};
use peer_circle::vault::Storage;
use wasm_bindgen_test::wasm_bindgen_test;

const SECRET: &str = "xq7private";

/// What lies on a device that is not in use.
struct Drawer(Vec<(String, String)>);

impl Drawer {
    /// Puts what the browser has away.
    fn of_browser() -> Self {
        let storage = BrowserStorage::open().unwrap();
        let keys = storage.keys().unwrap().into_iter();
        Self(keys.filter_map(|key| Some((key.clone(), storage.get(&key).unwrap()?))).collect())
    }

    /// Starts the app on it.
    async fn start(&self) -> App {
        fresh();
        let storage = BrowserStorage::open().unwrap();
        for (key, value) in &self.0 {
            storage.set(key, value).unwrap();
        }
        let app = App::start().0;
        app.tend_seals().await;
        app
    }
}

fn member(app: App, name: &str) -> MemberId {
    app.circle().with_untracked(|circle| circle.roster().iter().find(|member| member.name == name).unwrap().id.clone())
}

fn file(app: App) -> String {
    app.outgoing().expect("a file").text
}

async fn receive(app: App, file: &str) -> Vec<Happening> {
    let bytes = Some(file.as_bytes().to_vec());
    let picked = PickedFile { name: "a.circle.json".to_owned(), size: file.len(), bytes };
    // What came in sealed is opened within.
    let looked = app.receive(vec![picked]).await;
    let taken = app.take_in().await;
    match &taken.first().unwrap_or(&looked[0]).result.as_ref().expect("a good file").gain {
        ImportGain::Merged { news, .. } => news.iter().map(|news| news.what.clone()).collect(),
        _ => Vec::new(),
    }
}

/// A device of the member called `name`, with the circle of `file`.
async fn joined(file: &str, name: &str) -> Drawer {
    let app = fresh();
    receive(app, file).await;
    app.i_am(&member(app, name));
    app.tend_seals().await;
    Drawer::of_browser()
}

fn notes(app: App) -> Vec<Feedback> {
    app.circle().with_untracked(|circle| circle.feedback.values().map(|note| (**note).clone()).collect())
}

fn give(app: App, words: &str) -> (FeedbackId, peer_circle::state::Undo) {
    let draft = FeedbackDraft {
        to: member(app, "Ben"),
        visibility: Visibility::Two,
        request: None,
        situation: String::new(),
        behaviour: format!("{SECRET} {words}"),
        impact: String::new(),
        next_time: String::new(),
    };
    let undo = app.dispatch(feedback::Command::Give(draft)).unwrap();
    (notes(app).last().unwrap().id.clone(), undo)
}

/// All that a circle file says, its history too.
fn holds(file: &str, words: &str) -> bool {
    let json: serde_json::Value = serde_json::from_str(file).unwrap();
    let history = STANDARD.decode(json["history"]["data"].as_str().unwrap()).unwrap();
    let history = decompress_to_vec(&history).unwrap();
    file.contains(words) || history.windows(words.len()).any(|part| part == words.as_bytes())
}

#[wasm_bindgen_test]
async fn a_note_goes_there_and_its_answer_back() {
    let owner = Owner::new();
    owner.set();
    let app = fresh();
    let people = ["Ana", "Ben", "Chen"].map(str::to_owned);
    app.begin_circle("Northlight", &people, Rhythm::default(), 10).unwrap();
    let first = file(app);
    app.tend_seals().await;
    let ana = Drawer::of_browser();
    let (ben, chen) = (joined(&first, "Ben").await, joined(&first, "Chen").await);
    let bens = file(ben.start().await);

    // Without Ben's key it waits for a file of its own; with it, it is sealed.
    let app = ana.start().await;
    let (id, _) = give(app, "said");
    app.tend_seals().await;
    assert_eq!(app.sealed_for(&id), 0);
    assert!(app.unsent_notes().get_untracked().contains(&id));
    receive(app, &bens).await;
    assert_eq!(app.sealed_for(&id), 1);
    assert!(app.unsent_notes().get_untracked().is_empty());
    let anas = file(app);
    assert!(anas.contains("sealed_notes") && !holds(&anas, SECRET) && !holds(&anas, id.as_str()));
    let ana = Drawer::of_browser();

    // By way of Chen.
    let app = chen.start().await;
    assert_eq!(receive(app, &anas).await, []);
    assert!(notes(app).is_empty());
    let chens = file(app);
    assert!(!Drawer::of_browser().0.iter().any(|(_, value)| value.contains(SECRET)));

    let app = ben.start().await;
    assert_eq!(receive(app, &chens).await.len(), 1, "Ana gave Ben feedback");
    assert_eq!(notes(app)[0].behaviour, format!("{SECRET} said"));
    app.dispatch(feedback::Command::Thank(id.clone(), format!("{SECRET} thanks"))).unwrap();
    app.tend_seals().await;
    let bens = file(app);
    assert!(!holds(&bens, SECRET));
    // It is stored as any note.
    let app = Drawer::of_browser().start().await;
    assert_eq!(notes(app)[0].thanks, format!("{SECRET} thanks"));

    let app = ana.start().await;
    receive(app, &bens).await;
    assert_eq!(notes(app)[0].thanks, format!("{SECRET} thanks"));
}

#[wasm_bindgen_test]
async fn what_is_undone_does_not_arrive() {
    let owner = Owner::new();
    owner.set();
    let app = fresh();
    app.begin_circle("Northlight", &["Ana", "Ben"].map(str::to_owned), Rhythm::default(), 10).unwrap();
    app.tend_seals().await;
    let (first, ana) = (file(app), Drawer::of_browser());
    let ben = joined(&first, "Ben").await;
    let bens = file(ben.start().await);
    let app = ana.start().await;
    receive(app, &bens).await;
    let (id, undo) = give(app, "said");
    app.tend_seals().await;
    assert_eq!(app.sealed_for(&id), 1);
    app.undo(&undo);
    app.tend_seals().await;
    let anas = file(app);
    let app = ben.start().await;
    assert_eq!(receive(app, &anas).await, []);
    assert!(notes(app).is_empty());
}

/// A note that a program of its own sealed by what `sealed_note` says of the format: it must open for ever.
#[wasm_bindgen_test]
async fn a_sealed_note_of_version_1_opens() {
    let file: serde_json::Value = serde_json::from_str(include_str!("../fixtures/v1.sealed-note.json")).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let device = |value: &serde_json::Value| DeviceKey {
        id: DeviceId::new(&text(&value["device"])),
        member: MemberId::new(&text(&value["member"])),
        key: text(&value["key"]),
        since: Timestamp::default(),
    };
    let (by, to, id) = (device(&file["by"]), device(&file["to"]), SealedNoteId::new(&text(&file["id"])));
    let bytes = |text: &str| STANDARD.decode(text).unwrap();
    let own = KeyPair { public: bytes(&to.key), private: bytes(&text(&file["to"]["private"])) };
    let about = sealed_note::about(&CircleId::new(&text(&file["circle"])), &id, &by, &to);
    let pair = SealingPair { own: &own, other: &bytes(&by.key), about: &about };
    let note = sealed_note::unpacked(&pair.open(&bytes(&text(&file["data"]))).await.unwrap()).unwrap();
    assert_eq!(note.note.behaviour, "You read the numbers out first");
    assert_eq!(SealedNote::id_of(note.id(), &by.id, &to.id), id);
}

#[wasm_bindgen_test]
async fn nobody_else_opens_or_seals_it() {
    let [ana, ben, chen] =
        [KeyPair::generate().await, KeyPair::generate().await, KeyPair::generate().await].map(Result::unwrap);
    let from = |own, other: &'static KeyPair, about| SealingPair { own, other: &other.public, about };
    let [ana, ben, chen]: [&'static KeyPair; 3] = [ana, ben, chen].map(|pair| &*Box::leak(Box::new(pair)));
    let sealed = from(ana, ben, "about").seal(b"words").await.unwrap();
    assert_eq!(sealed.len(), 65 + 5 + 16);
    assert_eq!(from(ben, ana, "about").open(&sealed).await.unwrap(), b"words");
    let wrong = Err(CipherError::WrongKey);
    assert_eq!(from(chen, ana, "about").open(&sealed).await, wrong, "not for Chen");
    assert_eq!(from(ben, chen, "about").open(&sealed).await, wrong, "not from Chen");
    assert_eq!(from(ben, ana, "another").open(&sealed).await, wrong, "not of another note");
    for at in [0, 1, 64, 65, 69, sealed.len() - 1] {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert_eq!(from(ben, ana, "about").open(&changed).await, wrong, "{at}");
    }
    for cut in [0, 64, 65, 80] {
        assert_eq!(from(ben, ana, "about").open(&sealed[..cut]).await, wrong, "{cut}");
    }
}
