package org.facies.pretrain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.facies.align.FaceResult;
import org.facies.cohort.Identities;
import org.facies.cohort.Identity;
import org.facies.cohort.Photo;
import org.facies.input.BadInput;
import org.facies.progress.Progress;

/**
 * The identities with enough usable faces. The crops stay in the pipeline's cache, because a collection can be larger
 * than memory.
 *
 * @param people without refused photos
 * @param refused photos without a usable face, by reason
 * @param identitiesWithFewFaces identities with too few usable photos
 */
record UsableFaces(List<Identity> people, Map<String, Integer> refused, int identitiesWithFewFaces) {

    /** Finds and aligns every face; results in the cache are reused. */
    static UsableFaces of(Identities identities, int minPhotos, PaddedCrops crops, Progress progress) {
        Set<String> usable = new HashSet<>();
        Map<String, Integer> refused = new TreeMap<>();
        align(identities.photos(), crops, progress, face -> {
            if (face instanceof FaceResult.Refused without) {
                refused.merge(without.reason(), 1, Integer::sum);
            } else {
                usable.add(face.photo().sha256());
            }
        });
        List<Identity> people = new ArrayList<>();
        for (Identity person : identities.people()) {
            List<Photo> kept = person.photos().stream()
                    .filter(photo -> usable.contains(photo.sha256()))
                    .toList();
            if (kept.size() >= minPhotos) {
                people.add(new Identity(person.id(), kept));
            }
        }
        if (people.size() < 2) {
            throw new BadInput(
                    "identities",
                    "",
                    "are fewer than two with at least " + minPhotos + " photos of a usable face",
                    "Add photos, or lower --min-photos.");
        }
        return new UsableFaces(people, refused, identities.people().size() - people.size());
    }

    private static void align(List<Photo> photos, PaddedCrops crops, Progress progress, Consumer<FaceResult> sink) {
        try (Progress.Bar bar = progress.start("Faces", photos.size())) {
            crops.pipeline().align(photos, crops.geometry(), bar, sink);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while finding faces", stop);
        }
    }
}
