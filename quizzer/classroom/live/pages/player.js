// A player's device: join, answer, see what came of it.

import { answering, inWords, note, stem } from "./asking.js";
import { announce, counted, el, fill, isTyping, written } from "./dom.js";
import { joining } from "./joining.js";
import { Link } from "./link.js";
import { resultOf, verdictOf } from "./result.js";
import { podium, ranking } from "./standings.js";
import { Timer } from "./timer.js";

const main = document.getElementById("main");
const who = document.getElementById("who");
const state = document.getElementById("state");
const timer = new Timer(document.getElementById("timer"));
const sending = new Map(); // position -> {given, words, tone}: sent, not yet in a view
let view = null;
let screen = "";

const link = new Link(
  { socket: "/play", state: "/state", send: "/answer" },
  {
    view: show,
    reply: answered,
    status: (how) => {
      const words = "Connection lost. Trying again; your points are safe.";
      state.textContent = how === "on" || view?.phase === "podium" ? "" : words;
    },
    bye: (message) => {
      timer.set(null, null);
      fill(who);
      fill(main, heading(message.say), rejoin(message.why));
    },
    unknown: () => joining(main, () => location.reload()),
  },
);

begin();

async function begin() {
  const answer = await fetch("/state?since=").catch(() => null);
  if (answer?.status === 401) joining(main, () => link.start());
  else link.start();
}

function rejoin(why) {
  if (why === "over") return el("p", {}, "Thank you for taking part. You may close this page.");
  const again = () => location.reload();
  return el("button", { type: "button", class: "send", onclick: again }, "Play in this window");
}

function give(position, given) {
  sending.set(position, { given, words: "Sending ...", tone: "" });
  link.send({ t: "answer", position, ...given });
  draw();
}

function answered(message, sent) {
  if (!sent) return;
  const { position } = sent;
  if (message.t === "ack") {
    sending.set(position, { ...sending.get(position), words: "Your answer is in.", tone: "sent" });
    announce("Your answer is in.");
  } else {
    // What never counted may be tried again, and what the server has stands in its view.
    sending.delete(position);
    announce(message.say);
    state.textContent = message.say;
    screen = "";
  }
  draw();
}

function show(next) {
  if (view && view.phase !== next.phase) state.textContent = "";
  view = next;
  draw();
}

function givenAt(position) {
  const known = view.phase === "exam" ? view.given?.[position] : view.given;
  return known ?? sending.get(position)?.given ?? null;
}

/** Draws anew only when there is something else to see: what is half typed must stay. */
function draw() {
  if (!view) return;
  showWho();
  timer.set(view.limit_ms, view.left_ms);
  const { phase, question } = view;
  const step = JSON.stringify([phase, question?.position, view.questions?.length]);
  const key = JSON.stringify([
    step,
    question && givenAt(question.position),
    view.result,
    view.top,
    phase === "podium" && view.review,
  ]);
  if (screen !== key) {
    const isNew = !screen.startsWith(JSON.stringify([step]).slice(0, -1));
    screen = key;
    fill(main, ...drawing());
    // A new step is read out from its heading; after an answer, what became of it.
    (isNew ? main.querySelector("h1") : document.getElementById("note"))?.focus();
  }
  if (phase === "exam") showExamNotes();
  const spot = document.getElementById("note");
  if (spot && view.question) {
    const kept = sending.get(view.question.position);
    const before = view.given && !kept ? { words: "Your answer is in.", tone: "sent" } : kept;
    note(spot, before?.words ?? "", before?.tone);
  }
}

function heading(words) {
  return el("h1", { tabindex: "-1" }, words);
}

function showWho() {
  const me = view.me;
  fill(
    who,
    written("strong", view.name),
    view.team ? written("span", view.team, { class: "team" }) : null,
    view.mode === "exam" && view.phase !== "podium" ? null : el("span", {}, counted(me.points, "point")),
    me.streak > 1 ? el("span", {}, `${me.streak} in a row`) : null,
    me.place ? el("span", {}, `place ${me.place} of ${me.of}`) : null,
  );
}

function drawing() {
  switch (view.phase) {
    case "lobby":
      return [heading("You are in."), el("p", {}, "The first question comes when your teacher starts."), written("p", view.title, { class: "how" })];
    case "paused":
      return [heading("Pause"), el("p", {}, "It goes on in a moment; the clock stands still.")];
    case "asking":
      return asking();
    case "waiting":
      return [...asking(), el("p", {}, "Time is up. The answer is coming.")];
    case "revealed":
      return revealed();
    case "standings":
      return [heading("Standings"), ranking(view)];
    case "exam":
      return exam();
    default:
      return ending();
  }
}

function counter(question) {
  const again = question.round ? "Once more: question" : "Question";
  return el("p", { class: "how" }, `${again} ${question.number} of ${question.total}`);
}

function asking() {
  const { question } = view;
  const given = givenAt(question.position);
  const isOpen = view.phase === "asking";
  const ways = answering(question, isOpen ? given : given ?? { choice: [] }, (one) => give(question.position, one));
  return [counter(question), stem(question), ways, el("div", { id: "note", role: "status", tabindex: "-1" })];
}

function revealed() {
  const { question, result } = view;
  const verdict = verdictOf(question, view.given, result);
  return [
    el("h1", { class: `verdict ${verdict.tone}`, tabindex: "-1" }, verdict.words),
    verdict.why ? written("p", verdict.why, { class: "how" }) : null,
    stem(question, "h2"),
    resultOf(question, view.given, result),
  ];
}

function exam() {
  const all = view.questions.map((question) =>
    el(
      "section",
      { class: "exam", id: `q${question.position}` },
      counter(question),
      stem(question, "h2"),
      answering(question, givenAt(question.position), (one) => giveInExam(question, one)),
      el("div", { class: "exam-note", role: "status" }),
    ),
  );
  const title = heading(`${view.title}: ${counted(view.questions.length, "question")}`);
  return [title, el("p", {}, "Answer in any order. An answer that was sent stays. Marks come at the end."), ...all];
}

function giveInExam(question, given) {
  give(question.position, given);
  const old = document.querySelector(`#q${question.position} > :nth-child(3)`);
  old.replaceWith(answering(question, given, () => {}));
}

function showExamNotes() {
  for (const question of view.questions) {
    const kept = sending.get(question.position);
    const isIn = view.given?.[question.position];
    const words = isIn ? "Your answer is in." : kept?.words ?? "";
    note(document.querySelector(`#q${question.position} .exam-note`), words, isIn ? "sent" : kept?.tone);
  }
}

function ending() {
  const mine = `${counted(view.me.points, "point")}, ${view.me.right} right${view.me.place ? `, place ${view.me.place} of ${view.me.of}` : ""}.`;
  const review = (view.review ?? []).map(({ question, given, result }) => {
    const verdict = verdictOf(question, given, result);
    return el(
      "section",
      { class: "exam" },
      counter(question),
      stem(question, "h2"),
      el("p", { class: `verdict ${verdict.tone}` }, verdict.words),
      given ? written("p", `You answered: ${inWords(question, given)}`, { class: "how" }) : null,
      resultOf(question, given, result),
    );
  });
  return [heading("The end"), el("p", { class: "mine" }, mine), podium(view), ...review];
}

document.addEventListener("keydown", (event) => {
  if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey || view?.phase !== "asking") return;
  const place = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : event.key.toLowerCase().charCodeAt(0) - 97;
  if (event.key.length !== 1) return;
  main.querySelector(`button.option[data-place="${place}"]`)?.click();
});
