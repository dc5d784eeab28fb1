"""Copies a cohort and plants leaks or a shortcut in the copy: python plant.py WHAT MANIFEST OUT [SEED [DUPLICATES]]

WHAT: leaks    20 (or so many) duplicates (recompressed, cropped or flipped) under other subjects, 10 persons under two ids; truth.csv tells which
      border   a thin frame whose colour goes with the diagnosis
      camera   site by diagnosis, and JPEG quality by site
      drawn    nothing: 300 subjects of the cohort, drawn at random, with all their photos
      shuffled diagnoses permuted between the subjects, in the same counts: nothing can be learnt
"""
import csv
import os
import random
import shutil
import sys

import cv2
import numpy as np

DUPLICATES = 20
TWICE = 10
DRAWN = 300


def read(manifest):
    with open(manifest, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def write(rows, out, name="manifest.csv"):
    with open(os.path.join(out, name), "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def copy(rows, manifest, out):
    for row in rows:
        target = os.path.join(out, row["photo"])
        os.makedirs(os.path.dirname(target), exist_ok=True)
        shutil.copyfile(os.path.join(os.path.dirname(manifest), row["photo"]), target)


def save(picture, path, quality):
    cv2.imwrite(path, picture, [cv2.IMWRITE_JPEG_QUALITY, quality])


def duplicate(picture, kind, rng):
    height, width = picture.shape[:2]
    if kind == "recompressed":
        factor = rng.uniform(0.6, 1.5)
        picture = cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA if factor < 1 else cv2.INTER_LINEAR)
    elif kind == "cropped":
        left, top, right, bottom = (rng.uniform(0.03, 0.15) for _ in range(4))
        picture = picture[int(top * height) : int((1 - bottom) * height), int(left * width) : int((1 - right) * width)]
    else:
        picture = picture[:, ::-1]
    return picture


def leaks(rows, out, rng, duplicates=DUPLICATES):
    by_subject = {}
    for row in rows:
        by_subject.setdefault(row["subject"], []).append(row)
    subjects = list(by_subject)
    rng.shuffle(subjects)
    several = [s for s in subjects if len(by_subject[s]) >= 2][:TWICE]
    single = [s for s in subjects if s not in several]
    truth = []
    for number, subject in enumerate(several):
        photos = by_subject[subject]
        other = f"{subject}-again"
        for row in rng.sample(photos, len(photos) // 2):
            row["subject"] = other
        truth.append({"kind": "person", "a": subject, "b": other})
    for number in range(duplicates):
        source = rng.choice(by_subject[single[2 * number]])
        owner = by_subject[single[2 * number + 1]][0]
        kind = ("recompressed", "cropped", "flipped")[number % 3]
        picture = cv2.imread(os.path.join(out, source["photo"]))
        path = f"photos/extra-{number}.jpg"
        save(duplicate(picture, kind, rng), os.path.join(out, path), rng.randint(50, 90))
        rows.append({**owner, "photo": path})
        truth.append({"kind": kind, "a": source["photo"], "b": path})
    write(truth, out, "truth.csv")


def border(rows, out, rng):
    colours = {name: tuple(rng.randint(60, 200) for _ in range(3)) for name in sorted({r["diagnosis"] for r in rows})}
    for row in rows:
        path = os.path.join(out, row["photo"])
        picture = cv2.imread(path)
        edge = max(1, picture.shape[0] // 60)
        mark = np.clip(np.array(colours[row["diagnosis"]]) + [rng.gauss(0, 20) for _ in range(3)], 0, 255)
        framed = picture.copy()
        framed[:] = mark
        framed[edge:-edge, edge:-edge] = picture[edge:-edge, edge:-edge]
        save(framed, path, 90)


def camera(rows, out, rng):
    """Three in four of each diagnosis come from the site that goes with it."""
    classes = sorted({r["diagnosis"] for r in rows})
    sites = {}
    for row in rows:
        own = classes.index(row["diagnosis"])
        site = sites.setdefault(row["subject"], own if rng.random() < 0.75 else rng.randrange(len(classes)))
        row["site"] = f"site-{site}"
        path = os.path.join(out, row["photo"])
        save(cv2.imread(path), path, 70 + 7 * site)


def shuffled(rows, out, rng):
    of = {row["subject"]: row["diagnosis"] for row in rows}
    dealt = list(of.values())
    rng.shuffle(dealt)
    new = dict(zip(of, dealt))
    for row in rows:
        row["diagnosis"] = new[row["subject"]]


def drawn(rows, out, rng):
    keep = set(rng.sample(sorted({row["subject"] for row in rows}), DRAWN))
    rows[:] = [row for row in rows if row["subject"] in keep]


def main():
    what, manifest, out = sys.argv[1:4]
    rng = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    rows = read(manifest)
    os.makedirs(out)
    copy(rows, manifest, out)
    more = [int(word) for word in sys.argv[5:6]]
    {"leaks": leaks, "border": border, "camera": camera, "drawn": drawn, "shuffled": shuffled}[what](rows, out, rng, *more)
    write(rows, out)


if __name__ == "__main__":
    main()
