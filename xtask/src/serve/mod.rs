//! A static host as simple as the ones the app is put on, for looking at a release and for tests.
//!
//! It behaves like GitHub Pages: a folder without its slash redirects, a folder serves its
//! `index.html`, anything unknown gets `404.html` with status 404, files may be cached for ten
//! minutes and are revalidated by ETag, and text is sent packed to clients that accept it. It knows only
//! GET and HEAD, listens on 127.0.0.1 alone and never leaves its folder.

mod connection;
mod files;

pub(crate) use files::pack;

use crate::{Context, Result};
use files::Files;
use std::{
    collections::HashMap,
    net::{Ipv4Addr, Shutdown, TcpListener, TcpStream},
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
};

/// What to serve and where.
#[derive(Debug, Clone)]
pub struct ServeOptions {
    /// The folder of the site.
    pub root: PathBuf,
    /// The path of the site on its host, with a slash at both ends: `/` or `/some/path/`.
    pub prefix: String,
    /// The port; 0 takes any free one.
    pub port: u16,
    /// Whether to pack responses for clients that accept it.
    pub gzip: bool,
}

impl ServeOptions {
    /// A site at the root of its host, packed, on any free port.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into(), prefix: "/".into(), port: 0, gzip: true }
    }
}

/// One answered request, for tests that ask what was loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The path and query as the browser sent them.
    pub target: String,
    /// The status of the answer.
    pub status: u16,
    /// The bytes of the answer's body.
    pub bytes: usize,
}

/// A running host. It stops when dropped.
#[derive(Debug)]
pub struct Serve {
    shared: Arc<Shared>,
    port: u16,
    accepting: Option<JoinHandle<()>>,
}

/// What the connections share.
#[derive(Debug)]
struct Shared {
    files: Mutex<Files>,
    prefix: String,
    is_stopping: AtomicBool,
    /// Open connections, so that stopping can cut them.
    open: Mutex<HashMap<u64, TcpStream>>,
    log: Mutex<Vec<Answered>>,
}

impl Serve {
    /// Starts to listen; returns once connections are accepted.
    pub fn start(options: ServeOptions) -> Result<Self> {
        let address = (Ipv4Addr::LOCALHOST, options.port);
        let listener = TcpListener::bind(address).context(|| format!("listening on 127.0.0.1:{}", options.port))?;
        let port = listener.local_addr().context(|| "asking for the port")?.port();
        let shared = Arc::new(Shared {
            files: Mutex::new(Files::new(options.root, options.gzip)),
            prefix: options.prefix,
            is_stopping: AtomicBool::new(false),
            open: Mutex::default(),
            log: Mutex::default(),
        });
        let accepting = thread::spawn({
            let shared = Arc::clone(&shared);
            move || accept(&listener, &shared)
        });
        Ok(Self { shared, port, accepting: Some(accepting) })
    }

    /// The address of the start page.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}{}", self.port, self.shared.prefix)
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Serves another folder from now on, as after a deployment.
    pub fn set_root(&self, root: impl Into<PathBuf>) {
        lock(&self.shared.files).set_root(root.into());
    }

    /// The requests answered since the last call, in order.
    pub fn take_log(&self) -> Vec<Answered> {
        std::mem::take(&mut lock(&self.shared.log))
    }

    /// Closes the port and every connection: whoever asks next is refused. May be repeated.
    pub fn stop(&mut self) {
        let Some(accepting) = self.accepting.take() else { return };
        self.shared.is_stopping.store(true, Ordering::SeqCst);
        // Accepting blocks: one last connection wakes it.
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
        let _ = accepting.join();
        for (_, stream) in lock(&self.shared.open).drain() {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    /// Serves until the process is ended.
    pub fn wait(mut self) {
        if let Some(accepting) = self.accepting.take() {
            let _ = accepting.join();
        }
    }
}

impl Drop for Serve {
    fn drop(&mut self) {
        self.stop();
    }
}

/// A thread per connection: browsers open six and keep them.
fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for (id, stream) in (0u64..).zip(listener.incoming()) {
        if shared.is_stopping.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let Ok(handle) = stream.try_clone() else { continue };
        lock(&shared.open).insert(id, handle);
        let shared = Arc::clone(shared);
        thread::spawn(move || {
            connection::serve(stream, &shared);
            lock(&shared.open).remove(&id);
        });
    }
}

/// Every value behind these locks stays whole even if a holder panicked.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
