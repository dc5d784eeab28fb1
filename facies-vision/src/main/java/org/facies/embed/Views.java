package org.facies.embed;

/** Which views of a crop its embedding is made of. */
public enum Views {
    /** The crop alone. */
    CROP,
    /** The mean of what the network says to the crop and to its mirror image. */
    CROP_AND_MIRROR
}
