package org.facies.train.data;

import org.facies.image.Rgb;

/** Labelled face crops by index. Called from several threads. */
public interface CropSource {

    int size();

    /**
     * A crop of the network's geometry with a margin of the same width on every side (see
     * {@link org.facies.align.CropGeometry#padded}).
     */
    Rgb crop(int index);

    /** The index of its class, in the order of the task's classes. */
    int label(int index);

    /** A stable name of the crop, for example the hash of its photo; the same crop has the same key in all sources. */
    String key(int index);
}
