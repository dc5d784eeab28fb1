package org.facies.train.data;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.facies.statistic.RandomStreams;

/** The crops of an epoch and their order; an epoch has as many crops as the training set. */
public final class SampleOrder {

    private final int[] labels;
    private final ClassBalance balance;
    private final long seed;

    public SampleOrder(int[] labels, ClassBalance balance, long seed) {
        this.labels = labels.clone();
        this.balance = balance;
        this.seed = seed;
    }

    public int[] of(int epoch) {
        SplittableRandom random = RandomStreams.at(seed, epoch);
        return balance == ClassBalance.BALANCED_SAMPLING ? balanced(random) : shuffled(all(), random);
    }

    private int[] all() {
        return IntStream.range(0, labels.length).toArray();
    }

    /**
     * Classes alternate in a random order that differs between epochs, because the last round may be incomplete. Each
     * class goes through its shuffled crops and starts again when all have been used.
     */
    private int[] balanced(SplittableRandom random) {
        List<int[]> classes = inTurn(random);
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

    /** The crops of each non-empty class. */
    private List<int[]> inTurn(SplittableRandom random) {
        SortedMap<Integer, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < labels.length; i++) {
            members.computeIfAbsent(labels[i], label -> new ArrayList<>()).add(i);
        }
        List<int[]> classes = members.values().stream()
                .map(crops -> crops.stream().mapToInt(crop -> crop).toArray())
                .toList();
        return IntStream.of(shuffled(IntStream.range(0, classes.size()).toArray(), random))
                .mapToObj(classes::get)
                .toList();
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
