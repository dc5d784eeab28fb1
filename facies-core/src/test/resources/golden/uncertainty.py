"""Makes uncertainty.json from the golden predictions.csv with scipy and scikit-learn.

usage: python uncertainty.py FOLDER     (needs scikit-learn, pandas, scipy; FOLDER holds predictions.csv)
"""
import json, sys
import numpy as np, pandas as pd
from scipy.optimize import minimize, minimize_scalar
from scipy.spatial.distance import cdist
from scipy.stats import binom
from scipy.special import log_softmax, softmax
from sklearn import metrics as M
from sklearn.covariance import ledoit_wolf
from sklearn.neighbors import NearestCentroid
from sklearn.preprocessing import normalize

folder = sys.argv[1]
C = ["alagille", "none", "noonan", "williams-beuren"]
d = pd.read_csv(f"{folder}/predictions.csv")
out = {}


def temperature(L, y):
    loss = lambda t: -log_softmax(L / np.exp(t), axis=1)[np.arange(len(y)), y].sum()
    return float(np.exp(minimize_scalar(loss, bounds=(-4, 4), method="bounded", options=dict(xatol=1e-13)).x))


def vector(L, y):
    k = len(C)
    Y = np.eye(k)[y]
    start = np.r_[np.ones(k), np.zeros(k)]

    def loss(v):
        z = log_softmax(L * v[:k] + v[k:], axis=1)
        g = np.exp(z) - Y
        return -(z * Y).sum() + ((v - start) ** 2).sum() / 2, np.r_[(g * L).sum(0), g.sum(0)] + v - start
    return minimize(loss, start, jac=True, method="BFGS", options=dict(gtol=1e-9, maxiter=10000)).x


def scale(kind, v, L):
    if kind == "none": return softmax(L, axis=1)
    return softmax(L / v, axis=1) if kind == "temperature" else softmax(L * v[:4] + v[4:], axis=1)


FIT = {"none": lambda L, y: 0, "temperature": temperature, "vector": vector}


def cross(kind, L, y, f):
    p = np.empty_like(L)
    for k in np.unique(f): p[f == k] = scale(kind, FIT[kind](L[f != k], y[f != k]), L[f == k])
    return p


def ece(p, y, bins=15):
    conf, right = p.max(1), p.argmax(1) == y
    e = np.linspace(0, 1, bins + 1); idx = np.clip(np.searchsorted(e, conf, side="left") - 1, 0, bins - 1)
    return float(sum(abs(conf[idx == b].mean() - right[idx == b].mean()) * (idx == b).mean() for b in range(bins) if (idx == b).any()))


def figures(p, y):
    return dict(log_loss=M.log_loss(y, p, labels=range(4)), brier_sum=float(((p - np.eye(4)[y]) ** 2).sum(1).mean()), ece15=ece(p, y))


for m in "ab":
    P = d[[f"{m}_{c}" for c in C]].to_numpy(float)
    d[[f"n_{c}" for c in C]] = P / P.sum(1, keepdims=True)
    s = d.groupby("subject", sort=False).agg({"diagnosis": "first", "fold": "first", **{f"n_{c}": "mean" for c in C}})
    p = s[[f"n_{c}" for c in C]].to_numpy(); y = np.array([C.index(c) for c in s.diagnosis]); f = s.fold.to_numpy()
    L = np.log(np.maximum(p, 1e-12))
    o = out[m] = dict(before=figures(p, y), temperature=figures(cross("temperature", L, y, f), y), vector=figures(cross("vector", L, y, f), y))
    o["temperatures"] = [temperature(L[f != k], y[f != k]) for k in range(5)]
    o["vectors"] = [vector(L[f != k], y[f != k]).tolist() for k in range(5)]
    after = np.empty_like(p); o["chosen"] = []
    for k in range(5):
        r = f != k
        kind = min(FIT, key=lambda kind: M.log_loss(y[r], cross(kind, L[r], y[r], f[r]), labels=range(4)))
        after[~r] = scale(kind, FIT[kind](L[r], y[r]), L[~r]); o["chosen"].append(kind)
    o["after"] = figures(after, y)
    # class-conditional conformal p values, straight from the definition
    o["conformal"] = {}
    for name in ("lac", "aps"):
        score = 1 - p if name == "lac" else np.array([[1 - sum(q[e] for e in range(4) if e != c and q[e] <= q[c]) for c in range(4)] for q in p])
        sets = {}
        for level, assurance in ((l, a) for l in (80, 90, 95) for a in ("average", "nine-in-ten")):
            inside = np.zeros(p.shape, bool)
            for i in range(len(y)):
                for c in range(4):
                    cal = score[(f != f[i]) & (y == c), c]
                    stranger = (cal >= score[i, c]).sum()
                    inside[i, c] = ((1 + stranger) * 100 > (100 - level) * (1 + len(cal)) if assurance == "average"
                                    else binom.cdf(stranger, len(cal), (100 - level) / 100) > .1)
            size = inside.sum(1); hit = inside[np.arange(len(y)), y]
            sets[f"{level} {assurance}"] = dict(coverage=float(hit.mean()), mean_size=float(size.mean()), empty=float((size == 0).mean()), single=float((size == 1).mean()),
                               per_class={c: float(hit[y == i].mean()) for i, c in enumerate(C)})
        o["conformal"][name] = sets
    # risk and coverage; no two confidences are equal here
    conf, right = p.max(1), p.argmax(1) == y
    o["ties"] = int(len(conf) - len(np.unique(conf)))
    order = np.argsort(-conf, kind="stable")
    o["aurc"] = float((np.cumsum(~right[order]) / np.arange(1, len(y) + 1)).mean())
    o["screening_auc"] = M.roc_auc_score(y != 1, 1 - p[:, 1])
    ill = y != 1; q = p[ill].copy(); q[:, 1] = -1
    o["naming_accuracy"] = float((q.argmax(1) == y[ill]).mean())

rng = np.random.default_rng(5)
label = np.repeat([0, 1, 2], [26, 21, 5])  # the five share the mean of the 21
known = ((rng.normal(size=(3, 5))[label] + 0.5 * rng.normal(size=(52, 5))) * rng.uniform(0.5, 9, (52, 1))).round(3)
query = (5 * rng.normal(size=(8, 5))).round(3)
unit, group = normalize(known), np.minimum(label, 1)
means = NearestCentroid().fit(unit, group).centroids_
covariance, shrinkage = ledoit_wolf(unit - means[group], assume_centered=True)
near = lambda x: cdist(normalize(x), means, "mahalanobis", VI=np.linalg.inv(covariance)).min(1)
out["known_faces"] = dict(known=known.tolist(), label=label.tolist(), query=query.tolist(), shrinkage=float(shrinkage),
                          distance=(near(query) / np.sort(near(known))[26]).tolist())
json.dump(out, open(f"{folder}/uncertainty.json", "w"), indent=1)
