package org.facies.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.metric.Golden;
import org.facies.statistic.InversePowerLaw;
import org.junit.jupiter.api.Test;

/** Against scikit-learn and scipy; {@code golden/discriminant.py} makes the file. */
class LinearDiscriminantGoldenTest {
    private final JsonNode golden = golden();

    @Test
    void probabilities_are_those_of_scikit_learn() {
        LinearDiscriminant rule = LinearDiscriminant.of(rows("x"), labels(), 3);

        List<double[]> expected = rows("probabilities");
        List<double[]> test = rows("test");
        for (int i = 0; i < test.size(); i++) {
            assertThat(rule.probabilities(test.get(i))).containsExactly(expected.get(i), within(1e-9));
        }
    }

    @Test
    void a_rule_from_added_parts_is_the_rule_from_the_whole() {
        List<double[]> x = rows("x");
        int[] y = labels();
        List<ClassMoments> parts = List.of(new ClassMoments(12, 3), new ClassMoments(12, 3), new ClassMoments(12, 3));
        for (int i = 0; i < y.length; i++) {
            parts.get(i % 3).add(x.get(i), y[i]);
        }

        LinearDiscriminant added = new LinearDiscriminant(ClassMoments.sum(parts));

        for (double[] test : rows("test")) {
            assertThat(added.probabilities(test))
                    .containsExactly(LinearDiscriminant.of(x, y, 3).probabilities(test), within(1e-12));
        }
    }

    /** The rate is searched in steps of 0.05, so the fitted curve is near the best one and not on it. */
    @Test
    void a_learning_curve_is_that_of_scipy_within_the_steps_of_the_rate() {
        InversePowerLaw law = InversePowerLaw.fit(numbers(golden.get("sizes")), numbers(golden.get("curve")))
                .orElseThrow();

        double[] at = numbers(golden.get("at"));
        double[] expected = numbers(golden.get("law"));
        for (int i = 0; i < at.length; i++) {
            assertThat(law.at(at[i])).isCloseTo(expected[i], within(.005));
        }
    }

    private List<double[]> rows(String key) {
        List<double[]> rows = new ArrayList<>();
        golden.get(key).forEach(row -> rows.add(numbers(row)));
        return rows;
    }

    private int[] labels() {
        return IntStream.range(0, golden.get("y").size())
                .map(i -> golden.get("y").get(i).asInt())
                .toArray();
    }

    private static double[] numbers(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToDouble(i -> array.get(i).asDouble())
                .toArray();
    }

    private static JsonNode golden() {
        try {
            return new ObjectMapper().readTree(Golden.file("discriminant.json").toFile());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
