// The clock that people see. The server alone decides; this one only counts down what it said.

import { announce, counted, el, fill } from "./dom.js";

const SAID_AT = [10, 5];

export class Timer {
  constructor(place) {
    this.place = place;
    this.deadline = null;
    setInterval(() => this.show(), 200);
  }

  /** Starts from what a view says: `limit_ms` in all, `left_ms` left; null for no limit. */
  set(limitMs, leftMs) {
    if (leftMs === null || limitMs === null) {
      this.deadline = null;
      fill(this.place);
      return;
    }
    this.limit = limitMs;
    this.deadline = performance.now() + leftMs;
    this.last = Math.ceil(leftMs / 1000);
    if (!this.place.firstChild) {
      this.bar = el("i", { class: "bar" });
      this.seconds = el("b", { class: "seconds" });
      fill(
        this.place,
        el("span", { class: "track", "aria-hidden": "true" }, this.bar),
        el("span", { "aria-hidden": "true" }, this.seconds),
      );
    }
    this.show();
  }

  show() {
    if (this.deadline === null) return;
    const left = Math.max(0, this.deadline - performance.now());
    const seconds = Math.ceil(left / 1000);
    this.bar.style.transform = `scaleX(${this.limit ? left / this.limit : 0})`;
    this.seconds.textContent = seconds >= 100 ? clock(seconds) : String(seconds);
    this.place.classList.toggle("short", seconds <= 5);
    // Said at marks only: a voice that counts every second lets nobody think.
    const marks = [Math.ceil(this.limit / 2000), ...SAID_AT];
    const passed = marks.find((mark) => this.last > mark && seconds <= mark);
    if (passed && seconds > 0) announce(`${counted(passed, "second")} left`);
    this.last = seconds;
  }
}

function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
