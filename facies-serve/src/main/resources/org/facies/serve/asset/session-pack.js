/**
 * A reader's session without a server: the rules of org.facies.reading.ReadingProgress, and answers that are kept in a
 * store before they count. Outcomes are those of a server session; nothing ever waits.
 */
export class PackSession {
  #content;
  #keeper;
  #kept;
  #now;

  /**
   * @param content what the pack holds: arm, presentations with pictures, …
   * @param keeper keeps {experience, answers} encrypted: {@code keep(value)} resolves to false if another page kept more
   * @param kept what it kept so far
   * @param now the time, for expiry and for the time of an answer
   */
  constructor(content, keeper, kept, now = () => new Date()) {
    this.#content = content;
    this.#keeper = keeper;
    this.#kept = kept;
    this.#now = now;
  }

  listen() {}

  waiting() {
    return 0;
  }

  async retry() {}

  async state() {
    return this.#state();
  }

  async answer(submission) {
    if (this.#now() > new Date(this.#content.expires)) {
      return { outcome: "behind", state: this.#state() };
    }
    if (!this.#isDue(submission)) {
      return { outcome: "behind", state: this.#state() };
    }
    const answered = { ...submission, answered: this.#now().toISOString() };
    const kept = { ...this.#kept, answers: [...this.#kept.answers, answered] };
    try {
      if (!(await this.#keeper.keep(kept))) {
        this.#kept = await this.#keeper.read();
        return { outcome: "behind", state: this.#state() };
      }
    } catch {
      return { outcome: "refused", problems: [this.#content.words.pack_not_saved] };
    }
    this.#kept = kept;
    return { outcome: "saved", state: this.#state() };
  }

  #steps() {
    return this.#content.sequential ? ["first", "second"] : ["first"];
  }

  /** All turns in order, each with its last answer or null. */
  #turns() {
    const last = new Map(this.#kept.answers.map((answer) => [`${answer.position}/${answer.step}`, answer]));
    return this.#content.presentations.flatMap((presentation) =>
      this.#steps().map((step) => ({
        presentation,
        step,
        answer: last.get(`${presentation.position}/${step}`) ?? null,
      })),
    );
  }

  #correctable(turns) {
    const given = turns.filter((turn) => turn.answer !== null).at(-1);
    if (given === undefined) {
      return null;
    }
    const modelFollows = this.#content.sequential && given.step === "first";
    return modelFollows || given.presentation.truth !== null ? null : given;
  }

  #isDue(submission) {
    const turns = this.#turns();
    const next = turns.find((turn) => turn.answer === null);
    const last = this.#correctable(turns);
    const isAt = (turn) => turn?.presentation.position === submission.position && turn.step === submission.step;
    return (
      (submission.revision === 0 && isAt(next)) ||
      (isAt(last) && submission.revision === last.answer.revision + 1)
    );
  }

  #state() {
    const turns = this.#turns();
    const next = turns.find((turn) => turn.answer === null) ?? null;
    const last = this.#correctable(turns);
    const presentations = this.#content.presentations;
    const after = next === null ? undefined : presentations[next.presentation.position];
    const isClosed = this.#now() > new Date(this.#content.expires);
    return {
      total: presentations.length,
      complete: turns.filter((turn) => turn.answer !== null && turn.step === this.#steps().at(-1)).length,
      practice: this.#content.practice,
      finished: next === null,
      closed: isClosed,
      current: next === null || isClosed ? null : this.#current(next),
      next_pictures: after?.pictures ?? [],
      last: last === null || isClosed ? null : { ...last.answer, ...this.#told(last) },
      feedback: this.#feedback(turns),
      break_minutes: this.#content.break_minutes,
    };
  }

  #current(turn) {
    const { position, block } = turn.presentation;
    const before = this.#content.presentations[position - 2];
    const startsBlock = before !== undefined && before.block > 0 && before.block < block;
    return { position, block, step: turn.step, ...this.#told(turn), starts_block: startsBlock };
  }

  #told(turn) {
    const { part, pictures, advice, position } = turn.presentation;
    const isSecond = turn.step === "second";
    const first = this.#kept.answers.filter((one) => one.position === position && one.step === "first").at(-1);
    return { part, pictures, advice: isSecond ? advice : null, first: isSecond ? first : null };
  }

  #feedback(turns) {
    const given = turns.filter((turn) => turn.answer !== null).at(-1);
    const isDone = given !== undefined && given.step === this.#steps().at(-1);
    return isDone && given.presentation.truth !== null
      ? { position: given.presentation.position, choice: given.presentation.truth }
      : null;
  }
}
