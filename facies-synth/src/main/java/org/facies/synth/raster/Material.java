package org.facies.synth.raster;

/** The appearance of a surface. */
@FunctionalInterface
public interface Material {

    /** Sets the fragment's colour and alpha. */
    void shade(Fragment fragment);
}
