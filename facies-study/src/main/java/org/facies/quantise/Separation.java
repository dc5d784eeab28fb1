package org.facies.quantise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;
import org.facies.embed.Embedding;
import org.facies.embed.Verification;
import org.facies.embed.Verification.Compared;
import org.facies.statistic.RandomStreams;

/**
 * How well the cosine distinguishes two photos of one subject from photos of two subjects.
 *
 * @param exact of the float32 network
 * @param rounded of the int8 network, on the same pairs
 */
public record Separation(Verification exact, Verification rounded) {

    private record Pair(EmbeddedPhoto a, EmbeddedPhoto b) {
        Compared seen(Function<EmbeddedPhoto, Embedding> view) {
            return new Compared(view.apply(a).cosine(view.apply(b)), a.subject().equals(b.subject()));
        }
    }

    /**
     * Compares all pairs of photos of a subject, and for each pair one of the photos with a photo drawn from another
     * subject.
     *
     * @param photos of at least two subjects
     * @return empty if too few subjects have several photos
     */
    static Optional<Separation> of(List<EmbeddedPhoto> photos, long seed) {
        UniformRandomProvider random = RandomStreams.of(seed);
        List<Pair> same = new ArrayList<>();
        List<Pair> different = new ArrayList<>();
        for (int i = 0; i < photos.size(); i++) {
            for (int j = i + 1; j < photos.size(); j++) {
                if (photos.get(i).subject().equals(photos.get(j).subject())) {
                    same.add(new Pair(photos.get(i), photos.get(j)));
                    different.add(new Pair(photos.get(i), stranger(photos.get(i), photos, random)));
                }
            }
        }
        List<Pair> pairs = new ArrayList<>(same);
        pairs.addAll(different);
        return same.size() < Verification.FOLDS
                ? Optional.empty()
                : Optional.of(
                        new Separation(measured(pairs, EmbeddedPhoto::exact), measured(pairs, EmbeddedPhoto::rounded)));
    }

    private static EmbeddedPhoto stranger(
            EmbeddedPhoto photo, List<EmbeddedPhoto> photos, UniformRandomProvider random) {
        EmbeddedPhoto other = photo;
        while (other.subject().equals(photo.subject())) {
            other = photos.get(random.nextInt(photos.size()));
        }
        return other;
    }

    private static Verification measured(List<Pair> pairs, Function<EmbeddedPhoto, Embedding> view) {
        return Verification.of(pairs.stream().map(pair -> pair.seen(view)).toList());
    }
}
