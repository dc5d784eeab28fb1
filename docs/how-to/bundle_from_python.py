"""Answers about one child with a bundle of Facies, without Facies. Research software, not for diagnosis.

usage: python bundle_from_python.py BUNDLE.facies GEOMETRY=CROPS.npy [GEOMETRY=CROPS.npy ...] [AGE_MONTHS]
       CROPS.npy holds uint8[photos][height][width][3], red, green, blue: the child's aligned faces in that geometry
"""
import json, sys, zipfile
import numpy as np, onnxruntime

def read(path):  # bundle.json, and every file by name
    with zipfile.ZipFile(path) as files:
        return json.loads(files.read("bundle.json")), {name: files.read(name) for name in files.namelist()}

def evidence(bundle, files, crops):  # of each photo: probabilities[photos][classes], distances[photos] or None
    probabilities, distances, members = 0, 0, sum(network["members"] for network in bundle["classifiers"])
    for network in bundle["classifiers"]:
        session = onnxruntime.InferenceSession(files[network["file"]], providers=["CPUExecutionProvider"])
        names = [output.name for output in session.get_outputs()]
        outputs = dict(zip(names, session.run(names, {"crops": crops[network["geometry"]]})))
        probabilities = probabilities + outputs["probabilities"].astype(float) * network["members"] / members
        if distances is not None:
            own = outputs.get("distances")  # float32[photos][members]; absent where unknown faces were not fitted
            distances = None if own is None else distances + own.astype(float).sum(1) / members
    return probabilities, distances

def mean(photos):  # the mean over photos, each brought to sum 1
    total = (photos / photos.sum(1, keepdims=True)).sum(0)
    return total / total.sum()

def calibrated(rule, p):
    log = np.log(np.maximum(p, 1e-12))
    if rule["method"] == "temperature":
        log = log / rule["temperature"]
    if rule["method"] == "vector":
        log = np.array(rule["slope"]) * log + np.array(rule["shift"])
    e = np.exp(log - log.max())
    return p if rule["method"] == "none" else e / e.sum()

def in_set(rule, classes, p):  # a class is in the set unless it looks stranger for this child than its limit
    below = [sum(p[other] for other in range(len(p)) if other != c and p[other] <= p[c]) for c in range(len(p))]
    strange = 1 - p if rule["conformity"] == "lac" else 1 - np.array(below)
    return [name for name, score in zip(classes, strange) if score <= rule["limits"][name]]

def answer(decision, probabilities, distances=None, age_months=None):
    classes, rule = list(decision["subjects"]), decision["calibration"]
    pooled = mean(probabilities)
    p = calibrated(rule, pooled)
    sets = [{"level": one["level_percent"], "assurance": one["assurance"], "conformity": one["conformity"],
             "classes": in_set(one, classes, p)} for one in decision["sets"]]
    score = 1 - p[classes.index(decision["unaffected"])] if "unaffected" in decision else None
    unknown, ages = decision.get("unknown_faces"), decision.get("ages")
    distance = None if distances is None else distances.mean()
    agreeing = sum(calibrated(rule, mean(photo[None])).argmax() == p.argmax() for photo in probabilities)
    against = {"unknown-face": unknown and distance is not None and distance > unknown["threshold"],
               "low-confidence": p.max() < decision["abstention"]["confidence"],
               "photos-disagree": 2 * agreeing < len(probabilities),
               "age-outside": ages and age_months is not None
                              and not ages["from_months"] <= age_months < ages["to_months"] + 1}
    return {"pooled": dict(zip(classes, pooled.tolist())), "probabilities": dict(zip(classes, p.tolist())),
            "predicted": classes[p.argmax()], "sets": sets, "any_syndrome": score,
            "positive": [bool(score >= point["threshold"]) for point in decision["screening"]],
            "distance": distance, "reservations": [name for name, holds in against.items() if holds]}

if __name__ == "__main__":
    bundle, files = read(sys.argv[1])
    crops = {name: np.load(path) for name, path in (word.split("=", 1) for word in sys.argv[2:] if "=" in word)}
    age = [float(word) for word in sys.argv[2:] if "=" not in word]
    print(bundle["intended_purpose"])
    print(json.dumps(answer(bundle["decision"], *evidence(bundle, files, crops), *age), indent=2))
