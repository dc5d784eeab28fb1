"""Recomputes every number of metrics.json from predictions.csv with scikit-learn, and statsmodels for the tests.

usage: python bench/recompute.py RUN_DIRECTORY     exits 1 if any number differs by more than 1e-9

Intervals and p values that come from resampling or shuffling depend on a random generator and intervals are checked for containing the value only.
"""

import json
import sys
from itertools import combinations

import numpy as np
import pandas as pd
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

expected = len(list(combinations(published["models"], 2)))
if not expected <= len(published["tests"]["mcnemar"]):
    wrong.append("a pair of models is not tested")
print("\n".join(wrong) if wrong else f"{checked} numbers agree to {TOLERANCE}")
sys.exit(bool(wrong))
