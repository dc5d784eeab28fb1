package org.facies.pretrain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.facies.cohort.Identity;
import org.facies.cohort.Photo;
import org.facies.embed.PhotoPair;

/** Pairs of photos of held-out identities: first pairs of one person, then the same number of pairs of two people. */
final class HeldOutPairs {
    /** Most pairs of one person, so that people with many photos do not dominate. */
    private static final int MOST_OF_ONE = 10;

    private static final int MOST_SAME = 3000;
    private static final int TRIES = 20;

    private final List<Identity> people;
    private final Random random;

    private HeldOutPairs(List<Identity> people, Random random) {
        this.people = people;
        this.random = random;
    }

    static List<PhotoPair> of(List<Identity> people, long seed) {
        HeldOutPairs maker = new HeldOutPairs(people, new Random(seed));
        List<PhotoPair> pairs = maker.same();
        pairs.addAll(maker.different(pairs.size()));
        return pairs;
    }

    /** The number of pairs that an identity contributes. */
    static int samePairs(Identity person) {
        int photos = person.photos().size();
        return (int) Math.min(MOST_OF_ONE, (long) photos * (photos - 1) / 2);
    }

    private List<PhotoPair> same() {
        List<PhotoPair> pairs = new ArrayList<>();
        for (Identity person : people) {
            List<PhotoPair> own = new ArrayList<>();
            List<Photo> photos = new ArrayList<>(person.photos());
            Collections.shuffle(photos, random);
            for (int b = 1; b < photos.size() && own.size() < MOST_OF_ONE; b++) {
                for (int a = 0; a < b && own.size() < MOST_OF_ONE; a++) {
                    own.add(pair(photos.get(a), photos.get(b), true));
                }
            }
            pairs.addAll(own);
        }
        return new ArrayList<>(pairs.subList(0, Math.min(MOST_SAME, pairs.size())));
    }

    private Set<PhotoPair> different(int wanted) {
        Set<PhotoPair> pairs = new LinkedHashSet<>();
        for (int i = 0; i < TRIES * wanted && pairs.size() < wanted; i++) {
            int first = random.nextInt(people.size());
            int second = (first + 1 + random.nextInt(people.size() - 1)) % people.size();
            pairs.add(pair(any(Math.min(first, second)), any(Math.max(first, second)), false));
        }
        return pairs;
    }

    private Photo any(int person) {
        List<Photo> photos = people.get(person).photos();
        return photos.get(random.nextInt(photos.size()));
    }

    private static PhotoPair pair(Photo a, Photo b, boolean same) {
        return new PhotoPair(a.file(), b.file(), same);
    }
}
