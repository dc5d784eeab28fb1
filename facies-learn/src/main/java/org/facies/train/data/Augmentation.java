package org.facies.train.data;

import org.facies.input.Range;

/**
 * The range of random changes of a crop. Only similarity transforms and changes of light are used: nothing stretches a
 * face or moves its features relative to each other.
 *
 * @param flip probability of mirroring left and right
 * @param shift largest shift along each axis, as a fraction of the crop's width
 * @param scale largest change of size: 0.1 gives factors from 1 / 1.1 to 1.1
 * @param rotationDegrees largest rotation to either side
 * @param brightness largest change, as a fraction of the full range
 * @param contrast largest change of the spread around the mean: 0.2 gives factors from 0.8 to 1.2
 * @param grey probability of conversion to grey
 * @param jpeg probability of JPEG compression
 * @param worstJpegQuality lowest JPEG quality, 0.05 to 1
 * @param blur probability of blurring
 * @param blurSigmaPx largest standard deviation of the blur, in pixels of the network's input
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

    /** No changes. */
    public static Augmentation none() {
        return new Augmentation(0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0);
    }

    /** Changes that also occur between photos of one face. */
    public static Augmentation plausible() {
        return new Augmentation(0.5, 0.02, 0.05, 5, 0.1, 0.15, 0.1, 0.1, 0.4, 0.1, 1);
    }

    /** Whether a crop may be shifted, scaled or rotated. */
    boolean moves() {
        return shift > 0 || scale > 0 || rotationDegrees > 0;
    }

    /**
     * The margin on each side of a crop that lets shift, rotation and shrinking find real pixels.
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
