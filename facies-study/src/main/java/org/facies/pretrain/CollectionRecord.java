package org.facies.pretrain;

import java.util.List;
import java.util.Map;
import org.facies.cohort.Identities;
import org.facies.cohort.Identity;

/**
 * {@code identities.json}: how many identities and photos a run used and left out. It contains no names.
 *
 * @param training used to train
 * @param heldOut used for verification only
 * @param pairs for verification
 * @param leftOut before faces were looked for
 * @param withoutFace photos without a usable face, by reason
 * @param identitiesWithFewFaces identities that this left with too few photos
 */
public record CollectionRecord(
        Count training,
        Count heldOut,
        int pairs,
        Identities.LeftOut leftOut,
        Map<String, Integer> withoutFace,
        int identitiesWithFewFaces) {

    /** Identities and their photos. */
    public record Count(int identities, int photos) {
        static Count of(List<Identity> people) {
            return new Count(
                    people.size(),
                    people.stream().mapToInt(person -> person.photos().size()).sum());
        }
    }

    static CollectionRecord of(Identities read, UsableFaces faces, IdentitySplit split) {
        return new CollectionRecord(
                Count.of(split.training()),
                Count.of(split.heldOut()),
                split.pairs().size(),
                read.leftOut(),
                faces.refused(),
                faces.identitiesWithFewFaces());
    }
}
