package org.facies.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What int8 cost a model on a cohort, measured on subjects that no range was taken from.
 *
 * @param cohortSha256 of labels and photos, so that the owner of the cohort knows it again
 * @param subjects measured on
 * @param photos measured on
 * @param calibrationPhotos of other subjects, that ranges were taken from
 * @param cosine between the embeddings of float32 and int8
 * @param accuracy of diagnoses told from embeddings, by subject
 * @param macroF1 of the same
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
            throw new IllegalArgumentException("nothing was measured");
        }
    }

    /**
     * Over photos.
     *
     * @param p5 one photo in twenty is below
     */
    public record Cosine(double mean, double p5, double min) {}

    /**
     * A figure in [0, 1], and the 95 % interval of int8 minus float32; NaN where it is undefined.
     *
     * @param low of the difference
     * @param high of the difference
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
     * Photos a second.
     *
     * @param batch photos run together
     */
    public record Speed(int batch, double float32, double int8) {

        /** How many times as fast int8 is. */
        public double ratio() {
            return int8 / float32;
        }
    }

    /** Everything in a few phrases, without the cohort. */
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
