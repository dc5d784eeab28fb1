"""Damages copies of a signed bundle in every way that acceptance asks for and checks that verify.py refuses each.

usage: python refusals.py BUNDLE.facies PUBLIC.pem      exits 1 if a damaged bundle is accepted, or the whole one refused
"""

import base64
import itertools
import json
import os
import sys
import tempfile
import zipfile

from cryptography.hazmat.primitives.asymmetric import ec
from verify import SIGNATURE, Refused, files_of, public_key, sha256, verified

bundle, key = sys.argv[1], public_key(sys.argv[2])
whole = files_of(bundle)
names = [name for name in whole if name != SIGNATURE]
wrong = 0


def written(files, folder):
    for name, content in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content)


def zipped(files, path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)


def refusal(place, other_key=None):
    """The defects in one line, or nothing if the bundle is accepted."""
    try:
        verified(place, other_key or key)
        return None
    except Refused as refused:
        return "; ".join(refused.defects)


def expect(case, told, *named):
    global wrong
    good = told is not None and all(name in told for name in named)
    wrong += not good
    print(f"{'refused ' if good else 'ACCEPTED' if told is None else 'NOT NAMED'}  {case}: {told}")


def damaged(case, files, *named):
    """Both forms of a bundle; what was damaged has to be named."""
    with tempfile.TemporaryDirectory() as folder:
        written(files, os.path.join(folder, "bundle"))
        zipped(files, os.path.join(folder, "bundle.facies"))
        expect(case + ", folder", refusal(os.path.join(folder, "bundle")), *named)
        expect(case + ", file", refusal(os.path.join(folder, "bundle.facies")), *named)


def flipped(content, at):
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def statement_with(change):
    """The signature file with another statement and the old signature."""
    signature = json.loads(whole[SIGNATURE])
    statement = json.loads(base64.b64decode(signature["dsseEnvelope"]["payload"]))
    change(statement)
    signature["dsseEnvelope"]["payload"] = base64.b64encode(json.dumps(statement).encode()).decode()
    return json.dumps(signature).encode()


if refusal(bundle) is not None:
    sys.exit(f"the whole bundle is refused: {refusal(bundle)}")
for name in names:
    for at in sorted({0, len(whole[name]) // 2, len(whole[name]) - 1}):
        damaged(f"{name} changed at byte {at}", {**whole, name: flipped(whole[name], at)}, name)
    damaged(f"{name} cut by a byte", {**whole, name: whole[name][:-1]}, name)
    damaged(f"{name} removed", {n: c for n, c in whole.items() if n != name}, name)
    damaged(f"{name} renamed", {(n + "x" if n == name else n): c for n, c in whole.items()}, name)
for one, other in itertools.combinations(names, 2):
    damaged(f"{one} and {other} swapped", {**whole, one: whole[other], other: whole[one]}, one, other)
for extra in ("extra.txt", ".hidden", "below/extra.txt", "model.sig.bak"):
    damaged(f"{extra} added", {**whole, extra: b"extra"}, extra)
damaged("signature removed", {n: c for n, c in whole.items() if n != SIGNATURE}, SIGNATURE)

first = names[0]
other_content = flipped(whole[first], 0)


def with_its_hash(statement):
    for resource in statement["predicate"]["resources"]:
        if resource["name"] == first:
            resource["digest"] = sha256(other_content)
    digests = [bytes.fromhex(r["digest"]) for r in statement["predicate"]["resources"]]
    statement["subject"][0]["digest"]["sha256"] = sha256(b"".join(digests))


damaged(f"{first} changed with its hash in the signature", {
    **whole, first: other_content, SIGNATURE: statement_with(with_its_hash)}, "signature")
damaged("an ignored path added", {
    **whole, "extra": b"", SIGNATURE: statement_with(
        lambda s: s["predicate"]["serialization"]["ignore_paths"].append("extra"))}, "signature")
expect("another key", refusal(bundle, ec.generate_private_key(ec.SECP256R1()).public_key()), "another key")
with tempfile.TemporaryDirectory() as folder:
    written(whole, folder)
    link = os.path.join(folder, first)
    os.rename(link, folder + ".elsewhere")
    os.symlink(folder + ".elsewhere", link)
    expect(f"{first} a link to the same content, folder", refusal(folder), first)
    os.remove(folder + ".elsewhere")

content = open(bundle, "rb").read()
if len(content) <= 1 << 16:
    accepted = []
    with tempfile.TemporaryDirectory() as folder:
        place = os.path.join(folder, "bundle.facies")
        for at in range(len(content)):
            with open(place, "wb") as file:
                file.write(flipped(content, at))
            if refusal(place) is None:
                accepted.append(at)
                if files_of(place) != whole:
                    wrong += 1
                    print(f"ACCEPTED  byte {at} of the file, which changes what it holds")
    print(f"each of {len(content)} bytes of the file changed: {len(content) - len(accepted)} refused; the other"
          f" {len(accepted)} belong to the zip and to no file in it")
print("all refused" if not wrong else f"{wrong} not refused as they should be")
sys.exit(wrong > 0)
