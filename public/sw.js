// The service worker: keeps one complete copy of the app on the device, so that it opens
// without a network, and moves to a new version only when the page says so.
//
// It is the same for every build but for the two lines below, which `cargo xtask stage` fills.
// As written here (no files) it does nothing, which is right during development.
//
// What a page may say to it:
//   { type: "take-over" }  a waiting version becomes the active one (then: "controllerchange")
//   { type: "which" }      answers the build id on the message's port
// What it says to a page:
//   { type: "open", url }  a notification about that address was clicked

const BUILD = "dev";
const FILES = []; // [path relative to the scope, "sha256-…"] of every file of this build

const SCOPE = self.registration.scope; // ends with a slash
// Caches belong to the whole origin, where the app may be hosted twice: name the folder too.
const PREFIX = `peer-circle ${new URL(SCOPE).pathname} `;
const CACHE = PREFIX + BUILD;
const HASH = "x-integrity"; // the header that remembers the hash a kept file was checked with
const EARLIER = `${SCOPE}?earlier`; // no page has this address: what is kept there is the worker's own note
// What other apps share lies here until a page takes it; it outlives every build.
const INBOX = `peer-circle-inbox ${new URL(SCOPE).pathname}`;
const PATHS = new Set(FILES.map(([path]) => path));

const addressOf = (path) => new URL(path, SCOPE).href;

// ---- A new version arrives: all of its files, or none. ----

self.addEventListener("install", (event) => event.waitUntil(install()));

async function install() {
  try {
    const contents = await keptFiles();
    // The routes' own pages are one page under many addresses: one download.
    for (const [path, hash] of FILES) {
      if (!contents.has(hash)) contents.set(hash, download(path, hash));
    }
    const responses = await Promise.all(FILES.map(([, hash]) => contents.get(hash)));
    const cache = await caches.open(CACHE);
    await Promise.all(FILES.map(([path], i) => cache.put(addressOf(path), responses[i].clone())));
  } catch (error) {
    await caches.delete(CACHE);
    throw error; // the browser keeps the version it has and tries again later
  }
}

// Asks the host whether its copy is newer than the browser's, and refuses any other content.
async function download(path, hash) {
  const response = await fetch(addressOf(path), { cache: "no-cache", integrity: hash });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const headers = new Headers(response.headers);
  // The body is unpacked already, and these two speak of the packed one.
  headers.delete("content-encoding");
  headers.delete("content-length");
  headers.set(HASH, hash);
  // A new response also forgets a redirect, with which no page could be opened.
  return new Response(await response.arrayBuffer(), { headers });
}

// What earlier versions hold, by hash: an update downloads only what has changed.
async function keptFiles() {
  const files = new Map();
  for (const name of await ourCaches()) {
    const cache = await caches.open(name);
    for (const response of await cache.matchAll()) files.set(response.headers.get(HASH), response);
  }
  return files;
}

async function ourCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

// ---- It takes over: when no page uses the old version, or when the page says so. ----

self.addEventListener("message", (event) => {
  if (event.data?.type === "take-over") self.skipWaiting();
  if (event.data?.type === "which") event.ports[0]?.postMessage(BUILD);
});

self.addEventListener("activate", (event) => event.waitUntil(activate()));

// Pages that were opened with an earlier version still ask for its parts: its files stay until the last of these
// pages is gone. Which ones they are is kept in the cache, since a worker forgets.
async function activate() {
  const [open, builds] = await Promise.all([openPages(), ourCaches()]);
  const earlier = { pages: open.map(({ id }) => id), builds: builds.filter((name) => name !== CACHE) };
  const cache = await caches.open(CACHE);
  await cache.put(EARLIER, new Response(JSON.stringify(earlier)));
  await tidy();
  await self.clients.claim();
}

async function tidy() {
  const cache = await caches.open(CACHE);
  const earlier = await (await cache.match(EARLIER))?.json();
  if (!earlier) return;
  const open = await openPages();
  if (open.some(({ id }) => earlier.pages.includes(id))) return;
  await Promise.all(earlier.builds.map((name) => caches.delete(name)));
  await cache.delete(EARLIER);
}

async function openPages() {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return pages.filter((page) => page.url.startsWith(SCOPE));
}

// ---- Answers come from the kept copy. ----

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method === "POST" && url === addressOf("share/")) {
    event.respondWith(keepShared(event.request));
    return;
  }
  if (PATHS.size === 0 || method !== "GET" || !url.startsWith(SCOPE)) return;
  const path = new URL(url).pathname.slice(new URL(SCOPE).pathname.length);
  if (mode === "navigate") {
    event.respondWith(page(path, event.request));
    event.waitUntil(tidy());
  } else if (PATHS.has(path)) event.respondWith(file(path, event.request));
  else event.respondWith(earlierFile(path, event.request));
});

// The start page, a file, or a route: with a slash its own page, without one the start page,
// whose relative addresses fit there.
async function page(path, request) {
  if (path === "") return file("index.html", request);
  if (PATHS.has(path)) return file(path, request);
  if (path.endsWith("/") && PATHS.has(`${path}index.html`)) return file(`${path}index.html`, request);
  if (PATHS.has(`${path}/index.html`)) return file("index.html", request);
  try {
    return await fetch(request);
  } catch {
    return file("404.html", request);
  }
}

// The kept file; the network only if the browser has dropped its copy.
async function file(path, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(addressOf(path), { ignoreVary: true })) ?? fetch(request);
}

// A file that only an earlier version has, for a page that was opened with it.
async function earlierFile(path, request) {
  for (const name of await ourCaches()) {
    const found = await (await caches.open(name)).match(addressOf(path), { ignoreVary: true });
    if (found) return found;
  }
  return fetch(request);
}

// ---- Another app shares files or a text: kept first, then shown by the page that it leads to. ----

async function keepShared(request) {
  const form = await request.formData();
  const text = ["title", "text", "url"].map((part) => form.get(part)).filter((part) => typeof part === "string");
  const inbox = await caches.open(INBOX);
  const files = form.getAll("files").filter((file) => file instanceof File);
  if (files.length === 0) files.push(new File([text.join("\n")], ""));
  const put = (file, i) => {
    const headers = { "x-name": encodeURIComponent(file.name) };
    return inbox.put(`${SCOPE}?shared=${Date.now()}-${i}`, new Response(file, { headers }));
  };
  await Promise.all(files.map(put));
  return Response.redirect(addressOf("share/"), 303);
}

// ---- A notification leads back to the app: to the page that is open, or to the one it is about. ----

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(comeBack(event.notification.data?.url));
});

async function comeBack(url) {
  const [page] = await openPages();
  page?.postMessage({ type: "open", url });
  if (page) return page.focus();
  return self.clients.openWindow(url?.startsWith(SCOPE) ? url : SCOPE);
}
