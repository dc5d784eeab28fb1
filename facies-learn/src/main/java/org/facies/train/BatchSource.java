package org.facies.train;

import java.util.stream.IntStream;

/** Makes what a step is fed with. Called from several threads at once; the same arguments give the same batch. */
interface BatchSource {

    /**
     * A batch of crops.
     *
     * @param start place of the first in the epoch's order
     * @param crops indices of the crops
     */
    Batch batch(int epoch, int start, int[] crops);

    /** The crops at these indices as they are. Thread-safe. */
    Batch plain(int[] crops);

    /** The crops at these indices as they are, each followed by its mirror image. Thread-safe. */
    Batch mirroredToo(int[] crops);

    /** Every index two times in a row. */
    static int[] twice(int[] crops) {
        return IntStream.of(crops).flatMap(crop -> IntStream.of(crop, crop)).toArray();
    }
}
