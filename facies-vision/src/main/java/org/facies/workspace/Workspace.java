package org.facies.workspace;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.facies.align.FacePipeline;
import org.facies.align.FacePolicy;
import org.facies.align.FaceSettings;
import org.facies.cohort.ManifestRules;
import org.facies.file.OutputPlace;
import org.facies.image.DecodableProbe;
import org.facies.image.ImageLimits;
import org.facies.input.BadInput;
import org.facies.model.ModelZoo;
import org.facies.progress.Progress;

/**
 * The environment for work on photos. It is independent of training, so that prediction needs no libtorch.
 *
 * <pre>{@code
 * try (FacePipeline faces = workspace.faces(FacePolicy.DEFAULT)) {
 *     FaceResult face = faces.align(photo, CropGeometry.DLIB_150);
 * }
 * }</pre>
 *
 * @param zoo the source of models
 * @param caches folder for everything that can be computed again: crops and embeddings, identified by content
 * @param threads for all work, at least 1; results of training may differ between thread counts
 * @param version of Facies, for records
 * @param clock for estimates of time left and for dates in records
 * @param progress receives messages
 */
public record Workspace(ModelZoo zoo, Path caches, int threads, String version, Clock clock, Progress progress) {

    public Workspace {
        Objects.requireNonNull(zoo);
        Objects.requireNonNull(caches);
        Objects.requireNonNull(version);
        Objects.requireNonNull(clock);
        Objects.requireNonNull(progress);
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads);
        }
    }

    /**
     * The cache of aligned crops of all cohorts.
     *
     * @throws BadInput if nothing can be written there
     */
    public Path cropCache() {
        return cache("crops");
    }

    /**
     * The cache of embeddings by frozen networks.
     *
     * @throws BadInput if nothing can be written there
     */
    public Path embeddingCache() {
        return cache("embeddings");
    }

    /** A cache folder. It is checked now, because it is written only after long work. */
    private Path cache(String name) {
        Path folder = caches.resolve(name);
        OutputPlace.obstacleToFolder(folder).ifPresent(what -> {
            throw new BadInput(
                    folder.toString(),
                    "",
                    what,
                    "Set FACIES_HOME to a folder with free space where you have permission to write.");
        });
        return folder;
    }

    /** The face pipeline, with its networks downloaded if necessary; crops are cached. The caller closes it. */
    public FacePipeline faces(FacePolicy policy) {
        return new FacePipeline(
                FaceNetworks.load(zoo),
                new FaceSettings(ImageLimits.DEFAULT, policy, threads, Optional.of(cropCache())));
    }

    /** Rules for a manifest in which every photo must be decodable. */
    public ManifestRules manifestRules() {
        return ManifestRules.standard(new DecodableProbe(ImageLimits.DEFAULT), threads);
    }

    /** The same environment with another number of threads. */
    public Workspace onThreads(int otherThreads) {
        return new Workspace(zoo, caches, otherThreads, version, clock, progress);
    }

    /** The same environment with another receiver of messages. */
    public Workspace tellingTo(Progress other) {
        return new Workspace(zoo, caches, threads, version, clock, other);
    }
}
