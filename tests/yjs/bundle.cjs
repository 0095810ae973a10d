// Prints Yjs as one expression that a page can evaluate, without anything to import.
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");

// What lib0 asks Node for, a page has by itself.
const PAGE = "({ webcrypto: globalThis.crypto, performance: globalThis.performance })";
const places = new Map();
const modules = [];

const add = (path) => {
  if (!places.has(path)) {
    places.set(path, places.size);
    const own = createRequire(path);
    const text = readFileSync(path, "utf8").replace(/require\('([^']+)'\)/g, (_, name) =>
      name.startsWith("node:") || name === "crypto" || name === "perf_hooks" ? PAGE : `need(${add(own.resolve(name))})`,
    );
    modules.push(`${places.get(path)}: (module, exports) => {\n${text}\n}`);
  }
  return places.get(path);
};

add(require.resolve("yjs"));
console.log(`(() => {
const modules = { ${modules.join(",\n")} };
const loaded = {};
const need = (place) => {
  if (!loaded[place]) {
    loaded[place] = { exports: {} };
    modules[place](loaded[place], loaded[place].exports);
  }
  return loaded[place].exports;
};
return need(0);
})()`);
