package org.facies.embed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.embed.PhotoEmbedder.Result.Embedded;
import org.facies.embed.PhotoEmbedder.Result.Refused;
import org.facies.embed.Verification.Compared;
import org.facies.input.BadInput;
import org.facies.progress.Progress;

/**
 * Verification of a backbone on pairs of photo files.
 *
 * @param photos number of different photos in the pairs
 * @param refused photos without a usable face; their pairs are left out
 * @param verification results for the other pairs
 */
public record PairVerification(int photos, List<Refused> refused, Verification verification) {

    public PairVerification {
        refused = List.copyOf(refused);
    }

    /**
     * Embeds every photo once and compares the pairs by cosine similarity.
     *
     * @throws BadInput if too few pairs are left
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static PairVerification measure(List<PhotoPair> pairs, PhotoEmbedder embedder, Progress.Bar progress)
            throws InterruptedException {
        List<Path> photos = photosOf(pairs);
        List<PhotoEmbedder.Result> results = embedder.embed(photos, progress);
        Map<Path, Embedding> embeddings = results.stream()
                .filter(Embedded.class::isInstance)
                .collect(Collectors.toMap(PhotoEmbedder.Result::photo, result -> ((Embedded) result).embedding()));
        List<Refused> refused = results.stream()
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .toList();
        return new PairVerification(photos.size(), refused, Verification.of(compared(pairs, embeddings)));
    }

    /** The different photos of the pairs. */
    public static List<Path> photosOf(List<PhotoPair> pairs) {
        return pairs.stream()
                .flatMap(pair -> Stream.of(pair.photoA(), pair.photoB()))
                .distinct()
                .toList();
    }

    private static List<Compared> compared(List<PhotoPair> pairs, Map<Path, Embedding> embeddings) {
        List<Compared> compared = new ArrayList<>();
        for (PhotoPair pair : pairs) {
            if (embeddings.containsKey(pair.photoA()) && embeddings.containsKey(pair.photoB())) {
                double cosine = embeddings.get(pair.photoA()).cosine(embeddings.get(pair.photoB()));
                compared.add(new Compared(cosine, pair.same()));
            }
        }
        if (compared.size() < Verification.FOLDS) {
            throw new BadInput(
                    "pairs",
                    "",
                    "leave " + compared.size() + " pairs to compare, because the other photos show no usable face",
                    "Give at least " + Verification.FOLDS + " pairs of photos with faces.");
        }
        return compared;
    }
}
