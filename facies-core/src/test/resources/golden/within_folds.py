"""Areas under ROC curves from pairs of cases of one fold, by counting all pairs: within_folds.json. Needs NumPy only.

    python within_folds.py
"""
import csv
import json
import os

import numpy as np

FOLDER = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(FOLDER, "predictions.csv"), encoding="utf-8") as file:
    ROWS = list(csv.DictReader(file))
CLASSES = sorted({row["diagnosis"] for row in ROWS})


def by_photo(model):
    p = np.array([[float(row[f"{model}_{c}"]) for c in CLASSES] for row in ROWS])
    return p / p.sum(1, keepdims=True), [row["diagnosis"] for row in ROWS], [row["fold"] for row in ROWS]


def by_subject(model):
    p, diagnosis, fold = by_photo(model)
    subjects = list(dict.fromkeys(row["subject"] for row in ROWS))
    first = [next(i for i, row in enumerate(ROWS) if row["subject"] == s) for s in subjects]
    mean = np.array([p[[row["subject"] == s for row in ROWS]].sum(0) for s in subjects])
    return mean / mean.sum(1, keepdims=True), [diagnosis[i] for i in first], [fold[i] for i in first]


def areas(p, diagnosis, fold):
    diagnosis, fold, found = np.array(diagnosis), np.array(fold), {}
    for i, c in enumerate(CLASSES):
        wins = pairs = 0
        for f in set(fold):
            difference = np.subtract.outer(p[(fold == f) & (diagnosis == c), i], p[(fold == f) & (diagnosis != c), i])
            wins += (difference > 0).sum() + (difference == 0).sum() / 2
            pairs += difference.size
        found[c] = float(wins / pairs)
    return dict(macro=float(np.mean(list(found.values()))), per_class=found)


with open(os.path.join(FOLDER, "within_folds.json"), "w", encoding="utf-8") as file:
    json.dump({level: {model: areas(*cases(model)) for model in "ab"}
               for level, cases in (("photo", by_photo), ("subject", by_subject))}, file, indent=1)
    file.write("\n")
