"""Writes a simulated study: predictions.csv, subjects.csv, readers.csv (all subjects) and readers-500.csv (a sample).

usage: python cohort.py FOLDER SUBJECTS MODELS SEED
"""

import sys

import numpy as np
import pandas as pd

folder, subjects, models, seed = sys.argv[1], *map(int, sys.argv[2:5])
rng = np.random.default_rng(seed)
classes = ["alagille", "none", "noonan", "williams-beuren"]
label = rng.choice(4, subjects, p=[0.03, 0.72, 0.14, 0.11])
photos = rng.integers(1, 4, subjects)
subject = np.repeat(np.arange(subjects), photos)
names = np.array([f"s{s}" for s in range(subjects)])
parts = []
for m in range(models):
    skill = rng.normal(0, 0.6, (subjects, 4)) + (1.2 + 0.1 * m) * np.eye(4)[label]
    z = 1.5 * (skill[subject] + rng.normal(0, 0.4, (len(subject), 4)))
    p = np.exp(z - z.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    part = pd.DataFrame(dict(model=f"model-{m}", fold=subject % 5, photo=[f"p{i}.jpg" for i in range(len(subject))],
                             subject=names[subject], diagnosis=[classes[label[s]] for s in subject],
                             predicted=[classes[c] for c in p.argmax(1)]))
    for c, name in enumerate(classes):
        part[f"p_{name}"] = p[:, c]
    parts.append(part)
pd.concat(parts).to_csv(f"{folder}/predictions.csv", index=False)

pd.DataFrame(dict(subject=names, sex=rng.choice(["female", "male"], subjects),
                  age_band=rng.choice(["0-1", "2-5", "6-11", "12-17"], subjects),
                  site=rng.choice(["a", "b", "c", "d", "e"], subjects))).to_csv(f"{folder}/subjects.csv", index=False)

readers = []
for r in range(5):
    right = rng.random(subjects) < 0.6 + 0.05 * r
    answer = np.where(right, label, rng.choice(4, subjects))
    readers.append(pd.DataFrame(dict(reader=f"reader-{r}", subject=names, answer=[classes[a] for a in answer],
                                     confidence=rng.uniform(0.4, 1, subjects).round(2))))
everything = pd.concat(readers)
everything.to_csv(f"{folder}/readers.csv", index=False)
sample = set(rng.choice(names, 500, replace=False))
everything[everything.subject.isin(sample)].to_csv(f"{folder}/readers-500.csv", index=False)
