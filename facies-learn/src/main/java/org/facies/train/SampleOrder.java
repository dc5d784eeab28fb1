package org.facies.train;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Which crops an epoch shows, in which order; as many as there are. */
final class SampleOrder {

    private final int[] labels;
    private final ClassBalance balance;
    private final long seed;

    SampleOrder(int[] labels, ClassBalance balance, long seed) {
        this.labels = labels.clone();
        this.balance = balance;
        this.seed = seed;
    }

    int[] of(int epoch) {
        SplittableRandom random = RandomStreams.at(seed, epoch);
        return balance == ClassBalance.BALANCED_SAMPLING ? balanced(random) : shuffled(all(), random);
    }

    private int[] all() {
        return IntStream.range(0, labels.length).toArray();
    }

    /** Classes take turns; each class deals its crops in a shuffled order and begins again when they are all dealt. */
    private int[] balanced(SplittableRandom random) {
        List<int[]> classes = new ArrayList<>();
        IntStream.range(0, IntStream.of(labels).max().orElse(0) + 1)
                .mapToObj(label ->
                        IntStream.of(all()).filter(i -> labels[i] == label).toArray())
                .filter(members -> members.length > 0)
                .forEach(classes::add);
        int[] dealt = new int[classes.size()];
        int[] order = new int[labels.length];
        for (int i = 0; i < order.length; i++) {
            int turn = i % classes.size();
            int[] members = classes.get(turn);
            if (dealt[turn] % members.length == 0) {
                shuffled(members, random);
            }
            order[i] = members[dealt[turn]++ % members.length];
        }
        return shuffled(order, random);
    }

    private static int[] shuffled(int[] items, SplittableRandom random) {
        for (int i = items.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int item = items[i];
            items[i] = items[other];
            items[other] = item;
        }
        return items;
    }
}
