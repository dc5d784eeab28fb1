package org.facies.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.statistic.LabelPermutation;

/** Balanced accuracy over subjects against that of shuffled diagnoses; the predictions stay as they are. */
public record ChanceComparison(LabelPermutation test) {
    private static final int PERMUTATIONS = 2000;

    static ChanceComparison of(List<Case> subjects, int classes, long seed) {
        int[] truth = subjects.stream().mapToInt(Case::truth).toArray();
        int[] predicted = new Sample(subjects, classes).predicted();
        long[][] counts = new long[classes][classes];
        return new ChanceComparison(LabelPermutation.of(
                truth,
                labels -> {
                    count(labels, predicted, counts);
                    return new Confusion(counts).balancedAccuracy();
                },
                PERMUTATIONS,
                seed));
    }

    private static void count(int[] labels, int[] predicted, long[][] counts) {
        for (long[] row : counts) {
            Arrays.fill(row, 0);
        }
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]][predicted[i]]++;
        }
    }

    @JsonValue
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("figure", Metric.BALANCED_ACCURACY.key());
        json.put("value", JsonNumber.orNull(test.observed()));
        json.put("mean_of_shuffles", JsonNumber.orNull(test.mean()));
        json.put("p", JsonNumber.orNull(test.p()));
        json.put("permutations", test.permutations());
        return json;
    }
}
