// Prints what Yjs reads out of a circle file: `{"<map>": {"<key>": value}}` for each of the maps named.
//
//   node read.cjs <circle file> <map>,<map>…
const { readFileSync } = require("node:fs");
const { inflateRawSync } = require("node:zlib");
const Y = require("yjs");

const [file, names] = process.argv.slice(2);
const { history } = JSON.parse(readFileSync(file, "utf8"));
const doc = new Y.Doc();
Y.applyUpdate(doc, inflateRawSync(Buffer.from(history.data, "base64")));
if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error("changes wait for others");
console.log(JSON.stringify(Object.fromEntries(names.split(",").map((name) => [name, doc.getMap(name).toJSON()]))));
