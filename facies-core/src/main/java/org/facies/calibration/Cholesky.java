package org.facies.calibration;

/** Solves small systems with a positive definite matrix (Golub and Van Loan 2013, section 4.2). */
final class Cholesky {

    private Cholesky() {}

    /**
     * Solves {@code matrix x = right}.
     *
     * @param matrix double[n][n], symmetric positive definite; only the lower triangle is read
     * @param right double[n]
     */
    static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        double[][] factor = factor(matrix);
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= factor[i][k] * x[k];
            }
            x[i] /= factor[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= factor[k][i] * x[k];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }

    private static double[][] factor(double[][] matrix) {
        int n = matrix.length;
        double[][] factor = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                if (i == j && !(sum > 0)) {
                    throw new IllegalArgumentException("the matrix is not positive definite");
                }
                factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
            }
        }
        return factor;
    }
}
