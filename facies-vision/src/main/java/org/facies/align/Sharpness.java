package org.facies.align;

import org.facies.image.Rgb;

/** The sharpness of a crop: the variance of the Laplacian of its luma (Pech-Pacheco et al. 2000). */
final class Sharpness {

    private Sharpness() {}

    /** The middle of {@link CropGeometry#ARCFACE_112}: eyes, nose and mouth, without hair and outline. */
    static final CropGeometry GEOMETRY = new CropGeometry(
            "sharpness-58",
            58,
            58,
            CropGeometry.ARCFACE_112.template().stream()
                    .map(p -> p.plus(-27, -27))
                    .toList());

    /**
     * The variance over the crop without its outermost pixels.
     *
     * @param crop of {@link #GEOMETRY}, because sharpness depends on the scale
     * @return 0 for a flat crop; a sharp portrait has some hundreds
     */
    static double of(Rgb crop) {
        int width = crop.widthPx();
        float[] luma = luma(crop);
        double sum = 0;
        double squares = 0;
        for (int y = 1; y < crop.heightPx() - 1; y++) {
            for (int i = y * width + 1; i < y * width + width - 1; i++) {
                double laplacian = luma[i - 1] + luma[i + 1] + luma[i - width] + luma[i + width] - 4 * luma[i];
                sum += laplacian;
                squares += laplacian * laplacian;
            }
        }
        double count = (width - 2.0) * (crop.heightPx() - 2);
        double mean = sum / count;
        return Math.max(0, squares / count - mean * mean);
    }

    private static float[] luma(Rgb crop) {
        byte[] data = crop.data();
        float[] luma = new float[data.length / 3];
        for (int i = 0; i < luma.length; i++) {
            luma[i] =
                    .299f * (data[3 * i] & 0xFF) + .587f * (data[3 * i + 1] & 0xFF) + .114f * (data[3 * i + 2] & 0xFF);
        }
        return luma;
    }
}
