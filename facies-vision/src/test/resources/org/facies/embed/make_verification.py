"""Makes verification.json: ten-fold verification of made-up similarities by trying every threshold with NumPy."""
import json

import numpy as np


def measure(similarity, same):
    fold = np.arange(len(same)) % 10
    accuracies, thresholds = [], []
    for k in range(10):
        s, y = similarity[fold != k], same[fold != k]
        u = np.unique(s)
        candidates = np.concatenate([u[:1], (u[:-1] + u[1:]) / 2, [np.nextafter(u[-1], np.inf)]])
        t = candidates[np.argmax([((s >= c) == y).mean() for c in candidates])]
        thresholds.append(t)
        accuracies.append(((similarity[fold == k] >= t) == same[fold == k]).mean())
    a, b = similarity[same][:, None], similarity[~same][None, :]
    return {"accuracy": np.mean(accuracies), "sd": np.std(accuracies, ddof=1), "folds": accuracies,
            "threshold": np.mean(thresholds), "auc": ((a > b) + 0.5 * (a == b)).mean()}


cases = []
for seed, gap, decimals in ((1, 1.0, 6), (2, 3.0, 6), (3, 0.5, 1), (4, 10.0, 6)):
    rng = np.random.default_rng(seed)
    same = np.arange(120) < 70
    similarity = np.round(rng.normal(0, 1, 120) + gap * same, decimals)
    cases.append({"similarity": similarity.tolist(), "same": same.tolist(), **measure(similarity, same)})
print(json.dumps(cases))
