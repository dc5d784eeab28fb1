package org.facies.statistic;

import java.util.Arrays;

/** The order of cases by a score, and their ties, without an object for each case. */
public final class Order {

    private Order() {}

    /**
     * Positions from the highest to the lowest value.
     *
     * @param values double[n], no NaN
     * @return int[n]; positions of equal values ascend
     */
    public static int[] descending(double[] values) {
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        int[] placed = new int[values.length];
        int[] order = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int above = values.length - notAbove(ascending, values[i]);
            order[above + placed[above]++] = i;
        }
        return order;
    }

    /**
     * Position of the largest value; of equals, the first.
     *
     * @param values double[n], at least one, no NaN
     */
    public static int largest(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    /**
     * Where each run of equal values ends.
     *
     * @param order of the values, descending or ascending
     * @return int[n], by rank: the rank behind the last of the same value
     */
    public static int[] tieEnds(double[] values, int[] order) {
        int[] ends = new int[order.length];
        for (int rank = order.length - 1; rank >= 0; rank--) {
            boolean last = rank + 1 == order.length || values[order[rank]] != values[order[rank + 1]];
            ends[rank] = last ? rank + 1 : ends[rank + 1];
        }
        return ends;
    }

    /** How many values are not above one of them. */
    private static int notAbove(double[] ascending, double value) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
