"""The audit's person check in NumPy: python persons.py EMBEDDINGS.csv

EMBEDDINGS.csv: facies embed PHOTOS --model mobilefacenet-512 --skip --out EMBEDDINGS.csv, of photos named SUBJECT_NUMBER.jpg.
Prints, for several chances of a subject to be in a pair that is none: how many of ten persons divided in two are found over the
seeds that the rule was chosen on and those it was confirmed on, with the pairs that are none; how many any threshold could find without
one of these; and what cohorts without doubles give.
DOUBLES lists the pairs that a cohort is known to hold.
"""
import csv
import os
import random
import sys

import numpy as np

CHANCES = (0.002, 0.003, 0.004, 0.005)
NEIGHBOURS = 30
CHOSEN_ON, CONFIRMED_ON = range(10), range(100, 130)
DOUBLES = {tuple(pair.split("=")) for pair in os.environ.get("DOUBLES", "").split()}


def read(path):
    with open(path, newline="") as file:
        rows = list(csv.reader(file))[1:]
    names = [os.path.basename(row[0]).split("_")[0] for row in rows]
    return np.array(names), np.array([row[1:] for row in rows], dtype=np.float32)


def unit(x):
    return x / np.maximum(np.linalg.norm(x, axis=-1, keepdims=True), 1e-12)


def similarities(embeddings, owners):
    """Subjects, and their similarity less the mean one of each to those most like it."""
    photos = unit(embeddings)
    photos = unit(photos - photos.mean(0))
    names, index = np.unique(owners, return_inverse=True)
    means = np.zeros((len(names), photos.shape[1]), np.float32)
    np.add.at(means, index, photos)
    means = unit(means)
    cosine = means @ means.T
    np.fill_diagonal(cosine, -9)
    crowding = np.sort(cosine, 1)[:, ::-1][:, 1:NEIGHBOURS].mean(1)
    result = cosine - (crowding[:, None] + crowding) / 2
    np.fill_diagonal(result, -9)
    return names, result


def gumbel(p):
    return -np.log(-np.log(p))


def threshold(best, chance):
    s, last = np.sort(best), len(best) - 1
    scale = max(1e-6, (s[3 * last // 4] - s[last // 4]) / (gumbel(0.75) - gumbel(0.25)))
    return s[last // 2] + scale * (gumbel(1 - chance) - gumbel(0.5))


def divided(owners, seed):
    """Ten persons with several photos under two ids each."""
    photos = {}
    for i, name in enumerate(owners):
        photos.setdefault(name, []).append(i)
    rng, names = random.Random(seed), list(photos)
    rng.shuffle(names)
    chosen = [name for name in names if len(photos[name]) >= 2][:10]
    result = owners.astype(object)
    for name in chosen:
        for i in rng.sample(photos[name], len(photos[name]) // 2):
            result[i] = f"{name}-again"
    return result.astype(str), chosen


def person(name):
    return name.removesuffix("-again")


def most_alike_that_are_none(names, alike):
    own = np.array([person(name) for name in names])
    same = own[:, None] == own
    for a, b in DOUBLES:
        same |= np.outer(own == a, own == b) | np.outer(own == b, own == a)
    return alike[~same].max()


def found(embeddings, owners, seeds):
    table, any_limit = {chance: [] for chance in CHANCES}, []
    for seed in seeds:
        names, alike = similarities(embeddings, (dealt := divided(owners, seed))[0])
        index = {name: i for i, name in enumerate(names)}
        own = np.array([alike[index[name], index[f"{name}-again"]] for name in dealt[1]])
        any_limit.append((own > most_alike_that_are_none(names, alike)).sum())
        for chance in CHANCES:
            limit = threshold(alike.max(1), chance)
            pairs = [(person(names[a]), person(names[b])) for a, b in np.argwhere(np.triu(alike) > limit) if a < b]
            wrong = sum(a != b and (a, b) not in DOUBLES for a, b in pairs)
            table[chance].append(((own > limit).sum(), wrong))
    print(f"  above every pair that is none: {sum(any_limit)} of {10 * len(any_limit)} persons,"
          f" fewer than nine in {sum(hits < 9 for hits in any_limit)} of {len(any_limit)} seeds")
    for chance, trials in table.items():
        hits, wrong = np.array(trials).T
        print(f"  chance {chance}: {hits.sum()} of {10 * len(hits)} persons, fewer than nine in {(hits < 9).sum()} of {len(hits)} seeds,"
              f" {wrong.sum()} pairs that are none", flush=True)


def poisson_at_least(count, mean):
    term, fewer = np.exp(-mean), 0.0
    for k in range(count):
        fewer, term = fewer + term, term * mean / (k + 1)
    return 1 - fewer


def without_doubles(embeddings, owners, subjects, cohorts, one_photo, rng):
    names = sorted(set(owners) - {name for pair in DOUBLES for name in pair})
    wrong, alarms = dict.fromkeys(CHANCES, 0), dict.fromkeys(CHANCES, 0)
    for _ in range(cohorts):
        keep = np.flatnonzero(np.isin(owners, rng.choice(names, subjects, replace=False)))
        if one_photo:
            keep = keep[np.unique(owners[keep], return_index=True)[1]]
        best = (alike := similarities(embeddings[keep], owners[keep])[1]).max(1)
        certain = (alike > threshold(best, 0.05 / len(best))).any()
        for chance in CHANCES:
            pairs = int((np.triu(alike, 1) > threshold(best, chance)).sum())
            wrong[chance] += pairs
            alarms[chance] += certain or poisson_at_least(pairs, subjects * chance / 2) < 0.05
    print(f"  {subjects} subjects, {'one photo' if one_photo else 'all photos'}, {cohorts} cohorts: pairs in 1,000 subjects "
          + ", ".join(f"{wrong[c] * 1000 / cohorts / subjects:.2f} ({c})" for c in CHANCES)
          + "; alarms " + ", ".join(f"{alarms[c]} ({c})" for c in CHANCES), flush=True)


if __name__ == "__main__":
    subject, vectors = read(sys.argv[1])
    print("seeds chosen on")
    found(vectors, subject, CHOSEN_ON)
    print("seeds confirmed on")
    found(vectors, subject, CONFIRMED_ON)
    print("cohorts without doubles")
    for size, number in ((60, 100), (120, 100), (300, 50), (1000, 15)):
        for single in (False, True):
            without_doubles(vectors, subject, size, number, single, np.random.default_rng(size))
