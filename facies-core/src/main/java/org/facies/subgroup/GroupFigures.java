package org.facies.subgroup;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.facies.calibration.CalibrationFigures;
import org.facies.metric.Estimate;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.SharedResamples;
import org.facies.metric.SubjectResamples;

/**
 * One group of a column. Figures of few subjects have a reason in place of a value.
 *
 * @param n subjects
 * @param accuracy share that is right
 * @param ece15 calibration error
 * @param overconfidence mean probability of the answers less accuracy: above zero, the model is too sure
 * @param perClass by class
 */
public record GroupFigures(
        String group,
        int n,
        Estimate accuracy,
        Estimate ece15,
        Estimate overconfidence,
        Map<String, ClassFigures> perClass) {

    /**
     * One class within the group.
     *
     * @param n subjects of the class
     */
    public record ClassFigures(int n, Estimate sensitivity, Estimate specificity) {}

    public GroupFigures {
        perClass = Collections.unmodifiableMap(new LinkedHashMap<>(perClass));
    }

    static GroupFigures of(String group, HeldOutSubjects subjects, Hiding hiding, SharedResamples shared) {
        Map<String, ClassFigures> perClass = new LinkedHashMap<>();
        for (int c = 0; c < subjects.classes().size(); c++) {
            perClass.put(subjects.classes().get(c), ofClass(subjects, c, hiding));
        }
        int n = subjects.size();
        if (hiding.hides(n)) {
            return new GroupFigures(group, n, hiding.hidden(), hiding.hidden(), hiding.hidden(), perClass);
        }
        SubjectResamples resamples = shared.of(subjects);
        return new GroupFigures(
                group,
                n,
                hiding.share(count(subjects, subjects::isRight), n),
                CalibrationFigures.of(subjects, resamples).ece15(),
                overconfidence(subjects, resamples),
                perClass);
    }

    private static Estimate overconfidence(HeldOutSubjects subjects, SubjectResamples resamples) {
        double[] surplus = surplus(subjects);
        double[] value = {Arrays.stream(surplus).average().orElse(Double.NaN)};
        List<Estimate> estimates = resamples.percentile(value, weights -> {
            double sum = 0;
            for (int i = 0; i < surplus.length; i++) {
                sum += weights[i] * surplus[i];
            }
            return new double[] {sum / surplus.length};
        });
        return estimates.get(0);
    }

    /** Confidence of each answer less 1 if it is right. */
    static double[] surplus(HeldOutSubjects subjects) {
        return IntStream.range(0, subjects.size())
                .mapToDouble(i -> subjects.confidence(i) - (subjects.isRight(i) ? 1 : 0))
                .toArray();
    }

    private static ClassFigures ofClass(HeldOutSubjects subjects, int c, Hiding hiding) {
        int own = count(subjects, i -> subjects.truth(i) == c);
        int found = count(subjects, i -> subjects.truth(i) == c && subjects.isRight(i));
        int cleared = count(subjects, i -> subjects.truth(i) != c && subjects.predicted(i) != c);
        return new ClassFigures(own, hiding.share(found, own), hiding.share(cleared, subjects.size() - own));
    }

    private static int count(HeldOutSubjects subjects, IntPredicate which) {
        return (int) IntStream.range(0, subjects.size()).filter(which).count();
    }
}
