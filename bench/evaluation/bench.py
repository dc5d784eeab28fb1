"""The whole of what a study evaluates, and its figures against scikit-learn and numpy, in the same run.

usage: python bench/evaluation/bench.py     after ./facies --version has built the jar; needs the peer's Python packages
"""

import os
import resource
import subprocess
import sys
import tempfile
import time

here = os.path.dirname(os.path.abspath(__file__))
app = os.path.join(here, "../../facies-cli/target")
path = f"{app}/facies.jar:{app}/lib/*"
MODELS, SUBJECTS, RESAMPLES, PEER_RESAMPLES = 4, 5000, 2000, 20


def timed(*command):
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (out, time.perf_counter() - begin,
            after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


with tempfile.TemporaryDirectory() as folder:
    predictions, subjects = f"{folder}/predictions.csv", f"{folder}/subjects.csv"
    subprocess.run([sys.executable, f"{here}/cohort.py", folder, str(SUBJECTS), str(MODELS), "3"], check=True)
    subprocess.run(["javac", "-cp", path, "-d", folder, f"{here}/Ours.java"], check=True)
    java = ["java", "-XX:MaxRAMPercentage=30", "-XX:+UseSerialGC"]  # as the launcher starts it
    ours = [*java, "-cp", f"{folder}:{path}", "Ours", predictions, f"{folder}/metrics.json", str(RESAMPLES), "2"]
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; {MODELS} models, {SUBJECTS} subjects, {RESAMPLES} resamples")
    for readers in "readers.csv", "readers-500.csv":
        parts, wall, cpu = timed(*ours, subjects, f"{folder}/{readers}")
        print(f"all of metrics.json with {readers}: wall {wall:.1f} s, processor {cpu:.1f} s, start of the JVM included")
        print(f"  wall by part: {parts.strip()}")
    columns = [word for name in ("sex", "age_band", "site") for word in ("--subgroup", name)]
    _, wall, cpu = timed(*java, "-Djava.awt.headless=true", "-jar", f"{app}/facies.jar", "evaluate", predictions, "--cohort", subjects,
                         *columns, "--readers", f"{folder}/readers.csv", "--out", f"{folder}/evaluated")
    print(f"facies evaluate, with report and figures: wall {wall:.1f} s, processor {cpu:.1f} s")
    _, wall, cpu = timed(*ours)
    print(f"only the figures of models at both levels: wall {wall:.1f} s, processor {cpu:.1f} s")
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
    subprocess.run([sys.executable, f"{here}/peer.py", predictions, "1"], check=True, capture_output=True)
    _, _, peer_cpu = timed(sys.executable, f"{here}/peer.py", predictions, str(PEER_RESAMPLES))
    _, _, start_cpu = timed(sys.executable, f"{here}/peer.py", predictions, "1")
    each = (peer_cpu - start_cpu) / (PEER_RESAMPLES - 1)
    print(f"peer, the same figures: processor {each * 1000:.0f} ms a resample of one model; "
          f"{each * RESAMPLES * MODELS:.0f} s for the same resamples, {each * RESAMPLES * MODELS / cpu:.0f} times ours")
