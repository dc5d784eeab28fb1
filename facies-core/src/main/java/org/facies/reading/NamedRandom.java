package org.facies.reading;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.facies.file.Sha256;

/** An independent stream of random numbers for each name. */
public final class NamedRandom {
    private NamedRandom() {}

    /** The stream for a name. */
    public static UniformRandomProvider of(long seed, String name) {
        String digest = Sha256.of(seed + "\n" + name);
        long start = ByteBuffer.wrap(HexFormat.of().parseHex(digest)).getLong();
        return RandomSource.XO_RO_SHI_RO_128_PP.create(start);
    }
}
