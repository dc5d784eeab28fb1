package org.facies.power;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.facies.align.FacePipeline;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.embed.Embedder;
import org.facies.embed.PhotoEmbedder;
import org.facies.embed.PhotoEmbedder.Result;
import org.facies.embed.Views;
import org.facies.file.Sha256;
import org.facies.model.InstalledModel;
import org.facies.progress.Progress;

/** Computes the embeddings of the photos of cohorts, once for each photo. */
public final class CohortEmbedder {
    private static final int BATCH = 256;

    private final InstalledModel model;
    private final String fingerprint;
    private final FacePipeline faces;
    private final Path cache;
    private final int threads;
    private final Progress progress;

    /**
     * With one network.
     *
     * @param networks the networks that find faces, then the backbone
     * @param cache folder for embeddings of all networks
     */
    public CohortEmbedder(
            List<InstalledModel> networks, FacePipeline faces, Path cache, int threads, Progress progress) {
        this.model = networks.get(networks.size() - 1);
        this.fingerprint =
                Sha256.of(networks.stream().map(InstalledModel::sha256).collect(Collectors.joining("\n"))
                        + model.card().backbone().input().geometry());
        this.faces = faces;
        this.cache = cache;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Embeds the photos with a usable face. The others are left out, and their number is reported.
     *
     * @throws InterruptedException if the calling thread is interrupted; finished embeddings are kept
     */
    public EmbeddedCohort embed(Cohort cohort) throws InterruptedException {
        EmbeddingStore store = new EmbeddingStore(
                cache.resolve(fingerprint.substring(0, 16)),
                model.card().backbone().embeddingSize());
        Map<String, double[]> embeddings = new HashMap<>();
        cohort.photos()
                .forEach(photo -> store.read(photo.sha256())
                        .ifPresent(embedding -> embeddings.put(photo.path(), embedding.direction())));
        List<Photo> missing = cohort.photos().stream()
                .filter(photo -> !embeddings.containsKey(photo.path()))
                .toList();
        if (!missing.isEmpty()) {
            embed(missing, store, embeddings);
        }
        int refused = cohort.photos().size() - embeddings.size();
        if (refused > 0) {
            progress.say(refused + " of " + cohort.photos().size()
                    + " photos show no usable face and are left out; \"facies cohort align\" lists them with"
                    + " the reasons.");
        }
        return new EmbeddedCohort(cohort.only(photo -> embeddings.containsKey(photo.path())), embeddings, fingerprint);
    }

    private void embed(List<Photo> missing, EmbeddingStore store, Map<String, double[]> embeddings)
            throws InterruptedException {
        try (Embedder embedder = Embedder.open(model, threads);
                Progress.Bar bar = progress.start("Embeddings", missing.size())) {
            PhotoEmbedder photos = PhotoEmbedder.ofPhotos(faces, embedder, Views.CROP);
            for (int from = 0; from < missing.size(); from += BATCH) {
                List<Photo> some = missing.subList(from, Math.min(from + BATCH, missing.size()));
                List<Result> results =
                        photos.embed(some.stream().map(Photo::file).toList(), Progress.Bar.SILENT);
                for (int i = 0; i < some.size(); i++) {
                    if (results.get(i) instanceof Result.Embedded embedded) {
                        store.write(some.get(i).sha256(), embedded.embedding());
                        embeddings.put(some.get(i).path(), embedded.embedding().direction());
                    }
                }
                bar.at(from + some.size(), "");
            }
        }
    }
}
