package org.facies.audit;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Which members each of some numbered groups has. */
final class Groups {

    private Groups() {}

    /**
     * Members by group.
     *
     * @param groupOf int[n], groups from 0
     * @return int[groups][], members in ascending order
     */
    static int[][] of(int[] groupOf) {
        int groups = Arrays.stream(groupOf).max().orElse(-1) + 1;
        return IntStream.range(0, groups)
                .mapToObj(group -> IntStream.range(0, groupOf.length)
                        .filter(i -> groupOf[i] == group)
                        .toArray())
                .toArray(int[][]::new);
    }
}
