package org.facies.statistic;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The members of numbered groups, strata or folds. */
public final class Groups {

    private Groups() {}

    /**
     * Members by group.
     *
     * @param groupOf int[n], groups from 0
     * @return int[groups][], the members of each group in ascending order; empty for a group without members
     */
    public static int[][] of(int[] groupOf) {
        int groups = Arrays.stream(groupOf).max().orElse(-1) + 1;
        return IntStream.range(0, groups)
                .mapToObj(group -> IntStream.range(0, groupOf.length)
                        .filter(i -> groupOf[i] == group)
                        .toArray())
                .toArray(int[][]::new);
    }
}
