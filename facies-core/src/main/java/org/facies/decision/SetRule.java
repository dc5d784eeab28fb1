package org.facies.decision;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facies.conformal.Assurance;
import org.facies.conformal.Conformity;
import org.facies.metric.Estimate;

/**
 * A prediction set: a class is in it where its score, {@link Conformity#score}, is at most the limit of that class.
 *
 * @param levelPercent nominal coverage, for example 90
 * @param limits by class; 1 where a class has too few children to be left out of any set
 * @param coverage share of the study's children whose set held their diagnosis, out of fold
 * @param meanSize mean number of classes in their sets
 */
public record SetRule(
        Conformity conformity,
        int levelPercent,
        Assurance assurance,
        Map<String, Double> limits,
        Estimate coverage,
        Estimate meanSize) {

    public SetRule {
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
    }

    /**
     * The classes of the set, in class order.
     *
     * @param probabilities double[classes], calibrated
     */
    List<String> set(List<String> classes, double[] probabilities) {
        return IntStream.range(0, classes.size())
                .filter(c -> conformity.score(probabilities, c) <= limits.get(classes.get(c)))
                .mapToObj(classes::get)
                .toList();
    }
}
