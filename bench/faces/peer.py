"""The face pipeline in Python: OpenCV for pixels, ONNX Runtime for networks. Started by bench.py."""

import argparse
import json
import multiprocessing
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor

os.environ["OMP_NUM_THREADS"] = "1"
import cv2
import numpy as np
import onnx
import onnxruntime as ort

SIDES = {32: (512, 256), 16: (128, 64), 8: (32, 16)}
UNIT = np.array([[0.22548, 0.2158], [0.75475, 0.2158], [0.490127, 0.515625], [0.254149, 0.780233], [0.726104, 0.780233]])
DLIB_150 = (UNIT + 0.25) / 1.5 * 150
ARCFACE_112 = np.array([[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366], [41.5493, 92.3655], [70.7299, 92.2041]])


def session(model):
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def any_size(path):
    """The detector with height and width of its input freed."""
    model = onnx.load(path)
    for end in [*model.graph.input, *model.graph.output]:
        for axis, size in enumerate(end.type.tensor_type.shape.dim):
            if axis >= 2:
                size.dim_param = f"{end.name}_{axis}"
    return model.SerializeToString()


def similarity(source, target):
    """Least squares, closed form; 2 x 3 for cv2.warpAffine."""
    s, t = source - source.mean(0), target - target.mean(0)
    a, b = np.array([(s * t).sum(), (s[:, 0] * t[:, 1] - s[:, 1] * t[:, 0]).sum()]) / (s**2).sum()
    turn = np.array([[a, -b], [b, a]])
    return np.c_[turn, target.mean(0) - turn @ source.mean(0)]


class Pipeline:
    def __init__(self, detector, landmarks, size):
        cv2.setNumThreads(1)
        self.size = size
        self.detector = session(any_size(detector))
        self.landmarks = session(landmarks)
        self.grids = {}
        for stride in SIDES:
            at = np.arange(size // stride) * stride + 7.5
            self.grids[stride] = np.meshgrid(at, at)

    def align(self, path):
        """Returns the crop's sharpness and the distance of the eyes in pixels, or nothing."""
        photo = cv2.imread(path)
        found = self.detect(photo)
        if found is None:
            return None
        points = self.refine(photo, found)
        crop = cv2.warpAffine(photo, similarity(points, DLIB_150), (150, 150), borderMode=cv2.BORDER_REPLICATE)
        judged = cv2.warpAffine(photo, similarity(points, ARCFACE_112 - 27), (58, 58), borderMode=cv2.BORDER_REPLICATE)
        sharpness = cv2.Laplacian(cv2.cvtColor(judged, cv2.COLOR_BGR2GRAY), cv2.CV_32F)[1:-1, 1:-1].var()
        return crop, sharpness, float(np.hypot(*(points[1] - points[0])))

    def detect(self, photo):
        factor = self.size / max(photo.shape[:2])
        canvas = np.zeros((self.size, self.size, 3), np.uint8)
        resized = photo if 1 <= factor < 1.25 else cv2.resize(photo, None, fx=factor, fy=factor)
        factor = 1 if resized is photo else factor
        canvas[: resized.shape[0], : resized.shape[1]] = resized
        blob = cv2.dnn.blobFromImage(canvas, swapRB=True)
        scores, boxes = self.decode(self.detector.run(None, {"data": blob}))
        if not len(scores):
            return None
        sizes = np.c_[boxes[:, :2], boxes[:, 2:] - boxes[:, :2]]
        kept = boxes[cv2.dnn.NMSBoxes(sizes, scores, 0.5, 0.4)] / factor
        offset = (kept[:, :2] + kept[:, 2:]) / 2 - np.array(photo.shape[1::-1]) / 2
        area = (kept[:, 2] - kept[:, 0]) * (kept[:, 3] - kept[:, 1])
        return kept[(area - 2 * (offset**2).sum(1)).argmax()]

    def decode(self, outputs):
        scores, boxes = [], []
        for level, (stride, sides) in enumerate(SIDES.items()):
            faces, deltas = outputs[3 * level][0], outputs[3 * level + 1][0]
            for anchor, side in enumerate(sides):
                rows, columns = np.nonzero(faces[2 + anchor] >= 0.5)
                if not len(rows):
                    continue
                dx, dy, dw, dh = deltas[4 * anchor : 4 * anchor + 4, rows, columns]
                x = self.grids[stride][0][rows, columns] + dx * side
                y = self.grids[stride][1][rows, columns] + dy * side
                w, h = np.exp(dw) * side / 2, np.exp(dh) * side / 2
                boxes.append(np.stack([x - w, y - h, x + w, y + h], 1))
                scores.append(faces[2 + anchor, rows, columns])
        return (np.concatenate(scores), np.concatenate(boxes)) if scores else (np.empty(0), np.empty((0, 4)))

    def refine(self, photo, box):
        centre, size = (box[:2] + box[2:]) / 2, (box[2:] - box[:2]) * 1.1
        corner = centre - size / 2
        to_patch = np.array([[64 / size[0], 0, -corner[0] * 64 / size[0]], [0, 64 / size[1], -corner[1] * 64 / size[1]]])
        patch = cv2.warpAffine(photo, to_patch, (64, 64), borderMode=cv2.BORDER_REPLICATE)
        grey = cv2.cvtColor(patch, cv2.COLOR_BGR2GRAY).astype(np.float32) / 255
        name = self.landmarks.get_inputs()[0].name
        p = self.landmarks.run(None, {name: grey[None, None]})[0].reshape(68, 2) * size + corner
        return np.array([p[36:42].mean(0), p[42:48].mean(0), p[30], p[48], p[54]])


pipeline = None


def start(*arguments):
    global pipeline
    pipeline = Pipeline(*arguments)


def work(path):
    before = time.thread_time()
    result = pipeline.align(path)
    return (None if result is None else result[2]), time.thread_time() - before


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--photos", type=int, required=True)
    parser.add_argument("--detector", required=True)
    parser.add_argument("--landmarks", required=True)
    parser.add_argument("--size", type=int, required=True)
    parser.add_argument("--mode", choices=["processes", "threads"], required=True)
    parser.add_argument("--workers", type=int, required=True)
    a = parser.parse_args()
    paths = sorted(os.path.join(a.folder, name) for name in os.listdir(a.folder))[: a.photos]
    settings = (a.detector, a.landmarks, a.size)
    if a.mode == "processes":
        pool = multiprocessing.get_context("spawn").Pool(a.workers, start, settings)
        run = lambda: pool.map(work, paths, chunksize=8)
    else:
        start(*settings)
        pool = ThreadPoolExecutor(a.workers)
        run = lambda: list(pool.map(work, paths))
    for _ in sys.stdin:
        wall = time.perf_counter()
        results = run()
        seconds = time.perf_counter() - wall
        answer = {"seconds": seconds, "cpu": sum(r[1] for r in results), "eyes": [r[0] for r in results]}
        print(json.dumps(answer), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
