import { contentKey, fromBase64, openAnswers, openPayload, PackFault, sealAnswers, sha256 } from "./pack-crypto.js";
import { PackStore } from "./pack-store.js";
import { Reading } from "./reading.js";
import { PackSession } from "./session-pack.js";
import { phrase } from "./words.js";

const header = JSON.parse(document.getElementById("pack").dataset.pack);
const root = document.getElementById("reading");
const { words, sequential } = JSON.parse(root.dataset.settings);
const place = (id) => document.getElementById(id);
/** What is known after the correct passphrase was entered: {key, content, store, kept}. */
let opened = null;

/** Shows one of the three parts of the page. */
function turnTo(part) {
  for (const one of ["locked", "start", "opened"]) {
    place(one).hidden = one !== part;
  }
}

/** @throws {Error} whose message is the key of a text */
async function unlock(passphrase) {
  const payload = fromBase64(place("payload").textContent.trim());
  if ((await sha256(payload)) !== header.payload_sha256) {
    throw new Error(PackFault.CHANGED);
  }
  const key = await contentKey(header, passphrase);
  const content = await openPayload(header, key, payload);
  if (new Date() > new Date(header.expires)) {
    throw new Error("pack_expired");
  }
  const store = await PackStore.open(header, key).catch(() => {
    throw new Error("pack_no_store");
  });
  return { key, content, store, kept: await store.read() };
}

/** The content as a session expects it; pictures are addresses in the memory of this page. */
function prepared(content) {
  const addresses = Object.fromEntries(
    Object.entries(content.pictures).map(([name, picture]) => [
      name,
      URL.createObjectURL(new Blob([fromBase64(picture.bytes)], { type: picture.media_type })),
    ]),
  );
  const presentations = content.presentations.map((one) => ({
    ...one,
    pictures: one.pictures.map((name) => addresses[name]),
    advice: one.advice ?? null,
    truth: one.truth ?? null,
  }));
  return { ...content, presentations, sequential, words, expires: header.expires };
}

function read() {
  turnTo("opened");
  const keeper = {
    keep: async (value) => {
      const isKept = await opened.store.keep(value);
      opened.kept = isKept ? value : opened.kept;
      return isKept;
    },
    read: async () => {
      opened.kept = await opened.store.read();
      return opened.kept;
    },
  };
  new Reading(new PackSession(prepared(opened.content), keeper, opened.kept), root).begin();
}

async function save() {
  const sealed = await sealAnswers(header, opened.key, { ...opened.kept, saved: new Date().toISOString() });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(sealed)], { type: "application/octet-stream" }));
  link.download = `${header.reader}-${header.pack.slice(0, 8)}.answers`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  const complete = new PackSession(prepared({ ...opened.content, pictures: {} }), null, opened.kept);
  const state = await complete.state();
  place("savedFile").textContent = phrase(words, "pack_file", state.complete, state.total, link.download);
}

async function load(file) {
  let kept;
  try {
    const sealed = JSON.parse(await file.text());
    kept = await openAnswers(header, opened.key, sealed);
  } catch {
    throw new Error("pack_other");
  }
  if (kept.answers.length < opened.kept.answers.length) {
    throw new Error("pack_fewer");
  }
  opened.kept = { experience: kept.experience, answers: kept.answers };
  await opened.store.keep(opened.kept);
}

/** Runs the action of a form, and shows an error if it fails. */
function onSubmit(form, problem, act) {
  place(form).addEventListener("submit", async (event) => {
    event.preventDefault();
    place(problem).textContent = "";
    try {
      await act();
    } catch (failure) {
      if (!(failure.message in words)) {
        throw failure;
      }
      place(problem).textContent = phrase(words, failure.message, header.expires.slice(0, 10));
    }
  });
}

onSubmit("unlock", "unlockProblem", async () => {
  place("unlockProblem").textContent = words.pack_opening;
  opened = await unlock(place("passphrase").value);
  place("passphrase").value = "";
  place("unlockProblem").textContent = "";
  if (opened.kept.experience === null) {
    turnTo("start");
    place("startTitle").focus();
  } else {
    read();
  }
});

onSubmit("load", "loadProblem", async () => {
  await load(place("loadFile").files[0]);
  read();
});

place("experience").addEventListener("submit", async (event) => {
  event.preventDefault();
  const given = new FormData(event.target);
  const experience = {
    years: Number(given.get("years")),
    specialty: given.get("specialty").trim(),
    genetics_training: given.get("genetics") === "yes",
  };
  opened.kept = { ...opened.kept, experience };
  await opened.store.keep(opened.kept);
  read();
});

for (const button of document.querySelectorAll("[data-save]")) {
  button.addEventListener("click", save);
}
