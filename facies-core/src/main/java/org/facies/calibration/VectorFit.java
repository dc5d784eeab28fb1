package org.facies.calibration;

import java.util.Arrays;
import java.util.List;
import org.facies.metric.HeldOutSubjects;
import org.facies.statistic.Cholesky;

/**
 * Slopes and shifts of least log loss (vector scaling, Guo et al. 2017), drawn towards "no change" by a normal prior of
 * standard deviation 1 on each. The prior settles what the softmax leaves open (a shift common to all classes) and keeps
 * a class of a few subjects from being scaled on chance. The penalised loss is strictly convex; Newton's steps with
 * halving find its minimum.
 */
final class VectorFit {
    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 50;
    private static final double FLAT = 1e-10;

    private final double[][] logarithms;
    private final int[] truth;
    private final int classes;

    private VectorFit(HeldOutSubjects subjects) {
        this.classes = subjects.classes().size();
        this.truth = subjects.truths();
        this.logarithms = new double[subjects.size()][];
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] = Scaling.logarithms(subjects.probabilities(i));
        }
    }

    static Scaling of(HeldOutSubjects subjects) {
        VectorFit fit = new VectorFit(subjects);
        double[] found = fit.minimum();
        List<Double> all = Arrays.stream(found).boxed().toList();
        return new Scaling.Vector(all.subList(0, fit.classes), all.subList(fit.classes, 2 * fit.classes));
    }

    private double[] start() {
        double[] unchanged = new double[2 * classes];
        Arrays.fill(unchanged, 0, classes, 1);
        return unchanged;
    }

    private double[] minimum() {
        double[] at = start();
        double loss = loss(at);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = new double[at.length];
            double[][] curvature = new double[at.length][at.length];
            differentiate(at, gradient, curvature);
            if (Arrays.stream(gradient).map(Math::abs).max().orElse(0) < FLAT * (1 + truth.length)) {
                return at;
            }
            double[] direction = Cholesky.of(curvature).solve(gradient);
            double length = 1;
            double[] next = moved(at, direction, length);
            double nextLoss = loss(next);
            for (int h = 0; h < MOST_HALVINGS && !(nextLoss <= loss); h++) {
                length /= 2;
                next = moved(at, direction, length);
                nextLoss = loss(next);
            }
            if (!(nextLoss <= loss) || Arrays.equals(next, at)) {
                return at;
            }
            loss = nextLoss;
            at = next;
        }
        return at;
    }

    private static double[] moved(double[] from, double[] direction, double length) {
        double[] to = from.clone();
        for (int j = 0; j < to.length; j++) {
            to[j] -= length * direction[j];
        }
        return to;
    }

    private double[] scores(double[] at, int subject) {
        double[] scores = new double[classes];
        for (int c = 0; c < classes; c++) {
            scores[c] = at[c] * logarithms[subject][c] + at[classes + c];
        }
        return scores;
    }

    private double loss(double[] at) {
        double[] unchanged = start();
        double loss = 0;
        for (int j = 0; j < at.length; j++) {
            loss += (at[j] - unchanged[j]) * (at[j] - unchanged[j]) / 2;
        }
        for (int i = 0; i < truth.length; i++) {
            double[] scores = scores(at, i);
            loss += Scaling.logSumOfExponentials(scores) - scores[truth[i]];
        }
        return loss;
    }

    /** Gradient and Hessian: parameter j acts on the score of class j mod classes, by its logarithm or by 1 (its lever). */
    private void differentiate(double[] at, double[] gradient, double[][] curvature) {
        double[] unchanged = start();
        for (int j = 0; j < at.length; j++) {
            gradient[j] = at[j] - unchanged[j];
            curvature[j][j] = 1;
        }
        double[] levers = new double[at.length];
        Arrays.fill(levers, classes, at.length, 1);
        for (int i = 0; i < truth.length; i++) {
            System.arraycopy(logarithms[i], 0, levers, 0, classes);
            double[] p = Scaling.softmax(scores(at, i));
            for (int j = 0; j < at.length; j++) {
                int c = j % classes;
                gradient[j] += levers[j] * (p[c] - (truth[i] == c ? 1 : 0));
                addRow(curvature[j], j, p, levers);
            }
        }
    }

    /** The lower triangle's row j. */
    private void addRow(double[] row, int j, double[] p, double[] levers) {
        int c = j % classes;
        double share = levers[j] * p[c];
        for (int k = 0; k <= j; k++) {
            int d = k < classes ? k : k - classes;
            row[k] += share * levers[k] * ((c == d ? 1 : 0) - p[d]);
        }
    }
}
