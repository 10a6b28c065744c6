// The way in: code, name, and a team if there are teams.

import { el, fill, written } from "./dom.js";

const FIELD_OF = { code: "code", name: "name", taken: "name", removed: "name", team: "team" };

/** Shows the form in `main`; calls `joined` once there is a seat. */
export async function joining(main, joined) {
  const room = await fetch("/room").then((answer) => answer.json()).catch(() => ({ title: "", teams: [] }));
  const said = el("p", { class: "note wrong", role: "alert" });
  const known = location.pathname.slice(1).toUpperCase();
  const code = el("input", {
    name: "code", id: "code", value: known, required: true, maxlength: "12", autocomplete: "off",
    autocapitalize: "characters", spellcheck: "false", class: "code",
  });
  const name = el("input", { name: "name", id: "name", required: true, maxlength: "40", autocomplete: "nickname", dir: "auto" });
  const team = room.teams?.length
    ? el(
        "select",
        { name: "team", id: "team" },
        el("option", { value: "" }, "the smallest team"),
        room.teams.map((one) => written("option", one, { value: one })),
      )
    : null;
  const go = el("button", { class: "send" }, "Join");
  const form = el(
    "form",
    { class: "join" },
    el("label", { for: "code" }, "Code"), code,
    el("label", { for: "name" }, "Your name"), name,
    team ? [el("label", { for: "team" }, "Team"), team] : null,
    go, said,
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    go.disabled = true;
    said.textContent = "";
    const why = await join(code.value.trim().toUpperCase(), name.value, team?.value ?? "");
    go.disabled = false;
    if (!why) {
      joined();
      return;
    }
    said.textContent = why.say;
    const field = form.elements[FIELD_OF[why.refused]];
    field?.focus();
  });
  fill(main, el("h1", { tabindex: "-1" }, room.title ? `Join: ${room.title}` : "Join the drill"), form);
  (known ? name : code).focus();
}

/** Asks for a seat; returns null, or why there is none. */
async function join(code, name, team) {
  try {
    const answer = await fetch("/join", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(team ? { code, name, team } : { code, name }),
    });
    return answer.ok ? null : await answer.json();
  } catch {
    return { refused: "network", say: "The drill can't be reached. Are you in the teacher's network?" };
  }
}
