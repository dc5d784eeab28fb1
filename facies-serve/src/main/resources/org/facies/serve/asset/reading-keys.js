/** Keys without Ctrl, Alt or the command key, so that none of the browser's own is taken. */
const KEYS = {
  Backspace: "back",
  u: "undo",
  p: "pause",
  "+": "zoomIn",
  "=": "zoomIn",
  "-": "zoomOut",
  b: "brighter",
  d: "darker",
  n: "plain",
  c: "comment",
  k: "keep",
};
const STORE = "facies-shortcuts";

/**
 * Listens to the keys of the reading page.
 *
 * @param reading what the keys act on
 * @param shortcuts button that turns them off, for people whose other tools press keys
 */
export function readingKeys(reading, shortcuts) {
  let isOn = storedChoice() !== "off";
  const tell = () => shortcuts.setAttribute("aria-pressed", String(isOn));
  tell();
  shortcuts.addEventListener("click", () => {
    isOn = !isOn;
    tell();
    storeChoice(isOn ? "on" : "off");
  });
  document.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing && isOn) {
      press(reading, event);
    } else if (event.ctrlKey && event.key === "Enter" && isText(event.target)) {
      take(event, () => reading.confirm());
    }
  });
}

function press(reading, event) {
  if (isText(event.target)) {
    if (event.key === "Escape") {
      take(event, () => event.target.blur());
    } else if (event.key === "Enter" && event.target.tagName !== "TEXTAREA") {
      take(event, () => reading.confirm());
    }
    return;
  }
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.shiftKey ? "" : event.code)?.[1] ?? /^\d$/.exec(event.key)?.[0];
  if (event.key === "Enter") {
    enter(reading, event);
  } else if (reading.screen === "paused") {
    if (event.key === "p") {
      take(event, () => document.getElementById("paused").close());
    }
  } else if (reading.screen === "case" && digit !== undefined) {
    take(event, () => reading.press(Number(digit)));
  } else if (reading.screen === "case" || ["Backspace", "u"].includes(event.key)) {
    const name = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (name !== undefined) {
      take(event, () => reading[name]());
    }
  }
}

/** Enter presses a button or link that has the focus; elsewhere it confirms, or goes on. */
function enter(reading, event) {
  if (reading.screen === "paused" || event.target.closest("button, a, summary") !== null) {
    return;
  }
  take(event, () => (reading.screen === "case" ? reading.confirm() : reading.proceed()));
}

/** A key that is held down acts once. */
function take(event, act) {
  event.preventDefault();
  if (!event.repeat) {
    act();
  }
}

function isText(target) {
  return target.matches?.("textarea, input:not([type=radio]):not([type=checkbox]), select") ?? false;
}

function storedChoice() {
  try {
    return localStorage.getItem(STORE);
  } catch {
    return null;
  }
}

function storeChoice(value) {
  try {
    localStorage.setItem(STORE, value);
  } catch {
    // The choice then lasts for this page only.
  }
}
