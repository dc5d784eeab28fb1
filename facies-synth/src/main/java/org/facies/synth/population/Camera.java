package org.facies.synth.population;

/**
 * The effects of a camera on a photo.
 *
 * @param jpegQuality 0 (worst) to 1
 * @param blur standard deviation in thousandths of the picture's height
 * @param noise standard deviation as a fraction of white
 */
record Camera(float jpegQuality, double blur, double noise) {}
