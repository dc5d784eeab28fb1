"""Compares what docs/how-to/bundle_from_python.py computes from crops with what Facies says.

usage: python compare.py BUNDLE CROPS --answers ANSWERS.jsonl
           with what "facies predict MANIFEST --bundle BUNDLE --json" prints
       python compare.py BUNDLE CROPS --run RUN
           single members with the run's out-of-fold predictions

CROPS is a folder with CROPS/GEOMETRY/PHOTO.png, or CROPS/PHOTO.png where the bundle needs one geometry: PHOTO as the
manifest names it. Of a crop with a margin, as studies make them, the middle is taken. Exits 1 if a number differs by
more than 1e-5 (a distance above 1: by that part of itself), if an answer differs in anything else, or if nothing was
compared. Needs Pillow.
"""

import argparse
import csv
import json
import pathlib
import sys

import numpy as np
import onnxruntime
from PIL import Image

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "docs" / "how-to"))
from bundle_from_python import answer, evidence, read  # noqa: E402

TOLERANCE = 1e-5
OF_PHOTOS = {"poor-photo", "several-faces"}  # judged where faces are found, not by the decision
BATCH = 16


def session(files, network):
    return onnxruntime.InferenceSession(files[network["file"]], providers=["CPUExecutionProvider"])


def crop(folder, geometry, photo, height, width):
    """uint8[height][width][3]: the middle of the picture."""
    place = folder / geometry / (photo + ".png")
    with Image.open(place if place.exists() else folder / (photo + ".png")) as picture:
        pixels = np.asarray(picture.convert("RGB"))
    top, left = (pixels.shape[0] - height) // 2, (pixels.shape[1] - width) // 2
    if top < 0 or left < 0:
        sys.exit(f"{place} is smaller than {width} x {height}")
    return pixels[top : top + height, left : left + width]


def compare_answers(bundle, files, folder, answers):
    sizes = {n["geometry"]: session(files, n).get_inputs()[0].shape[1:3] for n in bundle["classifiers"]}
    compared, wrong, largest = 0, 0, 0.0
    for line in open(answers, encoding="utf-8"):
        theirs = json.loads(line)
        if "answer" not in theirs:
            continue
        used = [photo["photo"] for photo in theirs["photos"] if "refusal" not in photo]
        crops = {g: np.stack([crop(folder, g, photo, *size) for photo in used]) for g, size in sizes.items()}
        ours = answer(bundle["decision"], *evidence(bundle, files, crops), theirs.get("age_months"))
        said = theirs["answer"]
        numbers = [(ours["probabilities"][one["label"]], one["study"]) for one in said["classes"]]
        if "any_syndrome" in said:
            numbers.append((ours["any_syndrome"], said["any_syndrome"]["study"]))
        if "distance" in said:
            unit = max(1, ours["distance"])
            numbers.append((ours["distance"] / unit, said["distance"]["value"] / unit))
        gap = max(abs(one - other) for one, other in numbers)
        points = said.get("any_syndrome", {}).get("points", [])
        same = (
            gap <= TOLERANCE
            and bundle["digest"] == theirs["bundle"]["digest"]
            and list(ours["probabilities"]) == [one["label"] for one in said["classes"]]
            and ours["predicted"] == said["predicted"]
            and [one["classes"] for one in ours["sets"]] == [one["classes"] for one in said["sets"]]
            and ours["positive"] == [point["is_positive"] for point in points]
            and (ours["distance"] is None) == ("distance" not in said)
            and ours["reservations"] == [r["kind"] for r in theirs["reservations"] if r["kind"] not in OF_PHOTOS]
        )
        compared, wrong, largest = compared + 1, wrong + (not same), max(largest, gap)
        if not same and wrong <= 3:
            print("differs:", theirs["child"], "by", gap, json.dumps(ours), json.dumps(said), sep="\n  ")
    print(f"{compared} children, {wrong} differ; largest difference of a number {largest:.1e}")
    return compared > 0 and wrong == 0


def compare_members(bundle, files, folder, run):
    with open(pathlib.Path(run) / "predictions.csv", newline="", encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    columns = ["p_" + one["label"] for one in bundle["classes"]]
    good = False
    for network in bundle["classifiers"]:
        own = [row for row in rows if row["model"] == network["model"]]
        folds = {int(row["fold"]) for row in own}
        if len(folds) != network["members"]:
            sys.exit(f"{network['file']} has {network['members']} members, and {network['model']} {len(folds)} folds")
        runtime = session(files, network)
        height, width = runtime.get_inputs()[0].shape[1:3]
        largest = largest_mean = 0.0
        for start in range(0, len(own), BATCH):
            batch = own[start : start + BATCH]
            crops = np.stack([crop(folder, network["geometry"], row["photo"], height, width) for row in batch])
            members, mean = runtime.run(["member_probabilities", "probabilities"], {"crops": crops})
            theirs = np.array([[float(row[column]) for column in columns] for row in batch])
            ours = members[np.arange(len(batch)), [int(row["fold"]) for row in batch]]
            largest = max(largest, np.abs(ours - theirs).max())
            largest_mean = max(largest_mean, np.abs(members.mean(1) - mean).max())
        good = largest <= TOLERANCE and largest_mean <= TOLERANCE and bool(own)
        print(f"{network['file']}: {len(own)} photos; the member of a photo's fold differs from the run by at most"
              f" {largest:.1e}, the mean of the members from the graph's by {largest_mean:.1e}")
        if not good:
            return False
    return good


def main():
    options = argparse.ArgumentParser(description="Compares Python's answers with those of Facies.")
    options.add_argument("bundle")
    options.add_argument("crops", type=pathlib.Path)
    against = options.add_mutually_exclusive_group(required=True)
    against.add_argument("--answers", help="lines of JSON that facies predict printed")
    against.add_argument("--run", help="run directory that the bundle was made of")
    given = options.parse_args()
    bundle, files = read(given.bundle)
    good = (
        compare_answers(bundle, files, given.crops, given.answers)
        if given.answers
        else compare_members(bundle, files, given.crops, given.run)
    )
    print("agrees" if good else "DIFFERS")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
