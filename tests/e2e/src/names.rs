//! What runs within the page: finding elements by role, name and text.
//!
//! It follows "HTML Accessibility API Mappings" for roles and a shortened "Accessible Name and
//! Description Computation" for names: no generated content, no `aria-owns`. What a person cannot
//! reach is not found: not rendered, `aria-hidden`, inert, or outside of an open modal dialog. What
//! is hidden from the eye alone (clipped) is found, as screen readers do.

/// Functions that the scripts below begin with.
const COMMON: &str = r#"
const tidy = (text) => text.replace(/\s+/gu, " ").trim();
// The options of a closed select count as shown with it.
const drawn = (e) => (e.localName === "option" || e.localName === "optgroup" ? e.closest("select") ?? e : e);
// An element without a box of its own is as visible as its parent.
const boxed = (e) => (getComputedStyle(e).display === "contents" && e.parentElement ? boxed(e.parentElement) : e);
const shown = (e) => boxed(drawn(e)).checkVisibility({ checkVisibilityCSS: true }) && !e.closest("[aria-hidden=true]");
const modal = [...document.querySelectorAll("dialog:modal")].at(-1);
const reachable = (e) => shown(e) && !e.closest("[inert]") && (!modal || modal.contains(e));

const INPUTS = { button: "button", submit: "button", reset: "button", image: "button", checkbox: "checkbox",
  radio: "radio", range: "slider", number: "spinbutton", search: "searchbox", email: "textbox", tel: "textbox",
  text: "textbox", url: "textbox", password: "textbox" };
const ROLES = { article: "article", aside: "complementary", button: "button", details: "group", dialog: "dialog",
  fieldset: "group", figure: "figure", h1: "heading", h2: "heading", h3: "heading", h4: "heading", h5: "heading",
  h6: "heading", hr: "separator", li: "listitem", main: "main", menu: "list", meter: "meter", nav: "navigation",
  ol: "list", optgroup: "group", option: "option", output: "status", p: "paragraph", progress: "progressbar",
  search: "search", summary: "button", svg: "img", table: "table", tbody: "rowgroup", td: "cell",
  textarea: "textbox", tfoot: "rowgroup", thead: "rowgroup", time: "time", tr: "row", ul: "list" };
const FROM_CONTENT = new Set(["button", "cell", "checkbox", "columnheader", "heading", "link", "menuitem",
  "menuitemcheckbox", "menuitemradio", "option", "radio", "row", "rowheader", "switch", "tab", "tooltip",
  "treeitem"]);
const SECTION = "article, aside, main, nav, section";

function role(e) {
  const own = e.getAttribute("role")?.trim().split(/\s+/)[0];
  if (own) return own;
  const tag = e.localName;
  switch (tag) {
    case "a": case "area": return e.hasAttribute("href") ? "link" : "generic";
    case "img": return e.getAttribute("alt") === "" ? "presentation" : "img";
    case "input": return e.hasAttribute("list") ? "combobox" : (INPUTS[e.type] ?? "generic");
    case "select": return e.multiple || e.size > 1 ? "listbox" : "combobox";
    case "th": return e.scope === "row" ? "rowheader" : "columnheader";
    case "header": return e.parentElement?.closest(SECTION) ? "generic" : "banner";
    case "footer": return e.parentElement?.closest(SECTION) ? "generic" : "contentinfo";
    case "section": return authored(e) ? "region" : "generic";
    case "form": return authored(e) ? "form" : "generic";
    default: return ROLES[tag] ?? "generic";
  }
}

// The text as it is read out. `all` includes what is not rendered, as a reference to it does.
function content(node, all) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || (!all && !shown(node))) return "";
  const tag = node.localName;
  if (["input", "script", "select", "style", "template", "textarea"].includes(tag)) return "";
  if (tag === "br") return " ";
  if (tag === "svg") return authored(node) || node.querySelector("title")?.textContent || "";
  return node.getAttribute("aria-label") || node.getAttribute("alt") || inner(node, all);
}
function inner(e, all) {
  const text = [...e.childNodes].map((node) => content(node, all)).join("");
  return getComputedStyle(e).display.startsWith("inline") ? text : ` ${text} `;
}

function referred(e, attribute) {
  const ids = e.getAttribute(attribute)?.split(/\s+/) ?? [];
  return tidy(ids.map((id) => document.getElementById(id)).filter(Boolean)
    .map((other) => other.getAttribute("aria-label") || inner(other, !shown(other))).join(" "));
}
function authored(e) {
  return referred(e, "aria-labelledby") || tidy(e.getAttribute("aria-label") ?? "");
}
function native(e) {
  const child = (tag) => [...e.children].find((other) => other.localName === tag);
  const text = (other) => (other ? inner(other) : "");
  switch (e.localName) {
    case "input":
      if (INPUTS[e.type] === "button") return e.value || e.alt || { submit: "Submit", reset: "Reset" }[e.type] || "";
    case "select": case "textarea": case "button": case "meter": case "output": case "progress":
      return [...(e.labels ?? [])].map((label) => inner(label)).join(" ");
    case "img": case "area": return e.alt;
    case "svg": return child("title")?.textContent ?? "";
    case "fieldset": return text(child("legend"));
    case "table": return text(child("caption"));
    case "figure": return text(child("figcaption"));
    case "optgroup": return e.label;
    default: return "";
  }
}
function name(e) {
  return authored(e) || tidy(native(e)) || (FROM_CONTENT.has(role(e)) && tidy(inner(e))) ||
    tidy(e.title || e.getAttribute("title") || "") || tidy(e.placeholder ?? "");
}

const fits = (text, wanted) => wanted.exact !== undefined ? text === tidy(wanted.exact)
  : wanted.containing !== undefined ? text.includes(tidy(wanted.containing)) : true;
const FIELD = "input, select, textarea, meter, progress, output, [contenteditable], [role]";

function search(scope, query) {
  const all = (selector) => [...scope.querySelectorAll(selector)].filter(reachable);
  switch (query.by) {
    case "css": return all(query.selector);
    case "role": {
      const roles = [query.role].flat();
      const found = [...scope.querySelectorAll("*")].filter((e) => roles.includes(role(e)));
      return found.filter((e) => reachable(e) && fits(name(e), query.name));
    }
    case "label": return all(FIELD).filter((e) => fits(name(e), query.name));
    case "file": return files(scope, query.name);
    case "text": {
      // Items of rows and lists have no name of their own; what they say is what tells them apart.
      const roles = query.roles;
      const found = all(roles ? "*" : "body *").filter((e) =>
        (!roles || roles.includes(role(e))) && fits(tidy(inner(e)), query.name));
      return found.filter((e) => !found.some((other) => other !== e && e.contains(other)));
    }
  }
}
// A file input is found even when it is not rendered: by its own name, or behind a button.
function files(scope, wanted) {
  const inputs = [...scope.querySelectorAll("input[type=file]")].filter((e) => !modal || modal.contains(e));
  const labels = (e) => [...(e.labels ?? [])].map((label) => tidy(inner(label, true)));
  const names = (e) => [authored(e), ...labels(e), e.title].filter(Boolean);
  const own = inputs.filter((e) => names(e).some((text) => fits(text, wanted)));
  if (own.length) return own;
  const buttons = [...scope.querySelectorAll("*")].filter((e) =>
    reachable(e) && role(e) === "button" && fits(name(e), wanted));
  for (let near = buttons[0]; near; near = near.parentElement) {
    const inside = inputs.filter((e) => near.contains(e) && !names(e).length);
    if (inside.length) return inside;
  }
  return [];
}

function find(chain) {
  let found = [document];
  for (const query of chain) {
    found = query.by === "nth" ? found.slice(query.n).slice(0, 1)
      : [...new Set(found.flatMap((scope) => search(scope, query)))];
  }
  return found;
}
"#;

/// Arguments: the chain of queries. Returns the elements.
pub(crate) const FIND: &str = "return find(arguments[0]);";

/// Returns a readable list of what is on the page.
pub(crate) const OUTLINE: &str = r#"
const lines = [];
for (const e of document.querySelectorAll("body *")) {
  if (lines.length === 80) { lines.push("…"); break; }
  const kind = role(e);
  if (["generic", "presentation", "none", "list", "option", "rowgroup"].includes(kind) || !reachable(e)) continue;
  const says = ["listitem", "paragraph", "status", "alert", "time"].includes(kind);
  const text = name(e) || (says ? tidy(inner(e)) : "");
  const has_value = ["textbox", "searchbox", "spinbutton", "combobox"].includes(kind);
  const value = has_value ? ` = ${JSON.stringify(e.value)}` : "";
  const state = e.checked || e.ariaChecked === "true" ? " (checked)" : e.disabled ? " (disabled)" : "";
  if (text || value || kind === "dialog") lines.push(`  ${kind} ${JSON.stringify(text.slice(0, 100))}${value}${state}`);
}
return [`${location.href} ${JSON.stringify(document.title)}`, ...lines].join("\n");
"#;

/// Argument: an element. Scrolls it to the middle, away from fixed bars, and returns what a person
/// would click for it: a radio or checkbox that is hidden from the eye is reached by its label.
pub(crate) const CLICK_TARGET: &str = r#"
const e = arguments[0];
let target = e;
if (e.localName === "input" && ["radio", "checkbox"].includes(e.type) && e.labels?.length) {
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  const hidden = box.width < 4 || box.height < 4 || style.opacity === "0" || style.clipPath !== "none" ||
    style.clip !== "auto" || style.appearance === "none" && style.pointerEvents === "none";
  if (hidden) target = e.labels[0];
}
target.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
return target;
"#;

/// Argument: an option. Brings its select into the middle, where nothing fixed lies above it.
pub(crate) const SHOW_SELECT: &str = r#"
arguments[0].closest("select")?.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
"#;

/// Argument: an element. Returns its state.
pub(crate) const STATE: &str = r#"
const e = arguments[0];
const described = referred(e, "aria-describedby");
return {
  role: role(e), name: name(e), text: tidy(inner(e)), description: described || e.ariaDescription || "",
  value: e.localName === "select" ? tidy(e.selectedOptions[0]?.textContent ?? "") : (e.value ?? "").toString(),
  is_on: e.checked === true || e.selected === true || ["ariaChecked", "ariaPressed", "ariaSelected"]
    .some((state) => e[state] === "true") || ![null, "false"].includes(e.getAttribute("aria-current")),
  is_disabled: e.matches(":disabled") || e.ariaDisabled === "true",
  is_invalid: e.ariaInvalid === "true", has_focus: e === document.activeElement,
  is_before_focus: !!(document.activeElement?.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING),
};
"#;

/// Argument: a text field. Selects what it holds; returns whether that is anything.
pub(crate) const SELECT: &str = "const e = arguments[0]; e.focus(); e.select(); return e.value !== '';";

/// Arguments: an element and a text. Puts the text in at once, with the events that typing gives.
/// For what keys cannot type: dates (their order of digits is the machine's) and, in Chromium, emoji.
pub(crate) const INSERT: &str = r#"
const [e, text] = arguments;
e.focus();
if (["date", "time", "month", "week", "datetime-local", "range", "color"].includes(e.type)) {
  const kind = Object.getPrototypeOf(e);
  Object.getOwnPropertyDescriptor(kind, "value").set.call(e, text);
  e.dispatchEvent(new InputEvent("input", { bubbles: true }));
  e.dispatchEvent(new Event("change", { bubbles: true }));
} else if (e.isContentEditable || (e.select(), true)) {
  document.execCommand("insertText", false, text);
}
"#;

/// Joins the common functions and a script.
pub(crate) fn script(body: &str) -> String {
    format!("{COMMON}{body}")
}

/// Notes whether a click arrives at the element.
pub(crate) const AWAIT_CLICK: &str = r#"
const target = arguments[0];
window.clickCame = false;
const note = (event) => {
  window.clickCame ||= event.composedPath().includes(target);
};
addEventListener("click", note, { capture: true, once: true });
"#;

/// Whether it has; `null` on another page.
pub(crate) const CLICK_CAME: &str = "return window.clickCame ?? null;";
