import { AdvicePanel } from "./advice-panel.js";
import { AnswerForm } from "./answer-form.js";
import { Faces } from "./faces.js";
import { readingKeys } from "./reading-keys.js";
import { VisibleTime } from "./visible-time.js";
import { phrase } from "./words.js";

/** Shows one case after the other and sends the answers to a session: a server's, or that of a pack. */
export class Reading {
  #session;
  #settings;
  #words;
  #parts;
  #faces;
  #form;
  #advice;
  #time = new VisibleTime();
  #state = null;
  /** What is on the screen: {turn, revision, pictures, part}; null unless it is a case. */
  #shown = null;
  #screen = "loading";
  #breaksSeen = new Set();
  #next = null;
  #sending = false;

  constructor(session, root) {
    this.#session = session;
    this.#settings = JSON.parse(root.dataset.settings);
    this.#words = this.#settings.words;
    this.#parts = Object.fromEntries([...root.querySelectorAll("[id]")].map((part) => [part.id, part]));
    this.#faces = new Faces(this.#parts.faces, this.#words);
    this.#form = new AnswerForm(this.#parts.form, this.#settings);
    this.#advice = new AdvicePanel(this.#parts.advice, this.#settings);
    this.#listen();
  }

  /** Fetches the state of the reader, and shows it. */
  async begin() {
    this.#session.listen({
      waiting: (count) => this.#tellWaiting(count),
      delivered: (result) => this.#delivered(result),
    });
    try {
      this.#show(await this.#session.state());
    } catch (failure) {
      this.#fail(failure);
    }
  }

  #listen() {
    const { form, undo, keep, again, resend, pause, resume, paused, shortcuts } = this.#parts;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.confirm();
    });
    undo.addEventListener("click", () => this.undo());
    keep.addEventListener("click", () => this.keep());
    pause.addEventListener("click", () => this.pause());
    resume.addEventListener("click", () => paused.close());
    paused.addEventListener("close", () => this.#resumed());
    again.addEventListener("click", () => this.begin());
    resend.addEventListener("click", () => this.#session.retry());
    for (const button of document.querySelectorAll("[data-do]")) {
      button.addEventListener("click", () => this[button.dataset.do](button));
    }
    readingKeys(this, shortcuts);
    addEventListener("beforeunload", (event) => {
      if (this.#session.waiting() > 0) {
        event.preventDefault();
      }
    });
  }

  get screen() {
    return this.#parts.paused.open ? "paused" : this.#screen;
  }

  press(number) {
    this.#complain("");
    this.#form.press(number);
  }

  comment() {
    this.#form.comment();
  }

  zoomIn() {
    this.#faces.zoom(1);
  }

  zoomOut() {
    this.#faces.zoom(-1);
  }

  brighter() {
    this.#faces.brighten(1);
  }

  darker() {
    this.#faces.brighten(-1);
  }

  plain() {
    this.#faces.reset();
  }

  /** Continues after a break or after feedback. */
  proceed() {
    if (this.#next !== null) {
      const next = this.#next;
      this.#next = null;
      next();
    }
  }

  pause() {
    if (this.#screen === "case") {
      this.#time.pause(true);
      this.#parts.case.inert = true;
      this.#parts.case.classList.add("covered");
      this.#parts.paused.showModal();
    }
  }

  #resumed() {
    this.#parts.case.inert = false;
    this.#parts.case.classList.remove("covered");
    this.#time.pause(false);
    this.#parts.title.focus();
  }

  /** One step back: in the form, or to the last answer. */
  back() {
    if (this.#screen !== "case" || !this.#form.back()) {
      this.undo();
    }
  }

  /** Opens the last answer once more, or leaves it as it is if it is open already. */
  undo() {
    if (this.#sending || !["case", "break", "finished"].includes(this.#screen)) {
      return;
    }
    if (this.#shown !== null && this.#shown.revision > 0) {
      this.#shown = null;
      this.#show(this.#state);
    } else if (this.#state.last === null) {
      this.#complain(this.#words.nothing_to_undo);
    } else {
      const last = this.#state.last;
      this.#open({ ...last, revision: last.revision + 1, before: last });
    }
  }

  /** Fills the second answer with the first. */
  keep() {
    if (this.#shown?.turn.endsWith("/second")) {
      this.#form.open({ comment: "", ...this.#state.current.first });
    }
  }

  async confirm() {
    if (this.#screen !== "case" || this.#sending || !this.#parts.faces.hasChildNodes()) {
      return;
    }
    const answer = this.#form.read();
    this.#complain(answer.problem ?? "");
    if (answer.problem === undefined) {
      const { position, step, revision, turn } = this.#shown;
      const seconds = this.#time.seconds(turn);
      await this.#send({ submission: randomName(), position, step, revision, ...answer, seconds });
    }
  }

  async #send(submission) {
    this.#sending = true;
    this.#time.show(null);
    this.#form.lock(true);
    this.#tell("sending");
    const result = await this.#session.answer(submission);
    this.#form.lock(false);
    this.#sending = false;
    if (result.outcome === "waiting") {
      this.#goAhead(submission, result.reason);
    } else {
      this.#received(result);
    }
  }

  #received(result) {
    if (result.outcome === "refused") {
      this.#tell("refused");
      this.#complain([this.#words.refused, ...result.problems].join(" "));
      this.#time.show(this.#shown?.turn ?? null);
      return;
    }
    this.#tell(result.outcome);
    const shown = this.#shown;
    this.#shown = null;
    const told = result.state.feedback;
    if (result.outcome === "saved" && told !== null && told.position === shown?.position) {
      this.#feedback(told, result.state);
    } else {
      this.#show(result.state);
    }
  }

  /** A waiting answer has arrived. */
  #delivered(result) {
    if (result.outcome === "refused") {
      this.#tell("refused");
      return;
    }
    if (result.isLast) {
      this.#tell(result.outcome);
      if (!this.#isAt(result.state)) {
        this.#shown = null;
        this.#show(result.state);
      } else {
        this.#state = { ...result.state, last: result.state.last ?? this.#state.last };
        this.#progress();
      }
    }
  }

  /** Whether the case on the screen is the one that a state asks for: what is filled in then stays. */
  #isAt(state) {
    const shown = this.#shown;
    if (shown === null || shown.locked) {
      return false;
    }
    const awaited = shown.revision === 0 ? state.current : state.last;
    const revision = shown.revision === 0 ? 0 : (state.last?.revision ?? -1) + 1;
    return awaited !== null && turnOf(awaited) === shown.turn && revision === shown.revision;
  }

  /** Shows the next case although the last answer still waits, where nothing of the next depends on it. */
  #goAhead(submission, reason) {
    this.#tell(reason === "session" ? "session_ended" : "waiting");
    const ahead = stateAhead(this.#state, submission, this.#shown, this.#settings.sequential);
    if (ahead === null) {
      this.#shown.locked = true;
      this.#form.lock(true);
    } else {
      this.#shown = null;
      this.#show(ahead);
    }
  }

  #show(state) {
    this.#state = state;
    this.#progress();
    const current = state.current;
    this.#faces.prefetch(state.next_pictures);
    if (state.finished) {
      this.#turnTo("finished");
    } else if (current === null) {
      this.#parts.closedText.textContent = phrase(this.#words, "closed", state.complete, state.total);
      this.#turnTo("closed");
    } else if (this.#isBreakDue(current)) {
      this.#break(current);
    } else {
      this.#open({ ...current, revision: 0, before: null });
    }
  }

  #isBreakDue(current) {
    const isStart = this.#state.practice > 0 && current.position === this.#state.practice + 1;
    return current.step === "first" && (current.starts_block || isStart) && !this.#breaksSeen.has(current.position);
  }

  #break(current) {
    this.#breaksSeen.add(current.position);
    const words = this.#words;
    const isStart = current.position === this.#state.practice + 1;
    this.#parts.breakTitle.textContent = isStart ? words.start_title : phrase(words, "break_title", current.block - 1);
    this.#parts.breakText.textContent = isStart
      ? words.start_text
      : phrase(words, "break_text", this.#state.break_minutes);
    this.#faces.prefetch(current.pictures);
    this.#next = () => this.#open({ ...current, revision: 0, before: null });
    this.#turnTo("break");
  }

  #feedback(told, state) {
    this.#parts.feedbackText.textContent = phrase(
      this.#words,
      "feedback",
      this.#settings.classes[told.choice],
    );
    this.#parts.feedbackFaces.replaceChildren(...this.#parts.faces.childNodes);
    this.#state = state;
    this.#progress();
    this.#next = () => this.#show(state);
    this.#turnTo("feedback");
  }

  /** Puts a case on the screen; its time begins when its pictures are there. */
  async #open(turn) {
    const key = turnOf(turn);
    this.#shown = { ...turn, turn: key };
    this.#parts.case.dataset.turn = key;
    this.#time.show(null);
    this.#time.addBefore(key, turn.before?.seconds ?? 0);
    this.#form.lock(false);
    this.#form.open(turn.before);
    this.#advice.show(turn.advice, turn.first ?? null);
    this.#parts.keep.hidden = turn.step !== "second";
    this.#parts.title.textContent = this.#titleOf(turn);
    this.#parts.question.textContent = this.#words[turn.step === "second" ? "question_second" : "question"];
    this.#complain("");
    this.#turnTo("case");
    await this.#look(turn, key);
  }

  async #look(turn, key) {
    try {
      if ((await this.#faces.show(turn.pictures)) && this.#shown?.turn === key && !this.#sending) {
        this.#time.show(key);
      }
    } catch (failure) {
      if (this.#shown?.turn === key) {
        this.#fail(failure);
      }
    }
  }

  #titleOf(turn) {
    const practice = this.#state.practice;
    const isPractice = turn.position <= practice;
    const name = isPractice
      ? phrase(this.#words, "practice_case", turn.position, practice)
      : phrase(this.#words, "case", turn.position - practice, this.#state.total - practice);
    return turn.revision > 0 ? phrase(this.#words, "correcting", name) : name;
  }

  #turnTo(screen) {
    this.#screen = screen;
    if (screen !== "case") {
      this.#shown = null;
      this.#time.show(null);
    }
    for (const part of document.querySelectorAll("[data-screen]")) {
      part.hidden = part.dataset.screen !== screen;
    }
    const cannotUndo = (this.#state?.last ?? null) === null;
    this.#parts.undo.disabled = cannotUndo && (this.#shown?.revision ?? 0) === 0;
    this.#parts.undoLast.disabled = cannotUndo;
    (screen === "case" ? this.#parts.title : document.querySelector(`[data-screen="${screen}"] h1`)).focus();
  }

  #progress() {
    const { complete, total } = this.#state;
    this.#parts.bar.max = total;
    this.#parts.bar.value = complete;
    this.#parts.count.textContent = phrase(this.#words, "complete", complete, total);
  }

  /** Shows what happened to an answer; screen readers read it aloud. */
  #tell(what) {
    this.#parts.sent.textContent = this.#words[what];
    this.#parts.sent.dataset.state = what;
  }

  #tellWaiting(count) {
    this.#parts.waiting.hidden = count === 0;
    this.#parts.waitingText.textContent =
      count === 1 ? this.#words.waits_one : phrase(this.#words, "waits", count);
  }

  #complain(text) {
    this.#parts.problem.textContent = text;
  }

  #fail(failure) {
    this.#parts.failureText.textContent =
      failure.message === "session" ? this.#words.session_ended : this.#words.not_loaded;
    this.#turnTo("failed");
  }
}

function turnOf(turn) {
  return `${turn.position}/${turn.step}`;
}

/** 32 hexadecimal digits. */
function randomName() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The state that an answer leads to, if it is known before the server has the answer; else null. */
function stateAhead(state, submission, shown, isSequential) {
  const { pictures, advice } = shown;
  const last = { ...submission, part: shown.part, pictures, advice, first: shown.first ?? null };
  if (submission.revision > 0) {
    return { ...state, last };
  }
  const isDisclosing = isSequential && submission.step === "first";
  if (state.next_pictures.length === 0 || isDisclosing || submission.position < state.practice + 1) {
    return null;
  }
  return {
    ...state,
    complete: state.complete + 1,
    current: {
      ...state.current,
      position: submission.position + 1,
      step: "first",
      pictures: state.next_pictures,
      advice: null,
      first: null,
      starts_block: false,
    },
    next_pictures: [],
    last,
    feedback: null,
  };
}
