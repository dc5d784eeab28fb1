package org.facies.fold;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;

/** Cohorts of two to five classes with up to 20 subjects each, of one to twelve photos, some of them copies. */
final class RandomCohort {
    private static final Path FOLDER = Path.of("cohort");
    private static final int MOST_PHOTOS = 12;
    private static final String ZEROS = "0".repeat(48);
    /** Sixteen digits. */
    private static final long ONE = 1_000_000_000_000_000L;

    private final UniformRandomProvider random;
    private long distinct;

    private RandomCohort(long seed) {
        this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    }

    static Cohort of(long seed) {
        return new RandomCohort(seed).cohort();
    }

    private Cohort cohort() {
        List<String> classes = List.of("a", "b", "c", "d", "e").subList(0, 2 + random.nextInt(4));
        List<Subject> subjects = new ArrayList<>();
        for (String name : classes) {
            int size = 1 + random.nextInt(20);
            for (int i = 0; i < size; i++) {
                String id = name + i;
                subjects.add(new Subject(id, name, photos(id), Map.of()));
            }
        }
        return new Cohort(FOLDER.resolve("manifest.csv"), classes, subjects);
    }

    private List<Photo> photos(String subject) {
        int count = random.nextInt(3) == 0 ? 1 + random.nextInt(MOST_PHOTOS) : 1 + random.nextInt(2);
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String path = subject + "/" + i + ".jpg";
            boolean copy = i > 0 && random.nextInt(10) == 0;
            String sha256 = copy ? photos.get(i - 1).sha256() : ZEROS + (ONE + ++distinct);
            photos.add(new Photo(path, FOLDER.resolve(path), sha256));
        }
        return photos;
    }
}
