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
        Point at = new Point(start());
        for (int step = 0; step < MOST_STEPS && !at.isFlat(); step++) {
            double[] direction = Cholesky.of(at.curvature).solve(at.gradient);
            double length = 1;
            Point next = new Point(moved(at.parameters, direction, length));
            for (int h = 0; h < MOST_HALVINGS && !(next.loss <= at.loss); h++) {
                length /= 2;
                next = new Point(moved(at.parameters, direction, length));
            }
            if (!(next.loss <= at.loss) || Arrays.equals(next.parameters, at.parameters)) {
                return at.parameters;
            }
            at = next;
        }
        return at.parameters;
    }

    private static double[] moved(double[] from, double[] direction, double length) {
        double[] to = from.clone();
        for (int j = 0; j < to.length; j++) {
            to[j] -= length * direction[j];
        }
        return to;
    }

    /**
     * The loss with its gradient and Hessian (the lower triangle) at some parameters, of which all but the first step's are
     * needed. Parameter j acts on the score of class j mod classes, by its logarithm or by 1 (its lever).
     */
    private final class Point {
        private final double[] parameters;
        private final double[] gradient;
        private final double[][] curvature;
        private double loss;

        Point(double[] parameters) {
            this.parameters = parameters;
            this.gradient = new double[parameters.length];
            this.curvature = new double[parameters.length][parameters.length];
            double[] unchanged = start();
            for (int j = 0; j < parameters.length; j++) {
                gradient[j] = parameters[j] - unchanged[j];
                curvature[j][j] = 1;
                loss += gradient[j] * gradient[j] / 2;
            }
            double[] levers = new double[parameters.length];
            Arrays.fill(levers, classes, parameters.length, 1);
            double[] p = new double[classes];
            for (int i = 0; i < truth.length; i++) {
                System.arraycopy(logarithms[i], 0, levers, 0, classes);
                for (int c = 0; c < classes; c++) {
                    p[c] = parameters[c] * levers[c] + parameters[classes + c];
                }
                double ofTruth = p[truth[i]];
                loss += Scaling.exponentials(p) - ofTruth;
                for (int j = 0; j < parameters.length; j++) {
                    int c = j < classes ? j : j - classes;
                    gradient[j] += levers[j] * (p[c] - (truth[i] == c ? 1 : 0));
                    addRow(j, c, p, levers);
                }
            }
        }

        private void addRow(int j, int c, double[] p, double[] levers) {
            double[] row = curvature[j];
            double share = levers[j] * p[c];
            for (int k = 0; k <= j; k++) {
                int d = k < classes ? k : k - classes;
                row[k] += share * levers[k] * ((c == d ? 1 : 0) - p[d]);
            }
        }

        boolean isFlat() {
            return Arrays.stream(gradient).map(Math::abs).max().orElse(0) < FLAT * (1 + truth.length);
        }
    }
}
