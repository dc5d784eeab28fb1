package org.facies.align;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.facies.image.ImageLimits;

/**
 * How the face pipeline works.
 *
 * @param limits of the decoder
 * @param policy which faces are remarked on or left out
 * @param threads that photos are spread over, at least 1; the results do not depend on it
 * @param cache folder for aligned crops, where they shall be kept
 */
public record FaceSettings(ImageLimits limits, FacePolicy policy, int threads, Optional<Path> cache) {

    public FaceSettings {
        Objects.requireNonNull(limits);
        Objects.requireNonNull(policy);
        Objects.requireNonNull(cache);
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads);
        }
    }

    /** Default limits and policy, no cache. */
    public static FaceSettings onThreads(int threads) {
        return new FaceSettings(ImageLimits.DEFAULT, FacePolicy.DEFAULT, threads, Optional.empty());
    }

    /** The same with a cache. */
    public FaceSettings cachedIn(Path folder) {
        return new FaceSettings(limits, policy, threads, Optional.of(folder));
    }
}
