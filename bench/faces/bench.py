"""Times Facies and its Python peer on one folder of photos, taking turns. See README.md."""

import argparse
import json
import os
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
JAR = os.path.join(HERE, "..", "..", "facies-cli", "target", "facies.jar")


def child(command):
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def answer(process):
    line = process.stdout.readline()
    if not line:
        sys.exit(f"{process.args[0]} ended with {process.wait()}")
    return json.loads(line)


def go(process):
    process.stdin.write("go\n")
    process.stdin.flush()
    return answer(process)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--photos", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--class-path", default=JAR)
    a = parser.parse_args()
    count = min(a.photos, len(os.listdir(a.folder)))

    java = ["java", "-XX:+UseSerialGC", "-cp", a.class_path, os.path.join(HERE, "FaceBench.java")]
    runners = {"facies": child([*java, a.folder, str(count), str(a.workers)])}
    models = answer(runners["facies"])
    for size in (512, 256):
        for mode in ("processes", "threads"):
            peer = [sys.executable, os.path.join(HERE, "peer.py"), a.folder, "--photos", str(count)]
            peer += ["--detector", models["detector"], "--landmarks", models["landmarks"]]
            peer += ["--size", str(size), "--mode", mode, "--workers", str(a.workers)]
            runners[f"python {size}, {mode}"] = child(peer)

    for process in [*runners.values()] * 2:
        go(process)
    runs = {name: [] for name in runners}
    for _ in range(a.rounds):
        for name, process in runners.items():
            runs[name].append(go(process))
    for process in runners.values():
        process.stdin.close()

    report(runs, count)


def report(runs, count):
    ours = runs["facies"]
    print(f"{count} photos, {len(ours)} rounds; medians. A ratio above 1 means that Facies is faster.")
    print(f"{'':24}{'photos/s':>10}{'ratio':>8}{'CPU ms':>9}{'ratio':>8}{'faces':>7}{'agreement px':>14}")
    for name, theirs in runs.items():
        speed = count / statistics.median(r["seconds"] for r in theirs)
        cpu = 1000 * statistics.median(r["cpu"] for r in theirs) / count
        wall_ratio = statistics.median(t["seconds"] / o["seconds"] for t, o in zip(theirs, ours))
        cpu_ratio = statistics.median(t["cpu"] / o["cpu"] for t, o in zip(theirs, ours))
        eyes = theirs[0]["eyes"]
        apart = [abs(x - y) for x, y in zip(eyes, ours[0]["eyes"]) if x is not None and y is not None]
        faces = sum(e is not None for e in eyes)
        print(f"{name:24}{speed:10.1f}{wall_ratio:8.2f}{cpu:9.2f}{cpu_ratio:8.2f}{faces:7}{statistics.median(apart):14.3f}")


if __name__ == "__main__":
    main()
