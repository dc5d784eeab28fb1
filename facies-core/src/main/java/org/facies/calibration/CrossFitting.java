package org.facies.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.ProperScore;

/**
 * Calibrates the subjects of each fold. The parameters were fitted, and the method was selected, on the subjects of the
 * other folds. The probabilities of those subjects come from models that have not seen them, so their confidence is
 * like that in the held-out fold. No label of a fold influences the parameters of that fold directly; it influences the
 * weights of the models that tested the other folds ({@code docs/decisions/0006-calibration.md}).
 *
 * @param scaled the subjects with their calibrated probabilities
 * @param fits method and parameters for each fold
 */
public record CrossFitting(HeldOutSubjects scaled, List<Fit> fits) {

    /** The method and the parameters for one held-out fold. */
    public record Fit(int fold, ScalingMethod method, Scaling scaling) {}

    public CrossFitting {
        fits = List.copyOf(fits);
    }

    /**
     * Calibrates every fold with one method.
     *
     * @param raw that have a fitting set
     */
    public static CrossFitting with(ScalingMethod method, HeldOutSubjects raw) {
        return with(method, new FoldFits(raw));
    }

    /** The same with existing fits. */
    static CrossFitting with(ScalingMethod method, FoldFits fitted) {
        List<Fit> fits = new ArrayList<>();
        for (int fold : fitted.raw().folds()) {
            fits.add(new Fit(fold, method, fitted.fittingSet(fold).fit(method)));
        }
        return scaled(fitted.raw(), fits);
    }

    /**
     * Calibrates every fold with the method that has the lowest log loss on the other folds, when these are calibrated
     * among themselves in the same way. Of equal methods, the simpler one is selected. With two folds no selection is
     * possible, and temperature scaling is used.
     *
     * @param raw that have a fitting set
     */
    public static CrossFitting chosen(HeldOutSubjects raw) {
        return chosen(new FoldFits(raw));
    }

    /** The same with existing fits. */
    public static CrossFitting chosen(FoldFits fitted) {
        List<Fit> fits = new ArrayList<>();
        for (int fold : fitted.raw().folds()) {
            FoldFits fittingSet = fitted.fittingSet(fold);
            ScalingMethod method = best(fittingSet);
            fits.add(new Fit(fold, method, fittingSet.fit(method)));
        }
        return scaled(fitted.raw(), fits);
    }

    /**
     * The calibration for new subjects: the method with the lowest log loss when the folds are calibrated among
     * themselves, fitted on all subjects.
     *
     * @param raw at least one subject
     */
    public static Scaling ofAll(HeldOutSubjects raw) {
        FoldFits all = new FoldFits(raw);
        return all.fit(best(all));
    }

    private static ScalingMethod best(FoldFits fittingSet) {
        if (fittingSet.raw().folds().size() < 2) {
            return ScalingMethod.TEMPERATURE;
        }
        ScalingMethod best = ScalingMethod.NONE;
        double least = Double.POSITIVE_INFINITY;
        for (ScalingMethod method : ScalingMethod.values()) {
            double loss = logLoss(with(method, fittingSet).scaled());
            if (loss < least) {
                least = loss;
                best = method;
            }
        }
        return best;
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

    /** The mean log loss over subjects; NaN without a subject. */
    private static double logLoss(HeldOutSubjects subjects) {
        return IntStream.range(0, subjects.size())
                .mapToDouble(i -> ProperScore.logLoss(subjects.probabilities(i), subjects.truth(i)))
                .average()
                .orElse(Double.NaN);
    }
}
