// Small helpers to build pages. Everything that people wrote becomes text, never markup.

/**
 * Makes an element: `properties` are attributes, and functions for events ("onclick");
 * `children` are nodes or texts, null and false being left out.
 */
export function el(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== false));
  return made;
}

/** A text that somebody wrote, in the direction of its own script. */
export function written(tag, text, properties = {}) {
  return el(tag, { dir: "auto", ...properties }, text);
}

/** Replaces what stands in a place. */
export function fill(place, ...children) {
  place.replaceChildren(...children.flat().filter((child) => child !== null && child !== false));
}

/** Has a screen reader say something without moving the focus. */
export function announce(text) {
  document.getElementById("said").textContent = text;
}

/** "1 player", "3 players". */
export function counted(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}

/** The letter of an option: A, B, C ... */
export function letter(place) {
  return String.fromCharCode(65 + place);
}

/** Whether a key press belongs to a field in which people type or choose. */
export function isTyping(event) {
  return event.target.closest("input, select, textarea, dialog") !== null;
}
