package org.facies.train;

import java.util.Arrays;
import org.facies.predict.LogProbabilities;

/**
 * A model's predictions for crops.
 *
 * @param probabilities float[crops][classes], the mean over each crop and its mirror image; each row has sum 1
 * @param logProbabilities double[crops][classes], natural logarithms of these means. They are computed from the logits
 *     and remain different where float32 probabilities saturate at 0 or 1
 * @param embeddings float[crops][embedding], of the crops themselves, neither mirrored nor normalised
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CropAnswers(float[][] probabilities, double[][] logProbabilities, float[][] embeddings) {

    static CropAnswers ofSize(int crops) {
        return new CropAnswers(new float[crops][], new double[crops][], new float[crops][]);
    }

    /**
     * The logarithm of the mean of two softmaxes: {@code ln((softmax(a) + softmax(b)) / 2)} by log-sum-exp, in double.
     *
     * @param logits float[views][classes] as one array, two views for each crop
     * @param crop index of the crop
     * @param classes number of classes
     */
    static double[] logarithmOfMean(float[] logits, int crop, int classes) {
        int first = 2 * crop * classes;
        int second = first + classes;
        double[] ofCrop = LogProbabilities.ofLogits(Arrays.copyOfRange(logits, first, second));
        double[] ofMirrorImage = LogProbabilities.ofLogits(Arrays.copyOfRange(logits, second, second + classes));
        double[] logarithms = new double[classes];
        for (int c = 0; c < classes; c++) {
            double larger = Math.max(ofCrop[c], ofMirrorImage[c]);
            double smaller = Math.min(ofCrop[c], ofMirrorImage[c]);
            logarithms[c] = larger + Math.log1p(Math.exp(smaller - larger)) - Math.log(2);
        }
        return logarithms;
    }
}
