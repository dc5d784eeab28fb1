package org.facies.align;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.facies.image.ImageLimits;

/**
 * The settings of the face pipeline.
 *
 * @param limits of the decoder
 * @param policy which faces cause a remark or are excluded
 * @param threads number of photos processed in parallel, at least 1; the results do not depend on it
 * @param cache folder for aligned crops; empty to store none
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

    /** The same settings with a cache. */
    public FaceSettings cachedIn(Path folder) {
        return new FaceSettings(limits, policy, threads, Optional.of(folder));
    }
}
