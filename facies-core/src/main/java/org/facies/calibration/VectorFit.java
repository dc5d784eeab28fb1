package org.facies.calibration;

import java.util.Arrays;
import java.util.List;
import org.facies.metric.HeldOutSubjects;
import org.facies.statistic.Cholesky;

/**
 * Slopes and shifts with the lowest penalised log loss (vector scaling, Guo et al. 2017). A normal prior with standard
 * deviation 1 on each parameter favours "no change". The prior determines the shift common to all classes, which the
 * softmax ignores, and it limits the scaling of classes with few subjects. The penalised loss is strictly convex;
 * Newton's method with step halving finds its minimum.
 */
final class VectorFit {
    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 50;

    /**
     * A step with a predicted relative decrease of the loss of at most half of this is the last one. It doubles the
     * number of correct digits once more. Closer to the minimum, rounding errors hide whether the loss decreases.
     */
    private static final double CLOSE = 1e-12;

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
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = Cholesky.of(at.curvature).solve(at.gradient);
            double[] stepped = moved(at.parameters, direction, 1);
            if (dot(at.gradient, direction) <= CLOSE * (1 + Math.abs(at.loss))) {
                return stepped;
            }
            Point next = new Point(stepped);
            double length = 1;
            for (int h = 0; h < MOST_HALVINGS && !(next.loss <= at.loss); h++) {
                length /= 2;
                next = new Point(moved(at.parameters, direction, length));
            }
            if (!(next.loss <= at.loss)) {
                return at.parameters;
            }
            at = next;
        }
        return at.parameters;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static double[] moved(double[] from, double[] direction, double length) {
        double[] to = from.clone();
        for (int j = 0; j < to.length; j++) {
            to[j] -= length * direction[j];
        }
        return to;
    }

    /**
     * The loss with its gradient and the lower triangle of its Hessian at a point. The slopes come before the shifts in
     * the parameters.
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
            double[] p = new double[classes];
            for (int i = 0; i < truth.length; i++) {
                add(logarithms[i], truth[i], p);
            }
        }

        /**
         * Adds one subject.
         *
         * @param x double[classes], logarithms of the subject's probabilities
         * @param p double[classes], used as a buffer
         */
        private void add(double[] x, int truth, double[] p) {
            for (int c = 0; c < classes; c++) {
                p[c] = parameters[c] * x[c] + parameters[classes + c];
            }
            double ofTruth = p[truth];
            loss += Scaling.exponentials(p) - ofTruth;
            gradient[truth] -= x[truth];
            gradient[classes + truth] -= 1;
            for (int c = 0; c < classes; c++) {
                gradient[c] += p[c] * x[c];
                gradient[classes + c] += p[c];
                addCurvature(c, p[c] * (1 - p[c]), c, x);
                for (int d = 0; d < c; d++) {
                    addCurvature(c, -p[c] * p[d], d, x);
                }
            }
        }

        /** Adds one subject's part of the Hessian for the scores of class c and class d, where d is at most c. */
        private void addCurvature(int c, double bend, int d, double[] x) {
            curvature[c][d] += bend * x[c] * x[d];
            curvature[classes + c][d] += bend * x[d];
            curvature[classes + c][classes + d] += bend;
            if (d < c) {
                curvature[classes + d][c] += bend * x[c];
            }
        }
    }
}
