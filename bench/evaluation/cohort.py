"""Writes predictions.csv of a simulated study. usage: python cohort.py predictions.csv SUBJECTS MODELS SEED"""

import sys

import numpy as np
import pandas as pd

out, subjects, models, seed = sys.argv[1], *map(int, sys.argv[2:5])
rng = np.random.default_rng(seed)
classes = ["alagille", "none", "noonan", "williams-beuren"]
label = rng.choice(4, subjects, p=[0.03, 0.72, 0.14, 0.11])
photos = rng.integers(1, 4, subjects)
subject = np.repeat(np.arange(subjects), photos)
parts = []
for m in range(models):
    skill = rng.normal(0, 0.6, (subjects, 4)) + (1.2 + 0.1 * m) * np.eye(4)[label]
    z = 1.5 * (skill[subject] + rng.normal(0, 0.4, (len(subject), 4)))
    p = np.exp(z - z.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    part = pd.DataFrame(dict(model=f"model-{m}", fold=subject % 5, photo=[f"p{i}.jpg" for i in range(len(subject))],
                             subject=[f"s{s}" for s in subject], diagnosis=[classes[label[s]] for s in subject],
                             predicted=[classes[c] for c in p.argmax(1)]))
    for c, name in enumerate(classes):
        part[f"p_{name}"] = p[:, c]
    parts.append(part)
pd.concat(parts).to_csv(out, index=False)
