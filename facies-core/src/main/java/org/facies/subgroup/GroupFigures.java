package org.facies.subgroup;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.facies.metric.Estimate;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.ResampledFigures;
import org.facies.metric.SharedResamples;

/**
 * The metrics of one group of a column. A metric of too few subjects has a reason instead of a value.
 *
 * @param n number of subjects
 * @param accuracy proportion of correct answers
 * @param ece15 calibration error
 * @param overconfidence mean probability of the answers minus accuracy; above 0, the model is overconfident
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
     * @param n number of subjects of the class
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
        List<Estimate> errors = shared.of(subjects).percentile(subjects.topLabelCalibration()::errors);
        return new GroupFigures(
                group,
                n,
                hiding.share(count(subjects, subjects::isCorrect), n),
                ResampledFigures.calibrationError(errors.get(0), 0),
                errors.get(1),
                perClass);
    }

    private static ClassFigures ofClass(HeldOutSubjects subjects, int c, Hiding hiding) {
        int own = count(subjects, i -> subjects.truth(i) == c);
        int found = count(subjects, i -> subjects.truth(i) == c && subjects.isCorrect(i));
        int cleared = count(subjects, i -> subjects.truth(i) != c && subjects.predicted(i) != c);
        return new ClassFigures(own, hiding.share(found, own), hiding.share(cleared, subjects.size() - own));
    }

    private static int count(HeldOutSubjects subjects, IntPredicate which) {
        return (int) IntStream.range(0, subjects.size()).filter(which).count();
    }
}
