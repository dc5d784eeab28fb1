package org.facies.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The effect of int8 on a model, measured on a cohort. The subjects are different from those used for calibration.
 *
 * @param cohortSha256 hash of labels and photos, by which the owner can identify the cohort
 * @param subjects number of subjects
 * @param photos number of photos
 * @param calibrationPhotos number of photos of other subjects, used for the ranges
 * @param cosine between the embeddings of float32 and int8
 * @param accuracy of diagnoses predicted from embeddings, by subject
 * @param macroF1 of the same predictions
 * @param speed for each batch size
 */
public record MeasuredCost(
        String cohortSha256,
        int subjects,
        int photos,
        int calibrationPhotos,
        Cosine cosine,
        Change accuracy,
        Change macroF1,
        List<Speed> speed) {

    public MeasuredCost {
        speed = List.copyOf(speed);
        if (subjects < 1 || photos < 1 || speed.isEmpty()) {
            throw new IllegalArgumentException("no measurements");
        }
    }

    /**
     * Cosine similarities over photos.
     *
     * @param p5 the fifth percentile
     */
    public record Cosine(double mean, double p5, double min) {}

    /**
     * A metric in [0, 1], and the 95 % interval of int8 minus float32; NaN if it is undefined.
     *
     * @param low lower end of the interval of the difference
     * @param high upper end of the interval of the difference
     */
    public record Change(double float32, double int8, double low, double high) {

        /** int8 minus float32. */
        public double difference() {
            return int8 - float32;
        }

        String phrase() {
            if (Double.isNaN(difference())) {
                return "undefined";
            }
            String interval = Double.isNaN(low)
                    ? "no interval"
                    : String.format(Locale.ROOT, "95 %% interval %+.3f to %+.3f", low, high);
            return String.format(Locale.ROOT, "%.3f to %.3f (%+.3f, %s)", float32, int8, difference(), interval);
        }
    }

    /**
     * Photos per second.
     *
     * @param batch number of photos in one run
     */
    public record Speed(int batch, double float32, double int8) {

        /** The speed of int8 divided by that of float32. */
        public double ratio() {
            return int8 / float32;
        }
    }

    /** All results in a few phrases, without the cohort. */
    public String phrase() {
        String times = speed.stream()
                .map(one -> String.format(Locale.ROOT, "%.2f in batches of %d", one.ratio(), one.batch()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "accuracy %s, macro F1 %s, cosine %.4f on average and %.4f at least, speed × %s; %d subjects, %d"
                        + " photos",
                accuracy.phrase(),
                macroF1.phrase(),
                cosine.mean(),
                cosine.min(),
                times,
                subjects,
                photos);
    }
}
