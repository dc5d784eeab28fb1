package org.facies.train.data;

import org.facies.image.Rgb;

/** Labelled face crops by index. Called from several threads at once. */
public interface CropSource {

    int size();

    /**
     * A crop of the network's geometry, padded by a margin of the same width on every side (see
     * {@link org.facies.align.CropGeometry#padded}).
     */
    Rgb crop(int index);

    /** Index of the class, in the order of the task's classes. */
    int label(int index);

    /** Stable name of the crop, for example the hash of its photo; two sources give the same crop the same key. */
    String key(int index);
}
