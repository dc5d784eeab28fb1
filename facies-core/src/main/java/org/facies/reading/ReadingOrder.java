package org.facies.reading;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.facies.file.Sha256;

/**
 * The order in which one reader sees the cases of a plan. It follows from the plan's seed and the reader's name alone,
 * so a reader who is added later changes nobody else's order.
 *
 * <p>Practice comes first, in one order for everyone. A case that is repeated is one of the first half, and comes back
 * among those of the second.
 */
public final class ReadingOrder {
    /** At least as many cases lie between a case and its repeat, where the study is long enough. */
    private static final int LEAST_DISTANCE = 5;

    private static final int TRIES = 1000;

    private ReadingOrder() {}

    /** The presentations of a reader, by position. */
    public static List<Presentation> of(ReadingPlan plan, String reader) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed(plan.seed(), reader));
        List<Integer> main =
                new ArrayList<>(IntStream.range(0, plan.mainCases()).boxed().toList());
        ListSampler.shuffle(random, main);
        int half = (main.size() + 1) / 2;
        List<Integer> first = main.subList(0, half);
        List<Integer> again = new ArrayList<>(first);
        ListSampler.shuffle(random, again);
        again = again.subList(0, Math.min(plan.repeats(), half));
        List<Integer> second = new ArrayList<>(main.subList(half, main.size()));
        second.addAll(again);
        for (int tries = 0; tries < TRIES; tries++) {
            ListSampler.shuffle(random, second);
            if (isApart(first, second, again)) {
                break;
            }
        }
        return number(plan, first, second);
    }

    private static boolean isApart(List<Integer> first, List<Integer> second, List<Integer> again) {
        return again.stream().allMatch(one -> first.size() - first.indexOf(one) + second.indexOf(one) > LEAST_DISTANCE);
    }

    private static List<Presentation> number(ReadingPlan plan, List<Integer> first, List<Integer> second) {
        List<Presentation> all = new ArrayList<>();
        for (int c = plan.mainCases(); c < plan.cases().size(); c++) {
            all.add(new Presentation(all.size() + 1, c, Part.PRACTICE, 0));
        }
        for (int c : first) {
            all.add(new Presentation(all.size() + 1, c, Part.MAIN, block(plan, all.size())));
        }
        for (int c : second) {
            all.add(new Presentation(
                    all.size() + 1, c, first.contains(c) ? Part.REPEAT : Part.MAIN, block(plan, all.size())));
        }
        return List.copyOf(all);
    }

    private static int block(ReadingPlan plan, int before) {
        return plan.blockSize() == 0 ? 1 : (before - plan.practice()) / plan.blockSize() + 1;
    }

    private static long seed(long seed, String reader) {
        String digest = Sha256.of(seed + "\n" + reader);
        return ByteBuffer.wrap(HexFormat.of().parseHex(digest)).getLong();
    }
}
