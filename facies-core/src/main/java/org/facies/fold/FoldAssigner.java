package org.facies.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.facies.cohort.Photo;

/**
 * Assigns groups of photos to folds, class by class. Within a class the numbers of groups per fold differ by at most
 * one, and so do the totals: each class fills all folds evenly, and the remainder goes to the folds with the fewest
 * groups. Within those counts, groups with many photos are assigned first, each to the fold with the fewest photos of
 * the class.
 */
final class FoldAssigner {
    private final int k;
    private final UniformRandomProvider random;
    private final int[] groupsTotal;
    private final int[] photosTotal;

    /** Photos that stay together: those of a subject, or copies of one photo. */
    record Group(List<Photo> photos) {
        int size() {
            return photos.size();
        }
    }

    /** Receives the fold of a group. */
    @FunctionalInterface
    interface Assignment {
        void accept(Group group, int fold);
    }

    FoldAssigner(int k, UniformRandomProvider random) {
        this.k = k;
        this.random = random;
        this.groupsTotal = new int[k];
        this.photosTotal = new int[k];
    }

    void assignClass(List<Group> groupsOfOneClass, Assignment assignment) {
        int[] open = quotas(groupsOfOneClass.size());
        int[] photosOfClass = new int[k];
        for (Group group : largestFirst(groupsOfOneClass)) {
            int fold = IntStream.range(0, k)
                    .filter(f -> open[f] > 0)
                    .boxed()
                    .min(Comparator.comparingInt((Integer f) -> photosOfClass[f])
                            .thenComparingInt(f -> photosTotal[f])
                            .thenComparingInt(f -> -open[f]))
                    .orElseThrow();
            open[fold]--;
            photosOfClass[fold] += group.size();
            photosTotal[fold] += group.size();
            assignment.accept(group, fold);
        }
    }

    /** The number of groups for each fold: equal shares, and one more for the folds with the fewest groups so far. */
    private int[] quotas(int groups) {
        int[] quotas = new int[k];
        Arrays.fill(quotas, groups / k);
        List<Integer> folds = new ArrayList<>(IntStream.range(0, k).boxed().toList());
        ListSampler.shuffle(random, folds);
        folds.sort(Comparator.comparingInt((Integer f) -> groupsTotal[f]).thenComparingInt(f -> photosTotal[f]));
        folds.stream().limit(groups % k).forEach(f -> quotas[f]++);
        for (int f = 0; f < k; f++) {
            groupsTotal[f] += quotas[f];
        }
        return quotas;
    }

    private List<Group> largestFirst(List<Group> groups) {
        List<Group> shuffled = new ArrayList<>(groups);
        ListSampler.shuffle(random, shuffled);
        shuffled.sort(Comparator.comparingInt(Group::size).reversed());
        return shuffled;
    }
}
