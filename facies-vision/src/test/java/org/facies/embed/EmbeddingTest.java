package org.facies.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EmbeddingTest {

    @Test
    void the_cosine_is_that_of_the_angle() {
        assertThat(Embedding.of(1, 0).cosine(Embedding.of(3, 3))).isCloseTo(Math.sqrt(.5), within(1e-15));
        assertThat(Embedding.of(1, 2).cosine(Embedding.of(-2, -4))).isEqualTo(-1);
    }

    @Test
    void a_unit_embedding_has_length_one_and_the_same_direction() {
        assertThat(Embedding.of(3, 4).unit()).isEqualTo(Embedding.of(.6f, .8f));
    }

    @Test
    void a_zero_embedding_has_no_direction() {
        assertThat(Embedding.of(0, 0).cosine(Embedding.of(1, 0))).isNaN();
        assertThat(Embedding.of(0, 0).unit().get(0)).isNaN();
    }

    @Test
    void nobody_can_change_an_embedding() {
        float[] numbers = {1, 2};
        Embedding embedding = Embedding.of(numbers);

        numbers[0] = 9;
        embedding.toArray()[1] = 9;

        assertThat(embedding).isEqualTo(Embedding.of(1, 2));
    }

    @Test
    void embeddings_of_two_networks_do_not_mix() {
        assertThatThrownBy(() -> Embedding.of(1, 2).cosine(Embedding.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 numbers and 1 numbers");
    }
}
