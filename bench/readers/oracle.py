"""Recomputes what Facies says of a reader study: NumPy, SciPy, scikit-learn and statsmodels, no code of Facies.

    python oracle.py golden FOLDER              writes the golden files of ReadingGoldenTest
    python oracle.py check PREDICTIONS READERS METRICS [MODEL]
                                                compares every number with a metrics.json of Facies
    python oracle.py plan                       prints the numbers of ReaderVarianceTest
"""
import csv
import json
import sys
from pathlib import Path

import numpy as np
from scipy import stats
from sklearn import metrics as sk
from statsmodels.stats.inter_rater import cohens_kappa

CLASSES = ["alagille", "none", "noonan"]


# --- a simulated study -------------------------------------------------------------------------------------------------

def simulate(folder, seed=20):
    """Sixty subjects with two photos each, one model, four readers; three of them see the model."""
    rng = np.random.default_rng(seed)
    subjects = [f"S{i:03d}" for i in range(60)]
    truth = {s: CLASSES[i % 3] if i < 45 else "none" for i, s in enumerate(subjects)}
    rows, answer_of_model = [], {}
    for s in subjects:
        total = np.zeros(3)
        for photo in range(2):
            scores = np.exp(1.2 * rng.normal(size=3) + 1.4 * (np.array(CLASSES) == truth[s]))
            p = scores / scores.sum()
            total += p
            rows.append(["m", 0 if int(s[1:]) % 2 else 1, f"{s}-{photo}.jpg", s, truth[s], *map(repr, map(float, p))])
        answer_of_model[s] = CLASSES[int(np.argmax(total))]
    write(folder / "predictions.csv", ["model", "fold", "photo", "subject", "diagnosis"] + [f"p_{c}" for c in CLASSES], rows)
    rows = []
    for r in range(4):
        order = list(rng.permutation(subjects))
        repeats = order[:8]
        shown = [(s, 0) for s in order] + [(s, 1) for s in repeats]
        for position, (s, repeat) in enumerate(shown, start=4):
            first = say(rng, truth[s], 0.5 + 0.05 * r)
            place = [position, (position - 4) // 20 + 1, repeat, "a comment, with a comma" if position == 9 else ""]
            rows.append(row(rng, r, s, "unaided", first, place))
            if r < 3:
                shown_answer = answer_of_model[s]
                second = shown_answer if rng.random() < 0.4 else first if rng.random() < 0.9 else say(rng, truth[s], 0.5)
                rows.append(row(rng, r, s, "aided", second, place))
    write(folder / "readers.csv",
          ["reader", "subject", "arm", "answer", "confidence", "seconds", "experience", "position", "block", "repeat",
           "comment"], rows)


def say(rng, truth, skill):
    draw = rng.random()
    if draw < 0.05:
        return ""
    return truth if draw < 0.05 + skill else CLASSES[rng.integers(3)]


def row(rng, r, subject, arm, answer, place):
    step = rng.integers(1, 6)
    confidence = "" if answer == "" else repr(float(1 / 3 + (1 - 1 / 3) * step / 5))
    return [f"R{r + 1}", subject, arm, answer, confidence, repr(float(np.round(rng.lognormal(2, 0.5), 3))),
            f"{r + 2} years", *place]


def write(path, header, rows):
    with open(path, "w", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


# --- what is computed ---------------------------------------------------------------------------------------------------

class Study:
    def __init__(self, predictions, readers, model=None):
        rows = list(csv.DictReader(open(predictions)))
        self.classes = [c[2:] for c in rows[0] if c.startswith("p_")]
        self.truth = {r["subject"]: r["diagnosis"] for r in rows}
        self.model = model or rows[0]["model"]
        total = {}
        for r in rows:
            if r["model"] == self.model:
                p = np.array([float(r["p_" + c]) for c in self.classes])
                total[r["subject"]] = total.get(r["subject"], 0) + p / p.sum()
        self.said_by_model = {s: self.classes[int(np.argmax(p))] for s, p in total.items()}
        self.answers = {}
        for r in csv.DictReader(open(readers)):
            key = (r.get("arm") or "unaided", int(r.get("repeat") or 0))
            self.answers.setdefault(r["reader"], {}).setdefault(key, {})[r["subject"]] = r

    def first(self, reader):
        return self.answers[reader].get(("unaided", 0), {})

    def aided(self, reader):
        return self.answers[reader].get(("aided", 0), {})

    def probabilities(self, r):
        n = len(self.classes)
        if r["answer"] == "":
            return np.full(n, 1 / n)
        confidence = float(r["confidence"])
        return np.array([confidence if c == r["answer"] else (1 - confidence) / (n - 1) for c in self.classes])

    def correct(self, r, s):
        return float(r["answer"] == self.truth[s])


def reader(study, name):
    """Answers, with "cannot say" as one more answer that is never true."""
    own = study.first(name)
    subjects = sorted(own)
    truth = [study.truth[s] for s in subjects]
    said = [own[s]["answer"] or "(none)" for s in subjects]
    precision, recall, f1, _ = sk.precision_recall_fscore_support(
        truth, said, labels=study.classes, zero_division=np.nan)
    answered = [s for s in subjects if own[s]["answer"]]
    p = np.array([study.probabilities(own[s]) for s in subjects])
    return {
        "accuracy": sk.accuracy_score(truth, said),
        "balanced_accuracy": np.mean(recall),
        "macro_precision": np.mean(precision),
        "macro_f1": np.mean(f1),
        "cohen_kappa": sk.cohen_kappa_score(truth, said),
        "mcc": sk.matthews_corrcoef(truth, said),
        "auc_ovr_macro": np.mean([sk.roc_auc_score([t == c for t in truth], p[:, i])
                                  for i, c in enumerate(study.classes)]),
        "cannot_say": len(subjects) - len(answered),
        "accuracy_of_answered": np.mean([study.correct(own[s], s) for s in answered]),
    }


def figure(study, name, rows, subjects):
    """A figure of some answers on some subjects."""
    if name == "accuracy":
        return np.mean([study.correct(rows[s], s) for s in subjects])
    if name == "balanced_accuracy":
        return np.mean([np.mean([study.correct(rows[s], s) for s in subjects if study.truth[s] == c])
                        for c in study.classes])
    p = np.array([study.probabilities(rows[s]) for s in subjects])
    return np.mean([sk.roc_auc_score([study.truth[s] == c for s in subjects], p[:, i])
                    for i, c in enumerate(study.classes)])


def without_each(study, name, rows, subjects):
    return np.array([figure(study, name, rows, [s for s in subjects if s != out]) for out in subjects])


def obuchowski_rockette(values, left):
    """Two modalities, readers and cases random. values [2][readers], left [2][readers][cases]."""
    t, r, n = left.shape
    centred = left - left.mean(axis=2, keepdims=True)
    cov = np.einsum("ijk,lmk->ijlm", centred, centred) * (n - 1) / n
    kinds = {"var": [], "cov1": [], "cov2": [], "cov3": []}
    for i in range(t):
        for j in range(r):
            for k in range(t):
                for m in range(r):
                    kind = ("var" if j == m else "cov2") if i == k else ("cov1" if j == m else "cov3")
                    kinds[kind].append(cov[i, j, k, m])
    var, cov1, cov2, cov3 = (np.mean(kinds[k]) for k in ("var", "cov1", "cov2", "cov3"))
    means = values.mean(axis=1)
    mst = r * ((means - means.mean()) ** 2).sum() / (t - 1)
    residual = values - means[:, None] - values.mean(axis=0)[None, :] + values.mean()
    mstr = (residual ** 2).sum() / ((t - 1) * (r - 1))
    excess = max(0, cov2 - cov3)
    denominator = mstr + r * excess
    df = denominator ** 2 / (mstr ** 2 / ((t - 1) * (r - 1)))
    f = mst / denominator
    half = stats.t.ppf(0.975, df) * np.sqrt(2 * denominator / r)
    difference = means[0] - means[1]
    return {"difference": difference, "low": difference - half, "high": difference + half, "f": f, "df": df,
            "p": stats.f.sf(f, 1, df), "variance": var, "cov1": cov1, "cov2": cov2, "cov3": cov3,
            "ms_tr": mstr}


def stratified_interval(study, value, left, subjects):
    """Student's interval with the error of leaving out each subject within its class."""
    variance, of_variance = 0, 0
    for c in study.classes:
        own = left[[i for i, s in enumerate(subjects) if study.truth[s] == c]]
        part = ((own - own.mean()) ** 2).sum() * (len(own) - 1) / len(own)
        variance += part
        of_variance += part ** 2 / (len(own) - 1)
    half = stats.t.ppf(0.975, variance ** 2 / of_variance) * np.sqrt(variance)
    return [value, value - half, value + half]


def aided(study):
    readers = [name for name in study.answers if study.aided(name)]
    if not readers:
        return {}
    common = sorted(set.intersection(*(set(study.first(n)) & set(study.aided(n)) for n in readers)))
    result = {"n": len(common), "tests": {}, "per_reader": {}}
    if len(readers) > 1:
        for name in ("accuracy", "balanced_accuracy", "auc_ovr_macro"):
            values = np.array([[figure(study, name, way(n), common) for n in readers] for way in (study.aided, study.first)])
            left = np.array([[without_each(study, name, way(n), common) for n in readers]
                             for way in (study.aided, study.first)])
            result["tests"][name] = obuchowski_rockette(values, left)
    for n in readers:
        first, second = study.first(n), study.aided(n)
        both = sorted(set(first) & set(second))
        one = {"n": len(both)}
        for name in ("accuracy", "balanced_accuracy", "auc_ovr_macro"):
            change = figure(study, name, second, both) - figure(study, name, first, both)
            left = without_each(study, name, second, both) - without_each(study, name, first, both)
            one[name] = stratified_interval(study, change, left, both)
        before = np.array([study.correct(first[s], s) for s in both])
        after = np.array([study.correct(second[s], s) for s in both])
        gained, lost = int(((before == 0) & (after == 1)).sum()), int(((before == 1) & (after == 0)).sum())
        one["p_exact"] = 1.0 if gained + lost == 0 else min(1, 2 * stats.binom.cdf(min(gained, lost), gained + lost, 0.5))
        other = [s for s in both if first[s]["answer"] != second[s]["answer"]]
        one["changes"] = [len(both) - len(other), gained, lost, len(other) - gained - lost]
        for kind, right in (("incorrect", False), ("correct", True)):
            cases = [s for s in both if (study.said_by_model[s] == study.truth[s]) == right
                     and first[s]["answer"] != study.said_by_model[s]]
            one["following_" + kind] = [len(cases), sum(second[s]["answer"] == study.said_by_model[s] for s in cases)]
        result["per_reader"][n] = one
    return result


def repeats(study):
    result = {}
    for n, answers in study.answers.items():
        again = answers.get(("unaided", 1), {})
        both = [s for s in again if again[s]["answer"] and study.first(n)[s]["answer"]]
        if again:
            table = np.zeros((len(study.classes),) * 2)
            for s in both:
                table[study.classes.index(study.first(n)[s]["answer"]), study.classes.index(again[s]["answer"])] += 1
            kappa = cohens_kappa(table)
            result[n] = {"shown": len(again), "n": len(both), "same": int(np.trace(table)), "kappa": kappa.kappa,
                         "low": max(-1, kappa.kappa - stats.norm.ppf(0.975) * kappa.std_kappa),
                         "high": min(1, kappa.kappa + stats.norm.ppf(0.975) * kappa.std_kappa)}
    return result


def positions(study):
    slopes, times, parts = [], [], {}
    for n in study.answers:
        rows = study.first(n)
        if not all(r.get("position") for r in rows.values()) or len(rows) < 5:
            continue
        x = np.array([int(r["position"]) for r in rows.values()])
        correct = np.array([study.correct(r, s) for s, r in rows.items()])
        seconds = np.array([float(r["seconds"]) for r in rows.values()])
        slopes.append(10 * np.polyfit(x, correct, 1)[0])
        times.append(10 * np.polyfit(x, np.log(seconds), 1)[0])
        for (s, r), right, time in zip(rows.items(), correct, seconds):
            parts.setdefault(int(r["block"]), []).append((right, time))
    if not slopes:
        return {}
    return {"accuracy": mean_interval(slopes), "seconds": [float(np.expm1(v)) for v in mean_interval(times)],
            "parts": [[part, len(own), float(np.mean([o[0] for o in own])), float(np.median([o[1] for o in own]))]
                      for part, own in sorted(parts.items())]}


def mean_interval(values):
    mean, error = np.mean(values), np.std(values, ddof=1) / np.sqrt(len(values))
    half = stats.t.ppf(0.975, len(values) - 1) * error
    return [float(mean), float(mean - half), float(mean + half)]


def everything(study):
    return {"readers": {n: reader(study, n) for n in study.answers}, "aided": aided(study), "repeats": repeats(study),
            "positions": positions(study)}


# --- planning -----------------------------------------------------------------------------------------------------------

def power(between, own, shared, cases, modalities, readers, n, difference):
    """Hillis, Obuchowski and Berbaum 2011, readers and cases random."""
    ms = between + cases / n * own
    denominator = ms + readers * cases / n * shared
    df = denominator ** 2 / (ms ** 2 / (readers - 1))
    error2 = modalities * denominator / readers
    return {"se": np.sqrt(error2), "df": df, "half_width": stats.t.ppf(0.975, df) * np.sqrt(error2),
            "power": stats.ncf.sf(stats.f.ppf(0.95, 1, df), 1, df, difference ** 2 / error2)}


def van_dyke():
    """The published components of the VanDyke data (114 cases): R_JAFROC's example of 6 readers and 251 cases."""
    var, cov1, cov2, cov3, mstr = .00080228827, .00034661371, .00034407483, .00023902837, .00055103062
    shared = cov2 - cov3
    own = var - cov1 - shared
    return max(0, mstr - own), own, shared, 114, 2


def plan():
    for readers, n, difference in ((6, 251, .043800322), (5, 114, .05), (10, 60, .1), (3, 500, .02)):
        print(readers, n, difference, {k: float(v) for k, v in power(*van_dyke(), readers, n, difference).items()})


# --- comparison ---------------------------------------------------------------------------------------------------------

class Comparison:
    def __init__(self):
        self.numbers = 0
        self.wrong = []

    def same(self, path, ours, theirs, tolerance=1e-9):
        self.numbers += 1
        if not (ours is not None and abs(float(ours) - float(theirs)) <= tolerance * max(1, abs(float(theirs)))):
            self.wrong.append(f"{path}: Facies {ours}, here {theirs}")


def compare(study, file):
    found, wanted, c = json.load(open(file)), everything(study), Comparison()
    for n, one in wanted["readers"].items():
        ours = found["readers"][n]
        for key in ("accuracy", "balanced_accuracy", "macro_precision", "macro_f1", "cohen_kappa", "mcc", "auc_ovr_macro"):
            c.same(f"{n} {key}", ours[key]["value"], one[key])
        if one["cannot_say"]:
            c.same(f"{n} cannot say", ours["cannot_say"]["n"], one["cannot_say"])
            c.same(f"{n} of answered", ours["cannot_say"]["accuracy_of_answered"]["value"], one["accuracy_of_answered"])
    if wanted["aided"]:
        compare_aided(c, found["readers_aided"], wanted["aided"])
    for n, one in wanted["repeats"].items():
        ours = found["readers_repeated"]["per_reader"][n]
        for key in ("shown", "n", "same"):
            c.same(f"{n} repeats {key}", ours[key], one[key])
        c.same(f"{n} kappa", ours["cohen_kappa"]["value"], one["kappa"])
        if one["same"] < one["n"]:
            c.same(f"{n} kappa low", ours["cohen_kappa"]["low"], one["low"])
            c.same(f"{n} kappa high", ours["cohen_kappa"]["high"], one["high"])
    if wanted["positions"]:
        for key, name in (("accuracy", "accuracy_per_ten"), ("seconds", "seconds_per_ten")):
            ours = found["readers_by_position"][name]
            for value, end in zip(wanted["positions"][key], ("value", "low", "high")):
                c.same(f"position {key} {end}", ours[end], value)
        for part, ours in zip(wanted["positions"]["parts"], found["readers_by_position"]["parts"]):
            for value, key in zip(part, ("part", "n", "accuracy", "median_seconds")):
                c.same(f"part {part[0]} {key}", ours[key], value)
    return c


def compare_aided(c, found, wanted):
    c.same("common cases", found["n"], wanted["n"])
    for test in found["tests"]:
        one = wanted["tests"][test["figure"]]
        for key in ("low", "high"):
            c.same(f"{test['figure']} {key}", test["difference"][key], one[key])
        c.same(f"{test['figure']} difference", test["difference"]["value"], one["difference"])
        for key, name in (("f", "f"), ("df", "degrees_of_freedom"), ("p", "p")):
            c.same(f"{test['figure']} {key}", test[name], one[key])
    for n, one in wanted["per_reader"].items():
        ours = found["per_reader"][n]
        for key in ("accuracy", "balanced_accuracy", "auc_ovr_macro"):
            for value, end in zip(one[key], ("value", "low", "high")):
                c.same(f"{n} {key} {end}", ours[key]["difference"][end], value)
        c.same(f"{n} p", ours["p_exact"], one["p_exact"])
        for value, key in zip(one["changes"], ("kept", "to_correct", "to_incorrect", "other_incorrect")):
            c.same(f"{n} {key}", ours["changes"][key], value)
        for kind in ("incorrect", "correct"):
            if "following" in ours:
                c.same(f"{n} {kind} n", ours["following"][kind]["n"], one["following_" + kind][0])
                c.same(f"{n} {kind} followed", ours["following"][kind]["followed"], one["following_" + kind][1])


def main():
    if sys.argv[1] == "plan":
        plan()
    elif sys.argv[1] == "golden":
        folder = Path(sys.argv[2])
        folder.mkdir(parents=True, exist_ok=True)
        simulate(folder)
        golden = everything(Study(folder / "predictions.csv", folder / "readers.csv"))
        (folder / "golden.json").write_text(json.dumps(golden, indent=1) + "\n")
    else:
        result = compare(Study(sys.argv[2], sys.argv[3], *sys.argv[5:]), sys.argv[4])
        print("\n".join(result.wrong) or f"{result.numbers} numbers agree to 1e-09")
        sys.exit(bool(result.wrong))


if __name__ == "__main__":
    main()
