package org.facies.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {

    private static final List<Integer> THINGS = IntStream.range(0, 300).boxed().toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void results_keep_the_order_however_long_each_takes(int threads) throws InterruptedException {
        List<Integer> results = new ArrayList<>();

        InOrder.forEach(THINGS, threads, InOrderTest::slowSquare, results::add);

        assertThat(results).isEqualTo(THINGS.stream().map(i -> i * i).toList());
    }

    @Test
    void work_does_not_run_far_ahead_of_the_sink() throws InterruptedException {
        AtomicInteger started = new AtomicInteger();
        List<Integer> lead = new ArrayList<>();

        InOrder.forEach(THINGS, 2, i -> started.incrementAndGet(), i -> lead.add(started.get() - lead.size()));

        assertThat(lead).allMatch(ahead -> ahead <= 2 * 8 + 1);
    }

    @Test
    void a_failure_ends_the_batch_as_itself() {
        List<Integer> results = new ArrayList<>();

        assertThatThrownBy(() -> InOrder.forEach(
                        THINGS,
                        2,
                        i -> {
                            if (i == 40) {
                                throw new IllegalStateException("thing 40");
                            }
                            return i;
                        },
                        results::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("thing 40");
        assertThat(results).isEqualTo(THINGS.subList(0, 40));
    }

    @Test
    void an_interrupt_ends_the_batch() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> InOrder.forEach(THINGS, 2, InOrderTest::slowSquare, i -> {}))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private static int slowSquare(int i) {
        long until = System.nanoTime() + (i % 7) * 100_000L;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        return i * i;
    }
}
