// The host's page, meant for the beamer: it learns no more before the reveal than the class may.

import { sign, stem } from "./asking.js";
import { counted, el, fill, isTyping, written } from "./dom.js";
import { paperAnswers, showPeople } from "./host_people.js";
import { Link } from "./link.js";
import { resultOf } from "./result.js";
import { podium, ranking } from "./standings.js";
import { Timer } from "./timer.js";

const VERBS = {
  next: { words: "Next", key: "Space" },
  close: { words: "Close the question", key: "C" },
  pause: { words: "Pause", key: "P" },
  continue: { words: "Go on", key: "P" },
  skip: { words: "Skip", key: "S" },
  again: { words: "Most missed once more", key: "A" },
  finish: { words: "To the podium", key: "" },
  end: { words: "End", key: "" },
};
const SURE = {
  finish: "Leave out the questions still to come, and go to the podium?",
  end: "End the drill for everybody? The answers are kept.",
  skip: "Drop this question? It counts for nobody.",
};
const NEXT_WORDS = {
  lobby: "Start",
  waiting: "Show the answer",
  revealed: "Go on",
  standings: "Next question",
};
const AGAIN = 5;

const main = document.getElementById("main");
const bar = document.getElementById("verbs");
const state = document.getElementById("state");
const timer = new Timer(document.getElementById("timer"));
let view = null;
let screen = "";

const link = new Link(
  { socket: "/host/play", state: "/host/state", send: "/host/do" },
  {
    view: (next) => {
      view = next;
      draw();
    },
    reply: (message) => {
      state.textContent = message.t === "refused" ? message.say : "";
    },
    status: (how) => {
      state.textContent = how === "on" ? "" : "No connection to the drill. If it was stopped: quizzer drill --resume";
    },
    bye: (message) => {
      timer.set(null, null);
      fill(bar);
      fill(main, el("h1", { tabindex: "-1" }, message.say));
    },
    unknown: () => {
      fill(main, el("h1", {}, "Only the host sees this page."), el("p", {}, "Open the address that the terminal shows for the host."));
    },
  },
);
link.start();

/** Sends a command; what can't be taken back is asked for first. */
function command(verb, more = {}) {
  if (SURE[verb] && !window.confirm(SURE[verb])) return;
  link.send({ t: "do", verb, ...more });
}

function draw() {
  timer.set(view.limit_ms, view.left_ms);
  showVerbs();
  showPeople(view, command);
  fill(document.getElementById("where"), ...where());
  if (view.trouble) state.textContent = view.trouble;
  const key = JSON.stringify([view.phase, view.question?.position, view.result, view.top, view.questions?.length, view.phase === "lobby" && view.players.length]);
  if (screen !== key) {
    screen = key;
    fill(main, ...drawing());
  }
  const count = document.getElementById("answered");
  if (count) fill(count, `${view.answered} of ${view.present}`, el("small", {}, " answered"));
  const paper = document.getElementById("paper");
  if (paper) paperAnswers(paper, view, command);
}

function where() {
  const { question } = view;
  return [
    written("strong", view.title),
    question ? el("span", {}, `${question.round ? "once more: " : ""}${question.number} of ${question.total}`) : null,
    el("span", { class: "code" }, view.code),
    el("span", {}, `${counted(view.present, "player")} here`),
    view.locked ? el("span", {}, "locked") : null,
  ];
}

function showVerbs() {
  const wanted = Object.keys(VERBS).filter((verb) => view.verbs.includes(verb));
  const key = JSON.stringify([wanted, view.phase]);
  if (bar.dataset.shown === key) return;
  bar.dataset.shown = key;
  fill(
    bar,
    wanted.map((verb) =>
      el(
        "button",
        {
          type: "button",
          class: verb === "next" ? "send" : "small",
          "data-verb": verb,
          onclick: () => press(verb),
        },
        verb === "next" ? NEXT_WORDS[view.phase] ?? "Next" : VERBS[verb].words,
        VERBS[verb].key ? el("kbd", { "aria-hidden": "true" }, VERBS[verb].key) : null,
      ),
    ),
  );
}

function press(verb) {
  command(verb, verb === "again" ? { count: AGAIN } : {});
}

function drawing() {
  switch (view.phase) {
    case "lobby":
      return lobby();
    case "paused":
      return [el("h1", {}, "Pause")];
    case "asking":
    case "waiting":
      return asking();
    case "revealed":
      return [
        stem(view.question),
        resultOf(view.question, null, view.result, {
          accept: (text) => command("accept", { position: view.question.position, text }),
        }),
      ];
    case "standings":
      return [el("h1", {}, "Standings"), ranking(view)];
    case "exam":
      return exam();
    default:
      return [el("h1", {}, "The end"), podium(view)];
  }
}

function lobby() {
  const names = view.players.filter((one) => !one.removed);
  return [
    el(
      "div",
      { class: "lobby" },
      el("img", { src: "/qr.svg", alt: `QR code of ${view.join}`, class: "qr" }),
      el(
        "div",
        {},
        el("p", { class: "how" }, "Open this address, or scan the code:"),
        el("p", { class: "address" }, view.join.replace(/^https?:\/\//, "")),
        el("p", { class: "how" }, "Code"),
        el("p", { class: "big code" }, view.code),
      ),
    ),
    el("h1", {}, names.length ? `${counted(names.length, "player")} in` : "Waiting for the first player"),
    el("ul", { class: "names" }, names.map((one) => written("li", one.name, { class: one.here ? "" : "away" }))),
  ];
}

function asking() {
  const { question } = view;
  const options = question.options.map((text, place) =>
    el("li", { class: "option" }, sign(place), written("span", text, { class: "text" })),
  );
  const lefts = question.lefts.map((text) => written("li", text, { class: "option" }));
  return [
    stem(question),
    lefts.length ? el("ul", { class: "options" }, lefts) : null,
    options.length
      ? el("ul", { class: "options tiles" }, options)
      : el("p", { class: "how" }, `Type the answer. ${question.hint}`),
    el("p", { id: "answered", class: "big" }),
    el("div", { id: "paper" }),
  ];
}

function exam() {
  return [
    el("h1", {}, counted(view.questions.length, "question")),
    el("p", { id: "answered", class: "big" }),
    el("p", { class: "how" }, "Everybody answers in their own order. Marks come at the end."),
  ];
}

document.addEventListener("keydown", (event) => {
  if (!view || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  const isOnButton = event.target.closest("button, summary, a") !== null;
  if (["ArrowRight", "PageDown"].includes(event.key) || (event.key === " " && !isOnButton)) {
    event.preventDefault();
    // Never the end of an open question: a second press by mistake would cut the class off.
    if (view.verbs.includes("next")) press("next");
    return;
  }
  const verb = Object.keys(VERBS).find((one) => VERBS[one].key === event.key.toUpperCase() && view.verbs.includes(one));
  if (verb) press(verb);
});
