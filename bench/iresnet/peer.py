"""The same in Python: an IResNet trained with PyTorch, or run in ONNX Runtime. Prints one line of JSON.

usage: python3 peer.py train DEPTH BATCH STEPS
       python3 peer.py run FILE BATCH RUNS

The network is the one that the golden values are made with (facies-learn/src/test/python), in single precision.
"""

import json
import pathlib
import resource
import statistics
import sys
import time

import numpy as np

GOLDEN = pathlib.Path(__file__).resolve().parents[2] / "facies-learn" / "src" / "test" / "python"


def seconds_of(work, times):
    seconds = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - began)
    return seconds


def train(depth, batch, steps):
    import torch
    import torch.nn.functional as F

    sys.path.insert(0, str(GOLDEN))
    from make_iresnet_golden import BLOCKS, Network

    torch.set_num_threads(2)
    torch.manual_seed(1)
    net = Network(BLOCKS[depth], 112, 112)
    for module in net.modules():
        if isinstance(module, torch.nn.Conv2d):
            torch.nn.init.normal_(module.weight, 0, 0.1)
    head = torch.nn.Parameter(torch.randn(4, 512) / 512**0.5)
    trained = [p for p in net.parameters() if p.requires_grad] + [head]
    decayed, kept = [p for p in trained if p.dim() > 1], [p for p in trained if p.dim() == 1]
    optimiser = torch.optim.SGD(
        [{"params": decayed, "weight_decay": 5e-4}, {"params": kept, "weight_decay": 0.0}], lr=1e-3, momentum=0.9
    )
    crops = torch.rand(batch, 3, 112, 112) * 2 - 1
    labels = torch.arange(batch) % 4

    def step():
        cosine = F.linear(F.normalize(net(crops)), F.normalize(head))
        loss = F.cross_entropy(16 * (cosine - 0.1 * F.one_hot(labels, 4)), labels)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        loss.item()

    return seconds_of(step, steps)[1:]


def run(file, batch, runs):
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])
    crops = np.random.default_rng(1).uniform(-1, 1, (batch, 3, 112, 112)).astype(np.float32)
    return seconds_of(lambda: session.run(["embedding"], {"input": crops}), runs + 1)[1:]


def main():
    what, of, batch, times = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    seconds = train(int(of), batch, times) if what == "train" else run(of, batch, times)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"images_per_second": batch / statistics.median(seconds), "peak_rss_mb": peak}))


if __name__ == "__main__":
    main()
