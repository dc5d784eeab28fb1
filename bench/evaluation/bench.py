"""Ours against scikit-learn and numpy, in the same run.

usage: python bench/evaluation/bench.py     after ./facies --version has built the jar; needs the peer's Python packages
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time

here = os.path.dirname(os.path.abspath(__file__))
app = os.path.join(here, "../../facies-app/target")
path = f"{app}/facies.jar:{app}/lib/*"
MODELS, SUBJECTS, RESAMPLES, PEER_RESAMPLES = 4, 5000, 2000, 20


def timed(*command):
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (json.loads(out), time.perf_counter() - begin,
            after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


with tempfile.TemporaryDirectory() as folder:
    predictions = f"{folder}/predictions.csv"
    subprocess.run([sys.executable, f"{here}/cohort.py", predictions, str(SUBJECTS), str(MODELS), "3"], check=True)
    subprocess.run(["javac", "-cp", path, "-d", folder, f"{here}/Ours.java"], check=True)
    ours, wall, cpu = timed("java", "-Xmx2g", "-cp", f"{folder}:{path}", "Ours", predictions, f"{folder}/metrics.json",
                            str(RESAMPLES), "2")
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
    subprocess.run([sys.executable, f"{here}/peer.py", predictions, "1"], check=True, capture_output=True)
    peer, _, peer_cpu = timed(sys.executable, f"{here}/peer.py", predictions, str(PEER_RESAMPLES))
    _, _, start_cpu = timed(sys.executable, f"{here}/peer.py", predictions, "1")
    each = (peer_cpu - start_cpu) / (PEER_RESAMPLES - 1)
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(f"ours: {MODELS} models, {SUBJECTS} subjects, {RESAMPLES} resamples, both levels: wall {wall:.1f} s, processor {cpu:.1f} s "
          f"(start, reading and jackknife included)")
    print(f"peer: processor {each * 1000:.0f} ms a resample of one model at both levels; "
          f"{each * RESAMPLES * MODELS:.0f} s for the same resamples")
    print(f"ratio of processor time: {each * RESAMPLES * MODELS / cpu:.0f}")
