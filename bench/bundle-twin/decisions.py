"""Compares the decision of docs/how-to/bundle_from_python.py with that of Facies on the cases of Decisions.java.

usage: java … Decisions 20000 7 | python decisions.py
       exits 1 if an answer differs, or a number by more than 1e-12
"""

import collections
import json
import pathlib
import sys

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "docs" / "how-to"))
from bundle_from_python import answer  # noqa: E402

TOLERANCE = 1e-12
cases, wrong, largest, reservations = 0, 0, 0.0, collections.Counter()
for line in sys.stdin:
    case = json.loads(line)
    distances = np.array(case["distances"]) if "distances" in case else None
    ours = answer(case["decision"], np.array(case["probabilities"]), distances, case.get("age_months"))
    theirs = case["answer"]
    screening = theirs.get("screening")
    numbers = [(ours[key][name], theirs[key][name]) for key in ("pooled", "probabilities") for name in theirs[key]]
    numbers += [(ours["any_syndrome"], screening["score"])] if screening else []
    numbers += [(ours["distance"], theirs["distance"])] if "distance" in theirs else []
    gap = max(abs(one - other) for one, other in numbers)
    same = (
        gap <= TOLERANCE
        and list(ours["probabilities"]) == list(theirs["probabilities"])
        and ours["predicted"] == theirs["predicted"]
        and [one["classes"] for one in ours["sets"]] == [one["classes"] for one in theirs["sets"]]
        and (ours["any_syndrome"] is None) == (screening is None)
        and ours["positive"] == [point["is_positive"] for point in (screening or {}).get("points", [])]
        and (ours["distance"] is None) == ("distance" not in theirs)
        and ours["reservations"] == [name.replace("_", "-") for name in theirs["reservations"]]
    )
    cases, wrong, largest = cases + 1, wrong + (not same), max(largest, gap)
    reservations.update(theirs["reservations"])
    if not same and wrong <= 3:
        print("differs:", json.dumps(case), json.dumps(ours))
print(f"{cases} cases, {wrong} differ; largest difference of a number {largest:.1e}")
print(", ".join(f"{name} {count}" for name, count in sorted(reservations.items())))
sys.exit(wrong > 0 or cases == 0)
