package org.facies.calibration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.facies.metric.Estimate;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.ResampledFigures;
import org.facies.statistic.Interval;
import org.facies.statistic.LogisticCalibration;

/**
 * Intercept and slope of the calibration of one class against all others, over subjects, before calibration (Van
 * Calster et al. 2019).
 *
 * @param intercept calibration in the large, with the slope fixed at 1: 0 is perfect, below 0 the probabilities are
 *     too high
 * @param slope 1 is perfect, below 1 the probabilities are too extreme
 */
public record ClassCalibration(Estimate intercept, Estimate slope) {
    /** Name of the interval: normal, with the standard error of the maximum likelihood estimate. */
    public static final String WALD = "wald";

    /**
     * Computes intercept and slope of every class.
     *
     * @return by class, in class order
     */
    public static Map<String, ClassCalibration> of(HeldOutSubjects subjects) {
        Map<String, ClassCalibration> byClass = new LinkedHashMap<>();
        for (int c = 0; c < subjects.classes().size(); c++) {
            byClass.put(subjects.classes().get(c), of(subjects, c));
        }
        return Collections.unmodifiableMap(byClass);
    }

    private static ClassCalibration of(HeldOutSubjects subjects, int c) {
        double[] logOdds = new double[subjects.size()];
        boolean[] positive = new boolean[logOdds.length];
        int own = 0;
        for (int i = 0; i < logOdds.length; i++) {
            double p = Math.max(Scaling.SMALLEST, Math.min(1 - Scaling.SMALLEST, subjects.probability(i, c)));
            logOdds[i] = Math.log(p / (1 - p));
            positive[i] = subjects.truth(i) == c;
            own += positive[i] ? 1 : 0;
        }
        String name = subjects.classes().get(c);
        if (own == 0 || own == positive.length) {
            String reason = (own == 0 ? "no subject is of class " : "all subjects are of class ") + name;
            return new ClassCalibration(undefined(reason), undefined(reason));
        }
        return new ClassCalibration(
                estimate(LogisticCalibration.intercept(logOdds, positive)),
                estimate(LogisticCalibration.slope(logOdds, positive)));
    }

    private static Estimate estimate(LogisticCalibration fit) {
        Interval interval = fit.interval(EvaluationSettings.CONFIDENCE);
        return ResampledFigures.hasWidth(interval)
                ? new Estimate(fit.value(), interval, WALD, "")
                : undefined("the probabilities separate the class from all others completely, or are all the same");
    }

    private static Estimate undefined(String reason) {
        return new Estimate(Double.NaN, Interval.UNDEFINED, WALD, reason);
    }
}
