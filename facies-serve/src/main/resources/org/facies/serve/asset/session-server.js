const LEAST_WAIT = 1000;
const MOST_WAIT = 15000;
const PATIENCE = 10000;
const STORE = "facies-waiting";

/**
 * A reader's session on the server. An answer that does not get through waits here, is sent again with the same number,
 * and survives a reload of the page.
 *
 * Outcomes of an answer: "saved" and "behind" (answered elsewhere, closed or stopped) come with the server's state;
 * "refused" with problems; "waiting" with a reason: "connection" or "session".
 */
export class ServerSession {
  #token;
  #reader;
  #queue = [];
  #sends = false;
  #timer = null;
  #wait = LEAST_WAIT;
  #listener = { waiting() {}, delivered() {} };

  constructor(token, reader) {
    this.#token = token;
    this.#reader = reader;
    this.#queue = this.#restore().map((submission) => ({ submission, settle: null }));
    addEventListener("online", () => this.retry());
  }

  /** @param listener told how many answers wait, and what became of those that waited */
  listen(listener) {
    this.#listener = listener;
    this.#listener.waiting(this.waiting());
    if (this.waiting() > 0) {
      this.retry();
    }
  }

  waiting() {
    return this.#queue.length;
  }

  async state() {
    const response = await fetch("/read/state", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) {
      throw new Error(response.status === 401 || response.status === 403 ? "session" : "connection");
    }
    return response.json();
  }

  /** Sends an answer, after those that wait. Resolves when it is known what becomes of it. */
  answer(submission) {
    return new Promise((settle) => {
      this.#queue.push({ submission, settle });
      this.#keep();
      this.retry();
    });
  }

  /** Tries at once to send the waiting answers. */
  async retry() {
    clearTimeout(this.#timer);
    if (this.#sends) {
      return;
    }
    this.#sends = true;
    while (this.#queue.length > 0) {
      const result = await this.#send(this.#queue[0].submission);
      if (result.outcome === "waiting") {
        this.#hold(result);
        break;
      }
      this.#wait = LEAST_WAIT;
      this.#finish(this.#queue.shift(), result);
    }
    this.#sends = false;
  }

  #hold(result) {
    this.#timer = setTimeout(() => this.retry(), Math.max(this.#wait, result.afterMilliseconds ?? 0));
    this.#wait = Math.min(MOST_WAIT, this.#wait * 2);
    for (const item of this.#queue) {
      item.settle?.(result);
      item.settle = null;
    }
    this.#listener.waiting(this.waiting());
  }

  #finish(item, result) {
    this.#keep();
    if (item.settle === null) {
      this.#listener.waiting(this.waiting());
      this.#listener.delivered({ ...result, isLast: this.waiting() === 0 });
    } else {
      item.settle(result);
    }
  }

  async #send(submission) {
    try {
      const response = await fetch("/read/answer", {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Facies-Token": this.#token },
        body: JSON.stringify(submission),
        cache: "no-store",
        signal: AbortSignal.timeout(PATIENCE),
      });
      return await this.#outcome(response);
    } catch {
      return { outcome: "waiting", reason: "connection" };
    }
  }

  async #outcome(response) {
    switch (response.status) {
      case 200:
        return { outcome: "saved", state: await response.json() };
      case 409:
        return { outcome: "behind", state: await response.json() };
      case 400:
      case 413:
      case 422:
        return { outcome: "refused", problems: await response.json().then((told) => told.problems, () => []) };
      case 401:
      case 403:
        return { outcome: "waiting", reason: "session" };
      default: {
        const after = Number(response.headers.get("Retry-After") ?? 0) * 1000;
        return { outcome: "waiting", reason: "connection", afterMilliseconds: after };
      }
    }
  }

  #keep() {
    try {
      const submissions = this.#queue.map((item) => item.submission);
      sessionStorage.setItem(STORE, JSON.stringify({ reader: this.#reader, submissions }));
    } catch {
      // The answers then wait in the page only.
    }
  }

  #restore() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(STORE));
      return kept?.reader === this.#reader ? kept.submissions : [];
    } catch {
      return [];
    }
  }
}
