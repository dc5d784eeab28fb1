"""Files of weights as torch.save writes them, what they hold, and two files that must be refused.

usage, in facies-vision:  python3 src/test/python/make_weights_golden.py
needs: torch 2.13; the safetensors layout is written by hand
writes src/test/resources/org/facies/model/weights: *.pth, good.safetensors, and golden.json with shape and values of
every floating-point tensor of every readable file, in the file's order
"""

import io
import json
import pathlib
import struct
import warnings

import torch

GOLDEN = pathlib.Path("src/test/resources/org/facies/model/weights")


def layers():
    """A convolution, a batch norm and a PReLU, under the names of IResNet."""
    torch.manual_seed(5)
    network = torch.nn.Module()
    network.conv1 = torch.nn.Conv2d(3, 4, 3, bias=False)
    network.bn1 = torch.nn.BatchNorm2d(4)
    network.prelu = torch.nn.PReLU(4)
    with torch.no_grad():
        network.bn1(torch.randn(8, 4, 2, 2))
    return network


def strided():
    base = torch.arange(60, dtype=torch.float32).reshape(3, 4, 5) / 8
    return {
        "transposed": base[0].t(),
        "permuted": base.permute(2, 0, 1),
        "every_second": base[1, :, ::2],
        "offset": base[2, 1],
        "channels_last": torch.randn(2, 3, 2, 2).to(memory_format=torch.channels_last),
        "scalar": torch.tensor(2.5),
        "tied": base[2, 1],
    }


def half(name):
    extremes = [0.0, -0.0, 65504.0, -65504.0, 2.0**-14, 2.0**-24, -3 * 2.0**-24, 1 / 3, 1.0009765625]
    return {"weight": torch.tensor(extremes).to(name), "steps": torch.tensor([7])}


def checkpoint(network):
    optimiser = torch.optim.SGD(network.parameters(), 0.1, momentum=0.9)
    sum(p.sum() for p in network.parameters()).backward()
    optimiser.step()
    return {
        "epoch": 3,
        "name": "größe",
        "accuracy": 0.5,
        "best": None,
        "huge": 2**40,
        "state_dict": network.state_dict(),
        "optimizer": optimiser.state_dict(),
    }


def safetensors(path, tensors):
    kinds = {torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.float64: "F64", torch.int64: "I64"}
    header, blobs, offset = {"__metadata__": {"format": "pt"}}, [], 0
    for name, tensor in tensors.items():
        blob = bytes(tensor.contiguous().flatten().view(torch.uint8).tolist())
        header[name] = {
            "dtype": kinds[tensor.dtype],
            "shape": list(tensor.shape),
            "data_offsets": [offset, offset + len(blob)],
        }
        offset += len(blob)
        blobs.append(blob)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(blobs))


def expected(state):
    return {
        name: {"shape": list(t.shape), "values": t.detach().to(torch.float32).flatten().tolist()}
        for name, t in state.items()
        if t.is_floating_point()
    }


def main():
    torch.set_num_threads(1)
    GOLDEN.mkdir(parents=True, exist_ok=True)
    golden = {}

    def saved(name, content, state):
        torch.save(content, GOLDEN / name)
        golden[name] = expected(state)

    network = layers()
    saved("fp32.pth", network.state_dict(), network.state_dict())
    saved("strided.pth", views := strided(), views)
    saved("fp16.pth", numbers := half(torch.float16), numbers)
    saved("bf16.pth", numbers := half(torch.bfloat16), numbers)
    saved("fp64.pth", numbers := half(torch.float64), numbers)
    parameters = dict(network.named_parameters())
    saved("parameters.pth", parameters, parameters)
    nested = layers()
    content = checkpoint(nested)
    saved("nested.pth", content, nested.state_dict())
    # a buffer gets the folder name "archive", as all files of torch 1.6 and 1.7 had it
    buffer = io.BytesIO()
    torch.save(network.state_dict(), buffer)
    (GOLDEN / "archive.pth").write_bytes(buffer.getvalue())
    golden["archive.pth"] = expected(network.state_dict())

    mixed = {"a.weight": torch.randn(2, 3), **{f"b.{t}": v for t, v in half(torch.float16).items()}}
    mixed["c.weight"] = torch.randn(3).to(torch.bfloat16)
    mixed["d.weight"] = torch.tensor(0.75, dtype=torch.float64)
    safetensors(GOLDEN / "good.safetensors", mixed)
    golden["good.safetensors"] = expected(mixed)

    torch.save({"weight": torch.ones(3)}, GOLDEN / "before-1.6.pth", _use_new_zipfile_serialization=False)
    torch.save({"weight": torch.ones(3)}, GOLDEN / "protocol-4.pth", pickle_protocol=4)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.jit.script(torch.nn.PReLU(2)).save(str(GOLDEN / "torchscript.pth"))
    (GOLDEN / "golden.json").write_text(json.dumps(golden) + "\n")


if __name__ == "__main__":
    main()
