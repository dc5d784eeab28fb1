package org.facies.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facies.calibration.CrossFitting;
import org.facies.conformal.Assurance;
import org.facies.conformal.Conformity;
import org.facies.conformal.CrossConformal;
import org.facies.metric.HeldOutSubjects;
import org.facies.report.review.ReviewStatus;

/**
 * The out-of-fold answers of one model for each child. Calibration and prediction sets are fitted on the other folds,
 * as for {@code metrics.json}.
 */
final class ReviewedModel {
    /** Nominal coverage of the sets, in percent. */
    private static final int LEVEL_PERCENT = 90;

    private final String name;
    private final HeldOutSubjects given;
    private final HeldOutSubjects calibrated;
    private final boolean[][] sets;
    private final Map<String, Integer> positions = new HashMap<>();

    /** @param given that have a suitable set */
    ReviewedModel(String name, HeldOutSubjects given) {
        this.name = name;
        this.given = given;
        this.calibrated = CrossFitting.chosen(given).scaled();
        this.sets = new CrossConformal(given, Conformity.LAC).sets(LEVEL_PERCENT, Assurance.AVERAGE);
        IntStream.range(0, given.size()).forEach(i -> positions.put(given.id(i), i));
    }

    String name() {
        return name;
    }

    /** Ids of the children, in the order of predictions. */
    List<String> children() {
        return IntStream.range(0, given.size()).mapToObj(given::id).toList();
    }

    ReviewStatus status(String child) {
        int i = positions.get(child);
        if (!given.isCorrect(i)) {
            return ReviewStatus.WRONG;
        }
        return inSet(child).size() == 1 ? ReviewStatus.CORRECT : ReviewStatus.UNSURE;
    }

    /** Position of the diagnosis. */
    int diagnosis(String child) {
        return given.truth(positions.get(child));
    }

    int predicted(String child) {
        return given.predicted(positions.get(child));
    }

    /** double[classes], as predicted by the network. */
    double[] given(String child) {
        return given.probabilities(positions.get(child));
    }

    /** double[classes], calibrated on the other folds. */
    double[] calibrated(String child) {
        return calibrated.probabilities(positions.get(child));
    }

    /** Positions of the classes in the set. */
    List<Integer> inSet(String child) {
        boolean[] set = sets[positions.get(child)];
        List<Integer> classes = new ArrayList<>();
        for (int c = 0; c < set.length; c++) {
            if (set[c]) {
                classes.add(c);
            }
        }
        return classes;
    }

    /**
     * Priority of a child among those of the same status; larger comes first. A wrong answer has its calibrated
     * probability, any other answer the entropy of the calibrated probabilities in nats.
     */
    double urgency(String child) {
        double[] p = calibrated(child);
        return status(child) == ReviewStatus.WRONG ? p[predicted(child)] : entropy(p);
    }

    private static double entropy(double[] probabilities) {
        double entropy = 0;
        for (double p : probabilities) {
            entropy -= p > 0 ? p * Math.log(p) : 0;
        }
        return entropy;
    }
}
