//! What the app needs once there is a circle: documents, the vault, the rules. A device without any circle
//! shows its first screen without them; they are fetched when a circle is begun, opened or heard of.

#![allow(unsafe_code)]

use super::app::App;
use super::bring;
use super::losses::Losses;
use crate::domain::CircleId;
use crate::platform::{self, Away, NotLoaded, StorageChange, part};
use std::pin::Pin;
use std::sync::OnceLock;

/// Where every key of this app on the device begins.
const PREFIX: &str = "peer-circle/";

/// The ways into the engine, so that nothing outside refers to what lies behind them.
#[derive(Clone, Copy)]
struct Engine {
    start: fn(App) -> Pin<Box<dyn Future<Output = Losses>>>,
    finish_start: fn(App) -> Pin<Box<dyn Future<Output = Losses>>>,
    keep_values: fn(&App),
    open: fn(&App, &CircleId) -> Losses,
    restore: fn(&App, &CircleId),
    hear: fn(&App, &StorageChange),
    catch_up: fn(&App),
    retry_save: fn(&App),
}

static ENGINE: OnceLock<Engine> = OnceLock::new();

part!(load in engine: Engine = Engine {
    start: App::start_with_kept,
    finish_start: App::finish_start,
    keep_values: App::keep_values,
    open: App::open_circle,
    restore: App::restore_circle,
    hear: App::hear,
    catch_up: App::catch_up,
    retry_save: App::retry_save,
});

async fn engine() -> Result<Engine, NotLoaded> {
    match ENGINE.get() {
        Some(engine) => Ok(*engine),
        None => load().await.map(|engine| *ENGINE.get_or_init(|| engine)),
    }
}

impl App {
    /// Opens what lies on the device, if anything does.
    ///
    /// # Errors
    /// [`NotLoaded`]: something lies there, and the code for it could not be fetched.
    pub async fn boot(self) -> Result<Losses, NotLoaded> {
        let keys = self.storage().keys();
        if keys.is_ok_and(|keys| !keys.iter().any(|key| key.starts_with(PREFIX))) {
            return Ok(Losses::default());
        }
        Ok((engine().await?.start)(self).await)
    }

    /// Reads what lies behind the first screen, once that is painted. Returns what was found missing.
    pub async fn finish_boot(self) -> Losses {
        match ENGINE.get() {
            Some(engine) => (engine.finish_start)(self).await,
            None => Losses::default(),
        }
    }

    /// Fetches the engine ahead of its use.
    pub fn prepare(self) {
        leptos::task::spawn_local(async {
            // Whoever needs it asks again, and says so if it cannot be had.
            let _ = engine().await;
            bring::prepare().await;
        });
    }

    /// [`App::open_circle`], wherever its code is.
    pub fn switch_to(self, id: CircleId) {
        self.with_engine(move |engine| {
            (engine.open)(&self, &id);
            leptos::task::spawn_local(async move {
                self.mend_log().await;
            });
        });
    }

    /// [`App::restore_circle`], wherever its code is.
    pub fn bring_back(self, id: CircleId) {
        self.with_engine(move |engine| (engine.restore)(&self, &id));
    }

    /// Tries once more to store what found no room.
    pub fn save_again(self) {
        if let Some(engine) = ENGINE.get() {
            (engine.retry_save)(&self);
        }
    }

    fn with_engine(self, act: impl FnOnce(Engine) + 'static) {
        if let Some(engine) = ENGINE.get() {
            act(*engine);
            return;
        }
        leptos::task::spawn_local(async move {
            if let Ok(engine) = engine().await {
                act(engine);
            }
        });
    }
}

/// Listens to other tabs, to the clock and to the tab's own return, until the owner is disposed of.
pub fn run_tabs(app: App) {
    platform::every(30_000, move || {
        app.tick();
        app.save_again();
    });
    platform::on_storage(move |change| {
        let is_ours = change.key.as_ref().is_none_or(|key| key.starts_with(PREFIX));
        if is_ours {
            app.with_engine(move |engine| (engine.hear)(&app, &change));
        }
    });
    platform::on_leave(move || {
        if let Some(engine) = ENGINE.get() {
            (engine.keep_values)(&app);
        }
    });
    platform::on_return(move |away| {
        app.tick();
        if let (Away::Frozen, Some(engine)) = (away, ENGINE.get()) {
            (engine.catch_up)(&app);
        }
    });
}
