#!/usr/bin/env bash
# Checks on real photos that are not part of this repository. Skips, loudly, where they are not there.
# usage: bench/cohorts.sh [FOLDER]     FOLDER has lfw-pairs/pairs.csv; default: ../shared/cohorts
set -euo pipefail
cd "$(dirname "$0")/.."
cohorts=${1:-../shared/cohorts}
if [ ! -f "$cohorts/lfw-pairs/pairs.csv" ]; then
    echo "SKIPPED: no cohorts at $cohorts; verification on real pairs was not checked." >&2
    exit 0
fi
failed=0
for model in dlib-resnet mobilefacenet-512; do
    result=$(./facies model verify "$model" --pairs "$cohorts/lfw-pairs/pairs.csv" --yes --json)
    echo "$model: $result"
    if ! grep -qE '"accuracy" *: *(1\.0*|0\.9(8[5-9]|9))' <<<"$result"; then
        echo "FAILED: $model verifies fewer than 0.985 of the pairs" >&2
        failed=1
    fi
done
exit $failed
