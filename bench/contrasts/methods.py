"""Coverage of 95 % intervals of contrasts by several methods, without any code of Facies: what docs/decisions/0015-contrasts.md chose from.

usage: python methods.py COHORTS SEED N...     subjects of each of four classes

BCa and percentiles: 1,000 resamples of subjects within their class, the same for all arms. jackknife t: value ± t SE, each subject left out,
Satterthwaite's degrees of freedom. keeping shares: the same, the others of the class count for the one left out; where no subject differs,
accuracy and recall take Bonett and Price's interval. Bonett and Price: always.
"""

import sys

import numpy as np
from scipy.stats import norm, t as student

cohorts, seed, counts = int(sys.argv[1]), int(sys.argv[2]), np.array([int(n) for n in sys.argv[3:]])
random = np.random.default_rng(seed)
classes, n, resamples = len(counts), counts.sum(), 1000
clarity, quality = np.array([1.0, 1.5, 1.2, 1.3]), np.array([1.5, 1.4, 0.8, 0.6])
contrasts = {"pair, near": [1, -1, 0, 0], "pair, far": [1, 0, -1, 0], "start": [.5, .5, -.5, -.5], "loss": [.5, -.5, .5, -.5], "interaction": [1, -1, -1, 1]}
weights = np.array(list(contrasts.values())).T
methods = ["BCa", "percentile", "jackknife t", "keeping shares", "Bonett and Price"]
truth_of = np.repeat(np.arange(classes), counts)
strata = [np.flatnonzero(truth_of == c) for c in range(classes)]
z = norm.ppf(0.975)


def answers(labels):
    scores = 0.7 * random.normal(size=(len(labels), 1, classes)) + 0.7 * random.normal(size=(len(labels), 4, classes))
    scores[np.arange(len(labels))[:, None], np.arange(4), labels[:, None]] += quality * clarity[labels][:, None]
    return scores.argmax(2)


def figures(confusion):
    hits, support, predicted = np.diagonal(confusion, axis1=-2, axis2=-1), confusion.sum(-1), confusion.sum(-2)
    with np.errstate(all="ignore"):
        recall, f1 = hits / support, 2 * hits / (support + predicted)
    found = {"accuracy": hits.sum(-1) / support.sum(-1), "balanced accuracy": recall.mean(-1), "macro-F1": f1.mean(-1)}
    return found | {f"recall {c}": recall[..., c] for c in range(classes)}


def true_values(each=400_000):
    confusion = np.zeros((4, classes, classes))
    for c in range(classes):
        said = answers(np.full(each, c))
        for arm in range(4):
            confusion[arm, c] = np.bincount(said[:, arm], minlength=classes) / each * counts[c]
    return {name: value @ weights for name, value in figures(confusion).items()}


def studentised(value, without):
    variance = of_variance = cubes = squares = 0
    for own in strata:
        m, x = len(own), without[own]
        part = ((x - x.mean()) ** 2).sum() * (m - 1) / m
        influence = (m - 1) / m * (x.mean() - x)
        variance, of_variance = variance + part, of_variance + part ** 2 / (m - 1)
        cubes, squares = cubes + (influence ** 3).sum(), squares + (influence ** 2).sum()
    half = student.ppf(0.975, variance ** 2 / of_variance) * np.sqrt(variance) if of_variance > 0 else 0
    return (value - half, value + half), cubes / (6 * squares ** 1.5) if squares > 0 else 0


def bca(value, drawn, acceleration):
    share = (np.sum(drawn < value - 1e-12) + 0.5 * np.sum(abs(drawn - value) <= 1e-12)) / len(drawn)
    if not 0 < share < 1:
        return np.quantile(drawn, [0.025, 0.975])
    bias = norm.ppf(share)
    return np.quantile(drawn, norm.cdf([bias + (bias + s) / (1 - acceleration * (bias + s)) for s in (-z, z)]))


def bonett_price(d, reach):
    x = np.append(d, [reach, -reach])
    half = z * np.sqrt(x.var() / len(x))
    return x.mean() - half, x.mean() + half


truth = true_values()
missed = {(figure, name): dict.fromkeys(methods, 0) for figure in truth for name in contrasts}
for _ in range(cohorts):
    said = answers(truth_of)
    cells = np.zeros((n, 4, classes, classes))
    cells[np.arange(n)[:, None], np.arange(4), truth_of[:, None], said] = 1
    drawn = np.concatenate([random.multinomial(len(own), np.ones(len(own)) / len(own), size=resamples) for own in strata], axis=1)
    total, correct = cells.sum(0), (said == truth_of[:, None]) @ weights
    kept = np.repeat(total[None], n, 0)
    rows = (total - cells)[np.arange(n), :, truth_of]
    kept[np.arange(n), :, truth_of] = rows * (counts / (counts - 1))[truth_of][:, None, None]
    own, left, shares = figures(total), figures(total - cells), figures(kept)
    resampled = figures((drawn @ cells.reshape(n, -1)).reshape(resamples, 4, classes, classes))
    for figure in truth:
        for i, name in enumerate(contrasts):
            value, values = own[figure] @ weights[:, i], resampled[figure] @ weights[:, i]
            values = values[~np.isnan(values)]
            plain, acceleration = studentised(value, left[figure] @ weights[:, i])
            chosen, _ = studentised(value, shares[figure] @ weights[:, i])
            of = strata[int(figure[7:])] if figure.startswith("recall") else np.arange(n)
            padded = bonett_price(correct[of, i], np.abs(weights[:, i]).sum() / 2)
            has_padded = figure.startswith("recall") or figure == "accuracy"
            if has_padded and np.ptp(correct[of, i]) < 1e-12:
                chosen = padded
            found = [bca(value, values, acceleration), np.quantile(values, [0.025, 0.975]), plain, chosen, padded if has_padded else (np.nan, np.nan)]
            for method, (low, high) in zip(methods, found):
                missed[figure, name][method] += not low - 1e-12 <= truth[figure][i] <= high + 1e-12

print(f"{cohorts} cohorts of {counts.tolist()}: coverage, least and most of {len(contrasts)} contrasts")
print(" " * 18 + "".join(f"{method:>18}" for method in methods))
for figure in truth:
    cells = []
    for method in methods:
        covered = [1 - missed[figure, name][method] / cohorts for name in contrasts]
        cells.append(f"{min(covered):.3f} to {max(covered):.3f}" if method != methods[-1] or max(covered) > 0 else "")
    print(f"{figure:18}" + "".join(f"{cell:>18}" for cell in cells))
