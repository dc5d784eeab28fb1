package org.facies.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.ProperScore;

/**
 * Scales the subjects of each fold with parameters that were fitted, and a method that was chosen, on the subjects of
 * the other folds. Those subjects' probabilities come from models that were not trained on them, so they show the
 * confidence that the held-out fold will meet. No label of a fold reaches its own parameters; what it does reach is the
 * weights of the models that judged the other folds ({@code docs/decisions/0006-calibration.md}).
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
     * @param raw that have a fitting set
     */
    public static CrossFitting with(ScalingMethod method, HeldOutSubjects raw) {
        return with(method, new FoldFits(raw));
    }

    /** The same, with what was fitted already. */
    static CrossFitting with(ScalingMethod method, FoldFits fitted) {
        List<Fit> fits = new ArrayList<>();
        for (int fold : fitted.raw().folds()) {
            fits.add(new Fit(fold, method, fitted.fittingSet(fold).fit(method)));
        }
        return scaled(fitted.raw(), fits);
    }

    /**
     * Scales every fold with the method that does best on the other folds: of least log loss when those are scaled
     * among themselves in the same way; the simpler of equals. With two folds there is nothing to choose by, and the
     * temperature is taken.
     *
     * @param raw that have a fitting set
     */
    public static CrossFitting chosen(HeldOutSubjects raw) {
        return chosen(new FoldFits(raw));
    }

    /** The same, with what was fitted already. */
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
     * What all subjects teach together, for subjects of nobody's fold: the method that does best when their folds are
     * scaled among themselves, fitted on all of them.
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

    /** The mean log loss of subjects; NaN for none. */
    private static double logLoss(HeldOutSubjects subjects) {
        return IntStream.range(0, subjects.size())
                .mapToDouble(i -> ProperScore.logLoss(subjects.probabilities(i), subjects.truth(i)))
                .average()
                .orElse(Double.NaN);
    }
}
