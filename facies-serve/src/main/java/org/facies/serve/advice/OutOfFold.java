package org.facies.serve.advice;

import java.util.HashMap;
import java.util.Map;
import org.facies.calibration.CrossFitting;
import org.facies.calibration.Scaling;
import org.facies.conformal.Assurance;
import org.facies.conformal.Conformity;
import org.facies.conformal.CrossConformal;
import org.facies.metric.HeldOutSubjects;

/**
 * The answers of a model about each child of a run, fitted without that child: networks, calibration and limits of the
 * prediction sets come from the other folds. A bundle of the other folds alone would give the same answers.
 */
final class OutOfFold {
    private final Map<String, Said> children = new HashMap<>();

    /**
     * The answer about one child.
     *
     * @param probabilities double[classes], calibrated
     * @param set for each class whether it is in the prediction set
     */
    @SuppressWarnings("ArrayRecordComponent") // made here, read by one caller
    record Said(double[] probabilities, boolean[] set) {}

    /**
     * Fits calibration and limits, fold by fold.
     *
     * @param subjects of at least two folds
     * @param levelPercent nominal coverage of the sets, for example 90
     */
    OutOfFold(HeldOutSubjects subjects, int levelPercent) {
        for (CrossFitting.Fit fit : CrossFitting.chosen(subjects).fits()) {
            HeldOutSubjects others = scaled(subjects.fittingSet(fit.fold()), fit.scaling());
            double[] limits = CrossConformal.limits(others, Conformity.LAC, levelPercent, Assurance.AVERAGE);
            for (int i : subjects.inFolds(fold -> fold == fit.fold())) {
                double[] calibrated = fit.scaling().apply(subjects.probabilities(i));
                children.put(subjects.id(i), new Said(calibrated, set(calibrated, limits)));
            }
        }
    }

    private static HeldOutSubjects scaled(HeldOutSubjects subjects, Scaling scaling) {
        double[][] probabilities = new double[subjects.size()][];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = scaling.apply(subjects.probabilities(i));
        }
        return subjects.with(probabilities);
    }

    private static boolean[] set(double[] probabilities, double[] limits) {
        boolean[] set = new boolean[limits.length];
        for (int c = 0; c < set.length; c++) {
            set[c] = Conformity.LAC.score(probabilities, c) <= limits[c];
        }
        return set;
    }

    /** The model's answer about a child of the run. */
    Said of(String subject) {
        return children.get(subject);
    }
}
