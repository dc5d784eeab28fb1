package org.facies.uncertainty;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.facies.metric.Estimate;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.Share;
import org.facies.metric.SubjectResamples;
import org.facies.statistic.WeightedSum;

/**
 * Decision curve of acting on "any syndrome" at a known share of affected children ( Vickers and Elkin
 * 2006), over subjects. The probability of all syndromes together, calibrated on the other folds, is moved from their
 * share of affected children to the prevalence by Bayes' rule (Saerens, Latinne and Decaestecker 2002, eq. 4). Net
 * benefit at a threshold t is {@code sensitivity · prevalence − (1 − specificity) · (1 − prevalence) · t / (1 − t)}.
 *
 * @param prevalence share of affected children
 * @param points by ascending threshold
 */
public record NetBenefitCurve(double prevalence, List<Point> points) {
    private static final List<String> MANTISSAS = List.of("1", "1.5", "2", "3", "5", "7");
    private static final int SMALLEST_POWER = -8;
    private static final double HIGHEST = 0.9;
    private static final double FARTHEST = 50;

    /**
     * A threshold.
     *
     * @param threshold probability at the prevalence from which a child is positive
     * @param sensitivity share of affected subjects who reach it; Wilson's interval
     * @param specificity share of unaffected subjects who do not; Wilson's interval
     * @param netBenefit in true positives per child; probabilities are not scaled again in resamples
     * @param treatAll net benefit of calling every child positive; that of calling none is 0
     */
    public record Point(
            double threshold, Estimate sensitivity, Estimate specificity, Estimate netBenefit, double treatAll) {}

    public NetBenefitCurve {
        points = List.copyOf(points);
    }

    /**
     * The curves at every prevalence of the settings.
     *
     * @param calibrated probabilities scaled out of fold, of subjects that have a fitting set and for whom screening is
     *     possible
     * @param resamples of the same subjects
     * @return empty where a fitting set has affected or unaffected subjects only
     */
    static Optional<List<NetBenefitCurve>> of(
            HeldOutSubjects calibrated, ScreeningSettings settings, SubjectResamples resamples) {
        int none = calibrated.classes().indexOf(settings.unaffected());
        boolean[] affected = new boolean[calibrated.size()];
        double[] ratio = new double[affected.length];
        for (int fold : calibrated.folds()) {
            HeldOutSubjects others = calibrated.fittingSet(fold);
            long unaffected = IntStream.range(0, others.size())
                    .filter(i -> others.truth(i) == none)
                    .count();
            if (unaffected == 0 || unaffected == others.size()) {
                return Optional.empty();
            }
            double share = 1 - (double) unaffected / others.size();
            for (int i : calibrated.inFolds(own -> own == fold)) {
                double p = OutOfFoldThreshold.score(calibrated, i, none);
                affected[i] = calibrated.truth(i) != none;
                ratio[i] = p / (1 - p) * (1 - share) / share;
            }
        }
        return Optional.of(curves(settings.prevalence(), ratio, affected, resamples));
    }

    /** @param ratio likelihood ratio of each subject's answer */
    private static List<NetBenefitCurve> curves(
            List<Double> prevalences, double[] ratio, boolean[] affected, SubjectResamples resamples) {
        List<Reached> reached = prevalences.stream()
                .map(prevalence -> new Reached(prevalence, thresholds(prevalence), ratio, affected))
                .toList();
        List<Estimate> benefits = resamples.percentile(weights -> reached.stream()
                .flatMapToDouble(one -> Arrays.stream(one.netBenefit(weights)))
                .toArray());
        List<NetBenefitCurve> curves = new ArrayList<>();
        int from = 0;
        for (Reached one : reached) {
            curves.add(one.curve(benefits.subList(from, from + one.thresholds.length)));
            from += one.thresholds.length;
        }
        return curves;
    }

    /** Round numbers from half the prevalence to fifty times it, at most 0.9. */
    static double[] thresholds(double prevalence) {
        return IntStream.range(SMALLEST_POWER, 0)
                .boxed()
                .flatMap(power -> MANTISSAS.stream().map(mantissa -> new BigDecimal(mantissa).scaleByPowerOfTen(power)))
                .mapToDouble(BigDecimal::doubleValue)
                .filter(t -> t >= prevalence / 2 && t <= Math.min(HIGHEST, FARTHEST * prevalence))
                .toArray();
    }

    /** Which thresholds of one prevalence each subject reaches. */
    private static final class Reached {
        private final double prevalence;
        private final double[] thresholds;
        private final boolean[] affected;

        /** How many thresholds each subject reaches. */
        private final int[] steps;

        Reached(double prevalence, double[] thresholds, double[] ratio, boolean[] affected) {
            this.prevalence = prevalence;
            this.thresholds = thresholds;
            this.affected = affected;
            this.steps = new int[ratio.length];
            double odds = prevalence / (1 - prevalence);
            for (int i = 0; i < steps.length; i++) {
                double moved = ratio[i] == Double.POSITIVE_INFINITY ? 1 : ratio[i] * odds / (1 + ratio[i] * odds);
                while (steps[i] < thresholds.length && moved >= thresholds[steps[i]]) {
                    steps[i]++;
                }
            }
        }

        /** long[2][thresholds + 1]: how many unaffected, and affected, subjects reach each; all of them at the end. */
        private long[][] counts(int[] weights) {
            long[][] exactly = new long[2][thresholds.length + 1];
            for (int i = 0; i < steps.length; i++) {
                exactly[affected[i] ? 1 : 0][steps[i]] += weights[i];
            }
            long[][] counts = new long[2][thresholds.length + 1];
            for (int kind = 0; kind < 2; kind++) {
                long sum = 0;
                for (int t = thresholds.length - 1; t >= 0; t--) {
                    sum += exactly[kind][t + 1];
                    counts[kind][t] = sum;
                }
                counts[kind][thresholds.length] = sum + exactly[kind][0];
            }
            return counts;
        }

        double[] netBenefit(int[] weights) {
            long[][] counts = counts(weights);
            double[] benefit = new double[thresholds.length];
            for (int t = 0; t < benefit.length; t++) {
                double sensitivity = (double) counts[1][t] / counts[1][thresholds.length];
                double alarms = (double) counts[0][t] / counts[0][thresholds.length];
                benefit[t] = sensitivity * prevalence - alarms * (1 - prevalence) * odds(thresholds[t]);
            }
            return benefit;
        }

        NetBenefitCurve curve(List<Estimate> benefits) {
            long[][] counts = counts(WeightedSum.once(steps.length));
            long unaffected = counts[0][thresholds.length];
            List<Point> points = new ArrayList<>();
            for (int t = 0; t < thresholds.length; t++) {
                points.add(new Point(
                        thresholds[t],
                        Share.of(counts[1][t], counts[1][thresholds.length], ""),
                        Share.of(unaffected - counts[0][t], unaffected, ""),
                        benefits.get(t),
                        prevalence - (1 - prevalence) * odds(thresholds[t])));
            }
            return new NetBenefitCurve(prevalence, points);
        }

        private static double odds(double probability) {
            return probability / (1 - probability);
        }
    }
}
