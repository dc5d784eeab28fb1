/** A text of the page's language, with {0}, {1}, … filled in. */
export function phrase(words, key, ...values) {
  return words[key].replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)]));
}

/** A new element with a class and a text. */
export function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
