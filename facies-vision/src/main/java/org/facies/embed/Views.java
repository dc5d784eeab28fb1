package org.facies.embed;

/** The views of a crop from which its embedding is computed. */
public enum Views {
    /** The crop alone. */
    CROP,
    /** The mean of the network's outputs for the crop and for its mirror image. */
    CROP_AND_MIRROR
}
