// A question with its ways to answer: options, ticks, an order, pairs, or a field to type in.

import { el, fill, letter, written } from "./dom.js";

/** The coloured sign of an option: letter, shape and colour, so that none of them is needed. */
export function sign(place) {
  return el(
    "span",
    { class: `sign s${place % 6}`, "aria-hidden": "true" },
    el("i", { class: "shape" }),
    el("b", {}, letter(place)),
  );
}

/** The stem as a heading, a gap being read out as one. */
export function stem(question, tag = "h1") {
  const heading = written(tag, "", { class: "stem", tabindex: "-1" });
  question.stem.split(/(_{2,})/).forEach((part) => {
    if (/^_{2,}$/.test(part)) {
      heading.append(el("span", { class: "gap", role: "img", "aria-label": "gap" }));
    } else heading.append(part);
  });
  return heading;
}

/**
 * The ways to answer as an element; `give` is called once with {choice} or {typed}.
 * `given` is what was answered before, or null; then nothing can be changed any more.
 */
export function answering(question, given, give) {
  const make = { several: ticks, order: placing, pairs: pairing, choice: buttons, truth: buttons };
  const how = question.options.length ? make[question.kind] : typing;
  return how(question, given, give);
}

/** What was answered, in words. */
export function inWords(question, given) {
  if (!given) return "";
  if (given.typed !== undefined) return given.typed;
  const chosen = given.choice.map((place) => question.options[place]);
  if (question.kind === "pairs") {
    return question.lefts.map((left, nth) => `${left}: ${chosen[nth]}`).join("; ");
  }
  return chosen.join(question.kind === "order" ? " → " : ", ");
}

function option(question, place, properties) {
  return el(
    "button",
    { type: "button", class: "option", "data-place": place, ...properties },
    sign(place),
    written("span", question.options[place], { class: "text" }),
  );
}

function list(question, classes, made) {
  return el("div", { class: `options ${classes}`, role: "group", "aria-label": "Answers" }, made);
}

function buttons(question, given, give) {
  const made = question.options.map((_, place) =>
    option(question, place, {
      disabled: given !== null,
      "aria-pressed": String(given?.choice?.[0] === place),
      onclick: () => give({ choice: [place] }),
    }),
  );
  return list(question, "one", made);
}

function ticks(question, given, give) {
  const chosen = new Set(given?.choice ?? []);
  const send = sendButton(given, () => give({ choice: [...chosen].sort((a, b) => a - b) }));
  const made = question.options.map((_, place) =>
    option(question, place, {
      disabled: given !== null,
      "aria-pressed": String(chosen.has(place)),
      onclick: (event) => {
        if (!chosen.delete(place)) chosen.add(place);
        event.currentTarget.setAttribute("aria-pressed", String(chosen.has(place)));
        send.disabled = chosen.size === 0;
      },
    }),
  );
  return el("div", {}, el("p", { class: "how" }, "Choose all that fit."), list(question, "ticks", made), send);
}

function placing(question, given, give) {
  const order = [...(given?.choice ?? [])];
  const send = sendButton(given, () => give({ choice: order }));
  const made = question.options.map((text, place) =>
    option(question, place, {
      disabled: given !== null,
      onclick: () => {
        const at = order.indexOf(place);
        if (at < 0) order.push(place);
        else order.splice(at, 1);
        show();
      },
    }),
  );
  for (const one of made) one.append(el("b", { class: "rank" }));
  function show() {
    made.forEach((one, place) => {
      const at = order.indexOf(place);
      one.querySelector(".rank").textContent = at < 0 ? "" : String(at + 1);
      one.setAttribute("aria-pressed", String(at >= 0));
      one.setAttribute(
        "aria-label",
        `${question.options[place]}, ${at < 0 ? "no place yet" : `place ${at + 1}`}`,
      );
    });
    send.disabled = given !== null || order.length < made.length;
  }
  show();
  const how = el("p", { class: "how" }, "Tap them in order, the first one first; tap again to take one back.");
  return el("div", {}, how, list(question, "placing", made), send);
}

function pairing(question, given, give) {
  const chosen = question.lefts.map((_, nth) => given?.choice?.[nth] ?? -1);
  const send = sendButton(given, () => give({ choice: chosen }));
  const rows = question.lefts.map((left, nth) => {
    const select = el(
      "select",
      {
        disabled: given !== null,
        "aria-label": left,
        onchange: (event) => {
          chosen[nth] = Number(event.target.value);
          send.disabled = chosen.includes(-1);
        },
      },
      el("option", { value: "-1" }, "choose ..."),
      question.options.map((text, place) =>
        written("option", `${letter(place)}  ${text}`, {
          value: place,
          selected: chosen[nth] === place,
        }),
      ),
    );
    return el("div", { class: "pair" }, written("span", left, { class: "left" }), select);
  });
  send.disabled = true;
  return el("div", { class: "pairs" }, rows, send);
}

function typing(question, given, give) {
  const field = el("input", {
    type: "text",
    maxlength: "500",
    value: given?.typed ?? "",
    disabled: given !== null,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "send",
    dir: "auto",
    inputmode: question.kind === "number" ? "decimal" : "text",
    "aria-label": "Your answer",
    "aria-describedby": question.hint ? `hint-${question.position}` : null,
    oninput: () => (send.disabled = !field.value.trim()),
  });
  const send = sendButton(given, () => field.value.trim() && give({ typed: field.value.trim() }));
  const form = el(
    "form",
    {
      class: "typing",
      onsubmit: (event) => {
        event.preventDefault();
        if (!send.disabled) send.click();
      },
    },
    field,
    send,
  );
  return el(
    "div",
    {},
    question.hint ? el("p", { class: "how", id: `hint-${question.position}` }, question.hint) : null,
    form,
  );
}

function sendButton(given, give) {
  const send = el("button", { type: "button", class: "send", disabled: true }, "Send answer");
  send.addEventListener("click", () => {
    if (send.disabled) return;
    send.disabled = true;
    give();
  });
  if (given !== null) send.hidden = true;
  return send;
}

/** Shows below a question what became of the answer; `words` is "" for nothing. */
export function note(place, words, tone = "") {
  fill(place, words ? el("p", { class: `note ${tone}` }, words) : null);
}
