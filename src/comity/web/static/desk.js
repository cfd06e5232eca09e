// The desk works without this file. It adds keys, a panel that opens without loading the page, and two-way highlights.
"use strict";
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

// Choices apply at once: the content is fetched and put in place, the address says what was chosen.
async function apply(form) {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  const address = `${new URL(form.action).pathname}?${query}`;
  const target = form.closest("main");
  if (!target) { location.href = address; return; }
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = $("main", page);
  if (!answer.ok || !fresh) { location.href = address; return; }
  const open = $$("details[open] > summary", form).length, held = document.activeElement.name;
  history.replaceState(null, "", address);
  document.title = page.title;
  target.replaceChildren(...fresh.childNodes);
  const own = $("form[data-auto]", target);
  if (open) $$("details", own).forEach((part) => { part.open = true; });
  automatic(own);
  printable();
  starting();
  const again = held && $$(`[name="${CSS.escape(held)}"]`, own)[0];
  if (again && !open) again.focus();
}
function automatic(form) {
  if (!form) return;
  $$("select, input", form).forEach((input) => input.addEventListener("change", () => { if (form.reportValidity()) apply(form); }));
  $$("button", form).forEach((button) => { button.hidden = true; });
}
$$("form[data-auto]").forEach(automatic);

// Printing.
document.addEventListener("click", (event) => { if (event.target.closest("[data-print]")) print(); });
const printable = () => $$("[data-print]").forEach((button) => { button.hidden = false; });
printable();

// What is wider than the screen begins where there is most to see.
const starting = () => $$("[data-start]").forEach((box) => {
  const beyond = box.scrollWidth - box.clientWidth;
  box.scrollLeft = box.dataset.start === "end" ? beyond : beyond / 2;
});
starting();

// Selecting all rows of a table.
$$("[data-all]").forEach((all) => {
  all.hidden = false;
  all.addEventListener("change", () => $$("input[name=target]", all.closest("table")).forEach((box) => { box.checked = all.checked; }));
});

// Copying.
$$("[data-copy]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText($("#" + button.dataset.copy).textContent);
    button.textContent = "Copied";
  });
});

// Records open in the panel; the address says so, and the way back works.
const panel = $("#panel");
const wide = () => matchMedia("(min-width: 60rem)").matches;
function beside(link) {
  const address = new URL(location.href);
  address.searchParams.set("record", new URL(link.href).pathname.split("/").pop());
  address.searchParams.delete("decided");
  return address;
}
async function openPanel(link, push) {
  const address = beside(link);
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok) { location.href = link.href; return; }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  panel.replaceChildren(...$("#panel", page).childNodes);
  panel.classList.remove("empty");
  panel.scrollTop = 0;
  $$("tr[aria-current]").forEach((row) => row.removeAttribute("aria-current"));
  link.closest("tr").setAttribute("aria-current", "true");
  if (push) history.replaceState(null, "", address);
}
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-panel]");
  if (!link || !panel || !wide() || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
  event.preventDefault();
  openPanel(link, true);
});

// The reader: text and records light each other up.
function light(claims, on) {
  claims.forEach((claim) => {
    $$(`[data-claim="${claim}"]`).forEach((item) => item.classList.toggle("lit", on));
    $$(`[data-claims~="${claim}"]`).forEach((piece) => piece.classList.toggle("lit", on));
  });
}
["mouseover", "focusin", "mouseout", "focusout"].forEach((name) => document.addEventListener(name, (event) => {
  const at = event.target.closest && event.target.closest("[data-claims], [data-claim]");
  if (!at) return;
  light((at.dataset.claims || at.dataset.claim).split(" "), name === "mouseover" || name === "focusin");
}));

// Dropping a file or a text on the form reads it.
const drop = $("[data-drop]");
if (drop) {
  const file = $("input[type=file]", drop);
  drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (event.dataTransfer.files.length) { file.files = event.dataTransfer.files; drop.requestSubmit(); }
    else $("[data-text]", drop).value = event.dataTransfer.getData("text");
  });
}

// Keys: j k through lists, Enter opens, / searches, ? explains; in the review queue the keys of its buttons.
const typing = (element) => element.closest("input, textarea, select, [contenteditable]");
const rows = () => $$(".records tbody tr, .changes > li, .found > li");
let row = -1;
function move(step) {
  const all = rows();
  if (!all.length) return;
  row = Math.max(0, Math.min(all.length - 1, row + step));
  const link = $("a.rowlink, a", all[row]);
  link.focus();
  all[row].scrollIntoView({ block: "nearest" });
  if ("panel" in link.dataset && panel && wide()) openPanel(link, true);
}
function help() {
  let box = $("dialog");
  if (!box) {
    box = document.createElement("dialog");
    box.setAttribute("aria-label", "Keys");
    const list = document.createElement("dl");
    [["j k", "next, previous"], ["Enter", "open"], ["a", "accept, or the value shown first"], ["r", "reject"], ["m", "one thing; both may stand"],
      ["s", "different things"], ["x", "select for a batch"], ["e", "edit the record"], ["u", "undo the last decision"], ["/", "search"], ["?", "this list"], ["Esc", "close"]]
      .forEach(([key, words]) => {
        const term = document.createElement("dt"), told = document.createElement("dd"), kbd = document.createElement("kbd");
        kbd.textContent = key; told.textContent = words; term.append(kbd); list.append(term, told);
      });
    const close = document.createElement("button");
    close.textContent = "Close";
    close.addEventListener("click", () => box.close());
    box.append(list, close);
    document.body.append(box);
  }
  box.showModal();
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || $("dialog[open]")) return;
  const button = $(`[data-key="${CSS.escape(event.key)}"]`);
  if (button && !(button.form && button.form.id === "batch" && !$("[form=batch]:checked"))) { event.preventDefault(); button.click(); return; }
  if (event.key === "j" || event.key === "k") { event.preventDefault(); move(event.key === "j" ? 1 : -1); }
  else if (event.key === "/") { event.preventDefault(); ($$("[data-search]").find((box) => box.offsetParent) || $("main input")).focus(); }
  else if (event.key === "?") { event.preventDefault(); help(); }
  else if (event.key === "x") { const box = $("tr[aria-current] input[name=target], li:has(> a[aria-current]) input[name=item]"); if (box) box.click(); }
  else if (event.key === "u") { const undo = $("[data-undo]"); if (undo) undo.click(); }
});
