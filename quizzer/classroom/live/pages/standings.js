// The ranking between questions and the podium at the end.

import { counted, el, written } from "./dom.js";

const MEDALS = { 1: "first", 2: "second", 3: "third" };

/** The first players as a list with bars. */
export function ranking(view) {
  if (!view.top.length && !view.teams.length) return el("p", {}, "The next question is coming.");
  const most = Math.max(1, ...view.top.map((row) => row.points));
  const rows = view.top.map((row) => {
    const bar = el("i", { class: "share" });
    bar.style.transform = `scaleX(${row.points / most})`;
    return el(
      "li",
      { class: row.name === view.name ? "is-mine" : "" },
      el("b", { class: "place" }, String(row.place)),
      el("span", { class: "who" }, written("span", row.name), el("span", { class: "track" }, bar)),
      el("span", { class: "count" }, counted(row.points, "point")),
    );
  });
  return el("div", {}, el("ol", { class: "ranking" }, rows), teams(view));
}

/** The first three places on steps, those of equal place together. */
export function podium(view) {
  if (!view.top.length) return el("div", {}, teams(view));
  const places = [...new Set(view.top.map((row) => row.place))];
  const steps = places.map((place) => {
    const there = view.top.filter((row) => row.place === place);
    return el(
      "li",
      { class: `step ${MEDALS[place] ?? "third"}` },
      el("b", { class: "place" }, String(place)),
      there.map((row) =>
        el(
          "span",
          { class: row.name === view.name ? "who is-mine" : "who" },
          written("strong", row.name),
          el("span", {}, `${counted(row.points, "point")}, ${row.right} right`),
        ),
      ),
    );
  });
  return el("div", {}, el("ol", { class: "podium" }, steps), teams(view));
}

function teams(view) {
  if (!view.teams.length) return null;
  const rows = view.teams.map((team) =>
    el(
      "li",
      { class: team.name === view.team ? "is-mine" : "" },
      el("b", { class: "place" }, String(team.place)),
      written("span", team.name, { class: "who" }),
      el(
        "span",
        { class: "count" },
        `${Math.round(team.points * 10) / 10} points each, ${counted(team.members, "member")}`,
      ),
    ),
  );
  return el("section", {}, el("h2", {}, "Teams"), el("ol", { class: "ranking" }, rows));
}
