package org.facies.novelty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.facies.metric.Estimate;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.Share;

/**
 * How often subjects of the cohort are refused as unknown (out-of-distribution) faces. A subject is refused if its
 * distance is beyond a threshold that was fitted on the subjects of the other folds, so that a share of {@link
 * #NOMINAL} is refused (a conformal test that the subject is from the same population; Laxhammar and Falkman 2010). A
 * study has no unknown faces, so it does not show how many of these would be refused.
 *
 * @param nominal share of known subjects that the thresholds allow to be refused
 * @param thresholds the threshold of each fold
 * @param refused share of subjects that were
 * @param perClass the same by class
 * @param rightKept accuracy on subjects that were not refused
 * @param rightRefused accuracy on those that were
 */
public record NoveltyEvaluation(
        double nominal,
        List<Threshold> thresholds,
        Estimate refused,
        Map<String, Estimate> perClass,
        Estimate rightKept,
        Estimate rightRefused) {
    /** The share of known faces that may be refused. */
    public static final double NOMINAL = 0.05;

    private static final int PERCENT = 5;

    /**
     * The largest accepted distance of a fold's subjects; NaN (null in JSON) where there are too few others to fit it.
     */
    public record Threshold(int fold, double distance) {}

    public NoveltyEvaluation {
        thresholds = List.copyOf(thresholds);
        perClass = Collections.unmodifiableMap(new LinkedHashMap<>(perClass));
    }

    /**
     * Refuses and counts.
     *
     * @param subjects of at least two folds
     * @param distances by subject, none missing
     */
    public static NoveltyEvaluation of(HeldOutSubjects subjects, Map<String, Double> distances) {
        double[] distance = IntStream.range(0, subjects.size())
                .mapToDouble(i -> distances.get(subjects.id(i)))
                .toArray();
        List<Threshold> thresholds = new ArrayList<>();
        boolean[] refused = new boolean[distance.length];
        for (int fold : subjects.folds()) {
            double threshold = threshold(subjects.inFolds(other -> other != fold), distance);
            thresholds.add(new Threshold(fold, Double.isInfinite(threshold) ? Double.NaN : threshold));
            for (int i : subjects.inFolds(own -> own == fold)) {
                refused[i] = distance[i] > threshold;
            }
        }
        Map<String, Estimate> perClass = new LinkedHashMap<>();
        for (int c = 0; c < subjects.classes().size(); c++) {
            int wanted = c;
            String name = subjects.classes().get(c);
            perClass.put(
                    name,
                    Share.among(
                            subjects,
                            i -> subjects.truth(i) == wanted,
                            i -> refused[i],
                            "no subject is of class " + name));
        }
        return new NoveltyEvaluation(
                NOMINAL,
                thresholds,
                Share.among(subjects, i -> true, i -> refused[i], "there is no subject"),
                perClass,
                Share.among(subjects, i -> !refused[i], subjects::isCorrect, "all subjects were refused"),
                Share.among(subjects, i -> refused[i], subjects::isCorrect, "no subject was refused"));
    }

    /** The threshold that another subject from the same population exceeds with a probability of at most 5 %. */
    private static double threshold(int[] others, double[] distance) {
        double[] ascending =
                Arrays.stream(others).mapToDouble(i -> distance[i]).sorted().toArray();
        int beyond = PERCENT * (ascending.length + 1) / 100;
        return beyond == 0 ? Double.POSITIVE_INFINITY : ascending[ascending.length - beyond];
    }

    /**
     * The threshold for children outside the study, fitted on all children in it.
     *
     * @param distances of subjects whom the networks had not seen
     * @return empty where there are too few of them, fewer than 19
     */
    public static OptionalDouble threshold(Collection<Double> distances) {
        double[] all = distances.stream().mapToDouble(Double::doubleValue).toArray();
        double threshold = threshold(IntStream.range(0, all.length).toArray(), all);
        return Double.isInfinite(threshold) ? OptionalDouble.empty() : OptionalDouble.of(threshold);
    }
}
