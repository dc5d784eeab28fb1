"""Makes the pictures in this folder that Java cannot write. Run here: python3 make_fixtures.py (Pillow 12, NumPy)

Every picture is 16 x 24: upper left red (200, 40, 40), upper right green (40, 200, 40), lower left blue (40, 40, 200),
lower right grey (120, 120, 120). With "rotated" in the name EXIF orientation 6 is set as well. In animated.webp a second
frame follows. cmyk.jpg and ycck.jpg hold the same colours without black ink, inverted as Adobe does.
"""
import numpy as np
from PIL import Image

COLOURS = [[(200, 40, 40), (40, 200, 40)], [(40, 40, 200), (120, 120, 120)]]
rgb = np.zeros((24, 16, 3), np.uint8)
for row in range(2):
    for column in range(2):
        rgb[12 * row:12 * row + 12, 8 * column:8 * column + 8] = COLOURS[row][column]
picture = Image.fromarray(rgb)
exif = Image.Exif()
exif[0x0112] = 6
exif[0x010E] = "Jane Roe, record 4711"

picture.save("lossy.webp", quality=90)
picture.save("lossless.webp", lossless=True)
picture.save("rotated.webp", lossless=True, exif=exif)
picture.save("rotated.png", exif=exif)
picture.save("animated.webp", save_all=True, append_images=[Image.fromarray(255 - rgb)], duration=100)
alpha = np.dstack([rgb, np.full((24, 16), 255, np.uint8)])
alpha[:12, :8, 3] = 0
Image.fromarray(alpha).save("alpha.webp", lossless=True)
picture.save("progressive.jpg", quality=95, subsampling=0, progressive=True)
cmy0 = np.dstack([255 - rgb, np.zeros((24, 16), np.uint8)])
Image.fromarray(cmy0, "CMYK").save("cmyk.jpg", quality=95, subsampling=0)

# YCCK: decoding gives 255 - RGB as ink, inverted once more by Adobe; the last byte of the Adobe marker says so.
ycc = np.asarray(Image.fromarray(255 - rgb).convert("YCbCr"))
stored = np.dstack([ycc, np.full((24, 16), 255, np.uint8)])
Image.fromarray(255 - stored, "CMYK").save("ycck.jpg", quality=95, subsampling=0)
data = bytearray(open("ycck.jpg", "rb").read())
adobe = data.index(b"Adobe")
data[adobe + 11] = 2
open("ycck.jpg", "wb").write(data)
