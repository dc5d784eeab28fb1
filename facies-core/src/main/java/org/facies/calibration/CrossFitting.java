package org.facies.calibration;

import java.util.ArrayList;
import java.util.List;
import org.facies.metric.HeldOutSubjects;

/**
 * Scales the subjects of each fold with parameters that were fitted, and a method that was chosen, on the subjects of the
 * other folds. Those subjects' probabilities come from models that were not trained on them, so they show the confidence
 * that the held-out fold will meet. No label of a fold reaches its own parameters; what it does reach is the weights of
 * the models that judged the other folds ({@code docs/decisions/0006-calibration.md}).
 *
 * @param scaled the subjects with their scaled probabilities
 * @param fits what each fold was scaled with
 */
public record CrossFitting(HeldOutSubjects scaled, List<Fit> fits) {

    /** The parameters of one held-out fold. */
    public record Fit(int fold, ScalingMethod method, Scaling scaling) {}

    public CrossFitting {
        fits = List.copyOf(fits);
    }

    /**
     * Scales every fold with one method.
     *
     * @param raw that have teachers
     */
    public static CrossFitting with(ScalingMethod method, HeldOutSubjects raw) {
        List<Fit> fits = new ArrayList<>();
        for (int fold : raw.folds()) {
            fits.add(new Fit(fold, method, method.fit(others(raw, fold))));
        }
        return scaled(raw, fits);
    }

    /**
     * Scales every fold with the method that does best on the other folds: of least log loss when those are scaled among
     * themselves in the same way; the simpler of equals. With two folds there is nothing to choose by, and the
     * temperature is taken.
     *
     * @param raw that have teachers
     */
    public static CrossFitting chosen(HeldOutSubjects raw) {
        List<Fit> fits = new ArrayList<>();
        for (int fold : raw.folds()) {
            HeldOutSubjects others = others(raw, fold);
            ScalingMethod method = best(others);
            fits.add(new Fit(fold, method, method.fit(others)));
        }
        return scaled(raw, fits);
    }

    private static ScalingMethod best(HeldOutSubjects others) {
        if (others.folds().size() < 2) {
            return ScalingMethod.TEMPERATURE;
        }
        ScalingMethod best = ScalingMethod.NONE;
        double least = Double.POSITIVE_INFINITY;
        for (ScalingMethod method : ScalingMethod.values()) {
            double loss = new CalibrationScores(with(method, others).scaled()).logLoss();
            if (loss < least) {
                least = loss;
                best = method;
            }
        }
        return best;
    }

    private static HeldOutSubjects others(HeldOutSubjects raw, int fold) {
        HeldOutSubjects others = raw.teachersOf(fold);
        if (others.size() == 0) {
            throw new IllegalArgumentException("a single fold has no other to fit on");
        }
        return others;
    }

    private static CrossFitting scaled(HeldOutSubjects raw, List<Fit> fits) {
        double[][] probabilities = new double[raw.size()][];
        for (Fit fit : fits) {
            for (int i : raw.inFolds(fold -> fold == fit.fold())) {
                probabilities[i] = fit.scaling().apply(raw.probabilities(i));
            }
        }
        return new CrossFitting(raw.with(probabilities), fits);
    }
}
