import { phrase } from "./words.js";

const CANNOT_SAY = "none";

/**
 * The form of one answer. Number keys choose a class first, then how certain it is; {@code data-stage} of the form says
 * which of the two they choose now.
 */
export class AnswerForm {
  #form;
  #settings;
  #words;

  constructor(form, settings) {
    this.#form = form;
    this.#settings = settings;
    this.#words = settings.words;
    form.addEventListener("change", (event) => this.#changed(event.target));
    form.addEventListener("input", () => this.#sum());
  }

  /** Empties the form, or fills it with an answer that was given before. */
  open(before) {
    this.#form.reset();
    if (before !== null) {
      this.#check("choice", before.choice ?? CANNOT_SAY);
      this.#check("confidence", before.confidence);
      before.probabilities.forEach((share, index) => {
        this.#field(`p${index}`).value = String(Math.round(share * 1000) / 10);
      });
      if (this.#settings.comment) {
        this.#field("comment").value = before.comment;
      }
    }
    this.#update(before === null ? "choice" : this.#after());
    this.#sum();
  }

  /** Locks or opens all fields. */
  lock(locked) {
    this.#form.querySelector("fieldset.all").disabled = locked;
  }

  /** A number key. */
  press(number) {
    if (this.#form.dataset.stage === "confidence") {
      if (number >= 1 && number <= 5) {
        this.#check("confidence", number);
        this.#update("confidence");
      }
    } else if (number === 0 && this.#settings.cannot_say) {
      this.#check("choice", CANNOT_SAY);
      this.#update(this.#after());
    } else if (number >= 1 && number <= this.#settings.classes.length) {
      this.#check("choice", number - 1);
      this.#update(this.#after());
    }
  }

  /** Undoes the last choice. @returns {boolean} false if nothing was chosen */
  back() {
    if (this.#value("confidence") !== null && this.#form.dataset.stage === "confidence") {
      this.#clear("confidence");
    } else if (this.#value("choice") !== null) {
      this.#clear("choice");
      this.#clear("confidence");
      this.#update("choice");
    } else {
      return false;
    }
    return true;
  }

  /** Puts the focus on the comment. */
  comment() {
    if (this.#settings.comment) {
      this.#field("comment").focus();
    }
  }

  /** @returns {{problem: string}|{choice, confidence, probabilities, comment}} */
  read() {
    const choice = this.#value("choice");
    if (choice === null) {
      return { problem: phrase(this.#words, "choose_first", this.#settings.classes.length) };
    }
    const isClass = choice !== CANNOT_SAY;
    const confidence = this.#settings.confidence && isClass ? this.#value("confidence") : null;
    if (this.#settings.confidence && isClass && confidence === null) {
      return { problem: this.#words.confidence_first };
    }
    const shares = this.#shares();
    const total = shares.reduce((sum, share) => sum + share, 0);
    if (shares.length > 0 && (shares.some((share) => !(share >= 0)) || Math.abs(total - 100) > 0.05)) {
      return { problem: phrase(this.#words, "sum_wrong", this.#number(total)) };
    }
    return {
      choice: isClass ? Number(choice) : null,
      confidence: confidence === null ? null : Number(confidence),
      probabilities: shares.map((share) => share / total),
      comment: this.#settings.comment ? this.#field("comment").value.trim() : "",
    };
  }

  /** The stage that follows the choice of a class. */
  #after() {
    return this.#settings.confidence && this.#value("choice") !== CANNOT_SAY ? "confidence" : "choice";
  }

  #changed(field) {
    if (field.name === "choice") {
      this.#update(this.#after());
    } else if (field.name === "confidence" && this.#value("choice") !== null) {
      this.#update("confidence");
    }
  }

  #update(stage) {
    this.#form.dataset.stage = stage;
    const isUnsure = this.#value("choice") === CANNOT_SAY;
    for (const field of this.#fields("confidence")) {
      field.disabled = isUnsure;
      field.checked = field.checked && !isUnsure;
    }
  }

  /** Percentages; none if all are left empty, NaN where one is not a number. */
  #shares() {
    if (!this.#settings.probabilities) {
      return [];
    }
    const texts = this.#settings.classes.map((_, index) => this.#field(`p${index}`));
    return texts.every((field) => field.value === "" && !field.validity.badInput)
      ? []
      : texts.map((field) => (field.validity.badInput ? NaN : Number(field.value)));
  }

  #sum() {
    const place = this.#form.querySelector("output");
    if (place !== null) {
      const shares = this.#shares();
      const total = shares.reduce((sum, share) => sum + share, 0);
      place.textContent = shares.length === 0 ? "" : phrase(this.#words, "sum", this.#number(total));
    }
  }

  #number(value) {
    return Number.isNaN(value) ? "?" : String(Math.round(value * 10) / 10);
  }

  #fields(name) {
    return this.#form.querySelectorAll(`[name="${name}"]`);
  }

  #field(name) {
    return this.#form.elements.namedItem(name);
  }

  #value(name) {
    return this.#form.querySelector(`[name="${name}"]:checked`)?.value ?? null;
  }

  #check(name, value) {
    for (const field of this.#fields(name)) {
      field.checked = field.value === String(value);
    }
  }

  #clear(name) {
    this.#check(name, null);
  }
}
