// The connection to the server: a WebSocket that comes back by itself, and plain requests where
// WebSockets are blocked. An answer is sent again, unchanged, until it is acknowledged.

const PING_EVERY = 8000;
const PONG_WITHIN = 4000;
const LONGEST_PAUSE = 5000;
const TRIES_BEFORE_REQUESTS = 2;
const SOCKET_AGAIN = 30000;
const FINAL = ["moved", "removed", "over"];

export class Link {
  /**
   * `paths` are {socket, state, send}; `hears` are functions: view(message), reply(message, sent),
   * status("on" | "off"), bye(message) when there is no coming back, unknown() when the server
   * knows no seat of ours.
   */
  constructor(paths, hears) {
    this.paths = paths;
    this.hears = hears;
    this.waiting = new Map(); // id -> message without a reply yet
    this.nextId = Math.floor(Math.random() * 2 ** 30);
    this.tag = "";
    this.failures = 0;
    this.isOver = false;
    this.socket = null;
    window.addEventListener("online", () => this.wake());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.wake();
    });
    setInterval(() => this.ping(), PING_EVERY);
  }

  start() {
    this.open();
  }

  /** Sends a message and keeps it until there is a reply. */
  send(message) {
    this.nextId = (this.nextId + 1) % 2 ** 31;
    const sent = { ...message, id: this.nextId };
    this.waiting.set(sent.id, sent);
    this.pass(sent);
  }

  open() {
    if (this.isOver || this.socket) return;
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${location.host}${this.paths.socket}`);
    let wasOpen = false;
    this.socket = socket;
    socket.onopen = () => {
      wasOpen = true;
      this.failures = 0;
      this.hears.status("on");
      for (const sent of this.waiting.values()) this.pass(sent);
    };
    socket.onmessage = (event) => this.take(JSON.parse(event.data));
    socket.onclose = () => {
      if (this.socket !== socket) return;
      this.socket = null;
      if (!wasOpen) this.failures += 1;
      this.lost();
    };
  }

  lost() {
    clearTimeout(this.pongTimer);
    if (this.isOver) return;
    this.hears.status("off");
    if (this.failures >= TRIES_BEFORE_REQUESTS) {
      this.ask();
      return;
    }
    // Thirty phones must not come back in the same instant.
    const pause = Math.min(LONGEST_PAUSE, 300 * 2 ** this.failures);
    this.again = setTimeout(() => this.open(), pause * (0.5 + Math.random()));
  }

  /** Looks at once whether the connection still lives: after sleep, or a change of network. */
  wake() {
    if (this.isOver || this.isAsking) return;
    if (this.socket?.readyState === WebSocket.OPEN) this.ping();
    else if (!this.socket) {
      clearTimeout(this.again);
      this.open();
    }
  }

  ping() {
    const socket = this.socket;
    if (socket?.readyState !== WebSocket.OPEN || this.pongTimer) return;
    socket.send(JSON.stringify({ t: "ping" }));
    this.pongTimer = setTimeout(() => {
      // A half-open connection never closes by itself.
      this.pongTimer = null;
      if (this.socket !== socket) return;
      this.socket = null;
      socket.close();
      this.lost();
    }, PONG_WITHIN);
  }

  pass(sent) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(sent));
    else if (this.isAsking) this.post(sent);
  }

  take(message) {
    clearTimeout(this.pongTimer);
    this.pongTimer = null;
    if (message.t === "view") {
      this.tag = message.tag;
      this.hears.view(message);
    } else if (message.t === "ack" || message.t === "refused") {
      const sent = this.waiting.get(message.id);
      if (message.why === "busy" && sent) {
        setTimeout(() => this.waiting.has(sent.id) && this.pass(sent), 1000);
        return;
      }
      this.waiting.delete(message.id);
      this.hears.reply(message, sent);
    } else if (message.t === "bye" && FINAL.includes(message.why)) {
      this.isOver = true;
      this.hears.bye(message);
    }
  }

  /** Asks by plain requests, one after another; tries a WebSocket again now and then. */
  async ask() {
    if (this.isAsking) return;
    this.isAsking = true;
    const until = Date.now() + SOCKET_AGAIN;
    for (const sent of this.waiting.values()) this.post(sent);
    while (!this.isOver && Date.now() < until) {
      try {
        const answer = await fetch(`${this.paths.state}?since=${encodeURIComponent(this.tag)}`);
        if (answer.status === 401) {
          this.isOver = true;
          this.hears.unknown();
        } else if (answer.ok) {
          this.hears.status("on");
          this.take(await answer.json());
        } else await pause(1000);
      } catch {
        this.hears.status("off");
        await pause(1000 + 1000 * Math.random());
      }
    }
    this.isAsking = false;
    if (!this.isOver) this.open();
  }

  async post(sent) {
    try {
      const answer = await fetch(this.paths.send, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(sent),
      });
      this.take(await answer.json());
    } catch {
      setTimeout(() => this.waiting.has(sent.id) && this.pass(sent), 1500);
    }
  }
}

function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}
