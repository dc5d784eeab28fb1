package org.facies.align;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.facies.cohort.Photo;
import org.facies.image.Decoded;
import org.facies.image.PhotoDecoder;
import org.facies.progress.Progress;

/**
 * Turns photo files into aligned crops: decodes, detects, refines, aligns and checks, and stores crops in the cache.
 */
public final class FacePipeline implements AutoCloseable {

    private static final String LOOK_AT_IT = "Check the photo, and replace it or remove its row.";

    private final FaceSettings settings;
    private final PhotoDecoder decoder;
    private final FaceAligner aligner;
    private final Optional<CropCache> cache;
    private final Optional<CropCache> largest;
    private final Optional<CropStore> crops;

    /** Loads the networks. */
    public FacePipeline(FaceModels models, FaceSettings settings) {
        this.settings = Objects.requireNonNull(settings);
        this.decoder = new PhotoDecoder(settings.limits());
        FaceChoice choice = settings.policy().choice();
        this.aligner = new FaceAligner(models, choice);
        this.cache = settings.cache().map(folder -> new CropCache(folder, models, choice));
        this.largest = settings.cache()
                .filter(folder -> !choice.equals(FaceChoice.LARGEST))
                .map(folder -> new CropCache(folder, models, FaceChoice.LARGEST));
        this.crops = settings.cache().map(folder -> new CropStore(folder, models.fingerprint(choice)));
    }

    /** The choice between several faces. */
    public FaceChoice choice() {
        return settings.policy().choice();
    }

    /**
     * The stored crops of aligned photos. The store may be used after the pipeline is closed.
     *
     * @throws IllegalStateException if the pipeline stores no crops
     */
    public CropStore crops() {
        return crops.orElseThrow(() -> new IllegalStateException("a pipeline without a cache stores no crops"));
    }

    /**
     * Aligns a batch and keeps it in memory.
     *
     * @return one result for each photo, in the order of the photos
     * @throws InterruptedException if the calling thread is interrupted; the cache then contains the finished photos
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
     * @param sink receives the results on the calling thread, in the order of the photos
     * @throws InterruptedException if the calling thread is interrupted; the cache then contains the finished photos
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
        Optional<Alignment> known =
                cache.flatMap(c -> c.read(photo.sha256(), geometry)).or(() -> withoutChoice(photo, geometry));
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

    /**
     * The cached result for another choice of faces, if the photo has at most one face, so that the choice is
     * irrelevant.
     */
    private Optional<Alignment> withoutChoice(Photo photo, CropGeometry geometry) {
        boolean first = !choice().isNumbered() || choice().equals(FaceChoice.numbered(1));
        Optional<Alignment> known = largest.filter(c -> first)
                .flatMap(c -> c.read(photo.sha256(), geometry))
                .filter(alignment -> !(alignment instanceof Alignment.Face face)
                        || face.facts().faces() == 1);
        known.ifPresent(alignment -> cache.orElseThrow().write(photo.sha256(), geometry, alignment));
        return known;
    }

    private FaceResult judge(Photo photo, Alignment alignment) {
        if (alignment instanceof Alignment.NoFace none) {
            return refused(photo, Optional.empty(), Set.of(none.finding()), Set.of(none.finding()));
        }
        Alignment.Face face = (Alignment.Face) alignment;
        Set<FaceFinding> findings = settings.policy().thresholds().judge(face.facts());
        Set<FaceFinding> grave = settings.policy().graveOf(findings);
        return grave.isEmpty()
                ? new FaceResult.Aligned(photo, face.crop(), face.facts(), findings)
                : refused(photo, Optional.of(face.facts()), findings, grave);
    }

    private FaceResult refused(
            Photo photo, Optional<FaceFacts> facts, Set<FaceFinding> findings, Set<FaceFinding> grave) {
        return new FaceResult.Refused(photo, settings.policy().reason(grave), LOOK_AT_IT, facts, findings);
    }

    @Override
    public void close() {
        aligner.close();
    }
}
