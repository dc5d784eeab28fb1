package org.facies.audit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.facies.cohort.Photo;

/** Puts made-up traces where the audit looks for them. */
public final class FilledTraces {
    private FilledTraces() {}

    /** Keeps noise as what the audit measured of a photo. */
    public static void put(TraceStore store, Photo photo, Random random) {
        Map<Trait, float[]> traits = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            traits.put(trait, noise(trait.size(), random));
        }
        store.write(new PhotoTrace(
                photo,
                noise(store.embeddingSize(), random),
                noise(store.embeddingSize(), random),
                noise(PhotoTrace.FACE_SIDE_PX * PhotoTrace.FACE_SIDE_PX, random),
                traits));
    }

    private static float[] noise(int numbers, Random random) {
        float[] noise = new float[numbers];
        for (int i = 0; i < numbers; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }
}
