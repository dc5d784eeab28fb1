"""Makes embeddings.json: what two backbones say to synthetic crops, computed without our reader and without ONNX Runtime.

usage: make_golden.py dlib_face_recognition_resnet_model_v1.dat fr_feature.onnx > embeddings.json

dlib: the tensors are found in the file by their signature and run through PyTorch; MobileFaceNet runs in the reference
evaluator of the onnx package (NumPy). Needs torch 2, onnx 1.16 or later.
"""
import json
import sys

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx.reference import ReferenceEvaluator


def crop(kind, size):
    """uint8[size][size][3]; the same integers as GoldenCrops.java."""
    y, x, c = np.meshgrid(np.arange(size), np.arange(size), np.arange(3), indexing="ij")
    if kind == "gradient":
        return ((x * 255 // (size - 1) * (c + 1) + y * 2) % 256).astype(np.uint8)
    if kind == "noise":
        i = ((y * size + x) * 3 + c).astype(np.uint64) + 17
        return (((i * 1103515245 + 12345) % 2147483648) // 65536 % 256).astype(np.uint8)
    face = np.full((size, size, 3), (200, 160, 140), np.int64)
    for cx, cy, r in ((35, 40, 6), (65, 40, 6), (50, 75, 9)):
        inside = (100 * x - cx * size) ** 2 + (100 * y - cy * size) ** 2 < (r * size) ** 2
        face[inside] = 40
    return face.astype(np.uint8)


def dlib_tensors(path):
    data, i, found = open(path, "rb").read(), 0, []
    while i < len(data) - 10:
        j, dims = i + 2, []
        if data[i:i + 2] == b"\x01\x02":
            while len(dims) < 4 and 1 <= data[j] <= 8:
                dims.append(int.from_bytes(data[j + 1:j + 1 + data[j]], "little"))
                j += 1 + data[j]
        count = int(np.prod(dims)) if len(dims) == 4 else 0
        if 16 <= count <= (len(data) - j) // 4:
            values = np.frombuffer(data, "<f4", count, j)
            if np.isfinite(values).all() and 1e-12 < np.abs(values).max() < 1e4:
                found.append(torch.from_numpy(values.copy()))
                i = j + 4 * count
                continue
        i += 1
    return found


def dlib_forward(tensors, x):
    rest = iter(tensors)

    def convolution(x, filters, size, stride, padding):
        both, affine = next(rest), next(rest)
        weight = both[:-filters].view(filters, x.shape[1], size, size)
        x = F.conv2d(x, weight, both[-filters:], stride, padding)
        return x * affine[:filters].view(1, -1, 1, 1) + affine[filters:].view(1, -1, 1, 1)

    x = F.max_pool2d(F.relu(convolution(x, 32, 7, 2, 0)), 3, 2)
    for filters, down in [(32, 0)] * 3 + [(64, 1)] + [(64, 0)] * 3 + [(128, 1)] + [(128, 0)] * 2 \
            + [(256, 1)] + [(256, 0)] * 2 + [(256, 1)]:
        r = F.relu(convolution(x, filters, 3, 1 + down, 1 - down))
        r = convolution(r, filters, 3, 1, 1)
        s = F.avg_pool2d(x, 2, 2) if down else x
        side = max(r.shape[2], s.shape[2])
        r = F.pad(r, (0, side - r.shape[3], 0, side - r.shape[2]))
        s = F.pad(s, (0, side - s.shape[3], 0, side - s.shape[2], 0, filters - s.shape[1]))
        x = F.relu(r + s)
    return x.mean((2, 3)) @ next(rest).view(256, 128)


def main(dat, mobile):
    tensors, network = dlib_tensors(dat), ReferenceEvaluator(onnx.load(mobile))
    golden = {"dlib-resnet": {}, "mobilefacenet-512": {}}
    for kind in ("gradient", "noise", "face"):
        x = crop(kind, 150).astype(np.float32).transpose(2, 0, 1)[None]
        x = (x - np.float32([122.782, 117.001, 104.298]).reshape(1, 3, 1, 1)) / 256
        with torch.no_grad():
            golden["dlib-resnet"][kind] = dlib_forward(tensors, torch.from_numpy(x))[0].tolist()
        x = (crop(kind, 112).astype(np.float32).transpose(2, 0, 1)[None] - 127.5) / 127.5
        golden["mobilefacenet-512"][kind] = network.run(None, {"input": x.astype(np.float32)})[0][0].tolist()
    rounded = {m: {k: [float("%.8g" % v) for v in e] for k, e in g.items()} for m, g in golden.items()}
    print(json.dumps(rounded, indent=1).replace(",\n   ", ", ").replace("[\n   ", "[").replace("\n  ]", "]"))


if __name__ == "__main__":
    main(*sys.argv[1:])
