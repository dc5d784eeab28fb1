package org.facies.statistic;

/**
 * Makes a covariance of few examples invertible by raising its variances: the ridge of regularised discriminant
 * analysis (Friedman 1989, eq. 18, without reducing the rest, which only changes the scale).
 *
 * @param share of the mean variance that is added to every variance
 * @param least what is added at least, so that features without any variance do no harm
 */
public record Shrinkage(double share, double least) {

    /**
     * Raises the variances.
     *
     * @param covariance double[d][], of which the lower triangle is used; its diagonal is changed in place
     * @return the same array
     */
    public double[][] of(double[][] covariance) {
        int d = covariance.length;
        double trace = 0;
        for (int j = 0; j < d; j++) {
            trace += covariance[j][j];
        }
        for (int j = 0; j < d; j++) {
            covariance[j][j] += Math.max(share * trace / d, least);
        }
        return covariance;
    }
}
