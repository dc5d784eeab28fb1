"""Figures of a synthetic cohort: identities, the ceiling, and what a linear model finds in frozen embeddings.

    ./facies cohort synth --out COHORT --subjects 240
    ./facies model pull retinaface-mnet25 landmarks-68 mobilefacenet-512 --yes     # agrees to their terms
    ./facies embed COHORT/photos/*.jpg --model mobilefacenet-512 --skip --out EMB.csv
    python3 bench/synth/population.py COHORT EMB.csv

Intervals are 95 % percentile bootstrap over subjects (1,000 resamples of what was predicted out of fold).
"""
import sys

import numpy as np
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.linear_model import Ridge
from sklearn.metrics import accuracy_score, balanced_accuracy_score, f1_score, roc_auc_score
from sklearn.model_selection import KFold, StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

RESAMPLES = 1000
REPEATS = 5
# Crops of face recognition end at the ears and in the forehead.
OUTSIDE_THE_CROP = ("ear-", "forehead-")


def interval(values):
    return np.percentile([v for v in values if np.isfinite(v)], [2.5, 97.5])


def identity_auc(embeddings, subjects, seed=0):
    """AUC of the cosine of two photos: same subject against different subjects; resampled by subject."""
    unit = embeddings / np.linalg.norm(embeddings, axis=1, keepdims=True)
    cosine = unit @ unit.T
    i, j = np.triu_indices(len(subjects), 1)
    same, score = subjects[i] == subjects[j], cosine[i, j]
    names, rows = np.unique(subjects, return_inverse=True)
    rng = np.random.default_rng(seed)
    aucs = []
    for _ in range(200):
        weight = np.bincount(rng.integers(len(names), size=len(names)), minlength=len(names))
        w = weight[rows[i]] * np.where(same, 1, weight[rows[j]])
        keep = w > 0
        aucs.append(roc_auc_score(same[keep], score[keep], sample_weight=w[keep]))
    return roc_auc_score(same, score), interval(aucs), same.sum(), (~same).sum()


def linear(features, labels, model, seed=0):
    """Macro-F1, balanced accuracy and accuracy of out-of-fold predictions, five folds by subject, several divisions."""
    rng = np.random.default_rng(seed)
    scores = {"macro-F1": [], "balanced accuracy": [], "accuracy": []}
    resampled = {name: [] for name in scores}
    metrics = {"macro-F1": lambda t, p: f1_score(t, p, average="macro", zero_division=0),
               "balanced accuracy": balanced_accuracy_score, "accuracy": accuracy_score}
    for repeat in range(REPEATS):
        predicted = np.empty(len(labels), dtype=object)
        for train, test in StratifiedKFold(5, shuffle=True, random_state=repeat).split(features, labels):
            predicted[test] = model().fit(features[train], labels[train]).predict(features[test])
        draws = [rng.integers(len(labels), size=len(labels)) for _ in range(RESAMPLES // REPEATS)]
        for name, metric in metrics.items():
            scores[name].append(metric(labels, predicted))
            resampled[name] += [metric(labels[d], predicted[d]) for d in draws]
    return {name: (np.mean(scores[name]), *interval(resampled[name])) for name in scores}


def report(name, scores):
    print(f"{name:34s}" + "".join(f"  {k} {v:.3f} [{lo:.3f}, {hi:.3f}]" for k, (v, lo, hi) in scores.items()))


def lda():
    return LinearDiscriminantAnalysis(solver="lsqr", shrinkage="auto")


def main(cohort, *tables):
    manifest = pd.read_csv(f"{cohort}/manifest.csv")
    truth = pd.read_csv(f"{cohort}/parameters.csv").set_index("subject")
    traits = truth.drop(columns=["diagnosis", "severity"])
    labels = truth.diagnosis.to_numpy()
    print(truth.diagnosis.value_counts().to_dict(), "majority", f"{truth.diagnosis.value_counts(normalize=True).max():.3f}")
    report("true parameters (the ceiling)", linear(traits.to_numpy(), labels, lda))
    inside = traits[[t for t in traits if not t.startswith(OUTSIDE_THE_CROP)]]
    report("those inside the crop", linear(inside.to_numpy(), labels, lda))
    for table in tables:
        embedded = pd.read_csv(table)
        embedded["photo"] = "photos/" + embedded.photo.str.split("/").str[-1]
        joined = manifest.merge(embedded, on="photo")
        columns = [c for c in embedded if c != "photo"]
        print(f"{table}: {len(joined)} of {len(manifest)} photos have a face")
        auc, (low, high), same, different = identity_auc(joined[columns].to_numpy(), joined.subject.to_numpy())
        print(f"identity AUC {auc:.4f} [{low:.4f}, {high:.4f}], {same} pairs of one child, {different} of two")
        unit = joined[columns].div(np.linalg.norm(joined[columns], axis=1), axis=0)
        means = unit.groupby(joined.subject).mean()
        of = truth.diagnosis.loc[means.index].to_numpy()
        report("frozen embeddings, LDA", linear(means.to_numpy(), of, lda))
        parts = min(40, len(means) // 3)
        seen = [np.corrcoef(traits[t].loc[means.index], cross_val_predict(
            make_pipeline(StandardScaler(), Ridge(30)), means, traits[t].loc[means.index],
            cv=KFold(5, shuffle=True, random_state=0)))[0, 1] for t in traits]
        print("correlation of each trait with a ridge regression on the embeddings, out of fold: "
              + ", ".join(f"{t[:-3]} {r:.2f}" for t, r in zip(traits, seen)))
        report(f"frozen embeddings, {parts} parts, LDA",
               linear(means.to_numpy(), of, lambda: make_pipeline(PCA(parts, whiten=True), lda())))


if __name__ == "__main__":
    main(*sys.argv[1:])
