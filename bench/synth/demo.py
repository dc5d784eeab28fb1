"""The demo's four models against the ceiling, from scratch against pretrained, and with nothing to learn.

    ./facies --version
    python3 bench/synth/demo.py OUT --effect 2 --seeds 1 2 3
    python3 bench/synth/demo.py OUT --effect 0 --seeds 1 2 3 4 5
    python3 bench/synth/demo.py OUT --effect 0 --seeds 1 --trap site-background

Draws the demo's cohort (30 children of each class, two photos) for each seed, trains the demo's study on it, and prints for each
model accuracy, macro-F1 and AUC with the intervals of metrics.json, and that of accuracy after retraining. The ceiling is a linear model (shrunk discriminant) on the true parameters
of the children, in the same folds; "below the ceiling" has a 95 % percentile bootstrap over subjects within class, paired. What is
finished in OUT is not done again.
"""
import argparse
import json
import os
import subprocess

import numpy as np
import pandas as pd
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.metrics import f1_score

HERE = os.path.dirname(os.path.abspath(__file__))
FACIES = f"{HERE}/../../facies"
STUDY = f"{HERE}/../../facies-cli/src/main/resources/org/facies/demo/study.yaml"
CLASSES = ["williams-beuren", "noonan", "alagille", "none"]
RESAMPLES = 2000


def run(folder, effect, seed, traps, pretrained_only):
    counts = [word for name in CLASSES for word in ("--count", f"{name}=30")]
    subprocess.run([FACIES, "cohort", "synth", "--out", f"{folder}/synthetic", "--effect", str(effect), "--seed", str(seed), "--yes",
                    *counts, *(word for trap in traps for word in ("--trap", trap))], check=True, capture_output=True)
    with open(STUDY) as demo, open(f"{folder}/study.yaml", "w") as own:
        own.writelines(line for line in demo if not (pretrained_only and "pretrained: false" in line))
    subprocess.run([FACIES, "study", "run", f"{folder}/study.yaml", "--out", f"{folder}/run", "--yes"], check=True, capture_output=True)


def macro_f1(truth, answers):
    return f1_score(truth, answers, average="macro", zero_division=0)


def answers_of(predictions, subjects):
    columns = [c for c in predictions if c.startswith("p_")]
    means = predictions.groupby("subject")[columns].mean().loc[subjects]
    return np.array([c[2:] for c in columns])[means.to_numpy().argmax(1)]


def ceiling(traits, truth, fold):
    answers = np.empty(len(truth), dtype=object)
    for one in np.unique(fold):
        test = fold == one
        model = LinearDiscriminantAnalysis(solver="lsqr", shrinkage="auto").fit(traits[~test], truth[~test])
        answers[test] = model.predict(traits[test])
    return answers


def resamples(truth):
    rng = np.random.default_rng(0)
    members = [np.flatnonzero(truth == c) for c in np.unique(truth)]
    return [np.concatenate([rng.choice(m, len(m)) for m in members]) for _ in range(RESAMPLES)]


def interval(values):
    return "[{:.2f}, {:.2f}]".format(*np.percentile(values, [2.5, 97.5]))


def report(folder, title):
    truth_table = pd.read_csv(f"{folder}/synthetic/parameters.csv").set_index("subject")
    subjects, truth = truth_table.index.to_numpy(), truth_table.diagnosis.to_numpy()
    fold = pd.read_csv(f"{folder}/run/folds.csv").groupby("subject").fold.first().loc[subjects].to_numpy()
    best = ceiling(truth_table.drop(columns=["diagnosis", "severity"]).to_numpy(), truth, fold)
    draws = resamples(truth)
    print(f"\n{title}: ceiling, macro-F1 {macro_f1(truth, best):.2f} {interval([macro_f1(truth[d], best[d]) for d in draws])}")
    with open(f"{folder}/run/metrics.json") as file:
        metrics = json.load(file)
    predictions = pd.read_csv(f"{folder}/run/predictions.csv")
    base = metrics["baseline"]["subject"]
    print(f"  majority         accuracy {base['accuracy']:.2f}               macro-F1 {base['macro_f1']:.2f}")
    for model, figures in metrics["models"].items():
        own = figures["subject"]
        answers = answers_of(predictions[predictions.model == model], subjects)
        short = [macro_f1(truth[d], best[d]) - macro_f1(truth[d], answers[d]) for d in draws]
        shown = "  ".join(f"{name} {own[key]['value']:.2f} [{own[key]['low']:.2f}, {own[key]['high']:.2f}]"
                          for name, key in (("accuracy", "accuracy"), ("macro-F1", "macro_f1"), ("AUC", "auc_ovr_macro")))
        anew = own["over_folds"]["accuracy"]
        if anew["low"] is not None:
            shown += f"  accuracy, retrained {anew['mean']:.2f} [{anew['low']:.2f}, {anew['high']:.2f}]"
        print(f"  {model:16s} {shown}  below the ceiling {macro_f1(truth, best) - macro_f1(truth, answers):.2f} {interval(short)}",
              flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--effect", type=float, default=2)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--trap", action="append", default=[])
    parser.add_argument("--pretrained-only", action="store_true", help="leave out the arms from scratch")
    chosen = parser.parse_args()
    for number in chosen.seeds:
        arms = ["pretrained"] if chosen.pretrained_only else []
        name = "-".join([f"effect{chosen.effect:g}", *chosen.trap, *arms, f"seed{number}"])
        os.makedirs(f"{chosen.out}/{name}", exist_ok=True)
        if not os.path.exists(f"{chosen.out}/{name}/run/report.html"):
            run(f"{chosen.out}/{name}", chosen.effect, number, chosen.trap, chosen.pretrained_only)
        report(f"{chosen.out}/{name}", name)
