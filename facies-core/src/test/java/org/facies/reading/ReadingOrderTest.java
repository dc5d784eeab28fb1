package org.facies.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadingOrderTest {

    /** Laws over plans of any size; the seed is shown when one breaks. */
    @Test
    void each_reader_sees_every_case_once_and_the_repeats_once_more_far_enough_apart() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            int main = 1 + random.nextInt(60);
            int practice = random.nextInt(4);
            int repeats = random.nextInt(main / 2 + 1);
            ReadingPlan plan = plan(main, practice, random.nextLong(), 1 + random.nextInt(20), repeats);
            List<Presentation> order = ReadingOrder.of(plan, "R" + i);
            String which = plan.mainCases() + " cases, " + repeats + " repeats, seed " + plan.seed() + ", R" + i;

            assertThat(order).as(which).extracting(Presentation::position).isEqualTo(numbers(order.size()));
            assertThat(cases(order, Part.PRACTICE))
                    .as(which)
                    .isEqualTo(IntStream.range(main, main + practice).boxed().toList());
            assertThat(cases(order, Part.MAIN)).as(which).hasSize(main).doesNotHaveDuplicates();
            assertThat(cases(order, Part.REPEAT))
                    .as(which)
                    .hasSize(repeats)
                    .doesNotHaveDuplicates()
                    .isSubsetOf(cases(order, Part.MAIN).subList(0, (main + 1) / 2));
            assertThat(leastBetween(order)).as(which).isGreaterThanOrEqualTo(main >= 16 ? 5 : 0);
        }
    }

    @Test
    void a_study_that_is_too_short_for_the_distance_keeps_as_much_as_it_has_room_for() {
        for (int i = 0; i < 200; i++) {
            assertThat(leastBetween(ReadingOrder.of(plan(8, 0, i, 0, 1), "R"))).isGreaterThanOrEqualTo(4);
            assertThat(leastBetween(ReadingOrder.of(plan(8, 0, i, 0, 4), "R"))).isGreaterThanOrEqualTo(5);
            assertThat(ReadingOrder.of(plan(1, 0, i, 0, 1), "R")).hasSize(2);
        }
    }

    /** Seven cases in the first half, eight places in the second: the later the case, the later its repeat. */
    @Test
    void a_repeat_stands_at_each_place_that_is_far_enough_away_equally_often() {
        int[][] counts = new int[7][8];
        for (int i = 0; i < 40_000; i++) {
            List<Integer> shown = ReadingOrder.of(plan(14, 0, i, 0, 1), "R").stream()
                    .map(Presentation::caseNumber)
                    .toList();
            for (int place = 0; place < 7; place++) {
                int again = shown.lastIndexOf(shown.get(place));
                if (again > place) {
                    counts[place][again - 7]++;
                }
            }
        }
        for (int place = 0; place < 7; place++) {
            int earliest = Math.max(0, place - 1);
            for (int slot = 0; slot < 8; slot++) {
                double expected = slot < earliest ? 0 : 40_000.0 / 7 / (8 - earliest);
                assertThat((double) counts[place][slot])
                        .as("case %d of the first half, place %d of the second", place, slot)
                        .isBetween(0.85 * expected, 1.15 * expected);
            }
        }
    }

    @Test
    void the_same_name_has_the_same_order_and_two_readers_differ() {
        ReadingPlan plan = plan(40, 3, 17, 10, 4);
        assertThat(ReadingOrder.of(plan, "R1")).isEqualTo(ReadingOrder.of(plan, "R1"));
        Set<List<Presentation>> orders = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            orders.add(ReadingOrder.of(plan, "R" + i));
        }
        assertThat(orders).hasSize(50);
        assertThat(ReadingOrder.of(plan, "R1")).isNotEqualTo(ReadingOrder.of(plan(40, 3, 18, 10, 4), "R1"));
    }

    @Test
    void blocks_count_cases_of_the_main_part_and_repeats_only() {
        List<Presentation> order = ReadingOrder.of(plan(9, 2, 1, 4, 2), "R");
        assertThat(order).extracting(Presentation::block).containsExactly(0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3);
        assertThat(ReadingOrder.of(plan(9, 2, 1, 0, 2), "R"))
                .extracting(Presentation::block)
                .containsExactly(0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    }

    private static int leastBetween(List<Presentation> order) {
        int least = Integer.MAX_VALUE;
        Map<Integer, Integer> seen = new HashMap<>();
        for (Presentation one : order) {
            Integer before = seen.put(one.caseNumber(), one.position());
            if (before != null) {
                least = Math.min(least, one.position() - before - 1);
            }
        }
        return least;
    }

    private static List<Integer> cases(List<Presentation> order, Part part) {
        return order.stream()
                .filter(one -> one.part() == part)
                .map(Presentation::caseNumber)
                .toList();
    }

    private static List<Integer> numbers(int n) {
        return IntStream.rangeClosed(1, n).boxed().toList();
    }

    static ReadingPlan plan(int main, int practice, long seed, int block, int repeats) {
        List<ReadingCase> cases = new ArrayList<>();
        for (int i = 0; i < main + practice; i++) {
            cases.add(new ReadingCase("P" + i, i % 2, List.of(i + ".jpg")));
        }
        return new ReadingPlan(cases, practice, seed, block, repeats);
    }
}
