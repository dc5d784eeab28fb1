#!/usr/bin/env bash
# Leaves each class of a cohort out in turn, trains the recommended model without it, and prints the table of the
# README. usage: run.sh COHORT_FOLDER OUT      (needs numpy; about an hour on two cores; resumes)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cohort=${1:?give the folder of a cohort}
out=${2:?give a folder for the runs}
if [ ! -f "$cohort/manifest.csv" ]; then
    echo "bench/unknown-faces: SKIPPED, there is no $cohort/manifest.csv" >&2
    exit 0
fi
facies=$here/../../facies
"$facies" --version >/dev/null
jar=$here/../../facies-cli/target
mkdir -p "$out"
for folder in $(python3 "$here/prepare.py" "$cohort" "$out"); do
    nice -n 10 "$facies" study run "$folder/study.yaml" --out "$folder/run" --threads 1 --yes
    nice -n 10 java -cp "$jar/facies.jar:$jar/lib/*" "$here/UnknownFaces.java" "$folder"
done
python3 "$here/compare.py" "$out"
