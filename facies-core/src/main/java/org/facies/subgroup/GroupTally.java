package org.facies.subgroup;

import java.util.Arrays;
import java.util.stream.Stream;

/** Counts the answers of one model by group and class, for successive permutations of the subjects. Not thread-safe. */
final class GroupTally {
    /**
     * The counts of this many answers share one number, so that a subject is counted with a single addition.
     */
    private static final int ANSWERS_OF_WORD = 4;

    private static final int BITS = Long.SIZE / ANSWERS_OF_WORD;

    /** Largest value of one count. More subjects are counted in parts. */
    private static final int MOST = (1 << BITS) - 1;

    private final StratifiedPermutation permutation;
    private final long[][] answer;
    private final double[] confidence;
    private final int[][][] counts;
    private final double[][] confidences;
    private final int[][] countsOfClass;
    private final double[] confidencesOfClass;

    /**
     * Prepares the counting.
     *
     * @param answers of the model
     * @param permutation of the subjects, counted in its current state
     */
    GroupTally(ModelAnswers answers, StratifiedPermutation permutation, int groups, int classes) {
        this.permutation = permutation;
        this.answer = words(answers.predicted(), classes);
        this.confidence = answers.confidence();
        this.counts = new int[groups][classes][classes];
        this.confidences = new double[groups][classes];
        this.countsOfClass = new int[classes][classes];
        this.confidencesOfClass = new double[classes];
        Stream.concat(permutation.drawn().stream(), permutation.rests().stream())
                .forEach(block -> {
                    int c = block.truth();
                    count(block, countsOfClass[c]);
                    confidencesOfClass[c] += confidence(block);
                });
    }

    /** long[words][subjects]: a one at the position of each subject's answer. */
    private static long[][] words(int[] predicted, int classes) {
        long[][] words = new long[(classes + ANSWERS_OF_WORD - 1) / ANSWERS_OF_WORD][predicted.length];
        for (int i = 0; i < predicted.length; i++) {
            int shift = predicted[i] % ANSWERS_OF_WORD * BITS;
            words[predicted[i] / ANSWERS_OF_WORD][i] = 1L << shift;
        }
        return words;
    }

    /** Counts the current permutation. */
    void count() {
        for (StratifiedPermutation.Block rest : permutation.rests()) {
            int c = rest.truth();
            System.arraycopy(countsOfClass[c], 0, counts[rest.group()][c], 0, countsOfClass[c].length);
            confidences[rest.group()][c] = confidencesOfClass[c];
        }
        for (StratifiedPermutation.Block block : permutation.drawn()) {
            int c = block.truth();
            int rest = permutation.rests().get(c).group();
            int[] own = counts[block.group()][c];
            Arrays.fill(own, 0);
            count(block, own);
            for (int a = 0; a < own.length; a++) {
                counts[rest][c][a] -= own[a];
            }
            double sum = confidence(block);
            confidences[block.group()][c] = sum;
            confidences[rest][c] -= sum;
        }
    }

    /**
     * Adds the answers of a block.
     *
     * @param byAnswer int[classes]
     */
    private void count(StratifiedPermutation.Block block, int[] byAnswer) {
        for (int word = 0; word < answer.length; word++) {
            for (int from = block.from(); from < block.to(); from += MOST) {
                long sum = sum(answer[word], from, Math.min(block.to(), from + MOST));
                int last = Math.min(byAnswer.length, (word + 1) * ANSWERS_OF_WORD);
                for (int a = word * ANSWERS_OF_WORD; a < last; a++) {
                    byAnswer[a] += (int) (sum & MOST);
                    sum >>>= BITS;
                }
            }
        }
    }

    private long sum(long[] ofSubject, int from, int to) {
        long sum = 0;
        for (int place = from; place < to; place++) {
            sum += ofSubject[permutation.subjectAt(place)];
        }
        return sum;
    }

    /**
     * The sum of the confidences in a block, in two interleaved sums so that no addition waits for the previous one.
     */
    private double confidence(StratifiedPermutation.Block block) {
        double even = 0;
        double odd = 0;
        int last = block.to() - 1;
        for (int place = block.from(); place < last; place += 2) {
            even += confidence[permutation.subjectAt(place)];
            odd += confidence[permutation.subjectAt(place + 1)];
        }
        boolean unpaired = (block.to() - block.from()) % 2 == 1;
        return even + odd + (unpaired ? confidence[permutation.subjectAt(last)] : 0);
    }

    /** The sum of a metric over the subjects of a class in a group. */
    double sum(TestedFigure figure, int group, int c) {
        return figure.sum(c, counts[group][c], confidences[group][c]);
    }
}
