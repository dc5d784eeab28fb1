#!/usr/bin/env bash
# Checks on real photos that are not part of this repository. Skips, loudly, where they are not there.
# usage: bench/cohorts.sh [FOLDER]     FOLDER has lfw-pairs and faces-a; default: ../shared/cohorts
set -euo pipefail
cd "$(dirname "$0")/.."
cohorts=$(realpath -m "${1:-../shared/cohorts}")
failed=0

# Agrees to the terms of these models, which the demo does not; measuring on these photos is research.
if [ -d "$cohorts" ]; then
    ./facies model pull retinaface-mnet25 landmarks-68 dlib-resnet mobilefacenet-512 --yes
fi

if [ -f "$cohorts/lfw-pairs/pairs.csv" ]; then
    for model in dlib-resnet mobilefacenet-512; do
        result=$(./facies model verify "$model" --pairs "$cohorts/lfw-pairs/pairs.csv" --json)
        echo "$model: $result"
        if ! grep -qE '"accuracy" *: *(1\.0*|0\.9(8[5-9]|9))' <<<"$result"; then
            echo "FAILED: $model verifies fewer than 0.985 of the pairs" >&2
            failed=1
        fi
    done
else
    echo "SKIPPED: no lfw-pairs at $cohorts; verification on real pairs was not checked." >&2
fi

if [ -f "$cohorts/faces-a/manifest.csv" ]; then
    # Every third person, and half of the network is tuned: minutes instead of a quarter of an hour.
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    awk -F, 'NR == 1 || substr($2, 2) % 3 == 0' "$cohorts/faces-a/manifest.csv" >"$work/manifest.csv"
    mkdir "$work/photos"
    tail -n +2 "$work/manifest.csv" | cut -d, -f1 | (cd "$cohorts/faces-a" && xargs cp -t "$work/photos")
    cat >"$work/study.yaml" <<YAML
name: faces-a
cohort: manifest.csv
folds: {k: 3}
models:
  - {name: cosface-pfm, loss: cosface, training: {freeze_below: block7}}
YAML
    ./facies study run "$work/study.yaml" --out "$work/run"
    if ! java -cp facies-cli/target/facies.jar bench/BeatsReference.java "$work/run/metrics.json"; then
        echo "FAILED: the pretrained arm does not beat logistic regression on frozen embeddings" >&2
        failed=1
    fi
else
    echo "SKIPPED: no faces-a at $cohorts; learning on real faces was not checked." >&2
fi
exit $failed
