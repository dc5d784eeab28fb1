package org.facies.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.facies.metric.Estimate;
import org.facies.metric.JudgedCase;
import org.facies.metric.Level;
import org.facies.metric.ResampledFigures;
import org.facies.schema.OmitEmpty;
import org.facies.statistic.Interval;
import org.facies.statistic.ModalityComparison;
import org.facies.statistic.ObuchowskiRockette;
import org.facies.statistic.ReaderCovariance;

/**
 * Test of all readers with the model against the same readers without it, with random readers and random cases ({@link
 * ObuchowskiRockette#randomReadersRandomCases}). Error covariances come from the jackknife over subjects.
 *
 * @param figure the key of the figure of merit
 * @param unaided mean over the readers without the model
 * @param aided mean over the readers with the model
 * @param difference aided minus unaided
 * @param f the test statistic; it and p are NaN if nothing varies
 * @param degreesOfFreedom of the denominator; the numerator has 1
 * @param reason why p is undefined; empty when it is defined
 */
public record AidedTest(
        String figure,
        double unaided,
        double aided,
        Estimate difference,
        double f,
        double degreesOfFreedom,
        double p,
        @OmitEmpty String reason) {

    /** A test for every metric that the answers allow; empty for a single reader or fewer than two common cases. */
    static List<AidedTest> all(List<AidedPairs> readers, Set<String> common, ReaderCases cases) {
        if (readers.size() < 2 || common.size() < 2) {
            return List.of();
        }
        int classes = cases.classes().size();
        List<AidedTest> tests = new ArrayList<>();
        for (GroupFigure figure : List.of(GroupFigure.ACCURACY, GroupFigure.BALANCED_ACCURACY)) {
            tests.add(of(figure, readers, one -> GroupComparison.ordered(cases.judged(one), common), classes));
        }
        if (cases.level() == Level.SUBJECT && readers.stream().allMatch(AidedPairs::isWeighed)) {
            tests.add(of(
                    GroupFigure.AUC_OVR_MACRO,
                    readers,
                    one -> GroupComparison.ordered(cases.weighed(one), common),
                    classes));
        }
        return tests;
    }

    private static AidedTest of(
            GroupFigure figure, List<AidedPairs> readers, Function<Reader, List<JudgedCase>> judged, int classes) {
        double[][] figures = new double[2][readers.size()];
        double[][][] withoutEach = new double[2][readers.size()][];
        for (int j = 0; j < readers.size(); j++) {
            List<Reader> ways = List.of(readers.get(j).aided(), readers.get(j).unaided());
            for (int i = 0; i < 2; i++) {
                double[] values = figure.withAndWithoutEach(judged.apply(ways.get(i)), classes);
                figures[i][j] = values[0];
                withoutEach[i][j] = Arrays.copyOfRange(values, 1, values.length);
            }
        }
        ModalityComparison test =
                new ObuchowskiRockette(figures, ReaderCovariance.jackknife(withoutEach)).randomReadersRandomCases();
        return of(figure.key(), mean(figures[1]), mean(figures[0]), test);
    }

    private static AidedTest of(String figure, double unaided, double aided, ModalityComparison test) {
        boolean hasWidth = ResampledFigures.hasWidth(test.interval());
        String reason = hasWidth ? "" : GroupComparison.NOTHING_VARIES;
        double df = test.denominatorDegreesOfFreedom();
        return new AidedTest(
                figure,
                unaided,
                aided,
                new Estimate(
                        test.difference(),
                        hasWidth ? test.interval() : Interval.UNDEFINED,
                        GroupComparison.METHOD,
                        reason),
                test.statistic(),
                Double.isFinite(df) ? df : Double.NaN,
                test.p(),
                Double.isNaN(test.p()) ? GroupComparison.NOTHING_VARIES : "");
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
