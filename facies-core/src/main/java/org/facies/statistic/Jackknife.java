package org.facies.statistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Leaves out each unit in turn (Efron and Tibshirani 1993, chapter 11). A stratum of many units is assigned into
 * groups, each left out as a whole (Shao and Tu 1995, section 2.3): influences of independent units add up, and so do
 * their squares and cubes on average, so that {@link Interval#acceleration} stays correct; the error is below 0.65
 * divided by the groups.
 */
public final class Jackknife {
    private final int[][] groups;
    private final int[] strata;

    /**
     * Divides the units into groups at random.
     *
     * @param stratumOfUnit int[units], strata numbered from 0
     * @param mostGroups of a stratum; units of a stratum with no more than that are left out singly
     */
    public Jackknife(int[] stratumOfUnit, int mostGroups) {
        List<int[]> assigned = new ArrayList<>();
        List<Integer> stratumOfGroup = new ArrayList<>();
        int[][] units = Groups.of(stratumOfUnit);
        for (int stratum = 0; stratum < units.length; stratum++) {
            int[] members = units[stratum];
            int count = Math.min(mostGroups, members.length);
            for (int g = 0; g < count; g++) {
                int[] group = new int[(members.length - g + count - 1) / count];
                for (int i = 0; i < group.length; i++) {
                    group[i] = members[g + i * count];
                }
                assigned.add(group);
                stratumOfGroup.add(stratum);
            }
        }
        this.groups = assigned.toArray(int[][]::new);
        this.strata = stratumOfGroup.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The stratum of each group. */
    public int[] strata() {
        return strata.clone();
    }

    /**
     * Computes something without each group.
     *
     * @param withoutUnits takes int[]: the units of the group, at least one, all of one stratum; not to be changed.
     *     Called from several threads at once
     * @param threads at least 1; the result does not depend on it
     * @return by the group left out
     */
    public <T> List<T> map(Function<int[], T> withoutUnits, int threads) {
        return ParallelRange.map(
                groups.length,
                threads,
                (from, to) -> Arrays.stream(groups, from, to).map(withoutUnits).toList());
    }
}
