"""Prints what a run found of calibration, coverage, abstention, screening, novelty and subgroups, as Markdown.

usage: python figures.py RUN
"""
import json, sys

models = json.load(open(f"{sys.argv[1]}/metrics.json"))["models"]


def f(e, digits=3):
    if e["value"] is None: return "–"
    v = f"{e['value']:.{digits}f}"
    return v if e["low"] is None else f"{v} ({e['low']:.{digits}f}–{e['high']:.{digits}f})"


print("| model | probabilities | log loss | Brier | calibration error |\n|---|---|---|---|---|")
for name, m in models.items():
    for row in ("before", "temperature", "vector", "after", "change"):
        c = m["calibration"][row]
        print(f"| {name} | {row} | {f(c['log_loss'])} | {f(c['brier_sum'])} | {f(c['ece15'], 4)} |")
    print(f"<!-- chosen: {[fit['method'] for fit in m['calibration']['fits']]} -->")
classes = list(next(iter(models.values()))["subject"]["per_class"])
print("\n| model | score | level | holds the truth | mean size |", " | ".join(classes), "|\n|" + "---|" * (5 + len(classes)))
for name, m in models.items():
    for s in m["conformal"]:
        per = [f(s["per_class"][c]["coverage"]) + ("" if s["per_class"][c]["enough"] else " *") for c in classes]
        print(f"| {name} | {s['conformity']} | {s['level_percent']} {s['assurance']} | {f(s['coverage'])} | {f(s['mean_size'], 2)} |", " | ".join(per), "|")
print()
for name, m in models.items():
    a = m["abstention"]
    print(f"- {name}: AURC {f(a['aurc'])}, at best {a['aurc_perfect']:.3f};", "; ".join(
        f"wanted {t['wanted']:.0%}: answered {t['answered']['value']:.3f}, right {f(t['accuracy'])}" for t in a["targets"]))
    s = m["screening"]
    print(f"  - screening AUC {f(s['auc'])};", "; ".join(
        f"{p['fixed']} {p['at']:.2f} held: sensitivity {f(p['sensitivity'])}, specificity {f(p['specificity'])}" for p in s["points"]))
    n = m["naming"]
    print(f"  - naming {f(n['accuracy'])} of {n['subjects']}, commonest {n['commonest']:.3f};", {c: f(r) for c, r in n["recall"].items()})
    if "novelty" in m:
        v = m["novelty"]
        print(f"  - refused {f(v['refused'])},", {c: f(r) for c, r in v["per_class"].items()}, f"right when kept {f(v['right_kept'])}, refused {f(v['right_refused'])}")
    for g in m.get("subgroups", []):
        print(f"  - {g['column']}: {g['finding']}")
