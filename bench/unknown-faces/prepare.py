"""Makes a folder for each class of a cohort: known.csv without the class, strangers.csv with it alone, and a study.

usage: python prepare.py COHORT_FOLDER OUT      prints the folders
"""
import csv, os, pathlib, sys

source, out = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
rows = list(csv.DictReader(open(source / "manifest.csv")))
for diagnosis in sorted({row["diagnosis"] for row in rows}):
    folder = out / f"without-{diagnosis}"
    for row in rows:  # a manifest only takes photos that lie in its folder
        photo = folder / row["photo"]
        if not photo.exists():
            photo.parent.mkdir(parents=True, exist_ok=True)
            first = out / "photos" / row["photo"]
            if not first.exists():
                first.parent.mkdir(parents=True, exist_ok=True)
                first.write_bytes((source / row["photo"]).read_bytes())
            os.link(first, photo)
    for name, kept in [("known", lambda row: row["diagnosis"] != diagnosis), ("strangers", lambda row: row["diagnosis"] == diagnosis)]:
        with open(folder / f"{name}.csv", "w", newline="") as file:
            table = csv.DictWriter(file, rows[0].keys())
            table.writeheader()
            table.writerows(filter(kept, rows))
    (folder / "study.yaml").write_text(f"""name: without {diagnosis}
cohort: known.csv
models:
  - {{name: cosface-pfm, backbone: dlib-resnet, pretrained: true, loss: cosface}}
""")
    print(folder)
