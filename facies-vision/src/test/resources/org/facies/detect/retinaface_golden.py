"""Writes retinaface_golden.csv: decoding made-up network outputs of a 64 x 32 picture with the reference decoder.

Run with the folder of retinaface_reference.py (decode(), as verified on LFW with the published weights) on PYTHONPATH.
The outputs are numbers of a linear congruential generator, x = state / 2^31, in the order of the network's outputs:
scores are x, boxes and points are x - 0.5. Columns: point unit, score, left, top, right, bottom, five times x, y.
"""
import csv
import numpy as np
from retinaface_reference import decode

state = 4711


def numbers(channels, stride, shift):
    global state
    out = np.empty(channels * (32 // stride) * (64 // stride), np.float32)
    for i in range(out.size):
        state = (1103515245 * state + 12345) % 2**31
        out[i] = np.float32(state / 2**31) - np.float32(shift)
    return out.reshape(1, channels, 32 // stride, 64 // stride)


outputs = [numbers(channels, stride, shift) for stride in (32, 16, 8) for channels, shift in ((4, 0), (8, 0.5), (20, 0.5))]
with open("retinaface_golden.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["unit", "score", "left", "top", "right", "bottom"] + [f"{axis}{i}" for i in range(5) for axis in "xy"])
    for unit in (1.0, 0.2):
        for score, box, points in zip(*decode(outputs, unit, threshold=0.9)):
            writer.writerow([unit, *(f"{v:.6f}" for v in (score, *box, *points.ravel()))])
