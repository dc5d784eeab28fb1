"""A small MobileFaceNet as ONNX files in the layouts that exporters write, and its golden values.

usage, in facies-learn:  python3 src/test/python/make_mobilefacenet_golden.py
needs: torch 2.13, onnx 1.23, numpy
writes src/test/resources/golden/mobilefacenet*.onnx and mobilefacenet.safetensors

The network is written from the paper (Chen et al. 2018: depthwise separable convolutions, PReLU, inverted residuals, a
global depthwise convolution, a linear layer) with 8 to 32 channels, for crops of 112 x 112. Weights come from the formula
of make_iresnet_golden.py, statistics of the norms are not trivial, golden values are computed in double precision.

mobilefacenet.onnx          norms kept, any number of pictures, the flattening computed from the picture's shape
mobilefacenet-folded.onnx   norms folded into the convolutions, one picture, small weights as Constant nodes, a copy
mobilefacenet-half.onnx     the same in float16 from end to end, with a cast; its golden embeddings are those of the rounded
                            weights, computed in double precision
"""

import copy
import pathlib
import sys

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import TensorProto, helper, numpy_helper
from torch import nn

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from make_iresnet_golden import CLASSES, DECAY, GOLDEN, MARGIN, RATE, SCALE, formula, sample, spread, write

EMBEDDING = 32
WATCHED = (
    "stem.conv.weight",
    "stem.norm.weight",
    "stem.prelu.weight",
    "deep.conv.weight",
    "blocks.0.expand.norm.bias",
    "blocks.1.deep.conv.weight",
    "blocks.2.deep.prelu.weight",
    "blocks.3.project.norm.weight",
    "last.conv.weight",
    "global.conv.weight",
    "linear.weight",
    "features.bias",
)
STATISTICS = ("stem.norm.running_mean", "blocks.1.deep.norm.running_var", "features.running_mean", "features.running_var")


class Unit(nn.Module):
    """Convolution, norm and, unless linear, slopes."""

    def __init__(self, channels, filters, size, stride=1, padding=0, groups=1, linear=False):
        super().__init__()
        self.conv = nn.Conv2d(channels, filters, size, stride, padding, groups=groups, bias=False)
        self.norm = nn.BatchNorm2d(filters)
        self.prelu = None if linear else nn.PReLU(filters)

    def forward(self, x):
        x = self.norm(self.conv(x))
        return x if self.prelu is None else self.prelu(x)


class Block(nn.Module):
    def __init__(self, channels, inner, filters, stride):
        super().__init__()
        self.expand = Unit(channels, inner, 1)
        self.deep = Unit(inner, inner, 3, stride, 1, groups=inner)
        self.project = Unit(inner, filters, 1, linear=True)
        self.residual = stride == 1 and channels == filters

    def forward(self, x):
        y = self.project(self.deep(self.expand(x)))
        return x + y if self.residual else y


class MobileFaceNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = Unit(3, 8, 3, 2, 1)
        self.deep = Unit(8, 8, 3, 1, 1, groups=8)
        self.blocks = nn.Sequential(
            Block(8, 16, 8, 2), Block(8, 16, 8, 1), Block(8, 32, 16, 2), Block(16, 32, 16, 1), Block(16, 32, 16, 2)
        )
        self.last = Unit(16, 32, 1)
        self.add_module("global", Unit(32, 32, 7, groups=32, linear=True))
        self.linear = nn.Linear(32, EMBEDDING, bias=False)
        self.features = nn.BatchNorm1d(EMBEDDING)
        nn.init.constant_(self.features.weight, 1.0)
        self.features.weight.requires_grad = False

    def forward(self, x):
        x = self.last(self.blocks(self.deep(self.stem(x))))
        return self.features(self.linear(getattr(self, "global")(x).flatten(1)))


def network():
    model = MobileFaceNet().double()
    with torch.no_grad():
        for name, tensor in model.state_dict().items():
            if not name.endswith("num_batches_tracked") and name != "features.weight":
                tensor.copy_(formula(name, tuple(tensor.shape)))
    return model


def folded(model):
    """The same function with the norms inside the convolutions."""
    model = copy.deepcopy(model)
    with torch.no_grad():
        for unit in [m for m in model.modules() if isinstance(m, Unit)]:
            old, norm = unit.conv, unit.norm
            factor = norm.weight / torch.sqrt(norm.running_var + norm.eps)
            unit.conv = nn.Conv2d(
                old.in_channels, old.out_channels, old.kernel_size, old.stride, old.padding, groups=old.groups
            ).double()
            unit.conv.weight.copy_(old.weight * factor[:, None, None, None])
            unit.conv.bias.copy_(norm.bias - factor * norm.running_mean)
            unit.norm = nn.Identity()
    return model


def halved(model):
    """The same network with weights that float16 can hold."""
    model = copy.deepcopy(model)
    with torch.no_grad():
        for tensor in model.state_dict().values():
            tensor.copy_(tensor.half().double())
    return model


class Graph:
    """An ONNX graph node by node; the name of a tensor is the name of its module."""

    def __init__(self, model, half=False):
        self.state = {n: t.detach().numpy() for n, t in model.state_dict().items()}
        self.folded, self.half, self.nodes, self.weights = isinstance(model.stem.norm, nn.Identity), half, [], []

    def weight(self, name, values):
        values = np.ascontiguousarray(values).astype(np.float16 if self.half else np.float32)
        tensor = numpy_helper.from_array(values, name)
        if self.folded and values.size <= 64:
            # some exporters write small weights as nodes of their own
            self.nodes.append(helper.make_node("Constant", [], [name], value=tensor))
        else:
            self.weights.append(tensor)
        return name

    def node(self, op, inputs, output, **attributes):
        self.nodes.append(helper.make_node(op, inputs, [output], output, **attributes))
        return output

    def norm(self, name, x):
        parts = [self.weight(f"{name}.{p}", self.state[f"{name}.{p}"]) for p in ("weight", "bias", "running_mean", "running_var")]
        return self.node("BatchNormalization", [x, *parts], name + ".out", epsilon=1e-5, momentum=0.9)

    def unit(self, name, module, x):
        conv = module.conv
        attributes = {
            "kernel_shape": list(conv.kernel_size),
            "strides": list(conv.stride),
            "pads": list(conv.padding) * 2,
            "group": conv.groups,
        }
        inputs = [x, self.weight(f"{name}.conv.weight", self.state[f"{name}.conv.weight"])]
        if self.folded:
            inputs.append(self.weight(f"{name}.conv.bias", self.state[f"{name}.conv.bias"]))
        x = self.node("Conv", inputs, f"{name}.conv", **attributes)
        if not self.folded:
            x = self.norm(f"{name}.norm", x)
        if module.prelu is not None:
            slopes = self.state[f"{name}.prelu.weight"].reshape(-1, 1, 1)
            x = self.node("PRelu", [x, self.weight(f"{name}.prelu.weight", slopes)], f"{name}.act")
        return x

    def integers(self, name, *values):
        self.weights.append(numpy_helper.from_array(np.array(values, dtype=np.int64), name))
        return name

    def flat(self, x):
        if self.folded:
            return self.node("Reshape", [x, self.integers("target", 1, 32)], "flat")
        self.node("Shape", [x], "shape")
        self.nodes.append(helper.make_node("Constant", [], ["zero"], value_int=0))
        self.node("Gather", ["shape", "zero"], "pictures", axis=0)
        self.node("Unsqueeze", ["pictures", self.integers("axes", 0)], "first")
        self.node("Concat", ["first", self.integers("rest", -1)], "target", axis=0)
        return self.node("Reshape", [x, "target"], "flat")

    def built(self, model):
        x = self.node("Identity", ["data"], "copied") if self.folded else "data"
        x = self.unit("deep", model.deep, self.unit("stem", model.stem, x))
        for i, block in enumerate(model.blocks):
            name = f"blocks.{i}"
            y = self.unit(f"{name}.expand", block.expand, x)
            y = self.unit(f"{name}.project", block.project, self.unit(f"{name}.deep", block.deep, y))
            x = self.node("Add", [x, y], name) if block.residual else y
        x = self.unit("global", getattr(model, "global"), self.unit("last", model.last, x))
        x = self.flat(x)
        if self.half:
            x = self.node("Cast", [x], "half", to=TensorProto.FLOAT16)
        matrix = self.weight("linear.weight", self.state["linear.weight"])
        x = self.node("Gemm", [x, matrix], "linear", transB=1)
        return self.norm("features", x)

    def write(self, model, path):
        out = self.built(model)
        kind = TensorProto.FLOAT16 if self.half else TensorProto.FLOAT
        pictures = 1 if self.folded else "None"
        graph = helper.make_graph(
            self.nodes,
            "mobilefacenet",
            [helper.make_tensor_value_info("data", kind, [pictures, 3, 112, 112])],
            [helper.make_tensor_value_info(out, kind, [pictures, EMBEDDING])],
            self.weights,
        )
        proto = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
        onnx.checker.check_model(proto, full_check=True)
        path.write_bytes(proto.SerializeToString())


def step(out, model):
    model.train()
    head = nn.Parameter(spread("head.weight", (CLASSES, EMBEDDING), -1.0, 1.0))
    trained = {**dict(model.named_parameters()), "head.weight": head}
    trained.pop("features.weight")
    decayed = [p for p in trained.values() if p.dim() > 1]
    kept = [p for p in trained.values() if p.dim() == 1]
    optimiser = torch.optim.SGD(
        [{"params": decayed, "weight_decay": DECAY}, {"params": kept, "weight_decay": 0.0}], lr=RATE, momentum=0.9
    )
    labels = torch.arange(6) % CLASSES
    embedding = model(spread("crops", (6, 3, 112, 112), -1.0, 1.0))
    cosine = F.linear(F.normalize(embedding), F.normalize(head))
    loss = F.cross_entropy(SCALE * (cosine - MARGIN * F.one_hot(labels, CLASSES)), labels)
    loss.backward()
    optimiser.step()
    out["step.loss"] = loss.reshape(1)
    for name in (*WATCHED, "head.weight"):
        out[f"step.gradient/{name}"] = sample(trained[name].grad)
        print(name, "gradient, largest", trained[name].grad.abs().max().item())
        out[f"step.after/{name}"] = sample(trained[name])
    for name in STATISTICS:
        out[f"step.after/{name}"] = sample(model.state_dict()[name])


def main():
    model, out = network(), {}
    whole = folded(model)
    rounded = halved(whole)
    Graph(model).write(model, GOLDEN / "mobilefacenet.onnx")
    Graph(whole).write(whole, GOLDEN / "mobilefacenet-folded.onnx")
    Graph(rounded, half=True).write(rounded, GOLDEN / "mobilefacenet-half.onnx")
    crops = spread("crops", (2, 3, 112, 112), -1.0, 1.0)
    with torch.no_grad():
        out["embeddings"] = model.eval()(crops)
        out["half.embeddings"] = rounded.eval()(crops)
        print("folding changes by", (whole.eval()(crops) - out["embeddings"]).abs().max().item())
    print("embedding, standard deviation", out["embeddings"].std().item())
    step(out, model)
    write(GOLDEN / "mobilefacenet.safetensors", out)


if __name__ == "__main__":
    sys.exit(main())
