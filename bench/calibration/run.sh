#!/usr/bin/env bash
# A reduced study of two pretrained arms on a cohort, and the figures of its README. usage: run.sh COHORT_FOLDER OUT
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cohort=${1:?give the folder of a cohort}
out=${2:?give a folder for the run}
if [ ! -f "$cohort/manifest.csv" ]; then
    echo "bench/calibration: SKIPPED, there is no $cohort/manifest.csv" >&2
    exit 0
fi
mkdir -p "$out"
sed "s|^cohort: .*|cohort: $(realpath "$cohort")/manifest.csv|" "$here/study.yaml" > "$out/study.yaml"
nice -n 10 "$here/../../facies" study run "$out/study.yaml" --out "$out/run" --yes
python3 "$here/figures.py" "$out/run"
