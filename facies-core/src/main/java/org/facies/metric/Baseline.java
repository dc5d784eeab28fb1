package org.facies.metric;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * Metrics of always answering with the majority class, which a model has to exceed.
 *
 * @param majorityClass the first of equals
 */
public record Baseline(
        @JsonProperty("class") String majorityClass, double accuracy, double balancedAccuracy, double macroF1) {

    /** Of the cases of one model; all models of a table were tested on the same cases. */
    public static Baseline of(PredictionTable table, Level level) {
        List<Prediction> any = table.of(table.models().get(0));
        return of(Case.of(level, any, table.classes()), table.classes());
    }

    /**
     * The baseline's value of a metric where it has one; one half for an area under a ROC curve, since the baseline
     * ranks no case above another.
     */
    public Optional<Double> value(Metric metric) {
        double value = switch (metric) {
            case ACCURACY -> accuracy;
            case BALANCED_ACCURACY, MACRO_RECALL -> balancedAccuracy;
            case MACRO_F1 -> macroF1;
            case AUC_OVR_MACRO, AUC_OVR_MACRO_WITHIN_FOLDS -> 0.5;
            default -> Double.NaN;
        };
        return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
    }

    static Baseline of(List<Case> cases, List<String> classes) {
        long[] support = new long[classes.size()];
        cases.forEach(one -> support[one.truth()]++);
        int majority = 0;
        for (int c = 1; c < support.length; c++) {
            majority = support[c] > support[majority] ? c : majority;
        }
        long[][] counts = new long[support.length][support.length];
        for (int c = 0; c < support.length; c++) {
            counts[c][majority] = support[c];
        }
        Confusion confusion = new Confusion(counts);
        double macroF1 = confusion.macro(c -> confusion.support(c) == 0 ? 0 : confusion.f1(c));
        return new Baseline(classes.get(majority), confusion.accuracy(), confusion.balancedAccuracy(), macroF1);
    }
}
