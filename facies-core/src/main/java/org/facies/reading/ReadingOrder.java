package org.facies.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;

/**
 * The order in which one reader sees the cases of a plan. It depends only on the seed of the plan and the name of the
 * reader, so adding a reader does not change the order of others.
 *
 * <p>Practice comes first, in the same order for every reader. A repeated case is first shown in the first half and
 * again in the second half, with at least {@link #LEAST_BETWEEN} other cases between the two. A short study has as many
 * between them as possible. All orders with this distance are equally likely.
 */
public final class ReadingOrder {
    /** Minimum number of cases between a case and its repeat. */
    public static final int LEAST_BETWEEN = 5;

    private static final int NOTHING = -1;

    private ReadingOrder() {}

    /** The presentations of a reader, by position. */
    public static List<Presentation> of(ReadingPlan plan, String reader) {
        UniformRandomProvider random = NamedRandom.of(plan.seed(), reader);
        List<Integer> main =
                new ArrayList<>(IntStream.range(0, plan.mainCases()).boxed().toList());
        ListSampler.shuffle(random, main);
        int half = (main.size() + 1) / 2;
        List<Integer> first = main.subList(0, half);
        List<Integer> places = new ArrayList<>(IntStream.range(0, half).boxed().toList());
        ListSampler.shuffle(random, places);
        List<Integer> repeated = places.subList(0, Math.min(plan.repeats(), half));
        List<Integer> second = second(first, main.subList(half, main.size()), repeated, random);
        return number(plan, first, second);
    }

    /**
     * The second half. Each repeat has an earliest place. The repeats with the latest earliest places choose first,
     * each among all free places. The other cases take the remaining places.
     *
     * @param repeated places of the repeated cases in the first half
     */
    private static List<Integer> second(
            List<Integer> first, List<Integer> others, List<Integer> repeated, UniformRandomProvider random) {
        int[] slots = new int[others.size() + repeated.size()];
        Arrays.fill(slots, NOTHING);
        int between = roomBetween(first.size(), slots.length, repeated);
        List<Integer> latestFirst =
                repeated.stream().sorted(Comparator.reverseOrder()).toList();
        for (int place : latestFirst) {
            int[] free = free(slots, earliest(place, first.size(), between));
            slots[free[random.nextInt(free.length)]] = first.get(place);
        }
        List<Integer> rest = new ArrayList<>(others);
        ListSampler.shuffle(random, rest);
        int[] free = free(slots, 0);
        for (int i = 0; i < free.length; i++) {
            slots[free[i]] = rest.get(i);
        }
        return Arrays.stream(slots).boxed().toList();
    }

    private static int[] free(int[] slots, int from) {
        return IntStream.range(from, slots.length)
                .filter(slot -> slots[slot] == NOTHING)
                .toArray();
    }

    /** The first place of the second half that is far enough from a case of the first half. */
    private static int earliest(int place, int half, int between) {
        return Math.max(0, between + 1 - (half - place));
    }

    /** The largest possible number of cases between each case and its repeat, at most the wanted number. */
    private static int roomBetween(int half, int slots, List<Integer> repeated) {
        return IntStream.iterate(LEAST_BETWEEN, n -> n >= 0, n -> n - 1)
                .filter(between -> hasRoom(half, slots, repeated, between))
                .findFirst()
                .orElse(0);
    }

    /** Whether enough places remain from each place on for the repeats that cannot come earlier. */
    private static boolean hasRoom(int half, int slots, List<Integer> repeated, int between) {
        return IntStream.rangeClosed(0, slots + between)
                .allMatch(from -> repeated.stream()
                                .filter(place -> earliest(place, half, between) >= from)
                                .count()
                        <= Math.max(0, slots - from));
    }

    private static List<Presentation> number(ReadingPlan plan, List<Integer> first, List<Integer> second) {
        List<Presentation> all = new ArrayList<>();
        for (int c = plan.mainCases(); c < plan.cases().size(); c++) {
            all.add(new Presentation(all.size() + 1, c, Part.PRACTICE, 0));
        }
        Set<Integer> shown = new HashSet<>();
        for (int c : first) {
            shown.add(c);
            all.add(new Presentation(all.size() + 1, c, Part.MAIN, block(plan, all.size())));
        }
        for (int c : second) {
            Part part = shown.contains(c) ? Part.REPEAT : Part.MAIN;
            all.add(new Presentation(all.size() + 1, c, part, block(plan, all.size())));
        }
        return List.copyOf(all);
    }

    private static int block(ReadingPlan plan, int before) {
        return plan.blockSize() == 0 ? 1 : (before - plan.practice()) / plan.blockSize() + 1;
    }
}
