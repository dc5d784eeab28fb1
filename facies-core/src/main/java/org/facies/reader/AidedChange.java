package org.facies.reader;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facies.metric.Estimate;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.JudgedCase;
import org.facies.statistic.Interval;
import org.facies.statistic.JackknifeError;

/**
 * One metric of one reader without and with the model, on the same cases.
 *
 * @param difference aided minus unaided, with a Student's t interval from the jackknife over subjects within their
 *     class
 */
public record AidedChange(Estimate unaided, Estimate aided, Estimate difference) {
    private static final String METHOD = "subject-jackknife-t";

    /**
     * The difference with its interval.
     *
     * @param before the cases with the answers without the model
     * @param after the same cases in the same order, with the answers after the model's
     */
    static Estimate difference(GroupFigure figure, List<JudgedCase> before, List<JudgedCase> after, int classes) {
        double[] unaided = figure.withAndWithoutEach(before, classes);
        double[] aided = figure.withAndWithoutEach(after, classes);
        double[] withoutEach = IntStream.range(1, unaided.length)
                .mapToDouble(i -> aided[i] - unaided[i])
                .toArray();
        JackknifeError error = JackknifeError.of(withoutEach, strata(before, classes));
        double value = aided[0] - unaided[0];
        Interval interval = error.standardError() > 0
                ? Interval.student(
                        value, error.standardError(), error.degreesOfFreedom(), EvaluationSettings.CONFIDENCE)
                : Interval.UNDEFINED;
        return new Estimate(value, interval, METHOD, reason(value, interval, error));
    }

    private static String reason(double value, Interval interval, JackknifeError error) {
        if (Double.isNaN(value)) {
            return "a class has no case";
        }
        return !Double.isNaN(interval.low())
                ? ""
                : error.standardError() == 0
                        ? "leaving out any one child does not change the value"
                        : "a class has a single child";
    }

    /** The class of each subject, in order of appearance. Classes without subjects are not numbered. */
    private static int[] strata(List<JudgedCase> cases, int classes) {
        int[] number = new int[classes];
        int next = 0;
        for (int c = 0; c < classes; c++) {
            int own = c;
            number[c] = cases.stream().anyMatch(one -> one.truth() == own) ? next++ : -1;
        }
        return cases.stream()
                .map(one -> Map.entry(one.subject(), number[one.truth()]))
                .distinct()
                .mapToInt(Map.Entry::getValue)
                .toArray();
    }
}
