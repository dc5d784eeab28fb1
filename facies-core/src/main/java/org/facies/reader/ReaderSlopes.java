package org.facies.reader;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.facies.metric.Estimate;
import org.facies.metric.EvaluationSettings;
import org.facies.statistic.Interval;

/**
 * The change of a value with the position of a case: a least-squares slope for each reader, then the mean of the slopes
 * with a Student's t interval over readers (analysis of summary measures, Matthews et al. 1990). Readers are the unit
 * of analysis, so the answers of one reader are not treated as independent.
 */
final class ReaderSlopes {
    private static final String METHOD = "mean-of-reader-slopes-t";
    private static final int CASES = 10;
    private static final int FEWEST = 3;

    private ReaderSlopes() {}

    /** The change in accuracy over ten cases. */
    static Estimate ofAccuracy(Collection<List<Answer>> readers, ReaderCases cases) {
        return mean(slopes(readers, answer -> cases.isCorrect(answer) ? 1 : 0));
    }

    /** The relative change in time over ten cases, from the logarithm of seconds. */
    static Estimate ofSeconds(Collection<List<Answer>> readers) {
        List<List<Answer>> timed = readers.stream()
                .map(own -> own.stream()
                        .filter(answer -> answer.seconds().isPresent())
                        .toList())
                .filter(own -> own.size() >= FEWEST)
                .toList();
        Estimate logarithm =
                mean(slopes(timed, answer -> Math.log(answer.seconds().orElseThrow())));
        return new Estimate(
                Math.expm1(logarithm.value()),
                new Interval(
                        Math.expm1(logarithm.interval().low()),
                        Math.expm1(logarithm.interval().high())),
                METHOD,
                timed.isEmpty() ? "answers have no time" : logarithm.reason());
    }

    private static double[] slopes(Collection<List<Answer>> readers, ToDoubleFunction<Answer> value) {
        return readers.stream().mapToDouble(own -> slope(own, value)).toArray();
    }

    private static double slope(List<Answer> answers, ToDoubleFunction<Answer> value) {
        double[] x = answers.stream()
                .mapToDouble(answer -> answer.place().orElseThrow().position())
                .toArray();
        double[] y = answers.stream().mapToDouble(value).toArray();
        double meanX = Arrays.stream(x).average().orElse(Double.NaN);
        double meanY = Arrays.stream(y).average().orElse(Double.NaN);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - meanX) * (y[i] - meanY);
            squares += (x[i] - meanX) * (x[i] - meanX);
        }
        return CASES * products / squares;
    }

    private static Estimate mean(double[] slopes) {
        int n = slopes.length;
        double mean = Arrays.stream(slopes).average().orElse(Double.NaN);
        if (n < 2) {
            return new Estimate(mean, Interval.UNDEFINED, METHOD, "a single reader does not show how readers differ");
        }
        double variance =
                Arrays.stream(slopes).map(s -> (s - mean) * (s - mean)).sum() / (n - 1);
        return variance > 0
                ? new Estimate(
                        mean,
                        Interval.student(mean, Math.sqrt(variance / n), n - 1, EvaluationSettings.CONFIDENCE),
                        METHOD,
                        "")
                : new Estimate(mean, Interval.UNDEFINED, METHOD, "all readers have the same slope");
    }

    /** The median; NaN without a value. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length == 0
                ? Double.NaN
                : sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
