package org.facies.synth.raster;

/** What a surface looks like. */
@FunctionalInterface
public interface Material {

    /** Sets the fragment's colour and alpha. */
    void shade(Fragment fragment);
}
