package org.facies.synth.population;

/**
 * What a camera does to a photo.
 *
 * @param jpegQuality 0 (worst) to 1
 * @param blur standard deviation in thousandths of the picture's height
 * @param noise standard deviation as a share of white
 */
record Camera(float jpegQuality, double blur, double noise) {}
