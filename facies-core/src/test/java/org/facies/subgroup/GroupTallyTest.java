package org.facies.subgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.facies.statistic.RandomStreams;
import org.junit.jupiter.api.Test;

class GroupTallyTest {
    private static final int GROUPS = 3;

    @Test
    void counts_are_those_of_counting_one_by_one_for_any_number_of_classes_and_subjects() {
        Random random = new Random(4);
        for (int classes : new int[] {2, 4, 5, 9}) {
            for (int subjects : new int[] {1, 30, 200_001}) {
                int[] truth = random.ints(subjects, 0, classes).toArray();
                int[] group = random.ints(subjects, 0, GROUPS).toArray();
                int[] predicted = random.ints(subjects, 0, classes).toArray();
                double[] confidence = random.doubles(subjects).toArray();
                StratifiedPermutation permutation = new StratifiedPermutation(group, truth, GROUPS, classes);
                GroupTally tally =
                        new GroupTally(new ModelAnswers(predicted, confidence), permutation, GROUPS, classes);

                for (int dealing = 0; dealing < 2; dealing++) {
                    tally.count();
                    for (TestedFigure figure : TestedFigure.all(classes)) {
                        for (int g = 0; g < GROUPS; g++) {
                            for (int c = 0; c < classes; c++) {
                                assertThat(tally.sum(figure, g, c))
                                        .isCloseTo(
                                                oneByOne(figure, g, c, permutation, truth, predicted, confidence),
                                                within(1e-7));
                            }
                        }
                    }
                    permutation.permute(RandomStreams.numbered(1, dealing));
                }
            }
        }
    }

    private static double oneByOne(
            TestedFigure figure,
            int group,
            int c,
            StratifiedPermutation permutation,
            int[] truth,
            int[] predicted,
            double[] confidence) {
        int[] members = IntStream.concat(
                        permutation.drawn().stream()
                                .filter(block -> block.truth() == c && block.group() == group)
                                .flatMapToInt(block -> IntStream.range(block.from(), block.to())),
                        permutation.rests().stream()
                                .filter(block -> block.truth() == c && block.group() == group)
                                .flatMapToInt(block -> IntStream.range(block.from(), block.to())))
                .map(permutation::subjectAt)
                .toArray();
        assertThat(IntStream.of(members)).allMatch(subject -> truth[subject] == c);
        int[] byAnswer = new int[permutation.rests().size()];
        Arrays.stream(members).forEach(subject -> byAnswer[predicted[subject]]++);
        return figure.sum(
                c,
                byAnswer,
                Arrays.stream(members).mapToDouble(i -> confidence[i]).sum());
    }

    @Test
    void every_dealing_keeps_class_and_group_sizes_and_is_as_likely() {
        int[] truth = {0, 0, 0, 0, 1, 1};
        int[] group = {0, 1, 1, 1, 0, 1};
        StratifiedPermutation permutation = new StratifiedPermutation(group, truth, 2, 2);
        int[] alone = new int[truth.length];
        for (int dealing = 0; dealing < 20_000; dealing++) {
            permutation.permute(RandomStreams.numbered(7, dealing));
            for (StratifiedPermutation.Block block : permutation.drawn()) {
                for (int place = block.from(); place < block.to(); place++) {
                    alone[permutation.subjectAt(place)]++;
                }
            }
        }

        for (int subject = 0; subject < 4; subject++) {
            assertThat(alone[subject]).isBetween(4_750, 5_250);
        }
        assertThat(alone[4] + alone[5]).isEqualTo(20_000);
        assertThat(alone[4]).isBetween(9_700, 10_300);
    }
}
