"""Reader covariances by brute force, for ReaderCovariance and ObuchowskiRockette.

usage: python make.py OUT [SEED]     (needs numpy, scipy, scikit-learn, statsmodels)
scores.csv   positive, then score of modality m and reader r as m_r: 40 cases, 2 modalities, 4 readers, rounded so that some tie
golden.json  areas, jackknife covariances (every case left out, scikit-learn's area), DeLong covariances (all pairs), the
             tests written out from Hillis 2007, a model against the readers, and Cohen's kappa of thresholded scores
"""

import json
import sys

import numpy as np
from scipy import stats
from sklearn.metrics import roc_auc_score
from statsmodels.stats.inter_rater import cohens_kappa

out = sys.argv[1]
rng = np.random.default_rng(int(sys.argv[2]) if len(sys.argv) > 2 else 20)
T, R, N = 2, 4, 40
y = np.arange(N) % 5 < 2
case = rng.normal(0, 0.4, N) + rng.normal(0, 0.6, (T, 1, N))
x = np.round(case + 1.1 * y + rng.normal(0, 0.8, (T, R, N)) + np.array([0.0, 0.35])[:, None, None] * y, 1)
np.savetxt(f"{out}/scores.csv", np.column_stack([y, *x.reshape(T * R, N)]), fmt="%g", delimiter=",", comments="",
           header="positive," + ",".join(f"{t}_{r}" for t in range(T) for r in range(R)))
flat = x.reshape(T * R, N)
auc = np.array([roc_auc_score(y, s) for s in flat])
loo = np.array([[roc_auc_score(np.delete(y, i), np.delete(s, i)) for i in range(N)] for s in flat])
jackknife = (N - 1) ** 2 / N * np.cov(loo)
kernel = np.array([[[1.0 if p > n else 0.5 if p == n else 0.0 for n in s[~y]] for p in s[y]] for s in flat])
delong = np.cov(kernel.mean(2)) / y.sum() + np.cov(kernel.mean(1)) / (~y).sum()


def components(c):
    same_t = np.arange(T * R)[:, None] // R == np.arange(T * R) // R
    same_r = np.arange(T * R)[:, None] % R == np.arange(T * R) % R
    return dict(variance=np.diag(c).mean(), cov1=c[~same_t & same_r].mean(), cov2=c[same_t & ~same_r].mean(),
                cov3=c[~same_t & ~same_r].mean())


def tests(c):
    a = auc.reshape(T, R)
    ms_t = R * ((a.mean(1) - a.mean()) ** 2).sum() / (T - 1)
    ms_tr = ((a - a.mean(1, keepdims=True) - a.mean(0) + a.mean()) ** 2).sum() / (T - 1) / (R - 1)
    excess = max(c["cov2"] - c["cov3"], 0)
    d = ms_tr + R * excess
    ddf = d**2 / (ms_tr**2 / ((T - 1) * (R - 1)))
    fixed = c["variance"] - c["cov1"] + (R - 1) * excess
    return dict(ms_t=ms_t, ms_tr=ms_tr, f=ms_t / d, ddf=ddf, p=stats.f.sf(ms_t / d, T - 1, ddf), se=(2 * d / R) ** 0.5,
                chi2=ms_t / fixed, p_fixed_readers=stats.chi2.sf(ms_t / fixed, T - 1), f_fixed_cases=ms_t / ms_tr,
                p_fixed_cases=stats.f.sf(ms_t / ms_tr, T - 1, (T - 1) * (R - 1)))


# The last reader of modality 1 plays the model, the readers of modality 0 the readers.
difference, loo_difference = auc[:R] - auc[-1], loo[:R] - loo[-1]
c = (N - 1) ** 2 / N * np.cov(loo_difference)
ms_r, cov2 = difference.var(ddof=1), max(c[~np.eye(R, dtype=bool)].mean(), 0)
d = ms_r + R * cov2
ddf, t = d**2 / (ms_r**2 / (R - 1)), difference.mean() / (d / R) ** 0.5
against = dict(t=t, df=ddf, p=2 * stats.t.sf(abs(t), ddf), cov2=c[~np.eye(R, dtype=bool)].mean())

a, b = (np.digitize(flat[i], (0, 1)) for i in (0, 5))
kappa = cohens_kappa(np.histogram2d(a, b, bins=[np.arange(4) - 0.5] * 2)[0])
json.dump(dict(auc=auc.tolist(), jackknife=components(jackknife), delong=components(delong),
               jackknife_tests=tests(components(jackknife)), delong_tests=tests(components(delong)), against_model=against,
               cohen=dict(kappa=kappa.kappa, se=kappa.std_kappa)), open(f"{out}/golden.json", "w"), indent=1)
