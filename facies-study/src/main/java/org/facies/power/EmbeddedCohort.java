package org.facies.power;

import java.util.Map;
import org.facies.cohort.Cohort;

/**
 * A cohort with the embeddings of a frozen network.
 *
 * @param cohort photos with a usable face only
 * @param embeddings by the path of the photo, double[d] of length 1
 * @param network hash of the networks' weights and of the crop
 */
public record EmbeddedCohort(Cohort cohort, Map<String, double[]> embeddings, String network) {
    public EmbeddedCohort {
        embeddings = Map.copyOf(embeddings);
        for (var photo : cohort.photos()) {
            if (!embeddings.containsKey(photo.path())) {
                throw new IllegalArgumentException("no embedding of " + photo.path());
            }
        }
    }
}
