#!/usr/bin/env bash
# A bundle of a finished demo, checked by code that is not ours: its signature by bench/bundle-signature, its answers by the Python twin.
# Skips, loudly, what needs Python packages that cannot be had.
# usage: bench/bundle.sh DEMO     DEMO is what "facies demo --out DEMO" made
set -euo pipefail
demo=$(realpath "$1")
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$work/key.pem"
openssl pkey -in "$work/key.pem" -pubout -out "$work/public.pem"
./facies bundle make "$demo/run" --out "$work/demo.facies" --key "$work/key.pem" --yes
./facies bundle verify "$work/demo.facies" --key "$work/public.pem"

python3 -m venv "$work/venv"
"$work/venv/bin/pip" -q install numpy onnxruntime pillow >/dev/null 2>&1 || true
if "$work/venv/bin/python" -c 'import numpy, onnxruntime, PIL' 2>/dev/null; then
    ./facies cohort align "$demo/synthetic/manifest.csv" --for dlib-resnet --out "$work/aligned" --yes
    ./facies predict "$demo/synthetic/manifest.csv" --bundle "$work/demo.facies" --json >"$work/answers.jsonl"
    "$work/venv/bin/python" bench/bundle-twin/compare.py "$work/demo.facies" "$work/aligned/crops" --answers "$work/answers.jsonl"
    "$work/venv/bin/python" bench/bundle-twin/compare.py "$work/demo.facies" "$work/aligned/crops" --run "$demo/run"
else
    echo "SKIPPED: numpy, onnxruntime or pillow cannot be installed; the Python twin was not compared." >&2
fi
if python3 -c 'import cryptography' 2>/dev/null; then
    python3 bench/bundle-signature/verify.py --public-key "$work/public.pem" "$work/demo.facies"
else
    echo "SKIPPED: Python has no cryptography; the signature was not verified by other code." >&2
fi
