package org.facies.metric;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What always answering with the majority class would score: the metrics that a model has to beat.
 *
 * @param majorityClass the first of equals
 */
public record Baseline(
        @JsonProperty("class") String majorityClass, double accuracy, double balancedAccuracy, double macroF1) {

    /** Of the cases of one model; every model of a table was tested on the same. */
    public static Baseline of(PredictionTable table, Level level) {
        List<Prediction> any = table.of(table.models().get(0));
        return of(Case.of(level, any, table.classes()), table.classes());
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
