"""Whether intervals hold what the same training reaches on another cohort of the same size, models included.

    python3 bench/intervals/training.py 2000

Draws cohorts of four classes of Gaussian subjects, cross-validates a shrunk linear discriminant in five folds within class, and
counts how often the interval holds the mean figure of models trained on other cohorts of that size (each on four fifths, as a fold
is). "pooled" is Wilson's interval of the pooled accuracy; "retrain" that of over_folds in metrics.json (Nadeau and Bengio 2003).
The features carry `shift` standard deviations for each class; with 0 there is nothing to learn.
"""
import os
import sys

os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np
from scipy.stats import t

FOLDS = 5
SHRINKAGE = 0.3
STRANGERS = 10  # times as many subjects to learn the truth from


def discriminant(x, y, classes):
    means = np.array([x[y == c].mean(0) for c in range(classes)])
    residual = x - means[y]
    covariance = residual.T @ residual / (len(x) - classes)
    covariance = (1 - SHRINKAGE) * covariance + SHRINKAGE * np.trace(covariance) / len(covariance) * np.eye(len(covariance))
    weights = np.linalg.solve(covariance, means.T)
    return weights, -0.5 * (means.T * weights).sum(0)


def figures(scores, y):
    answers = scores.argmax(1)
    areas, f1 = [], []
    for c in range(scores.shape[1]):
        own = y == c
        ranks = scores[:, c].argsort().argsort() + 1.0
        pairs = own.sum() * (~own).sum()
        areas.append((ranks[own].sum() - own.sum() * (own.sum() + 1) / 2) / pairs)
        named = (answers == c).sum() + own.sum()
        f1.append(2 * ((answers == c) & own).sum() / named if named else 0)
    return (answers == y).mean(), np.mean(f1), np.mean(areas)


def wilson(p, n, z=1.959963984540054):
    centre, half = p + z * z / 2 / n, z * np.sqrt(p * (1 - p) / n + z * z / 4 / n / n)
    return (centre - half) / (1 + z * z / n), (centre + half) / (1 + z * z / n)


def cohort(rng, counts, features, shift, multiple=1):
    y = np.repeat(np.arange(len(counts)), np.array(counts) * multiple)
    x = rng.standard_normal((len(y), features))
    x[np.arange(len(y)), y] += shift
    return x, y


def one(rng, counts, features, shift):
    x, y = cohort(rng, counts, features, shift)
    fold = np.empty(len(y), int)
    for c in range(len(counts)):
        own = rng.permutation(np.flatnonzero(y == c))
        fold[own] = (np.arange(len(own)) + rng.integers(FOLDS)) % FOLDS
    scores = np.empty((len(y), len(counts)))
    of_folds = []
    for k in range(FOLDS):
        test = fold == k
        weights, bias = discriminant(x[~test], y[~test], len(counts))
        scores[test] = x[test] @ weights + bias
        of_folds.append(figures(scores[test], y[test]))
    strangers, truth = cohort(rng, counts, features, shift, STRANGERS)
    return figures(scores, y)[0], np.array(of_folds), figures(strangers @ weights + bias, truth)


def line(name, low, high, truth):
    inside = ((low <= truth) & (truth <= high)).mean()
    print(f"  {name:18} {inside:.3f}     {(high < truth).mean():.3f}    {(low > truth).mean():.3f}     {(high - low).mean():.3f}")


def main(cohorts):
    for counts, features, shift in [([30] * 4, 30, 0), ([30] * 4, 30, 1.5), ([30] * 4, 30, 3), ([30] * 4, 128, 0), ([30] * 4, 128, 1.5),
                                    ([30] * 4, 128, 3), ([13, 302, 59, 43], 30, 2)]:
        rng = np.random.default_rng(77)
        drawn = [one(rng, counts, features, shift) for _ in range(cohorts)]
        pooled, folds, strangers = (np.array(part) for part in zip(*drawn))
        truth = strangers.mean(0)
        print(f"\n{cohorts} cohorts of {counts}, {features} features, shift {shift}: accuracy {truth[0]:.3f}, macro-F1 {truth[1]:.3f}, AUC {truth[2]:.3f}")
        print("                     covered   too low  too high  width")
        line("accuracy, pooled", *wilson(pooled, sum(counts)), truth[0])
        mean, half = folds.mean(1), t.ppf(0.975, FOLDS - 1) * folds.std(1, ddof=1) * np.sqrt(1 / FOLDS + 1 / (FOLDS - 1))
        for f, name in enumerate(["accuracy", "macro-F1", "AUC"]):
            line(name + ", retrain", mean[:, f] - half[:, f], mean[:, f] + half[:, f], truth[f])


main(int(sys.argv[1]))
