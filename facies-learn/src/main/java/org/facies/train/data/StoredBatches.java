package org.facies.train.data;

import java.nio.FloatBuffer;
import java.util.function.IntUnaryOperator;
import org.facies.statistic.RandomStreams;

/** Batches of stored activations, with a randomly chosen view of each crop. */
record StoredBatches(CropSource source, ActivationStore store, long seed) implements BatchSource {

    @Override
    public Batch batch(int epoch, int start, int[] crops) {
        return batch(
                crops,
                i -> RandomStreams.at(seed, epoch, start + (long) i, crops[i]).nextInt(store.views()));
    }

    @Override
    public Batch plain(int[] crops) {
        return batch(crops, i -> ActivationStore.PLAIN);
    }

    @Override
    public Batch mirroredToo(int[] crops) {
        return batch(CropBatches.twice(crops), i -> i % 2 == 0 ? ActivationStore.PLAIN : ActivationStore.MIRRORED);
    }

    private Batch batch(int[] crops, IntUnaryOperator view) {
        float[] values = new float[crops.length * store.valuesPerView()];
        FloatBuffer target = FloatBuffer.wrap(values);
        long[] labels = new long[crops.length];
        for (int i = 0; i < crops.length; i++) {
            store.read(source.key(crops[i]), view.applyAsInt(i), target);
            labels[i] = source.label(crops[i]);
        }
        return new Batch(values, store.shape(), labels);
    }
}
