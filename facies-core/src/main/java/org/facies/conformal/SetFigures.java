package org.facies.conformal;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.facies.metric.Estimate;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.Share;
import org.facies.metric.SubjectResamples;
import org.facies.statistic.WeightedSum;

/**
 * What the prediction sets of one score and level are like.
 *
 * @param levelPercent nominal coverage of each class
 * @param assurance what that is promised over
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
        String assurance,
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
            Assurance assurance,
            SubjectResamples resamples) {
        int n = subjects.size();
        boolean[][] sets = conformal.sets(levelPercent, assurance);
        int[] sizes = Arrays.stream(sets).mapToInt(SetFigures::size).toArray();
        boolean[] covered = new boolean[n];
        for (int i = 0; i < n; i++) {
            covered[i] = sets[i][subjects.truth(i)];
        }
        long single = IntStream.of(sizes).filter(size -> size == 1).count();
        long singleRight =
                IntStream.range(0, n).filter(i -> sizes[i] == 1 && covered[i]).count();
        return new SetFigures(
                conformity.key(),
                levelPercent,
                assurance.key(),
                Share.of(count(covered, IntStream.range(0, n)), n, "there is no subject"),
                meanSize(sizes, resamples),
                Share.of(IntStream.of(sizes).filter(size -> size == 0).count(), n, "there is no subject"),
                Share.of(single, n, "there is no subject"),
                Share.of(singleRight, single, "no set holds a single class"),
                perClass(subjects, conformal, covered, assurance.neededSubjects(levelPercent)));
    }

    private static int size(boolean[] set) {
        int size = 0;
        for (boolean holds : set) {
            size += holds ? 1 : 0;
        }
        return size;
    }

    private static Estimate meanSize(int[] sizes, SubjectResamples resamples) {
        double[] value = {IntStream.of(sizes).average().orElse(Double.NaN)};
        return resamples
                .percentile(value, weights -> new double[] {(double) WeightedSum.of(sizes, weights) / sizes.length})
                .get(0);
    }

    private static Map<String, ClassCoverage> perClass(
            HeldOutSubjects subjects, CrossConformal conformal, boolean[] covered, int needed) {
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
