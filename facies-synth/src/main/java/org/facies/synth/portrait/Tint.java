package org.facies.synth.portrait;

/** A colour in sRGB; each component in [0, 1]. */
public record Tint(double red, double green, double blue) {}
