package org.facies.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.facies.metric.Golden;
import org.facies.metric.Simulated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownFacesTest {

    @Test
    void the_distance_is_the_mahalanobis_distance_that_scikit_learn_and_scipy_have() {
        JsonNode golden = Golden.valuesOf("uncertainty.json").path("known_faces");
        float[][] photos = floats(golden.path("known"));
        KnownFaces known = KnownFaces.of(photos, ints(golden.path("label")), numbered(photos.length))
                .orElseThrow();

        float[][] queries = floats(golden.path("query"));

        assertThat(known.means()).as("five subjects have no mean of their own").hasSize(2);
        for (int i = 0; i < queries.length; i++) {
            assertThat(known.relativeDistance(queries[i]))
                    .isCloseTo(golden.path("distance").path(i).asDouble(), within(1e-6));
        }
    }

    @Test
    void the_covariance_is_shrunk_as_scikit_learn_shrinks_it() {
        JsonNode golden = Golden.valuesOf("uncertainty.json").path("known_faces");
        float[][] photos = floats(golden.path("known"));
        KnownFaces known = KnownFaces.of(photos, ints(golden.path("label")), numbered(photos.length))
                .orElseThrow();
        List<List<double[]>> residuals = new ArrayList<>();
        for (int photo = 0; photo < photos.length; photo++) {
            double[] mean = known.means()
                    .get(Math.min(1, golden.path("label").path(photo).asInt()));
            double[] unit = unit(photos[photo]);
            residuals.add(List.of(IntStream.range(0, unit.length)
                    .mapToDouble(i -> unit[i] - mean[i])
                    .toArray()));
        }

        assertThat(ShrunkenCovariance.of(residuals, own -> own).shrinkage())
                .isCloseTo(golden.path("shrinkage").asDouble(), within(1e-6));
    }

    @Test
    void the_same_photo_ten_times_is_as_once() {
        float[][] once = spread(40);
        float[][] often = new float[49][];
        System.arraycopy(once, 0, often, 0, 40);
        Arrays.fill(often, 40, 49, once[0]);
        int[] subjects =
                IntStream.range(0, 49).map(photo -> photo % 49 < 40 ? photo : 0).toArray();

        KnownFaces one = KnownFaces.of(once, new int[40], numbered(40)).orElseThrow();
        KnownFaces ten = KnownFaces.of(often, new int[49], subjects).orElseThrow();

        assertThat(ten.relativeDistance(new float[] {1, 2, 3}))
                .isCloseTo(one.relativeDistance(new float[] {1, 2, 3}), within(1e-9));
    }

    /** 20 subjects span 19 dimensions of 64. */
    @Test
    void fewer_subjects_than_dimensions_give_a_distance_too() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(4);
        float[][] photos = new float[20][64];
        float[] stranger = new float[64];
        for (int i = 0; i < 64; i++) {
            for (float[] photo : photos) {
                photo[i] = (float) (3 + Simulated.normal(random));
            }
            stranger[i] = i % 2 == 0 ? 3 : -3;
        }

        KnownFaces known = KnownFaces.of(photos, new int[20], numbered(20)).orElseThrow();

        assertThat(known.relativeDistance(stranger)).isGreaterThan(2).isFinite();
        assertThat(known.relativeDistance(photos[0])).isBetween(0.5, 2.0);
    }

    /** A network may have an output that never changes. */
    @Test
    void a_number_that_is_the_same_for_every_face_does_no_harm() {
        float[][] photos = spread(60);
        for (float[] photo : photos) {
            photo[2] = 0;
        }

        KnownFaces known = KnownFaces.of(photos, new int[60], numbered(60)).orElseThrow();

        assertThat(known.relativeDistance(new float[] {2, 2, 0})).isFinite();
        assertThat(known.relativeDistance(new float[] {2, 2, 1}))
                .isGreaterThan(known.relativeDistance(new float[] {2, 2, 0}));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 19})
    void fewer_than_twenty_subjects_give_no_distance(int subjects) {
        assertThat(KnownFaces.of(spread(subjects), new int[subjects], numbered(subjects)))
                .isEmpty();
    }

    @Test
    void photos_do_not_stand_in_for_subjects() {
        int[] twoPhotosEach = IntStream.range(0, 38).map(photo -> photo / 2).toArray();

        assertThat(KnownFaces.of(spread(38), new int[38], twoPhotosEach)).isEmpty();
        assertThat(KnownFaces.of(spread(20), new int[20], numbered(20))).isPresent();
    }

    @Test
    void faces_that_are_all_the_same_to_the_network_give_no_distance() {
        float[][] same = new float[30][];
        Arrays.fill(same, new float[] {1, 2});
        float[][] none = new float[30][2];

        assertThat(KnownFaces.of(same, new int[30], numbered(30))).isEmpty();
        assertThat(KnownFaces.of(none, new int[30], numbered(30))).isEmpty();
    }

    @Test
    void every_mean_is_of_at_least_twenty_subjects() {
        assertThat(meansOf(25, 20)).isEqualTo(2);
        assertThat(meansOf(25, 19, 2)).as("21 in two small classes share one").isEqualTo(2);
        assertThat(meansOf(12, 12)).as("all are small").isEqualTo(1);
        assertThat(meansOf(40, 21, 19)).as("19 join the smaller of the others").isEqualTo(2);

        KnownFaces joined = known(40, 21, 19);
        double[] second = joined.means().get(1);
        assertThat(second[2] / second[1]).isCloseTo(19.0 / 21, within(1e-9));
        assertThat(joined.means().get(0)[1]).isZero();
    }

    @Test
    void a_subject_with_many_photos_counts_once() {
        float[][] photos = new float[20 + 100][];
        int[] subjects = new int[photos.length];
        for (int photo = 0; photo < photos.length; photo++) {
            photos[photo] = photo < 20 ? new float[] {1, photo % 2} : new float[] {0, 1};
            subjects[photo] = Math.min(photo, 20);
        }

        double[] mean = KnownFaces.of(photos, new int[photos.length], subjects)
                .orElseThrow()
                .means()
                .get(0);

        double diagonal = Math.sqrt(0.5);
        assertThat(mean[1] / mean[0]).isCloseTo((10 * diagonal + 1) / (10 + 10 * diagonal), within(1e-6));
    }

    @Test
    void an_embedding_that_a_network_makes_larger_is_as_far_away() {
        KnownFaces known = KnownFaces.of(spread(50), new int[50], numbered(50)).orElseThrow();

        assertThat(known.relativeDistance(new float[] {300, -100, 200}))
                .isCloseTo(known.relativeDistance(new float[] {3, -1, 2}), within(1e-6));
        assertThat(known.relativeDistance(new float[] {0, 0, 0})).isFinite();
    }

    @Test
    void half_of_the_training_subjects_are_more_than_one_away() {
        float[][] photos = spread(201);
        KnownFaces known = KnownFaces.of(photos, new int[201], numbered(201)).orElseThrow();

        long farther = Arrays.stream(photos)
                .filter(photo -> known.relativeDistance(photo) > 1)
                .count();

        assertThat(farther).isEqualTo(100);
    }

    @Test
    void the_order_of_the_numbers_of_subjects_and_what_they_are_does_not_matter() {
        KnownFaces one = KnownFaces.of(spread(40), new int[40], numbered(40)).orElseThrow();
        KnownFaces other = KnownFaces.of(spread(40), new int[40], numbered(40, i -> 1000 - 7 * i))
                .orElseThrow();

        assertThat(other.relativeDistance(new float[] {1, 2, 3}))
                .isCloseTo(one.relativeDistance(new float[] {1, 2, 3}), within(1e-9));
    }

    @Test
    void numbers_that_do_not_belong_together_are_a_bug() {
        assertThatThrownBy(() -> KnownFaces.of(new float[3][2], new int[2], new int[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 embeddings, 2 labels, 3 subjects");
    }

    private static int meansOf(int... subjects) {
        return known(subjects).means().size();
    }

    /** Each class lies in a direction of its own; every third subject is off it, the same way in all classes. */
    private static KnownFaces known(int... subjects) {
        int all = IntStream.of(subjects).sum();
        float[][] embeddings = new float[all][subjects.length + 1];
        int[] labels = new int[all];
        int next = 0;
        for (int label = 0; label < subjects.length; label++) {
            for (int i = 0; i < subjects[label]; i++) {
                labels[next] = label;
                embeddings[next][subjects.length] = next % 3 == 0 ? 1 : -1;
                embeddings[next++][label] = 1;
            }
        }
        return KnownFaces.of(embeddings, labels, numbered(all)).orElseThrow();
    }

    private static int[] numbered(int subjects) {
        return numbered(subjects, i -> i);
    }

    private static int[] numbered(int subjects, IntUnaryOperator number) {
        return IntStream.range(0, subjects).map(number).toArray();
    }

    private static double[] unit(float[] vector) {
        double length = Math.sqrt(IntStream.range(0, vector.length)
                .mapToDouble(i -> vector[i] * (double) vector[i])
                .sum());
        return IntStream.range(0, vector.length)
                .mapToDouble(i -> vector[i] / length)
                .toArray();
    }

    private static float[][] spread(int photos) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(3);
        float[][] embeddings = new float[photos][3];
        for (float[] embedding : embeddings) {
            for (int i = 0; i < embedding.length; i++) {
                embedding[i] = (float) (2 + Simulated.normal(random));
            }
        }
        return embeddings;
    }

    private static float[][] floats(JsonNode rows) {
        float[][] values = new float[rows.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = new float[rows.get(i).size()];
            for (int j = 0; j < values[i].length; j++) {
                values[i][j] = (float) rows.get(i).get(j).asDouble();
            }
        }
        return values;
    }

    private static int[] ints(JsonNode numbers) {
        return IntStream.range(0, numbers.size())
                .map(i -> numbers.get(i).asInt())
                .toArray();
    }
}
