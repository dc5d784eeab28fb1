package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A temperature that the search would have taken further is no temperature of the model. */
class TemperatureAtBoundTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path run;

    @BeforeEach
    void write() {
        SampleRun.complete(run);
    }

    private void temperatures(double... byFold) throws IOException {
        JsonNode metrics = MAPPER.readTree(run.resolve("metrics.json").toFile());
        JsonNode fits = metrics.at("/models/cosface-pfm/calibration/fits");
        assertThat(fits).hasSize(byFold.length);
        for (int fold = 0; fold < byFold.length; fold++) {
            ObjectNode fit = (ObjectNode) fits.get(fold);
            fit.remove("slope");
            fit.remove("shift");
            fit.put("method", "temperature").put("temperature", byFold[fold]);
        }
        MAPPER.writeValue(run.resolve("metrics.json").toFile(), metrics);
    }

    private String calibration() throws Exception {
        return Html.text(Html.read(new ReportWriter().write(run)).byId("calibration"));
    }

    @Test
    void the_upper_bound_is_flagged_where_the_temperature_is_shown() throws Exception {
        temperatures(99.99999974, 1.5, 99.9999997, 2, 2);
        assertThat(calibration())
                .contains("calibrated with one temperature, 1.50 to 100.00 over the folds")
                .contains("cosface-pfm: temperature at the bound. The temperature lies at the upper bound, 100, of its"
                        + " search in 2 of 5 folds. It makes all classes almost equally probable")
                .containsOnlyOnce("Temperature at the bound of its search");
    }

    @Test
    void the_lower_bound_is_flagged_too() throws Exception {
        temperatures(0.0100000001, 0.01, 0.01, 0.01, 0.01);
        assertThat(calibration())
                .contains("calibrated with one temperature, 0.01 over the folds")
                .contains(
                        "lies at the lower bound, 0.01, of its search in 5 of 5 folds. It makes the most probable class"
                                + " almost certain");
    }

    @Test
    void a_temperature_within_its_search_is_not_flagged() throws Exception {
        temperatures(0.02, 1, 2, 50, 90);
        assertThat(calibration())
                .contains("calibrated with one temperature, 0.02 to 90.00 over the folds")
                .doesNotContain("bound");
    }
}
