//! A small page that does what the app does to a browser: fields, storage, files, a worker.

use peer_circle_e2e::Site;
use std::fs;
use tempfile::TempDir;

const PAGE: &str = r#"<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <base href="./">
  <title>Harness</title>
  <style>
    .unseen { position: absolute; width: 1px; height: 1px; clip-path: inset(50%); overflow: hidden; }
    nav { position: fixed; inset-block-end: 0; inset-inline: 0; block-size: 4rem; background: silver; }
    .tall { block-size: 120vh; }
    main { padding-block-end: 6rem; }
  </style>
</head>
<body>
  <main>
    <h1>This week</h1>
    <p id="error" hidden>A hidden word</p>
    <label for="name">Your name</label> <input id="name" aria-describedby="hint">
    <small id="hint">As your friends write it</small>
    <label>Due <input type="date" id="due"></label>
    <label>Why <textarea id="why"></textarea></label>
    <p>Hello <bdi id="hello"></bdi></p>
    <label>Weekday <select id="day"><option>Monday</option><option>Thursday</option></select></label>
    <fieldset>
      <legend>Outcome</legend>
      <label><input type="radio" name="outcome" class="unseen"> Kept</label>
      <label><input type="radio" name="outcome" class="unseen"> Missed</label>
    </fieldset>
    <label>Open files <input type="file" id="files" multiple class="unseen"></label>
    <button id="picker">Open a circle</button> <input type="file" id="hidden" hidden>
    <p role="status" id="opened"></p>
    <ul>
      <li>Ship the résumé 🚀 <button>Done</button></li>
      <li dir="rtl">לכתוב מכתב <button>Done</button></li>
    </ul>
    <p role="alert" id="done"></p>
    <button id="save">Download</button>
    <button id="ask">Rename</button>
    <dialog aria-label="Rename the circle">
      <label>New name <input></label> <button>Done</button>
    </dialog>
    <div class="tall"></div>
    <button id="low">Under the bar</button>
  </main>
  <nav aria-label="Pages"><a href="goals">Goals</a> <span aria-hidden="true">Secret</span></nav>
  <script>
    const $ = (id) => document.getElementById(id);
    const show = () => { $("hello").textContent = $("name").value = localStorage.getItem("name") ?? ""; };
    $("name").addEventListener("input", () => {
      localStorage.setItem("name", $("name").value);
      $("hello").textContent = $("name").value;
    });
    addEventListener("storage", show);
    show();
    const opened = async (event) => {
      const files = [...event.target.files];
      const texts = await Promise.all(files.map((file) => file.text()));
      $("opened").textContent = files.map((file, i) => `${file.name}: ${texts[i]}`).join("; ");
      event.target.value = "";
    };
    $("files").addEventListener("change", opened);
    $("hidden").addEventListener("change", opened);
    $("picker").addEventListener("click", () => $("hidden").click());
    for (const button of document.querySelectorAll("li button, #low")) {
      button.addEventListener("click", () => {
        // Late, and on a new element: what was found before is stale.
        setTimeout(() => { $("done").textContent = button.id || button.parentElement.firstChild.data; }, 200);
      });
    }
    $("save").addEventListener("click", () => {
      const link = document.createElement("a");
      const text = JSON.stringify({ name: $("name").value });
      link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      link.download = "rowers.circle.json";
      link.click();
    });
    const dialog = document.querySelector("dialog");
    $("ask").addEventListener("click", () => dialog.showModal());
    dialog.querySelector("button").addEventListener("click", () => dialog.close());
    navigator.serviceWorker.register("sw.js");
  </script>
</body>
</html>
"#;

/// A worker in the form that staging fills.
const WORKER: &str = r#"
const BUILD = "dev";
const FILES = [];
addEventListener("install", (event) => event.waitUntil(
  caches.open(BUILD).then((cache) => cache.addAll(FILES.map(([path]) => new Request(path, { cache: "no-cache" }))))));
addEventListener("fetch", (event) => {
  const path = event.request.mode === "navigate" ? "index.html" : event.request;
  event.respondWith(caches.open(BUILD).then((cache) => cache.match(path)).then((kept) => kept ?? fetch(event.request)));
});
addEventListener("message", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
"#;

/// The page, served; the folder lives as long as this.
pub struct TestSite {
    pub site: Site,
    _folder: TempDir,
}

impl TestSite {
    pub fn start() -> Self {
        let folder = TempDir::with_prefix("peer-circle-harness-").expect("a folder");
        fs::write(folder.path().join("index.html"), PAGE).expect("the page");
        fs::write(folder.path().join("sw.js"), WORKER).expect("the worker");
        xtask::stage::stage(folder.path()).expect("staged");
        Self { site: Site::of(folder.path()), _folder: folder }
    }

    /// With a script that runs first.
    pub fn start_with(script: &str) -> Self {
        let Self { site, _folder } = Self::start();
        Self { site: site.with_script(script), _folder }
    }
}
