"""The same evaluation in Python: scikit-learn for every figure, numpy for the bootstrap.

usage: python peer.py predictions.csv RESAMPLES     prints seconds for all resamples of one model at both levels

Each resample draws subjects within their class and takes them with all their photos. scikit-learn's functions see the
drawn rows, as one would write it. BCa's jackknife is left out, which is in the peer's favour.
"""

import json
import sys
import time
import warnings

import numpy as np
import pandas as pd
from sklearn import metrics as M

warnings.filterwarnings("ignore")
table = pd.read_csv(sys.argv[1])
resamples = int(sys.argv[2])
columns = [c for c in table.columns if c.startswith("p_")]
classes = np.array([c[2:] for c in columns])
rows = table[table.model == table.model.iloc[0]]
photo_p = rows[columns].to_numpy()
photo_y = np.searchsorted(classes, rows.diagnosis.to_numpy(str))
photo_s, names = pd.factorize(rows.subject)
subject_p = np.stack([np.bincount(photo_s, photo_p[:, c]) for c in range(len(classes))], 1)
subject_p /= subject_p.sum(1, keepdims=True)
subject_y = np.zeros(len(names), int)
subject_y[photo_s] = photo_y
members = [np.flatnonzero(subject_y == c) for c in range(len(classes))]
photos_of = np.split(np.argsort(photo_s, kind="stable"), np.cumsum(np.bincount(photo_s))[:-1])


def figures(y, p):
    predicted = p.argmax(1)
    labels = np.arange(len(classes))
    precision, recall, f1, _ = M.precision_recall_fscore_support(y, predicted, labels=labels, zero_division=np.nan)
    auc = [M.roc_auc_score(y == c, p[:, c]) for c in labels]
    average_precision = [M.average_precision_score(y == c, p[:, c]) for c in labels]
    return (M.accuracy_score(y, predicted), recall.mean(), precision.mean(), f1.mean(),
            M.f1_score(y, predicted, average="weighted"), np.mean(auc), M.roc_auc_score(y, p, multi_class="ovo", labels=labels),
            M.log_loss(y, p, labels=labels), ((p - np.eye(len(classes))[y]) ** 2).sum(1).mean(),
            M.cohen_kappa_score(y, predicted), M.matthews_corrcoef(y, predicted), *precision, *recall, *f1, *auc, *average_precision)


rng = np.random.default_rng(1)
begin = time.perf_counter()
drawn = []
for _ in range(resamples):
    chosen = np.concatenate([rng.choice(m, len(m)) for m in members])
    photos = np.concatenate([photos_of[s] for s in chosen])
    drawn.append(figures(subject_y[chosen], subject_p[chosen]) + figures(photo_y[photos], photo_p[photos]))
np.nanquantile(np.array(drawn), [0.025, 0.975], axis=0)
print(json.dumps({"seconds": time.perf_counter() - begin, "resamples": resamples}))
