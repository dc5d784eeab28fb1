package org.facies.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Generated persons: a direction each, and photos around it. */
class PersonFinderTest {
    private static final int SIZE = 64;

    @Test
    void persons_entered_twice_are_found_and_hardly_anybody_else() {
        Random random = new Random(1);
        List<float[][]> subjects = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            subjects.add(photos(person(random), random));
        }
        for (int i = 0; i < 10; i++) {
            float[] person = person(random);
            subjects.add(photos(person, random));
            subjects.add(photos(person, random));
        }

        PersonFinder.Outcome outcome = new PersonFinder(subjects).find();

        assertThat(outcome.pairs().stream().filter(pair -> pair.first() >= 1000 && pair.second() == pair.first() + 1))
                .hasSize(10);
        assertThat(outcome.pairs())
                .as("at most one false alarm per 1,000 subjects")
                .hasSizeLessThanOrEqualTo(11);
        assertThat(outcome.halved()).isEqualTo(1020);
        assertThat(outcome.recognised()).isGreaterThan(1000);
    }

    @Test
    void the_threshold_is_the_quantile_of_a_gumbel_distribution() {
        double[] best = new double[9999];
        for (int i = 0; i < best.length; i++) {
            best[i] = 0.3 - 0.05 * Math.log(-Math.log((i + 1) / 10000.0));
        }

        assertThat(PersonFinder.threshold(best)).isCloseTo(0.3 - 0.05 * Math.log(-Math.log(0.999)), within(1e-3));
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }

    private static float[] person(Random random) {
        float[] person = new float[SIZE];
        for (int j = 0; j < SIZE; j++) {
            person[j] = (float) random.nextGaussian();
        }
        return person;
    }

    private static float[][] photos(float[] person, Random random) {
        float[][] photos = new float[2][SIZE];
        for (float[] photo : photos) {
            for (int j = 0; j < SIZE; j++) {
                photo[j] = person[j] + 0.35f * (float) random.nextGaussian() + 1;
            }
        }
        return photos;
    }
}
