//! What brings a circle to this device: its beginning, files, the demo and what its log lost. Seldom done, so its code is
//! fetched only then.

#![allow(unsafe_code)]

use super::app::App;
use super::gain::{FileImport, ImportError};
use super::index::{CircleEntry, Removed};
use super::open::StartError;
use crate::domain::{Refusal, Rhythm, Sample, ZoneId, sample};
use crate::platform::{self, BrowserZones, PickedFile, part};
use std::pin::Pin;

type LookAtFiles = fn(&App, Vec<PickedFile>) -> Vec<FileImport>;
type TakeBackTaken = fn(&App) -> bool;
type TakeLooked = fn(&App) -> Vec<FileImport>;
type OpenSeals = fn(App, Vec<FileImport>) -> Pin<Box<dyn Future<Output = Vec<FileImport>>>>;
/// Name, people, times, weeks of the first season.
type Begin = fn(&App, &str, &[String], Rhythm, u8) -> Result<(), StartError>;
type BeginDemo = fn(&App, &str) -> Result<(), StartError>;
type MendLog = fn(App) -> Pin<Box<dyn Future<Output = usize>>>;

part!(load_look in bring: LookAtFiles = App::look);
part!(load_take in bring: TakeLooked = App::take_looked);
part!(load_seals in bring: OpenSeals = open_seals);
part!(load_take_back in bring: TakeBackTaken = App::take_back_taken);
part!(load_begin in bring: Begin = App::begin_circle);
part!(load_demo in bring: BeginDemo = App::keep_demo);
part!(load_mend in bring: MendLog = App::mend);

fn open_seals(app: App, imports: Vec<FileImport>) -> Pin<Box<dyn Future<Output = Vec<FileImport>>>> {
    Box::pin(app.open_seals_of(imports))
}

/// Fetches what a beginning needs ahead of it; whoever needs it asks again, and says so if it cannot be had.
pub(super) async fn prepare() {
    let _ = load_begin().await;
}

impl App {
    /// [`App::begin_circle`], wherever its code is.
    ///
    /// # Errors
    /// [`StartError`]; nothing is stored then.
    pub async fn begin(self, name: &str, people: &[String], rhythm: Rhythm, weeks: u8) -> Result<(), StartError> {
        (load_begin().await?)(&self, name, people, rhythm, weeks)
    }

    /// Takes in what the second copies have of the open circle and its log lost. Returns how many values came back.
    pub async fn mend_log(self) -> usize {
        if self.open.with_untracked(Option::is_none) {
            return 0;
        }
        match load_mend().await {
            Ok(mend) => mend(self).await,
            // The copies stay for the next start.
            Err(_) => 0,
        }
    }

    /// Looks at files; [`Self::take_in`] takes what they bring.
    pub async fn receive(&self, files: Vec<PickedFile>) -> Vec<FileImport> {
        match load_look().await {
            Ok(look) => self.with_opened_seals(look(self, files)).await,
            Err(error) => {
                leptos::task::spawn_local(platform::look_after_missing_part());
                let refused =
                    |file: PickedFile| FileImport { file: file.name, result: Err(ImportError::NotLoaded(error)) };
                files.into_iter().map(refused).collect()
            }
        }
    }

    /// Takes in what was looked at last.
    pub async fn take_in(&self) -> Vec<FileImport> {
        match load_take().await {
            Ok(take) => self.with_opened_seals(take(self)).await,
            // What was looked at still waits.
            Err(_) => {
                leptos::task::spawn_local(platform::look_after_missing_part());
                Vec::new()
            }
        }
    }

    /// [`App::open_seals_of`], wherever its code is.
    async fn with_opened_seals(&self, imports: Vec<FileImport>) -> Vec<FileImport> {
        match load_seals().await {
            Ok(open) => open(*self, imports).await,
            // They came from the same part a moment ago.
            Err(_) => imports,
        }
    }

    /// Takes back what [`Self::take_in`] took in last. Returns whether that could be done.
    pub async fn take_back(&self) -> bool {
        load_take_back().await.is_ok_and(|take_back| take_back(self))
    }

    /// Begins the made-up circle, kept apart from real ones; opens the one that is there already. Returns whether it
    /// was begun only now.
    ///
    /// # Errors
    /// [`StartError::NotStored`], [`StartError::NotLoaded`].
    pub async fn begin_demo(&self, name: &str) -> Result<bool, StartError> {
        let earlier = self
            .index
            .with_untracked(|index| index.entries(Removed::No).find(|e| e.is_demo).map(CircleEntry::circle_id));
        if let Some(id) = earlier {
            self.switch_to(id);
            return Ok(false);
        }
        let keep = load_demo().await.inspect_err(|_| leptos::task::spawn_local(platform::look_after_missing_part()))?;
        keep(self, name).map(|()| true)
    }

    fn keep_demo(&self, name: &str) -> Result<(), StartError> {
        let rhythm = Rhythm { zone: platform::device_zone().unwrap_or_else(ZoneId::utc), ..Rhythm::default() };
        let wanted = Sample {
            seed: platform::random_u64(),
            name: name.to_owned(),
            members: 6,
            weeks: 7,
            now: platform::now(),
            rhythm,
        };
        let circle = sample(&wanted, &BrowserZones);
        let me = circle.roster().first().map(|member| member.id.clone()).ok_or(Refusal::NobodyHere)?;
        self.keep_new(&circle, &me, true)?;
        Ok(())
    }
}
