package org.facies.subgroup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The subjects in an array, sorted by class and then by group, for permutation within their class. The largest group of
 * a class comes last and receives the remaining subjects, so that only the other groups are drawn and counted. Not
 * thread-safe.
 */
final class StratifiedPermutation {
    private final int[] asTheyAre;
    private final int[] subjects;
    private final List<Block> drawn = new ArrayList<>();
    private final List<Block> rests = new ArrayList<>();

    /** The places of the subjects of one class in one group, in {@code [from, to)}. */
    record Block(int truth, int group, int from, int to) {}

    /**
     * Sorts the subjects into their actual groups.
     *
     * @param group int[subjects], from 0
     * @param truth int[subjects], class of each
     */
    StratifiedPermutation(int[] group, int[] truth, int groups, int classes) {
        this.subjects = new int[group.length];
        int from = 0;
        for (int c = 0; c < classes; c++) {
            int own = c;
            List<int[]> members = IntStream.range(0, groups)
                    .mapToObj(g -> IntStream.range(0, group.length)
                            .filter(i -> truth[i] == own && group[i] == g)
                            .toArray())
                    .toList();
            int[] order = IntStream.range(0, groups)
                    .boxed()
                    .sorted(Comparator.comparingInt(g -> members.get(g).length))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int g : order) {
                int[] block = members.get(g);
                System.arraycopy(block, 0, subjects, from, block.length);
                (g == order[groups - 1] ? rests : drawn).add(new Block(c, g, from, from + block.length));
                from += block.length;
            }
        }
        this.asTheyAre = subjects.clone();
    }

    /** Blocks of all but the largest group of each class. */
    List<Block> drawn() {
        return drawn;
    }

    /** The block of the largest group of each class, by class. */
    List<Block> rests() {
        return rests;
    }

    int subjectAt(int place) {
        return subjects[place];
    }

    /** Permutes the subjects within each class. Every assignment to groups is equally likely (Fisher and Yates). */
    void permute(UniformRandomProvider random) {
        System.arraycopy(asTheyAre, 0, subjects, 0, subjects.length);
        for (Block block : drawn) {
            int end = rests.get(block.truth).to;
            for (int place = block.from; place < block.to; place++) {
                int other = place + random.nextInt(end - place);
                int kept = subjects[place];
                subjects[place] = subjects[other];
                subjects[other] = kept;
            }
        }
    }
}
