package org.facies.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
}
