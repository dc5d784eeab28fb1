package org.facies.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.junit.jupiter.api.Test;

/** Laws of fold plans over up to ten thousand seeded cohorts; the seed is in the message of a failure. */
class FoldPlanLawTest {
    private static final int MANY = 10_000;
    private static final int FEW = 1_000;

    private record Dealt(long seed, Cohort cohort, int k, FoldUnit unit, FoldPlan plan) {
        int[] count(Predicate<Subject> ofSubject) {
            int[] counts = new int[k];
            cohort.subjects().stream()
                    .filter(ofSubject)
                    .flatMap(subject -> unitsOf(subject).stream())
                    .forEach(photo -> counts[plan.foldOf(photo)]++);
            return counts;
        }

        /** The keys whose photos are tested in more than one fold. */
        Set<String> inTwoFolds(BiFunction<Subject, Photo, String> key) {
            Map<String, Integer> foldOfKey = new HashMap<>();
            Set<String> split = new TreeSet<>();
            for (Subject subject : cohort.subjects()) {
                for (Photo photo : subject.photos()) {
                    int fold = plan.foldOf(photo);
                    String own = key.apply(subject, photo);
                    if (foldOfKey.merge(own, fold, (first, later) -> first) != fold) {
                        split.add(own);
                    }
                }
            }
            return split;
        }

        /** One photo for each unit that is dealt. */
        private List<Photo> unitsOf(Subject subject) {
            if (unit == FoldUnit.SUBJECT) {
                return List.of(subject.photos().get(0));
            }
            Set<String> seen = new HashSet<>();
            return subject.photos().stream()
                    .filter(photo -> seen.add(photo.sha256()))
                    .toList();
        }
    }

    @Test
    void neither_a_subject_nor_identical_bytes_are_ever_in_two_folds() {
        forEachCohort(MANY, FoldUnit.SUBJECT, dealt -> {
            assertThat(dealt.inTwoFolds((subject, photo) -> subject.id())).isEmpty();
            assertThat(dealt.inTwoFolds((subject, photo) -> photo.sha256())).isEmpty();
        });
    }

    @Test
    void identical_bytes_are_never_in_two_folds_even_when_photos_are_dealt_one_by_one() {
        forEachCohort(
                MANY,
                FoldUnit.PHOTO,
                dealt -> assertThat(dealt.inTwoFolds((subject, photo) -> photo.sha256()))
                        .isEmpty());
    }

    @Test
    void each_class_and_the_whole_are_as_even_as_they_can_be() {
        for (FoldUnit unit : FoldUnit.values()) {
            forEachCohort(FEW, unit, dealt -> {
                assertThat(spread(dealt.count(subject -> true))).isLessThanOrEqualTo(1);
                for (String name : dealt.cohort().classes()) {
                    int[] ofClass = dealt.count(subject -> subject.diagnosis().equals(name));
                    assertThat(spread(ofClass)).isLessThanOrEqualTo(1);
                }
            });
        }
    }

    @Test
    void photos_of_a_class_differ_by_no_more_than_its_largest_subject_has() {
        forEachCohort(FEW, FoldUnit.SUBJECT, dealt -> {
            for (String name : dealt.cohort().classes()) {
                int[] photos = new int[dealt.k()];
                int largest = 0;
                for (Subject subject : dealt.cohort().subjects()) {
                    if (subject.diagnosis().equals(name)) {
                        photos[dealt.plan().foldOf(subject.photos().get(0))] +=
                                subject.photos().size();
                        largest = Math.max(largest, subject.photos().size());
                    }
                }
                assertThat(spread(photos)).isLessThanOrEqualTo(largest);
            }
        });
    }

    @Test
    void training_and_test_parts_share_nothing_and_miss_nothing() {
        forEachCohort(FEW, FoldUnit.SUBJECT, dealt -> {
            int fold = (int) (dealt.seed() % dealt.k());
            Cohort training = dealt.plan().training(dealt.cohort(), fold);
            Cohort test = dealt.plan().test(dealt.cohort(), fold);
            assertThat(common(training, test)).isEmpty();
            assertThat(training.photos().size() + test.photos().size())
                    .isEqualTo(dealt.cohort().photos().size());
        });
    }

    @Test
    void an_inner_split_stays_inside_the_training_part() {
        forEachCohort(FEW, FoldUnit.SUBJECT, dealt -> {
            Cohort training = dealt.plan().training(dealt.cohort(), 0);
            FoldPlan inner = FoldPlan.stratified(training, 2, FoldUnit.SUBJECT, dealt.seed());
            Cohort validation = inner.test(training, 0);
            assertThat(common(validation, inner.training(training, 0))).isEmpty();
            assertThat(common(validation, dealt.plan().test(dealt.cohort(), 0))).isEmpty();
            assertThat(common(validation, training)).isEqualTo(ids(validation));
        });
    }

    private static void forEachCohort(int cohorts, FoldUnit unit, Consumer<Dealt> law) {
        for (long seed = 0; seed < cohorts; seed++) {
            Cohort cohort = RandomCohort.of(seed);
            int k = 2 + (int) (seed % 9);
            Dealt dealt = new Dealt(seed, cohort, k, unit, FoldPlan.stratified(cohort, k, unit, seed));
            try {
                law.accept(dealt);
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + seed + ", unit " + unit + ": " + broken.getMessage(), broken);
            }
        }
    }

    private static int spread(int[] counts) {
        return Arrays.stream(counts).max().orElseThrow()
                - Arrays.stream(counts).min().orElseThrow();
    }

    private static Set<String> common(Cohort one, Cohort other) {
        Set<String> common = ids(one);
        common.retainAll(ids(other));
        return common;
    }

    private static Set<String> ids(Cohort cohort) {
        return cohort.subjects().stream().map(Subject::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
