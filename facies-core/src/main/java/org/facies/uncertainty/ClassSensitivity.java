package org.facies.uncertainty;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facies.metric.Estimate;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.Share;

/**
 * How many subjects of a class are found at a specificity that is fixed beforehand: the class against all others, by
 * its probability. The threshold of a fold is the lowest that clears the wanted share of the other classes on the other
 * folds, so the specificity reached on the fold itself differs from what was wanted.
 *
 * @param subjects of the class
 * @param points one for each of {@link #SPECIFICITIES}
 */
public record ClassSensitivity(int subjects, List<Point> points) {
    /** Specificities that the thresholds reach on the other folds. */
    public static final List<Double> SPECIFICITIES = List.of(0.9, 0.95);

    /**
     * A specificity.
     *
     * @param at the specificity that the thresholds reach on the other folds
     * @param sensitivity share of the class that reaches its fold's threshold; Wilson's interval
     * @param specificity share of all others that does not; Wilson's interval
     */
    public record Point(double at, Estimate sensitivity, Estimate specificity) {}

    public ClassSensitivity {
        points = List.copyOf(points);
    }

    /**
     * Evaluates every class except one.
     *
     * @param subjects that have a fitting set
     * @param unaffected class of children without a syndrome, which is left out; empty to judge all
     * @return by class, in class order
     */
    static Map<String, ClassSensitivity> of(HeldOutSubjects subjects, String unaffected) {
        Map<Integer, HeldOutSubjects> fittingSets = new LinkedHashMap<>();
        subjects.folds().forEach(fold -> fittingSets.put(fold, subjects.fittingSet(fold)));
        Map<String, ClassSensitivity> byClass = new LinkedHashMap<>();
        for (int c = 0; c < subjects.classes().size(); c++) {
            String name = subjects.classes().get(c);
            if (!name.equals(unaffected)) {
                byClass.put(name, of(subjects, c, fittingSets));
            }
        }
        return Collections.unmodifiableMap(byClass);
    }

    private static ClassSensitivity of(HeldOutSubjects subjects, int c, Map<Integer, HeldOutSubjects> fittingSets) {
        List<Point> points = new ArrayList<>();
        for (double wanted : SPECIFICITIES) {
            boolean[] positive = new boolean[subjects.size()];
            fittingSets.forEach((fold, others) -> {
                double threshold = OperatingPoint.SPECIFICITY.threshold(ascending(others, c), wanted);
                for (int i : subjects.inFolds(own -> own == fold)) {
                    positive[i] = subjects.probability(i, c) >= threshold;
                }
            });
            String name = subjects.classes().get(c);
            points.add(new Point(
                    wanted,
                    Share.among(
                            subjects, i -> subjects.truth(i) == c, i -> positive[i], "no subject is of class " + name),
                    Share.among(
                            subjects,
                            i -> subjects.truth(i) != c,
                            i -> !positive[i],
                            "all subjects are of class " + name)));
        }
        int own = (int) IntStream.range(0, subjects.size())
                .filter(i -> subjects.truth(i) == c)
                .count();
        return new ClassSensitivity(own, points);
    }

    /** Probabilities of a class among the subjects of all others. */
    private static double[] ascending(HeldOutSubjects subjects, int c) {
        return IntStream.range(0, subjects.size())
                .filter(i -> subjects.truth(i) != c)
                .mapToDouble(i -> subjects.probability(i, c))
                .sorted()
                .toArray();
    }
}
