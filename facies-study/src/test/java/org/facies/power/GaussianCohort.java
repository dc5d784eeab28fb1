package org.facies.power;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.file.Sha256;

/**
 * Two classes of normal embeddings, one photo a subject, whose means are a given number of standard deviations apart.
 */
final class GaussianCohort {
    private static final int SIZE = 30;

    private GaussianCohort() {}

    static EmbeddedCohort of(int rare, int common, double distance, long seed) {
        Random random = new Random(seed);
        List<Subject> subjects = new ArrayList<>();
        Map<String, double[]> embeddings = new HashMap<>();
        for (int i = 0; i < rare + common; i++) {
            boolean isRare = i < rare;
            String id = "s" + i;
            String path = id + ".jpg";
            double[] embedding =
                    random.doubles(SIZE).map(x -> random.nextGaussian()).toArray();
            embedding[0] += isRare ? distance : 0;
            embeddings.put(path, embedding);
            Photo photo = new Photo(path, Path.of(path), Sha256.of(seed + id));
            subjects.add(new Subject(id, isRare ? "rare" : "common", List.of(photo), Map.of()));
        }
        Cohort cohort = new Cohort(Path.of("manifest.csv"), List.of("common", "rare"), subjects);
        return new EmbeddedCohort(cohort, embeddings, "gaussian");
    }
}
