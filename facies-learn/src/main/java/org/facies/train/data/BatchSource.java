package org.facies.train.data;

import org.facies.model.InputSpec;

/** Makes the inputs of steps. Called from several threads; the same arguments give the same batch. */
public interface BatchSource {

    /**
     * A batch of crops.
     *
     * @param start position of the first crop in the epoch's order
     * @param crops indices of the crops
     */
    Batch batch(int epoch, int start, int[] crops);

    /** The crops at these indices without changes. Thread-safe. */
    Batch plain(int[] crops);

    /** The crops at these indices without changes, each followed by its mirror image. Thread-safe. */
    Batch mirroredToo(int[] crops);

    /**
     * Batches of randomly augmented crops.
     *
     * @param input the input that the network expects
     * @param seed of the augmentation
     */
    static BatchSource of(CropSource crops, InputSpec input, Augmentation augmentation, long seed) {
        return new CropBatches(crops, input, augmentation, seed);
    }

    /**
     * Batches of stored activations.
     *
     * @param store with every crop
     * @param seed for choosing a view
     */
    static BatchSource stored(CropSource crops, ActivationStore store, long seed) {
        return new StoredBatches(crops, store, seed);
    }
}
