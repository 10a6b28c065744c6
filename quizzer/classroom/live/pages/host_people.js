// The host's list of players: who is here, extra time, seats without a device, removing.

import { counted, el, fill, letter, written } from "./dom.js";

const FACTORS = [1, 1.25, 1.5, 2, 3];

const list = document.getElementById("people");
const opener = document.getElementById("open-people");
const dialog = document.getElementById("people-dialog");
const adding = document.getElementById("add-paper");
opener.addEventListener("click", () => dialog.showModal());
document.getElementById("close-people").addEventListener("click", () => dialog.close());

const lock = document.getElementById("lock");
lock.addEventListener("click", () => send(lock.dataset.verb));

let shown = "";
let send = () => {};
adding.addEventListener("submit", (event) => {
  event.preventDefault();
  const field = adding.elements.name;
  send("paper", { name: field.value, team: "" });
  field.value = "";
});

/** Shows the players of a view; `command` sends a verb. */
export function showPeople(view, command) {
  send = command;
  opener.textContent = `Players (${view.players.filter((one) => !one.removed).length})`;
  lock.dataset.verb = view.locked ? "unlock" : "lock";
  lock.textContent = view.locked ? "Let people in again" : "Let nobody new in";
  const key = JSON.stringify(view.players);
  if (shown === key) return;
  shown = key;
  fill(list, view.players.map((one) => row(one)));
}

function row(one) {
  const state = one.removed ? "removed" : one.paper ? "on paper" : one.here ? "here" : "away";
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, written("span", one.name)),
    written("td", one.team),
    el("td", {}, state),
    el("td", {}, one.answered ? "answered" : ""),
    el(
      "td",
      {},
      one.removed || one.paper ? null : extra(one),
      one.removed
        ? button("Let in again", () => send("release", { player: one.id }))
        : button("Remove", () => window.confirm(`Remove ${one.name}?`) && send("kick", { player: one.id })),
      one.removed || one.paper || one.here
        ? null
        : button("Other device", () => send("release", { player: one.id })),
    ),
  );
}

function extra(one) {
  // The factor in force stands in no view, so the list can't show it on the beamer.
  return el(
    "select",
    {
      "aria-label": `Extra time for ${one.name}`,
      onchange: (event) => {
        send("extra", { player: one.id, factor: Number(event.target.value) });
        event.target.selectedIndex = 0;
      },
    },
    el("option", { value: "" }, "time ..."),
    FACTORS.map((factor) => el("option", { value: factor }, factor === 1 ? "usual time" : `time × ${factor}`)),
  );
}

function button(words, press) {
  return el("button", { type: "button", class: "small", onclick: press }, words);
}

/** Fields for the answers of those without a device; what was typed stays while others answer. */
export function paperAnswers(place, view, command) {
  const open = view.players.filter((one) => one.paper && !one.removed && !one.answered);
  const key = JSON.stringify([view.question.position, open.map((one) => one.id)]);
  if (place.dataset.shown === key) return;
  place.dataset.shown = key;
  const { question } = view;
  const form = (one) => {
    const field = el("input", {
      type: "text",
      autocomplete: "off",
      "aria-label": `Answer of ${one.name}`,
      placeholder: question.options.length ? placeholder(question) : "answer",
    });
    return el(
      "form",
      {
        class: "on-paper",
        onsubmit: (event) => {
          event.preventDefault();
          const given = question.options.length ? { letters: field.value } : { typed: field.value };
          command("key", { player: one.id, position: question.position, ...given });
        },
      },
      written("label", one.name),
      field,
      el("button", { class: "small" }, "Enter"),
    );
  };
  fill(
    place,
    open.length
      ? el("details", {}, el("summary", {}, `${counted(open.length, "answer")} on paper to key in`), open.map(form))
      : null,
  );
}

function placeholder(question) {
  if (question.kind === "pairs") return "1C 2A";
  if (question.kind === "order") return question.options.map((_, place) => letter(place)).join("");
  return question.kind === "several" ? "AC" : "B";
}
