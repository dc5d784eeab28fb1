package org.facies.conformal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.metric.HeldOutSubjects;

/**
 * Class-conditional (Mondrian) prediction sets, cross-conformal over folds by subject (Vovk 2015, "Cross-conformal
 * predictors"; Vovk, Gammerman and Shafer 2005, section 4.5). The set of a subject contains a class unless the subject
 * fits it worse than nearly all subjects of that class in the other folds, each scored by a model that has not seen it.
 * No label of a fold influences the sets of that fold.
 */
public final class CrossConformal {
    private final HeldOutSubjects subjects;
    private final List<Integer> folds;
    private final double[][] scores;
    private final double[][][] calibration;

    /**
     * Computes and sorts the scores.
     *
     * @param subjects that have a fitting set
     */
    public CrossConformal(HeldOutSubjects subjects, Conformity conformity) {
        this.subjects = subjects;
        this.folds = subjects.folds();
        this.scores = new double[subjects.size()][];
        for (int i = 0; i < scores.length; i++) {
            double[] p = subjects.probabilities(i);
            scores[i] = new double[p.length];
            for (int c = 0; c < p.length; c++) {
                scores[i][c] = conformity.score(p, c);
            }
        }
        this.calibration = new double[folds.size()][subjects.classes().size()][];
        for (int f = 0; f < folds.size(); f++) {
            HeldOutSubjects fittingSet = subjects.fittingSet(folds.get(f));
            for (int c = 0; c < calibration[f].length; c++) {
                calibration[f][c] = ascending(fittingSet, conformity, c);
            }
        }
    }

    /** The scores of the subjects of a class for that class, in ascending order. */
    private static double[] ascending(HeldOutSubjects subjects, Conformity conformity, int classIndex) {
        return IntStream.range(0, subjects.size())
                .filter(i -> subjects.truth(i) == classIndex)
                .mapToDouble(i -> conformity.score(subjects.probabilities(i), classIndex))
                .sorted()
                .toArray();
    }

    /**
     * Limits of the scores, calibrated on all of these subjects together, for new subjects. A set contains a class if
     * its score is at most the limit.
     *
     * @param levelPercent nominal coverage, for example 90
     * @return double[classes]; 1, which no score exceeds, for a class with too few subjects to be excluded
     */
    public static double[] limits(
            HeldOutSubjects subjects, Conformity conformity, int levelPercent, Assurance assurance) {
        double[] limits = new double[subjects.classes().size()];
        for (int c = 0; c < limits.length; c++) {
            double[] ranked = ascending(subjects, conformity, c);
            int beyond = assurance.beyond(ranked.length, levelPercent);
            limits[c] = beyond == 0 ? 1 : ranked[ranked.length - beyond];
        }
        return limits;
    }

    /**
     * Computes the sets. A set contains a class unless too few subjects of the class have a score at least as high. At
     * {@link Assurance#AVERAGE}, this is a p value, {@code (1 + at least as high) / (1 + all)}, above {@code 1 -
     * level}.
     *
     * @param levelPercent nominal coverage, for example 90
     * @return boolean[subjects][classes]
     */
    public boolean[][] sets(int levelPercent, Assurance assurance) {
        boolean[][] sets = new boolean[subjects.size()][subjects.classes().size()];
        for (int f = 0; f < folds.size(); f++) {
            int heldOut = folds.get(f);
            int[] own = subjects.inFolds(fold -> fold == heldOut);
            for (int c = 0; c < calibration[f].length; c++) {
                double[] ranked = calibration[f][c];
                int beyond = assurance.beyond(ranked.length, levelPercent);
                for (int i : own) {
                    sets[i][c] = ranked.length - below(ranked, scores[i][c]) >= beyond;
                }
            }
        }
        return sets;
    }

    /** The smallest number of calibration subjects of a class over all folds. */
    public int fewestCalibrationSubjects(int classIndex) {
        return Arrays.stream(calibration)
                .mapToInt(ofFold -> ofFold[classIndex].length)
                .min()
                .orElse(0);
    }

    /** The number of smaller values. */
    private static int below(double[] ascending, double value) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
