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
 * Who is trained on, and what the network is measured on; nobody is in both, as far as bytes can tell.
 *
 * @param training at least two identities, in the order of their ids
 * @param heldOut identities that training never sees
 * @param pairs to verify on
 */
record IdentitySplit(List<Identity> training, List<Identity> heldOut, List<PhotoPair> pairs) {
    /** As many pairs of each kind as make ten folds. */
    private static final int FEWEST_SAME = 5;

    IdentitySplit {
        training = List.copyOf(training);
        heldOut = List.copyOf(heldOut);
        pairs = List.copyOf(pairs);
    }

    /**
     * Holds out identities and makes pairs of their photos: a share of them, and more where that makes too few pairs.
     *
     * @param share in (0, 1)
     * @throws BadInput if too few are left to train on
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
                    "Bring more identities with two photos or more, or pairs of other people with --pairs.");
        }
        List<Identity> heldOut = shuffled.subList(0, out);
        Set<Identity> held = new HashSet<>(heldOut);
        return new IdentitySplit(
                people.stream().filter(person -> !held.contains(person)).toList(),
                heldOut,
                HeldOutPairs.of(heldOut, seed));
    }

    /**
     * Measures on pairs that the user brings. An identity with a photo that is also in the pairs, byte by byte, is held
     * out as a whole.
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
                            + " identities, which leaves fewer than two to train on",
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
