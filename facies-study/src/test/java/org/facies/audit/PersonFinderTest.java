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

    /**
     * Around one person there are forty alike, all others stand alone: the double of a lonely one is the less similar
     * pair.
     */
    @Test
    void alike_faces_in_a_crowd_count_less_than_a_lonely_double() {
        Random random = new Random(2);
        List<float[][]> subjects = new ArrayList<>();
        float[] crowd = person(random);
        for (int i = 0; i < 40; i++) {
            subjects.add(new float[][] {mixed(crowd, person(random), 1)});
        }
        for (int i = 0; i < 360; i++) {
            subjects.add(new float[][] {person(random)});
        }
        float[] lonely = person(random);
        subjects.add(new float[][] {mixed(lonely, person(random), 1.5f)});
        subjects.add(new float[][] {mixed(lonely, person(random), 1.5f)});

        PersonFinder.Outcome outcome = new PersonFinder(subjects).find();

        assertThat(outcome.pairs().get(0).first()).isEqualTo(400);
        assertThat(outcome.pairs().get(0).second()).isEqualTo(401);
        assertThat(cosine(subjects.get(400)[0], subjects.get(401)[0]))
                .as("less than in the crowd")
                .isLessThan(mostSimilar(subjects.subList(0, 40)));
    }

    @Test
    void cohorts_without_doubles_hardly_ever_hold_a_certain_pair() {
        int certain = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<float[][]> subjects = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                subjects.add(photos(person(random), random));
            }
            PersonFinder.Outcome outcome = new PersonFinder(subjects).find();
            certain += outcome.pairs().stream().anyMatch(pair -> pair.similarity() > outcome.certain()) ? 1 : 0;
        }

        assertThat(certain).as("nominal 3 of 60").isLessThanOrEqualTo(6);
    }

    @Test
    void the_chance_of_more_pairs_than_expected_is_that_of_a_poisson_distribution() {
        assertThat(PersonSentence.atLeast(1, 0.12)).isCloseTo(1 - Math.exp(-0.12), within(1e-12));
        assertThat(PersonSentence.atLeast(3, 1.666))
                .isCloseTo(1 - Math.exp(-1.666) * (1 + 1.666 + 1.666 * 1.666 / 2), within(1e-12));
    }

    private static float[] mixed(float[] a, float[] b, float share) {
        float[] sum = new float[SIZE];
        for (int j = 0; j < SIZE; j++) {
            sum[j] = share * a[j] + b[j];
        }
        return sum;
    }

    private static double cosine(float[] a, float[] b) {
        return Directions.dot(Directions.unit(a), Directions.unit(b));
    }

    private static double mostSimilar(List<float[][]> subjects) {
        double best = -1;
        for (int i = 0; i < subjects.size(); i++) {
            for (int j = 0; j < i; j++) {
                best = Math.max(best, cosine(subjects.get(i)[0], subjects.get(j)[0]));
            }
        }
        return best;
    }

    @Test
    void the_threshold_is_the_quantile_of_a_gumbel_distribution() {
        double[] best = new double[9999];
        for (int i = 0; i < best.length; i++) {
            best[i] = 0.3 - 0.05 * Math.log(-Math.log((i + 1) / 10000.0));
        }

        assertThat(PersonFinder.threshold(best, 0.001))
                .isCloseTo(0.3 - 0.05 * Math.log(-Math.log(0.999)), within(1e-3));
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
