package org.facies.conformal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.facies.metric.Estimate;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.Share;
import org.facies.metric.SubjectResamples;

/**
 * What the prediction sets of one score and level are like.
 *
 * @param levelPercent nominal coverage of each class
 * @param coverage share of subjects whose set holds the truth
 * @param meanSize classes in a set, on average
 * @param empty share of subjects that no class fits
 * @param single share of subjects with one class in the set
 * @param singleRight share of those whose one class is the truth
 * @param perClass coverage of the subjects of each class
 */
public record SetFigures(
        String conformity,
        int levelPercent,
        Estimate coverage,
        Estimate meanSize,
        Estimate empty,
        Estimate single,
        Estimate singleRight,
        Map<String, ClassCoverage> perClass) {

    /**
     * One class.
     *
     * @param subjects of the class
     * @param calibrated the fewest that any fold was calibrated on
     * @param needed with fewer, no set can leave the class out, and coverage is 1 by default
     * @param enough whether there are as many as needed
     */
    public record ClassCoverage(long subjects, int calibrated, int needed, boolean enough, Estimate coverage) {}

    public SetFigures {
        perClass = Collections.unmodifiableMap(new LinkedHashMap<>(perClass));
    }

    static SetFigures of(
            HeldOutSubjects subjects,
            CrossConformal conformal,
            Conformity conformity,
            int levelPercent,
            SubjectResamples resamples) {
        int n = subjects.size();
        int[] sizes =
                IntStream.range(0, n).map(i -> conformal.size(i, levelPercent)).toArray();
        boolean[] covered = new boolean[n];
        for (int i = 0; i < n; i++) {
            covered[i] = conformal.holds(i, subjects.truth(i), levelPercent);
        }
        long single = IntStream.of(sizes).filter(size -> size == 1).count();
        long singleRight =
                IntStream.range(0, n).filter(i -> sizes[i] == 1 && covered[i]).count();
        return new SetFigures(
                conformity.key(),
                levelPercent,
                Share.of(count(covered, IntStream.range(0, n)), n, "there is no subject"),
                meanSize(sizes, resamples),
                Share.of(IntStream.of(sizes).filter(size -> size == 0).count(), n, "there is no subject"),
                Share.of(single, n, "there is no subject"),
                Share.of(singleRight, single, "no set holds a single class"),
                perClass(subjects, conformal, covered, levelPercent));
    }

    private static Estimate meanSize(int[] sizes, SubjectResamples resamples) {
        double[] value = {IntStream.of(sizes).average().orElse(Double.NaN)};
        return resamples
                .percentile(value, weights -> {
                    long sum = 0;
                    for (int i = 0; i < sizes.length; i++) {
                        sum += (long) weights[i] * sizes[i];
                    }
                    return new double[] {(double) sum / sizes.length};
                })
                .get(0);
    }

    private static Map<String, ClassCoverage> perClass(
            HeldOutSubjects subjects, CrossConformal conformal, boolean[] covered, int levelPercent) {
        int needed = CrossConformal.neededSubjects(levelPercent);
        Map<String, ClassCoverage> perClass = new LinkedHashMap<>();
        for (int c = 0; c < subjects.classes().size(); c++) {
            int wanted = c;
            int[] own = IntStream.range(0, subjects.size())
                    .filter(i -> subjects.truth(i) == wanted)
                    .toArray();
            String name = subjects.classes().get(c);
            int calibrated = conformal.fewestCalibrationSubjects(c);
            Estimate coverage =
                    Share.of(count(covered, IntStream.of(own)), own.length, "no subject is of class " + name);
            perClass.put(name, new ClassCoverage(own.length, calibrated, needed, calibrated >= needed, coverage));
        }
        return perClass;
    }

    private static long count(boolean[] flags, IntStream positions) {
        return positions.filter(i -> flags[i]).count();
    }
}
