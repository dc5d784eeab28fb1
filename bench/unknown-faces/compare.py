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


def wilson(share, n, z=1.959964):
    middle, half = share + z * z / (2 * n), z * np.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n)


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
    everyone = np.sort(np.concatenate(known))
    threshold = everyone[len(everyone) - 5 * (len(everyone) + 1) // 100]
    together = np.mean(strangers, 0)
    return dict(
        known=len(everyone),
        strangers=len(together),
        one=np.mean([(far > threshold).mean() for far in strangers]),
        all=(together > threshold).mean(),
        interval=wilson((together > threshold).mean(), len(together)),
        area=np.mean([area(mine, far) for mine, far in zip(known, strangers)]),
        turned=(np.mean(turned, 0) > threshold).mean())


totals = {}
print("| left out | known, strangers | distance | strangers refused, one network | five networks, mean (95 %) | AUC, one network | upside down refused |")
print("|---|---|---|---|---|---|---|")
for folder in sorted(pathlib.Path(sys.argv[1]).glob("without-*/embeddings")):
    for method in ["5-NN", "Facies"]:
        m = measure(folder, method)
        totals.setdefault(method, []).append(m)
        print(f"| {folder.parent.name[8:]} | {m['known']}, {m['strangers']} | {method} | {m['one']:.3f} | {m['all']:.3f} "
              f"({m['interval'][0]:.3f}–{m['interval'][1]:.3f}) | {m['area']:.3f} | {m['turned']:.3f} |")
for method, each in totals.items():
    mean = {key: np.mean([m[key] for m in each]) for key in ["one", "all", "area", "turned"]}
    print(f"| mean | | {method} | {mean['one']:.3f} | {mean['all']:.3f} | {mean['area']:.3f} | {mean['turned']:.3f} |")
