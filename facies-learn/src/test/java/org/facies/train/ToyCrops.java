package org.facies.train;

import java.util.Random;
import org.facies.image.Rgb;
import org.facies.train.data.CropSource;

/** Noisy pictures whose class is a brighter band: upper, middle or lower third. */
public record ToyCrops(int size, int marginPx, long seed) implements CropSource {

    static final int CLASSES = 3;

    @Override
    public Rgb crop(int index) {
        int side = ToyNetwork.SIDE_PX + 2 * marginPx;
        Random random = new Random(seed * 1_000_003 + index);
        byte[] data = new byte[3 * side * side];
        for (int i = 0; i < data.length; i++) {
            int band = (i / (3 * side)) * CLASSES / side;
            int value = 110 + (int) (random.nextGaussian() * 40) + (band == label(index) ? 40 : 0);
            data[i] = (byte) Math.max(0, Math.min(255, value));
        }
        return new Rgb(side, side, data);
    }

    @Override
    public int label(int index) {
        return index % CLASSES;
    }

    @Override
    public String key(int index) {
        return seed + "-" + index;
    }
}
