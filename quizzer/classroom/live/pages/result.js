// The answer, once it is shown: the key, how the class answered, the cited sentence.

import { inWords, sign } from "./asking.js";
import { counted, el, written } from "./dom.js";

/**
 * All that is known of a closed question. `tools.accept(text)`, where given, offers to count a
 * typed answer as right.
 */
export function resultOf(question, given, result, tools = {}) {
  return el(
    "div",
    { class: "result" },
    result.skipped ? el("p", { class: "note" }, "This question was skipped and counts for nobody.") : null,
    question.options.length ? optionsWith(question, given, result) : keyOf(result),
    question.kind === "pairs" || question.kind === "order" ? keyOf(result) : null,
    result.typed.length ? typedAnswers(result, tools) : null,
    classOf(result),
    result.passages.map(passage),
    result.explanation ? written("p", result.explanation, { class: "explanation" }) : null,
  );
}

/** What a player's own answer came to: a heading, and why. */
export function verdictOf(question, given, result) {
  if (result.skipped) return { words: "Skipped", tone: "", why: "" };
  const mine = result.mine;
  if (!mine) return { words: "No answer from you", tone: "wrong", why: "" };
  const points = mine.points ? ` +${counted(mine.points, "point")}` : "";
  const why = ["right", "wrong"].includes(mine.reason) ? "" : mine.reason;
  if (mine.credit === 1) return { words: `Right.${points}`, tone: "right", why };
  if (mine.credit > 0) {
    return { words: `Partly right (${Math.round(mine.credit * 100)} %).${points}`, tone: "part", why };
  }
  const said = `You answered: ${inWords(question, given)}`;
  return { words: "Not right", tone: "wrong", why: why ? `${said} (${why})` : said };
}

function keyOf(result) {
  return el("p", { class: "key" }, el("span", { class: "how" }, "The answer: "), written("strong", result.key));
}

function optionsWith(question, given, result) {
  const isPlaced = question.kind === "order" || question.kind === "pairs";
  const most = Math.max(1, ...result.counts);
  const rows = question.options.map((text, place) => {
    const isRight = !isPlaced && result.right.includes(place);
    const isMine = !isPlaced && (given?.choice ?? []).includes(place);
    const bar = el("i", { class: "share" });
    bar.style.transform = `scaleX(${result.counts[place] / most})`;
    const placed = question.kind === "order" ? result.right.indexOf(place) + 1 : null;
    return el(
      "li",
      { class: `option shown ${isRight ? "is-right" : ""} ${isMine ? "is-mine" : ""}` },
      sign(place),
      el(
        "span",
        { class: "text" },
        written("span", text),
        isRight ? el("b", {}, " ✓\u00a0right") : null,
        placed ? el("b", {}, ` number\u00a0${placed}`) : null,
        isMine ? el("em", {}, " (your answer)") : null,
        el("span", { class: "track" }, bar),
      ),
      el(
        "span",
        { class: "count" },
        String(result.counts[place]),
        el("span", { class: "unseen" }, isPlaced ? " had it in its place" : " chose this"),
      ),
    );
  });
  return el("ul", { class: "options" }, rows);
}

function typedAnswers(result, tools) {
  const rows = result.typed.map((one) => {
    const sort = one.credit === 1 ? "✓ right" : one.credit > 0 ? "partly right" : "✗";
    return el(
      "li",
      { class: one.credit === 1 ? "is-right" : "" },
      written("span", one.text, { class: "text" }),
      el("span", {}, sort),
      el("span", { class: "count" }, `${one.count} ×`),
      tools.accept && one.credit < 1 && one.text !== "•••"
        ? el(
            "button",
            { type: "button", class: "small", onclick: () => tools.accept(one.text) },
            "Count as right",
          )
        : null,
    );
  });
  return el("ul", { class: "typed", "aria-label": "What was typed most" }, rows);
}

function classOf(result) {
  if (!result.answered) return el("p", { class: "class" }, "Nobody answered.");
  const share = `${Math.round(result.credit * 100)} %`;
  return el("p", { class: "class" }, `${counted(result.answered, "answer")}, ${share} right on average.`);
}

function passage(parts) {
  const quoted = written("blockquote", "");
  for (const part of parts) {
    const text = part.marked ? el("mark", {}, part.text) : part.text;
    quoted.append(part.cited ? text : el("span", { class: "around" }, text));
  }
  return quoted;
}
