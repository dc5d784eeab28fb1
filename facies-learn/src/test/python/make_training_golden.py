"""Golden values of losses, gradients and two training steps, made with PyTorch (double precision where it says so).

usage, in facies-learn:  python3 src/test/python/make_training_golden.py
needs: torch 2.13, onnx, safetensors layout written by hand below
reads and writes src/test/resources/golden; toy.onnx there is ToyNetwork.graph() as written by ToyNetworkFile
"""

import json
import pathlib
import struct

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper

GOLDEN = pathlib.Path("src/test/resources/golden")
CLASSES, EMBEDDING, BATCH = 3, 8, 6
RATES = {"trunk": 1e-3, "head": 1e-2, "decay": 0.05}


def write(path, tensors):
    header, offset, blobs = {}, 0, []
    for name, tensor in tensors.items():
        blob = np.ascontiguousarray(tensor.detach().to(torch.float32).numpy()).tobytes()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [offset, offset + len(blob)]}
        offset += len(blob)
        blobs.append(blob)
    text = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(blobs))


def toy(x, w):
    """ToyNetwork with its affine layers folded, written out by hand."""

    def layer(x, name, stride):
        return F.conv2d(x, w[name + ".weight"], w[name + ".bias"], stride, 1)

    stem = F.max_pool2d(F.relu(layer(x, "stem", 1)), 2, 2)
    block1 = F.relu(layer(F.relu(layer(stem, "block1.conv1", 1)), "block1.conv2", 1) + stem)
    shortcut = F.pad(F.avg_pool2d(block1, 2, 2), (0, 0, 0, 0, 0, 8))
    block2 = F.relu(layer(block1, "block2.conv1", 2) + shortcut)
    return block2.mean((2, 3)) @ w["fc.weight"]


def cosface(cosine, y, s, m):
    return s * (cosine - m * F.one_hot(y, cosine.shape[1]))


def arcface(cosine, y, s, m):
    theta = torch.acos(cosine.clamp(-1 + 1e-7, 1 - 1e-7))
    shifted = torch.where(theta < np.pi - m, torch.cos(theta + m), cosine - m * np.sin(m))
    return s * torch.where(F.one_hot(y, cosine.shape[1]).bool(), shifted, cosine)


LOSSES = {
    "cosface": lambda c, y: cosface(c, y, 16.0, 0.2),
    "arcface": lambda c, y: arcface(c, y, 16.0, 0.3),
    "softmax": lambda c, y: c,
}


def margin_cases(out):
    """Gradients of the logits' sum, weighted, by the cosines; in double precision."""
    rng = np.random.default_rng(3)
    cosine = torch.tensor(rng.uniform(-0.999, 0.999, (40, 5)), dtype=torch.float64, requires_grad=True)
    upstream = torch.tensor(rng.normal(size=(40, 5)), dtype=torch.float64)
    y = torch.arange(40) % 5
    out["margin.cosine"], out["margin.upstream"] = cosine, upstream
    for name, margin in (("cosface", lambda c: cosface(c, y, 64, 0.35)), ("arcface", lambda c: arcface(c, y, 64, 0.5))):
        logits = margin(cosine)
        out[f"margin.{name}.logits"] = logits
        (out[f"margin.{name}.gradient"],) = torch.autograd.grad((logits * upstream).sum(), cosine)
    weights = torch.tensor([0.5, 1.0, 2.0, 1.5, 0.25], dtype=torch.float64)
    logits = (8 * cosine.detach()).requires_grad_(True)
    loss = F.cross_entropy(logits, y, weight=weights, label_smoothing=0.1)
    out["entropy.logits"], out["entropy.loss"] = logits, loss.reshape(1)
    (out["entropy.gradient"],) = torch.autograd.grad(loss, logits)


def folded(initialisers):
    """Every factor and summand behind a convolution, made part of its filters and bias."""
    weights = {
        t.name: torch.from_numpy(numpy_helper.to_array(t).copy())
        for t in initialisers
        if t.data_type == onnx.TensorProto.FLOAT
    }
    for scale_name in [name for name in weights if name.endswith(".scale")]:
        layer = scale_name.removesuffix(".scale")
        scale, shift = weights.pop(scale_name), weights.pop(layer + ".shift")
        weights[layer + ".weight"] *= scale.reshape(-1, 1, 1, 1)
        weights[layer + ".bias"] = weights[layer + ".bias"] * scale.flatten() + shift.flatten()
    return {name: torch.nn.Parameter(value) for name, value in weights.items()}


def steps(out, name, optimiser_name, inputs, labels):
    weights = folded(onnx.load(GOLDEN / "toy.onnx").graph.initializer)
    head = {"head.weight": torch.nn.Parameter(out["head"].detach().clone())}
    if name == "softmax":
        head["head.bias"] = torch.nn.Parameter(torch.zeros(CLASSES))
    decayed = [p for n, p in weights.items() if n.endswith(".weight")]
    kept = [p for n, p in weights.items() if not n.endswith(".weight")]
    groups = [
        {"params": decayed, "lr": RATES["trunk"], "weight_decay": RATES["decay"]},
        {"params": kept, "lr": RATES["trunk"], "weight_decay": 0.0},
        {"params": [head["head.weight"]], "lr": RATES["head"], "weight_decay": RATES["decay"]},
    ]
    if name == "softmax":
        groups.append({"params": [head["head.bias"]], "lr": RATES["head"], "weight_decay": 0.0})
    optimiser = torch.optim.AdamW(groups) if optimiser_name == "adamw" else torch.optim.SGD(groups, momentum=0.9)
    key = f"{name}.{optimiser_name}"
    everything = {**weights, **head}
    for step in (1, 2):
        embedding = toy(inputs, weights)
        if name == "softmax":
            scores = F.linear(embedding, head["head.weight"], head["head.bias"])
        else:
            scores = F.linear(F.normalize(embedding), F.normalize(head["head.weight"]))
        loss = F.cross_entropy(LOSSES[name](scores, labels), labels)
        optimiser.zero_grad()
        loss.backward()
        out[f"{key}.loss{step}"] = loss.reshape(1)
        if step == 1 and optimiser_name == "adamw":
            for n, p in everything.items():
                out[f"{name}.gradient/{n}"] = p.grad.clone()
        optimiser.step()
    for n, p in everything.items():
        out[f"{key}.after/{n}"] = p.detach().clone()


def main():
    torch.manual_seed(11)
    torch.set_num_threads(1)
    out = {}
    margin_cases(out)
    out["input"] = torch.randn(BATCH, 3, 16, 16) * 0.5
    out["head"] = torch.randn(CLASSES, EMBEDDING) / EMBEDDING**0.5
    labels = torch.arange(BATCH) % CLASSES
    for name in LOSSES:
        for optimiser_name in ("adamw", "sgd"):
            steps(out, name, optimiser_name, out["input"], labels)
    write(GOLDEN / "training.safetensors", out)


if __name__ == "__main__":
    main()
