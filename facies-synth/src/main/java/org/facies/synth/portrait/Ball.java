package org.facies.synth.portrait;

/** The best-fitting sphere of an eyeball. */
record Ball(float x, float y, float z, double radius) {

    private static final int UNKNOWNS = 4;

    /**
     * Fits a sphere to the points on one side of the face by linear least squares: |p|² = 2 c·p + r² - |c|².
     *
     * @param side -1 for points with negative x, 1 for those with positive x
     */
    static Ball of(float[] points, int side) {
        double[][] equations = new double[UNKNOWNS][UNKNOWNS + 1];
        for (int i = 0; i < points.length; i += 3) {
            if (points[i] * side > 0) {
                double x = points[i];
                double y = points[i + 1];
                double z = points[i + 2];
                add(equations, new double[] {2 * x, 2 * y, 2 * z, 1, x * x + y * y + z * z});
            }
        }
        double[] solved = solve(equations);
        double radius = Math.sqrt(solved[3] + solved[0] * solved[0] + solved[1] * solved[1] + solved[2] * solved[2]);
        return new Ball((float) solved[0], (float) solved[1], (float) solved[2], radius);
    }

    private static void add(double[][] equations, double[] row) {
        for (int i = 0; i < UNKNOWNS; i++) {
            for (int j = 0; j <= UNKNOWNS; j++) {
                equations[i][j] += row[i] * row[j];
            }
        }
    }

    /** Gauss-Jordan elimination with pivots. */
    private static double[] solve(double[][] equations) {
        for (int column = 0; column < UNKNOWNS; column++) {
            int pivot = column;
            for (int row = column + 1; row < UNKNOWNS; row++) {
                pivot = Math.abs(equations[row][column]) > Math.abs(equations[pivot][column]) ? row : pivot;
            }
            double[] chosen = equations[pivot];
            equations[pivot] = equations[column];
            equations[column] = chosen;
            for (int row = 0; row < UNKNOWNS; row++) {
                double factor = row == column ? 0 : equations[row][column] / chosen[column];
                for (int j = column; j <= UNKNOWNS; j++) {
                    equations[row][j] -= factor * chosen[j];
                }
            }
        }
        double[] solved = new double[UNKNOWNS];
        for (int i = 0; i < UNKNOWNS; i++) {
            solved[i] = equations[i][UNKNOWNS] / equations[i][i];
        }
        return solved;
    }
}
