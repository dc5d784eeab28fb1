package org.facies.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facies.input.BadInput;
import org.junit.jupiter.api.Test;

class ParallelRangeTest {

    @Test
    void parts_are_joined_in_the_order_of_the_numbers() {
        assertThat(ParallelRange.map(
                        10, 3, (from, to) -> IntStream.range(from, to).boxed().toList()))
                .isEqualTo(IntStream.range(0, 10).boxed().toList());
    }

    @Test
    void what_is_computed_of_keys_is_found_by_key_in_their_order() {
        assertThat(ParallelRange.byKey(List.of("bb", "a", "ccc"), 2, String::length))
                .containsExactly(Map.entry("bb", 2), Map.entry("a", 1), Map.entry("ccc", 3));
    }

    @Test
    void a_bad_input_that_a_thread_finds_is_told_as_such() {
        BadInput bad = new BadInput("study.yaml", "", "is bad", "Mend it.");

        assertThatThrownBy(() -> ParallelRange.map(2, 2, (from, to) -> {
                    if (from == 1) {
                        throw bad;
                    }
                    return List.of();
                }))
                .isSameAs(bad);
    }

    @Test
    void two_things_side_by_side_are_those_one_after_the_other_and_a_failure_of_either_is_told() {
        for (int threads = 1; threads < 4; threads++) {
            assertThat(ParallelRange.<String, Integer, String>both(threads, () -> "a", () -> 7, (a, b) -> a + b))
                    .isEqualTo("a7");
        }
        BadInput bad = new BadInput("readers.csv", "", "is bad", "Mend it.");
        assertThatThrownBy(() -> ParallelRange.<String, String, String>both(
                        2,
                        () -> "a",
                        () -> {
                            throw bad;
                        },
                        String::concat))
                .isSameAs(bad);
    }
}
