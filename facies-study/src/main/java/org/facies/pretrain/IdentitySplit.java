package org.facies.pretrain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.facies.cohort.Identity;
import org.facies.embed.PairVerification;
import org.facies.embed.PhotoPair;
import org.facies.file.Sha256;
import org.facies.input.BadInput;

/**
 * The identities for training and the pairs for verification. No photo, by its bytes, is in both.
 *
 * @param training at least two identities, in the order of their ids
 * @param heldOut identities that are not used for training
 * @param pairs for verification
 */
record IdentitySplit(List<Identity> training, List<Identity> heldOut, List<PhotoPair> pairs) {
    /** Smallest number of pairs of each kind, for ten folds. */
    private static final int FEWEST_SAME = 5;

    IdentitySplit {
        training = List.copyOf(training);
        heldOut = List.copyOf(heldOut);
        pairs = List.copyOf(pairs);
    }

    /**
     * Holds out a share of the identities and makes pairs of their photos; holds out more if there are too few pairs.
     *
     * @param share in (0, 1)
     * @throws BadInput if too few identities are left for training
     */
    static IdentitySplit holdingOut(List<Identity> people, double share, long seed) {
        List<Identity> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, new Random(seed));
        int out = 0;
        int same = 0;
        while (out < people.size() && (out < 2 || out < share * people.size() || same < FEWEST_SAME)) {
            same += HeldOutPairs.samePairs(shuffled.get(out));
            out++;
        }
        if (same < FEWEST_SAME || people.size() - out < 2) {
            throw new BadInput(
                    "identities",
                    "",
                    "are " + people.size() + ", too few to hold some out for verification",
                    "Add identities with two photos or more, or give pairs of other people with --pairs.");
        }
        List<Identity> heldOut = shuffled.subList(0, out);
        Set<Identity> held = new HashSet<>(heldOut);
        return new IdentitySplit(
                people.stream().filter(person -> !held.contains(person)).toList(),
                heldOut,
                HeldOutPairs.of(heldOut, seed));
    }

    /**
     * Uses pairs supplied by the user. An identity with a photo that is also in the pairs, by its bytes, is not used
     * for training.
     *
     * @throws BadInput if fewer than two identities are left
     */
    static IdentitySplit measuredOn(List<PhotoPair> pairs, List<Identity> people) {
        Set<String> measured = hashes(pairs);
        List<Identity> training = new ArrayList<>();
        List<Identity> heldOut = new ArrayList<>();
        for (Identity person : people) {
            boolean leaks = person.photos().stream().anyMatch(photo -> measured.contains(photo.sha256()));
            (leaks ? heldOut : training).add(person);
        }
        if (training.size() < 2) {
            throw new BadInput(
                    "--pairs",
                    "",
                    "show " + heldOut.size() + " of the " + people.size()
                            + " identities, which leaves fewer than two for training",
                    "Give pairs of other people.");
        }
        return new IdentitySplit(training, heldOut, pairs);
    }

    private static Set<String> hashes(List<PhotoPair> pairs) {
        Set<String> hashes = new HashSet<>();
        PairVerification.photosOf(pairs).forEach(photo -> hashes.add(hash(photo)));
        return hashes;
    }

    /** SHA-256 of a photo of the pairs. */
    static String hash(Path photo) {
        try {
            return Sha256.of(photo);
        } catch (IOException unreadable) {
            throw new BadInput(photo.toString(), "", "cannot be read", "Check its permissions.");
        }
    }
}
