"""Golden values of IResNet-18, -34, -50 and -100: embeddings, and one training step of two of them, in double precision.

usage, in facies-learn:  python3 src/test/python/make_iresnet_golden.py
needs: torch 2.13, numpy
writes src/test/resources/golden/iresnet.safetensors

The networks are plain torch modules written from the description of the architecture; their keys are those of
arcface_torch. Weights and crops come from a formula (FormulaTensors.java is its other half): the element i of a tensor
is the hash of i and of the tensor's name, spread evenly over a range that depends on what the tensor is, rounded to
float. Only outputs are recorded.
"""

import json
import math
import pathlib
import struct
import sys

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

GOLDEN = pathlib.Path("src/test/resources/golden")
BLOCKS = {18: (2, 2, 2, 2), 34: (3, 4, 6, 3), 50: (3, 4, 14, 3), 100: (3, 13, 30, 3)}
CLASSES, SCALE, MARGIN = 5, 16.0, 0.2
RATE, DECAY = 0.05, 5e-4
SAMPLE = 48
STEPS = ((18, 64, 64), (50, 32, 48))
WATCHED = (
    "conv1.weight",
    "prelu.weight",
    "layer1.0.bn1.weight",
    "layer1.0.downsample.0.weight",
    "layer2.0.downsample.1.weight",
    "layer2.1.prelu.weight",
    "layer3.1.conv1.weight",
    "layer3.1.bn2.bias",
    "layer4.0.conv2.weight",
    "layer4.1.bn3.weight",
    "bn2.weight",
    "fc.weight",
    "features.bias",
)
STATISTICS = ("bn1.running_mean", "layer3.0.bn3.running_var", "features.running_mean", "features.running_var")


def write(path, tensors):
    header, offset, blobs = {}, 0, []
    for name, tensor in tensors.items():
        blob = np.ascontiguousarray(tensor.detach().to(torch.float32).numpy()).tobytes()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [offset, offset + len(blob)]}
        offset += len(blob)
        blobs.append(blob)
    text = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(blobs))


def spread(name, shape, low, high):
    """Even over [low, high): murmur3's finaliser of a counter that begins at the name's hash."""
    start = 0
    for letter in name:
        start = (31 * start + ord(letter)) & 0xFFFFFFFF
    h = np.arange(math.prod(shape), dtype=np.uint32) * np.uint32(0x9E3779B9) + np.uint32(start)
    h ^= h >> np.uint32(16)
    h *= np.uint32(0x85EBCA6B)
    h ^= h >> np.uint32(13)
    h *= np.uint32(0xC2B2AE35)
    h ^= h >> np.uint32(16)
    values = low + (high - low) * ((h >> np.uint32(8)).astype(np.float64) / 2**24)
    return torch.from_numpy(values.astype(np.float32).astype(np.float64)).reshape(shape)


def formula(name, shape):
    if len(shape) > 1:
        bound = math.sqrt(3.0 / math.prod(shape[1:]))
        return spread(name, shape, -bound, bound)
    if name.endswith(("running_mean", "bias")):
        return spread(name, shape, -0.2, 0.2)
    if name.endswith("prelu.weight"):
        return spread(name, shape, 0.1, 0.4)
    if name.endswith("bn3.weight"):
        return spread(name, shape, 0.05, 0.35)
    return spread(name, shape, 0.5, 1.5)


class Block(nn.Module):
    def __init__(self, channels, filters, stride):
        super().__init__()
        self.bn1 = nn.BatchNorm2d(channels, eps=1e-5)
        self.conv1 = nn.Conv2d(channels, filters, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(filters, eps=1e-5)
        self.prelu = nn.PReLU(filters)
        self.conv2 = nn.Conv2d(filters, filters, 3, stride, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(filters, eps=1e-5)
        self.downsample = None
        if stride != 1:
            self.downsample = nn.Sequential(
                nn.Conv2d(channels, filters, 1, stride, bias=False), nn.BatchNorm2d(filters, eps=1e-5)
            )

    def forward(self, x):
        residual = self.bn3(self.conv2(self.prelu(self.bn2(self.conv1(self.bn1(x))))))
        return residual + (x if self.downsample is None else self.downsample(x))


class Network(nn.Module):
    def __init__(self, blocks, height, width):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 64, 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(64, eps=1e-5)
        self.prelu = nn.PReLU(64)
        channels = 64
        for stage, count in enumerate(blocks):
            filters = 64 * 2**stage
            layer = [Block(channels, filters, 2)] + [Block(filters, filters, 1) for _ in range(count - 1)]
            setattr(self, f"layer{stage + 1}", nn.Sequential(*layer))
            channels = filters
        self.bn2 = nn.BatchNorm2d(512, eps=1e-5)
        self.fc = nn.Linear(512 * (height // 16) * (width // 16), 512)
        self.features = nn.BatchNorm1d(512, eps=1e-5)
        self.features.weight.requires_grad = False

    def forward(self, x):
        x = self.prelu(self.bn1(self.conv1(x)))
        x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
        return self.features(self.fc(self.bn2(x).flatten(1)))


def network(depth, height, width):
    model = Network(BLOCKS[depth], height, width).double()
    with torch.no_grad():
        for name, tensor in model.state_dict().items():
            if not name.endswith("num_batches_tracked"):
                tensor.copy_(formula(name, tuple(tensor.shape)))
    return model


def sample(tensor):
    """SAMPLE elements at most, at equal distances."""
    flat = tensor.detach().flatten()
    return flat[:: max(1, -(-len(flat) // SAMPLE))]


def embeddings(out):
    for depth in BLOCKS:
        with torch.no_grad():
            embedding = network(depth, 112, 112).eval()(spread("crops", (2, 3, 112, 112), -1.0, 1.0))
        print(depth, "embedding, standard deviation", embedding.std().item())
        out[f"r{depth}.embeddings"] = embedding


def step(out, depth, height, width):
    model = network(depth, height, width).train()
    head = nn.Parameter(spread("head.weight", (CLASSES, 512), -1.0, 1.0))
    trained = {**dict(model.named_parameters()), "head.weight": head}
    trained.pop("features.weight")
    decayed = [p for n, p in trained.items() if p.dim() > 1]
    kept = [p for n, p in trained.items() if p.dim() == 1]
    optimiser = torch.optim.SGD(
        [{"params": decayed, "weight_decay": DECAY}, {"params": kept, "weight_decay": 0.0}], lr=RATE, momentum=0.9
    )
    labels = torch.arange(6) % CLASSES
    embedding = model(spread("crops", (6, 3, height, width), -1.0, 1.0))
    cosine = F.linear(F.normalize(embedding), F.normalize(head))
    loss = F.cross_entropy(SCALE * (cosine - MARGIN * F.one_hot(labels, CLASSES)), labels)
    loss.backward()
    optimiser.step()
    key = f"r{depth}.step"
    out[f"{key}.loss"] = loss.reshape(1)
    for name in (*WATCHED, "head.weight"):
        out[f"{key}.gradient/{name}"] = sample(trained[name].grad)
        print(key, name, "gradient, largest", trained[name].grad.abs().max().item())
        out[f"{key}.after/{name}"] = sample(trained[name])
    for name in STATISTICS:
        out[f"{key}.after/{name}"] = sample(model.state_dict()[name])


def main():
    out = {}
    embeddings(out)
    for depth, height, width in STEPS:
        step(out, depth, height, width)
    write(GOLDEN / "iresnet.safetensors", out)


if __name__ == "__main__":
    sys.exit(main())
