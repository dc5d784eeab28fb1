package org.facies.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facies.embed.Verification.Compared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerificationTest {

    private static final double EXACT = 1e-12;

    @ParameterizedTest
    @MethodSource("cases")
    void agrees_with_trying_every_threshold_in_numpy(JsonNode golden) {
        List<Compared> pairs = IntStream.range(0, golden.get("same").size())
                .mapToObj(i -> new Compared(
                        golden.get("similarity").get(i).asDouble(),
                        golden.get("same").get(i).asBoolean()))
                .toList();

        Verification measured = Verification.of(pairs);

        assertThat(measured.pairs()).isEqualTo(120);
        assertThat(measured.accuracy()).isCloseTo(golden.get("accuracy").asDouble(), within(EXACT));
        assertThat(measured.sd()).isCloseTo(golden.get("sd").asDouble(), within(EXACT));
        assertThat(measured.threshold()).isCloseTo(golden.get("threshold").asDouble(), within(EXACT));
        assertThat(measured.auc()).isCloseTo(golden.get("auc").asDouble(), within(EXACT));
        for (int fold = 0; fold < Verification.FOLDS; fold++) {
            assertThat(measured.foldAccuracies().get(fold))
                    .isCloseTo(golden.get("folds").get(fold).asDouble(), within(EXACT));
        }
    }

    @Test
    void pairs_that_a_threshold_separates_are_all_right() {
        List<Compared> pairs = IntStream.range(0, 20)
                .mapToObj(i -> new Compared(i < 10 ? .7 + i / 100. : .1 + i / 100., i < 10))
                .toList();

        Verification measured = Verification.of(pairs);

        assertThat(measured.accuracy()).isEqualTo(1);
        assertThat(measured.sd()).isZero();
        assertThat(measured.auc()).isEqualTo(1);
        assertThat(measured.threshold()).isBetween(.29, .7);
    }

    @Test
    void the_threshold_of_a_fold_does_not_see_the_fold() {
        List<Compared> pairs = IntStream.range(0, 20)
                .mapToObj(i -> i == 19 ? new Compared(.9, false) : new Compared(i < 10 ? .8 : .2, i < 10))
                .toList();

        Verification measured = Verification.of(pairs);

        assertThat(measured.foldAccuracies().get(9)).isEqualTo(.5);
        assertThat(measured.foldAccuracies().subList(0, 9)).containsOnly(1.);
    }

    @Test
    void fewer_than_ten_pairs_do_not_fill_the_folds() {
        assertThatThrownBy(() -> Verification.of(List.of(new Compared(.5, true))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 pairs do not fill 10 folds");
    }

    static Stream<JsonNode> cases() throws IOException {
        try (InputStream json = VerificationTest.class.getResourceAsStream("verification.json")) {
            JsonNode cases = new ObjectMapper().readTree(json);
            return IntStream.range(0, cases.size()).mapToObj(cases::get);
        }
    }
}
