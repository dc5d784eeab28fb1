package org.facies.conformal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.metric.HeldOutSubjects;

/**
 * Class-conditional (Mondrian) prediction sets, cross-conformal over folds by subject (Vovk 2015, "Cross-conformal
 * predictors"; Vovk, Gammerman and Shafer 2005, section 4.5): a class is in the set of a subject unless the subject
 * looks stranger for it than nearly all subjects of that class in the other folds, each judged by the model that was
 * not trained on it. No label of a fold decides its own sets.
 */
public final class CrossConformal {
    private final HeldOutSubjects subjects;
    private final List<Integer> folds;
    private final double[][] scores;
    private final double[][][] calibration;

    /**
     * Ranks the subjects.
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

    /** Scores of the subjects of a class for their own class. */
    private static double[] ascending(HeldOutSubjects subjects, Conformity conformity, int classIndex) {
        return IntStream.range(0, subjects.size())
                .filter(i -> subjects.truth(i) == classIndex)
                .mapToDouble(i -> conformity.score(subjects.probabilities(i), classIndex))
                .sorted()
                .toArray();
    }

    /**
     * The sets that all of these subjects calibrate together, for subjects of nobody's fold: a class is in the set
     * where its score is at most the limit.
     *
     * @param levelPercent nominal coverage, for example 90
     * @return double[classes], 1 (which no score exceeds) where a class has too few subjects to be left out ever
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
     * The sets: a class is in unless too few subjects of the class are at least as strange for it. At {@link
     * Assurance#AVERAGE} that means a p value, {@code (1 + as strange) / (1 + all)}, above {@code 1 - level}.
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

    /** The fewest subjects of a class that any fold is calibrated on. */
    public int fewestCalibrationSubjects(int classIndex) {
        return Arrays.stream(calibration)
                .mapToInt(ofFold -> ofFold[classIndex].length)
                .min()
                .orElse(0);
    }

    /** How many of the ascending values are smaller. */
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
