//! From an address to a file, read, hashed and packed once.

use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    fs,
    io::Write,
    path::{Path, PathBuf},
    sync::Arc,
    time::SystemTime,
};

/// A file as it is sent.
#[derive(Debug)]
pub(super) struct File {
    pub content_type: &'static str,
    /// The ETag: it changes with the content.
    pub tag: String,
    pub bytes: Vec<u8>,
    /// The packed bytes, for text and wasm when packing is on.
    pub gzip: Option<Vec<u8>>,
}

/// What is at an address.
#[derive(Debug)]
pub(super) enum Found {
    File(Arc<File>),
    /// A folder that was asked for without its slash.
    Folder,
    /// Nothing; with the site's own page for that, if it has one.
    Missing(Option<Arc<File>>),
}

/// The files of a site.
#[derive(Debug)]
pub(super) struct Files {
    root: PathBuf,
    gzip: bool,
    read: HashMap<PathBuf, (SystemTime, Arc<File>)>,
}

impl Files {
    pub(super) fn new(root: PathBuf, gzip: bool) -> Self {
        Self { root, gzip, read: HashMap::new() }
    }

    pub(super) fn set_root(&mut self, root: PathBuf) {
        self.root = root;
        self.read.clear();
    }

    /// Looks up an address relative to the site, still percent-encoded, without query.
    pub(super) fn find(&mut self, address: &str) -> Found {
        let Some(path) = safe_path(address) else { return Found::Missing(None) };
        let mut path = self.root.join(path);
        if path.is_dir() {
            if !address.is_empty() && !address.ends_with('/') {
                return Found::Folder;
            }
            path.push("index.html");
        } else if address.ends_with('/') {
            return self.missing();
        }
        self.file(&path).map_or_else(|| self.missing(), Found::File)
    }

    fn missing(&mut self) -> Found {
        Found::Missing(self.file(&self.root.join("404.html")))
    }

    fn file(&mut self, path: &Path) -> Option<Arc<File>> {
        let changed = fs::metadata(path).ok()?.modified().ok()?;
        if let Some((_, file)) = self.read.get(path).filter(|(read, _)| *read == changed) {
            return Some(Arc::clone(file));
        }
        let file = Arc::new(load(path, self.gzip)?);
        self.read.insert(path.to_path_buf(), (changed, Arc::clone(&file)));
        Some(file)
    }
}

fn load(path: &Path, gzip: bool) -> Option<File> {
    let bytes = fs::read(path).ok()?;
    let (content_type, is_packed) = content_type(path);
    let hash = Sha256::digest(&bytes);
    let tag: String = hash.iter().take(10).map(|byte| format!("{byte:02x}")).collect();
    let gzip = if gzip && is_packed { pack(&bytes, Compression::default()) } else { None };
    Some(File { content_type, tag: format!("W/\"{tag}\""), bytes, gzip })
}

/// Gzip, or `None` when it does not make the bytes fewer.
pub(crate) fn pack(bytes: &[u8], level: Compression) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok().filter(|packed| packed.len() < bytes.len())
}

/// The path below the root, or `None` if the address tries to leave it or is no text.
fn safe_path(address: &str) -> Option<PathBuf> {
    let decoded = decode(address)?;
    if decoded.contains(['\\', '\0', ':']) {
        return None;
    }
    let parts = decoded.split('/').filter(|part| !part.is_empty());
    parts.map(|part| (part != "." && part != "..").then_some(part)).collect()
}

fn decode(address: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first != b'%' {
            bytes.push(first);
            continue;
        }
        let digits = std::str::from_utf8(rest.get(..2)?).ok()?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = &rest[2..];
    }
    String::from_utf8(bytes).ok()
}

/// The content type by the file's ending, and whether packing pays.
fn content_type(path: &Path) -> (&'static str, bool) {
    match path.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => ("text/html; charset=utf-8", true),
        "js" => ("text/javascript; charset=utf-8", true),
        "css" => ("text/css; charset=utf-8", true),
        "wasm" => ("application/wasm", true),
        "webmanifest" => ("application/manifest+json", true),
        "json" | "map" => ("application/json", true),
        "svg" => ("image/svg+xml", true),
        "txt" | "md" => ("text/plain; charset=utf-8", true),
        "png" => ("image/png", false),
        "ico" => ("image/x-icon", false),
        "webp" => ("image/webp", false),
        "woff2" => ("font/woff2", false),
        _ => ("application/octet-stream", false),
    }
}
