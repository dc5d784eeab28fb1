package org.facies.train;

/**
 * What a model says of crops.
 *
 * @param probabilities float[crops][classes], the mean over each crop and its mirror image; rows sum to 1
 * @param logProbabilities double[crops][classes], natural logarithms of these means, computed from the logits: they differ
 *     where float32 probabilities saturate at 0 or 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CropProbabilities(float[][] probabilities, double[][] logProbabilities) {

    static CropProbabilities ofSize(int crops) {
        return new CropProbabilities(new float[crops][], new double[crops][]);
    }

    /**
     * The logarithm of the mean of two softmaxes: {@code ln((softmax(a) + softmax(b)) / 2)} by log-sum-exp, in double.
     *
     * @param logits float[views][classes] as one array, two views a crop
     * @param crop whose views these are
     * @param classes how many there are
     */
    static double[] logarithmOfMean(float[] logits, int crop, int classes) {
        int first = 2 * crop * classes;
        int second = first + classes;
        double[] ofViews = {logSumExp(logits, first, classes), logSumExp(logits, second, classes)};
        double[] logarithms = new double[classes];
        for (int c = 0; c < classes; c++) {
            double a = logits[first + c] - ofViews[0];
            double b = logits[second + c] - ofViews[1];
            double larger = Math.max(a, b);
            logarithms[c] = larger + Math.log1p(Math.exp(Math.min(a, b) - larger)) - Math.log(2);
        }
        return logarithms;
    }

    private static double logSumExp(float[] logits, int from, int classes) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            highest = Math.max(highest, logits[from + c]);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += Math.exp(logits[from + c] - highest);
        }
        return highest + Math.log(sum);
    }
}
