"""Composes docs/images/synthetic-means.png: the mean faces that MeanFaces.java rendered, and where they differ from the controls'.

    python3 bench/synth/mean_faces.py FOLDER OUT.png
"""
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

NAMES = {"williams-beuren": "Williams–Beuren", "noonan": "Noonan", "alagille": "Alagille"}
# What the profiles name, most visible first.
FEATURES = {
    "williams-beuren": ["wide mouth, thick lips", "full cheeks", "short nose", "periorbital fullness", "long philtrum"],
    "noonan": ["hypertelorism, downslant, ptosis", "low-set ears", "high forehead", "chin narrower"],
    "alagille": ["high forehead", "pointed chin", "deep-set eyes", "long nose", "protruding ears"],
}


def smooth(picture, radius=2):
    kernel = np.exp(-0.5 * (np.arange(-3 * radius, 3 * radius + 1) / radius) ** 2)
    kernel /= kernel.sum()
    for axis in (0, 1):
        picture = np.apply_along_axis(lambda line: np.convolve(line, kernel, "same"), axis, picture)
    return picture


def face(picture):
    side = len(picture)
    return picture[int(0.08 * side):int(0.96 * side), int(0.1 * side):int(0.9 * side)]


def main(folder, out):
    read = lambda name: face(plt.imread(f"{folder}/{name}.png")[..., :3])
    controls = read("none")
    grey = controls.mean(2)
    differences = {name: smooth(np.abs(read(name) - controls).mean(2)) for name in NAMES}
    top = max(np.percentile(d, 99.7) for d in differences.values())
    figure, axes = plt.subplots(2, 4, figsize=(10, 6.6), dpi=80)
    axes[0, 0].imshow(controls)
    axes[0, 0].set_title("controls", fontsize=11)
    axes[1, 0].axis("off")
    axes[1, 0].text(0.02, 0.97, "Synthetic faces; effect sizes\nare assumptions.\n\nTop: mean face of 2,000 children\nof each class, one age, pose,"
                    " light\nand look.\n\nBottom: where it differs from\nthe controls' mean.", va="top", fontsize=9)
    for column, (name, title) in enumerate(NAMES.items(), 1):
        axes[0, column].imshow(read(name))
        axes[0, column].set_title(title, fontsize=11)
        axes[1, column].imshow(grey, cmap="gray", vmin=0, vmax=1.3)
        strength = np.clip(differences[name] / top, 0, 1)
        axes[1, column].imshow(np.ones_like(strength), cmap="autumn", vmin=0, vmax=2, alpha=strength * 0.9)
        axes[1, column].set_xlabel("\n".join(FEATURES[name]), fontsize=8)
    for axis in axes.flat:
        axis.set_xticks([])
        axis.set_yticks([])
        for spine in axis.spines.values():
            spine.set_visible(False)
    figure.tight_layout()
    figure.savefig(out, pil_kwargs={"optimize": True})


if __name__ == "__main__":
    main(*sys.argv[1:])
