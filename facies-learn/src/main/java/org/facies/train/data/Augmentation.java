package org.facies.train.data;

import org.facies.input.Range;

/**
 * How much a crop may differ each time it is seen. Similarities and light only: nothing stretches a face or moves one
 * feature against another.
 *
 * @param flip probability of mirroring left and right
 * @param shift largest shift along each axis, as a fraction of the crop's width
 * @param scale largest change of size: 0.1 gives factors of 1 / 1.1 to 1.1
 * @param rotationDegrees largest turn to either side
 * @param brightness largest change, as a fraction of the full range
 * @param contrast largest change of the spread about the mean: 0.2 gives factors of 0.8 to 1.2
 * @param grey probability of losing the colours
 * @param jpeg probability of passing through JPEG
 * @param worstJpegQuality lowest quality drawn, 0.05 to 1
 * @param blur probability of blurring
 * @param blurSigmaPx largest standard deviation of the blur, pixels of the network's input
 */
public record Augmentation(
        double flip,
        double shift,
        double scale,
        double rotationDegrees,
        double brightness,
        double contrast,
        double grey,
        double jpeg,
        double worstJpegQuality,
        double blur,
        double blurSigmaPx) {

    public Augmentation {
        Range.require("training, flip", flip, 0, 1);
        Range.require("training, shift", shift, 0, 0.2);
        Range.require("training, scale", scale, 0, 0.3);
        Range.require("training, rotation_degrees", rotationDegrees, 0, 45);
        Range.require("training, brightness", brightness, 0, 0.5);
        Range.require("training, contrast", contrast, 0, 0.9);
        Range.require("training, grey", grey, 0, 1);
        Range.require("training, jpeg", jpeg, 0, 1);
        Range.require("training, worst_jpeg_quality", worstJpegQuality, 0.05, 1);
        Range.require("training, blur", blur, 0, 1);
        Range.require("training, blur_sigma_px", blurSigmaPx, 0, 5);
    }

    /** Every crop as it is. */
    public static Augmentation none() {
        return new Augmentation(0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0);
    }

    /** What photos of one face differ by anyway. */
    public static Augmentation plausible() {
        return new Augmentation(0.5, 0.02, 0.05, 5, 0.1, 0.15, 0.1, 0.1, 0.4, 0.1, 1);
    }

    /** Whether a crop may show another part of the photo, or the same at another size or angle. */
    boolean moves() {
        return shift > 0 || scale > 0 || rotationDegrees > 0;
    }

    /**
     * The margin on each side that a crop needs so that shift, turn and shrinking find real pixels.
     *
     * @param widthPx width of the network's input
     */
    public int marginPx(int widthPx) {
        double radians = Math.toRadians(rotationDegrees);
        double half = widthPx / 2.0;
        double corner = half * (Math.cos(radians) + Math.sin(radians)) * (1 + scale) + shift * widthPx;
        return (int) Math.ceil(Math.max(0, corner - half));
    }
}
