// The page works without this file. With it: files can be dropped, a decision needs no reload, keys choose,
// and work that goes on is shown as it goes.
"use strict";

const said = document.getElementById("said");

// -- work that goes on: asked for three times a second, and the page shown anew when it has ended
const working = document.getElementById("working");
if (working) {
  const stages = document.getElementById("stages");
  const ask = async () => {
    const state = await (await fetch("/state")).json();
    if (!state.busy) {
      const done = working.dataset.work === "build" && !state.failed && !state.stopped;
      location.replace(done ? "/files" : location.pathname + location.search);
      return;
    }
    stages.replaceChildren(...state.stages.map((stage) => {
      const line = document.createElement("li");
      line.textContent = stage.label + " ";
      if (stage.total) {
        const bar = document.createElement("progress");
        bar.max = stage.total;
        bar.value = stage.done;
        bar.setAttribute("aria-label", stage.label);
        line.append(bar);
      }
      return line;
    }));
    setTimeout(ask, 300);
  };
  setTimeout(ask, 150);
}

// -- files: dropped anywhere on the page, or chosen
const drop = document.getElementById("drop");
if (drop) {
  const input = document.getElementById("files");
  const coming = document.getElementById("coming");
  const send = (files) => {
    if (!files.length) return;
    const body = new FormData();
    for (const file of files) body.append("files", file, file.name);
    coming.textContent = drop.dataset.coming;
    fetch("/upload", { method: "POST", body, headers: { Accept: "application/json" } }).then(async (answer) => {
      if (answer.ok) location.replace("/");
      else {
        const told = await answer.json();
        coming.textContent = `${told.text} ${told.hint}`;
      }
    }, () => { coming.textContent = drop.dataset.folder; });
  };
  drop.querySelector("button").hidden = true;
  input.addEventListener("change", () => send([...input.files]));
  addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
  addEventListener("dragleave", () => drop.classList.remove("over"));
  addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    const items = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry());
    if (items.some((entry) => entry && entry.isDirectory)) coming.textContent = drop.dataset.folder;
    else send([...event.dataTransfer.files]);
  });
}

// -- a decision: sent on the spot, its card shown as decided, the next open one taken up
document.addEventListener("submit", async (event) => {
  const card = event.target.closest("form.card[id]");
  if (!card || !event.submitter) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(card, event.submitter));
  const answer = await fetch(card.action, { method: "POST", body, headers: { Accept: "text/x-card" } });
  if (!answer.ok || answer.redirected) {
    location.reload();
    return;
  }
  const made = document.createElement("template");
  made.innerHTML = await answer.text();
  const shown = made.content.firstElementChild;
  card.replaceWith(shown);
  const chosen = shown.querySelector("[aria-pressed]");
  said.textContent = chosen ? chosen.textContent : "";
  const next = [...document.querySelectorAll("form.card[id]:not(.decided)")]
    .find((one) => shown.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  (next ? next.querySelector("button") : chosen).focus();
});

// -- keys: a number chooses in the card at hand, j and k go to the next and the one before
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const cards = [...document.querySelectorAll("form.card[id]")];
  const at = cards.findIndex((card) => card.contains(document.activeElement));
  if (/^[0-9]$/.test(event.key) && cards.length) {
    const card = cards[at] || cards.find((one) => !one.classList.contains("decided"));
    const keys = card ? [...card.querySelectorAll("kbd")] : [];
    const wanted = keys.find((one) => one.textContent === event.key);
    if (wanted) wanted.closest("button").click();
  } else if (event.key === "j" || event.key === "k") {
    const card = cards[Math.max(0, at + (event.key === "j" ? 1 : -1))];
    if (card) card.querySelector("button").focus();
  }
});
