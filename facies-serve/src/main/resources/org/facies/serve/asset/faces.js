import { element, phrase } from "./words.js";

const ZOOMS = [0, 1, 2, 3];
const LIGHTS = [-2, -1, 0, 1, 2, 3];
const KEPT = 24;

/** The pictures of a case. Zoom and brightness change only the style, not the bytes of the picture. */
export class Faces {
  #place;
  #words;
  #pictures = new Map();
  #wanted = "";

  constructor(place, words) {
    this.#place = place;
    this.#words = words;
    this.reset();
  }

  /** Starts to fetch pictures that are shown next. */
  prefetch(addresses) {
    addresses.forEach((address) => this.#picture(address));
  }

  /**
   * Shows the pictures when all have arrived.
   *
   * @returns {Promise<boolean>} false if others were wanted meanwhile
   * @throws {Error} if a picture did not arrive
   */
  async show(addresses) {
    const wanted = addresses.join(" ");
    this.#wanted = wanted;
    this.reset();
    this.#place.replaceChildren();
    const pictures = addresses.map((address) => this.#picture(address));
    try {
      await Promise.all(pictures.map((picture) => picture.decode()));
    } catch (failure) {
      addresses.forEach((address) => this.#pictures.delete(address));
      throw failure;
    }
    if (this.#wanted !== wanted) {
      return false;
    }
    this.#place.dataset.count = String(pictures.length);
    this.#place.replaceChildren(...pictures.map((picture, index) => this.#frame(picture, index, pictures.length)));
    this.#forget();
    return true;
  }

  /** Takes the pictures off the screen. */
  clear() {
    this.#wanted = "";
    this.#place.replaceChildren();
  }

  zoom(step) {
    this.#turn("zoom", ZOOMS, step);
  }

  brighten(step) {
    this.#turn("light", LIGHTS, step);
  }

  reset() {
    this.#place.dataset.zoom = "0";
    this.#place.dataset.light = "0";
  }

  #turn(name, steps, step) {
    const next = Number(this.#place.dataset[name]) + step;
    this.#place.dataset[name] = String(Math.min(steps.at(-1), Math.max(steps[0], next)));
  }

  #picture(address) {
    let picture = this.#pictures.get(address);
    if (picture === undefined) {
      picture = new Image();
      picture.draggable = false;
      picture.src = address;
      this.#pictures.set(address, picture);
    }
    return picture;
  }

  #frame(picture, index, count) {
    const frame = element("div", "frame", "");
    const name = count === 1 ? this.#words.photo : phrase(this.#words, "photo_of", index + 1, count);
    picture.alt = name;
    frame.tabIndex = 0;
    frame.setAttribute("role", "group");
    frame.setAttribute("aria-label", name);
    frame.append(picture);
    return frame;
  }

  #forget() {
    for (const address of [...this.#pictures.keys()].slice(0, -KEPT)) {
      if (!this.#wanted.includes(address)) {
        this.#pictures.delete(address);
      }
    }
  }
}
