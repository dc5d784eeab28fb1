package org.facies.train;

import java.nio.FloatBuffer;

/** Batches of stored activations, of a view drawn anew each time. */
record StoredBatches(CropSource source, ActivationStore store, long seed) implements BatchSource {

    @Override
    public Batch batch(int epoch, int start, int[] crops) {
        float[] values = new float[crops.length * store.valuesPerView()];
        FloatBuffer target = FloatBuffer.wrap(values);
        long[] labels = new long[crops.length];
        for (int i = 0; i < crops.length; i++) {
            int view = RandomStreams.at(seed, epoch, start + (long) i, crops[i]).nextInt(store.views());
            store.read(source.key(crops[i]), view, target);
            labels[i] = source.label(crops[i]);
        }
        return new Batch(values, store.shape(), labels);
    }
}
