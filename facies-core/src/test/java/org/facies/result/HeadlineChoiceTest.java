package org.facies.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.facies.metric.Metric;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.result.settings.SelectionMetric;
import org.junit.jupiter.api.Test;

class HeadlineChoiceTest {

    /** The first model ranks perfectly within each fold, on two scales; the second one has one scale and an error. */
    @Test
    void macro_auc_chooses_by_pairs_within_folds_because_networks_have_scales_of_their_own() {
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int fold = i / 20;
            boolean isNoonan = i % 2 == 0;
            double twoScales = (isNoonan ? 0.8 : 0.6) - 0.5 * fold;
            double oneScale = isNoonan == (i % 20 > 1) ? 0.8 : 0.2;
            predictions.add(prediction("two-scales", i, fold, isNoonan, twoScales));
            predictions.add(prediction("one-scale", i, fold, isNoonan, oneScale));
        }
        PredictionTable table = new PredictionTable(List.of("noonan", "none"), predictions);

        assertThat(SelectionMetric.MACRO_AUC.metric()).isEqualTo(Metric.AUC_OVR_MACRO_WITHIN_FOLDS);
        assertThat(new HeadlineChoice(SelectionMetric.MACRO_AUC, true).best(table))
                .isEqualTo("two-scales");
        assertThat(new HeadlineChoice(SelectionMetric.ACCURACY, true).best(table))
                .isEqualTo("one-scale");
        assertThat(new HeadlineChoice(SelectionMetric.LOG_LOSS, true).best(table))
                .isEqualTo("one-scale");
    }

    private static Prediction prediction(String model, int i, int fold, boolean isNoonan, double p) {
        return new Prediction(model, fold, "p" + i, "s" + i, isNoonan ? "noonan" : "none", List.of(p, 1 - p));
    }
}
