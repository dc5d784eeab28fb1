"""The same training step in Python PyTorch: dlib-resnet from its ONNX weights, all layers, CosFace, AdamW.

usage: python3 peer.py dlib-resnet.onnx STEPS [--layers]  ->  one line of JSON

Affine layers are folded into the convolutions, as Facies folds them; with --layers they stay layers of their own.
"""

import json
import resource
import sys
import time

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper

BATCH, CLASSES, SCALE, MARGIN = 32, 4, 16.0, 0.1
DOWN = {4, 8, 11, 14}


class DlibResnet(torch.nn.Module):
    """As dlib defines it; the residual sum pads the shortcut."""

    def __init__(self, path, folded):
        super().__init__()
        self.folded = folded
        weights = {
            tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy())
            for tensor in onnx.load(path).graph.initializer
            if tensor.data_type == onnx.TensorProto.FLOAT
        }
        if folded:
            for name in [name for name in weights if ".affine" in name and name.endswith(".weight")]:
                affine = name.removesuffix(".weight")
                conv = affine.replace("affine", "conv")
                factor, summand = weights.pop(name), weights.pop(affine + ".bias")
                weights[conv + ".weight"] *= factor.reshape(-1, 1, 1, 1)
                weights[conv + ".bias"] = weights[conv + ".bias"] * factor.flatten() + summand.flatten()
        self.names = {}
        for name, value in weights.items():
            self.names[name] = name.replace(".", "_")
            self.register_parameter(self.names[name], torch.nn.Parameter(value))

    def w(self, name):
        return getattr(self, self.names[name])

    def layer(self, x, conv, affine, stride, pad):
        x = F.conv2d(x, self.w(conv + ".weight"), self.w(conv + ".bias"), stride, pad)
        return x if self.folded else x * self.w(affine + ".weight") + self.w(affine + ".bias")

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.layer(x, "stem.conv", "stem.affine", 2, 0)), 3, 2)
        for i in range(1, 15):
            down = i in DOWN
            name = f"block{i}"
            y = F.relu(self.layer(x, name + ".conv1", name + ".affine1", 2 if down else 1, 0 if down else 1))
            y = self.layer(y, name + ".conv2", name + ".affine2", 1, 1)
            if down:
                x = F.avg_pool2d(x, 2, 2)
                x = F.pad(x, (0, 0, 0, 0, 0, y.shape[1] - x.shape[1]))
                h, w = max(x.shape[2], y.shape[2]), max(x.shape[3], y.shape[3])
                x = F.pad(x, (0, w - x.shape[3], 0, h - x.shape[2]))
                y = F.pad(y, (0, w - y.shape[3], 0, h - y.shape[2]))
            x = F.relu(y + x)
        return x.mean((2, 3)) @ self.w("fc.weight")


def main():
    path, steps = sys.argv[1], int(sys.argv[2])
    torch.set_num_threads(2)
    torch.manual_seed(1)
    net = DlibResnet(path, folded="--layers" not in sys.argv)
    head = torch.nn.Parameter(torch.randn(CLASSES, 128) / 128**0.5)
    decayed = [p for n, p in net.named_parameters() if p.dim() == 4 and p.shape[2:] != (1, 1) or n == "fc_weight"]
    kept = [p for p in net.parameters() if not any(p is d for d in decayed)]
    optimiser = torch.optim.AdamW(
        [
            {"params": decayed, "lr": 5e-5, "weight_decay": 1e-2},
            {"params": kept, "lr": 5e-5, "weight_decay": 0.0},
            {"params": [head], "lr": 5e-3, "weight_decay": 1e-2},
        ]
    )
    rng = np.random.default_rng(1)
    crops = torch.from_numpy(rng.normal(0, 0.25, (BATCH, 3, 150, 150)).astype(np.float32))
    labels = torch.arange(BATCH) % CLASSES
    seconds = []
    for _ in range(steps):
        began = time.perf_counter()
        cosine = F.linear(F.normalize(net(crops)), F.normalize(head))
        loss = F.cross_entropy(SCALE * (cosine - MARGIN * F.one_hot(labels, CLASSES)), labels)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        loss.item()
        seconds.append(time.perf_counter() - began)
    settled = sorted(seconds[2:])
    median = settled[len(settled) // 2]
    print(
        json.dumps(
            {
                "who": "python " + torch.__version__,
                "images_per_second": round(BATCH / median, 2),
                "best": round(BATCH / settled[0], 2),
                "peak_rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            }
        )
    )


if __name__ == "__main__":
    main()
