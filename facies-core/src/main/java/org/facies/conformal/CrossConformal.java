package org.facies.conformal;

import java.util.Arrays;
import java.util.List;
import org.facies.metric.HeldOutSubjects;

/**
 * Class-conditional (Mondrian) prediction sets, cross-conformal over folds by subject (Vovk 2015, "Cross-conformal
 * predictors"; Vovk, Gammerman and Shafer 2005, section 4.5): a class is in the set of a subject unless the subject looks
 * stranger for it than nearly all subjects of that class in the other folds, each judged by the model that was not
 * trained on it. No label of a fold decides its own sets.
 */
public final class CrossConformal {
    private final HeldOutSubjects subjects;
    private final List<Integer> folds;
    private final double[][] scores;
    private final double[][][] calibration;

    /**
     * Ranks the subjects.
     *
     * @param subjects of at least two folds
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
            int heldOut = folds.get(f);
            int[] others = subjects.inFolds(fold -> fold != heldOut);
            for (int c = 0; c < calibration[f].length; c++) {
                int wanted = c;
                calibration[f][c] = Arrays.stream(others)
                        .filter(i -> subjects.truth(i) == wanted)
                        .mapToDouble(i -> scores[i][wanted])
                        .sorted()
                        .toArray();
            }
        }
    }

    /**
     * Whether a class is in the set of a subject: its p value, {@code (1 + subjects of the class at least as strange) / (1
     * + subjects of the class)}, is above {@code 1 - level}.
     *
     * @param levelPercent nominal coverage, for example 90
     */
    public boolean holds(int subject, int classIndex, int levelPercent) {
        double[] ranked = calibration[folds.indexOf(subjects.fold(subject))][classIndex];
        long atLeastAsStrange = (long) ranked.length - below(ranked, scores[subject][classIndex]);
        return (1 + atLeastAsStrange) * 100 > (100L - levelPercent) * (1L + ranked.length);
    }

    /** The number of classes in the set of a subject. */
    public int size(int subject, int levelPercent) {
        int size = 0;
        for (int c = 0; c < subjects.classes().size(); c++) {
            size += holds(subject, c, levelPercent) ? 1 : 0;
        }
        return size;
    }

    /** The fewest subjects of a class that any fold is calibrated on. */
    public int fewestCalibrationSubjects(int classIndex) {
        return Arrays.stream(calibration)
                .mapToInt(ofFold -> ofFold[classIndex].length)
                .min()
                .orElse(0);
    }

    /** With fewer subjects of a class than this no set can leave the class out. */
    public static int neededSubjects(int levelPercent) {
        int tail = 100 - levelPercent;
        return (100 + tail - 1) / tail - 1;
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
