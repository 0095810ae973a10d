// Goes on from a circle file as two devices that run Yjs, and writes the file back with their history.
//
//   node write.cjs <circle file> <kept | collected | anew> <file to write>
//
// `kept` and `collected` edit the history, with and without what was overwritten; `anew` writes every value into a
// document of its own.
const { createHash } = require("node:crypto");
const { readFileSync, writeFileSync } = require("node:fs");
const { deflateRawSync, inflateRawSync } = require("node:zlib");
const Y = require("yjs");

const [from, way, to] = process.argv.slice(2);
const file = JSON.parse(readFileSync(from, "utf8"));
const before = inflateRawSync(Buffer.from(file.history.data, "base64"));
const names = Object.keys(file.circle);

const device = (update) => {
  const doc = new Y.Doc({ gc: way === "collected" });
  if (update) Y.applyUpdate(doc, update);
  return doc;
};
const old = device(before);
const maps = names.map((name) => [name, old.getMap(name)]);

const ours = way === "anew" ? device() : device(before);
if (way === "anew") {
  for (const [name, map] of maps) map.forEach((value, key) => ours.getMap(name).set(key, value));
}
const theirs = device(Y.encodeStateAsUpdate(ours));
const member = Object.keys(ours.getMap("members").toJSON()).find((key) => key.endsWith("/name")).split("/")[0];
ours.transact(() => {
  ours.getMap("members").set(`${member}/focus`, "Said by Yjs: écrire, כתוב, 👩‍👩‍👧‍👦");
  ours.getMap("members").set(`${member}/a later field`, [1, -2.5, true, null, "five", 9007199254740991]);
});
for (let nth = 0; nth < 20; nth++) theirs.getMap("members").set(`${member}/focus`, `thought ${nth}`);
theirs.getMap("a later kind").set("x1/says", "kept");
Y.applyUpdate(ours, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(ours)));
ours.getMap("members").set(`${member}/name`, "Yjs");

const state = Buffer.from(Y.encodeStateAsUpdate(ours));
file.history.length = state.length;
file.history.sha256 = createHash("sha256").update(state).digest("hex");
file.history.data = deflateRawSync(state).toString("base64");
writeFileSync(to, JSON.stringify(file));
