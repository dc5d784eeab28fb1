package org.facies.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.assertj.core.data.Offset;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Golden;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.SharedResamples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against scipy and scikit-learn ({@code golden/uncertainty.py}), whose minimisers stop at about 1e-8. */
class CalibrationGoldenTest {
    private static final Offset<Double> OPTIMISED = within(1e-6);

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void scaled_probabilities_agree_with_scipy(String model) {
        HeldOutSubjects raw = HeldOutSubjects.of(Golden.predictions(), model);
        JsonNode golden = Golden.valuesOf("uncertainty.json").path(model);

        CalibrationEvaluation evaluation =
                CalibrationEvaluation.of(raw, new SharedResamples(new EvaluationSettings(20, 1), 1));

        requireEqual(evaluation.before(), golden.path("before"), within(1e-12));
        requireEqual(evaluation.temperature(), golden.path("temperature"), OPTIMISED);
        requireEqual(evaluation.vector(), golden.path("vector"), OPTIMISED);
        requireEqual(evaluation.after(), golden.path("after"), OPTIMISED);
        assertThat(evaluation.fits())
                .extracting(fit -> fit.method().key())
                .containsExactly(texts(golden.path("chosen")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void parameters_agree_with_scipy(String model) {
        HeldOutSubjects raw = HeldOutSubjects.of(Golden.predictions(), model);
        JsonNode golden = Golden.valuesOf("uncertainty.json").path(model);

        for (CrossFitting.Fit fit :
                CrossFitting.with(ScalingMethod.TEMPERATURE, raw).fits()) {
            double temperature = ((Scaling.Temperature) fit.scaling()).temperature();
            assertThat(temperature)
                    .isCloseTo(golden.path("temperatures").path(fit.fold()).asDouble(), OPTIMISED);
        }
        for (CrossFitting.Fit fit : CrossFitting.with(ScalingMethod.VECTOR, raw).fits()) {
            Scaling.Vector vector = (Scaling.Vector) fit.scaling();
            JsonNode expected = golden.path("vectors").path(fit.fold());
            for (int c = 0; c < 4; c++) {
                assertThat(vector.slope().get(c)).isCloseTo(expected.path(c).asDouble(), OPTIMISED);
                assertThat(vector.shift().get(c)).isCloseTo(expected.path(4 + c).asDouble(), OPTIMISED);
            }
        }
    }

    private static void requireEqual(CalibrationFigures figures, JsonNode golden, Offset<Double> tolerance) {
        assertThat(figures.logLoss().value()).isCloseTo(golden.path("log_loss").asDouble(), tolerance);
        assertThat(figures.brierSum().value())
                .isCloseTo(golden.path("brier_sum").asDouble(), tolerance);
        assertThat(figures.ece15().value()).isCloseTo(golden.path("ece15").asDouble(), tolerance);
    }

    private static String[] texts(JsonNode list) {
        String[] texts = new String[list.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = list.get(i).asText();
        }
        return texts;
    }
}
