"""Computes contrasts between models from predictions with NumPy, SciPy, scikit-learn and statsmodels, and compares them with those of Facies.

usage: python oracle.py JAVA_CLASSES CLASSPATH      random tables; JAVA_CLASSES holds the compiled Ours
       python oracle.py RUN_DIRECTORY               the key contrasts of the metrics.json of a run
       python oracle.py golden FOLDER               writes the golden files of ContrastGoldenTest

Exits 1 if a number differs by more than 1e-9. Nothing here uses code of Facies. Intervals are recomputed from their definition (each subject
left out, its class keeping its weight), and compared with a paired bootstrap, which has Monte-Carlo error and is another method: the
largest distance of two ends is told as a part of the width.
"""

import json
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.stats import norm, t as student
from sklearn import metrics as M
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests

TOLERANCE = 1e-9
NAMES = ["accuracy", "balanced_accuracy", "macro_f1", "auc_ovr_macro", "auc_ovr_macro_within_folds"]
RESAMPLES = 200
checked, wrong, bootstrap = 0, [], {}


def same(path, ours, theirs):
    global checked
    checked += 1
    undefined = theirs is None or not np.isfinite(theirs)
    if (ours is None) != undefined or (not undefined and abs(ours - theirs) > TOLERANCE):
        wrong.append(f"{path}: Facies has {ours}, recomputed {theirs}")


class Table:
    """One repeat: subjects by name, with the mean of the probabilities of their photos."""

    def __init__(self, rows):
        self.columns = [c for c in rows.columns if c.startswith("p_")]
        self.classes = [c[2:] for c in self.columns]
        p = rows[self.columns].to_numpy(float)
        rows = rows.assign(**dict(zip(self.columns, (p / p.sum(1, keepdims=True)).T)))
        self.divided = (rows.groupby(["model", "subject"]).fold.nunique() > 1).any()
        how = {"diagnosis": "first", "fold": "first", **{c: "mean" for c in self.columns}}
        self.models = {m: own.groupby("subject").agg(how).sort_index() for m, own in rows.groupby("model")}
        first = next(iter(self.models.values()))
        self.truth, self.fold = first.diagnosis.to_numpy(), first.fold.to_numpy()
        self.p = {m: own[self.columns].to_numpy() for m, own in self.models.items()}
        self.known = {}
        self.correct = {m: np.array(self.classes)[p.argmax(1)] == self.truth for m, p in self.p.items()}

    def value(self, model, name, weight):
        """A figure of weighted subjects; kept, since many contrasts ask for it."""
        key = model, name, weight.tobytes()
        if key not in self.known:
            self.known[key] = self.computed(model, name, weight)
        return self.known[key]

    def computed(self, model, name, weight):
        keep = weight > 0
        y, p, w = self.truth[keep], self.p[model][keep], weight[keep]
        predicted = np.array(self.classes)[p.argmax(1)]
        if name.startswith("recall "):
            own = y == name[7:]
            return np.average(predicted[own] == y[own], weights=w[own]) if own.any() else np.nan
        if name == "accuracy":
            return M.accuracy_score(y, predicted, sample_weight=w)
        if name == "balanced_accuracy":
            return np.mean([np.average(predicted[y == c] == c, weights=w[y == c]) for c in set(y)])
        if name == "macro_f1":
            return np.mean(M.f1_score(y, predicted, labels=self.classes, average=None, sample_weight=w, zero_division=np.nan))
        if any(not 0 < (y == c).sum() < len(y) for c in self.classes):
            return np.nan
        if name == "auc_ovr_macro_within_folds":
            return np.mean([self.within_folds(self.fold[keep], y == c, p[:, i], w) for i, c in enumerate(self.classes)])
        return np.mean([M.roc_auc_score(y == c, p[:, i], sample_weight=w) for i, c in enumerate(self.classes)])

    @staticmethod
    def within_folds(fold, positive, scores, w):
        """The share of ordered pairs of a case of the class and another one among all such pairs of one fold."""
        right = pairs = 0.0
        for f in set(fold):
            own = fold == f
            if 0 < positive[own].sum() < own.sum():
                weight = w[own & positive].sum() * w[own & ~positive].sum()
                right += weight * M.roc_auc_score(positive[own], scores[own], sample_weight=w[own])
                pairs += weight
        return right / pairs if pairs else np.nan


def contrast(tables, weights, name, weight):
    return sum(v * np.mean([t.value(m, name, weight) for t in tables]) for m, v in weights.items())


def jackknife(tables, weights, name, level):
    """value ± t SE, or the interval of Bonett and Price where no subject differs."""
    truth, reach = tables[0].truth, sum(map(abs, weights.values())) / 2
    n, once = len(truth), np.ones(len(truth))
    value = contrast(tables, weights, name, once)
    counts = {c: (truth == c).sum() for c in set(truth)}
    d = sum(v * np.mean([t.correct[m] for t in tables], axis=0) for m, v in weights.items())
    linear = {"accuracy": {c: k / n for c, k in counts.items()}, "balanced_accuracy": {c: 1 / len(counts) for c in counts}}
    linear = linear.get(name, {name[7:]: 1} if name.startswith("recall ") else None)
    if not np.isfinite(value):
        return value, np.nan, np.nan

    def padded(x):
        x = np.append(x, [reach, -reach])
        return x.mean(), x.var() / len(x)

    z = norm.ppf(1 - (1 - level) / 2)
    if linear is not None and all(np.ptp(d[truth == c]) < 1e-12 for c in linear):
        parts = [(1, padded(d))] if name == "accuracy" else [(w, padded(d[truth == c])) for c, w in linear.items()]
        centre, half = sum(w * m for w, (m, _) in parts), z * np.sqrt(sum(w * w * v for w, (_, v) in parts))
        return value, max(centre - half, -reach), min(centre + half, reach)
    variance = of_variance = 0.0
    for c, k in counts.items():
        if linear is not None and c not in linear:
            continue
        if k == 1:
            if linear is None:
                return value, np.nan, np.nan
            variance += linear[c] ** 2 * padded(d[truth == c])[1]
            continue
        without = []
        for i in np.flatnonzero(truth == c):
            weight = once.copy()
            weight[truth == c] = k / (k - 1)
            weight[i] = 0
            without.append(contrast(tables, weights, name, weight))
        own = (k - 1) / k * ((without - np.mean(without)) ** 2).sum()
        variance += own
        of_variance += own ** 2 / (k - 1)
    if variance < 1e-24:
        return value, value, value
    half = (student.ppf(1 - (1 - level) / 2, variance ** 2 / of_variance) if of_variance > 0 else z) * np.sqrt(variance)
    return value, max(value - half, -reach), min(value + half, reach)


def retrained(tables, weights, name, level):
    if any(t.divided for t in tables):
        return np.nan, np.nan, np.nan, np.nan
    folds = [(t, f) for t in tables for f in sorted(set(t.fold))]
    each = [contrast([t], weights, name, (t.fold == f).astype(float)) for t, f in folds]
    r, k, reach = len(tables), len(set(tables[0].fold)), sum(map(abs, weights.values())) / 2
    mean, sd = np.mean(each), np.std(each, ddof=1) if len(each) > 1 else np.nan
    if k < 2 or not np.isfinite(mean):
        return np.nan, np.nan, np.nan, np.nan
    if sd < 1e-12:
        return mean, 0.0, np.nan, np.nan
    half = student.ppf(1 - (1 - level) / 2, r * k - 1) * sd * np.sqrt(1 / (r * k) + 1 / (k - 1))
    return mean, sd, max(mean - half, -reach), min(mean + half, reach)


def drawn_subjects(truth, random):
    draws = []
    for _ in range(RESAMPLES):
        weight = np.zeros(len(truth))
        for c in set(truth):
            own = np.flatnonzero(truth == c)
            np.add.at(weight, random.choice(own, len(own)), 1)
        draws.append(weight)
    return draws


def percentile(tables, weights, name, draws):
    return np.nanquantile([contrast(tables, weights, name, weight) for weight in draws], [0.025, 0.975])


def sign_flip(d):
    """Every sum of signed differences with its probability, as exact fractions."""
    exact = [Fraction(float(x)).limit_denominator(10_000) for x in d if abs(x) > 1e-9]
    sums = {Fraction(0): Fraction(1)}
    for x in exact:
        after = {}
        for total, p in sums.items():
            for sign in (1, -1):
                after[total + sign * x] = after.get(total + sign * x, 0) + p / 2
        sums = after
    return len(exact), float(sum(p for total, p in sums.items() if abs(total) >= abs(sum(exact))))


def verdict(low, high, margin):
    tests = [("equivalent", low > -margin and high < margin), ("superior", low > 0), ("non-inferior", low > -margin), ("inferior", high < -margin)]
    return next((word for word, holds in tests if holds), "inconclusive")


def compare(path, tables, ours, random):
    classes, repeats = tables[0].classes, len(tables)
    draws = drawn_subjects(tables[0].truth, random)
    same(f"{path}.subjects", ours["subjects"], len(tables[0].truth))
    same(f"{path}.repeats", ours["repeats"], repeats)
    ps = []
    for planned in ours["planned"]:
        weights, where = planned["weights"], f"{path}.{planned['name']}"
        for name in [n for n in NAMES if n in planned["metrics"]] + [f"recall {c}" for c in classes]:
            figure = planned["recall"][name[7:]] if name.startswith("recall ") else planned["metrics"][name]
            value, low, high = jackknife(tables, weights, name, 0.95)
            for key, theirs in (("value", value), ("low", low), ("high", high)):
                same(f"{where}.{name}.these_models.{key}", figure["these_models"][key], theirs)
            again = retrained(tables, weights, name, 0.95)
            for key, theirs in zip(("mean", "sd", "low", "high"), again):
                same(f"{where}.{name}.retrained.{key}", figure["retrained"][key], theirs)
            if high > low and figure["these_models"]["method"] == "subject-jackknife-t":
                ends = percentile(tables, weights, name, draws)
                smallest = min((tables[0].truth == c).sum() for c in ([name[7:]] if name.startswith("recall ") else classes))
                key = "smallest class below 20" if smallest < 20 else "smallest class of 20 or more"
                bootstrap.setdefault(key, []).append(max(abs(ends[0] - low), abs(ends[1] - high)) / (high - low))
            if ("margin" in figure) != ("margin" in planned and name in ("accuracy", "balanced_accuracy")):
                wrong.append(f"{where}.{name}: margin")
            if "margin" in figure:
                both = {"these_models": jackknife(tables, weights, name, 0.9)[1:], "retrained": retrained(tables, weights, name, 0.9)[2:]}
                for kind, (low, high) in both.items():
                    if np.isfinite(low):
                        mine = figure["margin"][kind]
                        same(f"{where}.{name}.margin.{kind}.low", mine["low"], low)
                        same(f"{where}.{name}.margin.{kind}.high", mine["high"], high)
                        if mine["verdict"] != verdict(low, high, planned["margin"]):
                            wrong.append(f"{where}.{name}.margin.{kind}: {mine['verdict']}")
                    elif kind in figure["margin"]:
                        wrong.append(f"{where}.{name}.margin.{kind} is there without an interval")
        d = sum(v * np.mean([t.correct[m] for t in tables], axis=0) for m, v in weights.items())
        differing, p = sign_flip(d)
        same(f"{where}.differing", planned["accuracy_test"]["differing"], differing)
        same(f"{where}.p_exact", planned["accuracy_test"]["p_exact"], p)
        ps.append(p)
    for planned, adjusted in zip(ours["planned"], multipletests(ps, method="holm")[1]):
        same(f"{path}.{planned['name']}.p_holm", planned["accuracy_test"]["p_holm"], adjusted)
    if repeats > 1 and ours["mcnemar"]:
        wrong.append(f"{path}: McNemar's test over several repeats")
    if ours["mcnemar"]:
        pairs = []
        for test in ours["mcnemar"]:
            a, b = (tables[0].correct[test[side]] for side in "ab")
            counts = [[int(((a == i) & (b == j)).sum()) for j in (True, False)] for i in (True, False)]
            if counts != test["table"]:
                wrong.append(f"{path} {test['a']} {test['b']}: table {test['table']}, recomputed {counts}")
            pairs.append(float(mcnemar(counts, exact=True).pvalue))
            same(f"{path} {test['a']} {test['b']}.p_exact", test["p_exact"], pairs[-1])
        for test, adjusted in zip(ours["mcnemar"], multipletests(pairs, method="holm")[1]):
            same(f"{path} {test['a']} {test['b']}.p_holm", test["p_holm"], adjusted)


PLANNED = [
    {"name": "pretraining", "weights": {"pc": 0.5, "pa": 0.5, "fc": -0.5, "fa": -0.5}, "margin": 0.05},
    {"name": "loss", "weights": {"pa": 0.5, "fa": 0.5, "pc": -0.5, "fc": -0.5}, "margin": 0.1},
    {"name": "interaction", "weights": {"pc": 1, "fa": 1, "fc": -1, "pa": -1}},
    {"name": "one pair", "weights": {"pc": 1, "fc": -1}, "margin": 0.3},
    {"name": "itself", "weights": {"pc": 1, "twin": -1}, "margin": 0.2},
    {"name": "thirds", "weights": {"pc": 1, "pa": -1 / 3, "fc": -1 / 3, "fa": -1 / 3}},
]


def simulated(random, counts, photos, folds, unit):
    """Rows of five models, the fifth a copy of the first; one repeat."""
    rows, subject = [], 0
    for label, n in enumerate(counts):
        for _ in range(n):
            shared, fold = random.normal(size=len(counts)), subject % folds
            for photo in range(random.integers(1, photos + 1)):
                own = fold if unit == "subject" else (subject + photo) % folds
                for model, clarity in (("pc", 1.5), ("pa", 1.4), ("fc", 0.7), ("fa", 0.6)):
                    score = 0.7 * shared + 0.7 * random.normal(size=len(counts))
                    score[label] += clarity
                    p = np.exp(score) / np.exp(score).sum()
                    for name in ("pc", "twin") if model == "pc" else (model,):
                        rows.append([name, own, f"{subject}-{photo}.jpg", f"S{subject:03}", f"c{label}", *p])
            subject += 1
    return pd.DataFrame(rows, columns=["model", "fold", "photo", "subject", "diagnosis", *[f"p_c{i}" for i in range(len(counts))]])


def random_tables(classes, classpath):
    random = np.random.default_rng(18)
    shapes = [((10, 10, 10, 10), 1, 5, "subject", 1), ((30, 25, 45), 3, 5, "subject", 1), ((6, 18, 9, 7), 2, 3, "photo", 1), ((24, 36), 2, 4, "subject", 3),
              ((1, 12, 9), 2, 3, "subject", 1), ((20, 25, 22), 1, 1, "subject", 1), ((3, 4), 1, 2, "subject", 2), ((40, 60, 30, 25), 2, 10, "subject", 1)]
    with tempfile.TemporaryDirectory() as temporary:
        folders = []
        for i, (counts, photos, folds, unit, repeats) in enumerate(shapes):
            folder = Path(temporary) / str(i)
            folder.mkdir()
            frames = []
            for r in range(repeats):
                frames.append(simulated(random, counts, 1 if repeats > 1 else photos, folds, unit))
                frames[-1].to_csv(folder / f"predictions-{r}.csv", index=False)
            (folder / "contrasts.json").write_text(json.dumps(PLANNED))
            folders.append((folder, [Table(frame) for frame in frames]))
        subprocess.run(["java", "-cp", f"{classes}:{classpath}", "Ours", *[str(f) for f, _ in folders]], check=True)
        for i, (folder, tables) in enumerate(folders):
            compare(f"table {i + 1}", tables, json.loads((folder / "ours.json").read_text()), random)


def golden(folder):
    """One small table with unequal classes, with what each contrast is."""
    rows = simulated(np.random.default_rng(7), (9, 14, 6), 2, 3, "subject")
    rows[[c for c in rows if c.startswith("p_")]] = rows[[c for c in rows if c.startswith("p_")]].round(4)
    rows.to_csv(folder / "predictions.csv", index=False)
    table = Table(rows)
    lines, ps = [], []
    for planned in PLANNED[:4]:
        weights = planned["weights"]
        for name in [*NAMES[:3], NAMES[4]] + [f"recall {c}" for c in table.classes]:
            lines.append([planned["name"], name, *jackknife([table], weights, name, 0.95), *retrained([table], weights, name, 0.95)])
        ps.append(sign_flip(sum(v * table.correct[m].astype(float) for m, v in weights.items())))
    for planned, (differing, p), adjusted in zip(PLANNED, ps, multipletests([p for _, p in ps], method="holm")[1]):
        lines.append([planned["name"], "test", differing, p, adjusted, "", "", "", ""])
    columns = ["contrast", "figure", "value", "low", "high", "mean", "sd", "retrained_low", "retrained_high"]
    pd.DataFrame(lines, columns=columns).to_csv(folder / "contrasts.csv", index=False)


if len(sys.argv) == 3 and sys.argv[1] == "golden":
    golden(Path(sys.argv[2]))
    sys.exit()
if len(sys.argv) == 3:
    random_tables(*sys.argv[1:])
else:
    run = Path(sys.argv[1])
    rows = pd.read_csv(run / "predictions.csv", dtype={"photo": str, "subject": str, "diagnosis": str, "model": str})
    by = [c for c in ("division", "seed") if c in rows]
    repeats = [Table(own) for _, own in rows.groupby(by)] if by else [Table(rows)]
    compare("contrasts", repeats, json.loads((run / "metrics.json").read_text())["contrasts"], np.random.default_rng(18))

for name, distances in sorted(bootstrap.items()):
    print(f"{name}: percentile bootstrap within {np.median(distances):.3f} of the width (median), {max(distances):.3f} (largest) in {len(distances)} intervals")
print("\n".join(wrong[:40]) if wrong else f"{checked} numbers agree to {TOLERANCE}")
sys.exit(bool(wrong))
