package org.facies.conformal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.facies.metric.Estimate;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.Share;
import org.facies.statistic.WeightedSum;

/** The prediction sets of one score, level and guarantee. */
final class PredictionSets {
    private static final String NO_SUBJECT = "there is no subject";

    private final HeldOutSubjects subjects;
    private final CrossConformal conformal;
    private final Conformity conformity;
    private final int levelPercent;
    private final Assurance assurance;
    private final int[] sizes;
    private final boolean[] covered;

    /** Computes the sets. */
    PredictionSets(
            HeldOutSubjects subjects,
            CrossConformal conformal,
            Conformity conformity,
            int levelPercent,
            Assurance assurance) {
        this.subjects = subjects;
        this.conformal = conformal;
        this.conformity = conformity;
        this.levelPercent = levelPercent;
        this.assurance = assurance;
        this.sizes = new int[subjects.size()];
        this.covered = new boolean[sizes.length];
        boolean[][] sets = conformal.sets(levelPercent, assurance);
        for (int i = 0; i < sizes.length; i++) {
            for (boolean holds : sets[i]) {
                sizes[i] += holds ? 1 : 0;
            }
            covered[i] = sets[i][subjects.truth(i)];
        }
    }

    /**
     * The mean number of classes in a set, with each subject counted by its weight; NaN without a subject.
     *
     * @param weights int[subjects], with the number of subjects as their sum
     */
    double meanSize(int[] weights) {
        return (double) WeightedSum.of(sizes, weights) / sizes.length;
    }

    /** Coverage and size of the sets. */
    SetFigures figures(Estimate meanSize) {
        int n = sizes.length;
        long single = IntStream.of(sizes).filter(size -> size == 1).count();
        long singleRight =
                IntStream.range(0, n).filter(i -> sizes[i] == 1 && covered[i]).count();
        return new SetFigures(
                conformity,
                levelPercent,
                assurance,
                Share.of(count(IntStream.range(0, n)), n, NO_SUBJECT),
                meanSize,
                Share.of(Arrays.stream(sizes).filter(size -> size == 0).count(), n, NO_SUBJECT),
                Share.of(single, n, NO_SUBJECT),
                Share.of(singleRight, single, "no set contains exactly one class"),
                perClass(assurance.neededSubjects(levelPercent)));
    }

    private Map<String, SetFigures.ClassCoverage> perClass(int needed) {
        Map<String, SetFigures.ClassCoverage> perClass = new LinkedHashMap<>();
        for (int c = 0; c < subjects.classes().size(); c++) {
            int wanted = c;
            int[] own = IntStream.range(0, subjects.size())
                    .filter(i -> subjects.truth(i) == wanted)
                    .toArray();
            String name = subjects.classes().get(c);
            int calibrated = conformal.fewestCalibrationSubjects(c);
            Estimate coverage = Share.of(count(IntStream.of(own)), own.length, "no subject is of class " + name);
            perClass.put(
                    name, new SetFigures.ClassCoverage(own.length, calibrated, needed, calibrated >= needed, coverage));
        }
        return perClass;
    }

    private long count(IntStream positions) {
        return positions.filter(i -> covered[i]).count();
    }
}
