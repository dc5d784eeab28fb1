package org.facies.contrast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.contrast.Factor.Level;
import org.junit.jupiter.api.Test;

class ContrastsTest {
    private static final Factor START = Factor.presence("pretraining", List.of("pc", "pa"), List.of("fc", "fa"));
    private static final Factor LOSS = new Factor(
            "loss", List.of(new Level("arcface", List.of("pa", "fa")), new Level("cosface", List.of("pc", "fc"))));

    @Test
    void two_factors_of_two_levels_give_two_main_effects_and_the_interaction() {
        assertThat(Contrasts.ofFactors(List.of(START, LOSS)))
                .containsExactly(
                        presence("pretraining", Map.of("pa", .5, "pc", .5, "fa", -.5, "fc", -.5)),
                        change("loss (arcface minus cosface)", Map.of("pa", .5, "fa", .5, "pc", -.5, "fc", -.5)),
                        interaction(Map.of("pa", 1., "fc", 1., "fa", -1., "pc", -1.)));
    }

    /** Pairs of models that differ in one factor, and no others. */
    @Test
    void the_simple_pairs_of_a_crossing_differ_in_one_factor() {
        List<Contrast> contrasts = Contrasts.ofFactors(List.of(START, LOSS));
        assertThat(contrasts.get(0).pairs()).containsExactly(List.of("pa", "fa"), List.of("pc", "fc"));
        assertThat(contrasts.get(1).pairs()).containsExactly(List.of("pa", "pc"), List.of("fa", "fc"));
        assertThat(contrasts.get(2).pairs()).containsExactly(List.of("pa", "fa"), List.of("fc", "pc"));
    }

    @Test
    void one_factor_with_two_levels_gives_one_contrast() {
        assertThat(Contrasts.ofFactors(List.of(Factor.presence("pretraining", List.of("p"), List.of("f")))))
                .containsExactly(presence("pretraining", Map.of("p", 1., "f", -1.)));
    }

    @Test
    void more_than_two_levels_are_each_set_against_the_first() {
        Factor loss = new Factor(
                "loss",
                List.of(
                        new Level("softmax", List.of("s")),
                        new Level("cosface", List.of("c")),
                        new Level("arcface", List.of("a"))));
        assertThat(Contrasts.ofFactors(List.of(loss)))
                .containsExactly(
                        change("loss (cosface minus softmax)", Map.of("c", 1., "s", -1.)),
                        change("loss (arcface minus softmax)", Map.of("a", 1., "s", -1.)));
    }

    @Test
    void an_incomplete_crossing_gives_what_is_complete_and_says_where() {
        Factor start = Factor.presence("pretraining", List.of("pc", "pa"), List.of("fc"));
        Factor loss = new Factor(
                "loss", List.of(new Level("arcface", List.of("pa")), new Level("cosface", List.of("pc", "fc"))));
        assertThat(Contrasts.ofFactors(List.of(start, loss)))
                .containsExactly(
                        presence("pretraining, cosface only", Map.of("pc", 1., "fc", -1.)),
                        change("loss (arcface minus cosface), with pretraining only", Map.of("pa", 1., "pc", -1.)));
    }

    @Test
    void models_that_share_a_cell_share_its_weight() {
        Factor start = Factor.presence("pretraining", List.of("p1", "p2"), List.of("f"));
        assertThat(Contrasts.ofFactors(List.of(start)))
                .containsExactly(presence("pretraining", Map.of("p1", .5, "p2", .5, "f", -1.)));
    }

    @Test
    void factors_that_no_model_crosses_give_nothing() {
        assertThat(Contrasts.ofFactors(List.of(Factor.presence("pretraining", List.of("p"), List.of()))))
                .isEmpty();
        assertThat(Contrasts.ofFactors(List.of())).isEmpty();
    }

    @Test
    void a_contrast_without_matching_weights_pairs_each_model_with_each_other_one() {
        Contrast contrast = contrast("a against both", Map.of("a", 1., "b", -.5, "c", -.5));
        assertThat(contrast.pairs()).containsExactlyInAnyOrder(List.of("a", "b"), List.of("a", "c"));
    }

    @Test
    void weights_that_do_not_sum_to_zero_are_refused() {
        assertThatThrownBy(() -> contrast("x", Map.of("a", 1.)))
                .hasMessage("weights of contrast x do not sum to 0: {a=1.0}");
        assertThatThrownBy(() -> contrast("x", Map.of("a", 0.))).hasMessageContaining("are 0 or no numbers");
        assertThatThrownBy(() -> Contrast.pair("x", "a", "b").withMargin(0)).hasMessageContaining("not above 0");
    }

    private static Contrast presence(String name, Map<String, Double> weights) {
        return new Contrast(name, ContrastKind.PRESENCE, weights, Optional.empty());
    }

    private static Contrast change(String name, Map<String, Double> weights) {
        return new Contrast(name, ContrastKind.CHANGE, weights, Optional.empty());
    }

    private static Contrast interaction(Map<String, Double> weights) {
        return new Contrast("interaction", ContrastKind.INTERACTION, weights, Optional.empty());
    }

    private static Contrast contrast(String name, Map<String, Double> weights) {
        return new Contrast(name, weights, Optional.empty());
    }
}
