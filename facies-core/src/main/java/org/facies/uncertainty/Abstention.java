package org.facies.uncertainty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facies.metric.Estimate;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.Share;
import org.facies.metric.SubjectResamples;

/**
 * What a model gains by not answering where its confidence is low.
 *
 * @param aurc area under the risk-coverage curve; lower is better
 * @param aurcPerfect what the same number of errors would reach if every incorrect answer were less confident than
 *     every correct one
 * @param curve accuracy by coverage, descriptive: here the threshold is read off the same subjects
 * @param targets what thresholds reach that were fitted on the other folds
 */
public record Abstention(Estimate aurc, double aurcPerfect, List<RiskCoverage.Point> curve, List<Target> targets) {
    private static final List<Double> TARGETS = List.of(0.95, 0.9, 0.8, 0.7, 0.5);
    private static final int MOST_POINTS = 200;

    /**
     * A wanted coverage.
     *
     * @param wanted share of subjects who should be answered
     * @param answered share of subjects who were answered
     * @param accuracy share of these answers that are correct
     */
    public record Target(double wanted, Estimate answered, Estimate accuracy) {}

    public Abstention {
        curve = List.copyOf(curve);
        targets = List.copyOf(targets);
    }

    /**
     * Evaluates a model.
     *
     * @param subjects that have a fitting set
     * @param resamples of the same subjects
     */
    static Abstention of(HeldOutSubjects subjects, SubjectResamples resamples) {
        RiskCoverage risk = new RiskCoverage(subjects);
        Estimate area = resamples
                .percentile(weights -> new double[] {risk.area(weights)})
                .get(0);
        return new Abstention(area, perfect(subjects), thinned(risk.curve()), targets(subjects));
    }

    private static double perfect(HeldOutSubjects subjects) {
        int n = subjects.size();
        int correct = (int) IntStream.range(0, n).filter(subjects::isCorrect).count();
        double sum = 0;
        for (int answered = correct + 1; answered <= n; answered++) {
            sum += (double) (answered - correct) / answered;
        }
        return sum / n;
    }

    private static List<Target> targets(HeldOutSubjects subjects) {
        Map<Integer, double[]> confidences = confidences(subjects);
        return TARGETS.stream()
                .map(wanted -> target(subjects, confidences, wanted))
                .toList();
    }

    /**
     * What thresholds reach that were fitted on the other folds.
     *
     * @param subjects of at least two folds
     * @param wanted share that is to be answered, in (0, 1)
     */
    public static Target target(HeldOutSubjects subjects, double wanted) {
        return target(subjects, confidences(subjects), wanted);
    }

    /** By fold: ascending confidences of those that its threshold is fitted on. */
    private static Map<Integer, double[]> confidences(HeldOutSubjects subjects) {
        Map<Integer, double[]> confidences = new LinkedHashMap<>();
        subjects.folds().forEach(fold -> confidences.put(fold, ascendingConfidence(subjects.fittingSet(fold))));
        return confidences;
    }

    /**
     * The confidence that a share of these subjects reaches.
     *
     * @param subjects at least one
     * @param wanted share that is to be answered, in (0, 1)
     */
    public static double threshold(HeldOutSubjects subjects, double wanted) {
        return threshold(ascendingConfidence(subjects), wanted);
    }

    /** @param confidences by fold: ascending confidences of those that its threshold is fitted on */
    private static Target target(HeldOutSubjects subjects, Map<Integer, double[]> confidences, double wanted) {
        int answered = 0;
        int correct = 0;
        for (int fold : confidences.keySet()) {
            double threshold = threshold(confidences.get(fold), wanted);
            for (int i : subjects.inFolds(own -> own == fold)) {
                if (subjects.confidence(i) >= threshold) {
                    answered++;
                    correct += subjects.isCorrect(i) ? 1 : 0;
                }
            }
        }
        return new Target(
                wanted,
                Share.of(answered, subjects.size(), "there is no subject"),
                Share.of(correct, answered, "no subject is answered"));
    }

    private static double[] ascendingConfidence(HeldOutSubjects subjects) {
        return IntStream.range(0, subjects.size())
                .mapToDouble(subjects::confidence)
                .sorted()
                .toArray();
    }

    private static double threshold(double[] ascending, double wanted) {
        int unanswered = (int) Math.floor((1 - wanted) * ascending.length + 1e-9);
        return ascending[Math.min(unanswered, ascending.length - 1)];
    }

    private static List<RiskCoverage.Point> thinned(List<RiskCoverage.Point> all) {
        if (all.size() <= MOST_POINTS) {
            return all;
        }
        List<RiskCoverage.Point> few = new ArrayList<>();
        for (int i = 1; i <= MOST_POINTS; i++) {
            few.add(all.get(all.size() * i / MOST_POINTS - 1));
        }
        return few;
    }
}
