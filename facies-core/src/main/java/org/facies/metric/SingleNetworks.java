package org.facies.metric;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.statistic.Interval;

/**
 * Mean performance of the single networks of a study's folds on other subjects. Out of fold, a single network judges
 * each subject; the mean of several networks is usually better, on any cohort. The mean of the single networks is
 * therefore what the results out of fold are compared with. Intervals are percentiles of a bootstrap that draws the
 * subjects of each cohort by themselves, within their class; all networks judge the same draw.
 *
 * <pre>{@code
 * Estimate change = new SingleNetworks(outOfFold, members, settings).difference(Metric.MACRO_F1);
 * }</pre>
 */
public final class SingleNetworks {
    private static final List<Metric> METRICS = List.of(Metric.values());

    private final ResampledFigures before;
    private final ResampledFigures after;

    /**
     * Draws both.
     *
     * @param outOfFold of one model
     * @param members what each network says of the other subjects, at least one, of the same classes
     */
    public SingleNetworks(PredictionTable outOfFold, List<PredictionTable> members, EvaluationSettings settings) {
        this.before = drawn(List.of(outOfFold), settings);
        this.after = drawn(members, new EvaluationSettings(settings.bootstrapResamples(), settings.seed() + 1));
    }

    private static ResampledFigures drawn(List<PredictionTable> members, EvaluationSettings settings) {
        List<List<Case>> cases = members.stream()
                .map(table -> Case.of(Level.SUBJECT, table.predictions(), table.classes()))
                .toList();
        List<Sample> samples = IntStream.range(0, members.size())
                .mapToObj(m -> new Sample(cases.get(m), members.get(m).classes().size()))
                .toList();
        return SubjectResamples.of(cases.get(0), settings).figures(weights -> mean(samples, weights));
    }

    private static double[] mean(List<Sample> samples, int[] weights) {
        double[] mean = new double[METRICS.size()];
        for (Sample sample : samples) {
            Scores scores = sample.scores(weights, EnumSet.allOf(Metric.Part.class));
            for (int m = 0; m < mean.length; m++) {
                mean[m] += scores.get(METRICS.get(m)) / samples.size();
            }
        }
        return mean;
    }

    /** The mean over the networks; NaN with a reason where one of them does not define it. */
    public Estimate mean(Metric metric) {
        double value = after.values()[METRICS.indexOf(metric)];
        return Double.isNaN(value)
                ? undefined(metric.label() + " is undefined for one of the networks")
                : interval(metric, value, after.drawn()[METRICS.indexOf(metric)], 0);
    }

    /** The mean over the networks less the metric out of fold; NaN with a reason where one of them is undefined. */
    public Estimate difference(Metric metric) {
        int m = METRICS.indexOf(metric);
        double value = after.values()[m] - before.values()[m];
        double[] drawn = IntStream.range(0, after.drawn()[m].length)
                .mapToDouble(r -> after.drawn()[m][r] - before.drawn()[m][r])
                .toArray();
        return Double.isNaN(value)
                ? undefined(metric.label() + " is undefined in one of the two cohorts")
                : interval(metric, value, drawn, -1);
    }

    private static Estimate interval(Metric metric, double value, double[] drawn, double lowest) {
        Estimate percentile = ResampledFigures.percentile(value, drawn);
        return metric.figure().interval() == ScoreFigure.Interval.MIRRORED
                ? ResampledFigures.calibrationError(percentile, lowest)
                : percentile;
    }

    private static Estimate undefined(String reason) {
        return new Estimate(Double.NaN, Interval.UNDEFINED, Estimate.NONE, reason);
    }
}
