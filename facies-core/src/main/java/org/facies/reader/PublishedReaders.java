package org.facies.reader;

import java.util.Locale;
import org.facies.statistic.ReaderVariance;

/**
 * The variability of readers in published studies of radiology, for planning without a pilot. The metric is accuracy.
 *
 * <p>The difference between the best and the worst reader is small, moderate or large after Obuchowski 2000 (AJR
 * 175:603, table 1); the standard deviation is a quarter of it. The correlation of the errors of one reader in two
 * modalities is the lowest, average or highest that Rockette et al. 1999 (Academic Radiology 6:723) measured. The
 * correlation of the errors of different readers is 0.3 in different modalities. In the same modality it is 0.325:
 * Obuchowski 1995 (Academic Radiology 2:S22) gives 0 to 0.05 more, and 0.025 is the middle. The correlation of readers'
 * true accuracies in two modalities is 0.8 (Rockette et al. 1999).
 */
public enum PublishedReaders {
    LOW(0.01, 0.59),
    MIDDLE(0.05, 0.47),
    HIGH(0.10, 0.35);

    private static final double DIFFERENT_BOTH = 0.3;
    private static final double SAME_MODALITY = 0.325;
    private static final double TRUE_ACCURACIES = 0.8;
    private static final double RANGE_IN_DEVIATIONS = 4;

    private final double range;
    private final double sameReader;

    PublishedReaders(double range, double sameReader) {
        this.range = range;
        this.sameReader = sameReader;
    }

    /** The name in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The published difference between the best and the worst reader. */
    public double range() {
        return range;
    }

    /** The correlation of the errors of one reader in two modalities. */
    public double sameReader() {
        return sameReader;
    }

    /**
     * The variance of accuracies.
     *
     * @param accuracy expected accuracy of the readers, between 0 and 1
     * @param readerRange difference between the best and the worst reader
     */
    public ReaderVariance variance(PlanQuestion question, double accuracy, double readerRange) {
        double error = accuracy * (1 - accuracy);
        double betweenReaders = Math.pow(readerRange / RANGE_IN_DEVIATIONS, 2);
        return switch (question) {
            case MEAN -> new ReaderVariance(betweenReaders, error * (1 - SAME_MODALITY), error * SAME_MODALITY, 1, 1);
            case MODEL ->
                // Of differences to a model: two readers share its error, and each reader's error is correlated with
                // it.
                new ReaderVariance(
                        betweenReaders,
                        error * (1 - SAME_MODALITY),
                        error * (SAME_MODALITY + 1 - 2 * DIFFERENT_BOTH),
                        1,
                        1);
            case AIDED ->
                new ReaderVariance(
                        betweenReaders * (1 - TRUE_ACCURACIES),
                        error * (1 - sameReader - (SAME_MODALITY - DIFFERENT_BOTH)),
                        error * (SAME_MODALITY - DIFFERENT_BOTH),
                        1,
                        2);
        };
    }
}
