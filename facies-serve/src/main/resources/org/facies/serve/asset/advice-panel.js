import { element, phrase } from "./words.js";

/** What the model says of the case on the screen: its answer, its prediction set, its probabilities. */
export class AdvicePanel {
  #place;
  #settings;

  constructor(place, settings) {
    this.#place = place;
    this.#settings = settings;
  }

  /** @param advice null to show none */
  show(advice, first) {
    this.#place.hidden = advice === null;
    if (advice === null) {
      return;
    }
    const { words, classes } = this.#settings;
    const name = (choice) => classes[choice];
    const set = advice.set.length === 0 ? words.set_empty : advice.set.map(name).join(", ");
    this.#fill("answer", name(advice.choice));
    this.#fill("set-name", phrase(words, "set_name", advice.level_percent));
    this.#fill("set", set);
    this.#fill("first", first === null ? "" : this.#answer(first));
    this.#place
      .querySelector("[data-bars]")
      .replaceChildren(...advice.probabilities.map((share, choice) => this.#row(name(choice), share)));
  }

  #answer(answer) {
    const { words, classes } = this.#settings;
    const said = answer.choice === null ? words.cannot_say : classes[answer.choice];
    return answer.confidence === null ? said : phrase(words, "with_confidence", said, answer.confidence);
  }

  #fill(name, text) {
    this.#place.querySelector(`[data-${name}]`).textContent = text;
  }

  #row(name, share) {
    const row = document.createElement("tr");
    const title = element("th", "", name);
    title.scope = "row";
    const bar = element("td", "bar", "");
    const meter = document.createElement("meter");
    meter.max = 1;
    meter.value = share;
    meter.setAttribute("aria-hidden", "true");
    bar.append(meter);
    row.append(title, bar, element("td", "number", phrase(this.#settings.words, "percent", percent(share))));
    return row;
  }
}

function percent(share) {
  const value = Math.round(share * 100);
  return (value === 0 && share > 0) || (value === 100 && share < 1) ? (share * 100).toFixed(1) : String(value);
}
