const text = new TextEncoder();

export const PackFault = Object.freeze({ WRONG: "pack_wrong", CHANGED: "pack_changed" });

/** Bytes of a base64 text. */
export function fromBase64(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function toBase64(bytes) {
  let letters = "";
  for (let start = 0; start < bytes.length; start += 0x8000) {
    letters += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(letters);
}

/** Case, spaces and hyphens of a passphrase do not count. */
function plain(passphrase) {
  return passphrase.normalize("NFKC").toLowerCase().replaceAll(/[\s-]/gu, "");
}

/** The content key, unwrapped by a key that the passphrase gives. @throws {Error} {@code PackFault.WRONG} */
export async function contentKey(header, passphrase) {
  const base = await crypto.subtle.importKey("raw", text.encode(plain(passphrase)), "PBKDF2", false, ["deriveKey"]);
  const wrapping = await crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt: fromBase64(header.salt), iterations: header.rounds },
    base,
    { name: "AES-GCM", length: 256 },
    false,
    ["decrypt"],
  );
  try {
    const key = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: fromBase64(header.key_nonce) },
      wrapping,
      fromBase64(header.wrapped_key),
    );
    return await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]);
  } catch {
    throw new Error(PackFault.WRONG);
  }
}

/** The content of the pack. @throws {Error} {@code PackFault.CHANGED} */
export async function openPayload(header, key, payload) {
  try {
    const bound = text.encode([header.pack, header.reader, header.expires].join("\n"));
    const opened = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: fromBase64(header.payload_nonce), additionalData: bound },
      key,
      payload,
    );
    return JSON.parse(new TextDecoder().decode(opened));
  } catch {
    throw new Error(PackFault.CHANGED);
  }
}

/** SHA-256 as hexadecimal digits. */
export async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Answers as they are kept and saved: encrypted, with the pack's id and the hash of its payload. */
export async function sealAnswers(header, key, value) {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv: nonce, additionalData: answersBound(header) },
    key,
    text.encode(JSON.stringify(value, (_, one) => one ?? undefined)),
  );
  return {
    format: 1,
    pack: header.pack,
    payload_sha256: header.payload_sha256,
    nonce: toBase64(nonce),
    answers: toBase64(new Uint8Array(sealed)),
  };
}

/** The answers, with null for what is absent. @throws {Error} if they are of another pack, or changed */
export async function openAnswers(header, key, sealed) {
  const opened = await crypto.subtle.decrypt(
    { name: "AES-GCM", iv: fromBase64(sealed.nonce), additionalData: answersBound(header) },
    key,
    fromBase64(sealed.answers),
  );
  const { experience = null, answers } = JSON.parse(new TextDecoder().decode(opened));
  return { experience, answers: answers.map((one) => ({ choice: null, confidence: null, ...one })) };
}

function answersBound(header) {
  return text.encode(["answers", header.pack, header.payload_sha256].join("\n"));
}
