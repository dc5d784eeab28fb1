package org.facies.power;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.facies.metric.Estimate;
import org.facies.metric.EvaluationSettings;
import org.facies.statistic.Interval;

/**
 * All draws of one size.
 *
 * @param size subjects of the rare class
 * @param subjects of all classes
 * @param draws number of draws
 * @param scores mean over draws, and the range of the middle 95 % of single draws
 */
public record SizePoint(int size, int subjects, int draws, Scored scores) {
    /** The source of the band, in {@link Estimate#method}. */
    public static final String OVER_DRAWS = "percentiles-over-draws";

    static SizePoint of(List<String> classes, List<DrawScores> draws) {
        Map<String, Estimate> recall = new LinkedHashMap<>();
        for (int c = 0; c < classes.size(); c++) {
            int index = c;
            recall.put(classes.get(c), estimate(draws, draw -> draw.recalls().get(index)));
        }
        return new SizePoint(
                draws.get(0).draw().size(),
                draws.get(0).subjects(),
                draws.size(),
                new Scored(
                        estimate(draws, DrawScores::macroF1), estimate(draws, DrawScores::balancedAccuracy), recall));
    }

    private static Estimate estimate(List<DrawScores> draws, ToDoubleFunction<DrawScores> measure) {
        double[] values = draws.stream().mapToDouble(measure).toArray();
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        return new Estimate(mean, Interval.percentile(values, EvaluationSettings.CONFIDENCE), OVER_DRAWS, "");
    }
}
