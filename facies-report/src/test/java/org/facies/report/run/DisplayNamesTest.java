package org.facies.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.cohort.NamedClass;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.result.MetricsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayNamesTest {
    private static DisplayNames names(String first, String second) {
        return DisplayNames.of(metrics(first, second));
    }

    private static MetricsFile metrics(String first, String second) {
        return MetricsFile.of(Evaluation.of(
                new PredictionTable(
                        List.of(first, second),
                        List.of(
                                new Prediction("m", 0, "a.jpg", "a", first, List.of(0.7, 0.3)),
                                new Prediction("m", 0, "b.jpg", "b", second, List.of(0.4, 0.6)))),
                new EvaluationSettings(100, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "williams-beuren, Williams–Beuren",
        "noonan, Noonan",
        "none, no syndrome",
        "cornelia-de-lange, Cornelia de Lange",
        "class_a, Class A",
        "DiGeorge, DiGeorge",
        "22q11 deletion, 22q11 deletion",
    })
    void a_label_without_a_name_becomes_readable(String label, String name) {
        assertThat(names(label, "other").of(label)).isEqualTo(name);
    }

    @Test
    void the_name_of_the_file_comes_first() {
        MetricsFile named = metrics("none", "noonan")
                .withNames(List.of(
                        new NamedClass(
                                "noonan", "Noonan syndrome", Optional.empty(), Optional.empty(), Optional.empty()),
                        new NamedClass("none", "controls", Optional.empty(), Optional.empty(), Optional.empty())));

        assertThat(DisplayNames.of(named).of(List.of("none", "noonan"))).containsExactly("controls", "Noonan syndrome");
    }

    @Test
    void two_labels_that_would_read_alike_stay_as_they_are() {
        assertThat(names("class-a", "class_a").of(List.of("class-a", "class_a")))
                .containsExactly("class-a", "class_a");
    }

    @Test
    void sentences_of_a_file_get_names_only_where_a_class_is_meant() {
        assertThat(names("none", "noonan")
                        .in("none was found: specificity for none differs, sensitivity for noonan; class"
                                + " none is rare."))
                .isEqualTo("none was found: specificity for no syndrome differs, sensitivity for Noonan; class no"
                        + " syndrome is"
                        + " rare.");
    }

    @Test
    void what_is_no_class_of_the_run_stays_as_it_is() {
        assertThat(new DisplayNames(Map.of()).of("noonan")).isEqualTo("noonan");
    }
}
