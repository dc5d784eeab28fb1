package org.facies.align;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.facies.cohort.Photo;
import org.facies.image.Decoded;
import org.facies.image.PhotoDecoder;
import org.facies.progress.Progress;

/** From photo files to aligned crops: decode, detect, refine, align, judge, and remember in the cache. */
public final class FacePipeline implements AutoCloseable {

    private static final String LOOK_AT_IT = "Look at the photo, and replace it or drop its row.";

    private final FaceSettings settings;
    private final PhotoDecoder decoder;
    private final FaceAligner aligner;
    private final Optional<CropCache> cache;
    private final Optional<CropStore> crops;

    /** Loads the networks. */
    public FacePipeline(FaceModels models, FaceSettings settings) {
        this.settings = Objects.requireNonNull(settings);
        this.decoder = new PhotoDecoder(settings.limits());
        this.aligner = new FaceAligner(models);
        this.cache = settings.cache().map(folder -> new CropCache(folder, models));
        this.crops = settings.cache().map(folder -> new CropStore(folder, models.fingerprint()));
    }

    /**
     * Where the crops of aligned photos can be read again. It may be used after the pipeline is closed.
     *
     * @throws IllegalStateException if the pipeline keeps no crops
     */
    public CropStore crops() {
        return crops.orElseThrow(() -> new IllegalStateException("a pipeline without a cache keeps no crops"));
    }

    /**
     * Aligns a batch and keeps it in memory.
     *
     * @return one result for each photo, in the order of the photos
     * @throws InterruptedException if the calling thread is interrupted; the cache then holds what was done
     */
    public List<FaceResult> align(List<Photo> photos, CropGeometry geometry, Progress.Bar progress)
            throws InterruptedException {
        List<FaceResult> results = new ArrayList<>(photos.size());
        align(photos, geometry, progress, results::add);
        return List.copyOf(results);
    }

    /**
     * Aligns a batch that may be larger than memory.
     *
     * @param sink is given the results on the calling thread, in the order of the photos
     * @throws InterruptedException if the calling thread is interrupted; the cache then holds what was done
     */
    public void align(List<Photo> photos, CropGeometry geometry, Progress.Bar progress, Consumer<FaceResult> sink)
            throws InterruptedException {
        int[] done = {0};
        InOrder.forEach(photos, settings.threads(), photo -> align(photo, geometry), result -> {
            sink.accept(result);
            progress.at(++done[0]);
        });
    }

    /** Aligns one photo on the calling thread. */
    public FaceResult align(Photo photo, CropGeometry geometry) {
        Optional<Alignment> known = cache.flatMap(c -> c.read(photo.sha256(), geometry));
        if (known.isPresent()) {
            return judge(photo, known.get());
        }
        Decoded decoded = decoder.decode(photo.file());
        if (decoded instanceof Decoded.Refused refused) {
            return new FaceResult.Refused(photo, refused.reason(), refused.remedy(), Optional.empty(), Set.of());
        }
        Alignment alignment = aligner.align(((Decoded.Picture) decoded).pixels(), geometry);
        cache.ifPresent(c -> c.write(photo.sha256(), geometry, alignment));
        return judge(photo, alignment);
    }

    private FaceResult judge(Photo photo, Alignment alignment) {
        if (!(alignment instanceof Alignment.Face face)) {
            return refused(photo, Optional.empty(), Set.of(FaceFinding.NO_FACE), Set.of(FaceFinding.NO_FACE));
        }
        Set<FaceFinding> findings = settings.policy().thresholds().judge(face.facts());
        Set<FaceFinding> grave = findings.stream()
                .filter(settings.policy().excluding()::contains)
                .collect(Collectors.toSet());
        return grave.isEmpty()
                ? new FaceResult.Aligned(photo, face.crop(), face.facts(), findings)
                : refused(photo, Optional.of(face.facts()), findings, grave);
    }

    private static FaceResult refused(
            Photo photo, Optional<FaceFacts> facts, Set<FaceFinding> findings, Set<FaceFinding> grave) {
        String reason = grave.stream().sorted().map(FaceFinding::sentence).collect(Collectors.joining(" "));
        return new FaceResult.Refused(photo, reason, LOOK_AT_IT, facts, findings);
    }

    @Override
    public void close() {
        aligner.close();
    }
}
