"""What BeatsReference.java compares with: logistic regression on frozen embeddings, every third person of faces-a, three folds by subject.

    ./facies model pull retinaface-mnet25 landmarks-68 mobilefacenet-512 --yes     # agrees to their terms
    ./facies cohort align COHORT/manifest.csv --out FACES --for mobilefacenet-512
    ./facies embed --aligned FACES/crops/photos/*.png --model mobilefacenet-512 --out EMB.csv
    python bench/reference.py COHORT/manifest.csv EMB.csv

Prints accuracy, balanced accuracy, macro-F1 and macro AUC over subjects, pooled out of fold: mean and deviation of three divisions.
"""
import sys

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, balanced_accuracy_score, f1_score, roc_auc_score
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import Normalizer, StandardScaler

FOLDS, DIVISIONS = 3, 3

manifest, embeddings = (table.assign(name=table.photo.str.extract(r"(S\d+_\d+)")[0]) for table in map(pd.read_csv, sys.argv[1:3]))
numbers = [column for column in embeddings if column not in ("photo", "name")]
photos = manifest.merge(embeddings, on="name")
photos = photos[photos.subject.str[1:].astype(int) % 3 == 0]
truth = photos.groupby("subject").diagnosis.first()
classes = np.unique(truth)
results = []
for division in range(DIVISIONS):
    probabilities = np.empty((len(truth), len(classes)))
    for learn, test in StratifiedKFold(FOLDS, shuffle=True, random_state=division).split(truth.index, truth):
        known, unseen = (photos[photos.subject.isin(truth.index[part])] for part in (learn, test))
        model = make_pipeline(Normalizer(), StandardScaler(), LogisticRegression(C=0.01, max_iter=300))
        model.fit(known[numbers], known.diagnosis)
        of_photos = pd.DataFrame(model.predict_proba(unseen[numbers]), index=unseen.subject)
        probabilities[test] = of_photos.groupby(level=0).mean().loc[truth.index[test]]
    answers = classes[probabilities.argmax(1)]
    results.append((accuracy_score(truth, answers), balanced_accuracy_score(truth, answers), f1_score(truth, answers, average="macro"),
                    roc_auc_score(truth, probabilities, multi_class="ovr")))
print(f"{len(truth)} subjects:", np.round(np.mean(results, 0), 3), "+-", np.round(np.std(results, 0), 3))
