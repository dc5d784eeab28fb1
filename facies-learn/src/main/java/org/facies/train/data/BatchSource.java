package org.facies.train.data;

import org.facies.model.InputSpec;

/** Makes what a step is fed with. Called from several threads at once; the same arguments give the same batch. */
public interface BatchSource {

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

    /**
     * Batches of crops, each varied anew.
     *
     * @param input what the network wants to see
     * @param seed of the variation
     */
    static BatchSource of(CropSource crops, InputSpec input, Augmentation augmentation, long seed) {
        return new CropBatches(crops, input, augmentation, seed);
    }

    /**
     * Batches of stored activations.
     *
     * @param store holds every crop
     * @param seed of the choice among the views
     */
    static BatchSource stored(CropSource crops, ActivationStore store, long seed) {
        return new StoredBatches(crops, store, seed);
    }
}
