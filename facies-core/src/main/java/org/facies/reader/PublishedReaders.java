package org.facies.reader;

import java.util.Locale;
import org.facies.statistic.ReaderVariance;

/**
 * How far readers differ, by published studies of radiology, for planning without a pilot. Accuracy is the figure.
 *
 * <p>The difference between the best and the worst reader, as a small, moderate and large one: Obuchowski 2000 (AJR
 * 175:603, table 1); a quarter of it is the standard deviation. Correlation of the errors of one reader in two
 * modalities: the lowest, average and highest that Rockette and others 1999 (Academic Radiology 6:723) measured.
 * Correlation of different readers' errors: 0.3 in different modalities, and 0.325 in the same one, the middle of the 0
 * to 0.05 more that Obuchowski 1995 (Academic Radiology 2:S22) gives. Correlation of readers' true accuracies in two
 * modalities: 0.8 (Rockette and others 1999).
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

    /** In lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Published difference between the best and the worst reader. */
    public double range() {
        return range;
    }

    /** Correlation of the errors of one reader in two modalities. */
    public double sameReader() {
        return sameReader;
    }

    /**
     * The variance of accuracies.
     *
     * @param accuracy expected of the readers, between 0 and 1
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
