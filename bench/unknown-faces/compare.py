"""Compares two distances on the embeddings that UnknownFaces.java wrote: that to the fifth nearest training photo, which
Facies used before and which keeps every embedding, and that of Facies, which keeps class means and a covariance.

usage: python compare.py OUT      (needs numpy)
"""
import csv, pathlib, sys
import numpy as np

K = 5


def unit(x):
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def neighbours(x, learnt, subject):
    """One minus the cosine to the fifth nearest learnt photo of another subject, a multiple of the usual."""
    known, own = unit(x[learnt]), subject[learnt]

    def fifth(rows, of):
        gap = 1 - unit(rows) @ known.T
        gap[own[None, :] == of[:, None]] = np.inf
        return np.sort(gap, 1)[:, K - 1]

    chosen = np.arange(min(len(known), 500)) * len(known) // min(len(known), 500)
    usual = np.sort(fifth(x[learnt][chosen], own[chosen]))[len(chosen) // 2]
    return fifth(x, subject) / usual


def by_subject(values, subject):
    return np.array([values[subject == name].mean() for name in np.unique(subject)])


def area(known, strangers):
    """Chance that a stranger is farther away than a known subject."""
    return np.mean((strangers[:, None] > known[None, :]) + 0.5 * (strangers[:, None] == known[None, :]))


def measure(folder, method):
    rows = list(csv.DictReader(open(folder / "photos.csv")))
    subject = np.array([row["subject"] for row in rows])
    fold = np.array([int(row["fold"]) for row in rows])
    known, strangers, turned = [], [], []
    for k in range(fold.max() + 1):
        x = np.fromfile(folder / f"fold-{k}.f32", "<f4").reshape(len(rows), -1).astype(float)
        if method == "5-NN":
            distance = neighbours(x, (fold >= 0) & (fold != k), subject)
        else:
            distance = np.fromfile(folder / f"fold-{k}.f64", "<f8")
        known.append(by_subject(distance[fold == k], subject[fold == k]))
        strangers.append(by_subject(distance[fold == -1], subject[fold == -1]))
        turned.append(distance[fold == -2])
    return known, np.array(strangers), np.mean(turned, 0)


def threshold(known):
    """As Facies has it: the next known subject lies beyond it with a chance of 5 % at most."""
    everyone = np.sort(np.concatenate(known))
    return everyone[len(everyone) - 5 * (len(everyone) + 1) // 100]


def refused(known, strangers):
    """By one network, the mean over the networks; by the mean distance of all."""
    beyond = threshold(known)
    return (strangers > beyond).mean(), (strangers.mean(0) > beyond).mean()


def differences(old, new, resamples=1000):
    """Percentiles of refused(new) - refused(old) where known subjects of each fold, and strangers, are drawn again."""
    random, found = np.random.default_rng(1), []
    for _ in range(resamples):
        rows = [random.integers(0, len(fold), len(fold)) for fold in old[0]]
        columns = random.integers(0, old[1].shape[1], old[1].shape[1])
        one, other = [refused([fold[i] for fold, i in zip(known, rows)], strangers[:, columns])
                      for known, strangers, _ in (new, old)]
        found.append(np.subtract(one, other))
    return np.percentile(found, [2.5, 97.5], axis=0)


totals = {}
print("| left out | known, strangers | distance | strangers refused, one network | five networks together | AUC, one network | upside down refused |")
print("|---|---|---|---|---|---|---|")
for folder in sorted(pathlib.Path(sys.argv[1]).glob("without-*/embeddings")):
    both = {method: measure(folder, method) for method in ["5-NN", "Facies"]}
    name = folder.parent.name[8:]
    for method, (known, strangers, turned) in both.items():
        one, together = refused(known, strangers)
        auc = np.mean([area(mine, far) for mine, far in zip(known, strangers)])
        upside_down = (turned > threshold(known)).mean()
        totals.setdefault(method, []).append([one, together, auc, upside_down])
        print(f"| {name} | {sum(map(len, known))}, {strangers.shape[1]} | {method} | {one:.3f} | {together:.3f} | {auc:.3f} | {upside_down:.3f} |")
    change = np.subtract(refused(*both["Facies"][:2]), refused(*both["5-NN"][:2]))
    low, high = differences(both["5-NN"], both["Facies"])
    print(f"| {name} | | difference (95 %) | " + " | ".join(f"{c:+.3f} ({l:+.3f} to {h:+.3f})" for c, l, h in zip(change, low, high)) + " | | |")
for method, each in totals.items():
    print(f"| mean | | {method} | " + " | ".join(f"{value:.3f}" for value in np.mean(each, 0)) + " |")
