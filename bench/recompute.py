"""Recomputes every number of metrics.json from predictions.csv with scikit-learn, and statsmodels for the tests.

usage: python bench/recompute.py RUN_DIRECTORY     exits 1 if any number differs by more than 1e-9

Intervals and p values that come from resampling or shuffling depend on a random generator and intervals are checked for containing the value only.
"""

import json
import sys
from glob import glob
from itertools import combinations, permutations

import numpy as np
import pandas as pd
from scipy.stats import norm as normal
from scipy.stats import t as student
from sklearn import metrics as M
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.proportion import proportion_confint

TOLERANCE = 1e-9
run = sys.argv[1]
table = pd.read_csv(f"{run}/predictions.csv", dtype={"photo": str, "subject": str, "diagnosis": str, "predicted": str})
published = json.load(open(f"{run}/metrics.json"))
classes = [c["label"] for c in published["classes"]]
columns = [f"p_{c}" for c in classes]
checked, wrong = 0, []


def same(path, ours, theirs):
    global checked
    checked += 1
    value = ours["value"] if isinstance(ours, dict) else ours
    undefined = theirs is None or not np.isfinite(theirs)
    if (value is None) != undefined or (not undefined and abs(value - theirs) > TOLERANCE):
        wrong.append(f"{path}: metrics.json has {value}, recomputed {theirs}")
    if isinstance(ours, dict) and value is not None and "low" in ours and ours["low"] is not None:
        # The mirrored interval of a calibration error may lie below the value, which chance makes too large.
        if not path.endswith("ece15") and not ours["low"] - 1e-12 <= value <= ours["high"] + 1e-12:
            wrong.append(f"{path}: {value} is outside its interval {ours['low']}..{ours['high']}")


def ece15(confidence, correct):
    bins = np.clip(np.searchsorted(np.linspace(0, 1, 16), confidence, side="left") - 1, 0, 14)
    return sum(abs(confidence[bins == b].mean() - correct[bins == b].mean()) * (bins == b).mean() for b in set(bins))


def hand_till(y, p):
    """Like roc_auc_score(multi_class="ovo"), but for two classes as well; undefined where a class has no case."""
    if not all((y == c).any() for c in classes):
        return np.nan
    pairs = [M.roc_auc_score(y[np.isin(y, (a, b))] == a, p[np.isin(y, (a, b)), i])
             for i, a in enumerate(classes) for b in classes if a != b]
    return np.mean(pairs)


def over_folds(path, ours, folds):
    """Mean, deviation and the corrected resampled t of Nadeau and Bengio (2003), for figures from 0 to 1 that every fold has."""
    for name in ("accuracy", "balanced_accuracy", "macro_f1", "auc_ovr_macro"):
        each = [fold[name] for fold in folds]
        if None in each or len(each) < 2:
            continue
        k, mean, sd = len(each), np.mean(each), np.std(each, ddof=1)
        half = student.ppf(0.975, k - 1) * sd * np.sqrt(1 / k + 1 / (k - 1)) if sd > 0 else np.nan
        same(f"{path}.{name}.mean", ours[name]["mean"], mean)
        same(f"{path}.{name}.sd", ours[name]["sd"], sd)
        same(f"{path}.{name}.low", ours[name]["low"], max(mean - half, 0) if sd > 0 else None)
        same(f"{path}.{name}.high", ours[name]["high"], min(mean + half, 1) if sd > 0 else None)


def curves(path, ours, y, p):
    for i, c in enumerate(classes):
        positive = y == c
        for point in ours[c]["decision_curve"]:
            threshold = point["threshold"]
            odds, treated = threshold / (1 - threshold), p[:, i] >= threshold
            benefit = ((treated & positive).sum() - odds * (treated & ~positive).sum()) / len(y)
            same(f"{path}.{c}.net_benefit at {threshold}", point["net_benefit"], benefit)
            same(f"{path}.{c}.treat_all at {threshold}", point["treat_all"], (positive.sum() - odds * (~positive).sum()) / len(y))
        bins = np.clip(np.searchsorted(np.arange(1, 11) * (1 / 10), p[:, i], side="left"), 0, 9)
        same(f"{path}.{c}.calibration bins", len(ours[c]["calibration_curve"]), len(set(bins)))
        for b, point in zip(sorted(set(bins)), ours[c]["calibration_curve"]):
            inside = bins == b
            low, high = proportion_confint(int(positive[inside].sum()), int(inside.sum()), method="wilson")
            same(f"{path}.{c}.bin {b}.n", point["n"], int(inside.sum()))
            same(f"{path}.{c}.bin {b}.mean", point["mean_probability"], p[inside, i].mean())
            same(f"{path}.{c}.bin {b}.observed", point["observed"], positive[inside].mean())
            same(f"{path}.{c}.bin {b}.low", point["observed"]["low"], max(0, low))
            same(f"{path}.{c}.bin {b}.high", point["observed"]["high"], min(1, high))


def threshold_of(negatives, wanted):
    """The lowest threshold that clears at least the wanted share."""
    ascending = np.sort(negatives)
    spared = min(len(ascending) - 1, int(np.floor((1 - wanted) * len(ascending) + 1e-9)))
    return np.nextafter(ascending[len(ascending) - 1 - spared], np.inf)


def share(path, ours, mask):
    same(path, ours, mask.mean() if len(mask) else None)
    if len(mask):
        low, high = proportion_confint(int(mask.sum()), len(mask), method="wilson")
        same(path + ".low", ours["low"], max(0, low))
        same(path + ".high", ours["high"], min(1, high))


def sensitivity(path, ours, y, p, fold):
    for c, found in ours.items():
        i = classes.index(c)
        same(f"{path}.{c}.subjects", found["subjects"], int((y == c).sum()))
        for point in found["points"]:
            positive = np.zeros(len(y), bool)
            for f in set(fold):
                at = threshold_of(p[(fold != f) & (y != c), i], point["at"])
                positive[fold == f] = p[fold == f, i] >= at
            share(f"{path}.{c}.sensitivity at {point['at']}", point["sensitivity"], positive[y == c])
            share(f"{path}.{c}.specificity at {point['at']}", point["specificity"], ~positive[y != c])


def scaled(p, fold, fits):
    """Probabilities with the scaling that metrics.json says each fold got."""
    x, q = np.log(np.maximum(p, 1e-12)), p.copy()
    for fit in fits:
        own = fold == fit["fold"]
        if fit["method"] != "none":
            z = x[own] / fit["temperature"] if fit["method"] == "temperature" else x[own] * fit["slope"] + fit["shift"]
            e = np.exp(z - z.max(1, keepdims=True))
            q[own] = e / e.sum(1, keepdims=True)
    return q


def net_benefit(path, ours, y, p, fold, unaffected):
    any_syndrome, affected = 1 - p[:, classes.index(unaffected)], y != unaffected
    for curve in ours:
        prevalence = curve["prevalence"]
        for point in curve["points"]:
            t, positive = point["threshold"], np.zeros(len(y), bool)
            for f in set(fold):
                mix, own = affected[fold != f].mean(), fold == f
                up, down = any_syndrome[own] * prevalence / mix, (1 - any_syndrome[own]) * (1 - prevalence) / (1 - mix)
                positive[own] = up / (up + down) >= t
            at = f"{path} {prevalence} at {t}"
            share(at + ".sensitivity", point["sensitivity"], positive[affected])
            share(at + ".specificity", point["specificity"], ~positive[~affected])
            odds = t / (1 - t)
            benefit = positive[affected].mean() * prevalence - positive[~affected].mean() * (1 - prevalence) * odds
            same(at, point["net_benefit"], benefit)
            same(at + ".treat_all", point["treat_all"], prevalence - (1 - prevalence) * odds)


def logistic(x, y, offset=0):
    """Coefficients and standard errors by Newton's method with halved steps."""
    def loss(b):
        z = x @ b + offset
        return np.logaddexp(0, np.where(y == 1, -z, z)).sum()

    b = np.zeros(x.shape[1])
    for _ in range(200):
        q = 1 / (1 + np.exp(-(x @ b + offset)))
        information = x.T @ (x * (q * (1 - q))[:, None])
        step = np.linalg.solve(information, x.T @ (y - q))
        while loss(b + step) > loss(b) and abs(step).max() > 1e-12:
            step = step / 2
        b = b + step
    return b, np.sqrt(np.diag(np.linalg.inv(information)))


def class_calibration(path, ours, y, p):
    for i, c in enumerate(classes):
        if ours[c]["slope"]["value"] is None:
            continue
        q = np.clip(p[:, i], 1e-12, 1 - 1e-12)
        odds, positive = np.log(q / (1 - q)), (y == c).astype(float)
        b, error = logistic(np.c_[np.ones(len(y)), odds], positive)
        a, large = logistic(np.ones((len(y), 1)), positive, odds)
        z = normal.ppf(0.975)
        for name, value, se in (("slope", b[1], error[1]), ("intercept", a[0], large[0])):
            same(f"{path}.{c}.{name}", ours[c][name], value)
            same(f"{path}.{c}.{name}.low", ours[c][name]["low"], value - z * se)


def photo_agreement(path, ours, rows, right):
    _, _, predicted = at_level(rows, "photo")
    answers = pd.Series(predicted, index=rows["subject"].to_numpy())
    several = [a.to_numpy() for _, a in answers.groupby(level=0, sort=False) if len(a) > 1]
    same(path + ".subjects", ours["subjects"], len(several))
    same(path + ".pairs", ours["pairs"], sum(len(a) * (len(a) - 1) // 2 for a in several))
    first, second, weight = [], [], []
    for a in several:
        for i, j in permutations(range(len(a)), 2):
            first.append(a[i]), second.append(a[j]), weight.append(1 / (len(a) * (len(a) - 1)))
    if several:
        agreed = np.average(np.array(first) == np.array(second), weights=weight)
        same(path + ".agreement", ours["agreement"], agreed)
        same(path + ".kappa", ours["kappa"], M.cohen_kappa_score(first, second, sample_weight=weight))
    photos = answers.groupby(level=0, sort=False).size().clip(upper=5).to_numpy()
    for group in ours["by_photos"]:
        own = photos == group["photos"]
        same(f"{path}.{group['photos']}.subjects", group["subjects"], int(own.sum()))
        share(f"{path}.{group['photos']}.accuracy", group["accuracy"], right[own])


def at_level(rows, level):
    p = rows[columns].to_numpy(float)
    rows = rows.assign(**dict(zip(columns, (p / p.sum(1, keepdims=True)).T)))
    if level == "subject":
        rows = rows.groupby("subject", sort=False).agg({"diagnosis": "first", "fold": "first", **{c: "mean" for c in columns}})
    p = rows[columns].to_numpy(float)
    return np.array(rows["diagnosis"].tolist()), p, np.array(classes)[p.argmax(1)], rows["fold"].to_numpy()


def within_folds(y, score, fold, c):
    """Share of pairs of one fold in the right order, ties counting half."""
    wins = pairs = 0
    for f in set(fold):
        d = np.subtract.outer(score[(fold == f) & (y == c)], score[(fold == f) & (y != c)])
        wins, pairs = wins + (d > 0).sum() + (d == 0).sum() / 2, pairs + d.size
    return wins / pairs if pairs else np.nan


def values(y, p, predicted, fold):
    known = sorted(set(y))
    precision, recall, f1, support = M.precision_recall_fscore_support(y, predicted, labels=classes, zero_division=np.nan)
    one_hot = (y[:, None] == np.array(classes)).astype(float)
    auc = [M.roc_auc_score(y == c, p[:, i]) if 0 < (y == c).sum() < len(y) else np.nan for i, c in enumerate(classes)]
    within = [within_folds(y, p[:, i], fold, c) for i, c in enumerate(classes)]
    confusion = M.confusion_matrix(y, predicted, labels=classes)
    off = confusion.sum() - confusion.sum(0) - confusion.sum(1) + np.diag(confusion)
    specificity = [off[i] / (len(y) - n) if n < len(y) else np.nan for i, n in enumerate(confusion.sum(1))]
    top = dict(accuracy=M.accuracy_score(y, predicted), balanced_accuracy=np.mean(recall), macro_precision=np.mean(precision),
               macro_recall=np.mean(recall), macro_f1=np.mean(f1), weighted_f1=M.f1_score(y, predicted, average="weighted"),
               auc_ovr_macro=np.mean(auc), auc_ovr_macro_within_folds=np.mean(within), auc_hand_till=hand_till(y, p), log_loss=M.log_loss(y, p, labels=classes) if len(known) else np.nan,
               brier_sum=((p - one_hot) ** 2).sum(1).mean(), cohen_kappa=M.cohen_kappa_score(y, predicted),
               mcc=M.matthews_corrcoef(y, predicted) if len(known) > 1 and len(set(predicted)) > 1 else np.nan, ece15=ece15(p.max(1), predicted == y))
    per_class = {c: dict(precision=precision[i], recall=recall[i], f1=f1[i], specificity=specificity[i], auc=auc[i], auc_ovr_within_folds=within[i],
                         average_precision=M.average_precision_score(y == c, p[:, i]) if (y == c).any() else np.nan)
                 for i, c in enumerate(classes)}
    return top, per_class, confusion, support


for model, levels in published["models"].items():
    rows = table[table.model == model]
    for level in ("subject", "photo"):
        ours = levels[level]
        y, p, predicted, fold_of = at_level(rows, level)
        top, per_class, confusion, support = values(y, p, predicted, fold_of)
        path = f"{model}.{level}"
        same(path + ".n", ours["n"], len(y))
        for name, value in top.items():
            same(f"{path}.{name}", ours[name], value)
        if ours["confusion"] != confusion.tolist():
            wrong.append(f"{path}.confusion differs")
        low, high = proportion_confint(int((y == predicted).sum()), len(y), method="wilson")
        if level == "subject":
            curves(path, levels["curves"], y, p)
            fold = rows.drop_duplicates("subject")["fold"].to_numpy()
            class_calibration(path + ".class_calibration", levels["class_calibration"], y, p)
            photo_agreement(path + ".photo_agreement", levels["photo_agreement"], rows, predicted == y)
            if len(set(fold)) > 1:
                sensitivity(path + ".sensitivity", levels["sensitivity"], y, p, fold)
            if "net_benefit" in levels and len(set(fold)) > 1:
                calibrated = scaled(p, fold, levels["calibration"]["fits"])
                net_benefit(path + ".net_benefit", levels["net_benefit"], y, calibrated, fold, levels["screening"]["unaffected"])
            same(path + ".accuracy.low", ours["accuracy"]["low"], low)
            same(path + ".accuracy.high", ours["accuracy"]["high"], high)
        for i, c in enumerate(classes):
            same(f"{path}.{c}.support", ours["per_class"][c]["support"], int(support[i]))
            for name, value in per_class[c].items():
                same(f"{path}.{c}.{name}", ours["per_class"][c][name], value)
        for fold in ours["folds"]:
            top, *_ = values(*at_level(rows[rows.fold == fold["fold"]], level))
            for name in set(top) & set(fold):
                same(f"{path}.fold{fold['fold']}.{name}", fold[name], top[name])
        over_folds(path + ".over_folds", ours["over_folds"], ours["folds"])
        majority = (y == pd.Series(y).mode()[0]).mean()
        same(f"baseline.{level}.accuracy", published["baseline"][level]["accuracy"], majority)

for test in published["tests"]["mcnemar"]:
    right = {}
    for side in "ab":
        y, _, predicted, _ = at_level(table[table.model == test[side]].sort_values("photo"), test["level"])
        right[side] = y == predicted
    counts = [[int((right["a"] == i).__and__(right["b"] == j).sum()) for j in (True, False)] for i in (True, False)]
    path = f"mcnemar {test['a']} {test['b']} {test['level']}"
    if test["table"] != counts:
        wrong.append(f"{path}: table {test['table']}, recomputed {counts}")
    same(path, test["p_exact"], float(mcnemar(counts, exact=True).pvalue))

for path in sorted(glob(f"{run}/figures/pr-*.csv")):
    drawn, c = pd.read_csv(path), classes[int(path.rsplit("-", 1)[1][:-4])]
    for model, curve in drawn.groupby("series"):
        y, p, _ = at_level(table[table.model == model], "subject")
        precision, recall, thresholds = M.precision_recall_curve(y == c, p[:, classes.index(c)])
        for name, values_ in (("threshold", thresholds), ("recall", recall[:-1]), ("precision", precision[:-1])):
            ours = curve[name].to_numpy()[::-1]
            checked += len(ours)
            if len(ours) != len(values_) or abs(ours - values_).max() > TOLERANCE:
                wrong.append(f"{path} {model}: {name} differs")

expected = len(list(combinations(published["models"], 2)))
if not expected <= len(published["tests"]["mcnemar"]):
    wrong.append("a pair of models is not tested")
print("\n".join(wrong) if wrong else f"{checked} numbers agree to {TOLERANCE}")
sys.exit(bool(wrong))
