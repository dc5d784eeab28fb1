"""Times Facies and Python on IResNets, training and running, taking turns. See README.md."""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TRAINING = HERE.parent / "training"
sys.path.insert(0, str(TRAINING))
from bench import JAR, OURS  # noqa: E402

GFLOP_FORWARD = {18: 5.22, 34: 8.98, 50: 12.62, 100: 24.18}  # two for a multiply-add
BACKWARD_AND_FORWARD = 3
JAVA = ["java", "-XX:MaxRAMPercentage=30", "-XX:+UseSerialGC", "-cp", str(JAR)]
PEER = [sys.executable, str(HERE / "peer.py")]


def last_line(command, environment=None):
    done = subprocess.run(command, env={**os.environ, **(environment or {})}, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else "{}"


def peak(folder):
    program = os.path.join(folder, "peak")
    subprocess.run(["cc", "-O3", "-march=native", "-ffast-math", "-o", program, str(HERE / "peak.c"), "-lpthread"], check=True)
    return max(float(last_line([program])) for _ in range(5))


def compare(what, ours, theirs, gflop, machine, rounds):
    mine, peers = [], []
    for _ in range(rounds):
        mine.append(json.loads(last_line(ours, OURS)))
        peers.append(json.loads(last_line(theirs)))
    speed = statistics.median(r["images_per_second"] for r in mine)
    ratio = statistics.median(m["images_per_second"] / p["images_per_second"] for m, p in zip(mine, peers))
    memory = ""
    if "peak_rss_mb" in mine[0]:
        memory = f"{statistics.median(m['peak_rss_mb'] / p['peak_rss_mb'] for m, p in zip(mine, peers)):.2f}"
    print(f"{what:34}{speed:10.2f}{ratio:8.2f}{gflop * speed / machine:12.0%}{memory:>8}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--depths", type=int, nargs="+", default=[50, 100])
    parser.add_argument("--batch", type=int, default=16, help="of a training step")
    parser.add_argument("--steps", type=int, default=6)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--trunk", action="store_true", help="only CachedTrunk.java: epochs with stored activations and without")
    a = parser.parse_args()
    if a.trunk:
        subprocess.run([*JAVA, str(HERE / "CachedTrunk.java")], env={**os.environ, **OURS}, check=True)
        return
    with tempfile.TemporaryDirectory() as folder:
        machine = peak(folder)
        print(f"fp32 peak of two threads: {machine:.0f} GFLOP/s (peak.c)")
        print(f"{'':34}{'images/s':>10}{'ratio':>8}{'of the peak':>12}{'memory':>8}")
        for depth in a.depths:
            forward = GFLOP_FORWARD[depth]
            compare(
                f"IResNet-{depth}, training, batch {a.batch}",
                [*JAVA, str(TRAINING / "Ours.java"), f"iresnet_{depth}", str(a.steps), str(a.batch), "--scratch", "--sgd"],
                [*PEER, "train", str(depth), str(a.batch), str(a.steps)],
                BACKWARD_AND_FORWARD * forward,
                machine,
                a.rounds,
            )
            file = os.path.join(folder, f"iresnet{depth}.onnx")
            last_line([*JAVA, str(HERE / "Inference.java"), "write", str(depth), file], OURS)
            for batch in (1, 8):
                running = [file, str(batch), str(10 * a.steps // batch + 4)]
                compare(
                    f"IResNet-{depth}, ONNX Runtime, batch {batch}",
                    [*JAVA, str(HERE / "Inference.java"), "run", *running],
                    [*PEER, "run", *running],
                    forward,
                    machine,
                    a.rounds,
                )


if __name__ == "__main__":
    main()
