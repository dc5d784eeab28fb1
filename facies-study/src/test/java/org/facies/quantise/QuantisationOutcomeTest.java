package org.facies.quantise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.model.MeasuredCost;
import org.facies.model.MeasuredCost.Change;
import org.facies.model.MeasuredCost.Speed;
import org.junit.jupiter.api.Test;

class QuantisationOutcomeTest {

    @Test
    void a_loss_within_chance_is_said_with_what_it_does_not_exclude() {
        assertThat(outcome(new Change(.52, .515, -.02, .01), new Speed(8, 10, 21))
                        .verdict())
                .isEqualTo("100 children show no certain loss: macro F1 changes by -0.005; a loss of up to 0.020 is"
                        + " possible. On this machine, it is 2.10 times as fast in batches of 8.");
    }

    @Test
    void a_certain_loss_is_called_a_loss() {
        assertThat(outcome(new Change(.52, .42, -.15, -.05), new Speed(8, 10, 21))
                        .verdict())
                .startsWith(
                        "int8 is less accurate on this cohort: macro F1 changes by -0.100, and the whole interval is a"
                                + " loss (at best -0.050).");
    }

    @Test
    void a_copy_that_is_not_faster_is_not_recommended() {
        assertThat(outcome(new Change(.52, .52, 0, 0), new Speed(8, 10, 10.2)).verdict())
                .endsWith("It is not faster on this machine (1.02 times), so it has no advantage here.");
    }

    @Test
    void an_undefined_figure_is_not_taken_for_no_loss() {
        assertThat(outcome(new Change(.5, Double.NaN, Double.NaN, Double.NaN), new Speed(8, 1, 2))
                        .verdict())
                .startsWith("Macro F1 is undefined on this cohort");
    }

    private static QuantisationOutcome outcome(Change macroF1, Speed speed) {
        Comparison comparison = Comparison.of(
                new PredictionTable(
                        List.of("a", "b"),
                        List.of(
                                new Prediction("m", 0, "p", "s", "a", List.of(.9, .1)),
                                new Prediction("m-int8", 0, "p", "s", "a", List.of(.8, .2)))),
                new EvaluationSettings(10, 1));
        MeasuredCost cost = new MeasuredCost(
                "0".repeat(64),
                100,
                200,
                50,
                new MeasuredCost.Cosine(.999, .998, .99),
                new Change(.8, .8, 0, 0),
                macroF1,
                List.of(new Speed(1, 10, 12), speed));
        return new QuantisationOutcome(new byte[0], cost, comparison, Optional.empty());
    }
}
