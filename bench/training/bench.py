"""Times the training step of Facies and of Python PyTorch, taking turns. See README.md."""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
JAR = HERE.parent.parent / "facies-cli" / "target" / "facies.jar"
MODEL = pathlib.Path.home() / ".cache" / "facies" / "models" / "dlib-resnet" / "model.onnx"
OURS = {  # as the launcher sets them
    "OPENBLAS_NUM_THREADS": "1",
    "GOMP_SPINCOUNT": "30000",
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": "1073741824",
    "MALLOC_TRIM_THRESHOLD_": "4294967296",
}


def run(name, command):
    environment = {**os.environ, **(OURS if name.startswith("facies") else {})}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default=str(MODEL))
    parser.add_argument("--steps", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    a = parser.parse_args()
    java = ["java", "-XX:MaxRAMPercentage=30", "-XX:+UseSerialGC", "-cp", str(JAR), str(HERE / "Ours.java")]
    python = [sys.executable, str(HERE / "peer.py")]
    commands = {
        "facies": [*java, a.model, str(a.steps), "32"],
        "facies, augmenting": [*java, a.model, str(a.steps), "32", "--augment"],
        "python": [*python, a.model, str(a.steps)],
        "python, affine layers": [*python, a.model, str(a.steps), "--layers"],
    }
    runs = {name: [] for name in commands}
    for _ in range(a.rounds):
        for name, command in commands.items():
            runs[name].append(run(name, command))
    ours = runs["facies"]
    print(f"{a.rounds} rounds of {a.steps} steps of 32 crops; medians. A ratio above 1 means that Facies is faster, or needs more memory.")
    print(f"{'':24}{'crops/s':>9}{'speed ratio':>13}{'peak MB':>9}{'memory ratio':>14}")
    for name, theirs in runs.items():
        speed = statistics.median(r["images_per_second"] for r in theirs)
        peak = statistics.median(r["peak_rss_mb"] for r in theirs)
        faster = statistics.median(o["images_per_second"] / t["images_per_second"] for o, t in zip(ours, theirs))
        more = statistics.median(o["peak_rss_mb"] / t["peak_rss_mb"] for o, t in zip(ours, theirs))
        print(f"{name:24}{speed:9.1f}{faster:13.2f}{peak:9.0f}{more:14.2f}")


if __name__ == "__main__":
    main()
