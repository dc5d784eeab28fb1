package org.facies.train.data;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.facies.image.Rgb;
import org.facies.model.InputSpec;
import org.facies.statistic.RandomStreams;

/** Batches of randomly augmented crops. */
final class CropBatches implements BatchSource {

    private final CropSource source;
    private final InputSpec input;
    private final CropAugmenter augmenter;
    private final long seed;

    CropBatches(CropSource source, InputSpec input, Augmentation augmentation, long seed) {
        this.source = source;
        this.input = input;
        this.augmenter = new CropAugmenter(input.geometry(), augmentation);
        this.seed = seed;
    }

    @Override
    public Batch batch(int epoch, int start, int[] crops) {
        return batch(
                crops,
                i -> augmenter.varied(
                        source.crop(crops[i]), RandomStreams.at(seed, epoch, start + (long) i, crops[i])));
    }

    @Override
    public Batch plain(int[] crops) {
        return batch(crops, i -> augmenter.plain(source.crop(crops[i])));
    }

    @Override
    public Batch mirroredToo(int[] crops) {
        int[] twice = twice(crops);
        return batch(twice, i -> {
            Rgb plain = augmenter.plain(source.crop(twice[i]));
            return i % 2 == 0 ? plain : plain.mirrored();
        });
    }

    private Batch batch(int[] crops, IntFunction<Rgb> picture) {
        float[] values = new float[crops.length * input.valuesPerCrop()];
        FloatBuffer target = FloatBuffer.wrap(values);
        long[] labels = new long[crops.length];
        for (int i = 0; i < crops.length; i++) {
            input.normalisation().write(picture.apply(i), target);
            labels[i] = source.label(crops[i]);
        }
        List<Long> shape = List.of(
                3L, (long) input.geometry().heightPx(), (long) input.geometry().widthPx());
        return new Batch(values, shape, labels);
    }

    /** Every index twice in succession. */
    static int[] twice(int[] crops) {
        return IntStream.of(crops).flatMap(crop -> IntStream.of(crop, crop)).toArray();
    }
}
