package org.facies.result.settings;

/**
 * The {@code augmentation} group of a study file. Names, units and ranges are those of the trainer, which checks them.
 */
public record AugmentationSection(
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
        double blurSigmaPx) {}
