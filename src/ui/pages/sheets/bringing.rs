//! A text on its way in: what it says, what was answered about it, and what would come of it.

use super::words;
use crate::domain::{Command, NumberFormat, intake, lowercase};
use crate::exchange::intake::{
    BinaryForm, IntakeAnswers, IntakeChoice, IntakeKey, IntakeReading, IntakeSetting, TextEncoding, binary_form,
    decode, read_tables,
};
use crate::exchange::notes::read_notes;
use crate::exchange::pasted::{TextForm, text_form};
use crate::platform::{self, PickedFile};
use crate::state::{App, Memo, RwSignal};
use crate::ui::ask::Request;
use crate::ui::context::app;
use leptos::prelude::*;
use leptos::web_sys::FileList;
use std::sync::Arc;

/// Larger files are no tables of a circle.
const LARGEST: usize = 8 << 20;

/// A text of another program.
#[derive(Clone, PartialEq, Debug)]
pub struct BroughtText {
    /// The file's name; `None` of a text that was pasted.
    pub file: Option<String>,
    /// What it says.
    pub text: Arc<str>,
    /// How its bytes were read.
    pub encoding: TextEncoding,
}

impl BroughtText {
    /// What it is: a table where its file says so, and otherwise by its first lines.
    pub fn form(&self) -> TextForm {
        let is_sheet = |name: &String| [".csv", ".tsv"].iter().any(|end| lowercase(name).ends_with(end));
        if self.file.as_ref().is_some_and(is_sheet) { TextForm::Table } else { text_form(&self.text) }
    }
}

/// What is brought in, and what was decided about it.
#[derive(Clone, Copy)]
pub struct Bringing {
    app: App,
    /// The text at hand, and those that come after it.
    pub texts: RwSignal<Vec<BroughtText>>,
    /// What was answered about the text at hand.
    answers: RwSignal<IntakeAnswers>,
    /// What is wrong with files that cannot be read.
    pub refused: RwSignal<Vec<String>>,
    /// What would come of the text at hand.
    pub reading: Memo<Option<Arc<IntakeReading>>>,
    /// The text at hand.
    pub text: Memo<Option<BroughtText>>,
}

impl Bringing {
    /// Nothing yet.
    pub fn new() -> Self {
        let app = app();
        let texts = RwSignal::new(Vec::<BroughtText>::new());
        let answers = RwSignal::new(IntakeAnswers::default());
        let text = Memo::new(move |_| texts.with(|texts| texts.first().cloned()));
        let numbers = platform::number_format();
        let reading =
            Memo::new(move |_| text.get().map(|text| Arc::new(answers.with(|a| read_now(app, &text, a, numbers)))));
        Self { app, texts, answers, refused: RwSignal::new(Vec::new()), reading, text }
    }

    /// Reads files, those that are texts.
    pub fn open(self, files: FileList) {
        leptos::task::spawn_local(async move {
            let picked = platform::read_files(files, LARGEST).await;
            let (texts, refused): (Vec<_>, Vec<_>) = picked.into_iter().map(brought).partition(Result::is_ok);
            // The person may have left the page meanwhile.
            if self.refused.try_set(refused.into_iter().filter_map(Result::err).collect()).is_none() {
                self.begin(texts.into_iter().filter_map(Result::ok).collect());
            }
        });
    }

    /// Reads a text that was pasted.
    pub fn paste(self, text: &str) {
        self.refused.set(Vec::new());
        self.begin(vec![BroughtText { file: None, text: Arc::from(text), encoding: TextEncoding::Utf8 }]);
    }

    fn begin(self, texts: Vec<BroughtText>) {
        if texts.is_empty() {
            return;
        }
        self.answers.set(IntakeAnswers::default());
        self.texts.set(texts);
        platform::focus_near(words::PREVIEW_ID);
    }

    /// Goes on to the next text, if there is one.
    pub fn next(self) {
        self.answers.set(IntakeAnswers::default());
        self.texts.update(|texts| drop(texts.drain(..1.min(texts.len()))));
        platform::focus_near(if self.texts.with_untracked(Vec::is_empty) {
            words::BRING_ID
        } else {
            words::PREVIEW_ID
        });
    }

    /// Answers the question about `key`.
    pub fn answer(self, key: IntakeKey, choice: IntakeChoice) {
        self.answers.update(|answers| answers.set(key, choice));
    }

    /// Answers all questions about `keys` alike.
    pub fn answer_all(self, keys: Vec<IntakeKey>, choice: &IntakeChoice) {
        self.answers.update(|answers| keys.into_iter().for_each(|key| answers.set(key, choice.clone())));
    }

    /// Takes in what is offered, and says so with a way back.
    pub fn take_in(self) {
        let Some(reading) = self.reading.get_untracked() else { return };
        let said = words::taken(&reading.counts());
        let command = Command::from(intake::Command::TakeIn(reading.offers.clone()));
        match Request::new(command, said).send(self.app) {
            Ok(()) => self.next(),
            Err(refusal) => self.app.say(crate::ui::text::problems::refusal(&refusal), None),
        }
    }
}

fn read_now(app: App, text: &BroughtText, answers: &IntakeAnswers, numbers: NumberFormat) -> IntakeReading {
    let me = app.me.get();
    app.circle().with(|circle| {
        let present = untrack(|| app.present(circle));
        let setting = IntakeSetting { present, me: me.as_ref(), numbers };
        match text.form() {
            TextForm::Table => read_tables(&text.text, answers, setting),
            TextForm::Chat | TextForm::Agreement | TextForm::Notes => read_notes(&text.text, answers, &setting),
        }
    })
}

/// The text in `file`, or what is wrong with it.
fn brought(file: PickedFile) -> Result<BroughtText, String> {
    let Some(bytes) = file.bytes else { return Err(words::too_large(&file.name)) };
    match binary_form(&bytes) {
        Some(BinaryForm::Workbook) => return Err(words::workbook(&file.name)),
        Some(BinaryForm::Json) => return Err(words::circle_file(&file.name)),
        Some(BinaryForm::Other) => return Err(words::no_text(&file.name)),
        None => {}
    }
    let (text, encoding) = decode(&bytes);
    Ok(BroughtText { file: Some(file.name), text: text.into(), encoding })
}
